//! Random slips in a good plan: what is mended is the plan that it was.

use super::{mended, options};
use proptest::prelude::*;
use proptest::sample::select;
use strategic_choice::check::{Check, check};
use strategic_choice::fix::Safety;
use strategic_choice::report::{Json, Report as _};
use strategic_choice::source::Source;

/// A plan in which every line can have a slip that anybody can mend.
const GOOD: &str = "\
# The market road, a plan to learn with.
ambition: People use the market road without fear.
title: Market road
start: 2027-01-05
end: 2027-12-15
currency: EUR
goals:
  safe-road:
    title: Both villages use the road.
    because: Fear keeps the stalls closed.
objectives:
  guard-rule:
    title: The villages agree who guards.  # by the elders
    supports: safe-road
    because: Nobody goes alone.
activities:
  elders-visit:
    title: Visit the elders
    supports: guard-rule
    who: teacher
    status: active
    start: 2027-02-03
    cost: 12000
    tasks:
      call-elders: {title: Call the elders, hours: 2, every: week}
people:
  teacher: {title: The teacher, insider: yes, danger: medium}
";

/// A line of the plan with one slip, or nothing where the slip does not fit there.
fn with_slip(line: &str, slip: usize, at: usize) -> Option<String> {
    let colon = line.find(':')?;
    let indent = line.len() - line.trim_start().len();
    let (key, value) = (&line[indent..colon], line[colon + 1..].trim_start());
    let words = value.split("  #").next().unwrap_or_default();
    let is_field = matches!(key, "supports" | "because" | "currency" | "status" | "title" | "start");
    let is_text = matches!(key, "title" | "because" | "ambition") && !value.starts_with('{');
    let lead = &line[..indent];
    Some(match slip {
        // Two letters of a key changed about.
        0 if is_field => {
            let at = 1 + at % (key.len() - 2);
            let mut letters: Vec<char> = key.chars().collect();
            letters.swap(at, at + 1);
            let other: String = letters.iter().collect();
            if other == key {
                return None;
            }
            format!("{lead}{other}{}", &line[colon..])
        }
        1 if is_field => format!("{lead}{}{}", key.to_uppercase(), &line[colon..]),
        2 if is_text => line.replacen(words, &format!("“{words}”"), 1),
        3 if is_text => line.replacen(words, &format!("{}: now", words.trim_end_matches('.')), 1),
        4 if is_text && words == value => line.replacen(": ", ":", 1),
        5 if is_text && words == value => line.replacen(": ", "：", 1),
        6 if is_text && indent > 0 => line.replacen("    ", "\t\t", 1),
        7 if indent > 0 => format!("{}{}", lead.replace(' ', "\u{a0}"), &line[indent..]),
        8 if matches!(key, "start" | "end") => line.replace("-0", "-"),
        9 if matches!(key, "start" | "end") => line.replace('-', "/"),
        10 if key == "status" => line.replace("active", "Active"),
        11 if key == "supports" => line.replacen(value, &format!("[{value}]"), 1),
        12 if key == "who" => line.replace("teacher", "Teacher"),
        13 if key == "who" => line.replace("teacher", "The teacher"),
        14 if key == "supports" => line.replacen(value, &format!("{value}s").replace("roads", "raod"), 1),
        15 if key == "cost" => line.replace("12000", "12 000 EUR"),
        16 if line.contains("hours") => line.replace("hours: 2", "hours:2"),
        17 if line.contains("insider") => line.replace("yes", "Yes"),
        18 if line.contains("every") => line.replace("every: week", "every: weekk"),
        19 if is_text => format!("{lead}{key}: \u{7}{value}"),
        _ => return None,
    })
}

