# How findings are told: titles inside sentences, lists, and the blocks of `scf check`.

# A title inside a sentence. The name of somebody stands without quotes, unless it is a whole description.
quoted =
    { $kind ->
        [name] { $title }
       *[other] “{ $title }”
    }
list-two = { $a } and { $b }
list-three = { $a }, { $b } and { $c }
list-more = { $a }, { $b } and { $count } more
# What only the inner circle may see.
core-item = (core item)

# Further places of a finding; $related is what stands there.
related-also = { $related } fails in the same way
related-chosen = { $related } is chosen here
related-clash = { $related } is the other choice
related-closes = { $related } is part of what closes it
related-dropped = { $related } is dropped
related-excluded = here it says what cannot go with { $related }
related-first-use = the first time this id is used
related-first-key = the first time this word stands here
related-empty-entry = here it stands, with nothing behind it
related-wrong-kind = what has this id
related-hangs-on = { $related } makes a difference to it
related-in-conflict = { $related } is one of these choices
related-in-circle = { $related } is part of the circle
related-loss = { $related } falls with it
related-needs = { $related } does not say it
related-target = { $related } is what it is tied to
related-through = { $related } falls first, and these results with it
related-waits-for = { $related } is to be decided first

# The first line of a check.
standard-input = standard input
head-count =
    { $count ->
        [one] 1 item
       *[other] { $count } items
    }
head-stage =
    { $stage ->
        [sketch] a sketch
        [running] a plan under way
       *[plan] a plan
    }
head-unread = cannot be read yet

# Where something stands.
at-lines =
    { $count ->
        [one] line { $lines }
       *[other] lines { $lines }
    }
joined = { $before }, { $next }

# What rests on something, one to a line below.
block-more-losses =
    { $count ->
        [one] and one more, with --all
       *[other] and { $count } more, with --all
    }
block-also = The same holds for { $also }.
# More of one kind than are told in full; $title is the heading of the kind.
block-overflow =
    { $count ->
        [one] One more: { $title }
       *[other] { $count } more: { $title }
    }
block-all-share =
    { $count ->
        [one] With each of them, also with those above, this falls: { $shared }.
       *[other] With each of them, also with those above, these fall: { $shared }.
    }
block-most-share = { $shared } falls with { $times } of the { $count }, those above counted.

advice-heading = Worth a conversation
advice-like = { $count } × { $brief }: { $items }
advice-like-bare = { $count } × { $brief }
accepted-heading = Accepted by the team
accepted-why = because “{ $because }”
accepted-why-until = because “{ $because }” (until { $until })
# In the place of a reason that somebody has written
accepted-by-baseline = It has been in the baseline since { $since }.
# $level: advice, warning, or off; the plan says so, and the settings for all plans say more
accepted-by-settings =
    { $level ->
        [off] The plan’s own settings turn it off.
       *[other] The plan’s own settings weigh it only as: { $level }.
    }
# Below findings that count again; $since is the first day, $count says of how many it is told
block-known-since =
    { $count ->
        [one] In the baseline since { $since }, and it counts again.
       *[other] In the baseline since { $since }, and they count again.
    }
baseline-heading = In the baseline since { $since }

brief-row = { $title }: { $item }
brief-more =
    { $count ->
        [one] … and one more
       *[other] … and { $count } more
    }

count-error =
    { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
count-warning =
    { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
count-advice =
    { $count ->
        [one] 1 piece of advice
       *[other] { $count } pieces of advice
    }
counts = { $counts }.
# Where each of several plans has one line.
counts-none = nothing found
counts-none-new = nothing new
line-accepted = { $count } accepted
count-accepted = { $count } accepted by the team.
line-in-baseline = { $count } in the baseline
count-in-baseline = { $count } in the baseline.
# Of those that are counted
count-old-in-baseline =
    { $days ->
        [one] { $count } of them in the baseline for more than 1 day.
       *[other] { $count } of them in the baseline for more than { $days } days.
    }
# The same beside what is in the baseline
counts-nothing-new = Nothing new was found in what was looked at.
counts-nothing = No weak point found in what was looked at.
counts-whole = Nothing is broken.
counts-incomplete = The rest was checked without these places.
counts-unread = The plan can be checked once it can be read.

foot-sight = Line of sight
foot-not-looked-at = Not looked at
foot-not-counted = Not counted
foot-settings = Settings
# $path of the settings file, $off findings that it turns off
foot-settings-file =
    { $off ->
        [0] { $path }
        [one] { $path }, which turns off 1 finding
       *[other] { $path }, which turns off { $off } findings
    }
foot-begin = Begin with
foot-learn = Learn more
sight-tasks =
    { $tasks ->
        [one] { $reaching } of { $tasks } { $task-word } reaches the { $ambition-word }
       *[other] { $reaching } of { $tasks } { $task-word } reach the { $ambition-word }
    }
sight-objectives =
    { $supported } of { $objectives } { $objective-word } { $objectives ->
        [one] has
       *[other] { $supported ->
            [one] has
           *[other] have
        }
    } work
sight-both = { $tasks }; { $objectives }.
sight-one = { $sight }.
begin-line = line { $line } of { $file }

# Beside “Not counted”, and at the end of a workload.
note-tasks-without-window =
    { $count ->
        [one] the hours of 1 task, of which the first or last day is missing or does not fit
       *[other] the hours of { $count } tasks, of which the first or last day is missing or does not fit
    }

note-too-many-schemes = which options are closed and what hangs on them, for there are more than { $most } combinations

# The levels, in a sentence that counts them. A plan's own labels go before.
check-level =
    { $level ->
        [ambition] ambition
        [objective]
            { $count ->
                [one] objective
               *[other] objectives
            }
       *[task]
            { $count ->
                [one] task
               *[other] tasks
            }
    }
family =
    { $family ->
        [line] the line to the ambition
        [people] people
        [money] money
        [choices] choices and assumptions
        [time] dates
        [tracks] tracks and cooperation
       *[care] care with people
    }
