//! `scf check --fix`: mending plans before they are told of.

use super::{Args, Shown};
use crate::check::{Check, GateAsked, Options, check, in_order};
use crate::cli::{Format, Outcome, Shared, plans};
use crate::edit::{Replaced, replace};
use crate::fix::{self, Asked, Safety};
use crate::lang::escaped;
use crate::report::changes::changes;
use crate::report::rows::typed;
use crate::source::{Limits, Source};
use std::fs::File;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

const MARK: &str = "\u{feff}";

/// A plan as it is and as it would be.
pub(super) struct Mended {
    /// The bytes of the file; nothing where there is nothing to write.
    before: Option<Vec<u8>>,
    mended: fix::Mended,
}

/// Mends a plan. Nothing is written yet.
///
/// # Errors
/// Where the system does not give its bytes.
pub(super) fn mended(file: &Path, most: Safety, shown: Shown<'_>, options: &Options) -> io::Result<Mended> {
    let (source, bytes) = read(file)?;
    let checked = check(source, options);
    let mended = fix::mend(checked, Asked { most, options }, |mends| shown.has(mends.finding));
    Ok(Mended { before: bytes.filter(|_| mended.made > 0), mended })
}

/// A plan with its bytes; without them, where there are more than a plan may have.
fn read(file: &Path) -> io::Result<(Source, Option<Vec<u8>>)> {
    let limit = Limits::FORMAT_1.file as u64;
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().take(limit + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(limit + 1).read_to_end(&mut bytes)?;
    }
    let name = file.display().to_string();
    if bytes.len() as u64 > limit {
        return Ok((crate::source::load_from(name, &bytes[..], Limits::FORMAT_1)?, None));
    }
    Ok((Source::from_bytes(name, bytes.clone()), Some(bytes)))
}

/// Writes what was mended, and says so. Gives what is left to tell.
///
/// # Errors
/// Where it cannot be written: a sentence, and what there is to tell of the file as it still is.
pub(super) fn write(
    file: &Path,
    mended: Mended,
    is_unsafe: bool,
    options: &Options,
    shared: &Shared,
) -> Result<Check, Box<(Check, String)>> {
    let Mended { before, mended } = mended;
    let Some(before) = before else {
        say_of_guesses(file, &mended, is_unsafe, shared);
        return Ok(mended.check);
    };
    let mark = if before.starts_with(MARK.as_bytes()) { MARK } else { "" };
    let after = [mark, mended.check.source.text()].concat();
    let message = match replace(file, &before, after.as_bytes()) {
        Ok(Replaced::Done) => {
            let args = [("count", mended.made.into()), ("file", name_of(file).into())];
            if !shared.quiet {
                shared.complain(&shared.say("fix-done", &args));
            }
            say_of_guesses(file, &mended, is_unsafe, shared);
            return Ok(mended.check);
        }
        Ok(Replaced::ChangedMeanwhile) => shared.say("fix-changed", &[("file", name_of(file).into())]),
        Err(error) => {
            let args = [("file", name_of(file).into()), ("error", error.to_string().into())];
            shared.say("fix-cannot-write", &args)
        }
    };
    Err(Box::new((check(Source::from_bytes(file.display().to_string(), before), options), message)))
}

fn say_of_guesses(file: &Path, mended: &fix::Mended, is_unsafe: bool, shared: &Shared) {
    if mended.guesses > 0 && !is_unsafe && !shared.quiet {
        let command = format!("scf check --fix --unsafe --diff {}", typed(&file.display().to_string()));
        let args =
            [("count", mended.guesses.into()), ("file", name_of(file).into()), ("command", command.into())];
        shared.complain(&shared.say("fix-guesses", &args));
    }
}

/// Shows what would be mended, and writes nothing. It ends as a check of the plans as they are, since that is what they stay.
///
/// # Errors
/// Where another format is asked for, or standard output takes no more.
pub(super) fn show(
    args: &Args,
    files: &[PathBuf],
    mut trouble: Vec<String>,
    shown: Shown<'_>,
    options: &(impl Fn(&Path) -> Options + Sync),
    shared: &Shared,
    out: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    if shared.format != Format::Text {
        anyhow::bail!(shared.say("fix-diff-is-text", &[]));
    }
    let gate = args.gate();
    let mut outcome = Outcome::Sound;
    let work = |file: &Path| shown_of(file, args.safety(), shown, gate, &options(file));
    in_order(files, work, |file, drafted| {
        match drafted {
            Ok(Drafted { diff, mended, is_stopped }) => {
                out.write_all(diff.as_bytes())?;
                if is_stopped {
                    outcome = Outcome::Weak;
                }
                if mended.made > 0 && !shared.quiet {
                    let args = [("count", mended.made.into()), ("file", name_of(file).into())];
                    shared.complain(&shared.say("fix-would", &args));
                }
                say_of_guesses(file, &mended, args.mending.r#unsafe, shared);
            }
            Err(error) => trouble.push(plans::cannot_read(file, &error, shared)),
        }
        anyhow::Ok(())
    })?;
    out.flush()?;
    for sentence in &trouble {
        shared.complain(sentence);
    }
    Ok(if trouble.is_empty() { outcome } else { Outcome::Unanswered })
}

/// What would be mended in a plan.
struct Drafted {
    diff: String,
    mended: fix::Mended,
    /// Whether a check of it fails as it is.
    is_stopped: bool,
}

fn shown_of(
    file: &Path,
    most: Safety,
    shown: Shown<'_>,
    gate: GateAsked,
    options: &Options,
) -> io::Result<Drafted> {
    let (source, _) = read(file)?;
    let mut before = check(Source::new(source.path.clone(), source.text().to_owned()), options);
    let mended = fix::mend(check(source, options), Asked { most, options }, |mends| shown.has(mends.finding));
    let diff =
        if mended.made > 0 { changes(&before.source, mended.check.source.text()) } else { String::new() };
    before.keep(shown.only, shown.skip);
    Ok(Drafted { diff, is_stopped: before.is_stopped_by(gate.of(&before)), mended })
}

fn name_of(file: &Path) -> String {
    escaped(&file.display().to_string()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Mended, Options, Shared, Shown, mended, write};
    use crate::cli::{Cli, Format};
    use crate::fix::Safety;
    use clap::Parser as _;
    use std::fs;

    #[test]
    fn a_file_that_was_saved_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("p.scf.yaml");
        fs::write(&file, "ambition: A.\ntilte: B\n").unwrap();
        let options = Options::on(jiff::civil::date(2026, 11, 23));
        let shared = Shared::of(&Cli::parse_from(["scf"]).everywhere, Format::Text);
        let shown = Shown { only: &[], skip: &[] };
        let drafted: Mended = mended(&file, Safety::Safe, shown, &options).unwrap();
        let saved = "ambition: B.\ntilte: B\n";
        fs::write(&file, saved).unwrap();
        let (check, said) = *write(&file, drafted, false, &options, &shared).unwrap_err();
        assert!(said.contains("has changed while it was being mended"), "{said}");
        assert_eq!((fs::read_to_string(&file).unwrap().as_str(), check.complete()), (saved, false));
        let again = mended(&file, Safety::Safe, shown, &options).unwrap();
        assert!(write(&file, again, false, &options, &shared).is_ok());
        assert_eq!(fs::read_to_string(&file).unwrap(), "ambition: B.\ntitle: B\n");
    }
}
