//! A changed plan is the plan of a file that was changed by hand.

use super::{Change, Changed, Obstacle, changed};
use crate::check::load;
use crate::plan::{Plan, Settings};
use crate::source::{Slip, Source};

const PLAN: &str = "\
ambition: Peace
start: 2027-01-01
objectives:
  map: {title: A map, signs: {marked: Marks on it}}
activities:
  talks:
    title: 'The talks'   # with a remark
    supports: map
    who: heron
    with:
      - east
    tasks:
      guide: Book a guide
      \"venue\": {title: \"A \\\"venue\\\"\", hours: 2}
people:
- id: heron
  hours_per_week: 12
- TEAL
- title: Ibis
parties: {east: {access: {heron: trusted, person-2: strained}}, west: West}
choices:
  order: {question: Pact or map?, options: {pact: Pact, map-first: {title: Map}}}
  chair: Who chairs?
";

fn plan_of(text: &str) -> (Source, Plan) {
    let source = Source::new("-", text.into());
    let reading = load(&source);
    assert_eq!(reading.faults, [], "{text}");
    (source, reading.plan.expect("a plan"))
}

fn change(text: &str, words: &[&str]) -> Result<Changed, Vec<(usize, Obstacle)>> {
    let (source, plan) = plan_of(text);
    let changes: Result<Vec<Change>, Obstacle> = words.iter().map(|words| Change::parse(words)).collect();
    changed(&source, &plan, &Settings::default(), &changes.map_err(|obstacle| vec![(0, obstacle)])?)
}

