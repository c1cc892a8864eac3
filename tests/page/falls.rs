//! Whether the script of the page says of several failures together what the engine says.

use super::{check, raw, with};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use strategic_choice::check::Check;
use strategic_choice::plan::{Id, Kind, Plan, Sensitivity};

/// Plans that are drawn by lot.
const PLANS: usize = 60;
/// Failures that are tried of each.
const FAILURES: usize = 40;

/// Draws by lot, the same every time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) >> 33).unwrap() % most
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// Up to so many ids of this kind, as a list.
    fn some(&mut self, letter: char, of: usize, most: usize) -> String {
        let count = self.below(most + 1).min(of);
        let ids: Vec<String> = (0..count).map(|_| format!("{letter}{}", self.below(of))).collect();
        format!("[{}]", ids.join(", "))
    }
}

/// A plan in which much stands on much.
fn plan(dice: &mut Dice) -> String {
    let (goals, objectives, activities, people) =
        (1 + dice.below(3), 2 + dice.below(4), 2 + dice.below(7), 2 + dice.below(5));
    let mut text = "ambition: Peace.\ngoals:\n".to_owned();
    let needs = |dice: &mut Dice| ["", ", needs: any", ", needs: all", ", needs: 2"][dice.below(4)];
    let status = |dice: &mut Dice| match dice.below(14) {
        0 => ", status: done",
        1 => ", status: dropped",
        _ => "",
    };
    let core = |dice: &mut Dice| if dice.once_in(8) { ", sensitivity: core" } else { "" };
    for goal in 0..goals {
        let _ = writeln!(text, "  g{goal}: {{title: Goal{}{}}}", needs(dice), core(dice));
    }
    text += "objectives:\n";
    for objective in 0..objectives {
        let supports = dice.below(goals);
        let assumes = dice.some('s', 2, 1);
        let _ = writeln!(
            text,
            "  o{objective}: {{title: Objective, supports: g{supports}, assumes: {assumes}{}{}{}}}",
            needs(dice),
            status(dice),
            core(dice)
        );
    }
    text += "activities:\n";
    for activity in 0..activities {
        let supports = dice.below(objectives);
        let who = dice.below(people);
        let with = dice.some('y', 3, 2);
        let after = if activity > 0 { dice.some('a', activity, 2) } else { "[]".to_owned() };
        let large = if dice.once_in(4) { "00000000000" } else { "" };
        let money = match dice.below(4) {
            0 => format!(", cost: 9{large}, funded_by: {{d0: 5{large}, d1: 3{large}, d2: 4{large}}}"),
            1 => ", funded_by: [d0, d1]".to_owned(),
            2 => ", funded_by: d2".to_owned(),
            _ => String::new(),
        };
        let only_if =
            if dice.once_in(5) { ["", ", only_if: ch.x", ", only_if: ch.y"][dice.below(3)] } else { "" };
        let deputy = dice.some('p', people, 1);
        let lead = if dice.once_in(3) { ", lead: r0" } else { "" };
        let _ = write!(
            text,
            "  a{activity}: {{title: Activity, supports: o{supports}, who: p{who}, deputy: {deputy}, with: {with}, depends_on: {after}{money}{only_if}{lead}{}{}{}, tasks: {{",
            needs(dice),
            status(dice),
            core(dice)
        );
        let tasks: Vec<String> = (0..dice.below(4))
            .map(|task| {
                let who =
                    if dice.once_in(2) { format!(", who: p{}", dice.below(people)) } else { String::new() };
                format!("t{activity}-{task}: {{title: Task{who}{}}}", status(dice))
            })
            .collect();
        let _ = writeln!(text, "{}}}}}", tasks.join(", "));
    }
    text += "people:\n";
    for person in 0..people {
        let deputy = dice.some('p', people, 1);
        let organisation =
            if dice.once_in(2) { format!(", organisation: r{}", dice.below(2)) } else { String::new() };
        let _ =
            writeln!(text, "  p{person}: {{title: Person, deputy: {deputy}{organisation}{}}}", core(dice));
    }
    text += "organisations: {r0: One, r1: Two}\ndonors: {d0: A, d1: B, d2: C}\nassumptions: {s0: S, s1: T}\n";
    text += "choices: {ch: {question: Which?, options: {x: X, y: Y}}}\nparties:\n";
    for party in 0..3 {
        let access: Vec<String> = (0..people)
            .filter(|_| dice.once_in(2))
            .map(|person| format!("p{person}: {}", ["trusted", "working", "strained"][person % 3]))
            .collect();
        let _ =
            writeln!(text, "  y{party}: {{title: Party, access: {{{}}}{}}}", access.join(", "), core(dice));
    }
    text
}

