# What what-if says; and why something falls, which bottlenecks says too.

## Why something falls. Each is one short sentence under a title.

# $need for what; $gone what does not stand any more; $party for access: who trusts them. Names may be of one or of many
reason =
    { $need ->
        [who] Nobody but { $gone } can do it.
        [access] Nobody but { $gone } is trusted by { $party }.
        [party] It is work with { $gone }.
        [lead] It is led by { $gone }.
        [assumption] It relies on { $gone }.
        [depends_on] It waits for { $gone }.
        [organisation] Belongs to { $gone }.
       *[money] Nobody but { $gone } pays for it.
    }
# $left what is still there of $cost, as money; $percent how much of it must be there
reason-amounts = Without { $gone }, only { $left } of { $cost } is left.
# What leads to it. $how many of it are needed: only (there is but one), every (all have gone), all (all are needed),
# some ($needed of $members are needed, and $left stand)
reason-support =
    { $how ->
        [only] Only { $gone } leads to it.
        [every] Nothing that leads to it stands any more: { $gone }.
        [all] { $count ->
            [one] It needs all that leads to it, and { $gone } falls.
           *[other] It needs all that leads to it, and { $gone } fall.
        }
       *[some] { $left ->
            [0] It needs { $needed } of the { $members } that lead to it, and none is left.
            [one] It needs { $needed } of the { $members } that lead to it; without { $gone }, only 1 is left.
           *[other] It needs { $needed } of the { $members } that lead to it; without { $gone }, only { $left } are left.
        }
    }
# All that leads to it falls for one and the same reason. $members what leads to it, $count of them
reason-support-same =
    { $need ->
        [who] { $count ->
            [one] Only { $members } leads to it, and nobody but { $gone } can do that.
            [2] Both works that lead to it can be done by nobody but { $gone }: { $members }.
           *[other] Nobody but { $gone } can do what leads to it: { $members }.
        }
        [access] { $count ->
            [one] Only { $members } leads to it, and nobody but { $gone } is trusted by { $party }.
           *[other] All that leads to it is with { $party }, and nobody but { $gone } is trusted there: { $members }.
        }
       *[money] { $count ->
            [one] Only { $members } leads to it, and nobody but { $gone } pays for that.
           *[other] Nobody but { $gone } pays for what leads to it: { $members }.
        }
    }
reason-bare = Nothing in the plan leads to it.
# $option what it belongs to
reason-option = It belongs to { $option }, which does not happen.
reason-holder = It is part of { $holder }, which leaves the plan.
reason-dropped = It is dropped.

## The way by which a loss travels: “Without HERON, nobody is trusted by …, so … stops, so … falls.”

chain = Without { $what }, { $rest }.
chain-then = { $before }, so { $next }
# What is missing, before what falls with it
chain-missing =
    { $need ->
        [who] nobody can do the work
        [access] nobody is trusted by { $party }
        [party] there is nobody to talk with
        [lead] nobody leads
        [assumption] one thing it relies on is not so
       *[money] the money is not enough
    }
# $kind of what falls: activity, task, person, other
chain-falls =
    { $kind ->
        [activity] { $item } stops
        [task] { $item } stops
        [person] { $item } goes too
       *[other] { $item } falls
    }

## What is asked. $item what it is about, inside a sentence; $kind of it

what-if-sentence = { $clause }.
what-if-question = What if { $premise }?
what-if-questions = What if all of this is so?
what-if-scenario = Scenario: { $title }
what-if-premise-fails =
    { $kind ->
        [person] { $item } is gone
        [organisation] all work of { $item } ends
        [party] nobody from { $item } talks with us any more
        [donor] no more money comes from { $item }
        [assumption] { $item } does not hold
        [activity] { $item } does not happen
        [task] { $item } is not done
        [choice] none of the options of { $item } happens
        [option] { $item } does not happen
        [constituency] nobody from { $item } takes part any more
       *[other] { $item } fails
    }
# $choice the question it answers
what-if-premise-chosen = the answer to { $choice } is { $item }
what-if-premise-delay =
    { $days ->
        [one] { $item } comes 1 day later
       *[other] { $item } comes { $days } days later
    }
# $field as it is typed, $value the new value, $before the one in the file
what-if-premise-set = { $field } is “{ $value }”, and not “{ $before }”
what-if-premise-same = { $field } is “{ $value }”, as it is already
what-if-premise-add = { $field } is “{ $value }”
what-if-premise-unset = { $field } is taken away

## The answer

# $results: how many stand in the plan; $loss of them fall. $others: yes where some results were asked to fail, and these
# are the others
what-if-loss =
    { $others ->
        [yes] { $loss ->
            [0] No other result falls.
            [one] 1 of { $results } other results falls:
           *[other] { $loss } of { $results } other results fall:
        }
       *[no] { $loss ->
            [0] { $results ->
                [0] No result stands in this plan, with or without this.
                [one] The one result of the plan still stands.
               *[other] No result falls. All { $results } still stand.
            }
            [one] 1 of { $results } results falls:
           *[other] { $loss } of { $results } results fall:
        }
    }
# The same, where something in the plan is changed; $unchanged: how many fall without the change
what-if-loss-changed =
    { $loss ->
        [0] { $unchanged ->
            [0] No result falls.
            [one] No result falls. Without the change, 1 of { $results } does.
           *[other] No result falls. Without the change, { $unchanged } of { $results } do.
        }
        [one] { $unchanged ->
            [0] 1 of { $results } results falls:
            [one] 1 of { $results } results still falls:
           *[other] 1 of { $results } results still falls; without the change, { $unchanged } do:
        }
       *[other] { $unchanged ->
            [0] { $loss } of { $results } results fall:
           *[other] { $loss } of { $results } results still fall; without the change, { $unchanged } do:
        }
    }
