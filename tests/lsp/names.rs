//! Names: what is told of them, where they lead, and other names for the same things.

use crate::client::{Editor, URI, Units, abilities, checked, seen};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;

const PLAN: &str = "\
ambition: {title: The market is open., needs: all}
objectives:
  escort:
    title: Everybody goes to the market together.
    because: \"Nobody is attacked in a group. \\u00e9\"
    only_if: order.map-first
    activities:
      talks: {title: Talks 𝄞 with elders, who: heron, team: [\"teal\", heron], with: {elders: decide}, funded_by: {alder: 5}}
      map: {title: A map, who: 'heron', supports: [escort, \"esc\\u006frt\"], depends_on: talks, assumes: rain}
people:
  heron: {title: Teacher, deputy: teal, side: west}
  teal: Herder
parties: {west: {title: West, access: {heron: trusted}, represents: elders}}
constituencies: {elders: Elders of both sides}
donors: {alder: Fund}
choices:
  order:
    question: Pact or map?
    options: {pact-first: Pact, map-first: Map}
    excludes: {map-first: [chair.a]}
    chosen: map-first
    because: So it is.
  chair: {question: Who?, options: {a: A, order: O}, excludes: {order: \"order.pact-first\"}}
assumptions: {rain: Rain comes, dry: {title: D, who: teal}}
scenarios:
  away: {title: Away, without: [heron, map], delays: {talks: 3}, choose: {order: map-first}, events: [{on: 2027-01-01, without: heron}]}
lessons: {two: {title: Two go., about: [heron, single-insider, order.map-first]}}
accepted:
- {finding: single-insider, item: west, because: So.}
- {finding: unreasoned-choice, item: order, because: So.}
";

fn places(editor: &mut Editor, marked: &str, with_own: bool) -> Vec<String> {
    let mut params = editor.at(marked);
    params["context"] = json!({"includeDeclaration": with_own});
    let found = editor.ask("textDocument/references", params);
    let found = found.as_array().map_or(&[][..], Vec::as_slice);
    let lines: Vec<String> = found
        .iter()
        .map(|place| format!("{} {}", place["range"]["start"]["line"], editor.slice(&place["range"])))
        .collect();
    lines
}

#[test]
fn every_place_that_names_a_thing_is_found() {
    let mut editor = Editor::of(PLAN);
    let heron = ["7 heron", "7 heron", "8 heron", "10 heron", "12 heron", "25 heron", "25 heron", "26 heron"];
    assert_eq!(places(&mut editor, "who: 'her|on'", true), heron);
    let others: Vec<_> = heron.iter().filter(|place| **place != "10 heron").copied().collect();
    assert_eq!(places(&mut editor, "  her|on: {title: Teacher", false), others);
    assert_eq!(places(&mut editor, "escort|:", true), ["2 escort", "8 escort", "8 \"esc\\u006frt\""]);
    let option =
        ["5 map-first", "18 map-first", "19 map-first", "20 map-first", "25 map-first", "26 map-first"];
    assert_eq!(places(&mut editor, "chosen: map|-first", true), option);
    assert_eq!(places(&mut editor, "only_if: order.|map", true), option);
    let choice = ["5 order", "16 order", "22 order", "25 order", "26 order", "29 order"];
    assert_eq!(places(&mut editor, "only_if: ord|er", true), choice);
    assert_eq!(places(&mut editor, "ambi|tion", true), ["0 ambition"]);
    assert!(places(&mut editor, "title: Tal|ks", true).is_empty());
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn a_name_leads_to_its_thing() {
    let mut editor = Editor::of(PLAN);
    let cases = [
        ("team: [\"te|al\"", 11, "teal"),
        ("\"esc\\u00|6frt\"", 2, "escort"),
        ("only_if: o|rder", 16, "order"),
        ("only_if: order.m|ap", 18, "map-first"),
        ("excludes: {or|der", 22, "order"),
        ("item: |west", 12, "west"),
        ("about: [|heron", 10, "heron"),
        ("delays: {|talks", 7, "talks"),
    ];
    for (marked, line, name) in cases {
        let params = editor.at(marked);
        let found = editor.ask("textDocument/definition", params);
        assert_eq!(found["range"]["start"]["line"], line, "{marked}");
        assert_eq!(editor.slice(&found["range"]), name, "{marked}");
    }
    let params = editor.at("question: Pa|ct");
    assert!(editor.ask("textDocument/definition", params).is_null());
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn what_is_told_of_a_name_a_title_and_a_finding() {
    let mut editor = Editor::of(PLAN);
    let mut told = |marked: &str| {
        let params = editor.at(marked);
        let hover = editor.ask("textDocument/hover", params);
        assert_eq!(hover["contents"]["kind"], "markdown", "{marked}");
        let text = hover["contents"]["value"].as_str().unwrap().to_owned();
        (text, editor.slice(&hover["range"]).to_owned())
    };
    let (heron, at) = told("who: |'heron'");
    assert_eq!(at, "heron");
    insta::assert_snapshot!(heron);
    let (talks, _) = told("depends_on: tal|ks");
    insta::assert_snapshot!(talks);
    assert_eq!(told("{title: Talks 𝄞 wi|th"), (talks, "Talks 𝄞 with elders".to_owned()));
    let (page, at) = told("finding: sing|le");
    assert_eq!(
        (page, at.as_str()),
        (fs::read_to_string("docs/findings/single-insider.md").unwrap(), "single-insider")
    );
    assert_eq!(told("about: [heron, sin|gle").1, "single-insider");
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn words_of_a_plan_are_no_mark_up() {
    let title = "\"[x](http://x/) ```` <img src=x> \\e[31m \\u202e\"";
    let mut editor = Editor::of(&format!("ambition: A\ntasks: {{a: {title}}}\n"));
    let params = editor.at("{|a:");
    let hover = editor.ask("textDocument/hover", params);
    let text = hover["contents"]["value"].as_str().unwrap();
    assert!(text.starts_with("`````text\n") && text.ends_with("\n`````"), "{text}");
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    assert_eq!(editor.end(), (0, String::new()));
}

/// Renames what stands at the mark, and gives the new text.
fn renamed(editor: &mut Editor, marked: &str, new: &str) -> String {
    let mut params = editor.at(marked);
    let prepared = editor.ask("textDocument/prepareRename", params.clone());
    assert!(prepared["placeholder"].is_string(), "{prepared}");
    params["newName"] = new.into();
    let edit = editor.ask("textDocument/rename", params);
    editor.with_edit(URI, &edit)
}

#[test]
fn a_thing_that_gets_another_id_gets_it_everywhere() {
    // The new ids sort as the old ones do, so that no list is told in another order.
    for (marked, old, new) in [
        ("who: 'her|on'", "heron", "heron-2"),
        ("esc|ort:", "escort", "escort-é"),
        ("only_if: ord|er", "order", "order_2"),
        ("chosen: map-|first", "map-first", "map-first-of-all"),
        ("order.map-fir|st\n", "map-first", "map-it"),
        ("options: {a|: A", "a", "a-2"),
        ("te|al: Herder", "teal", "teal2"),
        ("item: we|st", "west", "west-b"),
        ("assumes: ra|in", "rain", "rain-1"),
        ("lessons: {t|wo", "two", "two-of-us"),
    ] {
        let mut editor = Editor::of(PLAN);
        let before = seen(&editor.findings(URI));
        let text = renamed(&mut editor, marked, new);
        assert_ne!(text, PLAN, "{marked}");
        editor.replace(URI, &text);
        let after = seen(&editor.findings(URI));
        let names = |told: &[(String, i64, Value, String)]| -> Vec<(String, i64, Value, String)> {
            let told = told.iter().cloned();
            told.map(|(name, severity, range, message)| {
                (name, severity, range["start"]["line"].clone(), message.replace(new, old))
            })
            .collect()
        };
        assert_eq!(names(&before), names(&after), "{marked}\n{text}");
        assert_eq!(after, checked(&text, Units::Utf16));
        // And back again: only what was written with an escape is written otherwise now.
        let back = renamed(&mut editor, &format!("{new}|"), old);
        assert_eq!(back.replace("escort]", "\"esc\\u006frt\"]"), PLAN, "{marked}");
        assert_eq!(editor.end(), (0, String::new()));
    }
}

#[test]
fn an_id_that_yaml_would_take_for_nothing_is_put_in_quotes() {
    let mut editor = Editor::of("ambition: A\ntasks: {a: {title: T, who: b, team: ['b']}}\npeople: {b: B}\n");
    let text = renamed(&mut editor, "who: |b", "null");
    assert_eq!(
        text,
        "ambition: A\ntasks: {a: {title: T, who: \"null\", team: ['null']}}\npeople: {\"null\": B}\n"
    );
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn what_cannot_be_an_id_is_refused_in_plain_words() {
    let mut editor = Editor::of(PLAN);
    let mut told = String::new();
    for (marked, new) in [
        ("who: 'her|on'", "He ron"),
        ("who: 'her|on'", "-"),
        ("who: 'her|on'", "ambition"),
        ("who: 'her|on'", "teal"),
        ("who: 'her|on'", "west"),
        ("chosen: map-|first", "pact-first"),
        ("only_if: ord|er", "a.b"),
        ("ambi|tion", "peace"),
        ("question: Pa|ct", "x"),
    ] {
        let mut params = editor.at(marked);
        params["newName"] = new.into();
        let (code, sentence) = editor.ask_in_vain("textDocument/rename", params);
        assert_eq!(code, -32803, "{sentence}");
        writeln!(told, "{marked} to {new}\n  {sentence}").unwrap();
    }
    insta::assert_snapshot!(told);
    // Nothing to do is no error.
    let mut params = editor.at("who: 'her|on'");
    params["newName"] = "heron".into();
    assert_eq!(editor.ask("textDocument/rename", params)["documentChanges"][0]["edits"], json!([]));
    editor.change("people:\n", "people:\n  x: [\n");
    let mut params = editor.at("who: 'her|on'");
    params["newName"] = "crane".into();
    let (code, _) = editor.ask_in_vain("textDocument/rename", params);
    assert_eq!(code, -32803, "a text that cannot be read");
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn a_broken_text_is_answered_from_the_last_one_that_was_whole() {
    let mut editor = Editor::of(PLAN);
    editor.findings(URI);
    editor.change("people:\n", "people:\n  crane: [𝄞\n");
    assert!(editor.findings(URI).iter().any(|finding| finding["code"] == "invalid"));
    assert_eq!(places(&mut editor, "assumes: ra|in", true), ["8 rain", "24 rain"]);
    let params = editor.at("teal|: Herder");
    assert!(
        editor.ask("textDocument/hover", params)["contents"]["value"].as_str().unwrap().contains("Herder")
    );
    let params = editor.at("cra|ne");
    assert!(editor.ask("textDocument/hover", params).is_null(), "what is new was never read");
    let outline = editor.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    assert_eq!(outline.as_array().unwrap().len(), 10);
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn names_of_findings_are_links_to_their_pages() {
    let end =
        "settings: {severity: {no-host: off}}\n# scf: accept[orphan, no-tasks until 2027-06-30] Later.\n";
    let plan = format!("{PLAN}{end}");
    let mut editor = Editor::with(Units::Utf32, abilities(Units::Utf32));
    editor.open(URI, &plan);
    let links = editor.ask("textDocument/documentLink", json!({"textDocument": {"uri": URI}}));
    let links = links.as_array().unwrap();
    let names: Vec<&str> = links.iter().map(|link| editor.slice(&link["range"])).collect();
    assert_eq!(
        names,
        ["single-insider", "single-insider", "unreasoned-choice", "no-host", "orphan", "no-tasks"]
    );
    for (link, name) in links.iter().zip(&names) {
        assert!(link["target"].as_str().unwrap().ends_with(&format!("/{name}.md")), "{link}");
    }
    assert_eq!(editor.end(), (0, String::new()));
}
