//! Good plans: every way of writing gives the same plan.

use super::{plan, with_ambition};
use crate::plan::{
    Access, Degree, Every, Factor, FindingName, Funding, Grade, Kind, Level, Needs, Plan, Reports, Severity,
    Stage, Status, Track, WorkKind,
};
use std::fmt::Write;

/// The whole example of the format's contract.
const WHOLE: &str = include_str!("whole.yaml");

/// What a plan says, without the places where it is written.
fn said(plan: &Plan) -> String {
    let mut said = String::new();
    for (id, thing) in plan.names.iter() {
        let title = thing.title.as_ref().map(|title| &*title.value);
        writeln!(said, "{} {} {title:?} {}", thing.kind.name(), thing.name, thing.index).expect("written");
        let Some(item) = plan.item(id) else { continue };
        let name = |id| plan.names.name(id);
        let holder = item.holder.map(|holder| name(plan.items[holder as usize].id));
        let supports: Vec<_> = item.supports.iter().map(|other| name(other.id)).collect();
        let who = item.who().map(|who| name(who.id));
        let needs = item.needs.map(|needs| needs.value);
        let signs: Vec<_> = item
            .signs
            .iter()
            .map(|sign| (&sign.name.value, sign.measure.as_ref().map(|m| &m.value)))
            .collect();
        let end = item.end.map(|end| end.value);
        writeln!(said, "  {holder:?} {supports:?} {who:?} {needs:?} {signs:?} {end:?}").expect("written");
    }
    said
}

#[test]
fn the_whole_example() {
    let plan = plan(WHOLE);
    assert!(plan.complete);
    let names: Vec<_> = plan.items.iter().map(|item| plan.names.name(item.id)).collect();
    assert_eq!(
        names,
        ["ambition", "agreed-corridors", "corridor-map", "shuttle-talks", "book-guide", "debrief"]
    );
    let id = |name: &str| plan.names.find(name).expect(name);
    let item = |name: &str| plan.item(id(name)).expect(name);

    let talks = item("shuttle-talks").work.as_ref().expect("work");
    assert_eq!(talks.who.map(|who| who.id), Some(id("heron")));
    assert_eq!(talks.lead.map(|lead| lead.id), Some(id("peace-network")));
    assert_eq!(talks.with.len(), 3);
    assert_eq!(talks.cost.map(|cost| cost.value.to_string()), Some("12000".to_owned()));
    assert!(
        matches!(&talks.funded_by, Funding::Amounts(all) if all.len() == 1 && all[0].0.id == id("alder"))
    );
    assert_eq!(item("shuttle-talks").kind(), Some(WorkKind::Shuttle));
    assert_eq!(plan.items[item("book-guide").holder.expect("a holder") as usize].id, id("shuttle-talks"));
    let debrief = item("debrief").work.as_ref().expect("work");
    assert_eq!(debrief.every.map(|every| every.value), Some(Every::Week));
    assert_eq!(debrief.hours.map(|hours| hours.value), Some(2.0));
    let signs = &item("corridor-map").signs;
    assert_eq!(signs[0].target.as_ref().map(|target| &*target.value), Some("16"));

    let heron = &plan.people[0];
    assert_eq!(heron.deputies[0].id, id("teal"));
    assert_eq!(heron.side.map(|side| side.id), Some(id("farmers-union")));
    assert_eq!(heron.danger.map(|danger| danger.value), Some(Grade::High));
    assert_eq!(plan.title_of(id("teal")), "Teacher, herder's daughter");
    let access: Vec<_> = plan.parties[0].access.iter().map(|(who, how)| (who.id, how.value)).collect();
    assert_eq!(access, [(id("heron"), Access::Trusted), (id("teal"), Access::Working)]);
    assert_eq!(plan.donors[0].visibility.map(|yes| yes.value), Some(true));

    let order = &plan.choices[0];
    assert_eq!(plan.title_of(order.id), "Pact first, or map first?");
    assert_eq!(order.chosen.map(|chosen| chosen.value), Some(1));
    let (own, other) = order.excludes[0];
    assert_eq!((own.value, other.choice, other.option), (1, 1, 0));
    assert_eq!(plan.choices[1].options[1].name, "elders".into());
    assert_eq!(plan.names.name(plan.choices[1].options[1].id), "chair.elders");

    assert_eq!(plan.scenarios[0].without[0].id, id("heron"));
    assert_eq!(plan.lessons[0].about[0].value, "single-insider".into());
    let accepted = &plan.accepted[0];
    assert_eq!(accepted.finding.value, FindingName::SingleInsider);
    assert_eq!(accepted.item.map(|item| item.value), Some(id("herders-west")));
    let labels: Vec<_> = plan.labels.iter().map(|(level, text)| (*level, &*text.value)).collect();
    assert_eq!(labels, [(Level::Ambition, "Impact"), (Level::Goal, "Outcomes")]);
    let factors: Vec<_> = plan.factors.iter().map(|(factor, grade)| (*factor, grade.value)).collect();
    assert_eq!(factors, [(Factor::Planning, 3), (Factor::SetUp, 2)]);
    assert_eq!(plan.set_up.as_ref().and_then(|set_up| set_up.registered).map(|form| form.value), Some(false));
    assert_eq!(plan.stage_written.map(|stage| stage.value), Some(Stage::Plan));
}

