# The sentences of the findings about time. For their parts see findings.ftl.
# $item is always there; “vars” names what a message needs beside it. Dates arrive as YYYY-MM-DD.

# vars: $start, $end; $kind of the item tells whose days they are (of a person: a time away)
backwards =
    { $kind ->
        [plan] The plan begins on { $start } and ends on { $end }, which is earlier.
        [person] A time in which { $item } is away begins on { $start } and ends on { $end }, which is earlier.
        [donor] The money of { $item } begins on { $start } and ends on { $end }, which is earlier.
       *[other] { $item } begins on { $start } and ends on { $end }, which is earlier.
    }
    .ask = Which of the two days is the right one?
    .title = It ends before it begins
    .brief = ending before it begins
    .about = Something begins after its own last day.

# vars: $side: early or late, $date its day that lies outside, $where: plan or holder, $holder what it stands in (with
# holder only), $limit the first (early) or last (late) day of the plan or the holder
outside-window =
    { $side ->
        [early] { $item } has the day { $date }, and { $where ->
            [plan] the plan begins
           *[holder] { $holder } begins
        } only on { $limit }.
       *[late] { $item } reaches to { $date }, and { $where ->
            [plan] the plan ends
           *[holder] { $holder } ends
        } on { $limit }.
    }
    .ask = Which is right: its own day, or the frame around it?
    .title = Outside the days of what it stands in
    .brief = outside the days of what it stands in
    .about = The days of an item lie outside those of the plan or of what it stands in.

# vars: $start its first day, $item2 what it waits for, $end the last day of that
starts-too-early = { $item } begins on { $start }, and waits for { $item2 }, which goes on until { $end }.
    .ask = What does the first give to the second, and could a part of it be enough?
    .title = Begins before what it waits for is over
    .brief = beginning before what it waits for is over
    .about = Work begins before what it waits for is over.

# vars: $end its own last day, $finish the earliest day that the order allows, $days between the two
too-late =
    { $days ->
        [one] { $item } is to be finished by { $end }; in the order that is written, the earliest is one day later, on { $finish }.
       *[other] { $item } is to be finished by { $end }; in the order that is written, the earliest is { $days } days later, on { $finish }.
    }
    .ask = Which step before it could be shorter, or begin earlier, and who has been told the day?
    .title = Cannot be finished by its day
    .brief = not to be finished by its day
    .about = In the order that is written, something cannot be finished in time.

# vars: $end its last day, $days how long ago
overdue =
    { $days ->
        [one] { $item } was to be over yesterday, on { $end }, and is still open.
       *[other] { $item } was to be over on { $end }, { $days } days ago, and is still open.
    }
    .ask = Is it done, dropped, or still to come, and who waits for it?
    .title = Its day is over, and it is open
    .brief = open after its last day
    .about = The last day of something open is over.

# Further places of a finding about days; $related is what stands there.
related-holder = { $related } is what it stands in
related-waited-for = { $related } comes before it
