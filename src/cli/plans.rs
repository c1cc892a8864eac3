//! Which plans are meant, and their text.

use super::Shared;
use super::globs::Pattern;
use crate::check::{self, Options, Whole};
use crate::lang::escaped;
use crate::settings::Unusable;
use crate::source::{self, Limits, Source};
use ignore::WalkBuilder;
use std::collections::HashSet;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The endings by which a plan is known in a folder.
const ENDINGS: [&str; 2] = [".scf.yaml", ".scf.yml"];
/// Plans that are named where one of them is meant.
const MOST_NAMED: usize = 20;

/// The plans that words on the command line mean.
#[derive(Debug, Default)]
pub struct Meant {
    /// Files in the order of the words, those of a folder by path; `-` is standard input. Each once.
    pub files: Vec<PathBuf>,
    /// A sentence for each word that means no plan.
    pub trouble: Vec<String>,
    /// A sentence for each plan that is not in `files`, because its settings cannot be used.
    pub unsettled: Vec<String>,
    /// No plan was named, and there is more than one.
    pub are_several_here: bool,
    /// How many plans in folders are passed over, because a settings file says so.
    pub left_out: usize,
    seen: HashSet<PathBuf>,
}

/// The plans that these words mean: a file, `-`, a folder with all its subfolders, or a pattern such as `plans/*.scf.yaml`;
/// without a word, the one plan in the current folder.
#[must_use]
pub fn meant(words: &[PathBuf], shared: &Shared) -> Meant {
    let mut meant = Meant::default();
    if words.is_empty() {
        match the_one_here(shared) {
            Ok(file) => meant.files.push(file),
            Err(NotOne::None(sentence)) => meant.trouble.push(sentence),
            Err(NotOne::Several(sentence)) => {
                meant.are_several_here = true;
                meant.trouble.push(sentence);
            }
        }
    }
    for word in words {
        meant.add(word, shared);
    }
    meant
}

/// The one plan that a word means, read, and what it is checked with.
///
/// # Errors
/// A sentence, where it means none, several, or one that cannot be read, or its settings cannot be used.
pub fn one(word: Option<&Path>, shared: &Shared) -> anyhow::Result<(Source, Options)> {
    let file = one_file(word, shared)?;
    Ok((open(&file, shared)?, options(&file, shared)?))
}

/// What a plan's file is checked with, where the command line says nothing of it: the settings file that holds for it.
///
/// # Errors
/// What is wrong with that file.
pub fn options(file: &Path, shared: &Shared) -> anyhow::Result<Options> {
    let held = shared.settings.of_plan(file);
    let settings = held.map_err(|unusable| anyhow::anyhow!(unusable_settings(&unusable, shared)))?;
    Ok(Options { settings, ..Options::on(shared.today) })
}

/// What is wrong with a settings file that cannot be used.
#[must_use]
pub fn unusable_settings(unusable: &Unusable, shared: &Shared) -> String {
    crate::report::settings::unusable(unusable, &shared.catalogue, shared.width)
}

/// The one file that a word means; `-` for standard input.
///
/// # Errors
/// A sentence, where it means none, or several.
pub fn one_file(word: Option<&Path>, shared: &Shared) -> anyhow::Result<PathBuf> {
    let words: Vec<PathBuf> = word.iter().map(|word| word.to_path_buf()).collect();
    let Meant { files, trouble, .. } = meant(&words, shared);
    if let Some(sentence) = trouble.into_iter().next() {
        anyhow::bail!(sentence);
    }
    match &files[..] {
        [file] => Ok(file.clone()),
        several => anyhow::bail!(shared.say("plans-several", &[("files", list(several, shared).into())])),
    }
}

/// The one plan that a word means, or the folder that it means where that has no plan or several; without a word, the
/// current folder.
///
/// # Errors
/// A sentence, where the word is a pattern that means no plan, or several.
pub fn one_or_folder(word: Option<&Path>, shared: &Shared) -> anyhow::Result<Result<PathBuf, PathBuf>> {
    let folder = word.unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Ok(Ok(one_file(word, shared)?));
    }
    let words: Vec<PathBuf> = word.iter().map(|word| word.to_path_buf()).collect();
    let Meant { mut files, .. } = meant(&words, shared);
    Ok(if files.len() == 1 { files.pop().ok_or(folder.to_owned()) } else { Err(folder.to_owned()) })
}

