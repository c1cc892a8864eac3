# The sentences of the findings about money. For their parts see findings.ftl.
# $item is always there; “vars” names what a message needs beside it. Amounts arrive as text, dates as YYYY-MM-DD.

# vars: $cost what it costs, $brought what its donors bring, $names those of them that are secured or pledged (may be none)
unfunded =
    { $names-count ->
        [0] { $item } costs { $cost }, and no money that is secured or pledged is named for it.
        [one] { $item } costs { $cost }, and { $names } brings { $brought }.
       *[other] { $item } costs { $cost }, and { $names } bring { $brought }.
    }
    .ask = What would it look like for the money that is there?
    .title = Costs more than its donors bring
    .brief = costing more than its donors bring
    .about = A piece of work costs more than its donors bring.

# vars: $given what the work takes from it, $amount what it gives
overspent = The work takes { $given } from { $item }, which gives { $amount }.
    .ask = Which of this work could be smaller, or come later?
    .title = More is taken than the donor gives
    .brief = donor from whom more is taken than it gives
    .about = The work takes more from a donor than it gives.

# vars: $percent a whole number
donor-concentration = { $item } brings { $percent } percent of the secured money that the work takes.
    .ask = If this donor stopped, what would you go on with, and who could carry a small part?
    .title = Most of the money comes from one donor
    .brief = donor who brings most of the money
    .about = One donor brings most of the secured money.

# vars: $end its own last day, $until the last day of its donors, $names its donors
funding-cliff = { $item } goes on until { $end }, and the money of { $names } ends on { $until }.
    .ask = Who could carry the time after { $until }, or what must be finished by then?
    .title = Goes on after its money has ended
    .brief = going on after its money has ended
    .about = A piece of work goes on after its money has ended.

# vars: $party the proscribed party, $donor who pays (the first of each)
contact-ban = { $item } is contact with { $party }, and { $donor }, which pays for it, may not pay for that.
    .ask = Who else could pay for it, or has { $donor } allowed it in writing?
    .title = A contact that its donor may not pay for
    .brief = contact that its donor may not pay for
    .about = A donor pays for a contact that it may not pay for.

# vars: $donor who wants to be seen, $reason: core or danger, $person who is in high danger (with danger only)
visibility-clash =
    { $reason ->
        [core] { $item } is for the inner circle only, and { $donor }, which pays for it, wants to be seen.
       *[danger] { $item } has { $person } in it, who is in high danger, and { $donor }, which pays for it, wants to be seen.
    }
    .ask = Which open work would { $donor } be glad to pay for and be seen at?
    .title = Quiet work, and a donor who wants to be seen
    .brief = quiet work with a donor who wants to be seen
    .about = A donor wants to be seen at work that is quiet or dangerous.

# vars: $count reports in that quarter, $from and $to its first and last day
reporting-load = With the report to { $item }, { $count } reports are due between { $from } and { $to }.
    .ask = Which donor would accept the report that you write for another, or another day?
    .title = Many reports at once
    .brief = many reports at once
    .about = More than two reports to donors are due in one quarter.

# Further places of these findings; $related is what stands there.
related-bound = { $related } may not pay for such contact
related-in-danger = { $related } is in high danger
related-pays = { $related } pays for it
related-proscribed = { $related } is proscribed
related-seen = { $related } wants to be seen
related-takes = { $related } takes from it
