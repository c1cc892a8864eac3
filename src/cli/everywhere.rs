//! The options that every command takes, and what they come to.

use super::check::Include;
use crate::lang::Catalogue;
use crate::plan::{Plan, Sensitivity};
use crate::report::Detail;
use crate::report::wording::Wording;
use crate::settings::{Lookup, Which};
use anstream::ColorChoice;
use clap::{Args, ValueEnum};
use fluent_bundle::FluentValue;
use jiff::civil::Date;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use unic_langid::LanguageIdentifier;

/// Columns, where nothing says how wide the screen is.
const WIDTH: usize = 80;

/// Options that every command takes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Everywhere {
    /// How to write the answer: text, json, yaml, or another that the command has (--help lists all) [default: text]
    #[arg(long, global = true, value_enum, hide_possible_values = true, long_help = Format::help())]
    pub format: Option<Format>,
    /// Use colours
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub color: Color,
    /// Answer in this language, such as en
    #[arg(long, global = true, value_name = "TAG", value_parser = language)]
    pub lang: Option<LanguageIdentifier>,
    /// Take this as the day it is today: YYYY-MM-DD
    #[arg(long, global = true, value_name = "DAY", value_parser = day)]
    pub today: Option<Date>,
    /// Columns of a line
    #[arg(long, global = true, value_name = "N")]
    pub width: Option<u16>,
    /// Take the settings from this file, for every plan; without it, from the nearest scf.toml upwards from each plan
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "no_settings")]
    pub settings: Option<PathBuf>,
    /// Take no settings but those of the plan and of the command line
    #[arg(long, global = true)]
    pub no_settings: bool,
    /// Say as little as possible
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

impl Everywhere {
    fn which_settings(&self) -> Which {
        match &self.settings {
            Some(file) => Which::File(file.clone()),
            None if self.no_settings => Which::None,
            None => Which::Nearest,
        }
    }
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
    /// A table for a spreadsheet
    Csv,
    /// A table for a page of text, or for a comment on a change
    Markdown,
    /// Days for a calendar
    Ics,
    /// One line for each finding, for an editor
    Short,
    /// Findings for services that watch over changes (SARIF 2.1.0)
    Sarif,
    /// Findings as notes beside the lines of a change on GitHub
    Github,
    /// Findings as a report of code quality for GitLab
    Gitlab,
    /// Findings as a report of tests
    Junit,
    /// A picture
    Svg,
    /// A page for a browser
    Html,
    /// What stands on what, for Graphviz
    Dot,
    /// What stands on what, for a page that draws Mermaid
    Mermaid,
    /// What stands on what, for programs that look at graphs
    Graphml,
}

impl Format {
    /// The word for it on the command line.
    #[must_use]
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// Those in which findings can be told.
    pub(super) fn of_findings() -> impl Iterator<Item = Self> {
        Self::value_variants().iter().copied().filter(|format| format.is_of_findings())
    }

    /// Whether findings can be told in it.
    pub(super) fn is_of_findings(self) -> bool {
        matches!(
            self,
            Self::Text
                | Self::Json
                | Self::Yaml
                | Self::Markdown
                | Self::Short
                | Self::Sarif
                | Self::Github
                | Self::Gitlab
                | Self::Junit
        )
    }

    /// The help of `--format`: what every command writes, and what only some do.
    fn help() -> String {
        let mut help = "How to write the answer. Every command writes:\n".to_owned();
        for &format in Self::value_variants() {
            if format == Self::Csv {
                help += "\nSome write also:\n";
            }
            if format == Self::Short {
                help += "\nOnly check writes, for the machines that look at every change:\n";
            }
            if format == Self::Svg {
                help += "\nPictures and pages:\n";
            }
            let about =
                format.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string));
            // Writing to a string cannot fail.
            let _ = writeln!(help, "- {:10}{}", format.name() + ":", about.unwrap_or_default());
        }
        help + "\n[default: text]"
    }
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
    /// In what form a command answers on standard output.
    pub format: Format,
    /// What it says in JSON is wanted as YAML.
    pub as_yaml: bool,
    /// Whether colours are written; `Auto` looks at the stream and the environment.
    pub color: ColorChoice,
    /// Every sentence, in the reader's language.
    pub catalogue: Catalogue,
    /// The day it is today.
    pub today: Date,
    /// Which settings file holds for each plan.
    pub settings: Lookup,
    /// Columns of a line.
    pub width: usize,
    /// As little as possible is said.
    pub quiet: bool,
    /// More is said.
    pub verbose: bool,
}

impl Shared {
    /// The options, for an answer in this form, with what the machine says where they say nothing: its day, its language,
    /// the width of its screen.
    #[must_use]
    pub fn of(options: &Everywhere, format: Format) -> Self {
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
            format: if format == Format::Yaml { Format::Json } else { format },
            as_yaml: format == Format::Yaml,
            color,
            catalogue: Catalogue::of(&languages),
            today: options.today.unwrap_or_else(|| jiff::ZonedDateTime::now().date()),
            width: options.width.map(usize::from).or_else(screen).unwrap_or(WIDTH).max(20),
            settings: Lookup::new(options.which_settings()),
            quiet: options.quiet,
            verbose: options.verbose,
        }
    }

    /// How much is told on a screen.
    #[must_use]
    pub fn detail(&self) -> Detail {
        match (self.quiet, self.verbose) {
            (true, _) => Detail::Brief,
            (_, true) => Detail::Everything,
            _ => Detail::Usual,
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
    pub fn wording<'a>(&'a self, plan: Option<&'a Plan>, include: Option<Include>) -> Wording<'a> {
        let usual = (self.format != Format::Text).then_some(Sensitivity::Team);
        let include = include.map(Sensitivity::from).or(usual);
        Wording { catalogue: &self.catalogue, plan, include }
    }

    /// Says on standard error what does not work. That nobody can read it is no further trouble.
    pub fn complain(&self, sentence: &str) {
        let mut err = anstream::AutoStream::new(std::io::stderr().lock(), self.color);
        let _ = writeln!(err, "{sentence}");
    }
}

/// A day as plans write it.
pub(super) fn day(text: &str) -> Result<Date, String> {
    let is_full = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = if is_full { text.parse().ok() } else { None };
    day.ok_or_else(|| "a day is written year-month-day, such as 2027-03-31".to_owned())
}

fn language(text: &str) -> Result<LanguageIdentifier, String> {
    text.parse().map_err(|_| "a language is written as a few letters, such as en or ar".to_owned())
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