/// The one plan that a word means, read as a whole; nothing, and a complaint about its faults, where parts of it could
/// not be read.
///
/// # Errors
/// A sentence, where the word means no plan, several, or one that cannot be read.
pub fn whole(word: Option<&Path>, shared: &Shared) -> anyhow::Result<Option<Whole>> {
    let (source, options) = one(word, shared)?;
    Ok(check::whole(source, &options).map_err(|check| super::faults::complain(&check, shared)).ok())
}

/// Reads a plan's text.
///
/// # Errors
/// A sentence, where the system does not give it.
pub fn open(file: &Path, shared: &Shared) -> anyhow::Result<Source> {
    read(file).map_err(|error| anyhow::anyhow!(cannot_read(file, &error, shared)))
}

/// Reads a plan's text.
///
/// # Errors
/// Where the system does not give it.
pub fn read(file: &Path) -> io::Result<Source> {
    let limits = Limits::FORMAT_1;
    if file == Path::new("-") {
        source::load_from("-", io::stdin().lock(), limits)
    } else {
        source::load(file, limits)
    }
}

/// The bytes of a plan's file, no more than a plan may have.
///
/// # Errors
/// A sentence, where the system does not give them, or there are too many.
pub fn bytes(file: &Path, shared: &Shared) -> anyhow::Result<Vec<u8>> {
    let trouble = |error: &io::Error| anyhow::anyhow!(cannot_read(file, error, shared));
    let mut bytes = Vec::new();
    let limit = Limits::FORMAT_1.file as u64;
    let opened = std::fs::File::open(file).map_err(|error| trouble(&error))?;
    opened.take(limit + 1).read_to_end(&mut bytes).map_err(|error| trouble(&error))?;
    if bytes.len() as u64 > limit {
        return Err(trouble(&io::ErrorKind::FileTooLarge.into()));
    }
    Ok(bytes)
}

impl Meant {
    /// Only those plans of which the settings can be used. What is wrong with the settings of the others is told at
    /// once, for each settings file.
    #[must_use]
    pub fn settled(mut self, shared: &Shared) -> Self {
        let mut told: Vec<Arc<Unusable>> = Vec::new();
        self.files.retain(|file| {
            let Err(unusable) = shared.settings.of_plan(file) else { return true };
            let args =
                [("file", name_of(file).into()), ("settings", escaped(&unusable.path).into_owned().into())];
            self.unsettled.push(shared.say("plans-unsettled", &args));
            if !told.iter().any(|known| Arc::ptr_eq(known, &unusable)) {
                shared.complain(&unusable_settings(&unusable, shared));
                told.push(unusable);
            }
            false
        });
        self
    }

    fn add(&mut self, word: &Path, shared: &Shared) {
        if word != Path::new("-") && word.is_dir() {
            if !self.add_folder(word, is_plan, shared) {
                let folder = name_of(word);
                self.trouble.push(shared.say("plans-none-in-folder", &[("folder", folder.into())]));
            }
        } else if let Some(pattern) = Pattern::of(word).filter(|_| !word.exists()) {
            let means = |file: &Path| file.is_file() && pattern.means(file, is_named_as_plan);
            if !pattern.folder.is_dir() || !self.add_folder(&pattern.folder, means, shared) {
                let args = [("pattern", name_of(word).into())];
                self.trouble.push(shared.say("plans-none-for-pattern", &args));
            }
        } else {
            self.add_file(word.to_path_buf());
        }
    }

    /// Adds what is meant in a folder and below it. Gives whether there was anything, be it only trouble.
    fn add_folder(&mut self, folder: &Path, is_meant: impl Fn(&Path) -> bool, shared: &Shared) -> bool {
        let before = (self.trouble.len(), self.left_out);
        let mut files = Vec::new();
        for entry in plans_within(folder).build() {
            match entry {
                // A plan in the folder one is in is called by its name alone.
                Ok(entry) if is_meant(entry.path()) => {
                    let path = entry.path();
                    if shared.settings.leaves_out(path) {
                        self.left_out += 1;
                        continue;
                    }
                    files.push(path.strip_prefix(".").unwrap_or(path).to_path_buf());
                }
                Ok(_) => {}
                Err(error) => self
                    .trouble
                    .push(shared.say("plans-folder-closed", &[("error", error.to_string().into())])),
            }
        }
        files.sort();
        if files.is_empty() && self.left_out > before.1 {
            let args = [("folder", name_of(folder).into()), ("count", (self.left_out - before.1).into())];
            self.trouble.push(shared.say("plans-all-left-out", &args));
        }
        let found = !files.is_empty() || self.trouble.len() > before.0;
        for file in files {
            self.add_file(file);
        }
        found
    }

