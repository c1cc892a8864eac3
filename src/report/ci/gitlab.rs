//! The report of code quality that GitLab reads.

use super::{Ci, Numbers};
use crate::check::Check;
use crate::plan::Severity;
use crate::report::Report;
use crate::report::json::safe::Safe;
use serde::Serialize;
use std::hash::Hasher as _;
use std::io::{self, Write};

/// A list of the findings that are not accepted.
pub struct GitLab<'a> {
    ci: Ci<'a>,
    told: usize,
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    /// Unique within the report, and the same as long as the finding, the thing and the file are.
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

impl<'a> GitLab<'a> {
    /// A list with what `ci` says.
    #[must_use]
    pub fn new(ci: Ci<'a>) -> Self {
        Self { ci, told: 0 }
    }
}

impl Report for GitLab<'_> {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn plan(&mut self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        let path = self.ci.home.path(&check.source.path);
        let mut numbers = Numbers::default();
        for finding in check.findings.iter().filter(|finding| finding.accepted.is_none()) {
            let entry = self.ci.entry(check, finding);
            let fingerprint = finding.fingerprint(check.plan.as_ref());
            let number = numbers.of(&fingerprint);
            let issue = Issue {
                description: entry.with_ask(" "),
                check_name: entry.name,
                fingerprint: in_report(&path, &fingerprint, number),
                severity: severity(finding.severity),
                location: Location {
                    path: &path,
                    lines: Lines { begin: entry.place.start.line, end: entry.place.end.line },
                },
            };
            out.write_all(if self.told == 0 { b"\n" } else { b",\n" })?;
            self.told += 1;
            Safe::write(out, &issue)?;
        }
        Ok(())
    }

    fn unopened(&mut self, _sentence: &str, _out: &mut dyn Write) -> io::Result<()> {
        // Every entry needs a line of a file.
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"\n]\n")
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "major",
        Severity::Advice => "info",
    }
}

/// A fingerprint within a report of several plans (FNV-1a, 64 bits).
fn in_report(path: &str, fingerprint: &str, number: usize) -> String {
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(format!("{path}\0{fingerprint}\0{number}").as_bytes());
    format!("{:016x}", hasher.finish())
}
