//! The report of tests that most machines read: a suite for each plan, a case for each finding.
//!
//! It fails where the check fails: what is below `--fail-on` passes, and says what was found.

use super::{Ci, Numbers};
use crate::check::Check;
use crate::findings::Finding;
use crate::lang::escaped;
use crate::report::Report;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;
use std::io::{self, Write};

/// A suite for each plan.
///
/// It is written suite by suite: one document in memory would grow with the number of plans. So its first element does not
/// count what is in it; every suite does.
pub struct JUnit<'a> {
    ci: Ci<'a>,
}

impl<'a> JUnit<'a> {
    /// Suites with what `ci` says.
    #[must_use]
    pub fn new(ci: Ci<'a>) -> Self {
        Self { ci }
    }

    fn path(&self, check: &Check) -> String {
        escaped(&self.ci.home.path(&check.source.path)).into_owned()
    }

    fn case(&self, check: &Check, finding: &Finding, names: &mut Numbers) -> Case {
        let ci = &self.ci;
        let entry = ci.entry(check, finding);
        let about = entry.item.clone().unwrap_or_else(|| match finding.subject.item(check.plan.as_ref()) {
            Some(_) => ci.catalogue.say("core-item", &[]),
            None => String::new(),
        });
        let mut name = format!("{} {about}", entry.name).trim_end().to_owned();
        let number = names.of(&name);
        if number > 1 {
            name = format!("{name} {number}");
        }
        let (path, at) = (self.path(check), entry.place.start);
        let text = format!("{path}:{}:{}: {}", at.line, at.column, entry.with_ask("\n"));
        let result = if let Some(acceptance) = ci.wording(check).acceptance(finding) {
            CaseResult::Accepted(escaped(&acceptance.because.unwrap_or_default()).into_owned())
        } else if ci.gate.of(check).stops(finding) {
            CaseResult::Failure { severity: entry.severity, sentence: entry.sentence.clone() }
        } else {
            CaseResult::Told(entry.severity)
        };
        Case { name, text, result }
    }
}

struct Case {
    name: String,
    text: String,
    result: CaseResult,
}

enum CaseResult {
    /// The check fails for it.
    Failure { severity: &'static str, sentence: String },
    /// It is said, and the check does not fail for it.
    Told(&'static str),
    /// The team has accepted it, for this reason.
    Accepted(String),
    /// There is nothing.
    Passed,
}

impl Report for JUnit<'_> {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let mut xml = Writer::new(&mut *out);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        writeln!(xml.get_mut())?;
        xml.write_event(Event::Start(start("testsuites", &[("name", "scf check")])))?;
        writeln!(out)
    }

    fn plan(&mut self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        let path = self.path(check);
        let mut names = Numbers::default();
        let mut cases: Vec<Case> =
            check.findings.iter().map(|finding| self.case(check, finding, &mut names)).collect();
        if cases.is_empty() {
            // A suite without a case would look as if nothing had been checked.
            let name = self.ci.catalogue.say("counts-none", &[]);
            cases.push(Case { name, text: String::new(), result: CaseResult::Passed });
        }
        suite(&path, &cases, out)
    }

    fn unopened(&mut self, sentence: &str, out: &mut dyn Write) -> io::Result<()> {
        let mut xml = Writer::new(out);
        let name = sentence.lines().next().unwrap_or_default();
        let counts = [("name", name), ("tests", "1"), ("failures", "0"), ("errors", "1"), ("skipped", "0")];
        xml.write_event(Event::Start(start("testsuite", &counts)))?;
        xml.write_event(Event::Start(start("testcase", &[("name", name), ("classname", "scf check")])))?;
        told_in(&mut xml, "error", &[("message", name), ("type", "error")], sentence)?;
        end(&mut xml, "testcase")?;
        end(&mut xml, "testsuite")?;
        writeln!(xml.get_mut())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        end(&mut Writer::new(&mut *out), "testsuites")?;
        writeln!(out)
    }
}

fn suite(path: &str, cases: &[Case], out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    let count =
        |is: fn(&CaseResult) -> bool| cases.iter().filter(|case| is(&case.result)).count().to_string();
    let failures = count(|result| matches!(result, CaseResult::Failure { .. }));
    let skipped = count(|result| matches!(result, CaseResult::Accepted(_)));
    let tests = cases.len().to_string();
    let counts =
        [("name", path), ("tests", &tests), ("failures", &failures), ("errors", "0"), ("skipped", &skipped)];
    xml.write_event(Event::Start(start("testsuite", &counts)))?;
    for case in cases {
        let element = start("testcase", &[("name", &case.name), ("classname", path)]);
        if matches!(case.result, CaseResult::Passed) {
            xml.write_event(Event::Empty(element))?;
            continue;
        }
        xml.write_event(Event::Start(element))?;
        match &case.result {
            CaseResult::Failure { severity, sentence } => {
                told_in(&mut xml, "failure", &[("message", sentence), ("type", severity)], &case.text)?;
            }
            CaseResult::Told(severity) => {
                told_in(&mut xml, "system-out", &[], &format!("{severity}: {}", case.text))?;
            }
            CaseResult::Accepted(because) => {
                told_in(&mut xml, "skipped", &[("message", because), ("type", "accepted")], &case.text)?;
            }
            CaseResult::Passed => {}
        }
        end(&mut xml, "testcase")?;
    }
    end(&mut xml, "testsuite")?;
    writeln!(xml.get_mut())
}

/// An element with a text in it.
fn told_in<W: Write>(
    xml: &mut Writer<W>,
    element: &'static str,
    attributes: &[(&str, &str)],
    text: &str,
) -> io::Result<()> {
    xml.write_event(Event::Start(start(element, attributes)))?;
    xml.write_event(Event::Text(BytesText::new(&in_xml(text))))?;
    end(xml, element)
}

fn start(element: &'static str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
    let mut start = BytesStart::new(element);
    for (name, value) in attributes {
        start.push_attribute((*name, &*in_xml(value)));
    }
    start
}

fn end<W: Write>(xml: &mut Writer<W>, element: &'static str) -> io::Result<()> {
    xml.write_event(Event::End(BytesEnd::new(element)))
}

/// The text with only such characters as an XML document may have.
fn in_xml(text: &str) -> Cow<'_, str> {
    let is_not_in_xml = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if !text.contains(is_not_in_xml) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_not_in_xml(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
    }
    out.into()
}
