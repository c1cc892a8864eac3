//! Ids and references.

use super::{Table, check, plan, reading, with_ambition, words};
use crate::plan::{Funding, Plan};
use crate::source::Slip;

#[test]
fn ids() {
    check(IDS);
}

#[test]
fn references() {
    check(REFERENCES);
}

pub(super) const IDS: Table<'_> = &[
    ("goals: {g: One, g: Two}", &[(Slip::SameIdTwice, 2, 17)]),
    ("goals: {g: One}\nobjectives: {g: Two}", &[(Slip::IdTaken, 3, 14)]),
    (
        "activities: {a: {title: A, tasks: {t: T}}, b: {title: B, tasks: {t: T}}}",
        &[(Slip::SameIdTwice, 2, 66)],
    ),
    (
        "people: {heron: H}\nparties: {heron: H}\ntasks: {t: {title: T, with: heron, who: heron}}",
        &[(Slip::IdTaken, 3, 11)],
    ),
    ("goals:\n- {id: g, title: One}\n- {id: g, title: Two}", &[(Slip::SameIdTwice, 4, 8)]),
    // A made id counts like a written one.
    ("goals: {goal-2: One}\nobjectives:\n- {title: O, goals: [Two]}", &[(Slip::SameIdTwice, 4, 22)]),
    ("choices: {c: {question: Q, options: {a: A, a: B}}}", &[(Slip::SameIdTwice, 2, 44)]),
    // With nothing after it, the first is not written; the second is the second all the same.
    ("goals:\n  g:\n  h: H\n  g: G", &[(Slip::SameIdTwice, 5, 3)]),
    ("goals:\n  g: G\n  g:", &[(Slip::SameIdTwice, 4, 3)]),
    ("goals:\n  g:\nobjectives:\n  g: G", &[]),
    // Each copy of a copied block is told, so that one run is enough to mend it.
    (
        "activities:\n  a: {title: A, tasks: {t: T}}\n  a: {title: A, tasks: {t: T, u: {titl: U}}}",
        &[(Slip::SameIdTwice, 4, 3), (Slip::SameIdTwice, 4, 25), (Slip::MisspeltKey, 4, 35)],
    ),
    ("goals: {ambition: G}", &[(Slip::ReservedId, 2, 9)]),
    ("choices: {c: {question: Q, options: {ambition: A}}}", &[]),
    (
        "goals: {Agreed: G, two words: H, a.b: I, -c: J}",
        &[(Slip::BadId, 2, 9), (Slip::BadId, 2, 20), (Slip::BadId, 2, 34), (Slip::BadId, 2, 42)],
    ),
    ("goals:\n- {id: Agreed, title: G}", &[(Slip::BadId, 3, 8)]),
    (
        "goals: {a2345678901234567890123456789012345678901234567890123456789012345: G}",
        &[(Slip::LongId, 2, 9)],
    ),
    ("goals: {“g”: G}", &[(Slip::CurlyQuotes, 2, 9)]),
    ("goals: {a\u{a0}b: G}", &[(Slip::NoBreakSpace, 2, 9)]),
    ("goals:\n- {id: [a], title: G}", &[(Slip::WantsText, 3, 8)]),
];

