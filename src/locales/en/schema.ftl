# What editors show beside the keys of a plan, and `scf schema`.

schema-plan = A mediation plan for scf
schema-of-settings = What a team sets for all its plans (scf.toml)
schema-of-settings-answer = What scf settings answers as JSON
schema-plan-description = A plan from its ambition down to daily work. Only the ambition is required. Use code names, for people too: the list of who is who does not belong in this file.

## What an editor says where a value cannot stand.

schema-wants-text = Something must be written here.
schema-wants-day = A day is written year-month-day, such as 2027-03-12.
schema-wants-number = A number, zero or more, without spaces, units or marks for thousands: 12 or 2.5.
schema-wants-count = A whole number, 1 or more.
schema-wants-whole = A whole number, zero or more.
schema-wants-money = An amount, zero or more, with at most two decimals and no marks for thousands: 12000 or 1800.50.
schema-wants-language = A language is written with its short name, such as en, fr or ar.
schema-wants-id = An id has small letters and digits, then also - and _, and at most 64 of them. The word "ambition" is taken.
schema-wants-option = An option is written with its choice: choice.option.
schema-wants-name = This name is not known here.
schema-wants-things = Things stand here one by one: in a list, or each under its id.
schema-wants-lower = Only lower levels can stand inside this level. Use supports to lead to something on the same or a higher level.

## The plan itself.

schema-scf = The version of the format: 1.
schema-plan-title = What the plan is called. Where nothing is said, the name of the file.
schema-summary = One paragraph on what this is about.
schema-language = The language of the plan's own text, such as en, fr or ar.
schema-stage = How far the plan is: sketch, plan or running. Where nothing is said, it is worked out.
schema-plan-start = The first day of the project.
schema-plan-end = The last day of the project.
schema-currency = The currency of all amounts, such as EUR.
schema-reviewed = The last day on which the team read the whole plan again.
schema-labels = A donor's own words for the levels, such as Impact for the ambition. They are used in every answer.
schema-set-up = How you work together: form, host and decision rule.
schema-factors = How the team sees itself, from 1 (weak) to 5 (strong).
schema-ambition = The long-term change that you contribute to, and never bring about alone. A text, or title and more.
schema-goals = Goals: medium-term changes in what parties or institutions do.
schema-objectives = Objectives: direct results within your reach.
schema-activities = Activities: the work that brings objectives about.
schema-tasks = Tasks: daily work, each with one owner.
schema-people = The people of the team. Use code names, in the ids and in the titles.
schema-organisations = Organisations that take part.
schema-parties = The sides of the conflict.
schema-others = Initiatives that are not yours.
schema-constituencies = The people whom the conflict concerns.
schema-donors = Who gives money.
schema-choices = Questions that are to be decided, each with its options.
schema-assumptions = What you rely on, and nobody of you controls.
schema-scenarios = Turns of events that you want to think through.
schema-lessons = What you have learnt.
schema-accepted = Findings that the team knows and lives with, each with its reason.
schema-settings = What findings weigh in this plan, and the numbers at which they begin. Nobody needs it to start with.

## Whatever has an id.

schema-id = The id by which other lines name this. Small letters of any script and digits, then also - and _.
schema-title = What it is, in one sentence. Required.
schema-name = What it is called. Without it, the id is shown.
schema-description = More about it, for those who need it.
schema-tags = Words to find it by: one, or a list.
schema-notes = Notes: one, or a list.
schema-sensitivity = Who may see it: public, partners, team (where nothing is said) or core. What is core is told to nobody outside by its title.

## The five levels.

schema-because = Why this leads to what it supports.
schema-assumes = Ids of the assumptions that this relies on.
schema-start = The first day of it.
schema-end = The last day of it. On a goal or objective, end alone is the day by which it is due.
schema-feeds-back = Ids of what learns from this one. A circle is no fault here.
schema-track = 1 (with leaders), 1.5, 2 or 3 (with everybody). What stands inside has the same.
schema-needs = How many of the items that support this one must stand: any, all, or a number. Where nothing is said: all on an activity, else any.
schema-supports = Ids of what this leads to, on the same or a higher level.
schema-status = How far it is: planned (where nothing is said), active, done or dropped.
schema-signs = What you would notice if it comes true: a text each, or measure, baseline, target, value and source.
schema-lead = The organisation that leads.
schema-partners = Organisations that take part.
schema-depends-on = Ids of what must be finished before this can begin: objectives, activities or tasks.
schema-only-if = An option, as choice.option. This belongs to the plan only under that option.
schema-who = The one person who is responsible. A task without it has that of its activity.
schema-deputy = People who can stand in for the one who is responsible.
schema-team = Further people who do this work.
schema-for = The people whom work of the kind security or care is for.
schema-days = How many calendar days it takes, where you do not know both dates.
schema-cost = What it costs, in the currency of the plan.
schema-funded-by = Who pays: a donor, a list of donors, or donors with their amounts.
schema-with = Parties and constituencies that this work is in contact with: a list, or each with how far it takes part. For a constituency: inform, consult, take-part or decide. For a party: contact.
schema-work-kind = What kind of work it is.
schema-hours = Hours each time it is done.
schema-every = How often it is done. Where nothing is said, once.
schema-measure = What is counted or noticed.
schema-baseline = How it is today.
schema-target = How it should be in the end.
schema-value = How it is now.
schema-source = Where one would read it.

