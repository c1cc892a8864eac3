//! What falls with each thing, on a screen.

use super::{Bottlenecks, Group};
use crate::check::Whole;
use crate::graph::{SingleLoss, SingleLossCount};
use crate::lang::{FluentValue, shown};
use crate::plan::{Id, Kind, Level};
use crate::report::layout::{FAINT, STRONG, fitted, padded, wrapped};
use crate::report::rows::{typed, write_next, write_paragraph};
use crate::report::wording::Wording;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// Rows that are told where nobody asks for more.
const MOST: usize = 20;
/// Longest bar, in signs.
const LONGEST_BAR: usize = 10;
/// Ids of results that are told behind a row.
const MOST_RESULTS: usize = 12;
/// Things that nothing falls without, by name.
const MOST_NAMED: usize = 8;
/// Longest name of one of them, in columns.
const LONGEST_NAME: usize = 32;
/// Below this width, the bars stand under the titles.
const NARROW: usize = 60;

/// The table in parts, so that they can be shown one after another.
#[derive(Debug, Default)]
pub struct Text {
    /// What stands above the rows.
    pub head: String,
    /// One text a row; the first of a group has its heading with it.
    pub rows: Vec<String>,
    /// What stands below them.
    pub foot: String,
}

impl Text {
    /// All of it.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{}{}{}", self.head, self.rows.concat(), self.foot)
    }
}

/// The table for a screen of this width.
#[must_use]
pub fn text(bottlenecks: &Bottlenecks<'_>, whole: &Whole, wording: Wording<'_>, width: usize) -> Text {
    let page = Page { bottlenecks, wording, width };
    let rows = told(bottlenecks, bottlenecks.top.unwrap_or(MOST));
    if rows.is_empty() {
        let mut head = page.head(whole);
        let is_circle = !bottlenecks.graph.cycles().is_empty();
        let none = if is_circle { "bottlenecks-circle" } else { "bottlenecks-none" };
        write_paragraph(&mut head, "", &page.say(none, &[]), width);
        return Text { head, ..Text::default() };
    }
    let mut group = None;
    let mut told = Vec::with_capacity(rows.len());
    for one in &rows {
        let mut row = String::new();
        let own = bottlenecks.group(one.count.id);
        if group.replace(own) != Some(own) {
            row += &page.heading(own);
        }
        row += &page.row(one);
        told.push(row);
    }
    let mut head = page.head(whole);
    head += &page.columns();
    Text { head, rows: told, foot: page.foot(&rows, whole) }
}

/// One row. Without an activity falls what falls without one of its tasks: then it stands for them.
pub(crate) struct Told {
    pub count: SingleLossCount,
    pub single: SingleLoss,
    /// Those for which it stands.
    pub tasks: Vec<Id>,
}

/// The rows that are told, group by group.
pub(crate) fn told(bottlenecks: &Bottlenecks<'_>, most: usize) -> Vec<Told> {
    // Some of them are tasks for which their activities stand.
    let rows = bottlenecks.rows(most.saturating_mul(5));
    let mut told: Vec<Told> = Vec::with_capacity(rows.len());
    let mut place: HashMap<Id, usize> = HashMap::new();
    let (tasks, others): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(count, _)| bottlenecks.kind(count.id) == Kind::Task);
    for (count, single) in others {
        place.insert(count.id, told.len());
        told.push(Told { count, single, tasks: Vec::new() });
    }
    for (count, single) in tasks {
        let stands_for = |activity: &Id| {
            let activity = place.get(activity).map(|&place| &told[place].single);
            activity
                .is_some_and(|other| (&other.loss, &other.loss_if_all) == (&single.loss, &single.loss_if_all))
        };
        match bottlenecks.graph.supports(count.id).find(stands_for) {
            Some(activity) => told[place[&activity]].tasks.push(count.id),
            None => told.push(Told { count, single, tasks: Vec::new() }),
        }
    }
    told.sort_by_key(|one| {
        // Of those with which as many results fall, people come first, as everywhere in this text.
        let most = Reverse((one.count.loss, one.count.loss_if_all));
        let group = bottlenecks.group(one.count.id);
        (most, group, Reverse(one.count.falls), bottlenecks.plan.names.name(one.count.id))
    });
    told.truncate(most);
    told.sort_by_key(|one| bottlenecks.group(one.count.id));
    told
}

