//! A plan as a team would write it, only larger: about 120 bytes an item, in block style.

use super::Dice;
use std::fmt::{Result, Write};

const PLACES: [&str; 12] = [
    "the upper village",
    "the river camps",
    "the market town",
    "the eastern hills",
    "the ford of Amara",
    "the school district",
    "the old corridor",
    "the lake shore",
    "the border post",
    "the northern wells",
    "the mission road",
    "the grain market",
];
const CHANGES: [&str; 6] = [
    "agree who guards the road at",
    "keep to the map they drew for",
    "hear each quarrel within three days at",
    "let the herds pass by",
    "answer a warning within the hour at",
    "accept women as judges at",
];
const SIDES: [&str; 5] =
    ["Herders and farmers", "Both councils", "The elders", "Twelve villages", "The youth"];
const WORK: [&str; 8] = [
    "Shuttle talks with the elders of",
    "Joint walk along",
    "Training of the mixed committee of",
    "Meeting of women traders at",
    "Quiet visits to the commanders near",
    "Listening days in",
    "Signing day at",
    "Radio evenings for",
];
const STEPS: [&str; 10] = [
    "Book a guide to",
    "Ask the host about",
    "Write the invitation for",
    "Debrief after",
    "Find an interpreter for",
    "Prepare the map of",
    "Call everybody who came from",
    "Bring the minutes to",
    "Agree on the day at",
    "Check the road to",
];
const KINDS: [&str; 9] = [
    "analysis",
    "contact",
    "shuttle",
    "talks",
    "training",
    "agreement",
    "follow-up",
    "coordination",
    "outreach",
];
const EVERY: [&str; 4] = ["week", "2 weeks", "month", "quarter"];

/// How many there are of what.
struct Sizes {
    goals: usize,
    objectives: usize,
    activities: usize,
    tasks: usize,
    people: usize,
    organisations: usize,
    parties: usize,
    donors: usize,
    assumptions: usize,
}

impl Sizes {
    fn of(items: usize) -> Self {
        let goals = (items / 500).max(3);
        let objectives = (items / 50).max(4);
        let activities = (items / 8).max(6);
        Self {
            goals,
            objectives,
            activities,
            tasks: items.saturating_sub(goals + objectives + activities),
            people: (items / 100).max(5),
            organisations: (items / 1000).max(2),
            parties: (items / 200).max(4),
            donors: (items / 5000).max(2),
            assumptions: (items / 500).max(2),
        }
    }
}

const CHOICES: usize = 3;

pub fn write(out: &mut String, items: usize) -> Result {
    let sizes = Sizes::of(items);
    let mut dice = Dice(items as u64);
    out.write_str("title: Corridor dialogue\nlanguage: en\nstart: 2027-01-01\nend: 2028-12-31\n")?;
    out.write_str("currency: EUR\nreviewed: 2026-11-01\n\n")?;
    out.write_str("ambition: The seasonal movement of herds passes without killings.\n")?;
    goals(out, &sizes, &mut dice)?;
    objectives(out, &sizes, &mut dice)?;
    activities(out, &sizes, &mut dice)?;
    around(out, &sizes, &mut dice)
}

fn goals(out: &mut String, sizes: &Sizes, dice: &mut Dice) -> Result {
    out.write_str("\ngoals:\n")?;
    for goal in 0..sizes.goals {
        writeln!(out, "  goal-{goal}:")?;
        writeln!(out, "    title: {} {} {}.", dice.pick(&SIDES), dice.pick(&CHANGES), dice.pick(&PLACES))?;
        if dice.percent(80) {
            out.write_str("    because: Each killing of the last decade began outside a corridor.\n")?;
        }
        writeln!(
            out,
            "    signs:\n      heard: Quarrels are told to the committee in {}.",
            dice.pick(&PLACES)
        )?;
    }
    Ok(())
}

