//! `scf new`.

use super::{HELP, Outcome, Shared, schema};
use crate::edit::draft_beside;
use crate::lang::{escaped, starter};
use crate::report::rows::typed;
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The ending of a plan's file.
const ENDING: &str = ".scf.yaml";

/// Write a first plan that you can change
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf new                  Write plan.scf.yaml in this folder
  scf new market-road      Write market-road.scf.yaml
  scf new -                Show it, and write nothing
", after_long_help = "\
It is a small plan, with notes that say what each part is for. A file that is there already is never changed. On Linux \
and macOS, only you can read the new file.")]
pub struct Args {
    /// The file to write, or - for standard output
    #[arg(value_name = "FILE", default_value = "plan.scf.yaml")]
    pub file: PathBuf,
}

/// Writes a first plan.
///
/// # Errors
/// Where it cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    // Editors look for it in the first line.
    let text = &format!("{}\n{}", schema::modeline(schema::FILE), starter(&shared.catalogue));
    if args.file == Path::new("-") {
        out.write_all(text.as_bytes())?;
        return Ok(Outcome::Sound);
    }
    let file = with_ending(&args.file);
    let name = || escaped(&file.display().to_string()).into_owned();
    if let Err(error) = write_new(&file, text) {
        shared.complain(&trouble(&file, &args.file, &error, shared));
        return Ok(Outcome::Unanswered);
    }
    if !shared.quiet {
        writeln!(out, "{}", shared.say("new-written", &[("file", name().into())]))?;
        if cfg!(unix) {
            writeln!(out, "{}", shared.say("new-private", &[]))?;
        }
        writeln!(out, "{}", shared.say("new-how", &[]))?;
        writeln!(out, "{}", shared.say("new-next", &[("file", typed(&file.display().to_string()).into())]))?;
        let command = schema::command_for(&file);
        writeln!(out, "{}", shared.say("new-schema", &[("command", command.into())]))?;
    }
    Ok(Outcome::Sound)
}

/// The name as given; with the ending of plans where it has none.
fn with_ending(file: &Path) -> PathBuf {
    let has_name = file.file_name().is_some() && !file.is_dir();
    if has_name && file.extension().is_none() {
        let mut name = file.as_os_str().to_owned();
        name.push(ENDING);
        return name.into();
    }
    file.to_owned()
}

/// Writes a file that is not there yet: the whole, or nothing.
///
/// A plan can put people in danger, so on Unix nobody but its owner can read it.
fn write_new(file: &Path, text: &str) -> io::Result<()> {
    if file.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let mut draft = draft_beside(file)?;
    draft.write_all(text.as_bytes())?;
    draft.as_file().sync_all()?;
    match draft.persist_noclobber(file) {
        Ok(_) => Ok(()),
        Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => Err(refused.error),
        // Some disks, as in many memory sticks, cannot do that.
        Err(_) => write_in_place(file, text),
    }
}

/// The same in two steps; what could not be finished is taken away again.
fn write_in_place(file: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut opened = options.open(file)?;
    opened.write_all(text.as_bytes()).and_then(|()| opened.sync_all()).inspect_err(|_| {
        // The first error is the one to tell.
        let _ = std::fs::remove_file(file);
    })
}

fn trouble(file: &Path, as_given: &Path, error: &io::Error, shared: &Shared) -> String {
    let shown = |path: &Path| escaped(&path.display().to_string()).into_owned();
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let message = match error.kind() {
        _ if file.is_dir() => "new-is-folder",
        ErrorKind::AlreadyExists => "new-exists",
        ErrorKind::NotFound => "new-no-folder",
        ErrorKind::PermissionDenied => "new-not-allowed",
        _ => "new-cannot",
    };
    let args = [
        ("file", shown(file).into()),
        ("folder", folder.map_or_else(String::new, shown).into()),
        ("example", typed(&as_given.join("plan.scf.yaml").display().to_string()).into()),
        ("error", error.to_string().into()),
    ];
    shared.say(message, &args)
}

#[cfg(test)]
mod tests {
    use super::{with_ending, write_in_place, write_new};
    use std::path::Path;

    #[test]
    fn a_name_without_ending_gets_the_one_of_plans() {
        assert_eq!(with_ending(Path::new("a/b")), Path::new("a/b.scf.yaml"));
        assert_eq!(with_ending(Path::new("b.yaml")), Path::new("b.yaml"));
        assert_eq!(with_ending(Path::new("..")), Path::new(".."));
    }

    #[test]
    fn what_is_there_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("plan.scf.yaml");
        write_new(&file, "first").unwrap();
        assert!(write_new(&file, "second").is_err());
        assert!(write_in_place(&file, "third").is_err());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "first");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left behind");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_a_new_plan() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let mode = |file: &Path| std::fs::metadata(file).unwrap().permissions().mode() & 0o777;
        let (a, b) = (folder.path().join("a"), folder.path().join("b"));
        write_new(&a, "").unwrap();
        write_in_place(&b, "").unwrap();
        assert_eq!((mode(&a), mode(&b)), (0o600, 0o600));
    }
}
