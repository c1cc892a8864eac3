//! `--baseline` of `scf check`, and what goes with it: the file, and what is said about it.

use super::check::Args;
use super::out_file::OutFile;
use super::{Shared, outputs, plans};
use crate::baseline::{Baseline, Broken, Entry, LookedAt, MOST_BYTES, Use, path_from};
use crate::check::Check;
use crate::report::rows::typed;
use crate::settings::FailOn;
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Where a baseline is written that nobody has given a name.
const USUAL: &str = "scf-baseline.json";
/// Entries that are named one by one.
const MOST_NAMED: usize = 5;

/// A baseline, and the file it is in.
pub(super) struct BaselineFile<'a> {
    file: PathBuf,
    baseline: Baseline,
    to: Use,
    prune: bool,
    looked_at: LookedAt<'a>,
    shared: &'a Shared,
    /// Paths of the plans that were checked and have entries.
    checked: HashSet<Box<str>>,
    unmet: Unmet,
    /// The plans as one types them.
    plans: String,
}

/// Entries that meet nothing.
#[derive(Default)]
struct Unmet {
    count: usize,
    /// The first of them, in words.
    named: Vec<String>,
}

impl<'a> BaselineFile<'a> {
    /// The baseline that the command line names; nothing where it names none.
    ///
    /// # Errors
    /// A sentence, where there is no such file, it is no baseline, or it must not be written.
    pub(super) fn asked(
        args: &Args,
        looked_at: LookedAt<'a>,
        shared: &'a Shared,
    ) -> anyhow::Result<Option<Self>> {
        let file = match (&args.baseline, args.write_baseline) {
            (Some(file), _) => file.clone(),
            (None, true) => USUAL.into(),
            (None, false) if args.failing.fail_on == Some(FailOn::New) => {
                anyhow::bail!(shared.say("baseline-needed", &[("plans", typed_plans(args).into())]))
            }
            (None, false) => return Ok(None),
        };
        let trouble =
            |message: &str| anyhow::anyhow!(shared.say(message, &[("file", outputs::name_of(&file).into())]));
        if plans::is_named_as_plan(&file) {
            return Err(trouble("baseline-is-plan"));
        }
        let place = std::path::absolute(&file)?;
        let mut answers = args.output.iter().filter_map(|output| output.file.as_ref());
        if answers.any(|answer| std::path::absolute(answer).is_ok_and(|answer| answer == place)) {
            return Err(trouble("output-twice"));
        }
        let baseline = match read(&file) {
            Ok(bytes) => Baseline::read(&bytes).map_err(|broken| no_baseline(&file, &broken, shared))?,
            Err(error) if error.kind() == ErrorKind::NotFound && args.write_baseline => Baseline::default(),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let typed = typed(&file.to_string_lossy()).into();
                let args = [
                    ("file", outputs::name_of(&file).into()),
                    ("typed", typed),
                    ("plans", typed_plans(args).into()),
                ];
                anyhow::bail!(shared.say("baseline-missing", &args));
            }
            Err(error) => anyhow::bail!(plans::cannot_read(&file, &error, shared)),
        };
        let to = if args.write_baseline { Use::Write } else { Use::Read { max_age: args.max_age } };
        Ok(Some(Self {
            file,
            baseline,
            to,
            prune: args.prune_baseline,
            looked_at,
            shared,
            checked: HashSet::new(),
            unmet: Unmet::default(),
            plans: typed_plans(args),
        }))
    }

    /// Puts the baseline beside what was found in a plan.
    ///
    /// # Errors
    /// Where the system does not say where the plan is.
    pub(super) fn apply(&mut self, plan: &Path, check: &mut Check) -> io::Result<()> {
        let path = path_from(self.folder(), plan)?;
        let unmet = self.baseline.apply(&path, check, self.to, self.looked_at, self.shared.today);
        self.unmet.add(&path, &unmet);
        if self.prune && !unmet.is_empty() {
            self.baseline.remove(&path, &unmet);
        }
        if !self.baseline.of_plan(&path).is_empty() {
            self.checked.insert(path.into());
        }
        Ok(())
    }

    /// Writes the file where that was asked for, and says what has become of it.
    ///
    /// # Errors
    /// A sentence, where it cannot be written.
    pub(super) fn finish(mut self) -> anyhow::Result<()> {
        self.forget_gone();
        let Self { baseline, to, prune, shared, unmet, .. } = &self;
        let name = outputs::name_of(&self.file);
        let is_written = *to == Use::Write || (*prune && unmet.count > 0);
        if is_written {
            self.write().map_err(|error| outputs::cannot_write(&self.file, &error, shared))?;
        }
        if *to == Use::Write && !shared.quiet {
            let typed = typed(&self.file.to_string_lossy()).into();
            let args = [
                ("file", name.clone().into()),
                ("entries", baseline.len().into()),
                ("typed", typed),
                ("plans", self.plans.clone().into()),
            ];
            shared.complain(&shared.say("baseline-written", &args));
        }
        let message = if is_written { "baseline-pruned" } else { "baseline-unmet" };
        if unmet.count > 0 && !(is_written && shared.quiet) {
            let list = unmet.list(shared).into();
            let args = [("file", name.into()), ("count", unmet.count.into()), ("list", list)];
            shared.complain(&shared.say(message, &args));
        }
        Ok(())
    }

    /// Looks for entries about plans that are not there any more: nobody will ever check them again.
    fn forget_gone(&mut self) {
        let is_gone = |path: &str| {
            path != "-"
                && !self.checked.contains(path)
                && self.folder().join(path).try_exists().is_ok_and(|exists| !exists)
        };
        let is_looked_at = |entry: &&Entry| self.looked_at.has(entry.finding);
        let gone: Vec<(String, Vec<Entry>)> = self
            .baseline
            .plans()
            .filter(|(path, _)| is_gone(path))
            .map(|(path, entries)| (path.to_owned(), entries.iter().filter(is_looked_at).cloned().collect()))
            .collect();
        for (path, entries) in gone {
            self.unmet.add(&path, &entries);
            if self.prune || self.to == Use::Write {
                self.baseline.remove(&path, &entries);
            }
        }
    }

    fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new(""))
    }

    /// Writes the whole file, or leaves it as it is.
    fn write(&self) -> io::Result<()> {
        let mut text = Vec::new();
        self.baseline.write(&mut text)?;
        if read(&self.file).is_ok_and(|before| before == text) {
            return Ok(());
        }
        let mut out = OutFile::create(&self.file)?;
        out.write_all(&text)?;
        out.finish()
    }
}

