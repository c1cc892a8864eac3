//! One text a slip, with the line and column in which it is told.

use super::super::{Limits, Slip, Source, read};

/// What is told of a text: slip, line, column.
fn told(text: &str) -> Vec<(Slip, u32, u32)> {
    let source = Source::new("-", text.into());
    let faults = read(&source, Limits::FORMAT_1).err().unwrap_or_default();
    let place = |at| source.position(at);
    faults.iter().map(|f| (f.slip, place(f.at.start).line, place(f.at.start).column)).collect()
}

#[track_caller]
fn is_told(text: &str, slip: Slip, line: u32, column: u32) {
    assert_eq!(told(text), [(slip, line, column)], "{text}");
}

#[test]
fn tabs() {
    is_told("goals:\n\ta: x\n", Slip::Tab, 2, 1);
    is_told("goals:\n  \ta: x\n", Slip::Tab, 2, 3);
    is_told("title: x\n\tbecause: y\n", Slip::Tab, 2, 1);
    is_told("notes: |\n\ttext\n", Slip::Tab, 2, 1);
    is_told("- a\n-\t- b\n", Slip::Tab, 2, 2);
    let twice = "goals:\n\ta: x\n\tb: y: z\n";
    assert_eq!(told(twice), [(Slip::Tab, 2, 1), (Slip::Tab, 3, 1), (Slip::ColonInText, 3, 6)]);
}

#[test]
fn tabs_that_yaml_allows_are_left_alone() {
    for text in
        ["a:\tb\n", "a: b\t# c\n", "a: b\tc\n", "a: {\n \tb: c}\n", "a: \"b\n\tc\"\n", "a: |\n  b\n  \tc\n"]
    {
        assert_eq!(told(text), [], "{text}");
    }
}

#[test]
fn colons_in_texts() {
    is_told("ambition: Peace: at last\n", Slip::ColonInText, 1, 16);
    is_told("title: Objectif\u{a0}: la paix\n", Slip::ColonInText, 1, 17);
    is_told("a: {title: Foo: bar}\n", Slip::ColonInText, 1, 15);
    is_told("because: Each killing\n  began here: a herd\n", Slip::ColonInText, 2, 13);
    is_told("- Foo: bar: baz\n", Slip::ColonInText, 1, 11);
}

#[test]
fn quotes() {
    is_told("title: \"A\nwho: x\n", Slip::UnclosedQuote, 1, 8);
    is_told("title: \"A\nwho: \"B\"\n", Slip::UnclosedQuote, 1, 8);
    is_told("title: \"A and\n  more\nwho: \"B\"\n", Slip::UnclosedQuote, 1, 8);
    is_told("a: {b: 'c}\nd: e\n", Slip::UnclosedQuote, 1, 8);
    is_told("title: \"A\" and B\n", Slip::TextAfterQuote, 1, 12);
    is_told("title: \"A\n  b\" c\n", Slip::TextAfterQuote, 2, 6);
    is_told("title: \"A\"\n  more\n", Slip::TextAfterQuote, 2, 3);
    is_told("title: 'The herder's daughter'\n", Slip::Apostrophe, 1, 19);
    is_told("title: \"C:\\Users\"\n", Slip::Escape, 1, 11);
    is_told("title: \"\\ud83d\"\n", Slip::Escape, 1, 9);
    is_told("title: \"A”\nwho: \"x\"\n", Slip::CurlyQuotes, 1, 10);
    is_told("title: “A: b”\n", Slip::CurlyQuotes, 1, 8);
    is_told("title: ' #1\nwho: x\n", Slip::UnclosedQuote, 1, 8);
}

#[test]
fn brackets() {
    is_told("a: [b, c\nd: e\n", Slip::UnclosedBracket, 1, 4);
    is_told("a: [b, c\nd:\n- e\n", Slip::UnclosedBracket, 1, 4);
    is_told("a: {b: [c, d}\n", Slip::UnclosedBracket, 1, 8);
    is_told("a: {b: [c, d\ne: f\n", Slip::UnclosedBracket, 1, 8);
    is_told("{\na: [b,\n  c,\nd: e\n}\n", Slip::UnclosedBracket, 2, 4);
    is_told("{\na: b,\nc: d\ne: f\n}\n", Slip::NoComma, 4, 1);
    is_told("{\na: [b]\nc: \"d\",\n}\n", Slip::NoComma, 3, 1);
    is_told("a: [b}\n", Slip::WrongBracket, 1, 6);
    is_told("a: [b]]\n", Slip::WrongBracket, 1, 7);
    is_told("a: {b: \"c\" d: e}\n", Slip::NoComma, 1, 12);
    is_told("a: {b:[c]}\n", Slip::NoSpaceAfterColon, 1, 6);
    is_told("a: [urgent] Visit\n", Slip::Character, 1, 4);
    is_told("a: [b, , c]\n", Slip::Character, 1, 8);
}

