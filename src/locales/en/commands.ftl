# What show, why, explain, new, completions, man and scf alone say.
# Titles of the plan arrive escaped, and are never changed by a sentence.

## Levels and kinds

# $level: ambition, goal, objective, activity, task
level =
    { $level ->
        [ambition] ambition
        [goal] goal
        [objective] objective
        [activity] activity
       *[task] task
    }
# How many items of a level there are
level-count =
    { $level ->
        [goal] { $count ->
            [one] 1 goal
           *[other] { $count } goals
        }
        [objective] { $count ->
            [one] 1 objective
           *[other] { $count } objectives
        }
        [activity] { $count ->
            [one] 1 activity
           *[other] { $count } activities
        }
       *[task] { $count ->
            [one] 1 task
           *[other] { $count } tasks
        }
    }
kind =
    { $kind ->
        [person] person
        [organisation] organisation
        [donor] donor
        [party] party
        [constituency] constituency
        [other] other initiative
        [assumption] assumption
        [choice] choice
        [option] option
        [scenario] scenario
        [lesson] lesson
       *[other-kind] part of the plan
    }

## What is said of a thing in brackets behind its title

state-done = done
state-active = under way
state-dropped = dropped
state-not-chosen = { $option } was not chosen
state-closed = { $option } can no longer be chosen
state-left-out = left out
state-only-if = only if { $option }
state-chosen = chosen
state-assumption =
    { $holds ->
        [yes] it holds
        [no] it does not hold
       *[unknown] nobody knows yet
    }

## show

# What does not lead to the ambition, at the end
show-astray = Does not lead to the ambition yet
show-above = see above
show-below = see below
# An item that is told under another one, in a row that --depth leaves out
show-under = it stands under { $id }
show-hidden =
    { $count ->
        [one] 1 more below
       *[other] { $count } more below
    }
show-marks = ! something is missing or does not fit    ? worth a conversation
show-elsewhere =
    { $count ->
        [one] One more finding is about something that is not in this picture.
       *[other] { $count } more findings are about things that are not in this picture.
    }
show-next-check = Read more:  scf check { $path }
# $id of one line, as an example
show-next-why = Ask what a line is there for:  scf why { $path } { $id }
# Above an incomplete plan
show-incomplete =
    { $count ->
        [one] A part of the text could not be read, so something may be missing here. See: scf check { $path }
       *[other] { $count } places in the text could not be read, so something may be missing here. See: scf check { $path }
    }
show-unreadable = The text cannot be read as a plan, so there is nothing to show. See: scf check { $path }
show-under-is-no-item = “{ $title }” ({ $id }) is not on the ladder from the ambition to the tasks. Try: scf why { $path } { $id }
show-column =
    { $column ->
        [level] Level
        [title] Title
        [id] Id
        [who] Who
        [status] Status
        [dates] Dates
       *[supports] Supports
    }

# $columns: their names
show-left-out = Left out, because the screen is narrow: { $columns }. With more room:  --width 120

## why

why-so-that-what = So that what?
why-so-that = so that
why-because = because
why-as-long-as = as long as
why-no-because = (nobody has written why)
why-is-ambition = This is the ambition, the top of the plan. All the rest is there for it.
why-dead-end =
    { $kind ->
        [person] Nothing that this person has a part in leads to the ambition yet.
        [organisation] Nothing that this organisation has a part in leads to the ambition yet.
        [donor] Nothing that this donor pays for leads to the ambition yet.
       *[other] It does not lead to the ambition yet.
    }
# A line that is the same as the one before as far as $title
why-as-far-as = first as in { $number }, up to “{ $title }”
# A line that is the same as an earlier one from here on
why-goes-on = and from there as in { $number }
why-lines-more =
    { $count ->
        [one] One more line leads up to the ambition.
       *[other] { $count } more lines lead up to the ambition.
    }
why-lines-countless = In all, a million lines or more lead up to the ambition.

why-stands-on = What does it stand on?
why-bare = Nothing is written yet that leads to it.
# What a group is for, and how many of it are needed: one (there is only one), any, all, some, amounts, options (all,
# but of those under different options of a choice one is enough)
why-group =
    { $need ->
        [support] Work that leads to it
        [who] Someone to do it
        [money] Money
        [party] Those it is with
        [access] Someone who can talk with “{ $party }”
        [lead] The organisation that leads
        [assumption] What must be true
        [depends_on] What must be finished first
       *[organisation] The organisation behind this person
    }{ $how-many ->
        [one] :
        [any] { $count ->
            [2] . One of the two is enough:
           *[other] . One of these { $count } is enough:
        }
        [all] { $count ->
            [2] . Both are needed:
           *[other] . All { $count } are needed:
        }
        [some] . At least { $at-least } of these { $count } are needed:
        [options] . All are needed; of those under different options of a choice, one is enough:
       *[amounts] . Together they must bring at least { $percent } of every 100:
    }
why-done = Done already:

why-falls =
    { $kind ->
        [person] What falls without this person?
        [organisation] What falls without this organisation?
        [donor] What falls without this donor?
        [party] What falls without this party?
        [assumption] What falls if this does not hold?
        [choice] What falls if none of the options happens?
        [scenario] What falls without all that this scenario takes away?
       *[other] What falls if this fails?
    }
why-falls-absent = It does not belong to the plan now, so nothing falls with it.
why-falls-done = It is done. It stands, whatever else fails.
why-in-circle =
    It is part of a circle, in which things wait for each other. Once the circle is undone, one can say what falls with it.