## People, parties and donors.

schema-organisation = The organisation that this person works for.
schema-side = The party that this person is close to.
schema-hours-per-week = Hours a week for this work.
schema-person-deputy = People who can stand in for this person everywhere.
schema-danger = The danger that this person is in: low, medium or high.
schema-insider = Whether this person is from here, and trusted because of it: yes or no.
schema-office = A public post, or one in a party, that this person holds.
schema-known-to = Parties that know of this post.
schema-away = When this person is away: start and end, once or in a list.
schema-away-start = The first day away.
schema-away-end = The last day away.
schema-influence = How much this party can move or block: low, medium or high.
schema-consent = Whether this party agrees that you work with it: given, unknown or withdrawn.
schema-consent-date = The day on which consent was given or withdrawn.
schema-access = Who of you reaches this party, and how well: trusted, working or strained.
schema-represents = Constituencies that this party speaks for.
schema-proscribed = yes where the law, or a donor, forbids contact with this party.
schema-other-with = Parties that they talk to.
schema-amount = All that this donor gives, in the currency of the plan.
schema-state = How sure the money is: secured (where nothing is said), pledged or sought.
schema-donor-start = The first day on which this donor pays.
schema-donor-end = The last day on which this donor pays.
schema-visibility = yes where this donor wants its name shown.
schema-no-contact = yes where this money may not pay for contact with proscribed parties.
schema-reports = When reports are due: days, or month or quarter.

## Choices, assumptions, scenarios and lessons.

schema-question = What is to be decided. A choice has no title.
schema-decide-by = The last day on which it can be decided.
schema-choice-who = The person who sees to it that it is decided.
schema-options = The answers that are possible: a text each, or title and scores.
schema-excludes = Options of this choice, each with options of other choices that cannot go with it. It works both ways.
schema-criteria = What the options are compared by, each with its weight.
schema-chosen = The option that was chosen.
schema-choice-because = Why it was chosen.
schema-commitment = How firm you are: now, explore, later or reserve.
schema-trigger = What would bring the decision on.
schema-scores = A number for each of the criteria of the choice.
schema-holds = Whether it holds: yes, no, or unknown (where nothing is said).
schema-assumption-kind = environment: about the world around, so find out. values: about what people want, so talk. related: about what others decide, so ask them.
schema-assumption-who = The person who finds out.
schema-assumption-by = The day by which you want to know.
schema-without = Ids of what fails.
schema-delays = Ids of what is late, each with the days.
schema-choose = Choices, each with the option that is taken.
schema-events = What happens, one after the other: on, without and say.
schema-on = The day on which it happens.
schema-event-without = Ids of what fails on this day.
schema-say = What is told to those who think it through.
schema-about = What the lesson is about: findings, ids or tags.
schema-lesson-kind = Whether it worked, failed, or is still open.

## The set-up, what is accepted, settings.

schema-form = informal or registered.
schema-host = Who gives you a home: an organisation, a school, a person of trust.
schema-decision-rule = How you decide together.
schema-finding = The name of the finding. Required.
schema-item = The id that the finding is about. Without it, findings about the whole plan are meant.
schema-accepted-because = Why you live with it. Required.
schema-accepted-by = Who accepted it.
schema-until = The last day on which it is accepted. After it, the finding is back.
schema-severity = What findings weigh in this plan: error, warning, advice or off.
schema-bottleneck-min = A bottleneck takes at least this many results with it.
schema-bottleneck-percent = A bottleneck takes at least this share of the results, in percent.
schema-bottleneck-activities-percent = What stops this share of the open activities is a bottleneck too, in percent.
schema-choke-min = At a choke-point at least this many activities and tasks wait.
schema-choke-percent = At a choke-point at least this share of them wait, in percent.
schema-crowded-goals = More goals than this are crowded.
schema-crowded-objectives = More objectives than this are crowded.
schema-crowded-activities = More activities than this under one objective are crowded.
schema-review-every-days = After this many days the plan wants to be read again.
schema-carries-most-percent = Somebody who owns more than this share of the open tasks carries most of them, in percent.
schema-carries-most-tasks = That is told where there are at least this many tasks.
schema-donor-percent = A donor who brings more than this share of the money is told, in percent.
schema-money-enough-percent = With this share of the money the work can go on, in percent.
schema-reports-per-quarter = More reports than this in three months are many.
schema-consent-days = A consent that is older than this many days wants to be asked for again.
schema-schemes-max = How many combinations of options are looked at.

## The command.

schema-answer = What scf { $command } answers as JSON
schema-written = The schema is in { $file }
schema-modeline = An editor that knows YAML uses it for plans beside it that begin with this line:
schema-unknown =
    { $near-count ->
        [0] There is no schema of the name “{ $name }”. All names: scf schema --list
        [one] There is no schema of the name “{ $name }”. Is { $near } meant? All names: scf schema --list
       *[other] There is no schema of the name “{ $name }”. Is it one of these: { $near }? All names: scf schema --list
    }