impl Unmet {
    fn add(&mut self, path: &str, entries: &[Entry]) {
        self.count += entries.len();
        let room = MOST_NAMED.saturating_sub(self.named.len());
        self.named.extend(entries.iter().take(room).map(|entry| {
            let item = entry.item.as_deref().unwrap_or_default();
            format!("{path}: {} {item}", entry.finding.name()).trim_end().to_owned()
        }));
    }

    /// Each on a line of its own.
    fn list(&self, shared: &Shared) -> String {
        let named = self.named.iter().map(|entry| crate::lang::escaped(entry).into_owned());
        let more = self.count - self.named.len();
        let more = (more > 0).then(|| shared.say("baseline-unmet-more", &[("count", more.into())]));
        named.chain(more).fold(String::new(), |list, entry| list + "\n  " + &entry)
    }
}

/// The plans that the command line names, as one types them again, each behind a space.
fn typed_plans(args: &Args) -> String {
    let plans: Vec<String> = args.plans.iter().map(|plan| typed(&plan.to_string_lossy())).collect();
    plans.iter().flat_map(|plan| [" ", plan]).collect()
}

/// The bytes of a file, and one more than a baseline may have where there are too many.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn no_baseline(file: &Path, broken: &Broken, shared: &Shared) -> anyhow::Error {
    let (file, why) = (outputs::name_of(file).into(), shared.say(broken.why, &[]).into());
    anyhow::anyhow!(if broken.line == 0 {
        shared.say("baseline-broken", &[("file", file), ("why", why)])
    } else {
        let (line, column) = (broken.line.into(), broken.column.into());
        shared.say("baseline-broken-at", &[("file", file), ("why", why), ("line", line), ("column", column)])
    })
}
