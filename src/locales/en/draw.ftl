# What stands in pictures, and what draw says beside them.

# Over the band of a level
draw-band =
    { $level ->
        [ambition] Ambition
        [goal] Goals
        [objective] Objectives
        [activity] Activities
       *[task] Tasks
    }
# Over the band of those that are no items; several stand behind each other
draw-beside =
    { $kind ->
        [person] People
        [party] Parties
        [donor] Donors
       *[choice] Choices
    }
# For those who cannot see the picture. $counts how many there are of each level
draw-about =
    { $count ->
        [0] { $title }: the ambition of the plan.
       *[other] { $title }: from the ambition to daily work, with { $counts }. Lines lead from the work to what it is there for.
    }
# In the place of signs for which a box has no room
draw-more-badges = +{ $count }
draw-without =
    { $loss ->
        [0] Without { $names }, no result falls.
        [one] Without { $names }, 1 of { $results } results falls.
       *[other] Without { $names }, { $loss } of { $results } results fall.
    }
# What one should know beside the picture. $level the highest that is not drawn one by one
draw-folded =
    { $level ->
        [objective] Objectives, activities and tasks are not drawn one by one: boxes say how many they hold.
        [activity] Activities and tasks are not drawn one by one: boxes say how many they hold.
       *[task] Tasks are not drawn one by one: boxes say how many they hold.
    }
draw-astray =
    { $count ->
        [one] 1 more leads to nothing in this picture.
       *[other] { $count } more lead to nothing in this picture.
    }
draw-left-out =
    { $count ->
        [one] 1 thing is left out, because not everybody may see it.
       *[other] { $count } things are left out, because not everybody may see them.
    }
# What the signs mean
draw-sign =
    { $sign ->
        [leads] leads to
        [bottleneck] much falls without it
        [subject] a number: see below
        [falls] falls with that number
        [done] done
        [absent] not in the plan now
        [failed] gone
        [fallen] falls
        [person] who does it
        [party] whom it is with
        [donor] who pays
       *[choice] only if this is chosen
    }
draw-legend = What the numbers mean
draw-more =
    { $count ->
        [one] 1 more: scf check
       *[other] { $count } more: scf check
    }
# What draw says on standard error
draw-unfold = To draw them all, add --all; to draw a part, add --under ID.
# $larger the name of a paper, or none
draw-small =
    { $larger ->
        [none] The smallest letters are { $points } points high, too small to read. Would a part do, with --under ID or --level activity?
       *[other] The smallest letters are { $points } points high, too small to read. Larger paper would do: --paper { $larger }
    }
draw-is-scenario = “{ $id }” is a scenario. A picture can be without what is gone in it: --without ID. The whole of it is told by:  scf what-if { $path } --scenario { $id }
