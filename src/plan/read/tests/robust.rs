//! Whatever stands in a text, reading ends in a plan or in faults, soon and without a panic.

use super::{reading, with_ambition};
use crate::plan::read::read;
use crate::source::{self, Limits, Slip, Source};
use proptest::prelude::*;
use std::fmt::Write;

const WHOLE: &str = include_str!("whole.yaml");

/// Reads a text; what YAML cannot read is not this folder's matter.
fn survives(text: String) {
    let source = Source::new("plan.yaml", text);
    let Ok(tree) = source::read(&source, Limits::FORMAT_1) else { return };
    let reading = read(&source, &tree);
    let sorted = reading.faults.is_sorted_by_key(|fault| fault.at);
    assert!(sorted, "{}", source.text());
    for fault in &reading.faults {
        assert!(source.text().get(fault.at.range()).is_some());
        assert!(fault.path.len() < 4000);
    }
    if let Some(plan) = reading.plan {
        assert_eq!(plan.complete, reading.faults.is_empty());
        for (id, thing) in plan.names.iter() {
            assert_eq!(plan.names.find(&thing.name), Some(id));
        }
        for (index, item) in plan.items.iter().enumerate() {
            assert_eq!(plan.names.get(item.id).index as usize, index);
            assert!(item.holder.is_none_or(|holder| (holder as usize) < index));
        }
        let mut all_options = plan.items.iter().filter_map(crate::plan::Item::only_if);
        assert!(all_options.all(|o| (o.option as usize) < plan.choices[o.choice as usize].options.len()));
    }
}

/// Bits of text that mean something in a plan.
const BITS: &[&str] = &[
    "goals",
    "tasks",
    "options",
    "ambition",
    "heron",
    "title",
    "id",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "\n",
    "  ",
    "~",
    "''",
    "x",
    "order.map-first",
    "choices",
    "supports",
    "who",
    "2027-13-01",
    "12,000",
    "“x”",
    "\u{a0}",
    "é",
    "#2",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_moved_doubled_or_dropped(edits in prop::collection::vec((0..80_usize, 0..80_usize, 0..4_u8), 1..6)) {
        let mut lines: Vec<&str> = WHOLE.lines().collect();
        for (from, to, edit) in edits {
            let (from, to) = (from % lines.len(), to % lines.len());
            match edit {
                0 => { let line = lines.remove(from); let to = to.min(lines.len()); lines.insert(to, line); }
                1 => lines.insert(to, lines[from]),
                2 if lines.len() > 1 => { lines.remove(from); }
                _ => lines.swap(from, to),
            }
        }
        survives(lines.join("\n"));
    }

    #[test]
    fn bits_put_in_anywhere(edits in prop::collection::vec((any::<prop::sample::Index>(), 0..BITS.len(), 0..12_usize), 1..5)) {
        let mut text: Vec<char> = WHOLE.chars().collect();
        for (at, bit, gone) in edits {
            let at = at.index(text.len());
            let end = (at + gone).min(text.len());
            text.splice(at..end, BITS[bit].chars());
        }
        survives(text.into_iter().collect());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_in_any_field(bits in prop::collection::vec(0..BITS.len(), 1..12)) {
        let value: String = bits.into_iter().map(|bit| BITS[bit]).collect();
        for key in super::super::keys::Key::ALL {
            survives(with_ambition(&format!("goals: {{g: {{title: G, {}: {value}}}}}", key.name())));
            survives(with_ambition(&format!("{}: {value}", key.name())));
        }
    }
}

#[test]
fn sixty_levels_of_items() {
    let mut text = String::from("ambition: {title: A");
    for depth in 0..31 {
        write!(text, ", tasks: {{t{depth}: {{title: T, x: 1").expect("written");
    }
    text.push_str(&"}".repeat(63));
    let (_, reading) = reading(&text);
    assert_eq!(reading.faults.len(), 31);
    assert!(reading.faults.iter().all(|fault| fault.path.len() < 200));
    assert_eq!(reading.plan.expect("a plan").items.len(), 32);
}

#[test]
fn more_faults_than_anybody_reads_are_cut_off() {
    let mut text = String::from("ambition: A\ntasks:\n");
    for number in 0..100_100 {
        writeln!(text, " t{number}: {{}}").expect("written");
    }
    let (_, reading) = reading(&text);
    assert_eq!(reading.faults.len(), 100_001);
    assert_eq!(reading.faults.last().map(|fault| fault.slip), Some(Slip::TooManyFaults));
    assert!(reading.plan.is_some_and(|plan| !plan.complete));
}

#[test]
fn many_unknown_ids_and_cut_texts_take_no_quadratic_time() {
    let count = 20_000;
    let mut text = String::from("ambition: A\ntasks:\n");
    for number in 0..count {
        writeln!(text, " t{number}: {{title: T, depends_on: [u{number}, Task {number}]}}").expect("written");
    }
    writeln!(text, "people: {{p: {{title: one{}}}}}", ", rest".repeat(count)).expect("written");
    writeln!(text, "goals: {{g: {{title: G{}}}}}", ", track: 1".repeat(count)).expect("written");
    writeln!(text, "parties: {{p: {{title: P, access: {{h: working{}}}}}}}", ", h: working".repeat(count))
        .expect("written");
    let (_, reading) = reading(&text);
    // Two for each task, one for the comma, one for each key but the first, one more for `p` and one for `h`.
    assert_eq!(reading.faults.len(), 2 * count + 1 + (count - 1) + count + 2);
}

#[test]
fn work_under_a_misspelt_key_in_a_text_without_an_ambition() {
    survives("activities:\n  a:\n    title: A\n    ~tasks: {t: T}\n".to_owned());
}
