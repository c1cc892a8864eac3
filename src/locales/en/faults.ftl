# What can be wrong with the text of a plan: one message a slip, `fault-NAME`.
#   (value)  one plain sentence: what is wrong at this place
#   .ask     one thing to do next, with the right form to copy
# The reader may never have heard of YAML, reads in a third language, and is in a hurry. Nobody is blamed.
# $meant-count and $title-count are 0 where it is not known what was meant.

## How the file was saved

fault-not-utf8 = From here on there are letters that were saved in an old way and cannot be read.
    .ask = Could you open the file in your editor and save it again, with “UTF-8” as the encoding?

fault-utf16 = The file was saved in a way called UTF-16, and plans are read as UTF-8.
    .ask = Could you save it again, with “UTF-8” as the encoding? Many editors show the choice under “Save as”.

# $what: word, rich-text, pdf, page
fault-other-file =
    { $what ->
        [word] This is a file of a word processor or a spreadsheet. A plan is plain text.
        [rich-text] This is rich text, with fonts and colours. A plan is plain text.
        [pdf] This is a PDF. A plan is plain text.
       *[page] This is a page of the web. A plan is plain text.
    }
    .ask = Could you copy the words into a plain text editor, and save them there? A first plan to write into comes with: scf new

fault-nul-byte = There is a mark here that no text has. The file may be damaged, or it may be no text at all.
    .ask = Could you delete what stands here, or go back to an earlier copy of the file?

# $code the number of the character, as U+200B
fault-control-character = There is a mark here that cannot be seen ({ $code }). It often comes along when text is copied.
    .ask = Could you delete it, together with the letter beside it, and type that letter again?

fault-empty = Nothing is written in this file yet.
    .ask = What is all the work for? Could you write it down in a first line: ambition: …?

# $limit a number
fault-too-many-faults = There is more to mend than the { $limit } things that are listed.
    .ask = Could you mend some of them, and check again?

# $limit as 512 MiB
fault-file-too-large = The file is larger than { $limit }, which is the most that is read.
    .ask = Is this really the plan, and not another file?

# $limit a number of levels
fault-too-deep = Here, more than { $limit } things stand one inside the other.
    .ask = Could some of them stand beside each other instead?

# $limit as 1 MiB
fault-text-too-long = This text is longer than { $limit }, which is the most that one text may have.
    .ask = Could the long text live in a document of its own, with only a few sentences here?

## Signs and spaces

fault-tab = There is a tab here. Only spaces can show what belongs to what.
    .ask = Could you delete the tab and press the space bar a few times instead?

# $before what the text stands behind, as title: or -, $brackets yes where it stands between brackets
fault-colon-in-text = A colon with a space after it, inside a text without quotes, looks like the beginning of something new.
    .ask =
        { $brackets ->
            [yes] Could you put the whole text in quotes: { $before } "…"? Or is a comma missing before it?
           *[no] Could you put the whole text in quotes: { $before } "…"?
        }

# $quote the sign
fault-unclosed-quote = A quote opens here, and nothing closes it.
    .ask = Could you put { $quote } at the end of the text as well?

# $brackets yes where it stands between brackets
fault-text-after-quote = This stands behind the closing quote, where the text has already ended.
    .ask =
        { $brackets ->
            [yes] Is a comma missing before it? Or could the closing quote go to the very end of the text?
           *[no] Could the closing quote go to the very end of the text? Quotes inside it can be single ones: "the 'old' road".
        }

fault-apostrophe = This apostrophe ends the text, because the text began with the same sign.
    .ask = Could you put double quotes around the text: "…"?

# $bracket the one that opens, $close the one that would close it
fault-unclosed-bracket = A bracket { $bracket } opens here, and nothing closes it.
    .ask = Could you put { $close } where it should end? If the bracket belongs to a text, could you put that text in quotes: "…"?

fault-wrong-bracket = This bracket closes something that no bracket of the same kind has opened.
    .ask = Should it be the other kind of bracket, or can it go?

fault-no-comma = Something new begins here, without a comma before it.
    .ask = Could you put a comma and a space before it?

# $column counted from 1
fault-indentation = This line does not begin exactly below the lines that it belongs with.
    .ask = Could you move it with the space bar, so that it begins in column { $column }?

fault-no-space-after-colon = A space is missing after this colon, so the word before it is not understood.
    .ask = Could you put in a space, as in title: …?

fault-wide-colon = This is the wide colon of another keyboard. Only the plain one is understood after such a word.
    .ask = Could you type a plain colon and a space, as in title: …?

