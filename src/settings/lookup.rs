//! Which settings file holds for a plan: the nearest one upwards from its folder.

use super::read::MOST_BYTES;
use super::{FILE, Faulty, TeamSettings, read};
use crate::source::{Limits, load};
use std::collections::HashMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Which settings file is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// The nearest upwards from each plan.
    Nearest,
    /// None at all.
    None,
    /// This one, for every plan.
    File(PathBuf),
}

/// A settings file that cannot be used.
#[derive(Debug)]
pub struct Unusable {
    /// The file, as it may be shown.
    pub path: String,
    /// Why.
    pub why: Why,
}

/// Why a settings file cannot be used.
#[derive(Debug)]
pub enum Why {
    /// The system does not give it.
    Unread(io::Error),
    /// What is wrong with its text.
    Faulty(Box<Faulty>),
}

/// What holds for the plans of a folder: nothing, settings, or a file that should hold and cannot be used.
pub type Held = Result<Option<Arc<TeamSettings>>, Arc<Unusable>>;

/// Finds the settings file of each plan, and reads each file once. Plans in several threads may ask it.
#[derive(Debug)]
pub struct Lookup {
    which: Which,
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// The whole path of a folder, all links followed, by how it is written.
    folders: HashMap<PathBuf, Option<PathBuf>>,
    /// What holds in a folder, by its whole path.
    held: HashMap<PathBuf, Held>,
}

impl Lookup {
    /// For plans for which this settings file is asked.
    #[must_use]
    pub fn new(which: Which) -> Self {
        Self { which, known: Mutex::default() }
    }

    /// The same question asked anew: files may have changed.
    #[must_use]
    pub fn afresh(&self) -> Self {
        Self::new(self.which.clone())
    }

    /// Whether no settings file is asked for at all.
    #[must_use]
    pub fn is_unasked(&self) -> bool {
        self.which == Which::None
    }

    /// What holds for a plan's file; for `-`, standard input, what holds in the current folder.
    ///
    /// # Errors
    /// The file that should hold, where it cannot be used.
    pub fn of_plan(&self, plan: &Path) -> Held {
        self.of_folder(folder_of(plan))
    }

    /// What holds in a folder.
    ///
    /// # Errors
    /// The file that should hold, where it cannot be used.
    pub fn of_folder(&self, folder: &Path) -> Held {
        let mut known = self.known();
        match &self.which {
            Which::None => Ok(None),
            Which::File(file) => {
                known.held.entry(PathBuf::new()).or_insert_with(|| read_file(file, true)).clone()
            }
            Which::Nearest => {
                match known.whole(folder) {
                    Some(folder) => known.nearest(&folder),
                    // Where the system does not say what is above a folder, nobody knows what holds in it.
                    None if folder.is_dir() => {
                        let path = folder.join(FILE).display().to_string();
                        let why = Why::Unread(ErrorKind::PermissionDenied.into());
                        Err(Arc::new(Unusable { path, why }))
                    }
                    // That a plan is not there is told elsewhere.
                    None => Ok(None),
                }
            }
        }
    }

    /// Whether a plan that was met in a folder is passed over.
    pub fn leaves_out(&self, plan: &Path) -> bool {
        let Ok(Some(settings)) = self.of_plan(plan) else { return false };
        let Some(folder) = self.known().whole(folder_of(plan)) else { return false };
        plan.file_name().is_some_and(|name| settings.leaves_out(&folder.join(name)))
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        // Nothing is left half done in it.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn whole(&mut self, folder: &Path) -> Option<PathBuf> {
        if let Some(known) = self.folders.get(folder) {
            return known.clone();
        }
        let whole = fs::canonicalize(folder).ok();
        self.folders.insert(folder.to_owned(), whole.clone());
        whole
    }

    fn nearest(&mut self, folder: &Path) -> Held {
        let mut held = Ok(None);
        let mut passed = Vec::new();
        for folder in folder.ancestors() {
            if let Some(known) = self.held.get(folder) {
                held.clone_from(known);
                break;
            }
            passed.push(folder);
            let file = folder.join(FILE);
            if is_there(&file) {
                held = read_file(&file, false);
                break;
            }
        }
        for folder in passed {
            self.held.insert(folder.to_owned(), held.clone());
        }
        held
    }
}

