# What the commands say about the command line itself. It goes to standard error.

plans-none-here =
    There is no plan in this folder. The file of a plan ends in .scf.yaml
    Name a file, or write a first plan with: scf new
plans-several-here = There are several plans in this folder. Name the one you mean:{ $files }
plans-several-all = To check all of them:  scf check .
plans-several-more =
    { $count ->
        [one] … and one more
       *[other] … and { $count } more
    }
plans-several = This command takes one plan. Name the one you mean:{ $files }
plans-none-in-folder = There is no plan in the folder { $folder } or below it. The file of a plan ends in .scf.yaml
plans-none-for-pattern = There is no plan that { $pattern } could mean.
# $count plans that scf.toml names under leave_out
plans-all-left-out =
    { $count ->
        [one] The one plan in { $folder } is left out, because its scf.toml says so (leave_out). Could you name its file?
       *[other] All { $count } plans in { $folder } are left out, because their scf.toml says so (leave_out). Could you name a file?
    }
plans-left-out =
    { $count ->
        [one] 1 plan is left out, because its scf.toml says so (leave_out).
       *[other] { $count } plans are left out, because their scf.toml says so (leave_out).
    }
plans-folder-closed = A part of the folder could not be read: { $error }
plans-no-such-file = There is no file { $file }
# A name to which an editor has added .txt
plans-named-txt = But there is { $there }. Could you rename it to { $meant }?
plans-not-allowed = { $file } cannot be read: this computer does not allow it.
plans-unreadable = { $file } cannot be read: { $error }

finding-unknown =
    { $near-count ->
        [0] There is no finding of the name “{ $name }”. All names: scf explain
        [one] There is no finding of the name “{ $name }”. Is { $near } meant? All names: scf explain
       *[other] There is no finding of the name “{ $name }”. Is it one of these: { $near }? All names: scf explain
    }
severity-wrong = “{ $word }” does not say how much a finding weighs. Write, for example: --severity orphan=advice (error, warning, advice or off)
severity-fixed = { $name } is always an error: a plan that has it cannot be taken as a whole.

# A baseline: the file with what is weak already. $plans as they were typed, each behind a space
baseline-missing =
    There is no baseline { $file }.
    To begin one: scf check{ $plans } --write-baseline --baseline { $typed }
baseline-is-plan = { $file } is a plan, and no baseline. Could you give the baseline a name such as scf-baseline.json?
baseline-needed =
    With --fail-on new, name the file that says what is not new.
    To begin one: scf check{ $plans } --write-baseline
    From then on: scf check{ $plans } --baseline scf-baseline.json --fail-on new
# $why is one of the sentences below
baseline-broken =
    { $file } is no baseline that can be read: { $why }
    Take back the version before, or delete it and begin again with --write-baseline.
baseline-broken-at =
    { $file } is no baseline that can be read. Line { $line }, column { $column }: { $why }
    Take back the version before, or delete it and begin again with --write-baseline.
baseline-too-large = It is too large.
baseline-not-json = This is not JSON. Has an edit left something here, or git the marks of a conflict?
baseline-cut-off = The end of the file is missing.
baseline-other-shape = Something is missing here, or does not belong here.
baseline-other-format = It says another format than 1. A newer scf may have written it.
baseline-no-finding = There is no finding of this name.
baseline-never = This finding cannot be in a baseline: a plan that has it cannot be taken as a whole.
baseline-no-fingerprint = A fingerprint is 16 characters, digits or letters from a to f.
baseline-no-day = A day is written year-month-day, such as 2027-03-31.
baseline-no-path = The path of the plan is empty.
# $entries counts all entries; $typed is the file as one types it
baseline-written =
    { $entries ->
        [0] Nothing is in { $file } now: there is nothing weak to note.
        [one] One finding is in { $file } now. From now on: scf check{ $plans } --baseline { $typed }
       *[other] { $entries } findings are in { $file } now. From now on: scf check{ $plans } --baseline { $typed }
    }
# $list names some of them, each on a line
baseline-unmet =
    { $count ->
        [one] One entry of { $file } meets nothing any more:{ $list }
       *[other] { $count } entries of { $file } meet nothing any more:{ $list }
    }
    To take them out, add: --prune-baseline
baseline-unmet-more =
    { $count ->
        [one] … and one more
       *[other] … and { $count } more
    }
baseline-pruned =
    { $count ->
        [one] One entry that met nothing is taken out of { $file }:{ $list }
       *[other] { $count } entries that met nothing are taken out of { $file }:{ $list }
    }

# Where an answer is to be written
output-one-screen = Only one answer can come on the screen. Give the others a file, for example: --output sarif=plans.sarif
output-twice = Two answers cannot go into one file: { $file }
output-is-plan = { $file } is a plan, and no answer is written over a plan. Could you give the answer another name?
output-ending = The ending of { $file } stands for no format that this command writes. Could it be .{ $ending }? A browser opens it, prints it, and saves it as PDF. With --format, any ending will do.
output-no-screen = This answer is made for a file, not for a screen. Try:
    { $command }
    With --output - it comes on the screen all the same.
# $look: browser where one opens it in a browser
output-written =
    { $look ->
        [browser] Written to { $file }. Open it with your browser.
       *[none] Written to { $file }
    }
# In the place of the system’s own words
output-no-folder = There is no folder { $folder }, so { $file } cannot be written. Could you make the folder first?
output-not-allowed = { $file } cannot be written: this computer does not allow it here.
output-cannot = { $file } cannot be written: { $error }

# A command line that is not understood
usage-no-command =
    { $near-count ->
        [0] There is no command “{ $name }”.
       *[other] There is no command “{ $name }”. Is “{ $near }” meant?
    }
usage-no-option =
    { $near-count ->
        [0] There is no option { $option } here.
       *[other] There is no option { $option } here. Is { $near } meant?
    }
usage-word-too-many = “{ $word }” is one word too many here. A name with spaces stands in quotes: "my plan"
usage-no-value = Something belongs behind { $option }.
usage-no-such-value =
    { $near-count ->
        [0] “{ $value }” does not fit { $option }. It takes: { $possible }
       *[other] “{ $value }” does not fit { $option }. Is { $near } meant? It takes: { $possible }
    }
usage-no-number = “{ $value }” does not fit { $option }. It takes a whole number, such as 3
usage-out-of-range = { $value } is more than { $option } takes, or less.
usage-unfit = “{ $value }” does not fit { $option }: { $reason }
usage-missing =
    { $count ->
        [one] The command needs one thing more: { $missing }
       *[other] The command needs some things more: { $missing }
    }
usage-twice = { $option } is written twice. Which one is meant?
usage-conflict = { $option } and { $other } do not go together. Which one is meant?
usage-not-understood = The command line could not be understood.
usage-see = How it is written, with examples: { $command } --help
