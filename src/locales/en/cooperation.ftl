# What cooperation says.

# Where a title names a person, and nothing is to be told of single people
somebody = (somebody)
cooperation-head = Which organisation does what?
cooperation-none = No organisation is named in this plan yet. Who else works with you, and who would lead what?
# $part: objectives, beside, activities, doors, hand-overs
cooperation-heading =
    { $part ->
        [objectives] By objective
        [beside] Work that leads to no objective
        [activities] By activity
        [doors] Who comes to whom, in all open work
       *[hand-overs] Hand-overs that nobody holds
    }
cooperation-column =
    { $column ->
        [kind] Kind
        [title] Title
        [id] Id
        [objective] Objective
        [for] What it leads to
        [activity] Activity
        [party] At the door of
        [who] Comes
        [leads] Leads
        [works] Works on it
        [doors] At the door of
        [takes-over] Takes over from
        [first] First
       *[then] Then
    }
# On a narrow screen: $column and what is told in it
cooperation-line = - { $column }: { $told }
# The same for $door: parties and who comes to them
cooperation-line-door = - To { $door }
# $title of an organisation that leads some of the work, not the whole
cooperation-leads-part = { $title } (a part)
cooperation-nobody = (no organisation)
# Work is with a party, and no organisation is named for it
cooperation-no-organisation = (no organisation)
# $party, one or several, and $who comes to it
cooperation-door = { $party }: { $who }
# $below: yes where other objectives lead to this one
cooperation-no-work =
    { $below ->
        [yes] (see the objectives that lead to it)
       *[no] (no work yet)
    }
cooperation-done = { $title } (done)
# Instead of what some work leads to
cooperation-loose = (nothing yet)
cooperation-hand-over-kind = hand-over
cooperation-ask-hand-over = Who was there until the end of the first, and could come along at the beginning of the second?
cooperation-nobody-single = Nothing is told here of single people. Where only one person of an organisation stands in the plan, the organisation is told only where it is written as lead or partner.
