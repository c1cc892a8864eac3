//! The options that every command takes, and what they come to.

use super::check::Include;
use crate::check::Check;
use crate::lang::Catalogue;
use crate::plan::Sensitivity;
use crate::report::wording::Wording;
use anstream::ColorChoice;
use clap::{Args, ValueEnum};
use fluent_bundle::FluentValue;
use jiff::civil::Date;
use std::io::Write as _;
use unic_langid::LanguageIdentifier;

/// Columns, where nothing says how wide the screen is.
const WIDTH: usize = 80;

/// Options that every command takes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Everywhere {
    /// How to write the answer
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Use colours
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub color: Color,
    /// Answer in this language, such as en
    #[arg(long, global = true, value_name = "TAG")]
    pub lang: Option<LanguageIdentifier>,
    /// Take this as the day it is today: YYYY-MM-DD
    #[arg(long, global = true, value_name = "DAY", value_parser = day)]
    pub today: Option<Date>,
    /// Columns of a line
    #[arg(long, global = true, value_name = "N")]
    pub width: Option<u16>,
    /// Say as little as possible
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// In what form an answer comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// What json says, as YAML: easier on the eye, and the language of the plans
    Yaml,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a screen, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What the options of every command come to.
pub struct Shared {
    /// In what form a command answers: as text or as JSON.
    pub format: Format,
    /// Whether colours are written; `Auto` looks at the stream and the environment.
    pub color: ColorChoice,
    /// Every sentence, in the reader's language.
    pub catalogue: Catalogue,
    /// The day it is today.
    pub today: Date,
    /// Columns of a line.
    pub width: usize,
    /// As little as possible is said.
    pub quiet: bool,
    /// More is said.
    pub verbose: bool,
}

impl Shared {
    /// The options with what the machine says where they say nothing: its day, its language, the width of its screen.
    #[must_use]
    pub fn of(options: &Everywhere) -> Self {
        let color = match options.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let languages = match &options.lang {
            Some(tag) => vec![tag.to_string()],
            None => sys_locale::get_locales().collect(),
        };
        let screen =
            || terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
        Self {
            // YAML is made of the JSON once it is there.
            format: if options.format == Format::Yaml { Format::Json } else { options.format },
            color,
            catalogue: Catalogue::of(&languages),
            today: options.today.unwrap_or_else(|| jiff::ZonedDateTime::now().date()),
            width: options.width.map(usize::from).or_else(screen).unwrap_or(WIDTH).max(20),
            quiet: options.quiet,
            verbose: options.verbose,
        }
    }

    /// A message of the catalogue.
    #[must_use]
    pub fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.catalogue.say(id, args)
    }

    /// What is needed to put a plan into words. Where no sensitivity is asked for, people are told all titles, programs
    /// those that the team may see.
    #[must_use]
    pub fn wording<'a>(&'a self, check: &'a Check, include: Option<Include>) -> Wording<'a> {
        let usual = (self.format == Format::Json).then_some(Sensitivity::Team);
        let include = include.map(Sensitivity::from).or(usual);
        Wording { catalogue: &self.catalogue, plan: check.plan.as_ref(), include }
    }

    /// Says on standard error what does not work. That nobody can read it is no further trouble.
    pub fn complain(&self, sentence: &str) {
        let mut err = anstream::AutoStream::new(std::io::stderr().lock(), self.color);
        let _ = writeln!(err, "{sentence}");
    }
}

/// A day as plans write it.
fn day(text: &str) -> Result<Date, String> {
    let is_full = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = if is_full { text.parse().ok() } else { None };
    day.ok_or_else(|| "a day is written year-month-day, such as 2027-03-31".to_owned())
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_is_written_in_one_way() {
        assert!(day("2026-11-23").is_ok());
        for text in ["23-11-2026", "2026-02-30", "20261123", "2026-11-23T10:00", "tomorrow"] {
            assert!(day(text).is_err(), "{text}");
        }
    }
}