#[test]
fn lines_in_the_wrong_column() {
    is_told("goals:\n    a: x\n  b: y\n", Slip::Indentation, 3, 3);
    is_told("goals:\n  a: x\n    b: y\n", Slip::Indentation, 3, 5);
    is_told("goals:\n  a: \"x\"\n   b: y\n", Slip::Indentation, 3, 4);
    is_told("  ambition: x\ngoals: y\n", Slip::Indentation, 1, 3);
    is_told("notes: |\n    a\n  b\n", Slip::Indentation, 3, 3);
    is_told("accepted:\n- finding: x\n  item: y\n because: z\n", Slip::Indentation, 4, 2);
    let two = "goals:\n    a: x\n  b: y\n  c: z\n";
    assert_eq!(told(two), [(Slip::Indentation, 3, 3), (Slip::Indentation, 4, 3)]);
}

#[test]
fn lines_without_a_key() {
    is_told("goals:\n  a: x\n  stray words\n  b: y\n", Slip::NoKey, 3, 3);
    is_told("goals:\n  agreed\n    title: x\n  b: y\n", Slip::NoKey, 2, 3);
    is_told(": x\n", Slip::NoKey, 1, 1);
    is_told("ambition:x\ngoals: y\n", Slip::NoSpaceAfterColon, 1, 9);
    is_told("a: x\ntitle:y\n", Slip::NoSpaceAfterColon, 2, 6);
    is_told("title：x\nb: y\n", Slip::WideColon, 1, 6);
    is_told("goals:\n  - a\n  b: x\n", Slip::MixedList, 3, 3);
    is_told("goals:\n  a: b\n  - x\n", Slip::MixedList, 3, 3);
    let long = "x".repeat(1100);
    is_told(&format!("a: b\n{long}: c\n"), Slip::LongId, 2, 1);
}

#[test]
fn bullets_of_word_processors() {
    let told_twice = [(Slip::Bullet, 2, 1), (Slip::Bullet, 3, 1)];
    assert_eq!(told("goals:\n* one\n* two\n"), told_twice);
    assert_eq!(told("goals:\n• one\n• two\n"), told_twice);
    assert_eq!(told("a: b\n– one: two\n– three\n"), told_twice);
}

#[test]
fn special_spaces() {
    is_told("goals:\n\u{a0}\u{a0}a: x\n", Slip::NoBreakSpace, 2, 1);
    is_told("goals:\n-\u{a0}a\n- b\n", Slip::NoBreakSpace, 2, 2);
    is_told("a:\n  b:\u{202f}c\n  d: e\n", Slip::NoBreakSpace, 2, 5);
    is_told("\u{200b}a: b\n", Slip::ControlCharacter, 1, 1);
    is_told("a: b\n\u{feff}c: d\n", Slip::ControlCharacter, 2, 1);
    assert_eq!(told("title: «\u{a0}Une paix\u{a0}»\n"), []);
}

#[test]
fn what_cannot_begin_a_text() {
    for (value, character) in
        [("@x", '@'), ("%5", '%'), ("`x`", '`'), ("|x", '|'), ("> 5", '>'), ("- x", '-'), ("& x", '&')]
    {
        let text = format!("a: {value}\nb: c\n");
        is_told(&text, Slip::Character, 1, 4);
        let source = Source::new("-", text);
        let faults = read(&source, Limits::FORMAT_1).unwrap_err();
        assert_eq!(faults[0].args, [("character", character.to_string().into())]);
    }
}

#[test]
fn what_yaml_has_and_plans_do_not() {
    is_told("a: &b c\n", Slip::Anchor, 1, 4);
    is_told("a: *b\n", Slip::Alias, 1, 4);
    is_told("a: *b* c\n", Slip::Alias, 1, 4);
    is_told("a: !b c\n", Slip::Tag, 1, 4);
    is_told("a: !<b c\n", Slip::Tag, 1, 4);
    is_told("a: {<<: b}\n", Slip::MergeKey, 1, 5);
    is_told("%YAML 1.2\n---\na: b\n", Slip::Directive, 1, 1);
    is_told("a: b\n---\nc: d\n", Slip::SecondDocument, 2, 1);
    is_told("a: b\n...\nc: d\n", Slip::SecondDocument, 3, 1);
    is_told("? [a]\n: b\n", Slip::ComplexKey, 1, 3);
    assert_eq!(told("---\na: <<\n\"<<\": b\n? c\n: d\n...\n"), []);
    let all = "a: &x !t [*x]\n<<: *x\n";
    let told: Vec<_> = told(all).into_iter().map(|(slip, ..)| slip).collect();
    assert_eq!(told, [Slip::Anchor, Slip::Tag, Slip::Alias, Slip::MergeKey, Slip::Alias]);
}

#[test]
fn empty_texts() {
    for text in ["", "\n\n", "# only a comment\n", "---\n", "~\n", "\u{feff}"] {
        is_told(text, Slip::Empty, 1, 1);
    }
}
