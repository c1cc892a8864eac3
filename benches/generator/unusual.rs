//! Plans that no team would write, each hard in its own way.

use super::{Dice, Shape};
use std::fmt::{Result, Write};

const HEAD: &str = "ambition: The market road is safe.\n";
const PEOPLE: &str = "people:\n  heron: Teacher\n  teal: Trader\n";
const ONE_OBJECTIVE: &str = "objectives:\n  agreed: Both villages agree who guards the road.\n";

pub fn write(out: &mut String, shape: Shape, items: usize) -> Result {
    out.write_str(HEAD)?;
    match shape {
        Shape::Plausible => Ok(()),
        Shape::Chain => in_one_activity(out, items, |task| before(task, 0)),
        Shape::ChainOfFives => chain_of_fives(out, items),
        Shape::ChainAtTop => at_top(out, items, |task| before(task, 0)),
        Shape::Ring => at_top(out, items, |task| before(task, items)),
        Shape::Wide => wide(out, items),
        Shape::Deep => deep(out, items),
        Shape::Tangle => {
            let mut dice = Dice(1);
            at_top(out, items, |task| {
                let mut back = || format!("t{}", task - 1 - dice.below(task.min(1000)));
                if task == 0 { String::new() } else { format!("{}, {}, {}", back(), back(), back()) }
            })
        }
        Shape::Grid => {
            let width = items.isqrt();
            at_top(out, width * width, |task| {
                let left = (task % width > 0).then(|| format!("t{}", task - 1));
                let above = (task >= width).then(|| format!("t{}", task - width));
                left.into_iter().chain(above).collect::<Vec<_>>().join(", ")
            })
        }
        Shape::TasksOnly => {
            out.write_str("tasks:\n")?;
            (0..items).try_for_each(|task| writeln!(out, "  t{task}: Call the elders of village {task}"))
        }
        Shape::OneActivity => in_one_activity(out, items, |_| String::new()),
        Shape::OnePerson => one_person(out, items),
        Shape::ManyPeople => many_people(out, items),
        Shape::Choices => choices(out, items),
        Shape::Schemes => schemes(out, items),
        Shape::ManyFindings => many_findings(out, items),
        Shape::UnknownIds => {
            out.write_str(ONE_OBJECTIVE)?;
            out.write_str("activities:\n")?;
            (0..items).try_for_each(|activity| {
                let target = if activity % 2 == 0 { format!("agred-{activity}") } else { "agreed".into() };
                writeln!(out, "  a{activity}:\n    title: Visit village {activity}\n    supports: {target}")
            })
        }
        Shape::DuplicateIds => {
            out.write_str("tasks:\n")?;
            (0..items).try_for_each(|task| writeln!(out, "  visit: Call the elders of village {task}"))
        }
        Shape::LongTitles => {
            let title = "The elders of both banks say where the herds may drink. ".repeat(18);
            out.write_str("objectives:\n")?;
            (0..items).try_for_each(|objective| writeln!(out, "  o{objective}: {}", title.trim_end()))
        }
    }
}

/// What a task of a chain depends on: the one before; the first on the last of `ring`, where it closes.
fn before(task: usize, ring: usize) -> String {
    match (task, ring) {
        (0, 0) => String::new(),
        (0, ring) => format!("t{}", ring - 1),
        _ => format!("t{}", task - 1),
    }
}

fn task(out: &mut String, indent: &str, task: usize, depends_on: &str) -> Result {
    writeln!(out, "{indent}t{task}:\n{indent}  title: Visit village {task}")?;
    if depends_on.is_empty() {
        return Ok(());
    }
    if depends_on.contains(',') {
        writeln!(out, "{indent}  depends_on: [{depends_on}]")
    } else {
        writeln!(out, "{indent}  depends_on: {depends_on}")
    }
}

fn at_top(out: &mut String, items: usize, mut depends_on: impl FnMut(usize) -> String) -> Result {
    out.write_str("tasks:\n")?;
    (0..items).try_for_each(|number| task(out, "  ", number, &depends_on(number)))
}

fn in_one_activity(out: &mut String, items: usize, mut depends_on: impl FnMut(usize) -> String) -> Result {
    out.write_str(ONE_OBJECTIVE)?;
    out.write_str("activities:\n  visits:\n    title: Visits\n    supports: agreed\n    tasks:\n")?;
    (0..items).try_for_each(|number| task(out, "      ", number, &depends_on(number)))
}

fn chain_of_fives(out: &mut String, items: usize) -> Result {
    out.write_str("objectives:\n")?;
    for objective in 0..items.div_ceil(250) {
        writeln!(out, "  o{objective}: The villages of valley {objective} agree.")?;
    }
    out.write_str("activities:\n")?;
    for number in 0..items {
        if number % 5 == 0 {
            let activity = number / 5;
            writeln!(out, "  a{activity}:\n    title: Visits in valley {activity}")?;
            writeln!(out, "    supports: o{}\n    tasks:", activity / 50)?;
        }
        task(out, "      ", number, &before(number, 0))?;
    }
    Ok(())
}

fn wide(out: &mut String, items: usize) -> Result {
    out.write_str(ONE_OBJECTIVE)?;
    out.write_str("activities:\n")?;
    for activity in 0..items {
        writeln!(out, "  a{activity}:\n    title: Visit village {activity}\n    supports: agreed")?;
    }
    Ok(())
}

fn deep(out: &mut String, items: usize) -> Result {
    let objectives = items / 2;
    out.write_str("objectives:\n")?;
    for objective in 0..objectives {
        writeln!(out, "  o{objective}:\n    title: Village {objective} agrees.\n    needs: all")?;
        if objective + 1 < objectives {
            writeln!(out, "    supports: o{}", objective + 1)?;
        }
    }
    out.write_str("activities:\n")?;
    for activity in 0..objectives {
        writeln!(out, "  a{activity}:\n    title: Visit village {activity}\n    supports: o{activity}")?;
    }
    Ok(())
}

