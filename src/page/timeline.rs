//! When what is to be done: bars along a line of months, with what waits for what, and the critical path.

use super::table::{Cell, Table};
use super::told::Told;
use super::words::{Mentions, PlanText, write_escaped};
use crate::draw::{is_right_to_left, text_width};
use crate::graph::{Presence, Sequence, Step, Window, Windows};
use crate::plan::{Id, Item, Level};
use askama::Template;
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::HashMap;
use std::fmt::Write as _;

/// Rows of the picture. Where there are more, tasks are left out, then the last of all.
const MOST: usize = 90;
/// Rows of the table.
const MOST_ROWS: usize = 200;
/// What something waits for, by name.
const MOST_NAMES: usize = 5;
/// Lines from what is waited for to what waits.
const MOST_LINES: usize = 400;
/// Units of the picture: its width, that of the titles, the height of a row, of the head.
const WIDTH: f64 = 1200.0;
const LABEL: f64 = 370.0;
const ROW: f64 = 25.0;
const HEAD: f64 = 44.0;
/// Letters of titles.
const SIZE: f64 = 12.5;
/// How much wider titles are counted than most fonts draw them.
const LOOSE: f64 = 1.12;

/// The timeline.
#[derive(Template)]
#[template(path = "timeline.html")]
pub(super) struct Section<'a> {
    told: &'a Told<'a>,
    svg: String,
    path: Mentions,
    table: Table,
    notes: Vec<String>,
    /// What the signs look like, and what they mean.
    signs: Vec<(&'static str, String)>,
}

