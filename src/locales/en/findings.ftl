# The sentences of the findings. A message is named as its finding.
#   (value)  one plain sentence; titles come first, ids never
#   .ask     one thing to do, as a question to take to the team
#   .title   the heading of a block
#   .brief   a clause that can follow a number, as in "2× reason not written"
#   .about   one line for the list of all findings
#   .falls   of a bottleneck: the sentence up to the results, where these follow below each other
# Titles arrive already quoted and shortened. Several titles arrive joined.

# What a text is faulty in, and what to do, say the messages fault-… of faults.ftl.
invalid =
    .title = Something in the text to mend
    .brief = place in the text to mend
    .about = A part of the text cannot be read as a plan, so it counts as not written.

unknown-id =
    .title = An id that does not fit here
    .brief = id that does not fit
    .about = A line points to an id that is not there, or to a thing of another kind.

duplicate-id =
    .title = An id that is taken already
    .brief = id that is taken already
    .about = Two things in the plan have the same id.

# $path titles of what stands in the circle, $path-count how many
cycle =
    { $path-count ->
        [one] { $path } stands on itself.
       *[other] { $path } stand on each other in a circle, so none of them can be the first.
    }
    .ask =
        { $path-count ->
            [one] What was it meant to stand on?
           *[other] Which of them could begin, at least in part, before the others are finished?
        }
    .title =
        { $path-count ->
            [one] Stands on itself
           *[other] Stand on each other in a circle
        }
    .brief = waiting in a circle
    .about = Things wait for each other in a circle, so none can be the first.

# $how: supports or nested
upside-down =
    { $how ->
        [nested] { $item } ({ $level-word }) stands inside { $target } ({ $target-level-word }), and only something of a lower level can stand there.
       *[supports] { $item } ({ $level-word }) is written as a support of { $target } ({ $target-level-word }), and support can only go upwards.
    }
    .ask =
        { $how ->
            [nested] Which of the two serves the other, or what do both of them serve?
           *[supports] Is it the other way round, or is it about what comes first in time?
        }
    .title = A link that points down
    .brief = link that points down
    .about = Something supports, or stands inside, a thing on a lower level.

# $branch: how many things below it hang in the air with it
orphan =
    { $branch ->
        [0] { $item } does not lead to the { $ambition-word } yet.
        [one] { $item } does not lead to the { $ambition-word } yet, and with it one thing below it.
       *[other] { $item } does not lead to the { $ambition-word } yet, and with it { $branch } things below it.
    }
    .ask =
        { $level ->
            [task] Which activity does it belong to?
            [activity] Which objective does it serve?
            [objective] Which goal does it serve?
            [goal] How does it help the { $ambition-word }?
           *[other] What does it serve?
        }
    .title = Does not lead to the ambition yet
    .brief = not leading to the ambition yet
    .about = Something does not lead to the ambition yet.

# $falls: titles of what falls further up
unsupported =
    { $falls-count ->
        [0] { $item } has nothing under it yet that would bring it about.
        [one] { $item } has nothing under it yet that would bring it about, so { $falls } cannot be reached either.
       *[other] { $item } has nothing under it yet that would bring it about, so these cannot be reached either: { $falls }.
    }
    .ask =
        { $level ->
            [ambition] What has to change first on the way there?
            [goal] Which result within your reach would help towards it?
            [objective] What would be the first step towards it, and who could take it?
           *[other] What would be the first step towards it?
        }
    .title = Nothing leads to it yet
    .brief = nothing leading to it yet
    .about = A result has no work under it yet that would bring it about.

# $loss titles of the results that fall, $results how many results stand now,
# $activities-count open activities that stop, $also what fails in the same way
bottleneck-without =
    { $kind ->
        [person] Without { $item }
        [organisation] Without { $item }
        [donor] Without the money of { $item }
        [choice] If { $item } is never decided
        [assumption] If it turns out otherwise than { $item }
       *[other] If nothing comes of { $item }
    }
bottleneck-of-results =
    { $activities-count ->
        [0] { "" }
        [one] one activity stops, and{ " " }
       *[other] { $activities-count } activities stop, and{ " " }
    }{ $results ->
        [one] the only result falls
       *[other] { $loss-count } of { $results } results { $loss-count ->
            [one] falls
           *[other] fall
        }
    }
bottleneck =
    { bottleneck-without }, { $loss-count ->
        [0] { $activities-count ->
            [one] one activity stops
           *[other] { $activities-count } activities stop
        }.
        [one] { bottleneck-of-results }: { $loss }.
       *[other] { bottleneck-of-results }: { $loss }.
    }{ $also-count ->
        [0] { "" }
       *[other] { " " }The same holds for { $also }.
    }
    .falls = { bottleneck-without }, { bottleneck-of-results }:
    .ask =
        { $kind ->
            [person] Who could go along, learn the way and be known, before it is needed?
            [organisation] Who else could do a part of it, if need be?
            [donor] Who else could pay for a part of it, even a small one?
            [choice] What could begin now, whichever way it is decided?
            [assumption] What would you do first, if it turned out otherwise?
           *[other] In what other way could one of these results be reached?
        }
    .title =
        { $kind ->
            [person] Much rests on one person
            [organisation] Much rests on one organisation
            [donor] Much rests on one donor
            [activity] Much rests on one activity
            [task] Much rests on one task
            [choice] Much rests on one open choice
            [assumption] Much rests on one assumption
           *[other] Much rests on one point
        }
    .brief = much resting on one point
    .about = If one thing fails, a large part of the results falls with it.