fault-no-key = This line has no word with a colon at its beginning, as the lines around it have.
    .ask = Is the colon missing? Or does the line go on from the one above? Then could you move it further to the right?

fault-mixed-list = Lines that begin with a hyphen and lines that do not are mixed here.
    .ask = Could you begin all of them with a hyphen and a space, or none of them?

# $bullet the sign
fault-bullet = The entries of a list do not begin with { $bullet } here.
    .ask = Could you write a hyphen and a space in its place: - …?

fault-escape = The sign \ has a special meaning between double quotes, and it cannot stand before what follows here.
    .ask = Could you write it twice (\\), or use / in its place?

# $character the sign
fault-character = A text cannot begin with { $character } unless it stands in quotes.
    .ask = Could you put the whole text in quotes: "…"? Or can the sign go?

fault-unreadable = From here on, this cannot be read.
    .ask = Is something missing in this line or in the one above: a quote, a bracket, a space?

## What YAML can do and plans do not use

fault-anchor = The sign & at the beginning has a special meaning, and plans do not use it.
    .ask = Could you put the whole text in quotes: "&…"? Or can the sign and its word go?

fault-alias = The sign * at the beginning has a special meaning, and plans do not use it.
    .ask = Could you put the whole text in quotes: "*…"? Or could you write out in full what is meant?

fault-tag = The sign ! at the beginning has a special meaning, and plans do not use it.
    .ask = Could you put the whole text in quotes: "!…"? Or can the sign and its word go?

fault-merge-key = The sign << takes lines over from another place, and plans do not use it.
    .ask = Could you write those lines out here?

fault-directive = A line that begins with % has a special meaning, and plans do not use it.
    .ask = Can this line go?

fault-second-document = A second plan begins here, and a file can hold only one.
    .ask = Can the line with the three signs go? Or could what follows have a file of its own?

fault-complex-key = Before this colon stands a whole list or group, where one name is needed.
    .ask = Could you write one short name, a colon, and what belongs to it after that?

# $count how many
fault-more-refused = There are { $count } more places of this kind, which are not listed.
    .ask = Could you mend those that are listed, and check again?

## Words before a colon

# $key as it is written
fault-unknown-key = The word “{ $key }” is not known here.
    .ask = Is it a remark of your own? Then could you write it after notes: or after a #? A name or a telephone number is safer outside of this file.

# $key as it is written, $meant the nearest that is known
fault-misspelt-key = The word “{ $key }” is not known here.
    .ask = Is “{ $meant }” meant?

# $key the word of another method, $meant the word of plans
fault-other-word = The word “{ $key }” is not known here. Plans have “{ $meant }” for it.
    .ask = Could you write { $meant }: in its place?

# $key as it is written, $meant what plans say for it, $on where it belongs
fault-key-elsewhere =
    { $meant-count ->
        [0] The word “{ $key }” has no place here.
       *[one] The word “{ $key }” is not known. Plans have “{ $meant }” for it, and it has no place here.
    }
    .ask =
        { $on ->
            [plan] Is it about the whole plan? Then could you move it to the left edge of the file?
            [lists] What stands here has its name already. Can this line go?
           *[sections] It belongs to: { $on }. Could you move it there?
        }

# $key the word
fault-same-key-twice = The word “{ $key }” stands here twice.
    .ask = Which of the two is right, or could they become one?

# $key the word
fault-flow-no-space = A space is missing after the colon of “{ $key }”.
    .ask = Could you put it in: { $key }: …?

# $rest what stands behind the comma
fault-comma-in-flow-text = Between brackets a comma ends the text, so “{ $rest }” is cut off.
    .ask = Could you put the whole text in quotes: "…, { $rest }"?

## What is missing

fault-no-ambition = The plan does not say yet what all the work is for.
    .ask = What shall be different in the end? Could you write it in a line of its own: ambition: …?

# $item what it is about
fault-no-title = { $item } has no title yet.
    .ask = What would you call it in one sentence? Could you write it down: title: …?

# $item what it is about
fault-no-question = { $item } does not say yet what is to be decided.
    .ask = What is the question? Could you write it down: question: …?

fault-no-accept-reason = Something is accepted here, and nobody has written why.
    .ask = Why is it all right as it is? Could you write it down: because: …?

fault-no-accept-finding = It does not say here which finding is accepted.
    .ask = Which one is it? Could you write its name, as in finding: single-insider?

fault-no-comment-reason = A finding is accepted here, and nobody has written why.
    .ask = Why is it all right as it is? Could you write it behind the bracket?

# $field the word that is missing
fault-no-field = The line “{ $field }: …” is missing here.
    .ask = Could you write it?

