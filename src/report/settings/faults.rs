//! What is wrong with a settings file, each fault with its line, as faults of a plan are shown.

use crate::lang::{Catalogue, FluentValue, shown};
use crate::plan::Severity;
use crate::report::rows::write_paragraph;
use crate::report::text::quote::quoted_at;
use crate::settings::{SettingsFault, SettingsSlip, Unusable, Why};
use crate::source::{Source, leaks};
use std::io;

/// Faults that are told in full; the rest is counted.
const MOST: usize = 20;

/// Why a settings file cannot be used, for a screen of this width.
#[must_use]
pub fn unusable(unusable: &Unusable, catalogue: &Catalogue, width: usize) -> String {
    let path = shown(&unusable.path).into_owned();
    let (source, faults) = match &unusable.why {
        Why::Unread(error) => {
            let message = match error.kind() {
                io::ErrorKind::NotFound => "settings-missing",
                io::ErrorKind::InvalidInput => "settings-no-file",
                _ => "settings-unread",
            };
            return catalogue.say(message, &[("path", path.into()), ("error", error.to_string().into())]);
        }
        Why::Faulty(faulty) => (&faulty.source, &faulty.faults),
    };
    let count = faults.len();
    let mut said =
        catalogue.say("settings-faulty", &[("path", path.clone().into()), ("count", count.into())]);
    let hidden = leaks(source.text());
    for fault in faults.iter().take(MOST) {
        let place = source.position(fault.at.start);
        let mut block = format!("\n\n  {path}:{}:{}\n", place.line, place.column);
        let worded = Worded { fault, catalogue };
        write_paragraph(&mut block, "    ", &worded.sentence(), width);
        if fault.slip != SettingsSlip::TooLarge {
            block += &quoted(source, fault, &hidden, width);
        }
        write_paragraph(&mut block, "    ", &worded.ask(), width);
        said += block.trim_end_matches('\n');
    }
    if count > MOST {
        said += "\n\n  ";
        said += &catalogue.say("why-more", &[("count", (count - MOST).into())]);
    }
    said
}

fn quoted(source: &Source, fault: &SettingsFault, hidden: &[crate::source::Leak], width: usize) -> String {
    quoted_at(source, hidden, fault.at, Severity::Error, 4, width)
}

struct Worded<'a> {
    fault: &'a SettingsFault,
    catalogue: &'a Catalogue,
}

impl Worded<'_> {
    fn args(&self) -> Vec<(&'static str, FluentValue<'static>)> {
        let args = self.fault.args.iter();
        let mut args: Vec<_> =
            args.map(|(name, value)| (*name, FluentValue::from(shown(value).into_owned()))).collect();
        // A sentence selects by what is not there.
        let is_there =
            |wanted: &str| self.fault.args.iter().any(|(name, value)| *name == wanted && !value.is_empty());
        args.push(("has-meant", if is_there("meant") { "yes" } else { "no" }.into()));
        args
    }

    fn sentence(&self) -> String {
        self.catalogue.say(self.fault.slip.message(), &self.args())
    }

    fn ask(&self) -> String {
        self.catalogue.say_attribute(self.fault.slip.message(), "ask", &self.args()).unwrap_or_default()
    }
}