const BLOCK: &str = "\
ambition: The road is safe.
goals:
  used:
    title: Both villages use the road.
    needs: all
objectives:
  agreed:
    title: They agree who guards it.
    supports:
    - used
    end: 2027-09-30
    signs:
      met: Both elders came
activities:
  visits:
    title: Visits
    supports: agreed
    who: heron
    tasks:
      book: Book a guide
people:
  heron: Teacher
";

#[test]
fn block_flow_and_lists_say_the_same() {
    let block = said(&plan(BLOCK));
    let flow = "{ambition: The road is safe., goals: {used: {title: Both villages use the road., needs: all}}, \
        objectives: {agreed: {title: 'They agree who guards it.', supports: [used], end: 2027-09-30, \
        signs: {met: Both elders came}}}, activities: {visits: {title: Visits, supports: [agreed], who: heron, \
        tasks: {book: Book a guide}}}, people: {heron: Teacher}}";
    let lists = "\
ambition: {title: The road is safe.}
goals:
- id: used
  title: Both villages use the road.
  needs: all
objectives:
- title: >
    They agree
    who guards it.
  id: agreed
  supports: [used, used]
  end: '2027-09-30'
  signs:
  - {id: met, measure: Both elders came}
activities:
- id: visits
  title: \"Visits\"
  supports: agreed
  who: heron
  tasks:
  - {id: book, title: Book a guide}
people:
- {id: heron, title: Teacher}
";
    let other_breaks = format!("\u{feff}{}", BLOCK.replace('\n', "\r\n"));
    for text in [flow, lists, &other_breaks] {
        assert_eq!(said(&plan(text)), block, "{text}");
    }
}

#[test]
fn nested_items_have_their_holder() {
    let text = "\
ambition:
  title: The road is safe.
  goals:
    used:
      title: Both villages use the road.
      objectives:
      - They agree who guards it.
      activities: {visits: Visits}
      tasks: {call: {title: Call, goals: [A goal in a task]}}
";
    let plan = plan(text);
    let holders: Vec<_> =
        plan.items.iter().map(|item| (plan.names.name(item.id), item.holder, item.level)).collect();
    assert_eq!(
        holders,
        [
            ("ambition", None, Level::Ambition),
            ("used", Some(0), Level::Goal),
            ("objective-1", Some(1), Level::Objective),
            ("visits", Some(1), Level::Activity),
            ("call", Some(1), Level::Task),
            ("goal-2", Some(4), Level::Goal),
        ]
    );
}

#[test]
fn the_ambition_is_the_first_item_wherever_it_stands() {
    let plan = plan("goals: {g: G}\nambition: A\ntasks: {t: {title: T, supports: ambition}}");
    let names: Vec<_> = plan.items.iter().map(|item| plan.names.name(item.id)).collect();
    assert_eq!(names, ["ambition", "g", "t"]);
    // Ids keep the order of the text.
    let names: Vec<_> = plan.names.iter().map(|(_, thing)| (&*thing.name, thing.index)).collect();
    assert_eq!(names, [("g", 1), ("ambition", 0), ("t", 2)]);
    assert_eq!(plan.item(plan.items[2].supports[0].id).map(|item| item.level), Some(Level::Ambition));
}

