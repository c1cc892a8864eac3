# What is told of many plans in one line, and to the machines that check every change.

# One line, its parts joined: 200 plans · 1 could not be opened · 2 broken · 37 to look at
tally-plans =
    { $count ->
        [one] 1 plan
       *[other] { $count } plans
    }
tally-unopened = { $count } could not be opened
tally-broken = { $count } broken
# Plans for which the check fails
tally-to-look-at =
    { $count ->
        [0] nothing to look at
       *[other] { $count } to look at
    }

# The same where there is a baseline of what is known
tally-new =
    { $count ->
        [0] nothing new
       *[other] { $count } with something new
    }

# Beside a bar that shows how far it is; $done and $count are numbers.
progress = { $done } of { $count } plans

# The title of a note beside a line; $title is the heading of a finding, $name its name.
ci-title = { $title } ({ $name })
# What does not fit among those notes; $counts says how many of each weight.
ci-more-notes =
    { $count ->
        [one] One more finding does not fit here: { $counts }. See all of them with: scf check
       *[other] { $count } more findings do not fit here: { $counts }. See all of them with: scf check
    }
# What does not fit into a list that begins with the worst.
ci-more-results =
    { $count ->
        [one] One more finding does not fit here; those that are listed weigh more, or as much.
       *[other] { $count } more findings do not fit here; those that are listed weigh more, or as much.
    }
# How to read more; $name is the name of a finding.
ci-help = To read what it means, and what can help: scf explain { $name }

# The columns of a table of findings.
ci-column-weight = Weight
ci-column-where = Where
ci-column-what = What was found, and what to ask
ci-column-finding = Finding
