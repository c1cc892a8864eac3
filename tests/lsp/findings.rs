//! What is told while somebody types: the same as `scf check` tells of the same text.

use crate::client::{Editor, URI, Units, abilities, checked, seen};
use serde_json::json;
use std::fs;

/// Plans with every letter that takes more than one unit, and every kind of line break.
const ODD: &str = "\u{feff}title: Route 𝄞 du marché\r\nambition: \"𝄞 Péace\" # 𝄞\rgoals:\n  a: {title: Ä 𝄞 B, tags: [é, 𝄞], supports: nobody}\n";

#[test]
fn the_same_findings_as_those_of_check() {
    let mut plans: Vec<String> = fs::read_dir("examples")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    assert!(plans.len() > 2);
    plans.extend([ODD, "ambition: [", "", "goals: {a: A}", "ambition: A\nwho: \u{1d11e}"].map(str::to_owned));
    for units in [Units::Utf16, Units::Utf8, Units::Utf32] {
        let mut editor = Editor::with(units, abilities(units));
        assert_eq!(editor.capabilities["positionEncoding"], units.name());
        for (number, plan) in plans.iter().enumerate() {
            let uri = format!("file:///plans/{number}.scf.yaml");
            editor.open(&uri, plan);
            assert_eq!(seen(&editor.findings(&uri)), checked(plan, units), "{plan}");
        }
        assert_eq!(editor.end(), (0, String::new()));
    }
}

#[test]
fn what_is_typed_is_checked_as_it_stands() {
    let mut editor = Editor::of(ODD);
    let steps = [
        ("goals:\n", "goals:\r\n"),
        ("𝄞 du", "é𝄞𝄞 de la"),
        ("supports: nobody", "because: 𝄞"),
        ("é, 𝄞]", "é, "),
        ("é, ", "𝄞]"),
    ];
    for (old, new) in steps {
        editor.change(old, new);
        let text = editor.text(URI).to_owned();
        assert_eq!(seen(&editor.findings(URI)), checked(&text, Units::Utf16), "{text}");
    }
    // Several changes in one message count one after the other.
    let end = editor.text(URI).len();
    editor.edit(
        URI,
        &[(end..end, "people:\r\n"), (end + 9..end + 9, "  x: {side: 𝄞}"), (end + 26..end + 26, "\n")],
    );
    let text = editor.text(URI).to_owned();
    assert_eq!(seen(&editor.findings(URI)), checked(&text, Units::Utf16), "{text}");
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn random_typing_leaves_the_same_text_on_both_sides() {
    // A small generator of its own: the same walk every time.
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below.max(1) as u64) as usize
    };
    let pieces = ["a", "é", "𝄞", "\r", "\n", "\r\n", ": ", "goals:\n  b: B\n", "", "[", "}"];
    for units in [Units::Utf16, Units::Utf8, Units::Utf32] {
        let mut editor = Editor::with(units, abilities(units));
        editor.open(URI, ODD);
        for _ in 0..60 {
            let text = editor.text(URI).to_owned();
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            // Not between the two parts of a line break: no place of the protocol is there.
            let is_place = |at: &usize| !(text[..*at].ends_with('\r') && text[*at..].starts_with('\n'));
            let places: Vec<usize> = places.into_iter().filter(is_place).collect();
            let (a, b) = (random(places.len()), random(4));
            let (start, end) = (places[a], places[(a + b).min(places.len() - 1)]);
            editor.edit(URI, &[(start..end, pieces[random(pieces.len())])]);
        }
        let typed = seen(&editor.findings(URI));
        let text = editor.text(URI).to_owned();
        assert_eq!(typed, checked(&text, units), "{text:?}");
        editor.replace(URI, &text);
        assert_eq!(seen(&editor.findings(URI)), typed, "{text:?}");
        assert_eq!(editor.end(), (0, String::new()));
    }
}

#[test]
fn a_finding_leads_to_its_page_and_to_its_other_places() {
    let plan = "ambition: Peace.\nobjectives: {a: {title: A, supports: heron}}\npeople: {heron: H}\nactivities: {a: B}\n";
    let mut editor = Editor::of(plan);
    let findings = editor.findings(URI);
    let twice = findings.iter().find(|finding| finding["code"] == "duplicate-id").unwrap();
    let other = &twice["relatedInformation"][0]["location"];
    assert_eq!((other["uri"].as_str(), editor.slice(&other["range"])), (Some(URI), "a"));
    let page = twice["codeDescription"]["href"].as_str().unwrap();
    let path = page.strip_prefix("file://").unwrap();
    assert_eq!(
        fs::read_to_string(path).unwrap(),
        fs::read_to_string("docs/findings/duplicate-id.md").unwrap()
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = fs::metadata(std::path::Path::new(path).parent().unwrap()).unwrap();
        assert_eq!(folder.permissions().mode() & 0o777, 0o700);
    }
    assert_eq!(editor.end(), (0, String::new()));
    assert!(!std::path::Path::new(path).exists(), "the pages are gone with the editor");
}