#[test]
fn made_ids_count_over_the_plan() {
    let text = "\
goals:
- One
- {id: two, title: Two}
-
- title: Three
  objectives: [First]
objectives: {second: Second}
activities:
- {title: A, objectives: [Third]}
choices:
- {question: Q, options: [A, B]}
- {question: R, options: [C, {id: d, title: D}, E]}
people: [P]
constituencies: [C]
";
    let plan = plan(&with_ambition(text));
    let names: Vec<_> = plan.names.iter().map(|(_, thing)| &*thing.name).collect();
    assert_eq!(
        names,
        [
            "ambition",
            "goal-1",
            "two",
            "goal-3",
            "objective-1",
            "second",
            "activity-1",
            "objective-3",
            "choice-1",
            "choice-1.option-1",
            "choice-1.option-2",
            "choice-2",
            "choice-2.option-1",
            "choice-2.d",
            "choice-2.option-3",
            "person-1",
            "constituency-1",
        ]
    );
}

#[test]
fn where_things_stand() {
    let text = "title: T\nambition: A\ngoals:\n  g: {title: G}\nobjectives:\n- {title: O, id: o}\n- Text\n- title: P\n";
    let source = crate::source::Source::new("plan.yaml", text.to_owned());
    let plan = plan(text);
    let places: Vec<_> = plan.names.iter().map(|(_, thing)| source.slice(thing.at)).collect();
    assert_eq!(places, ["ambition", "g", "o", "Text", "title"]);
    assert_eq!(source.slice(plan.at), "title");
    assert_eq!(source.slice(plan.items[1].whole), "g: {title: G}");
    assert_eq!(super::plan("ambition: A").at, crate::source::Span::default());
}

#[test]
fn what_has_nothing_after_it_is_not_written() {
    let text = "title:\nsummary: ~\ngoals:\n  g: {title: G, needs: , because: null, tags: , signs: }\n  h:\n  i: ~\npeople:\n";
    let plan = plan(&with_ambition(text));
    assert!(plan.title.is_none() && plan.summary.is_none());
    assert_eq!(plan.names.len(), 2);
    assert_eq!(plan.at, crate::source::Span::default());
    let goal = &plan.items[1];
    assert!(goal.needs.is_none() && goal.because.is_none() && goal.signs.is_empty() && goal.common.is_none());
}

#[test]
fn text_stays_text() {
    for (written, title) in [
        ("123", "123"),
        ("0123", "0123"),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("2027-01-01", "2027-01-01"),
        ("true", "true"),
        ("1.50", "1.50"),
        ("'~'", "~"),
        ("\"null\"", "null"),
        ("'  spaced '", "spaced"),
    ] {
        let plan = plan(&with_ambition(&format!("goals: {{g: {written}}}")));
        assert_eq!(plan.title_of(plan.items[1].id), title, "{written}");
    }
}

#[test]
fn one_value_is_a_list_of_one() {
    let text = "\
people: {p: {title: P, away: {start: 2027-01-01}, known_to: q, deputy: p}}
parties: {q: {title: Q, represents: c}}
constituencies: {c: C}
donors: {d: {title: D, reports: 2027-03-31}, e: {title: E, reports: quarter}, f: {title: F, reports: [2027-03-31, 2027-06-30]}}
tasks: {t: {title: T, tags: one, notes: two, team: p, funded_by: d, with: q, supports: ambition}}
goals: {g: {title: G, signs: Both came, assumes: a}}
assumptions: {a: A}
accepted: {finding: orphan, because: It is meant so.}
lessons: {l: {title: L, about: orphan}}
";
    let plan = plan(&with_ambition(text));
    assert_eq!((plan.people[0].away.len(), plan.people[0].known_to.len()), (1, 1));
    assert_eq!(plan.parties[0].represents.len(), 1);
    assert!(matches!(&plan.donors[0].reports, Some(Reports::Days(days)) if days.len() == 1));
    assert!(matches!(&plan.donors[1].reports, Some(Reports::Quarterly(_))));
    assert!(matches!(&plan.donors[2].reports, Some(Reports::Days(days)) if days.len() == 2));
    let task = &plan.items[1];
    let work = task.work.as_ref().expect("work");
    assert_eq!((work.team.len(), work.with.len(), work.funded_by.donors().count()), (1, 1, 1));
    assert_eq!(task.common.as_ref().expect("tags").tags.len(), 1);
    assert_eq!(plan.items[2].signs.len(), 1);
    assert_eq!(plan.accepted.len(), 1);
}

