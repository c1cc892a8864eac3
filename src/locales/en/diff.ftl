# What diff says. What stands in the plans arrives escaped.

diff-nothing = Nothing has changed: not in the plan, and not in what is weak about it.
diff-plans = { $old } → { $new }
diff-now = { $path }, now
diff-changed-heading = What has changed in the plan
diff-weak-heading = What has changed in what is weak about it
diff-loss-heading = What falls if one thing fails
diff-no-change = Nothing has changed in the plan itself.
diff-no-weak = Nothing has changed in what is weak about it.
# $kind: plan, ambition, goal …
diff-group =
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
        [option] Choices
        [assumption] Assumptions
        [scenario] Scenarios
        [lesson] Lessons
       *[plan] The plan itself
    }
diff-more =
    { $count ->
        [one] … and one more, with --all
       *[other] … and { $count } more, with --all
    }
diff-mark-added = new
diff-mark-removed = gone
diff-mark-changed = changed

## What one change is. $change: set (nothing of it was there before), gone (nothing of it is there now), changed

diff-id = It has a new id. Before: { $old }.
diff-title =
    { $change ->
        [set] It has a title now.
        [gone] It has no title any more. Before: { $old }.
       *[changed] In other words now. Before: { $old }.
    }
diff-level = It is now on the level: { $new }. Before: { $old }.
diff-leads-to = It leads to { $what }.
diff-led-to = It led to { $what }.
diff-option-of = It is an option of { $choice }.
diff-supports =
    { $change ->
        [set] It leads to { $new } now.
        [gone] It no longer leads to { $old }.
       *[changed] It leads to { $new } now, and no longer to { $old }.
    }
diff-nested-in =
    { $change ->
        [set] It is written inside { $new } now.
        [gone] It is no longer written inside { $old }.
       *[changed] It is written inside { $new } now, and no longer inside { $old }.
    }
diff-chosen =
    { $change ->
        [set] Decided: { $new }.
        [gone] It is open again. It was decided: { $old }.
       *[changed] It is decided in another way: { $new }. Before: { $old }.
    }
# $part: the party or constituency; $new, $old: how far they take part
diff-with =
    { $change ->
        [set] It is with { $part } now ({ $new }).
        [gone] It is no longer with { $part }.
       *[changed] It is with { $part } in another way now: { $new }. Before: { $old }.
    }
# $part: the donor; $new, $old: how much
diff-funded-by =
    { $change ->
        [set] { $part } pays for it now ({ $new }).
        [gone] { $part } no longer pays for it. Before: { $old }.
       *[changed] { $part } pays for it: { $new }. Before: { $old }.
    }
diff-access =
    { $change ->
        [set] How far { $part } is trusted there: { $new }. Before, nothing was written.
        [gone] How far { $part } is trusted there is no longer written. Before: { $old }.
       *[changed] How far { $part } is trusted there: { $new }. Before: { $old }.
    }
diff-sign =
    { $change ->
        [set] A new sign: { $new }.
        [gone] A sign is gone: { $old }.
       *[changed] A sign in other words: { $new }. Before: { $old }.
    }
# $part: a day
diff-event =
    { $change ->
        [set] Something happens on { $part } now.
        [gone] Nothing happens on { $part } any more.
       *[changed] Something else happens on { $part }.
    }
# $part: the name of a finding
diff-accepted =
    { $change ->
        [set] The team accepts { $part }: { $new }.
        [gone] The team no longer accepts { $part }. It was: { $old }.
       *[changed] The team accepts { $part } for another reason: { $new }. Before: { $old }.
    }
# Any other field that holds one value. $label: what the field is
diff-one =
    { $change ->
        [set] { $label }: { $new }. Before, nothing was written.
        [gone] { $label }: no longer written. Before: { $old }.
       *[changed] { $label }: { $new }. Before: { $old }.
    }
# Any other field that holds several values: those that have come, and those that are gone
diff-list =
    { $change ->
        [set] { $label }: { $new } is new.
        [gone] { $label }: no longer { $old }.
       *[changed] { $label }: { $new } is new; no longer { $old }.
    }
