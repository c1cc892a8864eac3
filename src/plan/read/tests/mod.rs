//! From text to plan: what is read, and which faults are told where.

mod comments;
mod faults;
mod plans;
mod references;
mod robust;
mod sites;

use super::{Reading, read};
use crate::plan::Plan;
use crate::source::{self, Limits, Slip, Source};

/// The text with the ambition that every plan needs before it.
fn with_ambition(rest: &str) -> String {
    format!("ambition: The road is safe.\n{rest}")
}

fn reading(text: &str) -> (Source, Reading) {
    let source = Source::new("plan.yaml", text.to_owned());
    let tree = source::read(&source, Limits::FORMAT_1);
    let tree = tree.unwrap_or_else(|faults| panic!("YAML that cannot be read: {faults:?}\n{text}"));
    let reading = read(&source, &tree);
    (source, reading)
}

/// The plan of a text without faults.
fn plan(text: &str) -> Plan {
    let (_, reading) = reading(text);
    assert_eq!(reading.faults, [], "{text}");
    reading.plan.expect("a plan")
}

/// Slip, line and column of each fault.
fn places(text: &str) -> Vec<(Slip, u32, u32)> {
    let (source, reading) = reading(text);
    let place = |fault: &source::Fault| {
        let at = source.position(fault.at.start);
        (fault.slip, at.line, at.column)
    };
    reading.faults.iter().map(place).collect()
}

/// One fault as a line: its holder, its path and its words.
fn words(text: &str) -> Vec<String> {
    let (_, reading) = reading(text);
    let line = |fault: &source::Fault| {
        let words = fault.args.iter().filter(|(name, _)| *name != "alone");
        let args: Vec<_> = words.map(|(name, value)| format!("{name}={value}")).collect();
        let holder = fault.holder.as_deref().unwrap_or("-");
        format!("{} {holder} {} {}", fault.slip.name(), fault.path, args.join("; ")).trim_end().to_owned()
    };
    reading.faults.iter().map(line).collect()
}

/// Texts and the slips that each of them has, with line and column.
type Table<'a> = &'a [(&'a str, &'a [(Slip, u32, u32)])];

/// Asserts the slips of each text, which follows an ambition in line 1.
fn check(table: Table<'_>) {
    for (text, expected) in table {
        assert_eq!(places(&with_ambition(text)), *expected, "{text}");
    }
}