/// The folder that a plan is in; for standard input, the current one.
fn folder_of(plan: &Path) -> &Path {
    match plan.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Whether there is something of this name that is meant as a file: a link that leads nowhere, too.
fn is_there(file: &Path) -> bool {
    fs::symlink_metadata(file).is_ok_and(|about| !about.is_dir())
}

fn read_file(file: &Path, is_named: bool) -> Held {
    let path = shown(file, is_named);
    let unread = |error: io::Error| Arc::new(Unusable { path: path.clone(), why: Why::Unread(error) });
    let about = fs::metadata(file).map_err(unread)?;
    if about.is_dir() {
        return Err(unread(ErrorKind::IsADirectory.into()));
    }
    // A pipe of this name in some folder above would let a check wait for ever.
    if !is_named && !about.is_file() {
        return Err(unread(ErrorKind::InvalidInput.into()));
    }
    let mut source = load(file, Limits { file: MOST_BYTES, ..Limits::FORMAT_1 }).map_err(unread)?;
    let folder = file.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let folder = fs::canonicalize(folder).map_err(unread)?;
    source.path.clone_from(&path);
    match read(source, folder) {
        Ok(settings) => Ok(Some(Arc::new(settings))),
        Err(faulty) => Err(Arc::new(Unusable { path, why: Why::Faulty(faulty) })),
    }
}

/// A settings file as people find it: from the current folder where it is in it or above it, else by its whole path.
fn shown(file: &Path, is_named: bool) -> String {
    let here = std::env::current_dir().and_then(fs::canonicalize);
    let from_here = here.ok().filter(|_| !is_named).and_then(|here| from(&here, file));
    let shown = from_here.unwrap_or_else(|| file.to_owned()).display().to_string();
    // How Windows writes a whole path for programs.
    shown.strip_prefix(r"\\?\").map(str::to_owned).unwrap_or(shown)
}

/// The way from a folder to a file in it, or in a folder above it; nothing for one elsewhere.
fn from(here: &Path, file: &Path) -> Option<PathBuf> {
    if let Ok(below) = file.strip_prefix(here) {
        return Some(below.to_owned());
    }
    let folder = file.parent()?;
    let up = here.strip_prefix(folder).ok()?.components().map(|_| Component::ParentDir);
    Some(up.collect::<PathBuf>().join(file.file_name()?))
}

#[cfg(test)]
mod tests {
    use super::{Held, Lookup, Which, Why, from};
    use std::fs;
    use std::path::Path;
    use std::sync::Arc;

    fn goals(held: &Held) -> Option<u32> {
        held.as_ref().unwrap().as_ref().and_then(|settings| settings.file.thresholds.crowded_goals)
    }

    fn write(folder: &Path, goals: u32) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("scf.toml"), format!("[thresholds]\ncrowded_goals = {goals}\n")).unwrap();
    }

    #[test]
    fn the_nearest_file_upwards_holds_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        write(root, 1);
        write(&root.join("north"), 2);
        fs::create_dir_all(root.join("north/deep/er")).unwrap();
        fs::create_dir_all(root.join("south")).unwrap();
        let lookup = Lookup::new(Which::Nearest);
        for (plan, held) in [
            ("a.scf.yaml", 1),
            ("north/a.scf.yaml", 2),
            ("north/deep/er/a.scf.yaml", 2),
            ("south/a.scf.yaml", 1),
            ("north/../south/a.scf.yaml", 1),
            ("south/../north/deep/a.scf.yaml", 2),
        ] {
            assert_eq!(goals(&lookup.of_plan(&root.join(plan))), Some(held), "{plan}");
        }
        let same = [root.join("north/b"), root.join("north/deep/b")].map(|plan| lookup.of_plan(&plan));
        let [Ok(Some(one)), Ok(Some(other))] = &same else { panic!("{same:?}") };
        assert!(Arc::ptr_eq(one, other), "it is read once");
    }

    #[test]
    fn none_or_one_can_be_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), 1);
        write(&folder.path().join("other"), 2);
        let plan = folder.path().join("a.scf.yaml");
        assert_eq!(goals(&Lookup::new(Which::None).of_plan(&plan)), None);
        let file = folder.path().join("other/scf.toml");
        assert_eq!(goals(&Lookup::new(Which::File(file)).of_plan(&plan)), Some(2));
        let missing = Lookup::new(Which::File("no/such.toml".into())).of_plan(&plan).unwrap_err();
        assert!(matches!(missing.why, Why::Unread(_)) && missing.path == "no/such.toml");
    }

    #[test]
    fn a_file_that_cannot_be_used_is_not_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), 1);
        let inner = folder.path().join("inner");
        fs::create_dir_all(&inner).unwrap();
        let lookup = |file: &str| {
            fs::write(inner.join("scf.toml"), file).unwrap();
            Lookup::new(Which::Nearest).of_plan(&inner.join("a.scf.yaml"))
        };
        assert!(matches!(lookup("nonsense").unwrap_err().why, Why::Faulty(_)));
        assert_eq!(goals(&lookup("")), None, "an empty file holds too: nothing is taken from one further up");
        fs::remove_file(inner.join("scf.toml")).unwrap();
        fs::create_dir(inner.join("scf.toml")).unwrap();
        let held = Lookup::new(Which::Nearest).of_plan(&inner.join("a.scf.yaml"));
        assert_eq!(goals(&held), Some(1), "a folder of that name is none");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_not_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("nowhere", folder.path().join("scf.toml")).unwrap();
        let held = Lookup::new(Which::Nearest).of_plan(&folder.path().join("a.scf.yaml"));
        assert!(matches!(held.unwrap_err().why, Why::Unread(_)));
    }

    #[test]
    fn what_is_left_out_is_seen_from_the_folder_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("north/old")).unwrap();
        fs::write(root.join("scf.toml"), "leave_out = ['north\\old', '*draft*']\n").unwrap();
        let lookup = Lookup::new(Which::Nearest);
        for (plan, is_out) in [
            ("north/old/a.scf.yaml", true),
            ("north/a.scf.yaml", false),
            ("draft.scf.yaml", true),
            ("north/draft.scf.yaml", false),
            ("north/../draft.scf.yaml", true),
        ] {
            assert_eq!(lookup.leaves_out(&root.join(plan)), is_out, "{plan}");
        }
    }

    #[test]
    fn the_way_to_a_file_as_people_say_it() {
        let way = |here: &str, file: &str| {
            from(Path::new(here), Path::new(file)).map(|way| way.display().to_string())
        };
        assert_eq!(way("/a/b", "/a/b/scf.toml").unwrap(), "scf.toml");
        assert_eq!(way("/a/b", "/a/b/c/scf.toml").unwrap(), Path::new("c/scf.toml").display().to_string());
        assert_eq!(way("/a/b", "/scf.toml").unwrap(), Path::new("../../scf.toml").display().to_string());
        assert_eq!(way("/a/b", "/c/scf.toml"), None);
    }
}
