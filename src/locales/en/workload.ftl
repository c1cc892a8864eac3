# What workload says. Weeks arrive as 2027-W09, hours as text (18.5).

workload-head = Hours of work in a week, for each person, from { $first } to { $last }.
# $count: people with too much work in weeks that are not over; $names: the first of them
workload-over =
    { $count ->
        [0] Nobody has more work than hours to give in the weeks to come.
       *[other] More work than hours to give in the weeks to come: { $names }.
    }
workload-nothing =
    { $why ->
        [no-people] The plan names no people yet. Who does the work, and how many hours a week does each of them have?
        [no-hours] No task says yet how many hours it takes. For a task that takes two hours every week, write:  hours: 2  and  every: week
        [no-part] There are no hours of work in the part that you ask for.
        [no-days] The tasks that have hours have no first and last day yet. When does the plan begin, and when does it end?
       *[no-owners] Nobody has open work with hours in this plan.
    }

# $away: 1 where some of the weeks are away
workload-hours =
    { $away ->
        [0] { $hours } hours to give in a week.
       *[other] { $hours } hours to give in a week, and none while away.
    }
# $day: the Monday of the week
workload-person = The fullest week is { $week } (from { $day } on), with { $most } hours of work. No week to come has too much.
workload-person-unsaid = It is not written how many hours there are to give in a week. The fullest week is { $week } (from { $day } on), with { $most } hours of work.
# $week: the one with most hours above those to give; $capacity: the hours to give in it
workload-person-over =
    { $count ->
        [one] One week has more work than that: { $week } (from { $day } on), with { $most } hours of work, and { $capacity } to give.
       *[other] { $count } weeks have more work than that, the first { $first }. It is most in { $week } (from { $day } on): { $most } hours of work, and { $capacity } to give.
    }
workload-over-before =
    { $count ->
        [one] One week that is over had too much.
       *[other] { $count } weeks that are over had too much.
    }

workload-month =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
# In front of the figures; five letters at most.
workload-figures = hours
# What fills a week; under it stand tasks with their hours
workload-shares = What fills { $week }, in hours:
# $option: choice.option
workload-only-if = (only if { $option })
workload-more-people =
    { $count ->
        [one] One more person has work. All of them:
       *[other] { $count } more people have work. All of them:
    }

workload-sign =
    { $sign ->
        [week] Each sign is a week. The figure below is the fullest week of the month, in hours.
        [month] Each sign is the fullest week of a month. The figure below is the fullest week of the year, in hours.
        [year] Each sign is the fullest week of a year. The figure below is the fullest week of ten years, in hours.
       *[decade] Each sign is the fullest week of ten years. The figure below is the fullest week of a hundred years, in hours.
    }
workload-legend =
    { $part ->
        [empty] no work
        [quarters] up to a quarter, a half, three quarters, all of the hours to give
        [over] more work than hours to give
        [away] away for the whole week
       *[work-away] work in a week away
    }
workload-legend-unsaid = Where it is not written how many hours there are to give, the fullest week counts as full.

workload-idle = No hours in these weeks: { $names }.
workload-not-counted = Not counted: { $what }.
workload-open-choices = Some choices are still open: the work of each of their options is counted.
workload-next = What fills a full week?   scf workload { $path } --who { $id }

# $who: the id as it was typed
workload-no-person = “{ $who }” is no person of this plan: only people have hours.
workload-people = The people of this plan: { $ids }
workload-too-many = This plan has { $count } weeks of work, counted for each person. Ask for a part of them, with --who, --from or --to.
workload-table-cut = There is more. Ask for a part, with --who, --from or --to.
workload-away = away
workload-column =
    { $column ->
        [id] Id
        [person] Person
        [week] Week
        [from] From week
        [to] To week
        [monday] Monday
        [hours] Hours of work a week
        [hours-short] Hours a week
        [capacity] Hours to give
        [over] Too many
       *[away] Away
    }
yes = yes
