# What `check --fix` does to a plan. Each fix: what it does, as a short sentence without a full stop, for a menu in an editor.

# $new a word of the format, an id, a day or a number
fix-write-instead = Write { $new }

fix-quotes = Put the text in quotes

fix-double-quotes = Put the text in double quotes

fix-straight-quotes = Make the quotes straight

fix-close-quote = Close the quote

fix-close-bracket = Close the bracket

fix-brackets = Put the ids in brackets

fix-comma = Put a comma in

fix-spaces = Put spaces in the place of the tab

fix-column = Move it below the lines that it belongs with

fix-plain-space = Make it a plain space

fix-unseen = Take out the mark that cannot be seen

fix-hyphen = Write a hyphen in the place of the sign

fix-space-after-colon = Put a space behind the colon

fix-plain-colon = Make it a plain colon

fix-once = Leave out what stands there twice

fix-no-list = Write the one id without a list

fix-take-out = Take the entry out

## Said by the command

# $count how many things, $file the plan
fix-done =
    { $count ->
        [one] 1 thing mended in { $file }.
       *[other] { $count } things mended in { $file }.
    }

# $count how many things, $file the plan
fix-would =
    { $count ->
        [one] 1 thing would be mended in { $file }. Nothing was written.
       *[other] { $count } things would be mended in { $file }. Nothing was written.
    }

# $count how many things, $file the plan, $command what shows them
fix-guesses =
    { $count ->
        [one] 1 more in { $file } could only be mended by a guess. To see it:  { $command }
       *[other] { $count } more in { $file } could only be mended by a guess. To see them:  { $command }
    }

# $file the plan
fix-changed = { $file } has changed while it was being mended, so nothing was written. Could you check it again?

# $file the plan, $error the reason, as the system gives it
fix-cannot-write = The mended { $file } cannot be written: { $error }

fix-needs-file = What comes on standard input cannot be written back. To see what would be mended:  scf check --fix --diff -

fix-diff-is-text = --diff shows lines of the plans, and has no other format.

## At the end of a check

# $count how many findings
foot-mend-count = { $count } of these

foot-mend = Can be mended