fn objectives(out: &mut String, sizes: &Sizes, dice: &mut Dice) -> Result {
    out.write_str("\nobjectives:\n")?;
    for objective in 0..sizes.objectives {
        let goal = objective * sizes.goals / sizes.objectives;
        writeln!(out, "  result-{objective}:")?;
        writeln!(out, "    title: {} {} {}.", dice.pick(&SIDES), dice.pick(&CHANGES), dice.pick(&PLACES))?;
        if dice.percent(15) {
            writeln!(out, "    supports: [goal-{goal}, goal-{}]", (goal + 1) % sizes.goals)?;
        } else {
            writeln!(out, "    supports: goal-{goal}")?;
        }
        if dice.percent(60) {
            out.write_str("    because: Both sides say the same about the old corridors.\n")?;
        }
        if dice.percent(20) {
            writeln!(out, "    assumes: belief-{}", dice.below(sizes.assumptions))?;
        }
        if dice.percent(30) {
            writeln!(out, "    needs: {}", dice.pick(&["all", "2", "any"]))?;
        }
        writeln!(out, "    end: {}", day(dice))?;
        if dice.percent(70) {
            let measure = "{measure: villages that signed, baseline: 0, target: 16, source: the maps}";
            writeln!(out, "    signs:\n      signed: {measure}")?;
        }
    }
    Ok(())
}

fn activities(out: &mut String, sizes: &Sizes, dice: &mut Dice) -> Result {
    let mut tasks = 0;
    // Tasks that stand in a section of their own, with the activity they support.
    let mut flat: Vec<usize> = Vec::new();
    out.write_str("\nactivities:\n")?;
    for activity in 0..sizes.activities {
        write_activity(out, sizes, dice, activity)?;
        let until = (activity + 1) * sizes.tasks / sizes.activities;
        let mut before = None;
        for task in tasks..until {
            if before.is_some() && dice.percent(8) {
                flat.push(activity);
                continue;
            }
            if before.is_none() {
                out.write_str("    tasks:\n")?;
            }
            writeln!(out, "      step-{task}:")?;
            writeln!(out, "        title: {} {}", dice.pick(&STEPS), dice.pick(&PLACES))?;
            write_task(out, sizes, dice, activity, before)?;
            before = Some(task);
        }
        tasks = until;
    }
    out.write_str("\ntasks:\n")?;
    for (number, activity) in flat.iter().enumerate() {
        writeln!(out, "  single-{number}:\n    title: {} {}", dice.pick(&STEPS), dice.pick(&PLACES))?;
        writeln!(out, "    supports: work-{activity}")?;
        if dice.percent(40) {
            writeln!(out, "    who: bird-{}", dice.below(sizes.people))?;
        }
    }
    Ok(())
}

fn write_activity(out: &mut String, sizes: &Sizes, dice: &mut Dice, activity: usize) -> Result {
    let objective = activity * sizes.objectives / sizes.activities;
    writeln!(out, "  work-{activity}:")?;
    writeln!(out, "    title: {} {}", dice.pick(&WORK), dice.pick(&PLACES))?;
    writeln!(out, "    supports: result-{objective}")?;
    writeln!(out, "    who: bird-{}", dice.below(sizes.people))?;
    if activity * 100 < sizes.activities * 4 {
        out.write_str("    status: done\n")?;
    } else if activity * 100 < sizes.activities * 8 {
        out.write_str("    status: active\n")?;
    }
    if dice.percent(30) {
        writeln!(out, "    lead: house-{}", dice.below(sizes.organisations))?;
    }
    if dice.percent(50) {
        writeln!(out, "    with: [side-{}, side-{}]", dice.below(sizes.parties), dice.below(sizes.parties))?;
    }
    if dice.percent(40) {
        let cost = 100 * (1 + dice.below(90));
        writeln!(out, "    cost: {cost}")?;
        if dice.percent(50) {
            writeln!(out, "    funded_by: fund-{}", dice.below(sizes.donors))?;
        } else {
            let donor = dice.below(sizes.donors);
            let next = (donor + 1) % sizes.donors;
            writeln!(out, "    funded_by: {{fund-{donor}: {}, fund-{next}: {}}}", cost / 2, cost - cost / 2)?;
        }
    }
    if dice.percent(60) {
        writeln!(out, "    kind: {}", dice.pick(&KINDS))?;
    }
    if dice.percent(50) {
        writeln!(out, "    start: {}", day(dice))?;
    }
    if activity > 0 && dice.percent(15) {
        writeln!(out, "    depends_on: work-{}", activity - 1 - dice.below(activity.min(40)))?;
    }
    if dice.percent(1) {
        let choice = objective % CHOICES;
        writeln!(out, "    only_if: way-{choice}.{}", dice.pick(&["first", "second"]))?;
    }
    Ok(())
}

