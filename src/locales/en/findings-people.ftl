# The sentences of the findings about people and the group. For their parts see findings.ftl.
# $item is always there; “vars” names what a message needs beside it.

# vars: none
no-owner = { $item } has nobody yet who takes care of it.
    .ask = Who would say of their own accord that this is theirs?
    .title = Nobody takes care of it yet
    .brief = nobody named who takes care of it
    .about = Nobody is named who takes care of a piece of work.

# vars: none
no-host = The group is informal and works with donors, and no house is named that can receive the money for it.
    .ask = Which house do both sides bear, and would it receive the money for you?
    .title = No house for the money yet
    .brief = no house named for the money
    .about = An informal group has no house that can receive its money.

# vars: none
no-decision-rule = The plan does not say yet how the group decides.
    .ask = How do you decide when you do not agree, and who must be asked before something is promised?
    .title = How the group decides is not written
    .brief = way of deciding not written
    .about = The plan does not say how the group decides.

# vars: $person the only one with access
single-insider = { $person } is the only one with access to { $item }.
    .ask = Who could go along on the next visit, and would they be let in?
    .title = One door, and one person who opens it
    .brief = door that only one person opens
    .about = Exactly one person has access to a party that the work is with.

# vars: none
no-access = The work is with { $item }, and nobody has access to them yet.
    .ask = Whom do they let in today, and who could ask that person without danger?
    .title = A door that nobody opens yet
    .brief = door that nobody opens yet
    .about = The work is with a party to which nobody has access.

# vars: none
unreached = No work in the plan is with { $item }, in spite of their great influence.
    .ask = Who speaks with them today, and what is the smallest step that puts nobody in danger?
    .title = Much influence, and nobody speaks with them
    .brief = party of much influence that nobody speaks with
    .about = No work is with a party that has much influence.

# vars: $weeks how many, $first-week and $worst-week as text (2027-W09), $worst-hours and $capacity as text (18.5)
overload =
    { $weeks ->
        [one] { $item } has more work than hours in one week, { $worst-week }: { $worst-hours ->
            [1] 1 hour
           *[other] { $worst-hours } hours
        } of work, and { $capacity } to give.
       *[other] { $item } has more work than hours in { $weeks } weeks, first in { $first-week }; in the fullest, { $worst-week }, { $worst-hours ->
            [1] 1 hour
           *[other] { $worst-hours } hours
        } of work, and { $capacity } to give.
    }
    .ask =
        { $weeks ->
            [one] What could wait, be shared, or be left out in that week?
           *[other] What could wait, be shared, or be left out in these weeks?
        }
    .title = More work than hours
    .brief = more work than hours
    .about = A person has more hours of work than hours to give.

# vars: $count open tasks that are theirs, $total open tasks
carries-most = { $count } of the { $total } open tasks are carried by { $item }.
    .ask = Which of these tasks would somebody else like to learn?
    .title = Most of the tasks lie with one person
    .brief = person who carries most of the tasks
    .about = One person is responsible for a large part of the tasks.

# vars: none
no-deputy = Much rests on { $item }, and nobody is named who could stand in.
    .ask = Who has been there already, and would be let in a second time?
    .title = Nobody to stand in yet
    .brief = nobody named to stand in
    .about = Much rests on a person, and nobody could stand in.

# vars: $party the side that all name, $count how many name one
one-sided-team = All { $count } people who name a side name the same one: { $party }.
    .ask = Whom does the other side trust, and what would make it safe for them to join?
    .title = A team from one side
    .brief = team from one side
    .about = All who name a side in the team name the same one.

# vars: $names the parties that are not said to know of the office
dual-role = { $item } also holds an office, and the plan does not say that it is known to { $names }.
    .ask = Do all sides know, and accept it?
    .title = Two roles in one person
    .brief = two roles in one person
    .about = An insider holds an office, and not every party knows of it.

# vars: none
exposed = { $item } is in high danger, and no work for their safety or rest is written.
    .ask = What would { $item } like to have in place before the next visit?
    .title = In danger, and nothing written for their safety
    .brief = person in danger without work for their safety
    .about = A person in high danger has no work for their safety.

# Further places of these findings; $related is what stands there.
related-insider = { $related } is the one who has access
related-left-out = not said to know of it: { $related }
related-rests = { $related } rests on them
related-side = { $related } is the side that all name