#[test]
fn what_is_accepted_is_not_told_and_an_entry_that_meets_nothing_is_faint() {
    let plan = "ambition: Peace.\nactivities: {a: {title: A visit}}\naccepted:\n- {finding: no-analysis, because: We know.}\n\
        - {finding: no-host, because: We have one.}\n";
    let mut editor = Editor::of(&format!("goals: {{g: G}}\n{plan}"));
    let findings = editor.findings(URI);
    let faint: Vec<_> = findings.iter().filter(|finding| finding["tags"] == json!([1])).collect();
    assert!(
        !faint.is_empty() && faint.iter().all(|finding| finding["code"] == "unused-acceptance"),
        "{findings:?}"
    );
    let orphan = findings.iter().filter(|finding| finding["code"] == "orphan").count();
    assert_eq!(orphan, 1);
    editor.change("accepted:\n", "accepted:\n- {finding: orphan, item: a, because: Later.}\n");
    assert!(editor.findings(URI).iter().all(|finding| finding["code"] != "orphan"));
    assert_eq!(editor.end().0, 0);
}

#[test]
fn an_editor_that_knows_little_is_told_little() {
    let mut editor = Editor::with(Units::Utf16, json!({}));
    assert_eq!(editor.capabilities["positionEncoding"], "utf-16");
    assert!(editor.capabilities.get("codeActionProvider").is_none());
    editor.open(URI, "ambition: Peace.\ngoals: {a: A}\nobjectives: {a: B}\n");
    for finding in editor.findings(URI) {
        for field in ["relatedInformation", "codeDescription", "tags"] {
            assert!(finding.get(field).is_none(), "{finding}");
        }
    }
    let here = editor.at("goals: {|a");
    let hover = editor.ask("textDocument/hover", here);
    assert_eq!(hover["contents"]["kind"], "plaintext");
    let outline = editor.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    assert_eq!(outline[2]["name"], "A");
    assert_eq!(outline[2]["containerName"], "goals");
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn other_files_are_left_alone() {
    let mut editor = Editor::new();
    let uri = "file:///compose.yaml";
    editor.open(uri, "services: {web: {image: x}}\n");
    assert!(editor.findings(uri).is_empty());
    let place = json!({"textDocument": {"uri": uri}, "position": {"line": 0, "character": 2}});
    for method in ["hover", "definition", "completion", "prepareRename"] {
        assert!(editor.ask(&format!("textDocument/{method}"), place.clone()).is_null(), "{method}");
    }
    // What begins to be a plan is one, whatever its name.
    editor.edit(uri, &[(0..0, "ambition: Peace.\n")]);
    assert!(editor.findings(uri).iter().any(|finding| finding["code"] == "invalid"));
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn a_document_that_is_closed_leaves_nothing_behind() {
    let mut editor = Editor::of("ambition: [\n");
    assert!(!editor.findings(URI).is_empty());
    editor.notify("textDocument/didClose", json!({"textDocument": {"uri": URI}}));
    editor.receive();
    assert_eq!(editor.told[URI].last().unwrap()["diagnostics"], json!([]));
    let (code, _) = editor.ask_in_vain("textDocument/foldingRange", json!({"textDocument": {"uri": URI}}));
    assert_eq!(code, -32602);
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn the_settings_of_the_team_hold_as_they_are_now() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("scf.toml");
    let uri = format!("file://{}/caf%C3%A9.scf.yaml", folder.path().display());
    let mut editor = Editor::new();
    let severity = |editor: &mut Editor| -> Vec<i64> {
        let findings = editor.findings(&uri);
        let orphans = findings.iter().filter(|finding| finding["code"] == "orphan");
        orphans.map(|finding| finding["severity"].as_i64().unwrap()).collect()
    };
    editor.open(&uri, "ambition: Peace.\nobjectives: {a: A}\nactivities: {b: B}\n");
    assert_eq!(severity(&mut editor), [2]);
    for (text, expected) in
        [("[severity]\norphan = \"error\"\n", 1), ("[severity]\norphan = \"advice\"\n", 3)]
    {
        fs::write(&settings, text).unwrap();
        editor.edit(&uri, &[(0..0, "#\n")]);
        assert_eq!(severity(&mut editor), [expected], "{text}");
    }
    // One that cannot be used is told of once, and the plan is still looked at.
    fs::write(&settings, "[severity]\norphan = \"loud\"\n").unwrap();
    editor.edit(&uri, &[(0..0, "#\n")]);
    let told = editor.receive();
    assert_eq!(
        (told["method"].as_str(), told["params"]["type"].as_i64()),
        (Some("window/showMessage"), Some(2))
    );
    let message = told["params"]["message"].as_str().unwrap();
    assert!(message.contains("scf.toml") && !message.contains('\u{1b}'), "{message}");
    assert_eq!(severity(&mut editor), [2]);
    editor.edit(&uri, &[(0..0, "#\n")]);
    assert_eq!(editor.receive()["method"], "textDocument/publishDiagnostics");
    assert_eq!(editor.end(), (0, String::new()));
}