/// The signs, each as it looks.
const SIGNS: [(&str, &str); 6] = [
    ("bar", r#"<g class="row"><rect class="bar" x="1" y="2" width="32" height="10" rx="3"/></g>"#),
    (
        "critical",
        r#"<g class="row critical"><rect class="bar" x="1" y="2" width="32" height="10" rx="3"/></g>"#,
    ),
    ("window", r#"<g class="row"><rect class="window" x="1" y="2" width="32" height="10" rx="3"/></g>"#),
    ("slack", r#"<path class="slack" d="M1 7H32m0 -4v8"/>"#),
    ("due", r#"<path class="due" d="M17 1l6 6-6 6-6-6z"/>"#),
    ("wait", r#"<path class="wait" d="M1 7H32m-5 -3.5l5 3.5l-5 3.5"/>"#),
];

/// A row of the picture.
#[allow(clippy::struct_excessive_bools)] // Each is a sign of its own in the row.
struct Row<'a> {
    item: &'a Item,
    is_task: bool,
    /// It stands below its activity.
    is_below: bool,
    is_critical: bool,
    is_done: bool,
    /// The days that it may take.
    window: Option<(Date, Date)>,
    /// The days that it does take at the earliest.
    bar: Option<(Date, Date)>,
    /// Until when it may come late.
    latest: Option<Date>,
    /// The day on which a result is due.
    due: Option<Date>,
}

impl<'a> Section<'a> {
    /// The timeline; nothing where nothing has a day.
    pub(super) fn of(told: &'a Told<'a>) -> Option<Self> {
        let (plan, graph) = (told.read.plan, told.read.graph);
        let windows = Windows::of(plan, graph);
        let sequence = Sequence::of(plan, graph, &windows);
        let path = sequence.critical_path();
        let row = |item: &'a Item| Row::of(told, item, &windows, &sequence, &path);
        let all: Vec<Row<'a>> =
            plan.items.iter().filter(|item| told.is_told(item.id)).filter_map(row).collect();
        // Days that come from the plan alone are no timeline.
        if !all.iter().any(|row| row.item.start.is_some() || row.item.end.is_some() || row.bar.is_some()) {
            return None;
        }
        let count = all.len();
        let table = table(told, &all, &sequence);
        let rows = arranged(told, all);
        let mut notes = Vec::new();
        if rows.len() < count {
            notes.push(
                told.with("page-timeline-cut", &[("told", rows.len().into()), ("count", count.into())]),
            );
        }
        let svg = Drawing::of(told, &rows)?.svg(told, &rows);
        let signs =
            SIGNS.map(|(sign, shape)| (shape, told.word("page-timeline-sign", "sign", sign))).to_vec();
        Some(Self { told, svg, signs, path: told.mentions(&path, MOST_NAMES * 2), table, notes })
    }

    /// The same in Markdown.
    pub(super) fn markdown(&self, out: &mut String) {
        if !self.path.is_empty() {
            let _ = write!(out, "{}: {}\n\n", self.told.say("page-critical-path"), self.path.markdown());
        }
        self.table.markdown(out);
    }
}

impl<'a> Row<'a> {
    fn of(
        told: &Told<'_>,
        item: &'a Item,
        windows: &Windows,
        sequence: &Sequence,
        path: &[Id],
    ) -> Option<Self> {
        let (plan, graph) = (told.read.plan, told.read.graph);
        let is_done = graph.presence(item.id) == Presence::Done;
        let base = Row {
            item,
            is_task: item.level == Level::Task,
            is_below: false,
            is_critical: path.contains(&item.id),
            is_done,
            window: None,
            bar: None,
            latest: None,
            due: None,
        };
        match item.level {
            Level::Ambition => None,
            Level::Goal | Level::Objective => {
                let due = item.end?.value;
                Some(Row { due: Some(due), ..base })
            }
            Level::Activity | Level::Task => {
                let window = windows.get(plan, item.id).and_then(Window::days);
                let step = sequence.get(plan, item.id).filter(|step| step.days.is_some());
                let bar = step.and_then(|step| step.earliest_start().zip(step.earliest_finish()));
                let latest = step.filter(|step| step.slack().is_some_and(|slack| slack > 0));
                let row = Row { window, bar, latest: latest.and_then(Step::latest_finish), ..base };
                (row.window.is_some() || row.bar.is_some()).then_some(row)
            }
        }
    }

    /// The first and the last day that stand in the row.
    fn days(&self) -> (Date, Date) {
        let days = [self.window, self.bar, self.due.map(|day| (day, day)), self.latest.map(|day| (day, day))];
        let days = || days.into_iter().flatten();
        let first = days().map(|(first, _)| first).min().unwrap_or(Date::MIN);
        (first, days().map(|(_, last)| last).max().unwrap_or(first))
    }
}

/// The rows in the order of the picture: results that are due, then activities by their first day, each with its tasks.
fn arranged<'a>(told: &Told<'_>, rows: Vec<Row<'a>>) -> Vec<Row<'a>> {
    let plan = told.read.plan;
    let with_tasks = rows.len() <= MOST;
    let start: HashMap<Id, Date> = rows.iter().map(|row| (row.item.id, row.days().0)).collect();
    let above = |row: &Row<'_>| {
        let above = told.read.graph.supports(row.item.id).next().filter(|above| start.contains_key(above))?;
        (row.is_task && plan.item(above).is_some_and(|item| item.level == Level::Activity)).then_some(above)
    };
    let key = |row: &Row<'_>| {
        let level = row.item.level;
        if level < Level::Activity {
            return (0, row.days().0, row.item.id, 0, row.days().0, row.item.id);
        }
        let head = above(row).unwrap_or(row.item.id);
        (1, start[&head], head, u8::from(row.is_task), row.days().0, row.item.id)
    };
    let mut rows: Vec<Row<'a>> = rows.into_iter().filter(|row| with_tasks || !row.is_task).collect();
    for row in &mut rows {
        row.is_below = above(row).is_some();
    }
    rows.sort_by_cached_key(key);
    rows.truncate(MOST);
    rows
}

fn table(told: &Told<'_>, rows: &[Row<'_>], sequence: &Sequence) -> Table {
    let plan = told.read.plan;
    let day = |day: Option<Date>| Cell::Words(day.map(|day| day.to_string()).unwrap_or_default());
    let cells = |row: &Row<'_>| {
        let step = sequence.get(plan, row.item.id).filter(|step| step.days.is_some());
        let waits: Vec<Id> = row.item.depends_on().iter().map(|target| target.id).collect();
        vec![
            Cell::Thing(told.mention(row.item.id)),
            day(row.window.map(|(first, _)| first)),
            day(row.due.or(row.window.map(|(_, last)| last))),
            day(step.and_then(Step::earliest_finish)),
            Cell::Number(step.and_then(Step::slack).map(|slack| slack.to_string()).unwrap_or_default()),
            Cell::Words(if row.is_critical { told.say("yes") } else { String::new() }),
            Cell::Things(told.mentions(&waits, MOST_NAMES)),
        ]
    };
    let names = ["what", "start", "end", "earliest", "slack", "critical", "waits"];
    let mut table = Table {
        id: "timeline-caption".to_owned(),
        caption: told.say("page-caption-timeline"),
        head: names.map(|name| told.word("page-timeline-column", "column", name)).to_vec(),
        rows: rows.iter().take(MOST_ROWS).map(cells).collect(),
        class: "timeline",
        name: None,
    };
    super::people::leave_out_empty(&mut table);
    table
}

/// Where days stand in the picture.
struct Drawing {
    first: Date,
    days: f64,
    is_rtl: bool,
}