fn one_person(out: &mut String, items: usize) -> Result {
    out.write_str(PEOPLE)?;
    out.write_str("objectives:\n")?;
    let objectives = items.div_ceil(100);
    for objective in 0..objectives {
        writeln!(out, "  o{objective}: The villages of valley {objective} agree.")?;
    }
    out.write_str("activities:\n")?;
    for activity in 0..items - objectives {
        writeln!(out, "  a{activity}:\n    title: Visit village {activity}\n    who: heron")?;
        writeln!(out, "    supports: o{}", activity / 100)?;
    }
    Ok(())
}

fn many_people(out: &mut String, items: usize) -> Result {
    let people = items.div_ceil(10);
    out.write_str("people:\n")?;
    for person in 0..people {
        writeln!(out, "  p{person}:\n    title: Teacher {person}\n    deputy: p{}", (person + 1) % people)?;
    }
    let parties = people.div_ceil(10);
    out.write_str("parties:\n")?;
    for party in 0..parties {
        let person = party * 10;
        writeln!(out, "  q{party}: {{title: Council {party}, access: {{p{person}: trusted}}}}")?;
    }
    out.write_str("objectives:\n")?;
    for objective in 0..items.div_ceil(50) {
        writeln!(out, "  o{objective}: The villages of valley {objective} agree.")?;
    }
    out.write_str("activities:\n")?;
    for activity in 0..items {
        writeln!(
            out,
            "  a{activity}:\n    title: Visit village {activity}\n    who: p{}",
            activity % people
        )?;
        writeln!(out, "    with: q{}\n    supports: o{}", activity % parties, activity / 50)?;
    }
    Ok(())
}

fn choices(out: &mut String, items: usize) -> Result {
    out.write_str("choices:\n")?;
    for choice in 0..20 {
        writeln!(out, "  c{choice}:\n    question: Which way first in valley {choice}?")?;
        out.write_str("    options: {one: The road, two: The wells, three: The ford}\n")?;
        if choice > 0 {
            writeln!(out, "    excludes: {{one: [c{}.two]}}", choice - 1)?;
        }
    }
    let objectives = items.div_ceil(50);
    out.write_str("objectives:\n")?;
    for objective in 0..objectives {
        writeln!(out, "  o{objective}: The villages of valley {objective} agree.")?;
    }
    out.write_str("activities:\n")?;
    let mut dice = Dice(2);
    for activity in 0..items - objectives {
        writeln!(
            out,
            "  a{activity}:\n    title: Visit village {activity}\n    supports: o{}",
            activity / 50
        )?;
        if dice.percent(50) {
            writeln!(out, "    only_if: c{}.{}", dice.below(20), dice.pick(&["one", "two", "three"]))?;
        }
    }
    Ok(())
}

fn schemes(out: &mut String, items: usize) -> Result {
    const OPTIONS: [&str; 3] = ["one", "two", "three"];
    let mut dice = Dice(3);
    out.write_str("choices:\n")?;
    let mut exclusions: Vec<(usize, usize, usize, usize)> = Vec::new();
    while exclusions.len() < 20 {
        let (later, own, option) = (1 + dice.below(11), dice.below(3), dice.below(3));
        let exclusion = (later, own, dice.below(later), option);
        if !exclusions.contains(&exclusion) {
            exclusions.push(exclusion);
        }
    }
    for choice in 0..12 {
        writeln!(out, "  c{choice}:\n    question: Which way first in valley {choice}?")?;
        out.write_str("    criteria: {peace: 3, speed: 1}\n    options:\n")?;
        for option in OPTIONS {
            let (peace, speed) = (dice.below(6), dice.below(6));
            writeln!(
                out,
                "      {option}: {{title: By {option}, scores: {{peace: {peace}, speed: {speed}}}}}"
            )?;
        }
        out.write_str("    excludes:\n")?;
        for (own, option) in OPTIONS.iter().enumerate() {
            let others = exclusions.iter().filter(|exclusion| (exclusion.0, exclusion.1) == (choice, own));
            let others: Vec<String> =
                others.map(|(_, _, other, option)| format!("c{other}.{}", OPTIONS[*option])).collect();
            if !others.is_empty() {
                writeln!(out, "      {option}: [{}]", others.join(", "))?;
            }
        }
    }
    let objectives = items.div_ceil(5);
    out.write_str("people:\n  p0: {title: Person 0, hours_per_week: 9}\n")?;
    out.write_str("objectives:\n  o0: {title: All valleys agree., needs: 3}\n")?;
    for objective in 1..objectives {
        writeln!(out, "  o{objective}: The villages of valley {objective} agree.")?;
    }
    out.write_str("activities:\n")?;
    for activity in 0..items.saturating_sub(objectives + 1) {
        let (choice, option) = (activity % 12, OPTIONS[activity / 12 % 3]);
        let objective = dice.below(objectives);
        let all = if activity % 3 == 0 && objective > 0 { ", o0" } else { "" };
        writeln!(out, "  a{activity}:\n    title: Visit village {activity}\n    cost: {}", dice.below(900))?;
        writeln!(out, "    supports: [o{objective}{all}]\n    only_if: c{choice}.{option}")?;
    }
    Ok(())
}

fn many_findings(out: &mut String, items: usize) -> Result {
    out.write_str(PEOPLE)?;
    out.write_str("objectives:\n")?;
    for objective in 0..items {
        writeln!(out, "  o{objective}: Meet the elders of village {objective}")?;
    }
    Ok(())
}