# $count pieces of work
what-if-work =
    { $count ->
        [one] Work that stops:
       *[other] Work that stops, { $count } in all:
    }
what-if-above = Further up, this is not reached:
what-if-people =
    { $count ->
        [one] { $people } goes too, with { $with }.
       *[other] { $people } go too, with { $with }.
    }
what-if-stands-again = Stands again with the change:
what-if-stands-now = Stands with the change, and does not without:
what-if-joined = Now in the plan:
what-if-left = Not in the plan any more:
what-if-standing =
    { $count ->
        [0] No result is left standing.
       *[other] Still standing:
    }
what-if-if-all =
    { $count ->
        [one] If all that leads to a result is needed, 1 more falls: { $ids }.
       *[other] If all that leads to a result is needed, { $count } more fall: { $ids }.
    }
what-if-more-ids = { $ids } and { $count } more

# Steps of a scenario
what-if-beginning = From the beginning
what-if-no-day = Then
what-if-step-falls =
    { $loss ->
        [0] { $others ->
            [0] Nothing more falls.
           *[other] No result falls, but this does:
        }
        [one] Now 1 result falls:
       *[other] Now { $loss } results fall:
    }
what-if-step-work = And this work stops:
what-if-step-stand =
    { $standing ->
        [0] No result is left standing.
        [one] 1 of { $results } results still stands.
       *[other] { $standing } of { $results } results still stand.
    }
what-if-end =
    { $standing ->
        [0] In the end, no result stands.
        [one] In the end, 1 of { $results } results stands:
       *[other] In the end, { $standing } of { $results } results stand:
    }

# Beside the answer
what-if-note =
    { $note ->
        [done] { $item } is done, and stands whatever fails.
        [absent] { $item } is not in the plan now, so nothing changes.
        [circle] { $item } stands on itself, so it counts as standing whatever fails.
        [down] { $item } does not stand anyway.
        [unneeded] The plan does not say what stands on { $item }.
        [clash] { $item } and { $other } cannot go together.
       *[ruled-out] { $item } rules out { $other }.
    }
# $sentence what a check of the changed plan finds
what-if-contradiction = The change brings a contradiction: { $sentence }

# What comes later: on the day $now and not on $was; $late days after its own $end ($before of them anyway)
what-if-none-late = Nothing is finished after its own end.
what-if-late = Finished after its own end:
what-if-later = Later, but not after an end of its own:
what-if-late-row =
    { $before ->
        [0] { $late ->
            [one] On { $now }, 1 day after { $end }.
           *[other] On { $now }, { $late } days after { $end }.
        }
       *[other] On { $now }, { $late } days after { $end }; without the delay it would be { $before }.
    }
what-if-later-row =
    { $past ->
        [yes] { $point ->
            [start] Begins on { $now }, and not on { $was }: after the end of the plan.
           *[finish] Finished on { $now }, and not on { $was }: after the end of the plan.
        }
       *[no] { $point ->
            [start] Begins on { $now }, and not on { $was }.
           *[finish] Finished on { $now }, and not on { $was }.
        }
    }
what-if-untimed =
    { $why ->
        [kind] Only an objective, an activity or a task can come later, and { $item } is none of them.
        [done] { $item } is done, so it cannot come later.
        [absent] { $item } is not in the plan now, so it cannot come later.
        [circle] { $item } waits for itself, so nobody can say when it comes.
       *[no-dates] Nobody has written when { $item } begins or ends, so nobody can say what comes later with it. Could you write its start and end, or its days?
    }
what-if-mend =
    { $more ->
        [0] What could help? One thing to try, with which { $item } stands:
        [one] What could help? One thing to try, with which { $item } and one more stand:
       *[other] What could help? One thing to try, with which { $item } and { $more } more stand:
    }
reason-removed = It is taken out of the plan.

## What cannot be asked

what-if-nothing-asked = What do you want to try? For example:
what-if-scenarios = Or one of the scenarios of the plan:
what-if-is-scenario = “{ $id }” is a scenario. Ask for it with:  --scenario { $id }
what-if-no-scenario = “{ $id }” is no scenario.
what-if-scenarios-are = The scenarios of this plan are: { $ids }
what-if-no-scenarios = No scenario is written in this plan.
what-if-delay-wrong = “{ $word }” does not say how many days later something comes. Could you write it as ID=DAYS, as in { $example }=14? A hundred years are the most.
what-if-two-of-one = { $one } and { $other } are two answers to one question, and only one can be chosen. Could you leave one of them out?
what-if-set-where = In --set { $words }:
# $words what is set; $count how many places
what-if-set-in-file =
    { $count ->
        [one] With --set { $words } one place in the file does not fit any more:
       *[other] With --set { $words } { $count } places in the file do not fit any more:
    }
what-if-set-no-value = Which value is it to have? Could you write it as ID.FIELD=VALUE, as in heron.deputy=teal?
what-if-set-no-field = Which field of it is meant? Could you write it as ID.FIELD=VALUE, as in heron.deputy=teal?
what-if-set-lines = The value is written in several lines. Could you write it in one?
what-if-set-text = “{ $field }” is one text here ({ $text }), so nothing can be put into it. Could you write all of it: { $field }=…?
what-if-set-list = “{ $field }” is a list here. Could you write all of it: { $field }=[one, two]?
