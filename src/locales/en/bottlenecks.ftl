# What bottlenecks says.

# $count: results that stand while nothing fails
bottlenecks-head =
    { $count ->
        [0] What falls if this fails? No result stands yet.
        [one] What falls if this fails? There is 1 result.
       *[other] What falls if this fails? There are { $count } results.
    }
bottlenecks-none = Nothing falls with any one thing. Is it written yet who does the work, and what it is there for?
bottlenecks-circle = Nothing falls with any one thing: what waits for itself in a circle counts as standing. Shall the circle be opened first?  scf check says where it is.
bottlenecks-reading =
    { $reading ->
        [as-said] falls
       *[if-all] if all is needed
    }
bottlenecks-group =
    { $group ->
        [people] People
        [organisations] Organisations
        [work] Work
        [parties] Those you talk with
        [money] Money
        [choices] Choices that are still open
       *[assumptions] Assumptions
    }
# Of something with which no result falls. $count: how many items do; $ids: the first of them; $more: how many follow
bottlenecks-only-items =
    { $more ->
        [0] { $count ->
            [one] no result; but { $ids } falls
           *[other] no result; but { $ids } fall
        }
       *[other] no result; but { $ids } and { $more } more fall
    }
# $what: ids of the results that fall; $tasks: without how many of its tasks the same falls, $task: the first
bottlenecks-without =
    { $tasks ->
        [0] without { $id }: { $what }
        [one] without { $id }, or its task { $task }: { $what }
       *[other] without { $id }, or one of { $tasks } of its tasks: { $what }
    }
# $all: how many rows there are
bottlenecks-more = There is more. To see all of it:  --top { $all }
bottlenecks-nothing-falls = Nothing falls without: { $names }.
bottlenecks-key = In brackets: what falls only if everything that leads to a result is needed.
bottlenecks-next-chain = How does it come to that?   scf bottlenecks { $path } { $id }
bottlenecks-next-what-if = What if it is gone?         scf what-if { $path } --without { $id }
# One thing that fails
bottlenecks-one-format = About one thing, this command does not write { $format }. It writes: { $formats }
ways-question = What falls without { $item }, and how does it come to that?
# $loss of $results results fall, and $falls items in all
ways-loss =
    { $loss ->
        [0] { $falls ->
            [0] Nothing falls with it alone.
           *[other] No result falls, but this does:
        }
        [one] { $results ->
            [one] The only result falls:
           *[other] 1 of { $results } results falls:
        }
       *[other] { $loss } of { $results } results fall:
    }
ways-if-all =
    { $count ->
        [one] If all that leads to a result is needed, 1 more falls:
       *[other] If all that leads to a result is needed, { $count } more fall:
    }
ways-next = What still stands, and what could mend it?  scf what-if { $path } --without { $id }
# $count: how many rows are hidden still
reveal-prompt =
    { $count ->
        [one]   … what is the last one? Any key shows it, q ends.
       *[other]   … who or what is next? { $count } more. Any key shows it, q ends.
    }
reveal-no-screen = There is no screen to hide anything on, so all of it is told at once.
bottlenecks-column =
    { $column ->
        [group] Group
        [title] Title
        [id] Id
        [falls] Results that fall
        [if-all] Results that fall if all is needed
        [items] Items that fall
        [results] Which results
       *[results-if-all] Which if all is needed
    }