#[test]
fn every_field_of_the_rest() {
    let text = "\
scf: 1
language: zh-Hant-TW
start: 2027-01-01
activities:
  a:
    {title: A, needs: 2, status: done, track: 1.5, deputy: p, team: [p], partners: o, for: p, days: 3,
     depends_on: [b], feeds_back: [a, l], only_if: c.x, cost: 10.50, funded_by: d, with: {q: contact, w: take-part}}
  b: {title: B, needs: any, start: 2027-01-02, end: 2027-01-03, sensitivity: core}
people:
  p: {title: P, insider: yes, office: Judge, known_to: [q]}
organisations: {o: O}
parties: {q: {title: Q, influence: low, consent: given, consent_date: 2027-01-01, proscribed: no}}
others: {n: {title: N, with: [q]}}
constituencies: {w: W}
donors: {d: {title: D, amount: 5, state: sought, start: 2027-01-01, no_contact: true}}
choices:
  c:
    question: Q
    who: p
    criteria: {speed: 3, cost: 0.5}
    options: {x: {title: X, scores: {cost: 1, speed: 2}, sensitivity: core}, y: Y}
    commitment: later
    trigger: The rains
assumptions: {f: {title: F, holds: no, kind: values, who: p, by: 2027-05-01}}
scenarios:
  s: {title: S, without: [p, c], delays: {a: 30}, choose: {c: y}, events: [{on: 2027-03-01, without: p, say: Gone}]}
lessons: {l: {title: L, kind: open}}
settings: {severity: {orphan: off, no-sign: error}, choke_min: 5, donor_percent: 0}
accepted: [{finding: orphan, item: c.x, because: x, by: P, until: 2027-06-30}]
";
    let plan = plan(&with_ambition(text));
    let item = &plan.items[1];
    let work = item.work.as_ref().expect("work");
    assert_eq!(item.needs.map(|needs| needs.value), Some(Needs::Count(2)));
    assert_eq!(item.status.map(|status| status.value), Some(Status::Done));
    assert_eq!(item.track.map(|track| track.value), Some(Track::OneAndAHalf));
    assert_eq!(item.feeds_back.len(), 2);
    assert_eq!(work.only_if.map(|option| (option.choice, option.option)), Some((0, 0)));
    let degrees: Vec<_> =
        work.with.iter().filter_map(|link| link.degree).map(|degree| degree.value).collect();
    assert_eq!(degrees, [Degree::Contact, Degree::TakePart]);
    assert_eq!(work.days.map(|days| days.value), Some(3));
    let scores: Vec<_> =
        plan.choices[0].options[0].scores.iter().map(|(c, score)| (*c, score.value)).collect();
    assert_eq!(scores, [(1, 1.0), (0, 2.0)]);
    assert_eq!(plan.scenarios[0].choose[0].option, 1);
    assert_eq!(plan.scenarios[0].delays[0].1.value, 30);
    assert_eq!(plan.scenarios[0].events[0].without.len(), 1);
    assert_eq!(
        plan.settings.severity,
        [(FindingName::Orphan, None), (FindingName::NoSign, Some(Severity::Error)),]
    );
    assert_eq!(
        (plan.settings.choke_min, plan.settings.donor_percent, plan.settings.crowded_goals),
        (5, 0, 5)
    );
    let accepted = plan.accepted[0].item.expect("an item").value;
    assert_eq!((plan.names.name(accepted), plan.names.get(accepted).kind), ("c.x", Kind::Option));
    assert_eq!(plan.language.as_ref().map(|tag| &*tag.value), Some("zh-Hant-TW"));
}

#[test]
fn language_tags() {
    for tag in ["en", "fr-CA", "sr-Latn-RS", "ast", "de-1996", "en-x-camp", "ar-u-nu-latn"] {
        plan(&with_ambition(&format!("language: {tag}")));
    }
    for tag in ["e", "english", "en-", "en--GB", "en-x", "en-GB-x-", "12", "en GB"] {
        let places = super::places(&with_ambition(&format!("language: '{tag}'")));
        assert_eq!(places, [(crate::source::Slip::BadLanguage, 2, 11)], "{tag}");
    }
}
