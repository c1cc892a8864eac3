//! `scf explain`.

use super::{Format, HELP, Outcome, Shared, check};
use crate::findings::{self, Definition, Family};
use crate::plan::FindingName;
use crate::report::layout::{FAINT, STRONG, wrapped};
use crate::report::page::page;
use crate::report::shape::{FindingId, SeverityName, StageName};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::Write;
use unicode_width::UnicodeWidthStr as _;

/// The pages that are built in, by the name of the finding.
const PAGES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// What a finding means, why it matters, and what can help
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf explain               All findings, each in one line
  scf explain bottleneck    One of them, with a plan that has it and the same plan mended
")]
pub struct Args {
    /// The name of a finding; without it, the list of all
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
}

/// Explains a finding, or lists them all.
///
/// # Errors
/// Where the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let Some(word) = &args.name else {
        let text = match shared.format {
            Format::Json | Format::Yaml => json(findings::REGISTRY, shared)?,
            _ => list(shared),
        };
        out.write_all(text.as_bytes())?;
        return Ok(Outcome::Sound);
    };
    let name = check::name(&word.trim().to_lowercase(), shared)?;
    let Some(definition) = findings::definition(name) else {
        writeln!(out, "{}", shared.say("explain-not-built", &[("name", name.name().into())]))?;
        return Ok(Outcome::Sound);
    };
    let text = match (shared.format, page_of(name)) {
        (Format::Json | Format::Yaml, _) => json(&[definition], shared)?,
        (_, Some(markdown)) => page(markdown, shared.width),
        (_, None) => {
            let args = [("name", name.name().into()), ("about", about(name, shared).into())];
            shared.say("explain-no-page", &args) + "\n"
        }
    };
    out.write_all(text.as_bytes())?;
    Ok(Outcome::Sound)
}

/// The page of a finding, as it was written.
pub(crate) fn page_of(name: FindingName) -> Option<&'static str> {
    PAGES.iter().find(|(page, _)| *page == name.name()).map(|(_, markdown)| *markdown)
}

fn about(name: FindingName, shared: &Shared) -> String {
    shared.catalogue.say_attribute(name.name(), "about", &[]).unwrap_or_default()
}

/// All findings that are built, by family, and the names of those to come.
fn list(shared: &Shared) -> String {
    let mut out = shared.say("explain-list", &[]) + "\n";
    let names = findings::REGISTRY.iter().map(|definition| definition.name.name().width());
    let severity = |definition: &Definition| {
        shared.say("explain-severity", &[("severity", definition.severity.name().into())])
    };
    let severities = findings::REGISTRY.iter().map(|definition| severity(definition).width());
    let name_width = names.max().unwrap_or(0);
    let severity_width = severities.max().unwrap_or(0);
    let indent = 2 + name_width + 2 + severity_width + 2;
    for family in [Family::Text].into_iter().chain(Family::LOOKED_AT) {
        let of_family: Vec<_> = findings::REGISTRY.iter().filter(|d| d.family == family).collect();
        if of_family.is_empty() {
            continue;
        }
        let heading = shared.say("explain-family", &[("family", family.name().into())]);
        let _ = writeln!(out, "\n{STRONG}{heading}{STRONG:#}");
        for definition in of_family {
            let (name, severity) = (definition.name.name(), severity(definition));
            let gap = " ".repeat(severity_width - severity.width());
            let lines = wrapped(&about(definition.name, shared), shared.width.saturating_sub(indent).max(20));
            let first = lines.first().map_or("", String::as_str);
            let row = format!("  {name:name_width$}  {FAINT}{severity}{FAINT:#}{gap}  {first}");
            let _ = writeln!(out, "{}", row.trim_end());
            for line in lines.iter().skip(1) {
                let _ = writeln!(out, "{:indent$}{line}", "");
            }
        }
    }
    out.push('\n');
    for line in wrapped(&shared.say("explain-legend", &[]), shared.width) {
        let _ = writeln!(out, "{line}");
    }
    let later = FindingName::ALL.iter().filter(|name| findings::definition(**name).is_none());
    let later: Vec<_> = later.map(|name| name.name()).collect();
    if !later.is_empty() {
        let _ = writeln!(out, "\n{STRONG}{}{STRONG:#}", shared.say("explain-later", &[]));
        for line in wrapped(&later.join(", "), shared.width.saturating_sub(2)) {
            let _ = writeln!(out, "  {line}");
        }
    }
    out
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct Explanations<'a> {
    /// The version of this form of answer.
    format: u32,
    /// The command that answers.
    command: &'static str,
    /// The findings that are explained.
    findings: Vec<Explained<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Explained<'a> {
    /// The name of the finding.
    #[schemars(with = "FindingId")]
    finding: &'static str,
    /// What it is about.
    family: &'static str,
    /// What it weighs where nothing else is said.
    #[schemars(with = "SeverityName")]
    severity: &'static str,
    /// The stage from which it is given.
    #[schemars(with = "StageName")]
    from: &'static str,
    /// What it means, in one sentence.
    about: String,
    /// Its page, in Markdown.
    page: Option<&'a str>,
}

fn json(definitions: &[&Definition], shared: &Shared) -> serde_json::Result<String> {
    let explained = |definition: &&Definition| Explained {
        finding: definition.name.name(),
        family: definition.family.name(),
        severity: definition.severity.name(),
        from: definition.from.name(),
        about: about(definition.name, shared),
        page: page_of(definition.name),
    };
    let findings = definitions.iter().map(explained).collect();
    serde_json::to_string_pretty(&Explanations { format: 1, command: "explain", findings })
        .map(|json| json + "\n")
}