struct Page<'a> {
    bottlenecks: &'a Bottlenecks<'a>,
    wording: Wording<'a>,
    width: usize,
}

impl Page<'_> {
    fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.wording.catalogue.say(id, args)
    }

    fn head(&self, whole: &Whole) -> String {
        let mut head = format!("{STRONG}{}{STRONG:#}\n", fitted(whole.title(), self.width));
        let said = self.say("bottlenecks-head", &[("count", self.bottlenecks.results.into())]);
        write_paragraph(&mut head, "", &said, self.width);
        head.push('\n');
        head
    }

    /// Signs of the longest bar.
    fn bar_width(&self) -> usize {
        self.bottlenecks.results.clamp(1, LONGEST_BAR)
    }

    /// Columns of a bar with its number.
    fn figure_width(&self) -> usize {
        let digits = self.bottlenecks.results.to_string().len();
        self.bar_width() + 1 + digits
    }

    /// The names of the two readings, and how wide their columns are.
    fn readings(&self) -> [(String, usize); 2] {
        ["as-said", "if-all"].map(|reading| {
            let name = self.say("bottlenecks-reading", &[("reading", reading.into())]);
            let width = name.width().max(self.figure_width());
            (name, width)
        })
    }

    /// Columns before the bars.
    fn title_width(&self) -> usize {
        let [(_, first), (_, second)] = self.readings();
        self.width.saturating_sub(first + second + 4)
    }

    fn columns(&self) -> String {
        if self.width < NARROW {
            return String::new();
        }
        let [(first, first_width), (second, _)] = self.readings();
        let indent = self.title_width();
        format!("{:indent$}  {FAINT}{}  {second}{FAINT:#}\n", "", padded(&first, first_width))
    }

    fn heading(&self, group: Group) -> String {
        let name = self.say("bottlenecks-group", &[("group", group.name().into())]);
        format!("{STRONG}{name}{STRONG:#}\n")
    }

    /// As many signs as results fall, of as many as there are; of many results, the share of ten.
    fn bar(&self, count: u32) -> String {
        let width = self.bar_width();
        let filled = (count as usize * width).div_ceil(self.bottlenecks.results.max(1)).min(width);
        let digits = self.figure_width() - width - 1;
        format!("{}{} {count:>digits$}", "#".repeat(filled), ".".repeat(width - filled))
    }

    fn row(&self, told: &Told) -> String {
        let bars = [told.count.loss, told.count.loss_if_all].map(|count| self.bar(count));
        let is_narrow = self.width < NARROW;
        let room = if is_narrow { self.width } else { self.title_width() }.saturating_sub(2);
        let title = fitted(&self.wording.unescaped_title(told.count.id), room.max(12));
        let [(first, first_width), (second, _)] = self.readings();
        let mut row = if is_narrow {
            let figures = format!("{first} {}  {second} {}", bars[0], bars[1]);
            let lines = wrapped(&figures, self.width.saturating_sub(4));
            let lines = lines.iter().map(|line| format!("    {line}\n"));
            format!("  {title}\n{}", lines.collect::<String>())
        } else {
            format!("  {}  {}  {}\n", padded(&title, room), padded(&bars[0], first_width), bars[1])
        };
        for line in wrapped(&self.what_falls(told), self.width.saturating_sub(4).max(12)) {
            let _ = writeln!(row, "    {}", shown(&line));
        }
        row
    }

    /// The ids of the results that fall; those that fall only if all is needed in brackets.
    fn what_falls(&self, told: &Told) -> String {
        let Told { count, single, tasks } = told;
        let name = |id: &Id| self.bottlenecks.plan.names.name(*id);
        let what = if count.loss == 0 && count.loss_if_all == 0 {
            let ids: Vec<&str> = single.falls.ids.iter().take(3).map(name).collect();
            let more = u64::from(count.falls) - ids.len() as u64;
            let args = [("count", count.falls.into()), ("ids", ids.join(", ").into()), ("more", more.into())];
            self.say("bottlenecks-only-items", &args)
        } else {
            let only_if_all = single.loss_if_all.ids.iter().filter(|id| !single.loss.ids.contains(id));
            let bracketed = only_if_all.map(|id| format!("({})", name(id)));
            let all = single.loss.ids.iter().map(|id| name(id).to_owned()).chain(bracketed);
            let mut results: Vec<String> = all.take(MOST_RESULTS).collect();
            let more = (count.loss.max(count.loss_if_all) as usize).saturating_sub(results.len());
            if more > 0 {
                results.push(self.say("why-more", &[("count", more.into())]));
            }
            results.join(", ")
        };
        let args = [
            ("id", name(&count.id).into()),
            ("what", what.into()),
            ("tasks", tasks.len().into()),
            ("task", tasks.first().map_or("", name).into()),
        ];
        self.say("bottlenecks-without", &args)
    }

    fn foot(&self, rows: &[Told], whole: &Whole) -> String {
        let mut foot = String::new();
        let told: usize = rows.iter().map(|one| 1 + one.tasks.len()).sum();
        let more = self.bottlenecks.losses.some.len() - told;
        if more > 0 {
            let all = self.bottlenecks.losses.some.len();
            let said = self.say("bottlenecks-more", &[("all", all.into())]);
            write_paragraph(&mut foot, "  ", &said, self.width);
        }
        foot.push('\n');
        let none = self.nothing_falls();
        if !none.is_empty() {
            write_paragraph(&mut foot, "", &none, self.width);
        }
        if rows
            .iter()
            .any(|one| one.single.loss_if_all.ids.iter().any(|id| !one.single.loss.ids.contains(id)))
        {
            write_paragraph(&mut foot, "", &self.say("bottlenecks-key", &[]), self.width);
        }
        let first = rows.first().map_or("", |one| self.bottlenecks.plan.names.name(one.count.id));
        let path = typed(&whole.source.path);
        for next in ["bottlenecks-next-chain", "bottlenecks-next-what-if"] {
            let said = self.say(next, &[("path", path.clone().into()), ("id", first.into())]);
            write_next(&mut foot, &said, self.width);
        }
        foot
    }

    /// Without whom nothing falls: people and others by name, work in numbers.
    fn nothing_falls(&self) -> String {
        let none = &self.bottlenecks.losses.none;
        let is_work = |id: &&Id| self.bottlenecks.kind(**id).level().is_some();
        let (work, others): (Vec<&Id>, Vec<&Id>) = none.iter().partition(is_work);
        let mut told: Vec<String> = others.iter().take(MOST_NAMED).map(|id| self.name(**id)).collect();
        let unnamed = others.len().saturating_sub(MOST_NAMED);
        if unnamed > 0 {
            told.push(self.say("why-more", &[("count", unnamed.into())]));
        }
        for (level, kind) in [(Level::Activity, Kind::Activity), (Level::Task, Kind::Task)] {
            let count = work.iter().filter(|id| self.bottlenecks.kind(***id) == kind).count();
            if count > 0 {
                told.push(
                    self.say("level-count", &[("level", level.name().into()), ("count", count.into())]),
                );
            }
        }
        if told.is_empty() {
            return String::new();
        }
        self.say("bottlenecks-nothing-falls", &[("names", told.join(", ").into())])
    }

    /// A short name: of a title such as “HERON, imam, leads the group” what stands before the comma.
    fn name(&self, id: Id) -> String {
        let title = self.wording.unescaped_title(id);
        fitted(title.split(',').next().unwrap_or(&title), LONGEST_NAME)
    }
}
