//! Lines of a screen: what is left, what is right, what is wrapped, and how wide a title is.

use crate::lang::{escaped, shown};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

pub(crate) const STRONG: Style = Style::new().bold();
pub(crate) const FAINT: Style = Style::new().dimmed();
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
pub(super) const ADVICE: Style = AnsiColor::Cyan.on_default().bold();

/// Narrower than this, columns stand under each other instead.
const NARROWEST: usize = 30;

/// Lines of a given width.
pub(super) struct Page<'a> {
    pub out: &'a mut dyn Write,
    pub width: usize,
}

impl Page<'_> {
    pub(super) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A text, wrapped; `lead` before its first line, and as many blanks before the others. `lead` may be coloured.
    pub(super) fn paragraph(&mut self, lead: &str, text: &str) -> io::Result<()> {
        self.beside(lead, text, Style::new(), "")
    }

    /// A text, wrapped, with something at the right end of its first line.
    pub(super) fn beside(&mut self, lead: &str, text: &str, style: Style, right: &str) -> io::Result<()> {
        let (indent, right_width) = (textwrap::core::display_width(lead), right.width());
        let beside = if right.is_empty() { 0 } else { right_width + 2 };
        let room = self.width.saturating_sub(indent + beside);
        let stacked = !right.is_empty() && room < NARROWEST.min(text.width());
        let room = if stacked { self.width.saturating_sub(indent).max(NARROWEST / 2) } else { room };
        for (number, line) in wrapped(text, room).iter().enumerate() {
            if number > 0 {
                writeln!(self.out, "{:indent$}{style}{line}{style:#}", "")?;
                continue;
            }
            write!(self.out, "{lead}{style}{line}{style:#}")?;
            if !right.is_empty() && !stacked {
                let gap = self.width.saturating_sub(indent + line.width() + right_width);
                write!(self.out, "{:gap$}{FAINT}{}{FAINT:#}", "", right.trim_end())?;
            }
            writeln!(self.out)?;
        }
        if stacked {
            writeln!(self.out, "{:indent$}{FAINT}{}{FAINT:#}", "", right.trim_end())?;
        }
        Ok(())
    }
}

/// The text in lines of at most this many columns. A longer word is broken.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(1))
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Plan text in one line of at most this many columns, as it may be shown.
pub(super) fn fitted(text: &str, width: usize) -> String {
    shown(&fitted_line(text.trim(), width)).into_owned()
}

/// A line in at most this many columns, its indentation kept, escaped.
pub(super) fn fitted_line(text: &str, width: usize) -> String {
    let text = escaped(text);
    if text.width() <= width {
        return text.into_owned();
    }
    let kept: String = text.chars().take_while(fits_in(width)).collect();
    format!("{}…", kept.trim_end())
}

/// A path in at most this many columns: its end says more than its beginning.
pub(super) fn fitted_end(text: &str, width: usize) -> String {
    let text = escaped(text);
    if text.width() <= width {
        return shown(&text).into_owned();
    }
    let kept: Vec<char> = text.chars().rev().take_while(fits_in(width)).collect();
    shown(&std::iter::once('…').chain(kept.into_iter().rev()).collect::<String>()).into_owned()
}

/// Whether the next character fits as well, with a column left for the sign of omission.
fn fits_in(width: usize) -> impl FnMut(&char) -> bool {
    let mut used = 1;
    move |c| {
        used += c.width().unwrap_or(0);
        used <= width
    }
}

/// The text with blanks behind it up to this many columns.
pub(super) fn padded(text: &str, width: usize) -> String {
    format!("{text}{:gap$}", "", gap = width.saturating_sub(text.width()))
}

/// Names and lines in two columns, all of one width.
pub(super) fn columns<'n>(names: impl Iterator<Item = &'n str> + Clone, places: &[String]) -> Vec<String> {
    let widest = names.clone().map(str::width).max().unwrap_or(0);
    let widest_place = places.iter().map(|place| place.width()).max().unwrap_or(0);
    let row = |(name, place): (&str, &String)| {
        let name = padded(name, widest);
        if widest_place == 0 { name } else { format!("{name}   {}", padded(place, widest_place)) }
    };
    names.zip(places).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{Page, Style, fitted, fitted_end};

    #[test]
    fn a_title_is_cut_by_columns_and_not_by_bytes() {
        assert_eq!(fitted("The market road", 15), "The market road");
        assert_eq!(fitted("The market road", 11), "The market…");
        assert_eq!(fitted("\u{5e02}\u{573a}\u{9053}\u{8def}", 5), "\u{5e02}\u{573a}…");
        assert_eq!(fitted_end("plans/market-road.scf.yaml", 15), "…-road.scf.yaml");
        assert_eq!(fitted("a\u{1b}[2Jb", 40), "a\\u{1b}[2Jb");
    }

    #[test]
    fn what_is_right_stands_at_the_end_of_the_first_line() {
        let mut out = Vec::new();
        let mut page = Page { out: &mut out, width: 40 };
        page.beside("- ", "A text of more than one single line", Style::new(), "line 7").unwrap();
        page.width = 20;
        page.beside("", "On a narrow screen below", Style::new(), "line 7").unwrap();
        let text = String::from_utf8(anstream::adapter::strip_bytes(&out).into_vec()).unwrap();
        assert_eq!(
            text,
            "- A text of more than one single  line 7\n  line\nOn a narrow screen\nbelow\nline 7\n"
        );
    }
}
