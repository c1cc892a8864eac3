# What scf settings says, and what is said of a settings file that cannot be used.

# $path of the settings file
settings-file = The settings file is { $path }. What it sets holds for every plan in its folder and below.
settings-file-none =
    There is no settings file scf.toml in this folder or above it. To begin one, write what your team has agreed into a file of that name, beside your plans:

    {"    "}fail_on = "error"
    {"    "}
    {"    "}[severity]
    {"    "}no-host = "off"
settings-file-unasked = No settings file was looked for, because the command line says --no-settings.
settings-column =
    { $column ->
        [setting] Setting
        [value] Value
        [from] From
        [file] File
       *[line] Line
    }
# $path and $line of the place that sets something
settings-from-place = { $path }, line { $line }
settings-from-flag = the command line
settings-from-default = default
settings-no-paths = none
# $findings that the plan weighs less than the settings file says, or the format where that says nothing
settings-lowered =
    { $count ->
        [one] The plan itself makes { $findings } lighter: what is found of it counts as accepted.
       *[other] The plan itself makes these lighter, and what is found of them counts as accepted: { $findings }.
    }
# $count findings of which nobody has set the weight
settings-untold =
    { $count ->
        [one] 1 finding weighs as it always does. To see it as well:  { $command }
       *[other] { $count } findings weigh as they always do. To see them as well:  { $command }
    }

## A settings file that cannot be used

settings-missing = There is no file { $path }. Without --settings, the nearest scf.toml holds.
settings-no-file = { $path } is no file that settings can be read from. Could you rename it, or leave it out with --no-settings?
settings-unread = { $path } cannot be read: { $error }
settings-faulty =
    { $count ->
        [one] { $path } cannot be used: one thing in it is not understood.
       *[other] { $path } cannot be used: { $count } things in it are not understood.
    }
# $file a plan, $settings the file
plans-unsettled = { $file } was not checked, because its settings in { $settings } cannot be used.

settings-fault-too-large = The file is larger than 1 MiB, which is the most that is read.
    .ask = Is this really a settings file, and not another file?
settings-fault-not-text = This cannot be read as plain text.
    .ask = Could you save it again in your editor, with “UTF-8” as the encoding?
# $said what the reader of TOML says, in English
settings-fault-syntax = This line cannot be read ({ $said }).
    .ask = Could you write it as a name, a = and a value? For example: fail_on = "error"
# $key of a line “key: value”
settings-fault-colon = Behind a name in this file stands a =, not a colon.
    .ask =
        { $key ->
            [severity] Could you write [severity] on a line of its own?
            [thresholds] Could you write [thresholds] on a line of its own?
           *[other] Could you write: { $key } = …?
        }
settings-fault-no-quotes = A word in this file stands in quotes.
    .ask = Could you write "{ $value }", with straight quotes?
settings-fault-backslash = A \ in double quotes begins a special sign.
    .ask = Could you write / between folders? It means the same on every computer.
settings-fault-twice = “{ $key }” is set twice.
    .ask = Which of the two is meant?
settings-fault-unknown = There is no setting “{ $key }”.
    .ask =
        { $has-meant ->
            [yes] Is “{ $meant }” meant?
           *[no] Is it one of those that scf settings --no-settings tells?
        }
# $table is empty for above the first table
settings-fault-elsewhere =
    { $table ->
        [severity] The weight of “{ $meant }” is not set here.
       *[other] “{ $meant }” is not set here.
    }
    .ask =
        { $table ->
            [severity] Could you move it below a line [severity]?
            [thresholds] Could you move it below a line [thresholds]?
           *[above] Could you move it to the top, above the first line in [ ]?
        }
settings-fault-of-plan = “{ $key }” is something that a plan says, and it has no place in the settings.
    .ask = Could you write it into the plan itself?
settings-fault-unknown-finding = There is no finding “{ $key }”.
    .ask =
        { $has-meant ->
            [yes] Is “{ $meant }” meant?
           *[no] Is it one of those that scf explain lists?
        }
# $key the setting
settings-fault-wrong-type =
    { $wants ->
        [number] “{ $key }” is a whole number, without quotes.
        [word] “{ $key }” is a word in quotes.
        [truth] “{ $key }” is true or false, without quotes.
        [list] “{ $key }” is a list in square brackets.
        [table] “{ $key }” is the head of a part of the file.
       *[text] Each entry of “{ $key }” is a path in quotes.
    }
    .ask =
        { $wants ->
            [number] Could you write, for example: { $key } = 3?
            [word] Could you write, for example: { $key } = "warning"?
            [truth] Could you write: { $key } = true?
            [list] Could you write, for example: { $key } = ["drafts"]?
            [table] Could you write [{ $key }] on a line of its own, and what belongs to it below?
           *[text] Could you write, for example: { $key } = ["drafts", "old/*.scf.yaml"]?
        }
# $words all that are known
settings-fault-bad-word = The word “{ $value }” is not known here.
    .ask =
        { $has-meant ->
            [yes] Is “{ $meant }” meant?
           *[no] Is it one of these: { $words }?
        }
settings-fault-bad-number = “{ $value }” is no whole number from 0 to 4294967295.
    .ask = Could you write a whole number, such as 3?
settings-fault-always-error = “{ $key }” is always an error: a plan that has it cannot be taken as a whole.
    .ask = Could you take this line out?
settings-fault-too-many = There are more than { $limit } paths here.
    .ask = Could a pattern such as drafts/* take the place of many?
settings-fault-bad-pattern = “{ $value }” cannot be read as a path.
    .ask = Is a bracket left open, or is it empty? A pattern is, for example: old/*.scf.yaml
settings-fault-outside = “{ $value }” leads out of the folder of this file.
    .ask = Could you name it from this folder on, without .. and without / at its beginning?
