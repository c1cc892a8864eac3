# What report says: the page, and the same in Markdown. Titles of the plan stand beside these words, or arrive escaped.

## Around the sections

page-skip = Go to the content
page-sections = Sections
page-made = Made on { $day } with scf.
page-nothing-sent = This page is one file. It loads nothing, and nothing was sent anywhere to make it.
page-code-names = People should stand in it under code names only. Before you pass it on: who could read it, and what could happen then?
# $count: things of a sensitivity above --include
page-hidden =
    { $count ->
        [one] 1 thing is left out, because not everybody may see it. Numbers count it all the same.
       *[other] { $count } things are left out, because not everybody may see them. Numbers count them all the same.
    }
page-no-what-if = The plan is too large for this page to work out what falls. On the command line:  scf what-if
page-and-more = and { $count } more
page-section =
    { $section ->
        [summary] In short
        [picture] Picture
        [findings] Weak places
        [bottlenecks] What falls
        [workload] Workload
        [timeline] Time
        [choices] Choices
        [people] People and parties
        [cooperation] Organisations
        [inclusion] Constituencies
        [assumptions] Assumptions
        [agenda] Next four weeks
       *[things] One by one
    }

## In short

page-heading-summary = In short
page-severity =
    { $severity ->
        [error] { $count ->
            [one] error
           *[other] errors
        }
        [warning] { $count ->
            [one] warning
           *[other] warnings
        }
       *[advice] { $count ->
            [one] piece of advice
           *[other] pieces of advice
        }
    }
page-severity-word =
    { $severity ->
        [error] an error was found here
        [warning] a warning was found here
       *[advice] something here is worth a conversation
    }
page-sight =
    { $what ->
        [tasks] tasks reach the ambition
       *[objectives] objectives have work
    }
page-fact =
    { $fact ->
        [host] Host
        [decision-rule] How you decide
        [start] First day
        [end] Last day
        [hours] Hours each time
        [cost] Cost
        [hours-per-week] Hours to give in a week
        [amount] Amount
       *[decide-by] To be decided by
    }

## Picture

page-heading-picture = The plan as a picture
page-picture-how = Click on something, or choose it with Tab and press Enter, to read what it is there for and what falls without it. Move with the arrow keys, zoom with + and −, see all with 0.
page-picture-tools = Picture tools
page-picture-view = A picture to move in
page-search = Find
page-zoom-in = Larger
page-zoom-out = Smaller
page-zoom-all = All of it

## Weak places

page-heading-findings = Weak places, and what to ask about them
page-factor =
    { $factor ->
        [planning] Planning
        [set-up] Set-up
        [group] The group
        [donors] Donors
        [constituency] Constituencies
        [tracks] Working together across tracks
       *[none] About the checking itself
    }
page-factor-about =
    { $factor ->
        [planning] Time and means for strategic planning: does the daily work lead to the ambition?
        [set-up] Formal or informal: who decides, who is host, who does what?
        [group] How the group is: on whom does much rest, and who looks after them?
        [donors] Money, and working with those who give it.
        [constituency] Whom the work is with, and who is left out.
        [tracks] Tracks 1, 2 and 3, and other organisations.
       *[none] What was accepted earlier and meets nothing now.
    }
# $grade: from 1 weak to 5 strong, as the team wrote it
page-own-view = The team gives itself { $grade } of 5.
page-accepted =
    { $count ->
        [one] 1 finding
       *[other] { $count } findings
    }
page-findings-hidden =
    { $count ->
        [one] One more finding is about something that is left out here.
       *[other] { $count } more findings are about things that are left out here.
    }
page-line = line { $line }

## What falls

page-heading-bottlenecks = Bottlenecks
page-caption-bottlenecks = Results that fall with each one thing, those first with which most falls
# $count: without how many of its tasks the same falls
page-or-its-tasks =
    { $count ->
        [one] or one task of it
       *[other] or one of { $count } tasks of it
    }
page-nothing-falls = Without these, nothing falls

## One by one

page-heading-things = Everything, one by one
page-things-how = Open a line to read what it is there for, what it stands on, and what falls without it.
page-things =
    { $kind ->
        [ambition] Ambition
        [goal] Goals
        [objective] Objectives
        [activity] Activities
        [task] Tasks
        [person] People
        [organisation] Organisations
        [party] Parties
        [constituency] Constituencies
        [other] Other initiatives
        [donor] Donors
        [choice] Choices
       *[assumption] Assumptions
    }
page-without-place =
    { $count ->
        [one] One more thing is not told one by one: there is too much for a page.
       *[other] { $count } more things are not told one by one: there is too much for a page.
    }
