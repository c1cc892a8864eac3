//! Workflow commands of GitHub, which become notes beside the lines of a change.

use super::Ci;
use crate::check::Check;
use crate::findings::Finding;
use crate::lang::escaped;
use crate::plan::Severity;
use crate::report::Report;
use crate::report::worst::{Weight, Worst};
use std::io::{self, Write};

/// So many errors, warnings and notices of one step are shown; what comes after them is dropped without a word.
pub const MOST_OF_A_KIND: usize = 10;

/// The word for each severity.
const KINDS: [&str; 3] = ["error", "warning", "notice"];
/// The last of them.
const NOTICE: usize = 2;

/// The findings that are not accepted, the worst of each severity. One last notice counts the others.
pub struct GitHub<'a> {
    ci: Ci<'a>,
    commands: [Worst<Weight, String>; 3],
}

impl<'a> GitHub<'a> {
    /// Commands with what `ci` says.
    #[must_use]
    pub fn new(ci: Ci<'a>) -> Self {
        Self { ci, commands: std::array::from_fn(|_| Worst::new(MOST_OF_A_KIND)) }
    }

    fn last_notice(&self, left_out: [usize; 3]) -> String {
        let catalogue = self.ci.catalogue;
        let told = Severity::ALL.iter().zip(left_out).filter(|(_, count)| *count > 0);
        let counts = told.map(|(severity, count)| {
            catalogue.say(&format!("count-{}", severity.name()), &[("count", count.into())])
        });
        let counts = counts.reduce(|before, next| {
            catalogue.say("joined", &[("before", before.into()), ("next", next.into())])
        });
        let count = left_out.iter().sum::<usize>().into();
        let said = catalogue
            .say("ci-more-notes", &[("count", count), ("counts", counts.unwrap_or_default().into())]);
        format!("::notice title=scf::{}", data(&said))
    }
}

impl Report for GitHub<'_> {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn plan(&mut self, check: &Check, _out: &mut dyn Write) -> io::Result<()> {
        let Self { ci, commands } = self;
        for finding in check.findings.iter().filter(|finding| finding.accepted.is_none()) {
            let kind = finding.severity as usize;
            commands[kind].offer(Weight::of(finding), || command(ci, check, finding));
        }
        Ok(())
    }

    fn unopened(&mut self, sentence: &str, _out: &mut dyn Write) -> io::Result<()> {
        let command = || format!("::error title=scf::{}", data(sentence));
        self.commands[Severity::Error as usize].offer(Weight::HEAVIEST, command);
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let mut left_out = self.commands.each_ref().map(Worst::left_out);
        let fits = left_out == [0; 3];
        // The last notice needs a place among the notices.
        let most = |kind| if kind == NOTICE && !fits { MOST_OF_A_KIND - 1 } else { MOST_OF_A_KIND };
        for (kind, commands) in self.commands.iter().enumerate() {
            for command in commands.iter().take(most(kind)) {
                writeln!(out, "{command}")?;
            }
            left_out[kind] += commands.iter().skip(most(kind)).count();
        }
        if fits { Ok(()) } else { writeln!(out, "{}", self.last_notice(left_out)) }
    }
}

fn command(ci: &Ci<'_>, check: &Check, finding: &Finding) -> String {
    let entry = ci.entry(check, finding);
    let (start, end) = (entry.place.start, entry.place.end);
    let heading = ci.wording(check).guarded(finding).attribute("title").unwrap_or_default();
    let title = ci.catalogue.say("ci-title", &[("title", heading.into()), ("name", entry.name.into())]);
    format!(
        "::{} file={},line={},endLine={},col={},endColumn={},title={}::{}",
        KINDS[finding.severity as usize],
        property(&escaped(&ci.home.path(&check.source.path))),
        start.line,
        end.line,
        start.column,
        end.column,
        property(&title),
        data(&entry.with_ask("\n")),
    )
}

/// A message, so that it is one line and reads back as it was.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which a comma or a colon would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_command_too_early() {
        assert_eq!(data("100%\r\n::error::x"), "100%25%0D%0A::error::x");
        assert_eq!(property("a,b: c%0A\nd"), "a%2Cb%3A c%250A%0Ad");
    }
}
