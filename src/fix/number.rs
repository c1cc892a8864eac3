//! A number with marks or a unit.
//!
//! Sure is a number in groups of three, of money also with a comma or a full stop between them, since money has no third
//! decimal; a decimal comma; and the unit that the field counts in anyway. `3 weeks` after `days` is no 3.

use super::Candidate;
use super::instead::{instead, sure};
use super::text::{Text, word};
use crate::source::{Fault, Slip};

/// `cost: 12,000 EUR`.
pub(super) fn with_marks(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    let currency = text.read.plan.as_ref().and_then(|plan| plan.currency.as_ref());
    let currency = currency.map(|currency| currency.value.trim().to_lowercase());
    instead(text, Slip::NumberWithMarks, candidates, |fault, written, _| {
        Some(sure(is_plain(fault, written, currency.as_deref())))
    });
}

fn is_plain(fault: &Fault, text: &str, currency: Option<&str>) -> bool {
    let digits = |c: char| c.is_ascii_digit();
    let (Some(start), Some(end)) = (text.find(digits), text.rfind(digits)) else { return false };
    let number = &text[start..=end];
    let unit = format!("{}{}", text[..start].trim(), text[end + 1..].trim()).to_lowercase();
    let field = word(fault, "field").unwrap_or_default();
    let is_money = matches!(field, "cost" | "amount") || fault.path.contains("funded_by");
    let own_unit = match field {
        "hours" | "hours_per_week" => matches!(&*unit, "h" | "hr" | "hrs" | "hour" | "hours"),
        "days" => matches!(&*unit, "d" | "day" | "days"),
        _ => is_money && Some(&*unit) == currency,
    };
    let marks: Vec<char> = number.chars().filter(|c| !digits(*c)).collect();
    let last = number.rfind(|c| !digits(c)).map_or(0, |at| number[at..].chars().skip(1).count());
    let is_group = |mark: &char| matches!(mark, '\'' | '’' | '_') || mark.is_whitespace();
    let is_sure = match &marks[..] {
        [] => true,
        [',' | '.'] => last < 3 || is_money,
        all if all.iter().all(|mark| *mark == all[0]) => is_group(&all[0]) || is_money,
        [groups @ .., ',' | '.'] => {
            last < 3 && groups.iter().all(|mark| *mark == groups[0] && (is_group(mark) || is_money))
        }
        _ => false,
    };
    (unit.is_empty() || own_unit) && is_sure
}
