//! The walk through the text and the table of what fields take, held against the reader.

use super::{plan, reading};
use crate::plan::read::expects::{Expects, Names};
use crate::plan::read::keys::{Key, Place};
use crate::plan::read::sites::{Site, What, sites};
use crate::plan::{Funding, Id, Kind, Plan, Ref};
use crate::source::{Limits, Slip, Source, Span, read_around_refused};

const WHOLE: &str = include_str!("whole.yaml");

/// Every reference of a plan, and what it means.
fn references(plan: &Plan) -> Vec<(Span, Id)> {
    let mut all: Vec<&Ref> = Vec::new();
    for item in &plan.items {
        all.extend(item.supports.iter().chain(&item.assumes).chain(&item.feeds_back));
        let Some(work) = &item.work else { continue };
        all.extend(work.who.iter().chain(&work.deputies).chain(&work.team).chain(&work.lead));
        all.extend(work.partners.iter().chain(&work.care_for).chain(&work.depends_on));
        all.extend(work.with.iter().map(|link| &link.to));
        if let Funding::Whole(donors) = &work.funded_by {
            all.extend(donors);
        }
    }
    for person in &plan.people {
        all.extend(person.organisation.iter().chain(&person.side).chain(&person.deputies));
        all.extend(&person.known_to);
    }
    all.extend(plan.parties.iter().flat_map(|party| &party.represents));
    all.extend(plan.parties.iter().flat_map(|party| party.access.iter().map(|(person, _)| person)));
    all.extend(plan.others.iter().flat_map(|other| &other.with));
    all.extend(plan.choices.iter().flat_map(|choice| &choice.who));
    all.extend(plan.assumptions.iter().flat_map(|assumption| &assumption.who));
    for scenario in &plan.scenarios {
        all.extend(scenario.without.iter().chain(scenario.delays.iter().map(|(late, _)| late)));
        all.extend(scenario.events.iter().flat_map(|event| &event.without));
    }
    let mut found: Vec<(Span, Id)> = all.into_iter().map(|reference| (reference.at, reference.id)).collect();
    for item in &plan.items {
        found.extend(item.only_if().map(|option| (option.at, plan.option_id(option))));
        if let Some(Funding::Amounts(amounts)) = item.work.as_ref().map(|work| &work.funded_by) {
            found.extend(amounts.iter().map(|(donor, _)| (donor.at, donor.id)));
        }
    }
    for choice in &plan.choices {
        let own = |index: u32| choice.options[index as usize].id;
        found.extend(choice.chosen.map(|chosen| (chosen.at, own(chosen.value))));
        for (option, other) in &choice.excludes {
            found.extend([(option.at, own(option.value)), (other.at, plan.option_id(*other))]);
        }
    }
    found.extend(plan.scenarios.iter().flat_map(|s| &s.choose).map(|pick| (pick.at, plan.option_id(*pick))));
    found.extend(plan.accepted.iter().filter_map(|entry| entry.item).map(|item| (item.at, item.value)));
    found
}

fn sites_of(text: &str) -> (Source, Plan, Vec<Site>) {
    let source = Source::new("-", text.to_owned());
    let tree = read_around_refused(&source, Limits::FORMAT_1).0.unwrap();
    let plan = crate::plan::read(&source, &tree).plan.unwrap();
    let sites = sites(&source, &tree, Some(&plan));
    (source, plan, sites)
}

