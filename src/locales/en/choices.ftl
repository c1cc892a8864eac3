# What choices says.

# A result that hangs by work which stands inside work of an option
choices-hangs-inside = work that stands inside work of an option
choices-none = No choice is written in this plan yet. Is there something that could be done in two ways?
choices-head =
    { $count ->
        [one] 1 combination of options is possible.
       *[other] { $count } combinations of options are possible.
    }
# $count: how many were looked at; $most: schemes_max
choices-too-many =
    { $count ->
        [0] There are too many combinations to look at all of them, so it is not said which options are closed. Could the team decide one of the choices first?
       *[other] There are more than { $most } combinations, or too many to work out. The first { $count } were looked at, so it is not said which options are closed, or what hangs on them. Could the team decide one of the choices first?
    }
choices-options = What each option leaves open
choices-schemes = The combinations
choices-hangs = What hangs on a choice that is still open
choices-column =
    { $column ->
        [number] No
        [picks] Options
        [results] Results
        [cost] Cost
        [peak] Fullest week, hours
        [bottlenecks] Bottlenecks
        [bottlenecks-narrow] Bottle- necks
        [score] Score
        [question] Question
        [option] Option
        [schemes] Possible with it
        [result] Result
        [hangs-on] It hangs on
        [standing] Results that stand only here
       *[work] In the plan only here
    }
# $names: options that close it
choices-closed = closed, because of { $names }
choices-chosen =
    { $chosen ->
        [yes] chosen
       *[no] not chosen
    }
# $schemes of $count schemes hold this option
choices-outlook =
    { $most ->
        [yes] { $schemes } of { $count }; it keeps most doors open
       *[no] { $schemes } of { $count }
    }
choices-best = Of these, no other is at least as good on every count and better on one. The counts are: results, cost, the fullest week of anybody, bottlenecks, score.
choices-best-few-counts = Of these, no other is at least as good on every count and better on one. The counts are: results, cost, score. There are too many combinations to work out the fullest week and the bottlenecks of each.
choices-more =
    { $count ->
        [one] 1 more. To see it:  --top { $all }
       *[other] { $count } more. To see them:  --top { $all }
    }
choices-next-what-if = What if we choose this?   scf what-if { $path } --choose { $option }
choices-next-compare = Two of them side by side:  scf choices { $path } --compare { $pair }
# $names: choices
choices-no-scheme = No combination is possible. These do not fit together: { $names }.
choices-exclusion = { $one } cannot go with { $other }.
choices-decision = { $option } is chosen.
choices-no-scheme-ask = Which of these could be otherwise?
choices-compare-head = Combination { $first } beside combination { $second }; only what differs.
choices-compare-same = Nothing differs.
choices-scheme = No { $number }
choices-wrong-pair = “{ $word }” does not name two combinations. Write two numbers of the first column, such as 1,2. There are { $count }.
choices-too-many-to-sort = There are too many combinations to work out the fullest week and the bottlenecks of each. They can be sorted by results, cost or score.
choices-burdens-cut = There are very many combinations, so the fullest week and the bottlenecks are told of the first 1000 only. For fewer:  --top 1000
