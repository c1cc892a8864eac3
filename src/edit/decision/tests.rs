//! One place is changed, and all else stays byte for byte.

use super::*;
use crate::plan::Kind;

/// The text after deciding on `choice.option`, which must be the text before with something put in at one or two places.
fn decided(text: &str, option: &str, because: Option<&str>) -> Result<String, Undecidable> {
    let source = Source::new("-", text.to_owned());
    let plan = load(&source).plan.expect("a plan");
    assert!(plan.complete, "{text}");
    let id = plan.names.find(option).expect("an option");
    assert_eq!(plan.names.get(id).kind, Kind::Option);
    let choice =
        plan.choices.iter().position(|choice| choice.options.iter().any(|o| o.id == id)).expect("its choice");
    let own = plan.choices[choice].options.iter().position(|o| o.id == id).expect("itself");
    let at = plan.names.get(id).at;
    let decision =
        decision(&source, &plan, OptRef { choice: choice as u32, option: own as u32, at }, because)?;
    Ok(decision.text)
}

const HEAD: &str = "ambition: Peace.\n";

fn of(choices: &str, because: Option<&str>) -> String {
    let after = decided(&format!("{HEAD}{choices}"), "order.map", because).expect("decided");
    after.strip_prefix(HEAD).expect("what stands before stays").to_owned()
}

#[test]
fn in_a_block() {
    let before = "choices:\n  order:   # the oldest question\n    question: What first?\n    options: {pact: A, map: B}  # two\n\n  # next\n  chair: Who?\n";
    assert_eq!(
        of(before, Some("They sign what they walked.")),
        "choices:\n  order:   # the oldest question\n    question: What first?\n    options: {pact: A, map: B}  # two\n    chosen: map\n    because: They sign what they walked.\n\n  # next\n  chair: Who?\n"
    );
}

#[test]
fn in_brackets() {
    assert_eq!(
        of("choices: {order: {question: What?, options: {pact: A, map: B}}, chair: Who?}\n", Some("A, b")),
        "choices: {order: {question: What?, options: {pact: A, map: B}, chosen: map, because: \"A, b\"}, chair: Who?}\n"
    );
    assert_eq!(
        of("choices:\n  order: {\n    options: {pact: A, map: B},  # two\n  }\n", None),
        "choices:\n  order: {\n    options: {pact: A, map: B}, chosen: map,  # two\n  }\n"
    );
}

#[test]
fn over_an_earlier_decision() {
    let before = "choices:\n  order:\n    chosen: pact  # for now\n    because: >-  # for the minutes\n      We had no time\n      for a walk.\n    options: {pact: A, map: B}\n";
    assert_eq!(
        of(before, Some("Now we have.")),
        "choices:\n  order:\n    chosen: map  # for now\n    because: Now we have.  # for the minutes\n    options: {pact: A, map: B}\n"
    );
    let kept = decided(&format!("{HEAD}{before}"), "order.map", None);
    assert!(matches!(kept, Err(Undecidable::OldReason(_))), "{kept:?}");
}

#[test]
fn where_the_field_is_there_and_empty() {
    let before =
        "choices:\n  order:\n    chosen:   # not yet\n    because:\n    options: {pact: A, map: B}\n";
    assert_eq!(
        of(before, Some("Yes")),
        "choices:\n  order:\n    chosen: map   # not yet\n    because: \"Yes\"\n    options: {pact: A, map: B}\n"
    );
}

#[test]
fn with_windows_line_ends_and_without_one_at_the_end() {
    let before = "choices:\r\n  order:\r\n    options:\r\n      pact: A\r\n      map: B";
    assert_eq!(of(before, Some("x")), format!("{before}\r\n    chosen: map\r\n    because: x"));
}

#[test]
fn behind_a_long_text_and_in_a_list() {
    let before = "choices:\n- id: order\n  options: {pact: A, map: B}\n  description: |\n    First line.\n\n    Last line.\n\n# the end\n";
    assert_eq!(
        of(before, None),
        "choices:\n- id: order\n  options: {pact: A, map: B}\n  description: |\n    First line.\n\n    Last line.\n  chosen: map\n\n# the end\n"
    );
}

#[test]
fn with_quoted_ids_and_an_odd_name() {
    let before = "choices:\n  \"order\":\n    'options': {'map': B, \"pact\": A}\n";
    assert_eq!(of(before, None), format!("{before}    chosen: map\n"));
    let odd = "ambition: Peace.\nchoices: {order: {options: {no: A, yes: B}}}\n";
    assert_eq!(
        decided(odd, "order.no", None).expect("decided"),
        "ambition: Peace.\nchoices: {order: {options: {no: A, yes: B}, chosen: \"no\"}}\n"
    );
}

#[test]
fn behind_a_choice_of_which_nothing_is_written() {
    let before = "choices:\n  chair:\n  order:\n    options: {pact: A, map: B}\n";
    assert_eq!(of(before, None), format!("{before}    chosen: map\n"));
}

#[test]
fn what_is_decided_already_changes_nothing() {
    let before = "choices: {order: {options: {pact: A, map: B}, chosen: map, because: So.}}\n";
    assert_eq!(of(before, None), before);
    assert_eq!(of(before, Some("So.")), before);
}

#[test]
fn what_another_pick_excludes_cannot_be_decided_on() {
    for excludes in [
        "order: {options: {pact: A, map: B}, excludes: {map: chair.one}}, chair: {options: {one: A, two: B}, chosen: one}",
        "order: {options: {pact: A, map: B}}, chair: {options: {one: A, two: B}, chosen: one, excludes: {one: order.map}}",
    ] {
        let after = decided(&format!("{HEAD}choices: {{{excludes}}}\n"), "order.map", None);
        assert!(matches!(after, Err(Undecidable::Excluded(_))), "{after:?}");
    }
}
