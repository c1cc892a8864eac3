# What decide says.

decide-needs-file = A decision is written into a file. Could you name the file of the plan?
# A word that means a choice or something else, not an option. $count: how many options a choice has
decide-no-option =
    { $count ->
        [0] “{ $title }” is no option of a choice. An option is written choice.option, such as order.map-first
       *[other] Which of its options is chosen? “{ $title }” has: { $options }
    }
decide-excluded = “{ $option }” cannot go with “{ $other }” ({ $other-id }), which is chosen already. Nothing was written. Shall the team look at that choice again first?
decide-old-reason = “{ $other }” is chosen now, with a reason. What is the reason for the new choice? Add it:  --because "…"
decide-closed = Take care: with “{ $option }”, no combination of the other options is left. See:  scf choices { $path }
decide-no-reason = The dots stand for the reason. Could you write a sentence in their place, for those who join later?
decide-unwritable = The text of this choice is written in a way that cannot be changed safely, so nothing was written. Could you write chosen: and because: into it by hand?
decide-nothing = “{ $option }” is chosen already, so nothing was written.
decide-ask = Write this into { $path }? (y/n)
# The answers that mean yes, in small letters, with blanks between them
decide-yes = y yes
decide-not-asked = Nobody can be asked here, so nothing was written. To write without being asked:  --yes
decide-declined = Nothing was written.
decide-done = Written into { $path }.
decide-changed = { $path } has changed while this was worked out, so nothing was written. Could you look at it and try again?
decide-cannot-write = { $path } cannot be written: { $error }
