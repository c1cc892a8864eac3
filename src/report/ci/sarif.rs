//! SARIF 2.1.0, which services that watch over code read.

mod log;

use super::{Ci, Entry, Numbers, Place};
use crate::check::Check;
use crate::edit::Splice;
use crate::findings::{Definition, Finding, REGISTRY};
use crate::fix::Safety;
use crate::plan::{Factor, Severity};
use crate::report::Report;
use crate::report::json::write_document;
use crate::report::worst::{Weight, Worst};
use crate::source::Span;
use log::{
    ArtifactChange, ArtifactLocation, Driver, Inserted, Invocation, Level, Location, Log, LogFix, Message,
    Notification, PhysicalLocation, Region, Replacement, Rule, RuleConfiguration, RuleProperties, Run,
    RunResult, RunResultProperties, Suppression, Tool,
};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Results of a run; the rest is counted. Services show no more.
pub const MOST_RESULTS: usize = 5_000;
/// Plans that the system did not give, of which the sentence is told.
const MOST_NOTIFICATIONS: usize = 100;
/// Related places of one result.
const MOST_RELATED: usize = 20;
/// Changes of one fix that are told.
const MOST_REPLACEMENTS: usize = 100;

/// All findings, with those that the team has accepted as suppressed. Where there are too many, the worst.
pub struct Sarif<'a> {
    ci: Ci<'a>,
    /// Accepted ones come last.
    results: Worst<(bool, Weight), RunResult>,
    unopened: Worst<(), String>,
}

impl<'a> Sarif<'a> {
    /// A log with what `ci` says.
    #[must_use]
    pub fn new(ci: Ci<'a>) -> Self {
        Self { ci, results: Worst::new(MOST_RESULTS), unopened: Worst::new(MOST_NOTIFICATIONS) }
    }

    fn rules(&self) -> Vec<Rule> {
        let catalogue = self.ci.catalogue;
        let rule = |definition: &&Definition| {
            let name = definition.name.name();
            let about = catalogue.say_attribute(name, "about", &[]).unwrap_or_default();
            let help = catalogue.say("ci-help", &[("name", name.into())]);
            let family = definition.family.name();
            let factor = definition.factor.map(Factor::name).filter(|factor| *factor != family);
            Rule {
                id: name,
                short_description: Message::of(&about),
                help: Message::of(&help),
                default_configuration: RuleConfiguration { level: level(definition.severity) },
                properties: RuleProperties { tags: std::iter::once(family).chain(factor).collect() },
            }
        };
        REGISTRY.iter().map(rule).collect()
    }

    fn notifications(&self) -> Vec<Notification> {
        let unopened = self.unopened.iter();
        let mut notifications: Vec<Notification> = unopened
            .map(|sentence| Notification { level: Level::Error, message: Message::of(sentence) })
            .collect();
        let left_out = self.results.left_out();
        if left_out > 0 {
            let said = self.ci.catalogue.say("ci-more-results", &[("count", left_out.into())]);
            notifications.push(Notification { level: Level::Warning, message: Message::of(&said) });
        }
        notifications
    }
}

impl Report for Sarif<'_> {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn plan(&mut self, check: &Check, _out: &mut dyn Write) -> io::Result<()> {
        let Self { ci, results, .. } = self;
        let uri = ci.home.uri(&check.source.path);
        let mut numbers = Numbers::default();
        for finding in &check.findings {
            let fingerprint = finding.fingerprint(check.plan.as_ref());
            let number = numbers.of(&fingerprint);
            let rank = (finding.accepted.is_some(), Weight::of(finding));
            results.offer(rank, || result(ci, check, finding, &uri, fingerprint, number));
        }
        Ok(())
    }

    fn unopened(&mut self, sentence: &str, _out: &mut dyn Write) -> io::Result<()> {
        self.unopened.offer((), || sentence.to_owned());
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let run = Run {
            tool: Tool {
                driver: Driver {
                    name: "scf",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: self.rules(),
                },
            },
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: self.unopened.iter().next().is_none(),
                tool_execution_notifications: self.notifications(),
            }],
            results: self.results.in_order().collect(),
        };
        write_document(&Log::of(run), out)
    }
}

fn result(
    ci: &Ci<'_>,
    check: &Check,
    finding: &Finding,
    uri: &str,
    fingerprint: String,
    number: usize,
) -> RunResult {
    let entry = ci.entry(check, finding);
    let worded = ci.wording(check).guarded(finding);
    let related = finding.related.iter().take(MOST_RELATED).map(|related| {
        location(uri, &Place::of(&check.source, related.at), Some(Message::of(&worded.related(related))))
    });
    let suppression = ci.wording(check).acceptance(finding).map(|acceptance| Suppression {
        kind: if acceptance.is_in_plan { "inSource" } else { "external" },
        status: "accepted",
        justification: acceptance.because.map(Cow::into_owned),
    });
    // GitHub looks at this name alone, whatever it is made of.
    let for_github = format!("{fingerprint}:{number}");
    RunResult {
        rule_id: entry.name,
        rule_index: REGISTRY.iter().position(|definition| definition.name == finding.name),
        level: level(finding.severity),
        message: Message::of(&entry.with_ask(" ")),
        locations: [location(uri, &entry.place, None)],
        related_locations: related.collect(),
        partial_fingerprints: BTreeMap::from([
            ("primaryLocationLineHash", for_github),
            ("scfFinding/v1", fingerprint),
        ]),
        fixes: fix(ci, check, finding, uri, &entry).into_iter().collect(),
        suppressions: suppression.into_iter().collect(),
        baseline_state: ci.gate.beside_baseline.then(|| baseline_state(finding)),
        properties: RunResultProperties {
            item: entry.item,
            factor: finding.factor.map(Factor::name),
            dated: finding.dated,
        },
    }
}

/// Whether a finding was there when the baseline was written. What the team accepts is no news either.
fn baseline_state(finding: &Finding) -> &'static str {
    let is_known = finding.accepted.is_some() || finding.known_since().is_some();
    if is_known { "unchanged" } else { "new" }
}

/// What can be mended without asking. Signs can be told, and words that the message says as well.
fn fix(ci: &Ci<'_>, check: &Check, finding: &Finding, uri: &str, entry: &Entry) -> Option<LogFix> {
    let fix = check.fixes().the_one(finding).filter(|fix| fix.safety == Safety::Safe)?;
    let said = entry.with_ask(" ");
    let is_told = |edit: &Splice| !edit.text.contains(char::is_alphanumeric) || said.contains(&edit.text);
    if !fix.edits.iter().all(is_told) || fix.edits.len() > MOST_REPLACEMENTS {
        return None;
    }
    let replacement = |edit: &Splice| Replacement {
        deleted_region: region(&Place::of(&check.source, Span::new(edit.at.start, edit.at.end))),
        inserted_content: Inserted { text: edit.text.clone() },
    };
    Some(LogFix {
        description: Message::of(&fix.say(ci.catalogue)),
        artifact_changes: [ArtifactChange {
            artifact_location: ArtifactLocation { uri: uri.to_owned() },
            replacements: fix.edits.iter().map(replacement).collect(),
        }],
    })
}

fn region(place: &Place) -> Region {
    Region {
        start_line: place.start.line,
        start_column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
    }
}

fn location(uri: &str, place: &Place, message: Option<Message>) -> Location {
    Location {
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri.to_owned() },
            region: region(place),
        },
        message,
    }
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Advice => Level::Note,
    }
}
