//! An editor, as far as the protocol goes: it frames its messages itself, keeps its own text, and counts places itself.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

pub const URI: &str = "file:///plans/road.scf.yaml";
const PATIENCE: Duration = Duration::from_secs(60);

/// What a place counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Units {
    Utf8,
    Utf16,
    Utf32,
}

impl Units {
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Utf32 => "utf-32",
        }
    }

    fn of(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

pub struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    next: i64,
    pub units: Units,
    pub capabilities: Value,
    /// The last findings of each document, with the version they are for.
    pub told: HashMap<String, Vec<Value>>,
    texts: HashMap<String, (i64, String)>,
}

/// What most editors say of themselves.
pub fn abilities(units: Units) -> Value {
    json!({
        "general": {"positionEncodings": [units.name(), "utf-16"]},
        "workspace": {"workspaceEdit": {"documentChanges": true}},
        "textDocument": {
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
            "publishDiagnostics": {
                "relatedInformation": true, "codeDescriptionSupport": true, "tagSupport": {"valueSet": [1]},
            },
        },
    })
}

pub fn scf() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scf"));
    command.env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Editor {
    /// A server that is not initialized.
    pub fn silent(units: Units) -> Self {
        Self::started(units, "2026-11-23")
    }

    /// On another day.
    pub fn on(day: &str) -> Self {
        let mut editor = Self::started(Units::Utf16, day);
        editor.ask("initialize", json!({"capabilities": abilities(Units::Utf16)}));
        editor
    }

    fn started(units: Units, day: &str) -> Self {
        let mut child = scf().args(["lsp", "--stdio", "--today", day]).spawn().unwrap();
        let input = child.stdin.take();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            input,
            output: receiver,
            next: 0,
            units,
            capabilities: Value::Null,
            told: HashMap::new(),
            texts: HashMap::new(),
        }
    }

    pub fn with(units: Units, capabilities: Value) -> Self {
        let mut editor = Self::silent(units);
        let answer = editor
            .ask("initialize", json!({"processId": null, "rootUri": null, "capabilities": capabilities}));
        editor.capabilities = answer["capabilities"].clone();
        editor.notify("initialized", json!({}));
        editor
    }

    pub fn new() -> Self {
        Self::with(Units::Utf16, abilities(Units::Utf16))
    }

    /// With one plan open.
    pub fn of(text: &str) -> Self {
        let mut editor = Self::new();
        editor.open(URI, text);
        editor
    }

    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    /// The same where the server may be gone before it has read them all.
    pub fn send_the_last_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        drop(input.write_all(bytes).and_then(|()| input.flush()));
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request, and gives its number.
    pub fn request(&mut self, method: &str, params: Value) -> i64 {
        self.next += 1;
        self.send(&json!({"jsonrpc": "2.0", "id": self.next, "method": method, "params": params}));
        self.next
    }

    /// The next message of any kind.
    pub fn receive(&mut self) -> Value {
        let message = self.output.recv_timeout(PATIENCE).expect("an answer");
        assert_eq!(message["jsonrpc"], "2.0");
        if message["method"] == "textDocument/publishDiagnostics" {
            let params = &message["params"];
            let uri = params["uri"].as_str().unwrap().to_owned();
            self.told.entry(uri).or_default().push(params.clone());
        }
        message
    }

    /// The whole answer to a request.
    pub fn answer(&mut self, id: i64) -> Value {
        loop {
            let message = self.receive();
            if message.get("method").is_none() && message["id"] == id {
                return message;
            }
        }
    }

    /// The result of a request.
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.request(method, params);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The error of a request: its code and its sentence.
    pub fn ask_in_vain(&mut self, method: &str, params: Value) -> (i64, String) {
        let id = self.request(method, params);
        let answer = self.answer(id);
        let error = answer.get("error").unwrap_or_else(|| panic!("{method}: {answer}"));
        (error["code"].as_i64().unwrap(), error["message"].as_str().unwrap().to_owned())
    }

    pub fn open(&mut self, uri: &str, text: &str) {
        self.texts.insert(uri.to_owned(), (1, text.to_owned()));
        let document = json!({"uri": uri, "languageId": "yaml", "version": 1, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub fn text(&self, uri: &str) -> &str {
        &self.texts[uri].1
    }

    /// Types: changes of the text as ranges of bytes, one after the other, in one message.
    pub fn edit(&mut self, uri: &str, edits: &[(std::ops::Range<usize>, &str)]) {
        let units = self.units;
        let (version, text) = self.texts.get_mut(uri).unwrap();
        *version += 1;
        let mut changes = Vec::new();
        for (at, new) in edits {
            changes.push(json!({"range": range(text, at.clone(), units), "text": new}));
            text.replace_range(at.clone(), new);
        }
        let document = json!({"uri": uri, "version": *version});
        self.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
    }

    /// Puts a text in the place of the first that is there.
    pub fn change(&mut self, old: &str, new: &str) {
        let at = self.text(URI).find(old).unwrap_or_else(|| panic!("{old}"));
        self.edit(URI, &[(at..at + old.len(), new)]);
    }

    /// Sends the whole text anew.
    pub fn replace(&mut self, uri: &str, text: &str) {
        let (version, kept) = self.texts.get_mut(uri).unwrap();
        *version += 1;
        text.clone_into(kept);
        let document = json!({"uri": uri, "version": *version});
        let changes = json!([{"text": text}]);
        self.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
    }

    /// The findings of the text as it is now.
    pub fn findings(&mut self, uri: &str) -> Vec<Value> {
        let version = self.texts[uri].0;
        loop {
            let told = self.told.get(uri).into_iter().flatten().find(|told| told["version"] == version);
            if let Some(told) = told {
                return told["diagnostics"].as_array().unwrap().clone();
            }
            self.receive();
        }
    }

    /// The place of the mark `|` in a part of the text, as request parameters.
    pub fn at(&self, marked: &str) -> Value {
        let text = self.text(URI);
        let before = marked.find('|').unwrap_or(0);
        let part = marked.replacen('|', "", 1);
        let found: Vec<usize> = text.match_indices(&part).map(|(at, _)| at).collect();
        let at = *found.first().unwrap_or_else(|| panic!("{part}"));
        json!({"textDocument": {"uri": URI}, "position": position(text, at + before, self.units)})
    }

    /// What the text has in a range.
    pub fn slice(&self, range: &Value) -> &str {
        let text = self.text(URI);
        &text[byte(text, &range["start"], self.units)..byte(text, &range["end"], self.units)]
    }

    /// The text of a document with the changes of an edit made.
    pub fn with_edit(&self, uri: &str, edit: &Value) -> String {
        let edits = match edit.get("documentChanges") {
            Some(changes) => {
                assert_eq!(changes[0]["textDocument"]["uri"], uri);
                assert_eq!(changes[0]["textDocument"]["version"], self.texts[uri].0);
                &changes[0]["edits"]
            }
            None => &edit["changes"][uri],
        };
        let text = self.text(uri);
        let place = |place: &Value| byte(text, place, self.units);
        let mut edits: Vec<_> = edits
            .as_array()
            .unwrap_or_else(|| panic!("{edit}"))
            .iter()
            .map(|edit| {
                (
                    place(&edit["range"]["start"]),
                    place(&edit["range"]["end"]),
                    edit["newText"].as_str().unwrap(),
                )
            })
            .collect();
        edits.sort_unstable();
        assert!(edits.windows(2).all(|pair| pair[0].1 <= pair[1].0), "changes must not overlap");
        let mut text = text.to_owned();
        for (start, end, new) in edits.into_iter().rev() {
            text.replace_range(start..end, new);
        }
        text
    }

    /// The labels of what is offered where the mark `|` is.
    pub fn offered(&mut self, marked: &str) -> Vec<String> {
        let params = self.at(marked);
        let list = self.ask("textDocument/completion", params);
        let items = list["items"].as_array().map_or(&[][..], Vec::as_slice);
        items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
    }

    /// Goes as agreed; gives the exit code and what was said on standard error.
    pub fn end(mut self) -> (i32, String) {
        self.ask("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.wait()
    }

    /// Waits until the server is gone.
    pub fn wait(mut self) -> (i32, String) {
        drop(self.input.take());
        while self.output.recv_timeout(PATIENCE).is_ok() {}
        let mut err = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        (self.child.wait().unwrap().code().unwrap_or(-1), err)
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            head => length = head.strip_prefix("Content-Length: ")?.parse().ok()?,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).unwrap())
}

/// The lines of a text with their line breaks, as the protocol cuts them.
fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\n', '\r']) {
        let end = if rest[at..].starts_with("\r\n") { at + 2 } else { at + 1 };
        lines.push(&rest[..end]);
        rest = &rest[end..];
    }
    lines.push(rest);
    lines
}