/// A plan as programs see it, without the places, which a slip moves.
fn seen(check: &Check) -> String {
    let catalogue = strategic_choice::lang::Catalogue::of(&["en"]);
    let mut json = Json::new(&catalogue, options().today, strategic_choice::plan::Sensitivity::Core);
    let mut out = Vec::new();
    json.begin(&mut out).unwrap();
    json.plan(check, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    // Places: "at":{…}.
    let mut parts = text.split("\"at\":{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |seen, part| seen + part.split_once('}').map_or("", |(_, rest)| rest))
}

fn plan(text: &str) -> Check {
    check(Source::new("p.scf.yaml", text.to_owned()), &options())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, max_global_rejects: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mended_plan_is_the_plan_that_it_was(
        slips in proptest::collection::vec((0..GOOD.lines().count(), 0..20_usize, 0..20_usize), 1..4),
        line_break in select(vec!["\n", "\r\n"]),
    ) {
        let good: Vec<&str> = GOOD.lines().collect();
        let mut lines: Vec<String> = good.iter().map(|line| (*line).to_owned()).collect();
        let mut changed = Vec::new();
        for (line, slip, at) in slips {
            // Slips in neighbouring lines can be one for a reader: two lines without a colon are one text.
            if changed.iter().any(|other: &usize| other.abs_diff(line) < 2) {
                continue;
            }
            if let Some(text) = with_slip(&lines[line], slip, at) {
                lines[line] = text;
                changed.push(line);
            }
        }
        prop_assume!(!changed.is_empty());
        let text = lines.join(line_break) + line_break;
        let mended = mended(&text, Safety::Safe);
        let after: Vec<&str> = mended.check.source.text().split_terminator(line_break).collect();
        prop_assert_eq!(after.len(), good.len(), "{}", text);
        for (number, (before, after)) in lines.iter().zip(&after).enumerate() {
            if !changed.contains(&number) {
                prop_assert_eq!(before, after);
            } else if !after.contains(": now") {
                // Quotes may stand around a text that had none.
                prop_assert_eq!(after.replace('"', ""), good[number], "{}", text);
            }
        }
        if !after.iter().any(|line| line.contains(": now")) {
            prop_assert_eq!(seen(&mended.check), seen(&plan(GOOD)), "{}", text);
        }
        prop_assert!(mended.check.complete(), "{}", text);
        let again = super::mended(mended.check.source.text(), Safety::Unsafe);
        prop_assert_eq!((again.made, again.check.source.text()), (0, mended.check.source.text()));
    }

    /// Whatever is in a text, mending it ends, says no more than it does, and never makes a plan worse.
    #[test]
    fn any_text_can_be_mended(
        line in 0..GOOD.lines().count(),
        column in 0..60_usize,
        junk in select(vec![
            "“", "”", "\"", "'", "{", "}", "[", "]", ": ", " #1", "#", "- ", "\t", "\u{a0}", "\u{200b}", "\u{feff}", "\u{202e}",
            "&a ", "*", "!", "|", ">", "%", "@", "`", ",", "\\", "\u{85}", "\u{1b}", "\r", "\n", "：", "• ", "null", "~",
            "{title: A, b, c", "[a, b", "2027-1-1", "'s", "\u{2028}", "<<: ", "---\n", "? ",
        ]),
    ) {
        let start: usize = GOOD.split_inclusive('\n').take(line).map(str::len).sum();
        let text = GOOD.split_inclusive('\n').nth(line).unwrap_or_default();
        let at = start + column.min(text.len() - 1);
        let text = [&GOOD[..at], junk, &GOOD[at..]].concat();
        let before = plan(&text);
        for most in [Safety::Safe, Safety::Unsafe] {
            let mended = mended(&text, most);
            let faults = |check: &Check| check.findings.iter().filter(|finding| finding.slip.is_some()).count();
            // Behind a slip another may come to light, but no more than that.
            prop_assert!(before.plan.is_none() || faults(&mended.check) <= faults(&before));
            if mended.made == 0 {
                prop_assert_eq!(mended.check.source.text(), before.source.text());
            }
            let again = super::mended(mended.check.source.text(), most);
            prop_assert_eq!(again.made, 0, "{}", text);
        }
    }
}