## What has another shape

# $found text, list or mapping
fault-not-a-plan =
    { $found ->
        [list] The whole file is read as one list, not as a plan.
       *[text] The whole file is read as one long text, not as a plan.
    }
    .ask = Could the first line begin with a word, a colon and a space, such as ambition: …?

# $field the word before the colon, $found text, list or mapping
fault-wants-text =
    { $found ->
        [list] After “{ $field }” comes one text, and a list stands here.
       *[mapping] After “{ $field }” comes one text, and several lines with words of their own stand here.
    }
    .ask = Could you say it in one text: { $field }: …?

# $field the word before the colon, $found text, list or mapping
fault-wants-list = After “{ $field }” come one or several names, and lines with words of their own stand here.
    .ask = Could you write the names between square brackets: { $field }: [one, two]?

# $field the word before the colon, $found text, list or mapping
fault-wants-mapping =
    { $found ->
        [list] Inside “{ $field }” each line begins with a word and a colon, and a list stands here.
       *[text] Inside “{ $field }” each line begins with a word and a colon, and only a text stands here.
    }
    .ask = Could you write it in lines such as word: …, each two spaces further to the right than “{ $field }”?

# $field the word before the colon, $found text, list or mapping
fault-wants-items = After “{ $field }” comes a list, and only a text stands here.
    .ask = Could you begin a new line below it, with a hyphen and a space: - …?

## Ids

# $id as it is written, $meant one that would do
fault-bad-id = “{ $id }” cannot be the id of something. An id has small letters, digits and hyphens, and no spaces.
    .ask = Could you write { $meant } in its place? For a person, a code name is safer than the real one.

fault-long-id = This id is longer than 64 characters.
    .ask = Could you give it a short one, and keep the long words for the title?

fault-reserved-id = The id “ambition” already belongs to the ambition of the plan.
    .ask = Could you give this another id?

# $id the id
fault-same-id-twice = The id “{ $id }” is used twice.
    .ask = Is it the same thing, written down twice? If not, could you give this one another id?

# $id the id, $kind what has it already
fault-id-taken =
    { $kind ->
        [ambition] The id “{ $id }” already belongs to the ambition.
        [activity] The id “{ $id }” already belongs to an activity.
        [assumption] The id “{ $id }” already belongs to an assumption.
        [objective] The id “{ $id }” already belongs to an objective.
        [option] The id “{ $id }” already belongs to an option.
        [organisation] The id “{ $id }” already belongs to an organisation.
        [other] The id “{ $id }” already belongs to one of the other initiatives.
       *[goal] The id “{ $id }” already belongs to a { $kind }.
    }
    .ask = Could you give this another id, such as { $id }-2?

## Dates, numbers and words of a list

# $value as it is written, $meant the day
fault-bad-date = “{ $value }” cannot be read as a date.
    .ask =
        { $meant-count ->
            [0] Could you write the year, the month and the day, as in 2027-03-01?
           *[one] Is { $meant } meant?
        }

# $value as it is written, $meant one day, or the two that it can be
fault-date-order = “{ $value }” is not in the order year, month, day, so it can be misread.
    .ask =
        { $meant-count ->
            [one] Is { $meant } meant?
           *[other] Which of these days is meant: { $meant }?
        }

# $value as it is written
fault-no-such-day = There is no day “{ $value }” in the calendar.
    .ask = Which day is meant? The order is year, month, day, as in 2027-03-01.

# $value as it is written, $field the word before the colon
fault-bad-number = After “{ $field }” comes a number of zero or more, and “{ $value }” cannot be read as one.
    .ask = Could you write it in digits, such as 8 or 1.5?

# $value as it is written, $field the word before the colon
fault-bad-count = After “{ $field }” comes a whole number of at least 1, and “{ $value }” cannot be read as one.
    .ask = Could you write it in digits, such as 1 or 14?

# $value as it is written, $field the word before the colon
fault-bad-whole = After “{ $field }” comes a whole number, and “{ $value }” cannot be read as one.
    .ask = Could you write it in digits, such as 0 or 14?

# $value as it is written, $field the word before the colon
fault-bad-factor = For “{ $field }” there are the numbers 1 (weak) to 5 (strong), and “{ $value }” is none of them.
    .ask = Which of the five is it?

# $value as it is written, $field the word before the colon
fault-bad-money = “{ $value }” cannot be read as an amount of money.
    .ask = Could you write only digits, with at most two behind the point, such as 12000 or 99.50?

