//! Choices on a screen, and as a page.

use super::sheet::{hours, sheet, with_columns};
use super::{Choices, Comparison};
use crate::check::Whole;
use crate::graph::{ClosedOption, Outlook};
use crate::lang::{FluentValue, shown};
use crate::plan::{Choice, Id};
use crate::report::layout::STRONG;
use crate::report::rows::{typed, write_next, write_paragraph};
use crate::report::sheet::{Sheet, no_mark_up};
use crate::report::wording::Wording;
use std::fmt::Write as _;

/// Titles in a cell that are told before the rest is only counted.
const MOST_TITLES: usize = 5;

/// How a section is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Screen { width: usize },
    Markdown,
}

/// All of it, for a screen of this width; without a width as Markdown.
#[must_use]
pub fn text<'a>(
    choices: &'a Choices<'a, '_>,
    comparison: Option<&Comparison>,
    whole: &'a Whole,
    wording: Wording<'a>,
    width: Option<usize>,
) -> String {
    let page = width.map_or(Page::Markdown, |width| Page::Screen { width });
    let closed = choices.graph.closed_options(choices.plan);
    let mut told = Told { choices, whole, wording, page, closed, out: String::new() };
    told.title();
    if choices.plan.choices.is_empty() {
        told.sentence("choices-none", &[]);
    } else if choices.schemes.is_empty() && choices.schemes.is_complete() {
        told.no_scheme();
    } else if let Some(comparison) = comparison {
        told.compared(comparison);
    } else {
        told.options();
        told.schemes();
        told.hangs();
        told.next();
    }
    told.out
}

/// Whether an option keeps most doors open: where all that are not closed leave as many, none does.
fn keeps_most_open(outlook: &Outlook, outlooks: &[Outlook]) -> bool {
    let mut others = outlooks.iter().filter(|other| other.choice == outlook.choice && other.schemes > 0);
    outlook.keeps_most_open && others.any(|other| other.schemes < outlook.schemes)
}