#[test]
fn every_id_of_a_plan_has_its_site() {
    let examples = ["kesharu-plains", "sound-plan", "toramba-highlands", "first-plan"];
    let examples = examples.map(|name| std::fs::read_to_string(format!("examples/{name}.scf.yaml")).unwrap());
    let listed = "ambition: {title: A}\ngoals:\n- One\n- {id: two, title: Two}\npeople: [{id: a}, b]\n\
        choices:\n- {id: c, options: [{id: x}, y], chosen: c.x}\n- {options: {z: Z}, excludes: {z: c.x}}\n\
        tasks: [{title: T, who: a, only_if: c.x, supports: [two, goal-1]}]\n";
    for text in examples.iter().map(String::as_str).chain([WHOLE, listed]) {
        let (source, plan, sites) = sites_of(text);
        let named = |at: Span| sites.iter().find(|site| site.at == at).and_then(|site| site.what.named());
        let all = references(&plan);
        for (at, id) in all {
            assert_eq!(named(at), Some(id), "{} in {text}", source.slice(at));
        }
        for (id, thing) in plan.names.iter().filter(|(_, thing)| !thing.is_made) {
            let own =
                sites.iter().find(|site| site.at == thing.at).unwrap_or_else(|| panic!("{}", thing.name));
            let is_ambition = matches!(own.what, What::Key(Place::Plan, Key::Ambition));
            assert!(matches!(own.what, What::Own | What::OwnInList) || is_ambition, "{}", thing.name);
            assert!(is_ambition || own.thing == Some(id), "{}", thing.name);
        }
        // And nothing in the text passes for something else than the reader takes it for.
        let all: std::collections::HashMap<Span, Id> = references(&plan).into_iter().collect();
        for site in sites.iter().filter(|site| site.what.named().is_some()) {
            // The plan keeps no places of these two.
            let is_about = matches!(site.what, What::Name(Names::About, _));
            let is_pick = site.what.named().is_some_and(|id| plan.names.get(id).kind == Kind::Choice);
            assert!(is_about || is_pick || all.contains_key(&site.at), "{}", source.slice(site.at));
        }
    }
}

/// One thing of each kind.
const BASE: &str = "ambition: A\ngoals: {goal: G}\nobjectives: {objective: O}\nactivities: {activity: V}\n\
    tasks: {task: T}\npeople: {person: P}\norganisations: {organisation: O}\nparties: {party: P}\n\
    others: {other: O}\nconstituencies: {constituency: C}\ndonors: {donor: D}\n\
    choices: {choice: {question: Q, options: {yes: Y, no: N}}, second: {question: R, options: {up: U}}}\nassumptions: {assumption: A}\n\
    scenarios: {scenario: S}\nlessons: {lesson: L}\n";

const KINDS: [(Kind, &str); 16] = [
    (Kind::Ambition, "ambition"),
    (Kind::Goal, "goal"),
    (Kind::Objective, "objective"),
    (Kind::Activity, "activity"),
    (Kind::Task, "task"),
    (Kind::Person, "person"),
    (Kind::Organisation, "organisation"),
    (Kind::Party, "party"),
    (Kind::Other, "other"),
    (Kind::Constituency, "constituency"),
    (Kind::Donor, "donor"),
    (Kind::Choice, "choice"),
    (Kind::Assumption, "assumption"),
    (Kind::Scenario, "scenario"),
    (Kind::Lesson, "lesson"),
    (Kind::Option, "second.up"),
];

/// A plan in which a key of this place has this value.
fn with(place: Place, key: &str, value: &str) -> Option<String> {
    let (base, field) = (BASE, format!("{key}: {value}"));
    let title = if key == "title" { "" } else { "title: X, " };
    Some(match place {
        Place::Plan => {
            let without = base.lines().filter(|line| !line.starts_with(&format!("{key}:")));
            format!("{}\n{field}\n", without.collect::<Vec<_>>().join("\n"))
        }
        Place::In(Kind::Ambition) => {
            base.replace("ambition: A\n", &format!("ambition: {{{title}{field}}}\n"))
        }
        Place::In(Kind::Choice) => base.replace("{question: Q, ", &format!("{{{field}, ")),
        Place::In(Kind::Option) => base.replace("yes: Y", &format!("yes: {{{field}}}")),
        Place::In(kind) => {
            let name = KINDS.iter().find(|(of, _)| *of == kind)?.1;
            let start = base.find(&format!("{{{name}: "))? + name.len() + 3;
            format!("{}{{{title}{field}}}{}", &base[..start], &base[start + 1..])
        }
        Place::SetUp => format!("{base}set_up: {{{field}}}\n"),
        Place::Sign => base.replace("goal: G", &format!("goal: {{title: G, signs: {{s: {{{field}}}}}}}")),
        Place::Absence => base.replace("person: P", &format!("person: {{away: {{{field}}}}}")),
        Place::Event => base.replace("scenario: S", &format!("scenario: {{events: [{{{field}}}]}}")),
        Place::Acceptance => {
            let others = ["finding: orphan", "because: B"].iter().filter(|other| !other.starts_with(key));
            let others: Vec<&str> = others.copied().collect();
            format!("{base}accepted: [{{{field}, {}}}]\n", others.join(", "))
        }
        Place::Settings => format!("{base}settings: {{{field}}}\n"),
    })
}

