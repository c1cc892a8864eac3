//! `scf decide`.

use super::{Format, HELP, Outcome, Shared, faults, named, plans};
use crate::check::{self, Whole};
use crate::edit::{self, Replaced, Undecidable};
use crate::lang::{escaped, shown};
use crate::plan::{Id, OptRef};
use crate::report::changes::changes;
use crate::report::rows::typed;
use crate::report::{Head, write_document};
use crate::source::Source;
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

/// Writes a decision into the plan, with its reason; everything else in the file stays as it is
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, allow_missing_positional = true, before_help = "\
Examples:
  scf decide plan.scf.yaml order.map-first --because \"The camps sign what they have walked.\"
  scf decide plan.scf.yaml order.map-first --yes    Without being asked
", after_long_help = "\
It shows what would change, asks, and then writes chosen: and because: into the file. Comments and all else stay byte \
for byte. Without a screen and without --yes it writes nothing.")]
pub struct Args {
    /// A file; without it, the plan in this folder
    #[arg(value_name = "PLAN")]
    pub plan: Option<PathBuf>,
    /// The option that is chosen, as choice.option
    #[arg(value_name = "CHOICE.OPTION")]
    pub option: String,
    /// Why, in a sentence for those who join later
    #[arg(long, value_name = "REASON", allow_hyphen_values = true)]
    pub because: Option<String>,
    /// Write without asking
    #[arg(short, long)]
    pub yes: bool,
}

/// Decides.
///
/// # Errors
/// Where no plan is meant, the option cannot be decided on, or the file cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let file = plans::one_file(args.plan.as_deref(), shared)?;
    if file == Path::new("-") {
        anyhow::bail!(shared.say("decide-needs-file", &[]));
    }
    let bytes = plans::bytes(&file, shared)?;
    let source = Source::from_bytes(file.display().to_string(), bytes.clone());
    let options = plans::options(&file, shared)?;
    let whole = match check::whole(source, &options) {
        Ok(whole) => whole,
        Err(check) => {
            faults::complain(&check, shared);
            return Ok(Outcome::Weak);
        }
    };
    let Some((id, option)) = option(&whole, &args.option, shared) else { return Ok(Outcome::Unanswered) };
    let because = args.because.as_deref().map(str::trim).filter(|because| !because.is_empty());
    // The example of other messages, typed as it stands.
    if because.is_some_and(|because| matches!(because, "…" | "...")) {
        anyhow::bail!(shared.say("decide-no-reason", &[]));
    }
    let decision = match edit::decision(&whole.source, &whole.plan, option, because) {
        Ok(decision) => decision,
        Err(undecidable) => anyhow::bail!(why_not(undecidable, &whole, id, shared)),
    };
    if whole.graph.closed_options(&whole.plan).iter().any(|closed| closed.option == id) {
        shared.complain(&shared.say(
            "decide-closed",
            &[
                ("option", shown(whole.plan.title_of(id)).into_owned().into()),
                ("path", typed(&whole.source.path).into()),
            ],
        ));
    }
    let title = |id: Id| shown(whole.plan.title_of(id)).into_owned();
    let path = escaped(&whole.source.path).into_owned();
    if decision.splices.is_empty() {
        shared.complain(&shared.say("decide-nothing", &[("option", title(id).into())]));
        tell(&whole, option, because, false, shared, out)?;
        return Ok(Outcome::Sound);
    }
    if shared.format == Format::Text {
        out.write_all(changes(&whole.source, &decision.text).as_bytes())?;
    }
    if !args.yes {
        let screen = io::stdin().is_terminal() && io::stderr().is_terminal();
        if !screen {
            shared.complain(&shared.say("decide-not-asked", &[]));
            tell(&whole, option, because, false, shared, out)?;
            return Ok(Outcome::Unanswered);
        }
        out.flush()?;
        if shared.format != Format::Text {
            // Nobody agrees to what they have not seen.
            shared.complain(changes(&whole.source, &decision.text).trim_end());
        }
        if !is_agreed(&path, shared)? {
            shared.complain(&shared.say("decide-declined", &[]));
            tell(&whole, option, because, false, shared, out)?;
            return Ok(Outcome::Sound);
        }
    }
    let mark: &[u8] = if bytes.starts_with("\u{feff}".as_bytes()) { "\u{feff}".as_bytes() } else { b"" };
    let after = [mark, decision.text.as_bytes()].concat();
    match edit::replace(&file, &bytes, &after) {
        Ok(Replaced::Done) => {
            if !shared.quiet {
                shared.complain(&shared.say("decide-done", &[("path", path.into())]));
            }
            tell(&whole, option, because, true, shared, out)?;
            Ok(Outcome::Sound)
        }
        Ok(Replaced::ChangedMeanwhile) => {
            anyhow::bail!(shared.say("decide-changed", &[("path", path.into())]))
        }
        Err(error) => {
            let args = [("path", path.into()), ("error", error.to_string().into())];
            anyhow::bail!(shared.say("decide-cannot-write", &args))
        }
    }
}

