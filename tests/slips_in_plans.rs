//! Slips planted into a good plan, one and two at a time: each is told once, in its place, and nothing else is.

use std::collections::BTreeSet;
use strategic_choice::check::{Options, check};
use strategic_choice::lang::Catalogue;
use strategic_choice::report::wording::Wording;
use strategic_choice::source::{Limits, Slip, Source, read};

const GOOD: &str = "\
ambition: People use the road again.
title: Market road
labels: {ambition: Impact, goals: Outcomes}
goals:
  safe-road:
    title: Both villages use the road.
    because: Fear keeps the stalls closed.
objectives:
  guards:
    title: The villages agree who guards.
    supports: safe-road
    signs:
      met: {measure: meetings held, target: 6}
  line-known:
    title: \"The police know the line.\"
activities:
- id: visits
  title: Visit the elders
  with: [upper, lower]
  tasks:
  - id: call
    title: Call the elders
  - id: walk
    title: 'Walk up'
    notes: |
      The path is steep: go early.

      Take water.
people:
  stone: {title: Teacher, side: upper}
  river:
    title: Cloth seller
    organisation: market
    danger: low
";

/// A line with a slip in it, and what should be told: slip, line counted from this one, column.
struct Planted {
    text: String,
    slip: Slip,
    line: u32,
    column: u32,
}

fn planted(slip: Slip, column: usize, text: String) -> Planted {
    Planted { text, slip, line: 0, column: column as u32 + 1 }
}

fn lead_of(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '-']).len()
}

/// Every slip that this line of the good plan can have.
fn slips_of(lines: &[&str], number: usize) -> Vec<Planted> {
    let line = lines[number];
    let above = number.checked_sub(1).map(|above| lines[above]);
    let below = lines.get(number + 1).copied();
    let lead = lead_of(line);
    let indent = line.len() - line.trim_start().len();
    let Some(colon) = line.find(": ").or_else(|| line.ends_with(':').then(|| line.len() - 1)) else {
        return vec![];
    };
    if line.trim_start().starts_with("The path") {
        return vec![];
    }
    let beside = |other: Option<&str>| other.is_some_and(|other| lead_of(other) == lead);
    let key = &line[..colon];
    let spaces = &line[..indent];
    let at = colon + 2;
    let has_text = colon + 2 < line.len() && !line.ends_with('|');
    let mut all = Vec::new();
    if has_text {
        all.push(planted(Slip::ColonInText, at + 4, format!("{key}: Work: and more")));
        all.push(planted(Slip::UnclosedQuote, at, format!("{key}: \"Work")));
        all.push(planted(Slip::UnclosedQuote, at, format!("{key}: 'Work")));
        all.push(planted(Slip::TextAfterQuote, at + 7, format!("{key}: \"Work\" and more")));
        all.push(planted(Slip::Apostrophe, at + 6, format!("{key}: 'Elder's work'")));
        all.push(planted(Slip::UnclosedBracket, at, format!("{key}: [work, more")));
        all.push(planted(Slip::UnclosedBracket, at, format!("{key}: {{work: a, more: b")));
        all.push(planted(Slip::UnclosedBracket, at + 7, format!("{key}: {{work: [a, b}}")));
        all.push(planted(Slip::WrongBracket, at + 6, format!("{key}: [aa, b}}")));
        all.push(planted(Slip::WrongBracket, at + 3, format!("{key}: [a]]")));
        all.push(planted(Slip::Character, at, format!("{key}: [urgent] Work")));
        all.push(planted(Slip::Character, at, format!("{key}: @work")));
        all.push(planted(Slip::Character, at, format!("{key}: - work")));
        all.push(planted(Slip::Character, at, format!("{key}: > 5 people")));
        all.push(planted(Slip::Alias, at, format!("{key}: *urgent* work")));
        all.push(planted(Slip::Alias, at, format!("{key}: *urgent")));
        all.push(planted(Slip::Anchor, at, format!("{key}: &work more")));
        all.push(planted(Slip::Tag, at, format!("{key}: !work more")));
        all.push(planted(Slip::Escape, at + 3, format!("{key}: \"C:\\Users\\work\"")));
        all.push(planted(Slip::CurlyQuotes, at, format!("{key}: “Work: and more”")));
        all.push(planted(Slip::CurlyQuotes, at + 5, format!("{key}: \"Work”")));
        all.push(planted(Slip::ColonInText, at + 9, format!("{key}: {{title: A: b}}")));
        all.push(planted(Slip::NoComma, at + 12, format!("{key}: {{title: \"A\" who: b}}")));
        all.push(planted(Slip::TextAfterQuote, at + 5, format!("{key}: [\"A\" b]")));
        all.push(planted(Slip::Character, at + 4, format!("{key}: [a, , b]")));
        all.push(planted(Slip::NoSpaceAfterColon, at + 2, format!("{key}: {{a:[b]}}")));
        // An only child without its colon is a bare text, which is no fault of the text.
        let is_only = !beside(above) && !beside(below);
        if lead == indent && !is_only {
            all.push(planted(Slip::NoSpaceAfterColon, colon, format!("{key}:Work and more")));
            all.push(planted(Slip::NoBreakSpace, colon + 1, format!("{key}:\u{a0}Work")));
            all.push(planted(Slip::WideColon, colon, format!("{key}：Work")));
        }
        all.push(planted(Slip::ControlCharacter, at, format!("{key}: \u{7}Work")));
        all.push(planted(Slip::NulByte, at + 1, format!("{key}: W\0ork")));
    }
    let is_first = below.is_none_or(|below| below.trim_start().starts_with("- ")) && lead > indent;
    if indent > 0 {
        all.push(planted(Slip::Tab, 0, format!("\t{}", &line[indent.min(2)..])));
        all.push(planted(Slip::Tab, 0, format!("\t{}", &line[indent..])));
        all.push(planted(Slip::NoBreakSpace, 0, line.replacen(' ', "\u{a0}", 1)));
    }
    if above.is_some_and(|above| beside(Some(above)) && !above.ends_with(':')) && lead == indent {
        all.push(planted(Slip::Indentation, indent + 1, format!(" {line}")));
        if indent > 0 {
            all.push(planted(Slip::Indentation, indent - 1, line[1..].into()));
        }
    }
    if has_text && !is_first {
        let words = |slip: Slip, words: &str| {
            let mut planted = planted(slip, indent, format!("{line}\n{spaces}{words}"));
            planted.line = 1;
            planted
        };
        if lead == indent {
            all.push(words(Slip::NoKey, "some stray words"));
            all.push(words(Slip::Bullet, "• some stray words"));
            all.push(words(Slip::MixedList, "- some stray words"));
        }
    }
    all
}