impl Drawing {
    /// The days from the first month of these rows to the last; nothing for no rows.
    fn of(told: &Told<'_>, rows: &[Row<'_>]) -> Option<Self> {
        let first = rows.iter().map(|row| row.days().0).min()?.first_of_month();
        let last = rows.iter().map(|row| row.days().1).max()?.last_of_month();
        Some(Self { first, days: between(first, last) + 1.0, is_rtl: told.is_rtl })
    }

    /// How far a day is from the side where time begins. `part` of it is over.
    fn at(&self, day: Date, part: f64) -> f64 {
        LABEL + (between(self.first, day) + part) / self.days * (WIDTH - LABEL)
    }

    /// A rectangle from one day to the end of another.
    fn rect(&self, out: &mut String, class: &str, days: (Date, Date), y: f64, height: f64) {
        let (from, to) = (self.at(days.0, 0.0), self.at(days.1, 1.0));
        let width = (to - from).max(3.0);
        let x = if self.is_rtl { WIDTH - from - width } else { from };
        let _ = write!(
            out,
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"3\"/>"
        );
    }

    fn x(&self, x: f64) -> f64 {
        if self.is_rtl { WIDTH - x } else { x }
    }

    fn svg(&self, told: &Told<'_>, rows: &[Row<'_>]) -> String {
        // Writing to a string cannot fail.
        #[allow(clippy::cast_precision_loss)] // There are few rows.
        let height = HEAD + rows.len() as f64 * ROW + 8.0;
        let mut out = format!(
            "<svg class=\"gantt\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-label=\"",
        );
        let _ = write_escaped(&mut out, &told.say("page-heading-timeline"));
        out.push_str("\">");
        self.months(told, &mut out, height);
        self.waits(rows, &mut out);
        for (number, row) in rows.iter().enumerate() {
            #[allow(clippy::cast_precision_loss)]
            self.row(told, row, HEAD + number as f64 * ROW, &mut out);
        }
        self.today(told, &mut out, height);
        out.push_str("</svg>");
        out
    }

    /// Lines and names of months, or of years where there are many.
    fn months(&self, told: &Told<'_>, out: &mut String, height: f64) {
        let room = (WIDTH - LABEL) / self.days * 30.4;
        // How many months have one name: as few as there is room for.
        let every =
            [1, 2, 3, 6, 12, 24, 60, 120, 600].into_iter().find(|&every| room * f64::from(every) >= 30.0);
        let every = i64::from(every.unwrap_or(1200));
        let mut day = self.first;
        let mut year = i16::MIN;
        while between(self.first, day) < self.days {
            let months = i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
            if months % every == 0 || day == self.first {
                let x = self.x(self.at(day, 0.0));
                let is_new = day.year() != year;
                let class = if is_new { "grid year" } else { "grid" };
                let top = if is_new { 4.0 } else { 24.0 };
                let _ = write!(
                    out,
                    "<line class=\"{class}\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{top}\" y2=\"{height}\"/>"
                );
                let (x, anchor) = if self.is_rtl { (x - 4.0, " text-anchor=\"end\"") } else { (x + 4.0, "") };
                if is_new {
                    let _ = write!(
                        out,
                        "<text class=\"year\" x=\"{x:.1}\" y=\"16\"{anchor}>{}</text>",
                        day.year()
                    );
                    year = day.year();
                }
                if every < 12 {
                    let name = told.with("workload-month", &[("month", day.month().into())]);
                    let _ = write!(out, "<text class=\"month\" x=\"{x:.1}\" y=\"35\"{anchor}>");
                    let _ = write_escaped(out, &name);
                    out.push_str("</text>");
                }
            }
            let Ok(next) = day.checked_add(1.month()) else { break };
            day = next;
        }
    }

    fn row(&self, told: &Told<'_>, row: &Row<'_>, y: f64, out: &mut String) {
        let mut class = "row".to_owned();
        for (name, is_so) in [
            ("task", row.is_task),
            ("critical", row.is_critical),
            ("done", row.is_done),
            ("due", row.due.is_some()),
        ] {
            if is_so {
                let _ = write!(class, " {name}");
            }
        }
        let title = told.title(row.item.id);
        let _ = write!(out, "<g class=\"{class}\"><title>");
        let _ = write_escaped(out, title.text());
        out.push_str("</title>");
        self.label(row, &title, y, out);
        if let Some(due) = row.due {
            let (x, y) = (self.x(self.at(due, 1.0)), y + ROW / 2.0);
            let _ = write!(out, "<path class=\"due\" d=\"M{x:.1} {:.1}l6 6-6 6-6-6z\"/>", y - 6.0);
        }
        if let Some(window) = row.window {
            self.rect(out, "window", window, y + 7.0, ROW - 14.0);
        }
        if let Some(bar) = row.bar {
            self.rect(out, "bar", bar, y + 7.0, ROW - 14.0);
            if let Some(latest) = row.latest.filter(|&latest| latest > bar.1) {
                let (from, to) = (self.x(self.at(bar.1, 1.0)), self.x(self.at(latest, 1.0)));
                let y = y + ROW / 2.0;
                let _ = write!(out, "<path class=\"slack\" d=\"M{from:.1} {y:.1}H{to:.1}m0 -4v8\"/>");
            }
        }
        out.push_str("</g>");
    }

    fn label(&self, row: &Row<'_>, title: &PlanText, y: f64, out: &mut String) {
        let indent = if row.is_below { 18.0 } else { 0.0 };
        let sign = if row.is_critical {
            "● "
        } else if row.is_done {
            "✓ "
        } else {
            ""
        };
        let size = if row.is_task { SIZE - 0.5 } else { SIZE };
        let text =
            cut(&format!("{sign}{}", title.text()), size, !row.is_task, (LABEL - indent - 18.0) * LOOSE);
        let is_left = is_right_to_left(title.text());
        // Beside the bars, from the side at which reading begins; text of the other direction ends there.
        let x = self.x(if is_left == self.is_rtl { indent + 2.0 } else { LABEL - 14.0 });
        let direction = if is_left { " direction=\"rtl\"" } else { "" };
        let _ = write!(
            out,
            "<text class=\"label\" x=\"{x:.1}\" y=\"{:.1}\" font-size=\"{size}\"{direction}>",
            y + ROW / 2.0 + 4.0
        );
        let _ = write_escaped(out, &text);
        out.push_str("</text>");
    }

    /// Lines from the end of what is waited for to the beginning of what waits.
    fn waits(&self, rows: &[Row<'_>], out: &mut String) {
        let place: HashMap<Id, usize> =
            rows.iter().enumerate().map(|(place, row)| (row.item.id, place)).collect();
        #[allow(clippy::cast_precision_loss)]
        let middle = |place: usize| HEAD + place as f64 * ROW + ROW / 2.0;
        let pairs = rows.iter().enumerate().flat_map(|(to, row)| {
            let targets = row.item.depends_on().iter().filter_map(|target| place.get(&target.id));
            targets.map(move |&from| (from, to))
        });
        for (from, to) in pairs.take(MOST_LINES) {
            let end = |row: &Row<'_>| row.bar.or(row.window).map(|(_, last)| last).or(row.due);
            let start = |row: &Row<'_>| row.bar.or(row.window).map(|(first, _)| first).or(row.due);
            let (Some(end), Some(start)) = (end(&rows[from]), start(&rows[to])) else { continue };
            let is_critical = rows[from].is_critical && rows[to].is_critical;
            let class = if is_critical { "wait critical" } else { "wait" };
            let sign = if self.is_rtl { -1.0 } else { 1.0 };
            let (x1, x2) = (self.x(self.at(end, 1.0)), self.x(self.at(start, 0.0)));
            let (y1, y2) = (middle(from), middle(to));
            let bend = x1 + sign * 6.0;
            let _ = write!(
                out,
                "<path class=\"{class}\" d=\"M{x1:.1} {y1:.1}H{bend:.1}V{:.1}H{:.1}V{y2:.1}H{x2:.1}m{:.1} -3.5l{:.1} 3.5l{:.1} 3.5\"/>",
                if y2 > y1 { y2 - ROW / 2.0 } else { y2 + ROW / 2.0 },
                x2 - sign * 8.0,
                -5.0 * sign,
                5.0 * sign,
                -5.0 * sign,
            );
        }
    }

    fn today(&self, told: &Told<'_>, out: &mut String, height: f64) {
        let after = between(self.first, told.today);
        if after < 0.0 || after >= self.days {
            return;
        }
        let x = self.x(self.at(told.today, 0.5));
        let _ = write!(out, "<line class=\"today\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"20\" y2=\"{height}\"/>");
        let _ = write!(out, "<text class=\"today\" x=\"{x:.1}\" y=\"12\" text-anchor=\"middle\">");
        let _ = write_escaped(out, &told.say("page-today"));
        out.push_str("</text>");
    }
}

/// How many days one day is after another.
#[allow(clippy::cast_precision_loss)] // There are less than four million days.
fn between(first: Date, day: Date) -> f64 {
    i64::from((day - first).get_days()) as f64
}

/// A text that is no wider than this.
fn cut(text: &str, size: f64, is_bold: bool, room: f64) -> String {
    if text_width(text, size, is_bold) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if text_width(&kept, size, is_bold) > room - size {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}