/// Whether a thing may be told: it, and all that it is nested in.
fn is_told(plan: &Plan, id: Id, include: Sensitivity) -> bool {
    let mut at = Some(id);
    while let Some(id) = at {
        if plan.sensitivity_of(id) > include {
            return false;
        }
        at = plan.item(id).and_then(|item| item.holder).map(|holder| plan.items[holder as usize].id);
    }
    true
}

/// What falls, by the engine: the ids of what may be told, sorted, and how many results may not.
fn answer(check: &Check, failed: &[Id], include: Sensitivity) -> (Vec<String>, usize) {
    let (plan, graph) = (check.plan.as_ref().unwrap(), check.graph.as_ref().unwrap());
    let fall = graph.falls(plan, failed);
    let is_told = |id: &Id| is_told(plan, *id, include);
    let mut falls: Vec<String> =
        fall.falls.iter().filter(|id| is_told(id)).map(|&id| plan.names.name(id).to_owned()).collect();
    falls.sort();
    (falls, fall.loss.iter().filter(|id| !is_told(id)).count())
}

#[test]
fn the_page_lets_fall_what_the_engine_lets_fall() {
    let mut dice = Dice(2027);
    let (mut cases, mut wanted, mut fallen) = (Vec::new(), Vec::new(), 0);
    for number in 0..PLANS {
        let text = plan(&mut dice);
        let check = check(&text);
        assert!(check.complete(), "{:?}\n{text}", check.findings.first());
        let include = if number % 2 == 0 { Sensitivity::Team } else { Sensitivity::Core };
        let page = with(&check, include, None);
        let data = raw(&page, "script").into_iter().find(|text| text.starts_with("{\"ids\"")).unwrap();
        let names = &check.plan.as_ref().unwrap().names;
        let can = |kind: Kind| !matches!(kind, Kind::Choice | Kind::Option);
        let told: Vec<Id> = names
            .iter()
            .filter(|(id, thing)| can(thing.kind) && is_told(check.plan.as_ref().unwrap(), *id, include))
            .map(|(id, _)| id)
            .collect();
        let mut gone = Vec::new();
        for failure in 0..FAILURES {
            let count = if failure < 10 { 1 } else { 2 + dice.below(4) };
            let mut failed: Vec<Id> = (0..count).map(|_| told[dice.below(told.len())]).collect();
            failed.sort_unstable();
            failed.dedup();
            let (falls, unnamed) = answer(&check, &failed, include);
            fallen += falls.len();
            wanted.push((
                text.clone(),
                failed.iter().map(|&id| names.name(id).to_owned()).collect::<Vec<_>>(),
                falls,
                unnamed,
            ));
            gone.push(failed.iter().map(|&id| names.name(id).to_owned()).collect::<Vec<_>>());
        }
        cases.push(format!("{{\"data\":{data},\"gone\":{}}}", serde_json::to_string(&gone).unwrap()));
    }
    assert!(fallen > 5_000, "these plans would prove nothing: {fallen}");
    let Some(said) = in_node(&format!("[{}]", cases.join(","))) else {
        eprintln!("left out: the script of the page was not run, for there is no node on this machine");
        return;
    };
    assert_eq!(said.len(), wanted.len());
    for ((text, failed, falls, unnamed), (told, hidden)) in wanted.iter().zip(&said) {
        assert_eq!((told, hidden), (falls, unnamed), "without {failed:?}\n{text}");
    }
}

/// What the script says to each of these; nothing where it cannot be run.
fn in_node(cases: &str) -> Option<Vec<(Vec<String>, usize)>> {
    let script = format!(
        "\"use strict\";\n{}\nconst cases = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n\
         console.log(JSON.stringify(cases.flatMap(({{ data, gone }}) => {{ const engine = evaluator(data); return gone.map((ids) => {{\n\
         const now = engine.falls(ids); return [[...now.results, ...now.items].sort(), now.unnamed]; }}); }})));",
        include_str!("../../src/page/script/falls.js")
    );
    let node =
        Command::new("node").args(["-e", &script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut node = node.ok()?;
    node.stdin.take().unwrap().write_all(cases.as_bytes()).unwrap();
    let out = node.wait_with_output().unwrap();
    assert!(out.status.success());
    Some(serde_json::from_slice(&out.stdout).unwrap())
}
