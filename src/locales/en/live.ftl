# What live says: in the terminal, on its page, and before a class.

## In the terminal

live-open = Open { $address } in your browser. Stop with Ctrl-C.
live-port-taken = Another program has port { $port }, so another port was chosen.
live-not-input = What comes from standard input cannot be saved again. Write the plan into a file first, then: scf live plan.scf.yaml
live-no-place = This computer does not let the plan be shown: { $error }

## On the page

live-not-here = There is nothing here. The whole address stands in the terminal in which scf live was started.
live-present = For a projector
live-renewed = The page shows the plan as it is now.
live-lost = The connection to scf live is lost. Does it still run in its terminal? If you have started it again, open the address that it tells now.
live-ended = scf live has been stopped. What you see is the plan as it was then.
live-line = Line { $line }
# $count: places that cannot be read
live-faults =
    { $count ->
        [one] One place in the plan cannot be read yet
       *[other] { $count } places in the plan cannot be read yet
    }
live-shows-before = What you see is the plan as it was before. As soon as the file can be read again, it is shown.
live-away = The file of the plan is not there at the moment.
live-waits = What you see is the plan as it was before. As soon as the file is back, it is shown.
live-more = … and { $count } more
live-changes = What the last save has changed
# $what: added, removed, changed
live-change =
    { $what ->
        [added] new
        [removed] gone
       *[changed] changed
    }

## Before a class

present-no-script = This view needs the scripts of the browser. They come from this computer alone.
present-no-plan = There is no plan to show yet.
present-what-if = What if … is gone?
present-ask = Choose somebody. Who else could do what falls?
present-back = Put everybody back
present-previous = Back
present-next = Next
present-falls = falls
present-gone = gone
present-keys = Arrow keys or Space: next and back · F: fill the screen
# { $n } and { $of } are filled in by the browser, as they stand here
present-step = Step { "{n}" } of { "{of}" }
present-left-out =
    { $count ->
        [one] 1 thing is left out, because not everybody may see it.
       *[other] { $count } things are left out, because not everybody may see them.
    }
# $names of what is gone; $loss of $results results fall; $word what the results are called
present-without =
    { $loss ->
        [0] Without { $names }, none of the { $results } { $word } falls.
        [one] Without { $names }, 1 of { $results } { $word } falls.
       *[other] Without { $names }, { $loss } of { $results } { $word } fall.
    }
# What falls and is no result
present-others =
    { $count ->
        [one] One more thing falls.
       *[other] { $count } more things fall.
    }
present-results =
    { $kind ->
        [objectives] { $count ->
            [one] objective
           *[other] objectives
        }
       *[results] { $count ->
            [one] result
           *[other] results
        }
    }