/// A plan with everything in it but the places.
fn without_places(plan: &Plan) -> String {
    let told = format!("{plan:?}");
    let mut parts = told.split("Span { ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |told, part| told + part.split_once('}').map_or("", |(_, rest)| rest))
}

/// Whether the changes give the plan of the text in which `old` is `new`.
fn is_like_a_change_by_hand(words: &[&str], old: &str, new: &str) {
    for line_end in ["\n", "\r\n"] {
        let text = PLAN.replace('\n', line_end);
        let changed = change(&text, words).unwrap_or_else(|obstacles| panic!("{words:?}: {obstacles:?}"));
        assert_eq!(changed.reading.faults, [], "{words:?}");
        let by_hand = PLAN.replacen(old, new, 1);
        assert_ne!(by_hand, PLAN, "{old} is not there");
        let (_, by_hand) = plan_of(&by_hand.replace('\n', line_end));
        let plan = changed.reading.plan.expect("a plan");
        assert_eq!(without_places(&plan), without_places(&by_hand), "{words:?}");
    }
}

#[test]
fn values_of_every_style_are_changed() {
    let alike = is_like_a_change_by_hand;
    alike(
        &["talks.title=Other: talks".replace(": ", " ").as_str()],
        "'The talks'   # with a remark",
        "Other talks",
    );
    alike(&["talks.who=person-2"], "who: heron", "who: person-2");
    alike(&["talks.title = \"a: b # c\""], "'The talks'", "\"a: b # c\"");
    alike(&["east.access.person-2=working"], "person-2: strained", "person-2: working");
    alike(
        &["east.access={person-2: working}"],
        "{heron: trusted, person-2: strained}",
        "{person-2: working}",
    );
    alike(&["talks.with=[east]"], "\n      - east", " [east]");
    alike(&["talks.with={east: contact}"], "\n      - east", " {east: contact}");
    alike(&["venue.hours=3"], "hours: 2", "hours: 3");
    alike(&["start=2027-02-01"], "2027-01-01", "2027-02-01");
    alike(&["people.1.hours_per_week=3"], "12", "3");
    alike(&["talks.with.1=east", "venue.hours=4"], "hours: 2", "hours: 4");
}

#[test]
fn fields_that_are_not_there_are_added() {
    let alike = is_like_a_change_by_hand;
    alike(&["venue.who=heron"], "hours: 2}", "hours: 2, who: heron}");
    alike(&["heron.deputy=person-3"], "hours_per_week: 12", "hours_per_week: 12\n  deputy: person-3");
    alike(&["talks.status=dropped"], "hours: 2}", "hours: 2}\n    status: dropped");
    alike(&["ambition.needs=all"], "ambition: Peace", "ambition: {title: Peace, needs: all}");
    alike(&["west.influence=high"], "west: West", "west: {title: West, influence: high}");
    alike(&["people.2.deputy=heron"], "- TEAL", "- {title: TEAL, deputy: heron}");
    alike(&["settings.bottleneck_min=3"], "Who chairs?\n", "Who chairs?\nsettings: {bottleneck_min: 3}\n");
    alike(&["donors.fund.title=A fund"], "Who chairs?\n", "Who chairs?\ndonors: {fund: {title: A fund}}\n");
}

#[test]
fn a_bare_text_becomes_a_title() {
    let alike = is_like_a_change_by_hand;
    alike(
        &["guide.hours=2", "guide.every=week"],
        "Book a guide",
        "{title: Book a guide, hours: 2, every: week}",
    );
    alike(&["guide.title=Book two"], "Book a guide", "Book two");
    alike(&["person-2.deputy=heron"], "- TEAL", "- {title: TEAL, deputy: heron}");
    alike(&["person-3.deputy=heron"], "- title: Ibis", "- {title: Ibis, deputy: heron}");
    alike(&["chair.who=heron"], "Who chairs?", "{question: Who chairs?, who: heron}");
    alike(&["order.pact.scores={}"], "pact: Pact", "pact: {title: Pact, scores: {}}");
    alike(&["order.options.pact.notes=Ask"], "pact: Pact", "pact: {title: Pact, notes: Ask}");
    alike(&["talks.tasks.guide.hours=2"], "Book a guide", "{title: Book a guide, hours: 2}");
    alike(&["map.signs.marked.target=16"], "Marks on it", "{measure: Marks on it, target: 16}");
}

#[test]
fn nothing_behind_the_sign_takes_a_value_away() {
    let alike = is_like_a_change_by_hand;
    alike(&["talks.who="], "    who: heron\n", "");
    alike(&["talks.who=~"], "    who: heron\n", "");
    alike(&["east.access.heron="], "heron: trusted, ", "");
    alike(&["venue.hours="], ", hours: 2", "");
    alike(&["talks.tasks.guide="], "      guide: Book a guide\n", "");
}

#[test]
fn what_is_chosen_is_changed_like_any_value() {
    let (source, plan) = plan_of(PLAN);
    let option = plan.names.find("order.map-first").expect("an option");
    let changed =
        changed(&source, &plan, &Settings::default(), &[Change::choosing(&plan, option)]).expect("a plan");
    let plan = changed.reading.plan.expect("a plan");
    assert_eq!(plan.choices[0].chosen.map(|chosen| chosen.value), Some(1));
}

#[test]
fn what_stood_there_is_told() {
    let words =
        ["talks.title=x", "talks.status=done", "guide.hours=2", "guide.title=Two", "guide.title=Three"];
    let changed = change(PLAN, &words).expect("a plan");
    let before: Vec<Option<&str>> = changed.before.iter().map(Option::as_deref).collect();
    assert_eq!(before, [Some("'The talks'"), None, None, Some("Book a guide"), Some("Two")]);
}

#[test]
fn faults_stand_where_they_were_made() {
    let changed = change(PLAN, &["guide.hours=two", "talks.who=herom", "heron.id=crane"]).expect("a reading");
    assert!(changed.reading.plan.as_ref().is_some_and(|plan| !plan.complete));
    let places: Vec<(Slip, Option<usize>)> =
        changed.reading.faults.iter().map(|fault| (fault.slip, changed.change_at(fault.at))).collect();
    let in_file = (Slip::UnknownReference, None);
    assert!(places.contains(&(Slip::BadNumber, Some(0))) && places.contains(&in_file), "{places:?}");
    assert!(places.contains(&(Slip::UnknownReference, Some(1))), "{places:?}");
}

#[test]
fn what_cannot_be_changed_says_why() {
    let obstacle = |words: &str| match &change(PLAN, &[words]).map(|_| ()).expect_err(words)[..] {
        [(0, obstacle)] => obstacle.clone(),
        other => panic!("{words}: {other:?}"),
    };
    assert_eq!(obstacle("talks.who"), Obstacle::NoValue);
    assert_eq!(obstacle("talks=heron"), Obstacle::NoField);
    assert_eq!(obstacle("talk.who=heron"), Obstacle::UnknownId("talk".into()));
    assert_eq!(obstacle("=x"), Obstacle::UnknownId(String::new()));
    assert_eq!(obstacle("talks.title=a\nambition: War"), Obstacle::SeveralLines);
    assert_eq!(obstacle("talks.who.title=x"), Obstacle::TextThere("who".into(), "heron".into()));
    assert_eq!(obstacle("talks.with.east=contact"), Obstacle::ListThere("with".into()));
    assert_eq!(obstacle("people.9.title=x"), Obstacle::ListThere("people".into()));
}

#[test]
fn hostile_values_are_told_like_those_of_a_file() {
    let slip = |value: &str| match &change(PLAN, &[&format!("talks.title={value}")]).map(|_| ()) {
        Err(met) => match &met[..] {
            [(0, Obstacle::Fault(fault)), ..] => fault.slip,
            other => panic!("{value}: {other:?}"),
        },
        Ok(()) => panic!("{value} is taken"),
    };
    for (value, expected) in [
        ("*alias", Slip::Alias),
        ("&anchor x", Slip::Anchor),
        ("!tag x", Slip::Tag),
        ("{a: b", Slip::UnclosedBracket),
        ("[a, b", Slip::UnclosedBracket),
        ("\"a", Slip::UnclosedQuote),
        ("\"a\" b", Slip::TextAfterQuote),
        ("a: b", Slip::ColonInText),
        ("a # b", Slip::HashInText),
        ("# b", Slip::HashInText),
        ("a\0b", Slip::NulByte),
        ("a\u{7}b", Slip::ControlCharacter),
        ("@x", Slip::Character),
        ("{<<: x}", Slip::MergeKey),
        (&"a".repeat(1 << 21), Slip::TextTooLong),
        (&"[".repeat(100), Slip::TooDeep),
    ] {
        assert_eq!(slip(value), expected, "{}", &value[..value.len().min(20)]);
    }
    // Whatever it is, it is told.
    for value in ["- a", "? a", "a\tb: c", "}", "]", "{a: b}}", "%x", "'a", "a:", ": a", "-", "> a", "`x"] {
        match change(PLAN, &[&format!("talks.title={value}")]) {
            Err(met) => assert!(!met.is_empty()),
            Ok(changed) => assert!(!changed.reading.faults.is_empty(), "{value} is taken"),
        }
    }
}
