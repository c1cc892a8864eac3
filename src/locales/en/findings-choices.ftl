# The sentences of the findings about choices and assumptions. For their parts see findings.ftl.
# $item is always there; “vars” names what a message needs beside it. Dates arrive as YYYY-MM-DD.

# vars: $choice2 the earlier choice, $option what is chosen here, $option2 what is chosen there
clashing-choices = { $option } is chosen for { $item } and { $option2 } for { $choice2 }, and the plan says that these two cannot go together.
    .ask = Which of the two would you rather keep, or can they go together by now?
    .title = Two options that cannot go together
    .brief = pair of chosen options that cannot go together
    .about = Two options are chosen that cannot go together.

# vars: $names the choices, $count how many exclusions and decisions leave nothing
no-scheme =
    { $names } cannot be answered so that the answers go together: { $count ->
        [one] one exclusion leaves no way open.
       *[other] { $count } exclusions and decisions leave no way open.
    }
    .ask =
        { $count ->
            [one] Can they go together after all, or which option is still missing?
           *[other] Which of these would be the easiest to give up, or which option is still missing?
        }
    .title = The choices leave no way open
    .brief = set of choices that leaves no way open
    .about = The choices cannot all be answered so that the answers go together.

# vars: $choice the choice it belongs to, $names what closes it
closed-option = { $item } cannot be chosen for { $choice } any more, because of { $names }.
    .ask = Was it meant so, and who tells those who had hoped for it?
    .title = An option that is closed
    .brief = option that is closed
    .about = An option goes with no combination that is left.

# vars: $choices the choices that make the difference (may be none: then it is not told which)
hangs-on-choice =
    { $choices-count ->
        [0] { $item } stands with some combinations of options and falls with others.
        [one] { $item } stands with some answers to { $choices } and falls with others.
       *[other] It depends on the answers to { $choices } together whether { $item } stands or falls.
    }
    .ask = With which answers does it fall, and what could bring it about then, even a part of it?
    .title = A result that hangs on an open choice
    .brief = result that hangs on an open choice
    .about = A result stands with some answers to an open choice and falls with others.

# vars: $choice, $start when the work begins, $by when the choice is to be decided
blocked-by-choice = { $item } begins on { $start }; whether it is done at all depends on { $choice }, which is to be decided by { $by }.
    .ask = Could you decide earlier, or which part of it is right with every answer?
    .title = Begins before it is decided
    .brief = beginning before it is decided
    .about = Work under one option begins before the choice is to be made.

# vars: $by the day, $days how long ago
decision-due =
    { $days ->
        [one] { $item } was to be decided by { $by }, one day ago, and is still open.
       *[other] { $item } was to be decided by { $by }, { $days } days ago, and is still open.
    }
    .ask = Is it decided and only not written, or what is still missing?
    .title = A choice that was to be made by now
    .brief = choice that was to be made by now
    .about = The day by which a choice was to be made is over.

# vars: none
no-decider = { $item } is open, and nobody is named yet who sees to it that it is decided.
    .ask = Who would call the others together for it?
    .title = Nobody sees to this choice yet
    .brief = choice that nobody sees to yet
    .about = Nobody is named who sees to it that a choice is made.

# vars: $option what is chosen
unreasoned-choice = { $option } is chosen for { $item }, and the reason is not written.
    .ask = What would you say to those who had hoped for another answer?
    .title = Chosen, and not written why
    .brief = choice without a written reason
    .about = An option is chosen, and the reason is not written.

# vars: $count how many options: 0 or 1
one-option =
    { $count ->
        [0] { $item } is written as a choice, and has no option yet.
       *[other] { $item } is written as a choice, and has only one option.
    }
    .ask = What would each side propose, and what happens if nothing is chosen?
    .title = Nothing to choose between yet
    .brief = choice with fewer than two options
    .about = A choice has only one option, or none.

# vars: none
open-ended-later = { $item } is left for later, and the plan does not say until when, or until what happens.
    .ask = By what would everybody see that it is time?
    .title = Left for later, without a day
    .brief = choice left for later without a day
    .about = A choice is left for later, and nothing says until when.

# vars: $names what relies on it, $loss the results that fall with it (may be none)
broken-assumption =
    { $names-count ->
        [one] { $item } does not hold, and { $names } still relies on it
       *[other] { $item } does not hold, and these still rely on it: { $names }
    }{ $loss-count ->
        [0] .
        [one] ; without it, this result falls: { $loss }.
       *[other] ; without it, these results fall: { $loss }.
    }
    .ask = In what other way could you reach the same, even a part of it?
    .title = The plan relies on something that does not hold
    .brief = assumption that does not hold
    .about = The plan relies on something that does not hold any more.

# vars: $by the day, $days how long ago
open-question =
    { $days ->
        [one] { $item } was to be known by { $by }, one day ago, and the plan says neither yes nor no.
       *[other] { $item } was to be known by { $by }, { $days } days ago, and the plan says neither yes nor no.
    }
    .ask = Who could ask, and what would you do first, if the answer were no?
    .title = A question that was to be answered by now
    .brief = question that was to be answered by now
    .about = The day by which an assumption was to be looked at is over.

# Further places of these findings; $related is what stands there.
related-relies = { $related } relies on it
