use crate::check::GateAsked;
use crate::findings::told::{checked, items, told};
use crate::lang::Catalogue;
use crate::plan::Sensitivity;
use crate::report::ci::{Ci, GitHub, GitLab, Home, JUnit, Markdown, Sarif, Short};
use crate::report::{Amount, Json, Report, Text, TextOptions};

const NUMBER: &str = "079 123 45 67";

/// Everything that a check prints of a plan, for people and for programs.
fn printed(text: &str) -> String {
    let check = checked(text);
    let catalogue = Catalogue::of(&["en"]);
    let gate = GateAsked::default();
    let options = TextOptions {
        amount: Amount::Everything,
        lines: true,
        several: None,
        width: 200,
        include: None,
        gate,
    };
    let ci = || Ci { catalogue: &catalogue, include: Sensitivity::Core, gate, home: Home::as_given() };
    let mut reports: Vec<Box<dyn Report>> = vec![
        Box::new(Text::new(&catalogue, options)),
        Box::new(Json::new(&catalogue, "2026-11-23".parse().unwrap(), Sensitivity::Core)),
        Box::new(Short::new(ci())),
        Box::new(Sarif::new(ci())),
        Box::new(GitHub::new(ci())),
        Box::new(GitLab::new(ci())),
        Box::new(JUnit::new(ci())),
        Box::new(Markdown::new(ci())),
    ];
    let mut out = Vec::new();
    for report in &mut reports {
        report.begin(&mut out).unwrap();
        report.plan(&check, &mut out).unwrap();
        report.end(&mut out).unwrap();
    }
    String::from_utf8(out).unwrap()
}

/// What holds the leaks of a plan; nothing for the plan itself.
fn holders(text: &str) -> Vec<String> {
    items("identity-leak", text)
}

#[test]
fn the_innermost_thing_holds_it() {
    let plan = "\
# 0791234561
title: Call 0791234562
ambition:
  title: Peace
  notes: 0791234563
people:   # 0791234564
  # 0791234565
  heron:  # 0791234566
    title: Heron
    # 0791234567
    notes: |
      Two lines,
      0791234568
  teal: Teal  # 0791234569
activities:
  walk:
    title: Walk
    tasks:
      # 0791234560
      ask: {title: Ask, description: 0791234560 }  # 0791234560
choices: {way: {question: q, options: {road: {title: 0791234560 }, river: R}}}
accepted: [{finding: no-tasks, item: walk, because: 0791234560 }]
settings: {severity: {orphan: off}}
";
    assert_eq!(holders(plan), ["", "ambition", "heron", "teal", "walk", "ask", "way.road"]);
    let check = checked(plan);
    let lines = |item: &str| -> Vec<u32> {
        let of_item = |finding: &&crate::findings::Finding| {
            finding.subject.item(check.plan.as_ref()).unwrap_or_default() == item
        };
        let told = check.findings.iter().find(of_item).unwrap();
        let places = std::iter::once(told.at).chain(told.related.iter().map(|related| related.at));
        places.map(|at| check.source.position(at.start).line).collect()
    };
    assert_eq!(lines(""), [1, 2, 6, 7, 22]);
    assert_eq!(lines("heron"), [8, 10, 13]);
    assert_eq!(lines("ask"), [20, 20]);
    let all = printed(plan);
    assert!(!all.contains("07912345"), "{all}");
}

#[test]
fn each_kind_is_told_once_a_thing() {
    let plan = "ambition: Peace\nstage: sketch\npeople:\n  heron: {title: Heron, notes: [a@b.org, c@d.org, 0791234567], office: 1.2345 6.7890}\n";
    let told = told("identity-leak", plan);
    let sentences: Vec<&str> = told.iter().map(|(_, sentence)| &**sentence).collect();
    assert_eq!(
        sentences,
        [
            "An e-mail address stands in the text of Heron.",
            "A phone number stands in the text of Heron.",
            "The coordinates of a place stand in the text of Heron.",
        ]
    );
}

#[test]
fn no_text_of_the_plan_tells_it() {
    let number = NUMBER;
    let plan = format!(
        "title: Plan {number}\nlabels: {{ambition: Aim {number}}}\nambition: Peace {number}\nstage: running\n\
         goals: {{g: {{title: Goal {number}, because: For {number}}}}}\n\
         objectives: {{o: {{title: To hold talks {number}, supports: g}}}}\n\
         activities:\n  a: {{title: Work {number}, who: h, supports: o, with: p, tags: ['{number}']}}\n  b: {{title: Work {number}, supports: o, status: dropped}}\n\
         people: {{h: {{title: Heron {number}, office: Mayor {number}}}}}\nparties: {{p: {{title: Camp {number}, access: {{h: trusted}}}}}}\n\
         accepted: [{{finding: single-insider, item: p, because: Known {number}}}, {{finding: orphan, item: a, because: x}}]\n"
    );
    let all = printed(&plan);
    assert!(!all.contains(number), "{all}");
    assert!(all.contains("Camp •••") && all.contains("Known •••") && all.contains("Plan •••"), "{all}");
}

