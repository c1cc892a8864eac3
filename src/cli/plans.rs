//! Which plans are meant, and their text.

use super::Shared;
use crate::lang::escaped;
use crate::source::{self, Limits, Source};
use ignore::WalkBuilder;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

/// The endings by which a plan is known in a folder.
const ENDINGS: [&str; 2] = [".scf.yaml", ".scf.yml"];

/// The plans that words on the command line mean.
#[derive(Debug, Default)]
pub struct Meant {
    /// Files in the order of the words, those of a folder by path; `-` is standard input. Each once.
    pub files: Vec<PathBuf>,
    /// A sentence for each word that means no plan.
    pub trouble: Vec<String>,
    seen: HashSet<PathBuf>,
}

/// The plans that these words mean: a file, `-`, or a folder with all its subfolders; without a word, the one plan in the
/// current folder.
#[must_use]
pub fn meant(words: &[PathBuf], shared: &Shared) -> Meant {
    let mut meant = Meant::default();
    if words.is_empty() {
        match the_one_here(shared) {
            Ok(file) => meant.files.push(file),
            Err(sentence) => meant.trouble.push(sentence),
        }
    }
    for word in words {
        meant.add(word, shared);
    }
    meant
}

/// The one plan that a word means, read.
///
/// # Errors
/// A sentence, where it means none, several, or one that cannot be read.
pub fn one(word: Option<&Path>, shared: &Shared) -> anyhow::Result<Source> {
    let words: Vec<PathBuf> = word.iter().map(|word| word.to_path_buf()).collect();
    let Meant { files, trouble, .. } = meant(&words, shared);
    if let Some(sentence) = trouble.into_iter().next() {
        anyhow::bail!(sentence);
    }
    match &files[..] {
        [file] => open(file, shared),
        several => anyhow::bail!(shared.say("plans-several", &[("files", list(several).into())])),
    }
}

/// Reads a plan's text.
///
/// # Errors
/// A sentence, where the system does not give it.
pub fn open(file: &Path, shared: &Shared) -> anyhow::Result<Source> {
    let limits = Limits::FORMAT_1;
    let source = if file == Path::new("-") {
        source::load_from("-", io::stdin().lock(), limits)
    } else {
        source::load(file, limits)
    };
    source.map_err(|error| anyhow::anyhow!(cannot_read(&name_of(file), &error, shared)))
}

impl Meant {
    fn add(&mut self, word: &Path, shared: &Shared) {
        if word != Path::new("-") && word.is_dir() {
            let before = self.files.len() + self.trouble.len();
            self.add_folder(word, shared);
            if self.files.len() + self.trouble.len() == before {
                let folder = name_of(word);
                self.trouble.push(shared.say("plans-none-in-folder", &[("folder", folder.into())]));
            }
        } else {
            self.add_file(word.to_path_buf());
        }
    }

    fn add_folder(&mut self, folder: &Path, shared: &Shared) {
        let mut files = Vec::new();
        for entry in plans_within(folder).build() {
            match entry {
                // A plan in the folder one is in is called by its name alone.
                Ok(entry) if is_plan(entry.path()) => {
                    let path = entry.path();
                    files.push(path.strip_prefix(".").unwrap_or(path).to_path_buf());
                }
                Ok(_) => {}
                Err(error) => self
                    .trouble
                    .push(shared.say("plans-folder-closed", &[("error", error.to_string().into())])),
            }
        }
        files.sort();
        for file in files {
            self.add_file(file);
        }
    }

    fn add_file(&mut self, file: PathBuf) {
        if self.seen.insert(file.clone()) {
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

fn is_plan(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    ENDINGS.iter().any(|ending| name.ends_with(ending) && name.len() > ending.len()) && path.is_file()
}

/// The one plan in the current folder.
fn the_one_here(shared: &Shared) -> Result<PathBuf, String> {
    let entries = plans_within(Path::new(".")).max_depth(Some(1)).build();
    let paths = entries.filter_map(Result::ok).filter(|entry| is_plan(entry.path()));
    let mut files: Vec<PathBuf> =
        paths.filter_map(|entry| entry.path().file_name().map(PathBuf::from)).collect();
    files.sort();
    match &files[..] {
        [] => Err(shared.say("plans-none-here", &[])),
        [file] => Ok(file.clone()),
        several => Err(shared.say("plans-several-here", &[("files", list(several).into())])),
    }
}

fn cannot_read(name: &str, error: &io::Error, shared: &Shared) -> String {
    let message = match error.kind() {
        io::ErrorKind::NotFound => "plans-no-such-file",
        io::ErrorKind::PermissionDenied => "plans-not-allowed",
        _ => "plans-unreadable",
    };
    shared.say(message, &[("file", name.into()), ("error", error.to_string().into())])
}

/// A path as it may be shown.
fn name_of(path: &Path) -> String {
    escaped(&path.display().to_string()).into_owned()
}

/// Files below each other, as a sentence's end.
fn list(files: &[PathBuf]) -> String {
    files.iter().fold(String::new(), |list, file| list + "\n  " + &name_of(file))
}