fn told(text: &str) -> Vec<(Slip, u32, u32)> {
    let source = Source::new("-", text.into());
    let faults = read(&source, Limits::FORMAT_1).err().unwrap_or_default();
    let place = |at| source.position(at);
    faults.iter().map(|f| (f.slip, place(f.at.start).line, place(f.at.start).column)).collect()
}

/// Plants slips at these lines and compares.
fn compare(lines: &[&str], slips: &[(usize, &Planted)], line_break: &str) -> Result<(), String> {
    let mut text = String::new();
    let mut expected = Vec::new();
    let mut number = 0;
    for (i, line) in lines.iter().enumerate() {
        number += 1;
        match slips.iter().find(|(at, _)| *at == i) {
            None => text.push_str(line),
            Some((_, planted)) => {
                text.push_str(&planted.text);
                expected.push((planted.slip, number + planted.line, planted.column));
                number += planted.text.matches('\n').count() as u32;
            }
        }
        text.push('\n');
    }
    let told = told(&text.replace('\n', line_break));
    if told == expected { Ok(()) } else { Err(format!("expected {expected:?}\ntold     {told:?}\n{text}")) }
}

#[test]
fn the_good_plan_is_good() {
    assert_eq!(told(GOOD), []);
}

#[test]
fn one_slip_is_told_once_and_in_its_place() {
    let lines: Vec<_> = GOOD.lines().collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for i in 0..lines.len() {
        for planted in slips_of(&lines, i) {
            count += 1;
            for line_break in ["\n", "\r\n", "\r"] {
                wrong.extend(compare(&lines, &[(i, &planted)], line_break).err());
            }
        }
    }
    assert!(count > 300, "{count}");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n----\n"));
}

#[test]
fn two_slips_are_told_both_and_nothing_else() {
    let lines: Vec<_> = GOOD.lines().collect();
    let all: Vec<_> =
        (0..lines.len()).flat_map(|i| slips_of(&lines, i).into_iter().map(move |slip| (i, slip))).collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (n, (i, first)) in all.iter().enumerate() {
        // Not all pairs, for time; the stride meets every kind with every other.
        for (j, second) in all.iter().skip(n % 101).step_by(101) {
            if j <= i {
                continue;
            }
            // Two tabs in a row of which each stands for another number of spaces: nobody can know.
            let tabs = first.slip == Slip::Tab && second.slip == Slip::Tab && j - i == 1;
            // All that an item has, on two lines without colons: one text of two lines.
            let text = first.slip == Slip::WideColon && second.slip == Slip::NoSpaceAfterColon && j - i == 1;
            // A stray entry, and below it a line one space too far right, which may be meant to be inside.
            let inside = first.slip == Slip::MixedList && second.slip == Slip::Indentation && j - i == 1;
            if !tabs && !text && !inside {
                count += 1;
                wrong.extend(compare(&lines, &[(*i, first), (*j, second)], "\n").err());
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(30)].join("\n----\n")
    );
}

#[test]
fn every_fault_can_be_said() {
    let lines: Vec<_> = GOOD.lines().collect();
    let catalogue = Catalogue::of(&["en"]);
    let options = Options::on(jiff::civil::date(2027, 1, 1));
    let mut said = BTreeSet::new();
    for (number, line) in lines.iter().enumerate() {
        for planted in slips_of(&lines, number) {
            let text = GOOD.replacen(line, &planted.text, 1);
            let check = check(Source::new("-", text), &options);
            let wording = Wording { catalogue: &catalogue, plan: check.plan.as_ref(), include: None };
            for finding in check.findings.iter().filter(|finding| finding.slip.is_some()) {
                // A missing word would stop a debug build; this is for the others.
                let sentences = [wording.of(finding).sentence(), wording.of(finding).ask()];
                assert!(sentences.iter().all(|sentence| !sentence.is_empty() && !sentence.contains("{$")));
                said.insert(finding.slip);
            }
        }
    }
    assert!(said.len() > 20, "{said:?}");
}
