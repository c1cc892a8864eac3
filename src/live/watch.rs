//! Whether the plan's file has been saved: the system tells it, and where it does not, somebody looks.

use super::ask::Ask;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::{Duration, SystemTime};

/// How often somebody looks where the system says that it tells. On a drive of another computer it may not.
const NOW_AND_THEN: Duration = Duration::from_secs(1);
/// How often somebody looks where it does not.
const OFTEN: Duration = Duration::from_millis(250);

/// A watch over some files.
///
/// The folders are watched, not the files: many editors write another file and then give it the name. Nothing of the
/// order of events is used, only that there was one; what the file holds is read again.
pub(super) struct Watch {
    files: Vec<PathBuf>,
    /// The system's own watch, where it has one.
    system: Option<RecommendedWatcher>,
    seen: Vec<Option<Stamp>>,
}

/// By what a file that was saved differs without being read.
type Stamp = (Option<SystemTime>, u64);

impl Watch {
    /// A watch over these files, whether they are there or not. Where the system tells of them, [`Ask::Look`] is asked.
    pub(super) fn over(files: &[PathBuf], asks: &Sender<Ask>) -> Self {
        let mut watch = Self::by_looking(files);
        // Where some folder cannot be watched, all are looked at.
        watch.system = watch.told_by_the_system(asks).ok();
        watch
    }

    /// The same without the help of the system.
    pub(super) fn by_looking(files: &[PathBuf]) -> Self {
        let seen = files.iter().map(|file| stamp(file)).collect();
        Self { files: files.to_vec(), system: None, seen }
    }

    fn told_by_the_system(&self, asks: &Sender<Ask>) -> notify::Result<RecommendedWatcher> {
        let (mut folders, mut names) = (BTreeSet::new(), BTreeSet::new());
        for file in &self.files {
            let as_named = std::path::absolute(file)?;
            // A link may lead to a file in another folder, and that is where it is saved.
            let meant = fs::canonicalize(file).unwrap_or_else(|_| as_named.clone());
            for file in [as_named, meant] {
                folders.extend(file.parent().map(Path::to_path_buf));
                names.extend(file.file_name().map(OsString::from));
            }
        }
        let asks = asks.clone();
        let mut watcher = notify::recommended_watcher(move |told: notify::Result<notify::Event>| {
            // Where the system has lost something, it may have been this.
            let concerns = told.as_ref().map_or(true, |event| {
                let is_read_only = matches!(event.kind, EventKind::Access(_));
                let mut touched = event.paths.iter().filter_map(|path| path.file_name());
                !is_read_only && (event.need_rescan() || touched.any(|name| names.contains(name)))
            });
            if concerns {
                let _ = asks.send(Ask::Look);
            }
        })?;
        for folder in folders {
            watcher.watch(&folder, RecursiveMode::NonRecursive)?;
        }
        Ok(watcher)
    }

    /// How long to wait before looking.
    pub(super) fn interval(&self) -> Duration {
        if self.system.is_some() { NOW_AND_THEN } else { OFTEN }
    }

    /// Whether some file looks another than when this was asked last.
    pub(super) fn sees_another(&mut self) -> bool {
        let seen = self.files.iter().map(|file| stamp(file)).collect();
        std::mem::replace(&mut self.seen, seen) != self.seen
    }
}

/// Nothing where there is no file.
fn stamp(file: &Path) -> Option<Stamp> {
    let about = fs::metadata(file).ok()?;
    Some((about.modified().ok(), about.len()))
}

#[cfg(test)]
mod tests {
    use super::{Ask, Watch};
    use std::fs;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn looking_alone_sees_a_save_a_loss_and_a_return() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("p.scf.yaml");
        fs::write(&file, "one").unwrap();
        let mut watch = Watch::by_looking(std::slice::from_ref(&file));
        assert!(!watch.sees_another());
        fs::write(&file, "two, and longer").unwrap();
        assert!(watch.sees_another() && !watch.sees_another());
        fs::remove_file(&file).unwrap();
        assert!(watch.sees_another() && !watch.sees_another());
        fs::write(&file, "three").unwrap();
        assert!(watch.sees_another());
    }

    #[test]
    fn the_system_tells_of_a_save_by_another_name_and_not_of_other_files() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("p.scf.yaml");
        fs::write(&file, "one").unwrap();
        let (asks, asked) = mpsc::channel();
        let watch = Watch::over(std::slice::from_ref(&file), &asks);
        assert!(watch.system.is_some(), "this system has no watch to test");
        let beside = folder.path().join(".p.scf.yaml.new");
        fs::write(&beside, "two").unwrap();
        fs::read(&file).unwrap();
        fs::rename(&beside, &file).unwrap();
        let wait = Duration::from_secs(20);
        assert!(matches!(asked.recv_timeout(wait), Ok(Ask::Look)));
        drop((watch, asks));
        // The move names the file once or twice more; what was written beside it and what was read asks nothing.
        assert!(asked.iter().count() <= 2);
    }
}
