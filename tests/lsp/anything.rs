//! Whatever is asked of whatever text: there is an answer, and it lies within the text.

use crate::client::{Editor, URI, Units, abilities, byte};
use serde_json::{Value, json};
use std::fs;

/// A walk that is the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// Every range in an answer is one of the text.
fn look(answer: &Value, text: &str, units: Units) {
    match answer {
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                assert!(byte(text, start, units) <= byte(text, end, units), "{answer}");
            }
            fields.values().for_each(|value| look(value, text, units));
        }
        Value::Array(values) => values.iter().for_each(|value| look(value, text, units)),
        _ => {}
    }
}

#[test]
fn there_is_an_answer_to_everything() {
    let whole = fs::read_to_string("examples/sound-plan.scf.yaml").unwrap();
    let odd = "ambition: {title: 𝄞}\nchoices: {o: {options: [a, {id: \"b\\u0061\"}], chosen: \"o.b\\x61\"}}\n\
        goals:\n- A\n- {id: g, title: \"x\n    y\"}\n- |\n  block\n? [k]\n: v\ntasks: {t: {only_if: o.a, who: 'p'}}\n\
        people:\n  p: &x P\n  q: *x\n  \"\": E\n  null: N\nsettings: 3\naccepted: {finding: orphan}\n---\nb: c\n";
    let pieces = [
        "\n", "  ", "[", "}", "\"", "'", ": ", "- ", "𝄞", "# ", "\t", "\u{0}", "\r", "|", "&a ", "who: ",
        ".", "\u{feff}",
    ];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for (number, text) in [whole.as_str(), odd].into_iter().enumerate() {
        let units = [Units::Utf16, Units::Utf8][number];
        let mut editor = Editor::with(units, abilities(units));
        editor.open(URI, text);
        for round in 0..40 {
            let text = editor.text(URI).to_owned();
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let between = |at: &usize| !(text[..*at].ends_with('\r') && text[*at..].starts_with('\n'));
            let places: Vec<usize> = places.into_iter().filter(between).collect();
            let first = random.below(places.len());
            let last = (first + random.below(6)).min(places.len() - 1);
            editor.edit(URI, &[(places[first]..places[last], pieces[random.below(pieces.len())])]);
            if round % 10 == 9 {
                // Else most of the walk would be over one broken text.
                editor.replace(URI, [whole.as_str(), odd][number]);
            }
            let text = editor.text(URI).to_owned();
            // Near the change, where things are half written, or anywhere.
            let at = if round % 2 == 0 { places[first] } else { places[random.below(places.len())] };
            let at = (0..=at.min(text.len()))
                .rev()
                .find(|at| text.is_char_boundary(*at) && between_breaks(&text, *at));
            let place = crate::client::position(&text, at.unwrap(), units);
            let file = json!({"textDocument": {"uri": URI}});
            let mut here = file.clone();
            here["position"] = place.clone();
            let mut more = here.clone();
            more["context"] = json!({"includeDeclaration": true, "diagnostics": [], "triggerKind": 1});
            more["range"] = json!({"start": place, "end": place});
            more["newName"] = "a-new-id".into();
            for method in [
                "hover",
                "definition",
                "references",
                "completion",
                "prepareRename",
                "rename",
                "codeAction",
                "documentSymbol",
                "foldingRange",
                "documentLink",
            ] {
                let id = editor.request(&format!("textDocument/{method}"), more.clone());
                let answer = editor.answer(id);
                let code = answer["error"]["code"].as_i64();
                assert!(
                    code.is_none() || (code == Some(-32803) && method.contains("ename")),
                    "{method}: {answer}"
                );
                look(&answer["result"], &text, units);
            }
        }
        assert_eq!(editor.end(), (0, String::new()));
    }
}

fn between_breaks(text: &str, at: usize) -> bool {
    !(text[..at].ends_with('\r') && text[at..].starts_with('\n'))
}