why-down = It does not stand even now: something that it stands on is missing.
why-falls-nothing =
    { $kind ->
        [ambition] Nothing: it is the top of the plan.
        [goal] Nothing else falls. The rest of the plan can go on.
        [objective] Nothing else falls. The rest of the plan can go on.
       *[other] Nothing. The rest of the plan can go on.
    }
# $is-result: yes where what fails is itself one of the results
why-falls-no-result =
    { $is-result ->
        [yes] No other result falls with it.
       *[no] No result falls.
    }
why-falls-results =
    { $results ->
        [one] The only result falls:
       *[other] { $loss } of the { $results } results:
    }
why-falls-others =
    { $loss ->
        [0] What falls:
       *[other] And with them:
    }

# Where a thing is used: one sentence for each part it can have
why-uses =
    { $kind ->
        [choice] What belongs to this choice?
        [option] What belongs to this option?
        [scenario] What happens in it?
        [lesson] What is it about?
       *[other] Where is it in the plan?
    }
why-uses-none =
    { $kind ->
        [person] This person has no part in the plan yet.
        [party] No work is with them yet.
        [constituency] No work is with them yet, and nobody speaks for them.
        [donor] Nothing is paid by this donor yet.
        [lesson] It does not name anything in the plan.
        [scenario] Nothing is written yet that happens in it.
       *[other] Nothing in the plan names it yet.
    }
why-nobody-with = No work is with them yet.
# $part: as what a thing is named there
why-use =
    { $part ->
        [who] Answers for:
        [deputy] Can step in for:
        [team] Takes part in:
        [for] This care or security work is for this person:
        [deputy-of] Can step in for:
        [access] In contact with:
        [decides] Decides:
        [finds-out] Finds out:
        [lead] Leads:
        [partner] Takes part in:
        [member] These people belong to it:
        [payer] Pays for:
        [with] Work with them:
        [access-of] Who is in contact with them:
        [side-of] Who stands on their side:
        [other] Other initiatives that are with them:
        [spoken-for-by] Who speaks for them:
        [other-with] It is with:
        [assumed] What relies on it:
        [only-if] { $kind ->
            [option] Only with this option:
           *[other] Only with one of the options:
        }
        [option] The options:
        [answers] It answers:
        [excludes] Cannot go together with:
        [without] Without:
        [delays] Later than planned:
        [chooses] Chosen in it:
        [about] About:
        [waits] What waits until it is finished:
        [in-scenario] Missing in these scenarios:
       *[in-lesson] Lessons about it:
    }
why-said-access =
    { $word ->
        [trusted] trusted
        [working] working contact
       *[strained] strained
    }
why-said-degree =
    { $word ->
        [inform] they are informed
        [consult] they are asked
        [take-part] they take part
        [decide] they decide
       *[contact] in contact
    }
why-said-days =
    { $days ->
        [one] 1 day
       *[other] { $days } days
    }
why-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
# What is weak about the thing itself; $names of the findings, and the first of them
why-found = Found here: { $names }. Read more:  scf explain { $name }
why-next-show = All that leads to it:  scf show { $path } --under { $id }
why-which-id = What do you want to ask about? Put its id behind the plan. All ids are in:  scf show { $path } --table
why-unknown = There is no “{ $id }” in this plan.
why-nearest = Near to it:
why-see-all = All ids are in:  scf show { $path } --table
# Above the faults of a plan that a command refuses
format-not-written = This command does not write { $format }. It writes: { $formats }
plan-incomplete =
    { $count ->
        [one] Nothing was worked out yet: one place in { $path } is to be mended first. Then try again:
       *[other] Nothing was worked out yet: { $count } places in { $path } are to be mended first. Then try again:
    }

## explain

explain-list = What scf can find. Read more with:  scf explain NAME
explain-family =
    { $family ->
        [text] The text itself
        [line] The line from the ambition to daily work
        [people] People and group
        [money] Money
        [choices] Choices and assumptions
        [time] Time
        [tracks] Tracks, organisations, constituencies
       *[care] Care with people
    }
explain-severity =
    { $severity ->
        [error] error
        [warning] warning
       *[advice] advice
    }
explain-legend =
    error: the plan contradicts itself or cannot be read. warning: the plan has a hole. advice: worth a conversation.
explain-later = To come in a later version:
explain-not-built = “{ $name }” comes in a later version. All that scf can find now:  scf explain
explain-no-page = There is no page for “{ $name }” yet. In one line: { $about }

## new

new-written = Your first plan is in { $file }
new-private = Only you can read this file on this computer.
new-how = Open it with any text editor, and change every sentence to your own.
new-schema = For an editor that knows YAML:  { $command }
new-next = Then try:  scf check { $file }
new-exists = { $file } is there already. Nothing was changed. For another name:  scf new NAME
new-is-folder = { $file } is a folder. Name a file in it:  scf new { $example }
new-no-folder = The folder { $folder } does not exist. Make it first, or choose another place.
new-not-allowed = { $file } cannot be written: this computer does not allow it here.
new-cannot = { $file } cannot be written: { $error }

## completions and man

man-written =
    { $count ->
        [one] Wrote one page to { $folder }
       *[other] Wrote { $count } pages to { $folder }
    }
man-unknown = There is no command “{ $name }”. The commands are: { $names }
man-cannot = { $folder } cannot be written: { $error }

## scf alone

welcome =
    scf reads the plan of a mediation and asks: what falls if this fails?
    It finds where the line from the ambition to daily work is weak,
    and gives you questions to talk about. It does not grade anybody.

    Three commands to begin with:
      scf new                    write a first plan that you can change
      scf check plan.scf.yaml    see where the plan is weak
      scf show plan.scf.yaml     see the whole plan as a tree
    Nothing leaves this computer. Use code names, never the real ones. More: scf --help
