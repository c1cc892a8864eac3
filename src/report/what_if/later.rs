//! What comes later, in words.

use super::steps::capital_first;
use super::text::Told;
use crate::plan::Id;
use crate::report::reasons::Reasons;
use crate::report::rows::Line;
use crate::report::wording::Wording;
use crate::what_if::{Delayed, Thing};

impl Told<'_> {
    /// What comes later, and what cannot be told of it.
    pub(super) fn delays(&mut self) {
        let what_if = self.what_if;
        for undated in &what_if.undated {
            let text = untimed(self.after.wording, &self.after.reasons, undated.item, undated.why.name());
            self.lines.push(Line::Blank);
            self.text(0, text);
        }
        let asks = !what_if.question.all_delays(&what_if.before.plan).is_empty();
        if !asks || what_if.undated.len() == what_if.question.all_delays(&what_if.before.plan).len() {
            return;
        }
        let plan = &what_if.after.plan;
        let (late, in_time): (Vec<&Delayed>, Vec<&Delayed>) =
            what_if.delayed.iter().partition(|delayed| delayed.late > delayed.late_before);
        if late.is_empty() {
            let text = self.say("what-if-none-late", &[]);
            self.heading(text);
        } else {
            let text = self.say("what-if-late", &[]);
            self.heading(text);
        }
        let last_day = plan.end.map(|end| end.value);
        for (list, is_late) in [(late, true), (in_time, false)] {
            if !list.is_empty() && !is_late {
                let text = self.say("what-if-later", &[]);
                self.heading(text);
            }
            let told = self.most(list.len());
            for delayed in &list[..told] {
                let row = self.row(Thing::There(delayed.item), delayed.item, 2, String::new());
                self.lines.push(row);
                let (was, now) = delayed.finishes.or(delayed.starts).unwrap_or_default();
                let is_past = last_day.is_some_and(|last| now > last);
                let args = [
                    ("point", if delayed.finishes.is_some() { "finish" } else { "start" }.into()),
                    ("late", delayed.late.into()),
                    ("before", delayed.late_before.into()),
                    ("end", delayed.end.map_or_else(String::new, |end| end.to_string()).into()),
                    ("now", now.to_string().into()),
                    ("was", was.to_string().into()),
                    ("past", if is_past { "yes" } else { "no" }.into()),
                ];
                let text = self.say(if is_late { "what-if-late-row" } else { "what-if-later-row" }, &args);
                self.text(4, text);
            }
            self.more(list.len() - told, 2);
        }
    }
}

/// Why a delay cannot be worked out.
#[must_use]
pub fn untimed(wording: Wording<'_>, reasons: &Reasons<'_>, item: Id, why: &'static str) -> String {
    let args = [("item", reasons.name(item).into()), ("why", why.into())];
    capital_first(&wording.catalogue.say("what-if-untimed", &args))
}