/// What becomes of the others once this option is chosen, in words.
pub(crate) fn outlook_of(
    choices: &Choices<'_, '_>,
    wording: Wording<'_>,
    choice: &Choice,
    option: Id,
    outlooks: &[Outlook],
    closed: &[ClosedOption],
) -> String {
    let say = |id: &str, args: &[(&str, FluentValue<'_>)]| wording.catalogue.say(id, args);
    if let Some(closed) = closed.iter().find(|closed| closed.option == option) {
        return say("choices-closed", &[("names", wording.listed(&closed.closed_by()).into())]);
    }
    if let Some(chosen) = choice.chosen {
        let is_chosen = choice.options[chosen.value as usize].id == option;
        return say("choices-chosen", &[("chosen", if is_chosen { "yes" } else { "no" }.into())]);
    }
    let outlook = outlooks.iter().find(|outlook| outlook.option == option);
    // Of a part of the schemes, such numbers would tell only of the order in which they were found.
    let Some(outlook) = outlook.filter(|_| choices.schemes.is_complete()) else { return String::new() };
    let most = if keeps_most_open(outlook, outlooks) { "yes" } else { "no" };
    let args =
        [("schemes", outlook.schemes.into()), ("count", choices.schemes.len().into()), ("most", most.into())];
    say("choices-outlook", &args)
}

/// Takes out the cost, the fullest week and the score where nothing but 0 stands in them: nobody has written what they
/// would tell. That no result stands, or that there is no bottleneck, is worth telling.
pub(crate) fn leave_out_unwritten(sheet: &mut Sheet) {
    let [.., cost, peak, _, score] = &(0..sheet.head.len()).collect::<Vec<_>>()[..] else { return };
    for &at in [score, peak, cost] {
        if !sheet.rows.is_empty() && sheet.rows.iter().all(|row| row[at] == "0") {
            sheet.head.remove(at);
            for row in &mut sheet.rows {
                row.remove(at);
            }
        }
    }
}

struct Told<'a, 'g> {
    choices: &'a Choices<'a, 'g>,
    whole: &'a Whole,
    wording: Wording<'a>,
    page: Page,
    /// What closes an option may be long to work out.
    closed: Vec<ClosedOption>,
    out: String,
}

impl Told<'_, '_> {
    fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.wording.catalogue.say(id, args)
    }

    fn paragraph(&mut self, text: &str) {
        match self.page {
            Page::Screen { width } => write_paragraph(&mut self.out, "", text, width),
            // Titles in it arrive escaped for a screen, and may still hold marks.
            Page::Markdown => {
                let _ = writeln!(self.out, "{}", no_mark_up(text));
            }
        }
    }

    fn sentence(&mut self, id: &str, args: &[(&str, FluentValue<'_>)]) {
        let text = self.say(id, args);
        self.paragraph(&text);
    }

    fn heading(&mut self, id: &str) {
        let heading = self.say(id, &[]);
        let _ = match self.page {
            Page::Screen { .. } => write!(self.out, "\n{STRONG}{heading}{STRONG:#}\n"),
            Page::Markdown => write!(self.out, "\n## {heading}\n\n"),
        };
    }

    fn table(&mut self, sheet: &Sheet) {
        self.out += &match self.page {
            Page::Screen { width } => sheet.text(width),
            Page::Markdown => sheet.markdown(),
        };
    }

    fn title(&mut self) {
        let title = self.whole.title();
        let _ = match self.page {
            Page::Screen { .. } => writeln!(self.out, "{STRONG}{}{STRONG:#}", shown(title)),
            Page::Markdown => write!(self.out, "# {}\n\n", no_mark_up(title)),
        };
    }

    /// What each open choice leaves open, and what is closed.
    fn options(&mut self) {
        let schemes = self.choices.schemes;
        let count = schemes.len();
        if schemes.is_complete() {
            self.sentence("choices-head", &[("count", count.into())]);
        } else {
            let most = self.choices.plan.settings.schemes_max;
            self.sentence("choices-too-many", &[("count", count.into()), ("most", most.into())]);
        }
        let outlooks = schemes.outlooks();
        let column = |column: &str| self.say("choices-column", &[("column", column.to_owned().into())]);
        let head = ["question", "option", "schemes"].map(column).to_vec();
        let mut rows = Vec::new();
        for choice in self.choices.plan.choices.iter().filter(|choice| !choice.options.is_empty()) {
            for option in &choice.options {
                let is_first = option.id == choice.options[0].id;
                let question = if is_first { self.question(choice) } else { String::new() };
                let title = self.wording.unescaped_title(option.id);
                rows.push(vec![
                    question,
                    format!("{title}\n({})", self.choices.own_name(option.id)),
                    outlook_of(self.choices, self.wording, choice, option.id, &outlooks, &self.closed),
                ]);
            }
        }
        self.heading("choices-options");
        self.table(&Sheet { head, rows });
    }

    fn question(&self, choice: &Choice) -> String {
        let name = self.choices.plan.names.name(choice.id);
        format!("{}\n({name})", self.wording.unescaped_title(choice.id))
    }

    fn schemes(&mut self) {
        self.heading("choices-schemes");
        match self.choices.is_by_burden {
            Some(true) => self.sentence("choices-best", &[]),
            Some(false) => self.sentence("choices-best-few-counts", &[]),
            None => {}
        }
        // On a screen a heading is as narrow as its longest word.
        let [name, narrow] = ["bottlenecks", "bottlenecks-narrow"]
            .map(|column| self.say("choices-column", &[("column", column.into())]));
        let cut = |mut sheet: Sheet| {
            if matches!(self.page, Page::Screen { .. }) {
                leave_out_unwritten(&mut sheet);
                for cell in &mut sheet.head {
                    *cell = cell.replace(&name, &narrow).replace(' ', "\n");
                }
            }
            sheet
        };
        let in_columns = cut(sheet(self.choices, self.wording));
        let more = self.choices.count - in_columns.rows.len();
        match self.page {
            Page::Markdown => self.table(&in_columns),
            Page::Screen { width } => {
                let together = || cut(with_columns(self.choices, self.wording, 0));
                let lines = in_columns.lines(width).or_else(|| together().lines(width));
                match lines {
                    Some(lines) => self.out += &lines,
                    None => self.one_by_one(&together(), width),
                }
            }
        }
        if more > 0 {
            self.sentence("choices-more", &[("count", more.into()), ("all", self.choices.count.into())]);
        }
    }

    /// Where the screen is too narrow for a table: the options of each, and below them its figures.
    fn one_by_one(&mut self, sheet: &Sheet, width: usize) {
        for row in &sheet.rows {
            let [number, picks, figures @ ..] = &row[..] else { continue };
            write_paragraph(&mut self.out, &format!("{number:>3}  "), picks, width);
            let names = sheet.head.iter().skip(2).map(|name| name.replace("-\n", "").replace('\n', " "));
            let figures = names.zip(figures).map(|(name, figure)| format!("{name}: {figure}"));
            write_paragraph(&mut self.out, "     ", &figures.collect::<Vec<_>>().join(" · "), width);
        }
    }

    fn hangs(&mut self) {
        let hangs = self.choices.schemes.hangs();
        if hangs.is_empty() {
            return;
        }
        self.heading("choices-hangs");
        let column = |column: &str| self.say("choices-column", &[("column", column.to_owned().into())]);
        let head = ["result", "hangs-on"].map(column).to_vec();
        let row = |hang: &crate::graph::Hang| {
            let questions =
                hang.choices.iter().map(|&choice| self.wording.unescaped_title(choice).into_owned());
            let questions = questions.collect::<Vec<_>>().join("\n");
            let inside = || self.say("choices-hangs-inside", &[]);
            vec![self.titled(hang.result), if questions.is_empty() { inside() } else { questions }]
        };
        let rows = hangs.iter().map(row).collect();
        self.table(&Sheet { head, rows });
    }

    fn titled(&self, id: Id) -> String {
        format!("{}\n({})", self.wording.unescaped_title(id), self.choices.plan.names.name(id))
    }

    fn next(&mut self) {
        let Page::Screen { width } = self.page else { return };
        let path = typed(&self.whole.source.path);
        let is_open =
            |option: &&crate::plan::Opt| self.closed.iter().all(|closed| closed.option != option.id);
        let first = self.choices.open().find_map(|choice| choice.options.iter().rev().find(is_open));
        let Some(option) = first.map(|option| self.choices.plan.names.name(option.id)) else { return };
        self.out.push('\n');
        for next in ["choices-next-what-if", "choices-next-compare"] {
            if next == "choices-next-compare" && self.choices.shown.len() < 2 {
                continue;
            }
            let pair: Vec<String> =
                self.choices.shown.iter().take(2).map(|number| (number + 1).to_string()).collect();
            let args =
                [("path", path.clone().into()), ("option", option.into()), ("pair", pair.join(",").into())];
            let said = self.say(next, &args);
            write_next(&mut self.out, &said, width);
        }
    }

    fn no_scheme(&mut self) {
        let Some(conflict) = self.choices.graph.conflict(self.choices.plan) else { return };
        let choices = conflict.choices(self.choices.plan);
        let names = self.wording.listed(&choices);
        self.sentence("choices-no-scheme", &[("names", names.into())]);
        for exclusion in &conflict.exclusions {
            let (one, other) = exclusion.options;
            let args =
                [("one", self.wording.quoted(one).into()), ("other", self.wording.quoted(other).into())];
            self.sentence("choices-exclusion", &args);
        }
        for &option in &conflict.decisions {
            self.sentence("choices-decision", &[("option", self.wording.quoted(option).into())]);
        }
        self.sentence("choices-no-scheme-ask", &[]);
    }

    fn compared(&mut self, comparison: &Comparison) {
        let schemes = self.choices.schemes;
        let [first, second] = comparison.numbers;
        self.sentence(
            "choices-compare-head",
            &[("first", (first + 1).into()), ("second", (second + 1).into())],
        );
        let column = |column: &str| self.say("choices-column", &[("column", column.to_owned().into())]);
        let number = |number: usize| self.say("choices-scheme", &[("number", (number + 1).into())]);
        let mut rows: Vec<Vec<String>> = Vec::new();
        for choice in &self.choices.plan.choices {
            let of_choice =
                |side: &Vec<Id>| side.iter().copied().find(|id| choice.options.iter().any(|o| o.id == *id));
            let [one, other] = [of_choice(&comparison.picks[0]), of_choice(&comparison.picks[1])];
            if let (Some(one), Some(other)) = (one, other) {
                rows.push(vec![self.question(choice), self.titled(one), self.titled(other)]);
            }
        }
        let mut figures = |name: &str, figures: [String; 2]| {
            if figures[0] != figures[1] {
                let [one, other] = figures;
                rows.push(vec![column(name), one, other]);
            }
        };
        figures("results", [first, second].map(|n| schemes.objectives(n).to_string()));
        figures("cost", [first, second].map(|n| schemes.cost(n).to_string()));
        figures("peak", [first, second].map(|n| hours(schemes.burden(n).peak_hours)));
        figures("bottlenecks", [first, second].map(|n| schemes.burden(n).bottlenecks.to_string()));
        figures("score", [first, second].map(|n| schemes.score(n).to_string()));
        for (name, sides) in [("standing", &comparison.results), ("work", &comparison.items)] {
            let sides = [self.titles(&sides[0]), self.titles(&sides[1])];
            figures(name, sides);
        }
        if rows.is_empty() {
            self.sentence("choices-compare-same", &[]);
            return;
        }
        let head = vec![String::new(), number(first), number(second)];
        self.out.push('\n');
        self.table(&Sheet { head, rows });
    }

    fn titles(&self, ids: &[Id]) -> String {
        let title = |id: &Id| format!("- {}", self.wording.unescaped_title(*id));
        let mut lines: Vec<String> = ids.iter().take(MOST_TITLES).map(title).collect();
        let more = ids.len().saturating_sub(MOST_TITLES);
        if more > 0 {
            lines.push(self.say("why-more", &[("count", more.into())]));
        }
        lines.join("\n")
    }
}
