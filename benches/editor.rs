//! How long an editor waits: from a letter that is typed to its findings, and for each thing that it asks. The real
//! program over its pipes, so no part of the way is left out.
//!
//! ```text
//! cargo bench --bench editor
//! cargo bench --bench editor -- 100000
//! ```

#![allow(clippy::print_stdout, clippy::unwrap_used)] // It prints a table, and has no use for a failure.

#[allow(dead_code, clippy::needless_pass_by_value)] // The tests need more of it.
#[path = "../tests/lsp/client.rs"]
mod client;
mod generator;

use client::{Editor, URI};
use generator::Shape;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Times that each is asked.
const ROUNDS: usize = 15;

fn main() {
    let items = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(10_000);
    for (name, shape) in
        Shape::ALL.into_iter().filter(|(name, _)| ["plausible", "many-findings"].contains(name))
    {
        let text = shape.text(items);
        println!("{items} items, {name}, {} kB", text.len() / 1000);
        measure(&text);
    }
}

fn measure(text: &str) {
    let mut editor = Editor::new();
    let start = Instant::now();
    editor.open(URI, text);
    let findings = editor.findings(URI).len();
    told(&format!("opened, {findings} findings told"), &mut [start.elapsed()]);
    let title = text.rfind("title: ").map_or("ambition: ".len(), |title| title + 7);
    let mut waits: Vec<Duration> = (0..ROUNDS).map(|_| typed(&mut editor, title, "x")).collect();
    told("a letter typed, findings told", &mut waits);
    let mut waits: Vec<Duration> =
        (0..ROUNDS).map(|round| typed(&mut editor, 0, if round % 2 == 0 { "? [" } else { "#\n" })).collect();
    told("the text broken, its faults told", &mut waits);
    editor.replace(URI, text);
    editor.findings(URI);
    // A person, or else whatever has the first id.
    let id = text.find("who: ").map(|who| who + 6).or_else(|| text.find(":\n  ").map(|first| first + 4));
    let person = id.unwrap_or(title);
    let at = |editor: &Editor, byte: usize| json!({"textDocument": {"uri": URI}, "position": client::position(text, byte, editor.units)});
    let place = at(&editor, person);
    let mut with_name = place.clone();
    with_name["newName"] = "another-id".into();
    let mut with_own = place.clone();
    with_own["context"] = json!({"includeDeclaration": true});
    let range = json!({"start": place["position"], "end": place["position"]});
    let file = json!({"textDocument": {"uri": URI}});
    let action = json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": []}});
    for (method, params) in [
        ("hover", &place),
        ("definition", &place),
        ("references", &with_own),
        ("prepareRename", &place),
        ("rename", &with_name),
        ("codeAction", &action),
        ("documentSymbol", &file),
        ("foldingRange", &file),
        ("documentLink", &file),
        ("completion", &place),
    ] {
        let mut waits: Vec<Duration> = (0..ROUNDS).map(|_| asked(&mut editor, method, params)).collect();
        told(method, &mut waits);
    }
    // While somebody types, nothing of the text before is left to answer from but the ids.
    let mut waits: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            editor.edit(URI, &[(title..title, "x")]);
            asked(&mut editor, "completion", &place)
        })
        .collect();
    told("completion right after a letter", &mut waits);
    let mut waits: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            editor.edit(URI, &[(title..title, "x")]);
            asked(&mut editor, "hover", &place)
        })
        .collect();
    told("hover right after a letter", &mut waits);
    let mut waits: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            editor.edit(URI, &[(title..title, "x")]);
            asked(&mut editor, "rename", &with_name)
        })
        .collect();
    told("rename right after a letter", &mut waits);
    assert_eq!(editor.end(), (0, String::new()));
}

fn typed(editor: &mut Editor, at: usize, new: &str) -> Duration {
    let start = Instant::now();
    editor.edit(URI, &[(at..at, new)]);
    editor.findings(URI);
    start.elapsed()
}

fn asked(editor: &mut Editor, method: &str, params: &Value) -> Duration {
    let start = Instant::now();
    editor.ask(&format!("textDocument/{method}"), params.clone());
    start.elapsed()
}

/// The median, and the longest.
fn told(what: &str, waits: &mut [Duration]) {
    waits.sort_unstable();
    let milliseconds = |wait: Duration| wait.as_secs_f64() * 1e3;
    let (median, longest) = (milliseconds(waits[waits.len() / 2]), milliseconds(waits[waits.len() - 1]));
    println!("  {what:34} {median:7.1} ms   at most {longest:7.1} ms");
}