pub(super) const REFERENCES: Table<'_> = &[
    ("goals: {g: {title: G, supports: nobody}}", &[(Slip::UnknownReference, 2, 33)]),
    (
        "goals: {first: G}\nobjectives: {o: {title: O, supports: [frist, first]}}",
        &[(Slip::MisspeltReference, 3, 39)],
    ),
    ("people: {heron: H}\ntasks: {t: {title: T, who: Heron}}", &[(Slip::MisspeltReference, 3, 28)]),
    (
        "goals: {g: All is well.}\nobjectives: {o: {title: O, supports: all is well}}",
        &[(Slip::TitleForId, 3, 38)],
    ),
    ("tasks: {t: {title: T, who: Somebody or other}}", &[(Slip::TitleForId, 2, 28)]),
    ("constituencies: {women: W}\ntasks: {t: {title: T, who: women}}", &[(Slip::WrongKind, 3, 28)]),
    ("goals: {g: G}\nobjectives: {o: {title: O, depends_on: g}}", &[(Slip::WrongKind, 3, 40)]),
    ("people: {a: A, b: B}\ntasks: {t: {title: T, team: 'a, b'}}", &[(Slip::ListWithoutBrackets, 3, 29)]),
    ("people: {a: A, b: B}\ntasks: {t: {title: T, who: 'a, b'}}", &[(Slip::MisspeltReference, 3, 28)]),
    ("people:\n  a:\ntasks: {t: {title: T, who: a}}", &[(Slip::EmptyEntry, 4, 28)]),
    ("people: {a: A}\ntasks: {t: {title: T, who: “a”}}", &[(Slip::CurlyQuotes, 3, 28)]),
    ("people: {a: A}\nparties: {p: {title: P, access: {“a”: trusted}}}", &[(Slip::CurlyQuotes, 3, 34)]),
    ("tasks: {t: {title: T, only_if: map}}\nchoices: {c: {options: {map: M}}}", &[(Slip::BadOption, 2, 32)]),
    (
        "tasks: {t: {title: T, only_if: c.mpa}}\nchoices: {c: {options: {map: M}}}",
        &[(Slip::MisspeltReference, 2, 32)],
    ),
    ("choices: {c: {options: {a: A, b: B}, excludes: {a: c.b}}}", &[(Slip::OwnChoice, 2, 52)]),
    (
        "choices: {c: {options: {cash: A, calves: B}, chosen: chash, excludes: {coins: []}}}",
        &[(Slip::MisspeltReference, 2, 54), (Slip::UnknownReference, 2, 72)],
    ),
    ("choices: {c: {options: {cash: Money}, chosen: Money}}", &[(Slip::TitleForId, 2, 47)]),
    (
        "choices: {c: {options: {a: {title: A, scores: {sped: 1}}}, criteria: {speed: 1}}}",
        &[(Slip::MisspeltReference, 2, 48)],
    ),
    (
        "scenarios: {s: {title: S, without: [t], delays: {t: 3}, choose: {c: b}}}\ntasks: {t: T}\nchoices: {c: {options: {a: A}}}",
        &[(Slip::UnknownReference, 2, 69)],
    ),
    ("accepted:\n- {finding: orphan, because: x, item: c.a}\nchoices: {c: {options: {a: A}}}", &[]),
    ("accepted:\n- {finding: orphan, because: x, item: nobody}", &[(Slip::UnknownReference, 3, 39)]),
    ("donors: {d: D}\ntasks: {t: {title: T, funded_by: {d: 100, e: 5}}}", &[(Slip::UnknownReference, 3, 43)]),
    // What stands in a faulty section gives no second fault.
    ("objectivs: {o: O}\ntasks: {t: {title: T, supports: o}}", &[(Slip::MisspeltKey, 2, 1)]),
    (
        "things: {o: {title: O, parts: {p: P}}}\ntasks: {t: {title: T, supports: [o, p]}}",
        &[(Slip::UnknownField, 2, 1)],
    ),
    ("people: heron\ntasks: {t: {title: T, who: heron}}", &[(Slip::WantsItems, 2, 9)]),
    (
        "goals: {g: G, g: {title: G, objectives: {o: O}}}\ntasks: {t: {title: T, supports: o}}",
        &[(Slip::SameIdTwice, 2, 15)],
    ),
    ("goals: {Big Goal: G}\ntasks: {t: {title: T, supports: [Big Goal, big-goal]}}", &[(Slip::BadId, 2, 9)]),
    (
        "choices: {c: {opions: {a: A}, chosen: a}}\ntasks: {t: {title: T, only_if: c.a}}",
        &[(Slip::MisspeltKey, 2, 15)],
    ),
    ("choices: {c: {options: [A, B], chosen: option-2}}\ntasks: {t: {title: T, only_if: c.option-1}}", &[]),
];

/// Field names that could not be taken, of a thing or (with an empty name) of the plan.
fn faulty(text: &str) -> Vec<(String, &'static str)> {
    let (_, reading) = reading(&with_ambition(text));
    let plan = reading.plan.expect("a plan");
    let name = |id: Option<crate::plan::Id>| id.map_or(String::new(), |id| plan.names.name(id).to_owned());
    let mut all: Vec<_> = plan.faulty.iter().map(|(id, field)| (name(*id), *field)).collect();
    all.sort();
    all
}

