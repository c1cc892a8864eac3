# The sentences of the findings about tracks, organisations, constituencies and what follows. For their parts see
# findings.ftl. $item is always there; “vars” names what a message needs beside it. Dates arrive as YYYY-MM-DD.

# vars: $track its track as text, 1 or 1.5
no-track-link = { $item } belongs to track { $track }, and all work under it is on track 2 or 3, with nothing that links them.
    .ask = Who could sit in both rooms, and what may be carried up?
    .title = No link to the official table yet
    .brief = no link to the official table
    .about = Work in the villages has no link to the official table it is meant for.

# vars: $names the parties that both are in contact with
uncoordinated = { $item } is in contact with { $names }, as your work is, and no work is written to agree with it.
    .ask = Who of you could call them before the next visit, and what must stay with you?
    .title = Another initiative at the same door
    .brief = another initiative at the same door
    .about = Another initiative is with the same party, and nothing is agreed with it.

# vars: $names the partners, or the organisations of the owners below
no-lead = { $item } is shared work, and the plan does not say who leads: { $names }.
    .ask = Who sees first that it does not happen, and may say so?
    .title = Shared, and nobody leads yet
    .brief = shared work without a lead
    .about = Several organisations share a work, and none of them leads.

# vars: $item2 the work it depends on, $names the leads, those of the earlier work first
open-hand-over =
    { $item2-count ->
        [one] { $item } takes over from { $item2 }, the two are led by { $names }, and nobody stands in both.
       *[other] { $item } takes over from { $item2 }, they are led by { $names }, and nobody stands in the work of both.
    }
    .ask = Who was there until the end of the first, and could come along at the beginning of the second?
    .title = A hand-over that nobody holds
    .brief = hand-over that nobody holds
    .about = Work passes between two organisations, and nobody stands in both.

# vars: $names the organisations that lead
two-at-one-door = { $names } come to { $item }, each with work of their own, and no work is written to agree on it.
    .ask = Who calls whom before a visit, and what may the one tell the other?
    .title = Several at one door
    .brief = several organisations at one door
    .about = Two organisations are at the door of one party, and nothing is agreed.

# vars: none
constituency-ignored = No work in the plan is with { $item }.
    .ask = Who says that they speak for them, and where could they speak themselves without danger?
    .title = Talked about, and not with
    .brief = people named and not spoken with
    .about = People whom it concerns are named, and no work is with them.

# vars: none
only-informed = All work with { $item } is to inform them, and none of it asks them.
    .ask = Which one question could you ask them, and do something with the answer?
    .title = Informed, and never asked
    .brief = people informed and never asked
    .about = People whom it concerns are informed, and never asked.

# vars: $start when the first work with them begins, $item2 the first agreement, $date when it begins
late-inclusion = The first work with { $item } begins on { $start }, and the first agreement, { $item2 }, on { $date }.
    .ask = Where could they be asked before it, in their own place and time?
    .title = Asked after the agreement
    .brief = people asked only after the agreement
    .about = The first work with people begins after the agreement about them.

# vars: $reason: withdrawn, unknown (not written as given) or old; $names the talks that are open; $date when it was
# given and $days how long ago (with old only)
no-consent =
    { $reason ->
        [withdrawn] The consent of { $item } is withdrawn, and talks with them are still open: { $names }.
        [old] The consent of { $item } is { $days } days old, from { $date }, and talks with them are open: { $names }.
       *[unknown] The consent of { $item } is not written as given, and talks with them are open: { $names }.
    }
    .ask =
        { $reason ->
            [withdrawn] What made them take it back, and what stops today?
            [old] Who could ask them again, and what may have changed for them?
           *[unknown] Who could ask them, to what exactly, and could they say no?
        }
    .title =
        { $reason ->
            [withdrawn] Their consent is withdrawn
            [old] Their consent is old
           *[unknown] Their consent is not written
        }
    .brief = talks without a fresh consent
    .about = Talks go on without a consent that is given and still fresh.

# vars: none
handshake-only = No follow-up comes after { $item }.
    .ask = What happens on the morning after, and whom does somebody call when it is broken for the first time?
    .title = An agreement without a follow-up
    .brief = agreement without a follow-up
    .about = No follow-up comes after an agreement.

# vars: none
no-analysis = The plan talks with people, and no work asks first who wants what, and why.
    .ask = Who wants what, and why, and on what do you in the team not agree?
    .title = No work asks first who wants what
    .brief = no work that asks first who wants what, and why
    .about = The plan talks with people, and nothing asks first who wants what.

# vars: none
no-planning-time = The work is running, and no time is set aside in which the team looks at the plan.
    .ask = What could be left out, so that there is half a day in a quarter for it?
    .title = No time for looking at the plan
    .brief = no time for looking at the plan
    .about = No time is set aside in which the team looks at the plan.

# Further places of these findings.
related-met-by-both = { $related } is met by both
related-shares = { $related } has a part in it
related-hands-over = { $related } comes before it
related-leads-to-them = { $related } leads work with them
related-first-agreement = { $related } is the first agreement
related-talks = { $related } is with them