/// What a task says beside its title. `before`: the task before it in the same activity.
fn write_task(
    out: &mut String,
    sizes: &Sizes,
    dice: &mut Dice,
    activity: usize,
    before: Option<usize>,
) -> Result {
    if dice.percent(50) {
        writeln!(out, "        hours: {}", 1 + dice.below(8))?;
        if dice.percent(40) {
            writeln!(out, "        every: {}", dice.pick(&EVERY))?;
        }
    }
    if dice.percent(25) {
        writeln!(out, "        who: bird-{}", dice.below(sizes.people))?;
    }
    if dice.percent(25) {
        writeln!(out, "        start: {}", day(dice))?;
    }
    if dice.percent(10) {
        out.write_str("        because: Nobody comes who was not asked in person.\n")?;
    }
    match before {
        Some(before) if dice.percent(30) => writeln!(out, "        depends_on: step-{before}"),
        // Work that must be finished elsewhere first, always further up in the text: no circles.
        _ if activity > 0 && dice.percent(2) => {
            writeln!(out, "        depends_on: work-{}", activity - 1 - dice.below(activity.min(40)))
        }
        _ => Ok(()),
    }
}

/// People, organisations, parties, donors, assumptions and choices.
fn around(out: &mut String, sizes: &Sizes, dice: &mut Dice) -> Result {
    out.write_str("\npeople:\n")?;
    for person in 0..sizes.people {
        writeln!(out, "  bird-{person}:\n    title: Teacher near {}", dice.pick(&PLACES))?;
        writeln!(out, "    hours_per_week: {}", 8 + dice.below(30))?;
        if dice.percent(40) {
            writeln!(out, "    organisation: house-{}", dice.below(sizes.organisations))?;
        }
        if dice.percent(40) {
            writeln!(out, "    deputy: bird-{}", (person + 1) % sizes.people)?;
        }
    }
    out.write_str("\norganisations:\n")?;
    for organisation in 0..sizes.organisations {
        writeln!(out, "  house-{organisation}: The network of {}", dice.pick(&PLACES))?;
    }
    out.write_str("\nparties:\n")?;
    for party in 0..sizes.parties {
        writeln!(out, "  side-{party}:\n    title: Council of {}", dice.pick(&PLACES))?;
        writeln!(out, "    influence: {}\n    access:", dice.pick(&["low", "medium", "high"]))?;
        let first = dice.below(sizes.people);
        for step in 0..=dice.below(3) {
            let person = (first + step) % sizes.people;
            writeln!(out, "      bird-{person}: {}", dice.pick(&["trusted", "working", "strained"]))?;
        }
    }
    out.write_str("\ndonors:\n")?;
    for donor in 0..sizes.donors {
        writeln!(out, "  fund-{donor}:\n    title: Fund for {}", dice.pick(&PLACES))?;
        out.write_str("    amount: 700000\n    start: 2027-01-01\n    end: 2028-12-31\n")?;
    }
    out.write_str("\nassumptions:\n")?;
    for assumption in 0..sizes.assumptions {
        writeln!(out, "  belief-{assumption}:\n    title: The rains come in time at {}", dice.pick(&PLACES))?;
        writeln!(out, "    holds: {}", dice.pick(&["yes", "unknown", "unknown", "no"]))?;
    }
    out.write_str("\nchoices:\n")?;
    for choice in 0..CHOICES {
        writeln!(out, "  way-{choice}:\n    question: Which way first at {}?", dice.pick(&PLACES))?;
        out.write_str("    decide_by: 2027-03-01\n    who: bird-0\n    options:\n")?;
        out.write_str("      first: The road, then the wells\n      second: The wells, then the road\n")?;
    }
    Ok(())
}

fn day(dice: &mut Dice) -> String {
    format!("{}-{:02}-{:02}", 2027 + dice.below(2), 1 + dice.below(12), 1 + dice.below(28))
}