#[test]
fn a_field_with_a_fault_is_noted() {
    for (text, expected) in [
        (
            "objectivs: {o: O}\ntasks: {t: {title: T, supports: o}}",
            vec![("", "objectives"), ("ambition", "supporters"), ("t", "supports")],
        ),
        ("goals: {g: {title: G, becuase: x, track: 9}}", vec![("g", "because"), ("g", "track")]),
        ("goals: {g: {title: G, signs: {s: {measure: [a]}}}}", vec![("g", "signs")]),
        ("goals: {g: {title: Talk, listen}}", vec![("g", "title")]),
        ("set_up: {form: x, hots: y}", vec![("", "form"), ("", "host")]),
        ("settings: {choke_min: x}", vec![("", "choke_min")]),
        ("outcomes: {g: G}", vec![("", "goals"), ("ambition", "supporters")]),
        ("activities: {a: {title: A, taks: [T]}}", vec![("a", "supporters"), ("a", "tasks")]),
        ("goals: {g: {title: G, colour: red, hours: 1}}", vec![]),
        ("goals: {g: G, g: {title: G, track: 9}}", vec![("ambition", "supporters")]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(|(id, field)| (id.to_owned(), field)).collect();
        assert_eq!(faulty(text), expected, "{text}");
    }
}

#[test]
fn what_was_meant_is_said() {
    for (text, expected) in [
        (
            "goals: {first: The first}\nobjectives: {o: {title: O, supports: fisrt}}",
            "misspelt-id o objectives.o.supports id=fisrt; meant=first; title=The first",
        ),
        // Of a kind that the field takes.
        (
            "goals: {heron: G}\npeople: {herod: H}\ntasks: {t: {title: T, who: herom}}",
            "misspelt-id t tasks.t.who id=herom; meant=herod; title=H",
        ),
        // Two that are equally near.
        (
            "people: {camp-a: A, camp-b: B}\ntasks: {t: {title: T, who: camp-c}}",
            "unknown-id t tasks.t.who id=camp-c",
        ),
        (
            "people: {heron: Farmer-side imam}\ntasks: {t: {title: T, who: Farmer-side Imam}}",
            "title-for-id t tasks.t.who value=Farmer-side Imam; meant=heron",
        ),
        (
            "tasks: {t: {title: T, only_if: map}}\nchoices: {c: {options: {map: M}}}",
            "bad-option t tasks.t.only_if value=map; meant=c.map",
        ),
        (
            "people: {a: A, b: B}\ntasks: {t: {title: T, team: 'a, b'}}",
            "list-without-brackets t tasks.t.team value=a, b; meant=[a, b]",
        ),
        (
            "people: {a: A, b: B}\ntasks: {t: {title: T, who: 'a, b'}}",
            "misspelt-id t tasks.t.who id=a, b; meant=a; title=A",
        ),
        (
            "constituencies: {w: W}\ntasks: {t: {title: T, who: w}}",
            "wrong-kind t tasks.t.who id=w; kind=constituency; wanted=person",
        ),
        (
            "people: {p: P}\ntasks: {t: {title: T, lead: P}}\norganisations: {o: O}",
            "wrong-kind t tasks.t.lead id=p; kind=person; wanted=organisation",
        ),
        (
            "people: {heron: H}\ntasks: {t: {title: T, lead: Heron}}",
            "wrong-kind t tasks.t.lead id=heron; kind=person; wanted=organisation",
        ),
        ("people: {p: P}\nparties: {p: Q}", "id-taken p parties.p id=p; kind=person"),
    ] {
        assert_eq!(words(&with_ambition(text)), [expected], "{text}");
    }
}

#[test]
fn the_second_use_of_an_id_points_to_the_first() {
    let (source, reading) = reading(&with_ambition("people: {heron: H}\nparties: {heron: H}"));
    let (first, name) = reading.faults[0].related.clone().expect("the first use");
    assert_eq!((source.slice(first), &*name), ("heron", "heron"));
    assert_eq!(source.position(first.start).line, 2);
    let plan = reading.plan.expect("a plan");
    assert_eq!((plan.people.len(), plan.parties.len()), (1, 0));
}

#[test]
fn an_id_in_either_form_of_an_accent_is_the_same() {
    let plan = plan(&with_ambition("people: {re\u{301}ne: R}\ntasks: {t: {title: T, who: r\u{e9}ne}}"));
    assert_eq!(plan.names.name(who(&plan)), "r\u{e9}ne");
}

fn who(plan: &Plan) -> crate::plan::Id {
    plan.items[1].who().expect("somebody").id
}

#[test]
fn what_is_named_twice_counts_once() {
    let text =
        "people: {a: A, b: B}\ndonors: {d: D}\ntasks: {t: {title: T, team: [a, b, a], funded_by: [d, d]}}";
    let plan = plan(&with_ambition(text));
    let work = plan.items[1].work.as_ref().expect("work");
    assert_eq!(work.team.len(), 2);
    assert!(matches!(&work.funded_by, Funding::Whole(donors) if donors.len() == 1));
}
