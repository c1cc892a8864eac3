//! Two plans beside each other: each edit is told as what it is, several as all of them, and another style as nothing.

#![allow(clippy::unwrap_used)] // What cannot be read fails the test.

#[path = "compare/edits.rs"]
mod edits;
#[path = "oracle/extra.rs"]
#[allow(dead_code)] // The oracle looks at more of it.
mod extra;
#[path = "oracle/grow.rs"]
mod grow;
#[path = "oracle/model.rs"]
#[allow(dead_code)] // The oracle looks at more of it.
mod model;
#[path = "oracle/random.rs"]
#[allow(dead_code)] // The oracle looks at more of it.
mod random;
#[path = "compare/styles.rs"]
mod styles;
#[path = "oracle/write.rs"]
#[allow(dead_code)] // The oracle looks at more of it.
mod write;
#[path = "oracle/yaml.rs"]
mod yaml;

use edits::{EDITS, Told, applied};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;
use strategic_choice::compare::Field;
use yaml::Dice;

const PLAN: &str = include_str!("compare/plan.scf.yaml");

/// What `scf diff` answers in JSON.
fn diff(old: &str, new: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("old.yaml"), old).unwrap();
    std::fs::write(folder.path().join("new.yaml"), new).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_scf"))
        .current_dir(folder.path())
        .args(["diff", "old.yaml", "new.yaml", "--format=json", "--today=2026-11-23", "--fail-on=never"])
        .args(["--include=core", "--lang=en"])
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}\n{new}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The changes as `what item field: old → new`, in order of their letters.
fn told(diff: &Value) -> Vec<String> {
    for side in ["old", "new"] {
        assert_eq!(diff[side]["complete"], true, "{side}: {diff}");
    }
    let changes = diff["changes"].as_array().unwrap();
    let word = |value: &Value| match value.as_str() {
        // A made id says where in the text a task stands.
        Some(id) if id.strip_prefix("task-").is_some_and(|rest| rest.parse::<u32>().is_ok()) => {
            "task-N".to_owned()
        }
        Some(word) => word.to_owned(),
        None => value.to_string(),
    };
    let mut told: Vec<String> = changes
        .iter()
        .map(|change| {
            let [what, item, field, old, new] =
                ["what", "item", "field", "old", "new"].map(|key| word(&change[key]));
            format!("{what} {item} {field}: {old} → {new}")
        })
        .collect();
    told.sort();
    told
}

fn expected(told: &[Told]) -> Vec<String> {
    let mut expected: Vec<String> = told.iter().map(|line| (*line).to_owned()).collect();
    expected.sort();
    expected
}

#[test]
fn each_edit_is_told_as_what_it_is() {
    for edit in EDITS {
        let new = applied(PLAN, &[edit]);
        assert_eq!(told(&diff(PLAN, &new)), expected(edit.told), "{edit:?}");
    }
}

#[test]
fn each_edit_taken_back_is_a_change_of_as_many() {
    for edit in EDITS {
        let new = applied(PLAN, &[edit]);
        assert_eq!(told(&diff(&new, PLAN)).len(), edit.told.len(), "{edit:?}");
    }
}

#[test]
fn every_field_is_among_the_edits() {
    let all: BTreeSet<String> =
        EDITS.iter().flat_map(|edit| edit.told).map(|line| (*line).to_owned()).collect();
    let text = all.iter().cloned().collect::<Vec<_>>().join("\n");
    for field in Field::ALL {
        let parts: Vec<&str> = field.name().split('*').collect();
        let is_it = |line: &&str| {
            let name = line.split(' ').nth(2).unwrap_or_default().trim_end_matches(':');
            match parts[..] {
                [whole] => name == whole,
                [before, after] => {
                    let inner = name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
                    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains('.'))
                }
                _ => false,
            }
        };
        assert!(text.lines().any(|line| is_it(&line)), "no edit of {}", field.name());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn several_edits_are_told_as_all_of_them(
        chosen in proptest::collection::vec(any::<bool>(), EDITS.len()),
        style in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let mut taken: Vec<&edits::Edit> = Vec::new();
        for (edit, _) in EDITS.iter().zip(chosen).filter(|(_, is_chosen)| *is_chosen) {
            // Two edits of one line are one edit.
            if !taken.iter().any(|other| edit.touches(other) || other.touches(edit)) {
                taken.push(edit);
            }
        }
        let new = applied(PLAN, &taken);
        let mut all: Vec<String> = taken.iter().flat_map(|edit| expected(edit.told)).collect();
        all.sort();
        prop_assert_eq!(told(&diff(PLAN, &new)), all.clone());
        let new = styles::shuffled(&new, &mut Dice::new(style));
        prop_assert_eq!(told(&diff(PLAN, &new)), all, "in another style\n{}", new);
    }

    #[test]
    fn another_style_changes_nothing(
        plan in random::plans(14),
        dice in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let one = write::write(&plan, &mut Dice::new(dice)).text;
        let same = styles::flow(&one);
        let told_of_same = diff(&one, &same);
        prop_assert_eq!(told(&told_of_same), Vec::<String>::new(), "{}\n{}", one, same);
        for list in ["new", "gone", "accepted", "open_again"] {
            prop_assert_eq!(told_of_same["findings"][list].as_array().unwrap().len(), 0, "{}", list);
        }
        prop_assert_eq!(told_of_same["loss"].as_array().unwrap().len(), 0);
    }

    /// Two ways to write one plan, one of them with lists in which nothing has an id: it is known again by its title,
    /// as far as no two have the same.
    #[test]
    fn what_has_lost_its_id_is_known_again(
        plan in random::plans(14),
        dice in proptest::collection::vec(any::<u8>(), 0..300),
        other_dice in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let mut plan = plan;
        for (item, number) in plan.items.iter_mut().zip(1..) {
            item.title = format!("{} ({number})", item.title);
        }
        let one = write::write(&plan, &mut Dice::new(dice)).text;
        let other = write::write(&plan, &mut Dice::new(other_dice)).text;
        // What the writer throws in for the reader's sake.
        let thrown_in = [" id:", " title:", " language:", " start:", " end:", " tags:", " notes:", " hours:",
            " every:", " with.", " signs.", " description:"];
        let left: Vec<String> = told(&diff(&one, &other))
            .into_iter()
            .filter(|line| !thrown_in.iter().any(|field| line.contains(field)))
            .collect();
        prop_assert_eq!(left, Vec::<String>::new(), "{}\n{}", one, other);
    }
}