page-so-that = So that what?
page-carries = What rests on it?
page-found = What was found here?

## What the script of the page says. Numbers follow behind a colon.

page-script-close = Close
page-script-gone = Gone
page-script-what-if = What if it is gone?
page-script-take-back = It is back
page-script-take-back-all = All are back
page-script-results = Results that fall
page-script-items = Work that falls
page-script-others = People who fall with their organisation
page-script-nothing = Nothing falls.
page-script-unnamed = Left out here
page-script-found = Found
page-script-not-found = Nothing of this name.
page-script-nothing-more = It cannot fail: it is done, or part of a circle.

## What could not be read

page-faults =
    { $count ->
        [one] One place in the plan could not be read.
       *[other] { $count } places in the plan could not be read.
    }

## Time

page-heading-timeline = When what is done
page-critical-path = The longest chain
page-critical-path-how = Each of these waits for the one before. If one is a day late, the end is a day late.
page-today = today
page-timeline-bars = Bars along the months
page-as-table = The same as a table
page-legend = What the signs mean
page-timeline-sign =
    { $sign ->
        [bar] at the earliest
        [critical] part of the longest chain
        [window] on any of these days
        [slack] may come as late as this
        [due] a result is due
       *[wait] the second waits for the first
    }
page-caption-timeline = What is done when
page-timeline-column =
    { $column ->
        [what] What
        [start] First day
        [end] Last day
        [earliest] Can be done by
        [slack] Days to spare
        [critical] In the longest chain
       *[waits] Waits for
    }
# $told of $count rows are drawn
page-timeline-cut = Here are { $told } of { $count } pieces of work and results: the others would not fit.

## Workload

page-heading-workload = Who is loaded when
# $from and $to: months of $year, or years
page-caption-workload =
    { $column ->
        [week] Hours of work in each week, { $from } to { $to } { $year }
        [month] Hours of work in the fullest week of each month, { $from } to { $to }
       *[year] Hours of work in the fullest week, { $from } to { $to }
    }
page-caption-fullest = The fullest week of each
page-workload-column =
    { $column ->
        [person] Person
        [capacity] Hours to give
        [week] Fullest week
       *[most] Hours of work in it
    }
page-heat =
    { $cell ->
        [q1] up to a quarter of the hours to give
        [q2] up to a half
        [q3] up to three quarters
        [q4] up to all
        [over] more than there are to give
        [away] away
       *[work-away] work while away
    }
page-workload-cut = There is more than fits here. All of it:  scf workload

## Choices

page-heading-choices = Choices
# $day, $who: only where has-day and has-who are yes
page-caption-choice =
    { $chosen ->
        [yes] Decided.
       *[no] Still open. { $has-day ->
            [yes] To be decided by { $day }.
           *[no] No day is written for it.
        } { $has-who ->
            [yes] { $who } decides.
           *[no] { "" }
        }
    }
page-caption-schemes =
    { $count ->
        [one] The only combination
       *[other] { $told } of { $count } combinations, those first in which most results stand
    }
page-caption-hangs = Results that stand in some combinations and not in all
page-schemes-hidden = The combinations are left out: a choice that only a smaller circle may see is part of them.

## People and parties

page-heading-people = People and parties
page-heading-access = Who can talk with whom
page-caption-people = People, the hours they give in a week, and the open tasks that are theirs
page-caption-parties = Those you talk with
page-caption-access = Whom each party trusts
page-people-column =
    { $column ->
        [person] Person
        [organisation] Organisation
        [side] Side
        [hours] Hours to give
        [tasks] Open tasks
        [deputy] Can stand in
        [party] Party
        [influence] Influence
        [consent] Agreed to talk
       *[represents] Speaks for
    }
page-grade =
    { $grade ->
        [low] low
        [medium] medium
       *[high] high
    }
page-consent =
    { $consent ->
        [given] yes
        [withdrawn] no longer
       *[unknown] not known
    }

page-caption-inclusion = How far each has a say in each part of the work

## Assumptions

page-heading-assumptions = What must be true, and nobody here controls
page-caption-assumptions = Assumptions, and the results that fall if one does not hold
page-assumption-column =
    { $column ->
        [assumption] Assumption
        [holds] Does it hold?
        [kind] About
        [who] Who finds out
        [by] By
       *[falls] What falls if it does not
    }
page-assumption-kind =
    { $kind ->
        [environment] the world around
        [values] what people find right
       *[related] what others decide
    }

## The next four weeks

page-heading-agenda = The next four weeks
page-agenda-period = From { $from } to { $to }.
page-agenda-cut = There is more than fits here. All of it:  scf agenda --week=4