/// The option that a word means; nothing, and a complaint, where it means none.
fn option(whole: &Whole, word: &str, shared: &Shared) -> Option<(Id, OptRef)> {
    let id = named::option(&whole.plan, word, &whole.source.path, shared)?;
    let thing = whole.plan.names.get(id);
    let option = whole.plan.option_index(id)?;
    Some((id, OptRef { choice: thing.index, option, at: thing.at }))
}

fn why_not(undecidable: Undecidable, whole: &Whole, option: Id, shared: &Shared) -> String {
    let title = |id: Id| shown(whole.plan.title_of(id)).into_owned();
    let name = |id: Id| whole.plan.names.name(id).to_owned();
    match undecidable {
        Undecidable::Excluded(other) => shared.say(
            "decide-excluded",
            &[
                ("option", title(option).into()),
                ("other", title(other).into()),
                ("other-id", name(other).into()),
            ],
        ),
        Undecidable::OldReason(other) => shared.say("decide-old-reason", &[("other", title(other).into())]),
        Undecidable::Unwritable => shared.say("decide-unwritable", &[]),
    }
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct Decided<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The id of the choice.
    choice: &'a str,
    /// The option that is chosen, by its name in the choice.
    chosen: &'a str,
    /// The reason that was given.
    because: Option<&'a str>,
    /// Whether the decision was written into the file.
    written: bool,
}

/// What was decided, for a program; people have seen it.
fn tell(
    whole: &Whole,
    option: OptRef,
    because: Option<&str>,
    written: bool,
    shared: &Shared,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    if shared.format == Format::Text {
        return Ok(());
    }
    let choice = &whole.plan.choices[option.choice as usize];
    let document = Decided {
        head: Head::new("decide", shared.today, &whole.source.path, whole.title()),
        choice: whole.plan.names.name(choice.id),
        chosen: &choice.options[option.option as usize].name,
        because,
        written,
    };
    Ok(write_document(&document, out)?)
}

fn is_agreed(path: &str, shared: &Shared) -> io::Result<bool> {
    let mut err = io::stderr().lock();
    write!(err, "{} ", shared.say("decide-ask", &[("path", path.to_owned().into())]))?;
    err.flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(means_yes(&answer, &shared.say("decide-yes", &[])))
}

/// Whether an answer is one of these words. No answer is no.
fn means_yes(answer: &str, yes: &str) -> bool {
    let answer = answer.trim().to_lowercase();
    yes.split_whitespace().any(|word| word == answer)
}

#[cfg(test)]
mod tests {
    use super::means_yes;

    #[test]
    fn only_yes_is_yes() {
        for answer in ["y", " Yes\n", "Y\r\n"] {
            assert!(means_yes(answer, "y yes"), "{answer:?}");
        }
        for answer in ["", "\n", "n", "no", "yess", "y y"] {
            assert!(!means_yes(answer, "y yes"), "{answer:?}");
        }
    }
}
