//! The session itself: beginning, ending, and whatever should not come and does.

use crate::client::{Editor, URI, Units, scf};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write as _;

fn file() -> Value {
    json!({"textDocument": {"uri": URI}})
}

#[test]
fn an_editor_that_goes_without_a_word_ends_it_with_one() {
    let mut editor = Editor::new();
    editor.notify("exit", Value::Null);
    assert_eq!(editor.wait(), (1, String::new()));
    assert_eq!(Editor::new().wait(), (1, String::new()), "standard input is at its end");
    assert_eq!(Editor::silent(Units::Utf16).wait(), (1, String::new()));
}

#[test]
fn an_editor_that_no_longer_listens_is_let_go_quietly() {
    let mut child = scf().args(["lsp"]).spawn().unwrap();
    drop(child.stdout.take());
    let body = json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}})
        .to_string();
    let mut input = child.stdin.take().unwrap();
    for _ in 0..3 {
        // It may be gone before the last.
        drop(write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()));
    }
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &b""[..]));
    drop(input);
}

#[test]
fn after_shutdown_only_exit_is_left() {
    let mut editor = Editor::of("ambition: Peace.\n");
    editor.ask("shutdown", Value::Null);
    let (code, _) = editor.ask_in_vain("textDocument/foldingRange", file());
    assert_eq!(code, -32600);
    editor.notify("exit", Value::Null);
    assert_eq!(editor.wait(), (0, String::new()));
}

