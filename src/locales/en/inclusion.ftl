# What inclusion says.

inclusion-head = Whom is the work with, and how far do they have a say?
inclusion-none = No constituency is named in this plan yet: no group of people whom the conflict concerns. Whose life does it change, and who asks them?
inclusion-column =
    { $column ->
        [constituency] Who
        [id] Id
        [analysis] Analysis
        [talks] Talks
        [agreement] Agreement
        [follow-up] Follow-up
        [other] Other work
       *[spoken-for] A party speaks for them
    }
# On a narrow screen: $column and what is told in it
inclusion-line = - { $column }: { $told }
# $degree: inform, consult, take-part, decide, unsaid; $state: open, done (all of it)
inclusion-degree =
    { $degree ->
        [inform] informed
        [consult] asked
        [take-part] take part
        [decide] decide
       *[unsaid] not said
    }{ $state ->
        [done] {""} (done)
       *[open] {""}
    }
inclusion-legend = Of all work the furthest is told: informed, asked, take part, decide; “not said” where work is with them and nobody has written how far. “–”: no work.
# $title of a constituency with which no work is; $spoken how many $parties speak for it
inclusion-nobody =
    { $spoken ->
        [0] No work is with { $title }, and no party speaks for them.
        [one] No work is with { $title }. { $parties } speaks for them.
       *[other] No work is with { $title }. { $parties } speak for them.
    }
inclusion-ask =
    { $spoken ->
        [0] Where could they speak, without danger?
       *[other] Where could they speak for themselves, without danger?
    }
# $phase: analysis, talks, agreement, follow-up. The plan has such work, and none of it is with them
inclusion-without-them =
    { $phase ->
        [analysis] The plan has analysis, and none of it is with any of them.
        [talks] The plan has talks, and none of these is with any of them.
        [agreement] The plan has an agreement, and none of the work on it is with any of them.
       *[follow-up] The plan has follow-up, and none of it is with any of them.
    }
inclusion-ask-without-them = Whom does it concern most, and how could they be heard in it?
