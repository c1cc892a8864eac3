//! What stands above and below what is to be done: which days, who is away, what is not told.

use super::text::{Page, is_often};
use crate::agenda::{Away, Entry, Period};
use crate::lang::shown;
use crate::report::Detail;
use crate::report::agenda::Telling;
use crate::report::layout::{FAINT, STRONG};
use crate::report::rows::{Line, clipped, typed};
use jiff::civil::Weekday;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

impl Page<'_> {
    pub(super) fn head(&mut self, most: usize) {
        let Telling { agenda, whole, .. } = *self.telling;
        let (title, path) = (clipped(whole.title()), clipped(&whole.source.path));
        let gap = self.width.saturating_sub(title.width() + path.width());
        if gap >= 2 {
            let title = shown(&title).into_owned();
            self.lines
                .push(Line::Written(format!("{STRONG}{title}{STRONG:#}{:gap$}{FAINT}{path}{FAINT:#}", "")));
        } else {
            self.lines.push(Line::Heading(title));
            self.text(0, path);
        }
        let period = self.period(agenda.asked.period);
        self.text(0, period);
        if !agenda.asked.who.is_empty() {
            let text = self.telling.say("agenda-only-who", &[("names", self.asked().into())]);
            self.text(0, text);
        }
        for away in agenda.away.iter().take(most) {
            let text = self.away(away);
            self.text(0, text);
        }
        self.more(agenda.away.len() as u64, most, 0);
    }

    fn period(&self, period: Period) -> String {
        let telling = self.telling;
        let week = period.from.iso_week_date();
        let how = match period.days() {
            1 => "day",
            7 if period.from.weekday() == Weekday::Monday => "week",
            _ => "days",
        };
        let args = [
            ("how", how.into()),
            ("days", period.days().into()),
            ("week", format!("{}-W{:02}", week.year(), week.week()).into()),
            ("from", telling.day(period.from).into()),
            ("to", telling.day(period.to).into()),
        ];
        telling.say("agenda-period", &args)
    }

    fn away(&self, away: &Away) -> String {
        let telling = self.telling;
        let how = match away.days {
            days if days == telling.agenda.asked.period => "always",
            Period { from, to } if from == to => "day",
            _ => "days",
        };
        let args = [
            ("how", how.into()),
            ("who", telling.name(away.who).into()),
            ("from", telling.day(away.days.from).into()),
            ("to", telling.day(away.days.to).into()),
        ];
        telling.say("agenda-away", &args)
    }

    fn asked(&self) -> String {
        self.telling.names(&self.telling.agenda.asked.who)
    }

    pub(super) fn foot(&mut self) {
        let telling = self.telling;
        let agenda = telling.agenda;
        let path = typed(&telling.whole.source.path);
        self.lines.push(Line::Blank);
        if agenda.has_days {
            self.what_follows();
        } else if agenda.asked.who.is_empty() {
            self.text(0, telling.say("agenda-no-days", &[]));
            for line in [format!("start: {}", agenda.asked.period.from), "every: week".to_owned()] {
                self.lines.push(Line::Written(format!("    {line}")));
            }
        } else {
            self.text(0, telling.say("agenda-no-days-who", &[("names", self.asked().into())]));
        }
        let is_counted = |entry: &Entry| entry.every.is_some() && !is_often(entry);
        if self.amount != Detail::Brief && agenda.days.first.iter().any(is_counted) {
            self.text(0, telling.say("agenda-counted", &[]));
        }
        if agenda.has_days && !agenda.undated.is_empty() {
            self.text(0, telling.say("agenda-undated", &[("count", agenda.undated.len().into())]));
            self.lines.push(Line::Written(telling.say("agenda-see-dates", &[("path", path.clone().into())])));
        }
        if let Some(next) = agenda.next {
            let mut who = String::new();
            for &id in &agenda.asked.who {
                // Writing to a string cannot fail.
                let _ = write!(who, " --who {}", telling.name(id));
            }
            let args = [("path", path.into()), ("day", next.to_string().into()), ("who", who.into())];
            self.lines.push(Line::Written(telling.say("agenda-read-on", &args)));
        }
    }

    /// Whether there is more than is told, now or later.
    fn what_follows(&mut self) {
        let telling = self.telling;
        let agenda = telling.agenda;
        if let Some(sentence) = telling.cut() {
            self.text(0, sentence);
        }
        if agenda.days.count > 0 {
            return;
        }
        let message = match agenda.next {
            None if agenda.is_empty() => "agenda-nothing-after",
            _ => "agenda-nothing",
        };
        let mut text = telling.say(message, &[]);
        if let Some(next) = agenda.next {
            let next = telling.say("agenda-next-day", &[("day", telling.day(next).into())]);
            text = format!("{text} {next}");
        }
        self.text(0, text);
    }
}