#[test]
fn half_of_a_place_is_masked_too() {
    let plan = "ambition: Peace\nstage: sketch\nobjectives: {a: {title: 12.3456, 45.6789: x}}\n";
    let all = printed(plan);
    assert!(!all.contains("12.34") && !all.contains("45.67"), "{all}");
}

#[test]
fn faults_do_not_tell_it() {
    for plan in [
        "ambition: Peace\nactivities: {a: {title: A, who: heron@example.org}}\n",
        "ambition: Peace\npeople: {heron@example.org: Heron, 'heron 0791234567': Teal}\nactivities: {a: {title: A, who: heron@example.org}}\n",
        "ambition: Peace\nheron@example.org: x\nactivities: {a: {title: A, cost: '079 123 45 67', hours: +41791234567}}\n",
        "ambition: Peace\nactivities: {a: {title: A, start: '079 123 45 67', kind: heron@example.org}}\n",
        "ambition: Peace # heron@example.org\nactivities: {a: [079 123 45 67\n",
        "heron@example.org\n",
        "title: “heron@example.org”\nambition: Peace\n",
        "ambition: Peace\npeople: {a: {title: A, supports: x}} # 079 123 45 67\n",
    ] {
        let all = printed(plan);
        for part in ["heron@", "example.org", "heron-example", "0791234567", "079 123", "41791234567"] {
            assert!(!all.contains(part), "{part} of\n{plan}in\n{all}");
        }
    }
    // What the address was meant to be is found all the same, under an id that tells nothing.
    let named = "ambition: Peace\nstage: plan\npeople: {heron@example.org: Heron}\nactivities: {a: {title: A, who: heron@example.org}}\n";
    let check = checked(named);
    let told: Vec<_> =
        check.findings.iter().map(|f| (f.name.name(), f.subject.item(check.plan.as_ref()))).collect();
    assert!(!told.iter().any(|(name, _)| matches!(*name, "unknown-id" | "no-owner")), "{told:?}");
    assert_eq!(holders(named), ["person-1", "a"]);
}

#[test]
fn a_number_cut_off_by_a_long_line_is_masked_too() {
    let long = "x".repeat(390);
    let plan = format!("ambition: {{title: Peace, notes: '{long} {NUMBER} {long}', becuase: y}}\n");
    let all = printed(&plan);
    for part in ["079", "123", "45 67"] {
        assert!(!all.contains(part), "{part} in {all}");
    }
}

#[test]
fn an_id_that_is_a_number_is_told_as_it_is() {
    let plan = "ambition: Peace\nstage: sketch\npeople: {'0791234567': {notes: x}}\n";
    assert_eq!(
        told("identity-leak", plan),
        [("0791234567".to_owned(), "A phone number stands in the text of •••.".to_owned())]
    );
}

#[test]
fn an_acceptance_meets_all_kinds_in_a_thing() {
    let plan = "ambition: Peace\npeople: {h: {title: H, notes: a@b.org 0791234567}}\naccepted: [{finding: identity-leak, item: h, because: Public.}]\n";
    let check = checked(plan);
    let accepted = check.findings.iter().filter(|finding| finding.accepted.is_some()).count();
    assert_eq!((accepted, check.counts().severities[0]), (2, 0));
}

#[test]
fn a_million_letters_are_looked_through_at_once() {
    let tasks: String = (0..20_000).fold(String::new(), |all, n| {
        all + &format!("  t{n}: {{title: Step {n} of 2027-01-05, hours: 2}}\n")
    });
    let started = std::time::Instant::now();
    assert_eq!(holders(&format!("ambition: x\ntasks:\n{tasks}")), [""; 0]);
    // Generous, for slow machines and builds without optimisation.
    assert!(started.elapsed() < std::time::Duration::from_secs(20), "{:?}", started.elapsed());
}

#[test]
fn the_inner_circle_under_something_public() {
    let plan = |a: &str, t: &str| {
        format!(
            "ambition: x\nobjectives:\n  o:\n    title: o\n    sensitivity: public\n    activities: {{a: {{title: a{a}, tasks: {{t: {{title: t{t}}}}}}}}}\n"
        )
    };
    let core = ", sensitivity: core";
    assert_eq!(items("core-in-public", &plan("", core)), ["t"]);
    assert_eq!(items("core-in-public", &plan(core, core)), ["a", "t"]);
    assert_eq!(items("core-in-public", &plan(", status: done", core)), [""; 0]);
    assert_eq!(
        items("core-in-public", &plan("", "").replace("sensitivity: public", "sensitivity: partners")),
        [""; 0]
    );
    assert_eq!(items("core-in-public", &plan(", sensitivity: team", core)), ["t"]);
    // What only supports something public does not stand in it.
    let beside = "ambition: x\nobjectives: {o: {title: o, sensitivity: public}}\nactivities: {a: {title: a, supports: o, sensitivity: core}}\n";
    assert_eq!(items("core-in-public", beside), [""; 0]);
}
