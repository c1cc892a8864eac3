# What the commands say about the command line itself. It goes to standard error.

plans-none-here =
    There is no plan in this folder. The file of a plan ends in .scf.yaml
    Name a file, or write a first plan with: scf new
plans-several-here = There are several plans in this folder. Name the one you mean:{ $files }
plans-several = This command takes one plan. Name the one you mean:{ $files }
plans-none-in-folder = There is no plan in the folder { $folder } or below it. The file of a plan ends in .scf.yaml
plans-none-for-pattern = There is no plan that { $pattern } could mean.
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

# Where an answer is to be written
output-one-screen = Only one answer can come on the screen. Give the others a file, for example: --output sarif=plans.sarif
output-twice = Two answers cannot go into one file: { $file }
output-is-plan = { $file } is a plan, and no answer is written over a plan. Could you give the answer another name?
output-cannot = { $file } cannot be written: { $error }