choke-point =
    { $waiting-count ->
        [one] Until { $item } is finished, one other piece of work cannot begin.
       *[other] Until { $item } is finished, { $waiting-count } other pieces of work cannot begin.
    }
    .ask = Which of them could begin earlier, at least in part?
    .title = Much waits for one piece of work
    .brief = much waiting for one piece of work
    .about = Much of the other work cannot begin before one piece of work is finished.

# $through titles of what the result hangs on
single-thread =
    { $through-count ->
        [one] { $item } hangs on { $through } alone.
       *[other] If any one of these fails, { $item } falls: { $through }.
    }
    .ask =
        { $through-count ->
            [one] Who or what could stand beside { $through }?
           *[other] Beside which of them would a second be easiest to find?
        }
    .title = Hangs on a single thread
    .brief = hanging on a single thread
    .about = A result hangs on one person, fund, work or choice alone.

leans-on-dropped = { $item } builds on { $dropped }, which the team has dropped.
    .ask =
        { $dropped-count ->
            [one] Can it go on without, or what takes the place of { $dropped }?
           *[other] Can it go on without them, or what takes their place?
        }
    .title = Builds on something dropped
    .brief = building on something dropped
    .about = Something builds on a thing that the team has dropped.

level-skip = { $item } ({ $level-word }) leads directly to { $target } ({ $target-level-word }), with no step between them.
    .ask = What changes first, if it goes well?
    .title = A step is missing in between
    .brief = step missing in between
    .about = A step is missing between something and what it supports.

no-because = { $item } does not say yet why it leads to what it supports.
    .ask = How would you finish the sentence: this helps, because …?
    .title = The reason is not written yet
    .brief = reason not written
    .about = Nobody has written yet why a goal or objective leads to what it supports.

no-sign = { $item } has no sign yet by which you would notice that it is coming true.
    .ask = What would you see or hear first, if it were coming true?
    .title = No sign to notice it by yet
    .brief = no sign written
    .about = A goal or objective has no sign by which one would notice it.

no-tasks = { $item } has no tasks written under it yet.
    .ask = What is the first thing that somebody does for it, and when?
    .title = No tasks yet
    .brief = no tasks written
    .about = An activity has no tasks yet, in a plan that has some.

# $items titles of the results, $items-count how many
needs-unsaid =
    { $items-count ->
        [one] { $items } has several things under it, and the plan does not say whether one of them is enough.
       *[other] These have several things under them each, and the plan does not say whether one is enough: { $items }.
    }
    .ask = Is any one of them enough, or are all needed?
    .title = Is any one of them enough?
    .brief = not said whether any one is enough
    .about = The plan does not say whether any one of several things is enough.

crowded =
    { $level ->
        [goal] The plan has { $count } goals at once; with more than { $limit } it is hard to keep all of them in mind.
        [objective] The plan has { $count } objectives at once; with more than { $limit } it is hard to keep all of them in mind.
       *[activity] { $item } has { $count } activities under it; with more than { $limit } it is hard to keep all of them in mind.
    }
    .ask =
        { $level ->
            [goal] If you could keep only three of them, which would they be?
            [objective] Which of them could wait until next year without harm?
           *[activity] Are there two objectives hidden in this one?
        }
    .title = A great deal at once
    .brief = a great deal at once
    .about = There is more in one place than a team can keep in mind.

# $word: the doing-word that the title begins with
activity-as-result = { $item } begins with “{ $word }”, which is what the team does, and not yet what changes.
    .ask = If it goes well, what do people do differently afterwards?
    .title = Named by the work, not by the change
    .brief = named by the work, not by the change
    .about = A goal or objective is named by the work, not by the change.

not-reviewed =
    { $days ->
        [one] The team last read this plan through one day ago, on { $date }.
       *[other] The team last read this plan through { $days } days ago, on { $date }.
    }
    .ask = When do you sit together next, and which lines are no longer true?
    .title = Not read through for a while
    .brief = not read through for a while
    .about = The team has not read the plan through for a long time.

# $reason: unmet (the finding is not there) or past (the last day is over); unmet-comment and past-comment are of a remark
# beside a line, which accepts what is found in that line
unused-acceptance =
    { $reason ->
        [past] { $item } was accepted with { $finding } until { $until }, and that day is over.
        [past-comment] A remark here accepted { $finding } until { $until }, and that day is over.
        [unmet-comment] A remark here accepts { $finding }, and there is no such finding in this place now.
       *[unmet] { $item } is accepted with { $finding }, and there is no such finding on it now.
    }
    .ask =
        { $reason ->
            [past] Does the reason still hold, and until when?
            [past-comment] Does the reason still hold, and until when?
            [unmet-comment] Has it been mended, so that the remark can go?
           *[unmet] Has it been mended, so that the entry can go?
        }
    .title = An acceptance to look at again
    .brief = acceptance to look at again
    .about = An accepted finding is not there any more, or its last day is over.

# Stands for $item in unused-acceptance where an entry is about the whole plan.
the-plan = The plan as a whole

# A result whose title begins with one of these is named by the work.
doing-words = hold train organise organize conduct run facilitate convene arrange provide deliver prepare meet visit draft develop implement carry
