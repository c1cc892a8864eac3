//! One line for each finding, as editors and other programs read it: `path:line:column: severity finding: sentence`.

use super::Ci;
use crate::check::Check;
use crate::lang::escaped;
use crate::report::Report;
use std::io::{self, Write};

/// One line for each finding that is not accepted.
pub struct Short<'a> {
    ci: Ci<'a>,
}

impl<'a> Short<'a> {
    /// Lines with what `ci` says.
    #[must_use]
    pub fn new(ci: Ci<'a>) -> Self {
        Self { ci }
    }
}

impl Report for Short<'_> {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn plan(&mut self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        // As it was given: whoever reads it stands where the command ran.
        let path = escaped(&check.source.path);
        for finding in check.findings.iter().filter(|finding| finding.accepted.is_none()) {
            let entry = self.ci.entry(check, finding);
            let at = entry.place.start;
            let (line, column) = (at.line, at.column);
            writeln!(out, "{path}:{line}:{column}: {} {}: {}", entry.severity, entry.name, entry.sentence)?;
        }
        Ok(())
    }

    fn unopened(&mut self, _sentence: &str, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