# $kind: of the thing that it is written on; $part: what it is about, where it is about a part
diff-label =
    { $field ->
        [status] Status
        [holds] Does it hold
        [consent] Consent
        [consent_date] Day of the consent
        [because] Why
        [needs] How much of what leads to it is needed
        [who]
            { $kind ->
                [choice] Who decides
                [assumption] Who finds out
               *[other] Who answers for it
            }
        [deputy] Who can step in
        [team] Who else takes part
        [lead] Organisation that leads
        [partners] Organisations that take part
        [for] For whom it is
        [start] First day
        [end] Last day
        [days] Days it takes
        [decide_by] To be decided by
        [by] To be found out by
        [depends_on] What must be finished first
        [only_if] Only if this is chosen
        [cost] Cost
        [hours] Hours each time
        [every] Done every
        [kind] Kind
        [track] Track
        [assumes] What it relies on
        [feeds_back] What learns from it
        [baseline] Sign { $part }, at the beginning
        [target] Sign { $part }, to be reached
        [value] Sign { $part }, reached now
        [source] Sign { $part }, to be read in
        [organisation] Organisation
        [side] Side
        [hours_per_week] Hours a week
        [danger] Danger
        [insider] Insider
        [office] Office held
        [known_to] Who knows of the office
        [away] Away
        [influence] Influence
        [represents] Whom they speak for
        [proscribed] Proscribed
        [amount] Amount
        [state] How sure the money is
        [visibility] Wants to be named
        [no_contact] May not pay for contact with proscribed parties
        [reports] Reports
        [commitment] When to decide
        [trigger] What would bring the decision on
        [criteria] Weight of { $part }
        [scores] Score for { $part }
        [excludes] Cannot go together with
        [without] Without
        [delays] Days by which { $part } is late
        [choose] Chosen for { $part }
        [events-without] On { $part }, without
        [events-say] On { $part }, what is told
        [about] About
        [accepted-by] { $part }, accepted by
        [accepted-until] { $part }, accepted until
        [description] Description
        [tags] Tags
        [notes] Notes
        [sensitivity] Who may see it
        [summary] Summary
        [language] Language
        [stage] Stage
        [currency] Currency
        [reviewed] Read again on
        [labels] Word for { $part }
        [form] Form of the set-up
        [host] Host
        [decision_rule] How the group decides
        [factors] How strong the team finds { $part }
        [severity] Weight of the finding { $part }
       *[settings] Setting { $part }
    }

## Values

# A word of a fixed list, as the file has it
diff-word =
    { $word ->
        [active] under way
        [follow-up] follow-up
        [take-part] they take part
        [inform] they are informed
        [consult] they are asked
        [decide] they decide
        [unknown] not known
        [weekday] weekday
       *[other] { $word }
    }
diff-yes-no =
    { $yes ->
        [yes] yes
       *[no] no
    }
# Of what a field says no more than that it is there
diff-there =
    { $field ->
        [with] in contact
        [funded_by] no amount is written
       *[other] written
    }
diff-money = { $amount } { $currency }
diff-days = { $first } to { $last }

## Findings and losses

# $state: new, gone, accepted, open-again
diff-findings =
    { $state ->
        [new] New
        [gone] No longer so
        [accepted] Accepted by the team since
       *[open-again] No longer accepted
    }
diff-accepted-too = { $sentence } (Accepted: { $because })
diff-was-accepted = { $sentence } (It was accepted.)
diff-loss =
    { $change ->
        [new] Without { $item }, { $new ->
            [one] 1 result falls
           *[other] { $new } results fall
        }. Before, it was not in the plan.
       *[changed] Without { $item }, { $new ->
            [0] no result falls
            [one] 1 result falls
           *[other] { $new } results fall
        }; before, { $old }.
    }

## What could not be read

diff-old-unread = { $path } cannot be read as a plan, so it cannot be compared. All that is found now counts as new.
diff-new-unread = { $path } cannot be read as a plan, so nothing can be said of what has changed. See: scf check { $file }
diff-old-incomplete =
    { $count ->
        [one] One place in { $path } cannot be read, so something may be told as new that was there before.
       *[other] { $count } places in { $path } cannot be read, so something may be told as new that was there before.
    }
diff-new-incomplete =
    { $count ->
        [one] One place in { $path } cannot be read, so something may be told as gone that is there.
       *[other] { $count } places in { $path } cannot be read, so something may be told as gone that is there.
    }

## The end

# $changes, $new, $gone: how many
diff-counts =
    { $changes ->
        [0] Nothing has changed in the plan
        [one] 1 change
       *[other] { $changes } changes
    }. { $new ->
        [0] No finding is new
        [one] 1 finding is new
       *[other] { $new } findings are new
    }, { $gone ->
        [0] none is gone
        [one] 1 is gone
       *[other] { $gone } are gone
    }.
diff-counts-unread =
    { $new ->
        [0] No finding is new.
        [one] 1 finding is new.
       *[other] { $new } findings are new.
    }
diff-learn = Learn more:  scf explain { $name }

## The command line

diff-wants-two = Two plans are needed: the old one, then the new one. Or a revision and a plan: scf diff --git HEAD plan.scf.yaml
diff-wants-one = With --git, one plan is enough: it is compared with what it was at that revision.
diff-two-inputs = Only one of the two plans can come from standard input.
diff-git-needs-file = With --git, the plan must be a file: what comes from standard input has no revision.
diff-git-missing = The program git is not on this computer, or cannot be started. Without it: scf diff OLD NEW
diff-git-odd-revision = “{ $revision }” cannot be the name of a revision. Names are, for example: HEAD, HEAD~1, main
diff-git-no-repository = { $path } is not in a repository that git can read. git says: { $said }
diff-git-no-revision = There is no revision “{ $revision }” in this repository. To see them:  git log --oneline
diff-git-no-file = { $path } is not in the revision { $revision }. Was it called something else, or is it new since?
diff-git-failed = git could not give { $path } at { $revision }. It says: { $said }
