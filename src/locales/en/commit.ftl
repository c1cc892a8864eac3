# What commit says.

commit-head = What do we decide now, and what can wait?
commit-none = No choice and no open question is written in this plan yet. Is there something that could be done in two ways?
# $when: now, explore, later, reserve, unsaid, decided
commit-when =
    { $when ->
        [now] Decide now
        [explore] Explore first
        [later] Decide later
        [reserve] Keep in reserve
        [decided] Decided already
       *[unsaid] Nobody has said yet when
    }
commit-column =
    { $column ->
        [choice] Choice
        [who] Who sees to it, and by when
        [waits] What waits for it
        [chosen] Chosen
        [because] Why
        [what] What to do
        [question] Open question
       *[who-finds-out] Who, and by when
    }
commit-nobody = (nobody is named)
commit-by =
    { $due ->
        [yes] by { $day }: that day is over
       *[no] by { $day }
    }
commit-trigger = or when this has happened: { $trigger }
commit-nothing-waits = No work waits for it.
# Before a list of open questions
commit-settled-by = It would help to know:
commit-nothing-settles = What would settle it is not written yet: what does this work rely on?
commit-questions = Open questions beside the choices
# $kind: environment, values, related, unsaid
commit-question-kind =
    { $kind ->
        [environment] Find out
        [values] Talk about it among ourselves
        [related] Agree with others who decide it
       *[unsaid] Is it about the world, about what we want, or about the choices of others?
    }
commit-next = Write a decision down, for example:  scf decide { $path } { $option } --because "…"