#[test]
fn nothing_is_answered_before_the_beginning() {
    let mut editor = Editor::silent(Units::Utf16);
    editor.notify("textDocument/didOpen", json!({"textDocument": 3}));
    let (code, _) = editor.ask_in_vain("textDocument/hover", json!({}));
    assert_eq!(code, -32002);
    let (code, _) = editor.ask_in_vain("initialize", json!({"capabilities": 3}));
    assert_eq!(code, -32602);
    editor.ask("initialize", json!({"capabilities": {}}));
    let (code, _) = editor.ask_in_vain("initialize", json!({"capabilities": {}}));
    assert_eq!(code, -32600);
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn requests_that_are_none_are_refused_by_their_codes() {
    let mut editor = Editor::of("ambition: Peace.\n");
    let (code, sentence) = editor.ask_in_vain("textDocument/telepathy", file());
    assert_eq!((code, sentence.as_str()), (-32601, "textDocument/telepathy is not offered"));
    for params in [Value::Null, json!([]), json!({"textDocument": {"uri": URI}}), json!("x")] {
        let (code, _) = editor.ask_in_vain("textDocument/hover", params);
        assert_eq!(code, -32602);
    }
    let (code, _) =
        editor.ask_in_vain("textDocument/documentSymbol", json!({"textDocument": {"uri": "file:///no"}}));
    assert_eq!(code, -32602);
    // Notifications that are none are passed over, answers to nothing too.
    for method in
        ["textDocument/didChange", "textDocument/didOpen", "textDocument/didClose", "$/cancelRequest", "x"]
    {
        editor.notify(method, json!({"textDocument": {"uri": 1}}));
    }
    let answer = r#"{"jsonrpc":"2.0","id":77,"result":null}"#;
    editor.send_bytes(format!("Content-Length: {}\r\n\r\n{answer}", answer.len()).as_bytes());
    assert!(editor.ask("textDocument/foldingRange", file()).is_array());
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn bytes_that_are_no_message_do_not_end_the_session() {
    let mut editor = Editor::of("ambition: Peace.\n");
    let deep = "[".repeat(100_000);
    let bodies: [(&[u8], i64); 5] = [
        (b"{", -32700),
        (b"\xff\xfe", -32700),
        (b"[1, 2]", -32600),
        (b"{\"jsonrpc\": \"2.0\"}", -32600),
        (deep.as_bytes(), -32700),
    ];
    for (body, code) in bodies {
        editor.send_bytes(format!("content-length:{}\r\nContent-Type: x\r\n\r\n", body.len()).as_bytes());
        editor.send_bytes(body);
        let mut answer = editor.receive();
        while answer.get("error").is_none() {
            answer = editor.receive();
        }
        assert_eq!((&answer["id"], answer["error"]["code"].as_i64()), (&Value::Null, Some(code)));
    }
    assert!(editor.ask("textDocument/foldingRange", file()).is_array());
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn a_stream_that_cannot_be_cut_into_messages_ends_it_quietly() {
    for bytes in [
        &b"Content-Length: 99999999999999999999\r\n\r\n"[..],
        b"Content-Length: 9000000000000\r\n\r\n{}",
        b"Content-Length: 3000000000\r\n\r\n{}",
        b"no head at all\r\n\r\n",
        b"\xff\xff\r\n",
        b"\r\n\r\n",
        "x".repeat(100_000).as_bytes(),
    ] {
        let mut editor = Editor::new();
        editor.send_the_last_bytes(bytes);
        assert_eq!(
            editor.wait(),
            (1, String::new()),
            "{}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(40)])
        );
    }
}

#[test]
fn places_that_are_nowhere_are_the_nearest_there_are() {
    let mut editor = Editor::of("ambition: Peace.\ngoals: {a: A}\n");
    for (line, character) in [(0_u32, u32::MAX), (u32::MAX, 0), (u32::MAX, u32::MAX), (1, 9999)] {
        let place = json!({"textDocument": {"uri": URI}, "position": {"line": line, "character": character}});
        for method in ["hover", "definition", "completion"] {
            editor.ask(&format!("textDocument/{method}"), place.clone());
        }
        let mut references = place.clone();
        references["context"] = json!({"includeDeclaration": true});
        editor.ask("textDocument/references", references);
        let range = json!({"start": place["position"], "end": {"line": 0, "character": 0}});
        let action = json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": []}});
        editor.ask("textDocument/codeAction", action);
    }
    // A change far behind the end is one at the end; one the wrong way round is taken the right way.
    let far = json!({"start": {"line": 99, "character": 0}, "end": {"line": 0, "character": 16}});
    let change =
        json!({"textDocument": {"uri": URI, "version": 2}, "contentChanges": [{"range": far, "text": " "}]});
    editor.notify("textDocument/didChange", change);
    let outline = editor.ask("textDocument/documentSymbol", file());
    assert_eq!(outline.as_array().unwrap().len(), 1);
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn who_types_fast_is_told_once() {
    let mut editor = Editor::of("ambition: Peace.\n");
    editor.findings(URI);
    let before = editor.told[URI].len();
    for _ in 0..300 {
        editor.edit(URI, &[(15..15, "x")]);
    }
    editor.findings(URI);
    // The machine may pause in between, but not after every letter.
    assert!(editor.told[URI].len() - before < 100, "{}", editor.told[URI].len() - before);
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn a_request_that_is_cancelled_in_time_is_not_worked_out() {
    let mut plan = "ambition: Peace.\nobjectives:\n".to_owned();
    for number in 0..3000 {
        writeln!(
            plan,
            "  o{number}: {{title: Objective {number}, activities: {{a{number}: {{title: A, who: p}}}}}}"
        )
        .unwrap();
    }
    plan += "people: {p: P}\n";
    let mut editor = Editor::of(&plan);
    // The first takes a while; the others wait, and one of them is called back.
    let first = editor.request("textDocument/documentSymbol", file());
    let ids: Vec<i64> = (0..20).map(|_| editor.request("textDocument/documentSymbol", file())).collect();
    editor.notify("$/cancelRequest", json!({"id": ids[19]}));
    editor.notify("$/cancelRequest", json!({"id": "never asked"}));
    let mut codes = Vec::new();
    while codes.len() < 21 {
        let message = editor.receive();
        if message.get("method").is_none() {
            codes.push((message["id"].as_i64().unwrap(), message["error"]["code"].as_i64()));
        }
    }
    codes.sort_unstable();
    let asked: Vec<i64> = std::iter::once(first).chain(ids).collect();
    assert_eq!(codes.iter().map(|(id, _)| *id).collect::<Vec<_>>(), asked);
    assert_eq!(codes[20].1, Some(-32800));
    assert!(codes[..20].iter().all(|(_, code)| code.is_none()));
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn the_day_that_is_given_counts() {
    let wrong = scf().args(["lsp", "--today", "soon"]).output().unwrap();
    assert_eq!(wrong.status.code(), Some(2));
    for (day, is_long_ago) in [("2026-06-03", false), ("2026-11-23", true)] {
        let mut editor = Editor::on(day);
        editor.open(
            URI,
            "ambition: Peace.\nstage: running\nreviewed: 2026-06-01\nobjectives: {a: A}\npeople: {p: P}\n",
        );
        let findings = editor.findings(URI);
        assert_eq!(
            findings.iter().any(|finding| finding["code"] == "not-reviewed"),
            is_long_ago,
            "{findings:?}"
        );
        assert_eq!(editor.end(), (0, String::new()));
    }
}
