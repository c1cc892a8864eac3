# What agenda says. Titles of the plan arrive escaped, and are never changed by a sentence.

# $weekday: 1 is Monday, 7 is Sunday
agenda-day =
    { $weekday ->
        [1] Monday { $date }
        [2] Tuesday { $date }
        [3] Wednesday { $date }
        [4] Thursday { $date }
        [5] Friday { $date }
        [6] Saturday { $date }
       *[7] Sunday { $date }
    }
# The days that are told; $week where they are one week: 2027-W18
agenda-period =
    { $how ->
        [day] { $from }
        [week] Week { $week }, from { $from } to { $to }
       *[days] The { $days } days from { $from } to { $to }
    }
agenda-only-who = Only for { $names }
agenda-away =
    { $how ->
        [always] { $who } is away all this time.
        [day] { $who } is away on { $from }.
       *[days] { $who } is away from { $from } to { $to }.
    }

## What there is to do

agenda-overdue = Still open, though its day is over
agenda-under-way = On any day
agenda-daily = Day by day
# A title, and what there is to do about it
agenda-titled =
    { $occasion ->
        [begins] Begins: { $title }
        [last-day] Last day: { $title }
        [due] Due: { $title }
        [report] Report to { $title }
        [decide] Decide: { $title }
        [find-out] Find out if it holds: { $title }
       *[work] { $title }
    }
agenda-with = { $who } with { $team }
agenda-nobody = nobody is named yet
agenda-every =
    { $every ->
        [day] every day
        [weekday] Monday to Friday
        [week] every week
        [two-weeks] every 2 weeks
        [month] every month
       *[quarter] every 3 months
    }
# $late: yes where what comes after cannot be in time any more; $days: how many days late, or to spare
agenda-spare =
    { $late ->
        [yes] { $days ->
            [one] a day too late for what comes after
           *[other] { $days } days too late for what comes after
        }
       *[no] { $days ->
            [0] no day to spare
            [one] a day to spare
           *[other] { $days } days to spare
        }
    }
agenda-until = until { $day }
agenda-from = from { $day } on
agenda-was-due =
    { $days ->
        [one] it was for { $day }, 1 day ago
       *[other] it was for { $day }, { $days } days ago
    }
agenda-owner-away = { $who } is away
agenda-owner-away-partly = { $who } is away on some of these days
agenda-stands-in = can stand in: { $names }
agenda-so-that = so that “{ $title }”
# The rest of the line has been told further up
agenda-as-above = so that “{ $title }” (as above)
agenda-goes-on = and so on, up to the ambition
agenda-leads-nowhere = It does not lead to the ambition yet.

## Below

agenda-more = and { $count } more; to see them all: -v
agenda-nothing = Nothing is written for these days.
agenda-nothing-after = Nothing is written for these days, nor for any day after them.
# After it comes an example
agenda-no-days = Nothing in this plan has a day yet. Write when work begins and ends, or how often it comes back. For example:
agenda-no-days-who = Nothing for { $names } has a day yet.
agenda-next-day = The next day with something to do is { $day }.
agenda-counted = Work that comes back is counted from its first day. If a day near it is better, take that one.
# Beside work that has a day
agenda-undated =
    { $count ->
        [one] One piece of work has no day yet, so it is not here. When could it be?
       *[other] { $count } pieces of work have no day yet, so they are not here. When could they be?
    }
agenda-see-dates = See all days:  scf show { $path } --table
agenda-read-on = Read on:  scf agenda { $path } --from { $day }{ $who }
agenda-cut =
    There is more than can be told at once: here are the first { $told } of { $count }, up to { $day }. Ask for fewer days with --to.

## A table

agenda-column =
    { $column ->
        [day] Day
        [start] First day
        [end] Last day
        [what] What
        [id] Id
        [title] Title
        [who] Who
        [team] With
        [every] How often
        [spare] Days to spare
       *[so-that] So that
    }
agenda-what =
    { $occasion ->
        [begins] begins
        [last-day] last day
        [due] due
        [report] report
        [decide] decide
        [find-out] find out
        [overdue] still open
       *[work] to do
    }

## The command line

agenda-backwards = The last day, { $to }, is before the first, { $from }. Name a later one with --to.
agenda-no-person = “{ $title }” ({ $id }) is not one of the people. Name a person with --who.