/// The slips of a plan in which a key of this place has this value.
fn slips(place: Place, key: Key, value: &str) -> Vec<Slip> {
    let text = with(place, key.name(), value).unwrap_or_else(|| panic!("{place:?}"));
    reading(&text).1.faults.iter().map(|fault| fault.slip).collect()
}

/// A value of this shape, and one that cannot be it.
fn right_and_wrong(expects: Expects) -> Vec<(String, bool)> {
    let names = |names: Names| -> Vec<(String, bool)> {
        match names {
            Names::Findings => vec![("orphan".into(), true), ("orphans-all".into(), false)],
            Names::OwnOptions => vec![("yes".into(), true), ("person".into(), false)],
            Names::Fixed(words) => words().into_iter().map(|word| (word.to_owned(), true)).collect(),
            Names::About | Names::New => vec![("anything".into(), true)],
            Names::OwnCriteria => Vec::new(),
            Names::Ids(_) | Names::Above(_) => {
                let kinds = names.kinds().unwrap();
                KINDS.iter().map(|(kind, id)| ((*id).to_owned(), kinds.has(*kind))).collect()
            }
        }
    };
    let simple = |right: &str, wrong: &str| vec![(right.to_owned(), true), (wrong.to_owned(), false)];
    match expects {
        Expects::Text | Expects::Title => vec![("en".into(), true)],
        Expects::Day => simple("2027-01-01", "soon"),
        Expects::Number => simple("3", "many"),
        Expects::YesNo => simple("yes", "perhaps"),
        Expects::Words(words) => {
            let right = words().into_iter().map(|word| (word.to_owned(), true));
            right.chain([("blue-ish".to_owned(), false)]).collect()
        }
        Expects::One(of) => names(of),
        Expects::Many(of) => {
            let several = names(of).into_iter().map(|(name, fits)| (format!("[{name}]"), fits));
            names(of).into_iter().chain(several).collect()
        }
        Expects::By(..) | Expects::ManyOrBy(..) => {
            let (of, inner) = match expects {
                Expects::By(of, takes) | Expects::ManyOrBy(of, Some(takes)) => (of, (*takes).into()),
                Expects::ManyOrBy(of, None) => (of, Expects::Degree),
                _ => unreachable!("no mapping from names"),
            };
            let value = right_and_wrong(inner)
                .iter()
                .find(|(_, fits)| *fits)
                .map_or("contact".into(), |(value, _)| value.clone());
            let degree = matches!(inner, Expects::Degree);
            let told = |(name, fits): (String, bool)| {
                let value = if degree && name == "constituency" { "inform" } else { &value };
                (format!("{{{name}: {value}}}"), fits)
            };
            names(of).into_iter().map(told).collect()
        }
        Expects::Degree | Expects::OwnId | Expects::Thing(_) | Expects::Section(_) => Vec::new(),
        Expects::Keys(_) => simple("{}", "text"),
        Expects::KeysEach(_) => simple("[]", "text"),
    }
}

#[test]
fn the_table_says_what_the_reader_takes() {
    let mut tried = 0;
    for place in Place::ALL {
        for &key in Key::ALL.iter().filter(|key| place.allowed().has(**key)) {
            for (value, fits) in right_and_wrong(place.expects(key)) {
                let slips = slips(place, key, &value);
                let is_sign = matches!(place.expects(key), Expects::By(Names::New, _));
                // A word can be of a stage or an option that asks for more; here only this value counts.
                assert!(is_sign || slips.is_empty() == fits, "{place:?} {}: {value} {slips:?}", key.name());
                tried += 1;
            }
        }
    }
    assert!(tried > 600, "{tried}");
    assert!(plan(BASE).complete);
}