    fn add_file(&mut self, file: PathBuf) {
        // `plan.yaml` and `./plan.yaml` are one; standard input is no file.
        let place = if file == Path::new("-") { Ok(file.clone()) } else { std::path::absolute(&file) };
        if self.seen.insert(place.unwrap_or_else(|_| file.clone())) {
            self.files.push(file);
        }
    }
}

/// A walk over a folder and its subfolders that passes over hidden ones and what `.gitignore` names.
fn plans_within(folder: &Path) -> WalkBuilder {
    let mut walk = WalkBuilder::new(folder);
    // What one person has set up for themselves must not decide which plans are found.
    walk.ignore(false).git_global(false).git_exclude(false).require_git(false);
    walk
}

/// Whether a word in the place of an id is the file of a plan. A folder may well be called like an id.
pub(super) fn is_plan_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml") && path.is_file()
}

fn is_plan(path: &Path) -> bool {
    is_named_as_plan(path) && path.is_file()
}

/// Whether a file's name ends as those of plans do.
#[must_use]
pub fn is_named_as_plan(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    ENDINGS.iter().any(|ending| name.ends_with(ending) && name.len() > ending.len())
}

/// Why there is not one plan to take where none was named, in words.
enum NotOne {
    None(String),
    Several(String),
}

/// The one plan in the current folder.
fn the_one_here(shared: &Shared) -> Result<PathBuf, NotOne> {
    let entries = plans_within(Path::new(".")).max_depth(Some(1)).build();
    let paths = entries.filter_map(Result::ok).filter(|entry| is_plan(entry.path()));
    let mut files: Vec<PathBuf> =
        paths.filter_map(|entry| entry.path().file_name().map(PathBuf::from)).collect();
    let count = files.len();
    files.retain(|file| !shared.settings.leaves_out(file));
    files.sort();
    match &files[..] {
        [] if count > 0 => {
            let args = [("folder", ".".into()), ("count", count.into())];
            Err(NotOne::None(shared.say("plans-all-left-out", &args)))
        }
        [] => Err(NotOne::None(none_here(shared))),
        [file] => Ok(file.clone()),
        several => {
            let args = [("files", list(several, shared).into())];
            Err(NotOne::Several(shared.say("plans-several-here", &args)))
        }
    }
}

/// What to say of a folder without a plan.
fn none_here(shared: &Shared) -> String {
    let said = shared.say("plans-none-here", &[]);
    let entries = plans_within(Path::new(".")).max_depth(Some(1)).build();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.path().file_name()?.to_str().map(str::to_owned))
        .filter(|name| {
            name.strip_suffix(".txt").is_some_and(|plan| ENDINGS.iter().any(|end| plan.ends_with(end)))
        })
        .collect();
    names.sort();
    let Some(there) = names.into_iter().next() else { return said };
    let meant = there.trim_end_matches(".txt").to_owned();
    let args =
        [("there", escaped(&there).into_owned().into()), ("meant", escaped(&meant).into_owned().into())];
    format!("{said}\n{}", shared.say("plans-named-txt", &args))
}

/// What to say of a file that is not there. Some editors put `.txt` behind every name.
fn no_such_file(file: &Path, shared: &Shared) -> String {
    let said = shared.say("plans-no-such-file", &[("file", name_of(file).into())]);
    let mut with_txt = file.as_os_str().to_owned();
    with_txt.push(".txt");
    if !Path::new(&with_txt).is_file() {
        return said;
    }
    let args = [("there", name_of(Path::new(&with_txt)).into()), ("meant", name_of(file).into())];
    format!("{said}\n{}", shared.say("plans-named-txt", &args))
}

/// What to say where the system does not give a plan's text.
#[must_use]
pub fn cannot_read(file: &Path, error: &io::Error, shared: &Shared) -> String {
    let name = &name_of(file);
    let message = match error.kind() {
        io::ErrorKind::NotFound => return no_such_file(file, shared),
        io::ErrorKind::PermissionDenied => "plans-not-allowed",
        _ => "plans-unreadable",
    };
    shared.say(message, &[("file", name.as_str().into()), ("error", error.to_string().into())])
}

/// A path as it may be shown.
fn name_of(path: &Path) -> String {
    escaped(&path.display().to_string()).into_owned()
}

/// Files below each other, as a sentence's end; of very many, the first ones.
fn list(files: &[PathBuf], shared: &Shared) -> String {
    let named = files.iter().take(MOST_NAMED).map(|file| name_of(file));
    let more = files.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| shared.say("plans-several-more", &[("count", more.into())]));
    named.chain(more).fold(String::new(), |list, file| list + "\n  " + &file)
}
