//! `scf explain`.

use super::scf;
use insta::assert_snapshot;
use strategic_choice::findings::REGISTRY;
use strategic_choice::plan::FindingName;

#[test]
fn the_list_names_every_finding() {
    let run = scf(&["explain"]);
    for name in FindingName::ALL {
        assert!(run.out.contains(name.name()), "{}", name.name());
    }
    for line in run.out.lines() {
        assert!(line.chars().count() <= 80, "{line}");
        assert!(!line.ends_with(' '), "{line}|");
    }
}

#[test]
fn every_finding_that_is_built_has_its_page() {
    for definition in REGISTRY {
        let name = definition.name.name();
        let run = scf(&["explain", name]);
        assert_eq!(run.code, 0, "{name}");
        for part in ["Why it matters", "A plan that has it", "The same plan, mended"] {
            assert!(run.out.contains(part), "{name}: {part}");
        }
        assert!(!run.out.contains("```") && !run.out.contains("## "), "{name} is shown, not its source");
    }
}

#[test]
fn a_page_is_plain_text() {
    assert_snapshot!("explain-orphan", scf(&["explain", "orphan"]).seen());
    assert_snapshot!("explain-orphan-40", scf(&["explain", "orphan", "--width=40"]).seen());
}

#[test]
fn a_name_that_is_nearly_right_is_recognised() {
    let run = scf(&["explain", "botleneck"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("bottleneck"), "{}", run.err);
    assert_eq!(scf(&["explain", "Bottleneck"]).code, 0);
}

#[test]
fn json_has_the_same_pages() {
    let all: serde_json::Value = serde_json::from_str(&scf(&["explain", "--format=json"]).out).unwrap();
    assert_eq!(all["findings"].as_array().unwrap().len(), REGISTRY.len());
    assert_eq!((all["format"].as_u64(), all["command"].as_str()), (Some(1), Some("explain")));
    let one: serde_json::Value =
        serde_json::from_str(&scf(&["explain", "cycle", "--format=json"]).out).unwrap();
    assert_eq!(one["findings"][0]["severity"], "error");
    assert!(one["findings"][0]["page"].as_str().unwrap().starts_with("# cycle"));
}
