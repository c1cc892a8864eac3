//! A comment is only what YAML takes for one: what a text says about accepting is a text.

use super::{plan, reading};
use crate::source::{self, Limits, Node, Shape, Source};
use proptest::prelude::*;

/// Bits of which texts and comments are made.
const BITS: &[&str] = &[
    "# scf: accept[orphan] x",
    "#scf:accept[orphan] x",
    "accept[orphan]",
    " # ",
    "#",
    "\n",
    "\n\n",
    "\n  ",
    "\n      ",
    "\n---\n",
    "\n...\n",
    "title: ",
    "notes: ",
    "'",
    "\"",
    "\\",
    ": ",
    "- ",
    "|",
    "|2-",
    ">+",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "!t ",
    "*a",
    "?",
    "\t",
    "\r",
    "é",
    "a",
];

fn bits() -> impl Strategy<Value = String> {
    prop::collection::vec(0..BITS.len(), 0..14)
        .prop_map(|bits| bits.into_iter().map(|bit| BITS[bit]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a writer of YAML puts into a text, in whatever style, accepts nothing.
    #[test]
    fn nothing_is_found_in_a_text(texts in prop::collection::vec(bits(), 1..5), style in 0..4_u8) {
        let texts: Vec<String> = texts.into_iter().map(|text| text.replace(['\t', '\r'], " ")).collect();
        let quoted = |text: &str| match style {
            0 => serde_json::to_string(text).unwrap(),
            1 => format!("'{}'", text.replace('\'', "''").replace('\n', "\n\n      ")),
            2 => format!("|2+\n      {}\n", text.replace('\n', "\n      ")),
            _ => format!(">2+\n      {}\n", text.replace('\n', "\n      ")),
        };
        let notes: Vec<String> = texts.iter().map(|text| format!("    - {}\n", quoted(text))).collect();
        let notes = notes.concat();
        let text = format!("ambition: A\nactivities:\n  a:\n    title: A\n    notes:\n{notes}  b: B\n");
        let source = Source::new("p", text.clone());
        prop_assume!(source::read(&source, Limits::FORMAT_1).is_ok());
        let (_, read) = reading(&text);
        let plan = read.plan.unwrap();
        prop_assert!(plan.accepting_comments.is_empty(), "{text}");
        prop_assert!(read.faults.iter().all(|fault| !fault.slip.name().contains("comment")), "{text}");
    }

    /// In any text that can be read, a comment that accepts begins in no text, behind a blank or a break.
    #[test]
    fn what_is_found_begins_in_no_text(text in bits()) {
        let text = format!("ambition: A\nactivities:\n  a: {text}\n# scf: accept[orphan] y\n");
        let source = Source::new("p", text.clone());
        let (Some(tree), refused) = source::read_around_refused(&source, Limits::FORMAT_1) else { return Ok(()) };
        let read = super::read(&source, &tree);
        let Some(plan) = read.plan else { return Ok(()) };
        let scalars: Vec<_> = tree
            .root(&source)
            .into_iter()
            .flat_map(Node::within)
            .filter(|node| matches!(node.shape(), Shape::Scalar(_)))
            .map(Node::span)
            .collect();
        for comment in &plan.accepting_comments {
            let at = comment.at.start;
            prop_assert!(scalars.iter().all(|text| at < text.start || text.end <= at), "{text}");
            let before = source.text()[..at as usize].chars().next_back();
            prop_assert!(before.is_none_or(|c| matches!(c, ' ' | '\t' | '\n' | '\r')), "{text}");
            // Another reader of YAML reads the same with another comment in its place.
            if refused.is_empty() {
                let mut without = text.clone();
                without.replace_range(comment.at.range(), "# -");
                let other = |text: &str| serde_yaml::from_str::<serde_yaml::Value>(text).ok();
                prop_assert_eq!(other(&text), other(&without), "{}", text);
            }
        }
    }
}

#[test]
fn a_second_document_accepts_nothing() {
    let source = Source::new("p", "ambition: A\n---\nb: |\n  # scf: accept[orphan] x\n".to_owned());
    let (tree, _) = source::read_around_refused(&source, Limits::FORMAT_1);
    let plan = super::read(&source, &tree.unwrap()).plan.unwrap();
    assert!(plan.accepting_comments.is_empty());
}

#[test]
fn a_comment_for_the_editor_and_one_that_accepts_stand_beside_each_other() {
    let plan = plan("# yaml-language-server: $schema=x\n# scf: accept[no-analysis] y\nambition: A\n");
    assert_eq!(plan.accepting_comments.len(), 1);
}