pub fn position(text: &str, byte: usize, units: Units) -> Value {
    let mut start = 0;
    for (number, line) in lines(text).into_iter().enumerate() {
        let is_last = start + line.len() == text.len() && !line.ends_with(['\n', '\r']);
        if byte < start + line.len() || is_last {
            let character: usize = text[start..byte].chars().map(|c| units.of(c)).sum();
            return json!({"line": number, "character": character});
        }
        start += line.len();
    }
    unreachable!("the last line has no line break")
}

pub fn range(text: &str, at: std::ops::Range<usize>, units: Units) -> Value {
    json!({"start": position(text, at.start, units), "end": position(text, at.end, units)})
}

pub fn byte(text: &str, place: &Value, units: Units) -> usize {
    let (line, character) =
        (place["line"].as_u64().unwrap() as usize, place["character"].as_u64().unwrap() as usize);
    let lines = lines(text);
    let start: usize = lines[..line].iter().map(|line| line.len()).sum();
    let mut left = character;
    let mut at = start;
    for c in lines[line].chars() {
        if left == 0 {
            break;
        }
        left -= units.of(c);
        at += c.len_utf8();
    }
    assert_eq!(left, 0, "a place behind the end of its line");
    at
}

/// What `scf check --format json` finds in a text, as an editor would be told it: name, severity, range, sentence.
pub fn checked(text: &str, units: Units) -> Vec<(String, i64, Value, String)> {
    let mut child = scf()
        .args(["check", "-", "--format", "json", "--today", "2026-11-23", "--include", "core"])
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let bytes = text.as_bytes().to_vec();
    let writer = std::thread::spawn(move || drop(input.write_all(&bytes)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = json["plans"][0]["findings"].as_array().unwrap();
    let open = findings.iter().filter(|finding| finding["accepted"].is_null());
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = text.len() - plain.len();
    let place = |line: &Value, column: &Value| {
        let lines = lines(plain);
        let line = line.as_u64().unwrap() as usize - 1;
        let start: usize = lines[..line].iter().map(|line| line.len()).sum();
        let before = lines[line].chars().take(column.as_u64().unwrap() as usize - 1);
        position(text, start + before.map(char::len_utf8).sum::<usize>() + mark, units)
    };
    open.map(|finding| {
        let at = &finding["at"];
        let severity = match finding["severity"].as_str().unwrap() {
            "error" => 1,
            "warning" => 2,
            _ => 3,
        };
        let range = json!({
            "start": place(&at["line"], &at["column"]),
            "end": place(&at["end_line"], &at["end_column"]),
        });
        let ask = finding["ask"].as_str().unwrap();
        let ask = if ask.is_empty() { String::new() } else { format!("\n{ask}") };
        let message = format!("{}{ask}", finding["message"].as_str().unwrap());
        (finding["finding"].as_str().unwrap().to_owned(), severity, range, message)
    })
    .collect()
}

/// The same of what an editor was told.
pub fn seen(diagnostics: &[Value]) -> Vec<(String, i64, Value, String)> {
    let told = |told: &Value| {
        assert_eq!(told["source"], "scf");
        (
            told["code"].as_str().unwrap().to_owned(),
            told["severity"].as_i64().unwrap(),
            told["range"].clone(),
            told["message"].as_str().unwrap().to_owned(),
        )
    };
    diagnostics.iter().map(told).collect()
}
