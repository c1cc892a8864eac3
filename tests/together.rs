//! Findings about cooperation and inclusion where the plans of `tests/findings` do not lead: what could not be read,
//! several at once, and limits.

use strategic_choice::check::{Check, Options, check};
use strategic_choice::source::Source;

fn checked(plan: &str) -> Check {
    let today = jiff::civil::date(2026, 11, 23);
    check(Source::new("p.scf.yaml", plan.to_owned()), &Options::on(today))
}

/// The items that this finding is about, and whether only time has brought it; none for one about the plan.
fn found(plan: &str, name: &str) -> Vec<(String, bool)> {
    let check = checked(plan);
    let of_name = check.findings.iter().filter(|finding| finding.name.name() == name);
    let item = |finding: &strategic_choice::findings::Finding| {
        finding.subject.item(check.plan.as_ref()).unwrap_or_default().to_owned()
    };
    of_name.map(|finding| (item(finding), finding.dated)).collect()
}

/// Whether it is found in this plan, and not once one word of it is misspelt.
fn hangs_on(name: &str, plan: &str, word: &str, misspelt: &str) {
    assert!(plan.contains(word), "{word}");
    assert_ne!(found(plan, name), [], "{name}");
    let faulty = plan.replace(word, misspelt);
    assert!(!checked(&faulty).complete(), "{misspelt}");
    assert_eq!(found(&faulty, name), [], "{name} although “{misspelt}” could not be read");
}

const TALKS: &str = "\
stage: running
ambition: Both banks share the river.
goals: {seats: {title: The council hears both banks., track: 1}}
objectives: {rules: {title: One sheet of rules hangs at both landings., supports: seats}}
activities:
  visits: {title: Visits, supports: rules, lead: net, who: ash, kind: talks, with: upper, track: 3}
  evenings: {title: Evenings, supports: rules, lead: club, kind: outreach, with: {upper: contact, women: inform}}
  pact: {title: The pact, supports: rules, lead: club, kind: agreement, depends_on: visits, start: 2027-02-01}
  round: {title: A round, supports: rules, partners: [net, club], kind: reporting, depends_on: evenings}
people: {ash: {title: Ash, organisation: net}}
organisations: {net: The net, club: The club}
parties: {upper: {title: The upper bank, consent: unknown}}
constituencies: {women: The women at the landings, youth: The young fishers}
others: {mission: {title: The mission, with: upper}}
";

#[test]
fn what_could_not_be_read_is_not_called_missing() {
    for word in ["kind: reporting", "kind: outreach"] {
        // It may have been the one that is asked for.
        hangs_on("no-analysis", TALKS, word, "kind: analisys");
        hangs_on("no-planning-time", TALKS, word, "kind: planing");
    }
    hangs_on(
        "handshake-only",
        &TALKS.replace("on: evenings", "on: pact"),
        "kind: reporting",
        "kind: folow-up",
    );
    hangs_on("uncoordinated", TALKS, "kind: outreach", "kind: cordination");
    hangs_on("two-at-one-door", TALKS, "kind: outreach", "kind: cordination");
    hangs_on("no-track-link", TALKS, "kind: outreach", "kind: cordination");
    hangs_on("constituency-ignored", TALKS, "with: upper, track", "with: youht, track");
    hangs_on("only-informed", TALKS, "women: inform", "women: infrom");
    hangs_on("no-lead", TALKS, "partners: [net, club]", "partners: [net, club], lead: nett");
    hangs_on("open-hand-over", TALKS, "who: ash", "who: ahs");
    hangs_on("open-hand-over", TALKS, "organisation: net", "organisation: nett");
    let asked = TALKS.replace("parties: {", "parties: {lower: {title: The lower bank, consent: given}, ");
    hangs_on("no-consent", &asked, "consent: unknown", "consent: unknwon");
}

#[test]
fn work_that_has_lost_what_it_depends_on_may_follow_an_agreement() {
    let plan = TALKS.replace("kind: reporting", "kind: follow-up");
    hangs_on("handshake-only", &plan, "depends_on: evenings", "depends_on: pcat");
    // Work that is no follow-up has nothing to do with it.
    let elsewhere = TALKS.replace("depends_on: evenings", "depends_on: eveings");
    assert_eq!(found(&elsewhere, "handshake-only"), [("pact".to_owned(), false)]);
}

#[test]
fn several_hand_overs_to_one_are_one_finding() {
    let plan = "\
stage: plan
ambition: Peace.
activities:
  list: {title: The list, lead: red}
  map: {title: The map, lead: blue}
  talks: {title: Talks, lead: elders, depends_on: [list, map]}
organisations: {red: Red house, blue: Blue house, elders: Elders}
";
    assert_eq!(found(plan, "open-hand-over"), [("talks".to_owned(), false)]);
    let check = checked(plan);
    let finding = check.findings.iter().find(|finding| finding.name.name() == "open-hand-over");
    assert_eq!(finding.map(|finding| finding.related.len()), Some(2));
}

#[test]
fn a_lead_of_an_objective_is_handed_nothing() {
    let plan = "\
stage: plan
ambition: Peace.
objectives:
  list: {title: The list is agreed., lead: red, activities: {a: A}}
  talks: {title: The talks are held., lead: elders, depends_on: list, activities: {b: B}}
organisations: {red: Red house, elders: Elders}
";
    assert_eq!(found(plan, "open-hand-over"), [], "an objective is no work that somebody could hand over");
}

#[test]
fn consent_is_asked_for_by_stage_and_age() {
    let plan = |stage: &str, consent: &str| {
        format!(
            "stage: {stage}\nambition: Peace.\nactivities: {{t: {{title: T, kind: shuttle, with: q}}}}\n\
             parties: {{q: {{title: Q, {consent}}}, r: {{title: R, consent: given}}}}\n"
        )
    };
    let of_q = |dated| vec![("q".to_owned(), dated)];
    for (stage, consent, expected) in [
        ("sketch", "consent: withdrawn", vec![]),
        ("plan", "consent: withdrawn", of_q(false)),
        ("plan", "consent: unknown", vec![]),
        ("running", "consent: unknown", of_q(false)),
        ("running", "influence: low", of_q(false)),
        ("running", "consent: given", vec![]),
        ("running", "consent: given, consent_date: 2026-05-27", vec![]),
        ("running", "consent: given, consent_date: 2026-05-26", of_q(true)),
        ("plan", "consent: given, consent_date: 2026-05-26", vec![]),
        ("running", "consent: given, consent_date: 2027-01-01", vec![]),
    ] {
        assert_eq!(found(&plan(stage, consent), "no-consent"), expected, "{stage}, {consent}");
    }
}

#[test]
fn more_organisations_than_one_pass_can_mark_are_counted() {
    let mut plan = String::from("stage: plan\nambition: Peace.\nobjectives: {o: O}\nactivities:\n");
    let all = 0..150;
    plan.extend(all.clone().map(|n| format!("  a{n}: {{title: A{n}, supports: o, who: p{n}}}\n")));
    plan += "people:\n";
    plan.extend(all.clone().map(|n| format!("  p{n}: {{title: P{n}, organisation: g{n}}}\n")));
    plan += "organisations:\n";
    plan.extend(all.map(|n| format!("  g{n}: G{n}\n")));
    let check = checked(&plan);
    let finding = check.findings.iter().find(|finding| finding.name.name() == "no-lead");
    assert_eq!(
        finding.map(|finding| (finding.count("names_count"), finding.ids("names").len())),
        Some((150, 10))
    );
}
