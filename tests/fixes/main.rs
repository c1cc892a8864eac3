//! What is mended: each fix with a plan before and after, and that nothing else changes.

#![allow(clippy::unwrap_used)] // What cannot be read fails the test.

mod cases;
mod random;

use cases::{LEFT_ALONE, SAFE, UNSAFE};
use strategic_choice::check::{Check, Options, check};
use strategic_choice::fix::{Asked, Mended, Safety, mend};
use strategic_choice::source::Source;

fn options() -> Options {
    Options::on(jiff::civil::date(2026, 11, 23))
}

fn checked(text: &str) -> Check {
    check(Source::new("p.scf.yaml", text.to_owned()), &options())
}

/// A text mended as far as this is safe enough.
fn mended(text: &str, most: Safety) -> Mended {
    mend(checked(text), Asked { most, options: &options() }, |_| true)
}

/// Every way in which something is not as expected, at once.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn differs(what: &str, is: &str, expected: &str) -> Option<String> {
    (is != expected).then(|| format!("{what}\n  is       {is:?}\n  expected {expected:?}"))
}

#[test]
fn what_is_safe() {
    let mut wrong = Vec::new();
    for (what, before, after) in SAFE {
        let mended = mended(before, Safety::Safe);
        wrong.extend(differs(what, mended.check.source.text(), after));
        let left: Vec<_> = mended.check.findings.iter().filter_map(|finding| finding.slip).collect();
        if !left.is_empty() || mended.made == 0 {
            wrong.push(format!("{what}: {} made, left {left:?}", mended.made));
        }
    }
    none(&wrong);
}

#[test]
fn what_is_a_guess() {
    let mut wrong = Vec::new();
    for (what, before, after) in UNSAFE {
        let safe = mended(before, Safety::Safe);
        wrong.extend(differs(what, safe.check.source.text(), before));
        let all = mended(before, Safety::Unsafe);
        wrong.extend(differs(what, all.check.source.text(), after));
        if (safe.made, safe.guesses, all.made) != (0, 1, 1) {
            wrong.push(format!("{what}: {} safe, {} guesses, {} made", safe.made, safe.guesses, all.made));
        }
    }
    none(&wrong);
}

#[test]
fn what_is_left_alone() {
    let mut wrong = Vec::new();
    for (what, before) in LEFT_ALONE {
        wrong.extend(differs(what, mended(before, Safety::Unsafe).check.source.text(), before));
    }
    none(&wrong);
}

/// Where many write a name in one way and only its place of birth in another, that one place may be the slip.
#[test]
fn a_name_that_all_others_write_in_another_way_is_a_guess() {
    let plan =
        "ambition: A.\npeople: {sttork: S}\ntasks: {t: {title: T, who: stork}, u: {title: U, who: stork}}\n";
    let safe = mended(plan, Safety::Safe);
    assert_eq!((safe.made, safe.guesses, safe.check.source.text()), (0, 2, plan));
    assert_eq!(mended(plan, Safety::Unsafe).check.source.text(), plan.replace("who: stork", "who: sttork"));
    let once = plan.replace(", u: {title: U, who: stork}", "");
    assert_eq!(mended(&once, Safety::Safe).check.source.text(), once.replace("who: stork", "who: sttork"));
}

/// Line ends, comments and all else around a fix stay as they are, whatever they are.
#[test]
fn all_else_stays_byte_for_byte() {
    let mut wrong = Vec::new();
    for (what, before, after) in SAFE {
        for line_break in ["\r\n", "\r"] {
            let (before, after) = (before.replace('\n', line_break), after.replace('\n', line_break));
            let what = format!("{what}, {line_break:?}");
            wrong.extend(differs(&what, mended(&before, Safety::Safe).check.source.text(), &after));
        }
        let (before, after) = (before.trim_end_matches('\n'), after.trim_end_matches('\n'));
        let what = format!("{what}, no last line break");
        wrong.extend(differs(&what, mended(before, Safety::Safe).check.source.text(), after));
    }
    none(&wrong);
}

#[test]
fn mending_twice_changes_nothing_more() {
    for (what, before, _) in SAFE.iter().chain(UNSAFE) {
        let once = mended(before, Safety::Unsafe);
        let again = mended(once.check.source.text(), Safety::Unsafe);
        assert_eq!(again.made, 0, "{what}");
    }
}