# $value as it is written, $field the word before the colon, $meant the plain number
fault-number-with-marks = After “{ $field }” comes a number in digits alone, and “{ $value }” has more than digits in it.
    .ask = Is { $meant } meant?

# $value as it is written, $field the word before the colon, $words those that can stand here
fault-bad-word = After “{ $field }”, “{ $value }” is not known.
    .ask = Which of these fits: { $words }?

# $value as it is written, $field the word before the colon, $meant the nearest that is known
fault-misspelt-word = After “{ $field }”, “{ $value }” is not known.
    .ask = Is “{ $meant }” meant?

# $value as it is written, $field the word before the colon, $meant yes or no
fault-bad-yes-no = After “{ $field }” comes yes or no, and “{ $value }” is neither.
    .ask =
        { $meant-count ->
            [0] Which of the two is it?
           *[one] Is “{ $meant }” meant?
        }

# $value as it is written, $meant the option with its choice
fault-bad-option = “{ $value }” does not say which option of which choice is meant.
    .ask =
        { $meant-count ->
            [0] Could you write the choice, a full stop and the option, as in order.map-first?
           *[one] Is { $meant } meant?
        }

# $value the option
fault-own-choice = “{ $value }” is an option of the same choice, and only one of these is ever taken.
    .ask = Can it go? Or is an option of another choice meant?

# $value as it is written
fault-bad-version = The plan says that it is written in version “{ $value }”, and only version 1 is known here.
    .ask = Could you write scf: 1, or leave the line out?

# $value as it is written, $meant the tag
fault-bad-language = “{ $value }” is not known as the short name of a language.
    .ask =
        { $meant-count ->
            [0] Could you write the two or three letters of the language, such as en, fr or ar?
           *[one] Is { $meant } meant?
        }

fault-curly-quotes = Curly quotes (“ ”) are letters like any others here, and do not hold a text together.
    .ask = Could you type straight ones in their place: "…"?

fault-no-break-space = The space here is a special one, which only looks like a plain space.
    .ask = Could you delete it and press the space bar?

# $before what the text stands behind, as title: or -
fault-hash-in-text = A space and # begin a remark that is not read, so the text is cut off here.
    .ask = Could you put the whole text in quotes: { $before } "…"?

## Findings by name

# $value as it is written, $meant the nearest name
fault-bad-finding = There is no finding of the name “{ $value }”.
    .ask =
        { $meant-count ->
            [0] Which one is meant? All names: scf explain
           *[one] Is { $meant } meant?
        }

# $value the name
fault-cannot-accept = “{ $value }” cannot be accepted, nor made to weigh less: a plan that has it cannot be read as a whole.
    .ask = Could you mend the place that it tells of, and take its name out here?

fault-accept-comment = This remark seems to accept a finding, but it cannot be read so.
    .ask = Could you write it in this form, with the name of the finding, and then why? # scf: accept[orphan] We owe it to them.

## Ids that are pointed to

# $id as it is written
fault-unknown-id = Nothing in the plan has the id “{ $id }”.
    .ask = Is it still to be written down, or has it another name now?

# $id as it is written, $meant the nearest id, $title what that is called
fault-misspelt-id = Nothing in the plan has the id “{ $id }”.
    .ask =
        { $title-count ->
            [0] Is { $meant } meant?
           *[one] Is { $meant } meant (“{ $title }”)?
        }

# $value as it is written, $meant the id of what has this title
fault-title-for-id = “{ $value }” is a title or a name, and an id belongs here.
    .ask =
        { $meant-count ->
            [0] What is the id of it: the short word before its colon?
           *[one] Could you write its id in its place: { $meant }?
        }

# $id the id
fault-empty-entry = “{ $id }” stands in the plan, but nothing is written behind it yet.
    .ask = What is it? Could you write its title behind the colon?

# $value as it is written, $meant the same with brackets
fault-list-without-brackets = Several ids stand here, and without brackets they are read as one.
    .ask = Could you write { $meant }?

# $id the id, $kind what it is, $wanted what can stand here
fault-wrong-kind =
    { $kind ->
        [ambition] “{ $id }” is the ambition, which has no place here.
        [activity] “{ $id }” is an activity, which has no place here.
        [assumption] “{ $id }” is an assumption, which has no place here.
        [objective] “{ $id }” is an objective, which has no place here.
        [option] “{ $id }” is an option, which has no place here.
        [organisation] “{ $id }” is an organisation, which has no place here.
        [other] “{ $id }” is one of the other initiatives, which have no place here.
       *[goal] “{ $id }” is a { $kind }, which has no place here.
    }
    .ask = What can stand here: { $wanted }. Which one is meant?
