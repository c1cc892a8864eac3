//! Outline, folds, and quick fixes.

use crate::client::{Editor, URI, checked};
use serde_json::{Value, json};
use std::fmt::Write as _;

fn file() -> Value {
    json!({"textDocument": {"uri": URI}})
}

fn drawn(editor: &Editor, symbols: &Value, depth: usize, out: &mut String) {
    for symbol in symbols.as_array().unwrap() {
        let at = editor.slice(&symbol["selectionRange"]);
        let lines = (
            symbol["range"]["start"]["line"].as_u64().unwrap(),
            symbol["range"]["end"]["line"].as_u64().unwrap(),
        );
        let detail = symbol["detail"].as_str().unwrap_or("-");
        let name = symbol["name"].as_str().unwrap();
        let indent = " ".repeat(depth * 2);
        writeln!(out, "{indent}{name} [{detail}] {at} {}-{}", lines.0, lines.1).unwrap();
        if let Some(children) = symbol.get("children") {
            drawn(editor, children, depth + 1, out);
        }
    }
}

#[test]
fn the_outline_has_the_levels_of_the_text() {
    let plan = "ambition:\n  title: Peace\n  goals:\n    calm: {title: Calm}\nlabels: {objectives: Outputs}\n\
        objectives:\n- Bare\n- id: named\n  title: Named\n  activities:\n  - title: Inside\n    tasks: {deep: Deep}\n\
        people:\n- {title: Imam}\n- id: teal\n- Heron\n- description: D\n\
        choices:\n  order: {question: Pact?, options: {a: A, b: {title: B}}}\n  other:\n    options: [x, {id: y}]\n\
        settings: {crowded_goals: 3}\n";
    let mut editor = Editor::of(plan);
    let symbols = editor.ask("textDocument/documentSymbol", file());
    let mut out = String::new();
    drawn(&editor, &symbols, 0, &mut out);
    insta::assert_snapshot!(out);
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn folds_follow_the_indentation() {
    let mut editor = Editor::of("# a\n# b\nambition: A\r\ngoals:\n  a:\n    title: A\n  b: B\n\npeople: [\n");
    let folds = editor.ask("textDocument/foldingRange", file());
    let lines: Vec<_> = folds
        .as_array()
        .unwrap()
        .iter()
        .map(|fold| {
            (fold["startLine"].as_u64().unwrap(), fold["endLine"].as_u64().unwrap(), fold["kind"].as_str())
        })
        .collect();
    assert_eq!(lines, [(0, 1, Some("comment")), (3, 6, None), (4, 5, None)]);
    assert_eq!(editor.end(), (0, String::new()));
}

fn actions(editor: &mut Editor, marked: &str) -> Vec<Value> {
    let place = editor.at(marked)["position"].clone();
    let params = json!({
        "textDocument": {"uri": URI},
        "range": {"start": place, "end": place},
        "context": {"diagnostics": []},
    });
    editor.ask("textDocument/codeAction", params).as_array().cloned().unwrap_or_default()
}

#[test]
fn what_can_be_mended_is_mended_by_one_touch() {
    let plan = "ambition: Peace.\nactivities:\n  visits: {title: Visits, who: heorn, becuase: Trust.}  # keep\npeople: {heron: H}\n";
    let mut editor = Editor::of(plan);
    editor.findings(URI);
    let who = actions(&mut editor, "heo|rn");
    assert_eq!((&who[0]["kind"], &who[0]["isPreferred"]), (&json!("quickfix"), &json!(false)), "a guess");
    assert_eq!(who[0]["diagnostics"][0]["code"], "unknown-id");
    let mended = editor.with_edit(URI, &who[0]["edit"]);
    assert_eq!(mended, plan.replace("heorn", "heron"));
    editor.replace(URI, &mended);
    let key = actions(&mut editor, "becu|ase");
    assert_eq!(key[0]["isPreferred"], true, "{key:?}");
    let mended = editor.with_edit(URI, &key[0]["edit"]);
    assert_eq!(mended, plan.replace("heorn", "heron").replace("becuase", "because"));
    assert!(checked(&mended, editor.units).iter().all(|(_, severity, ..)| *severity > 1));
    let elsewhere = actions(&mut editor, "ambition: Pea|ce");
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
    let other = json!({
        "textDocument": {"uri": URI},
        "range": {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 60}},
        "context": {"diagnostics": [], "only": ["refactor"]},
    });
    assert!(editor.ask("textDocument/codeAction", other).is_null());
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn a_finding_is_accepted_for_a_reason_that_is_still_to_be_written() {
    let plan = "ambition: Peace.\nobjectives: {calm: Calm}\nactivities:\n  visits: {title: Visits}\n";
    let mut editor = Editor::of(plan);
    let found = editor.findings(URI);
    assert!(found.iter().any(|finding| finding["code"] == "orphan"), "{found:?}");
    let all = actions(&mut editor, "vis|its:");
    let accept = all.iter().find(|action| action["title"].as_str().unwrap().contains("orphan")).unwrap();
    let text = editor.with_edit(URI, &accept["edit"]);
    assert_eq!(text, plan.replace("  visits", "  # scf: accept[orphan] \n  visits"));
    // It is not accepted before somebody has said why.
    let codes = |text: &str| -> Vec<String> {
        checked(text, crate::client::Units::Utf16).into_iter().map(|(name, ..)| name).collect()
    };
    assert!(codes(&text).contains(&"invalid".to_owned()), "{:?}", codes(&text));
    let reasoned = text.replace("accept[orphan] ", "accept[orphan] We go anyway.");
    assert!(!codes(&reasoned).contains(&"orphan".to_owned()), "{:?}", codes(&reasoned));
    // Not where a comment would be part of a text.
    editor.replace(URI, &plan.replace("{title: Visits}", "{tags: \"two\n    lines\", title: Visits}"));
    assert_eq!(actions(&mut editor, "vis|its:").len(), all.len());
    editor.replace(
        URI,
        "ambition: Peace.\nobjectives: {calm: Calm}\nactivities: {a: \"A\n  b\", visits: Visits}\n",
    );
    assert!(actions(&mut editor, "vis|its:").is_empty());
    // Not above a remark, where it would speak of something else, nor for an entry that only has to go.
    let remark = "ambition: Peace.\n# Call +000 000 00000\nobjectives: {calm: Calm}\n";
    editor.replace(URI, remark);
    assert!(editor.findings(URI).iter().any(|finding| finding["code"] == "identity-leak"));
    assert!(actions(&mut editor, "+000 0|00").is_empty());
    editor.replace(
        URI,
        "ambition: Peace.\nobjectives: {calm: Calm}\naccepted:\n- {finding: crowded, because: So}\n",
    );
    assert!(editor.findings(URI).iter().any(|finding| finding["code"] == "unused-acceptance"));
    let titles: Vec<Value> =
        actions(&mut editor, "find|ing:").into_iter().map(|mut action| action["title"].take()).collect();
    assert!(!titles.iter().any(|title| title.as_str().unwrap().contains("unused-acceptance")), "{titles:?}");
    assert_eq!(editor.end(), (0, String::new()));
}
