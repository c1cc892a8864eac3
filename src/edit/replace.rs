//! Putting a new text into a file's place: the whole of it, or nothing.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use tempfile::NamedTempFile;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaced {
    /// The file has the new text.
    Done,
    /// The file was not what it had been; it stays as it is.
    ChangedMeanwhile,
}

/// A draft in the folder of the file that it is to become: only within one disk can a file move in one step. Only its
/// owner can read it.
///
/// # Errors
/// Where the folder takes no new file.
pub fn draft_beside(file: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(".scf-").tempfile_in(folder_of(file))
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Puts `after` in the place of a file that holds `before`. The file keeps its permissions; where the path is a link, what
/// it leads to is replaced.
///
/// # Errors
/// Where the file cannot be read, may not be written, or its folder takes no new file. It stays as it was then.
pub fn replace(file: &Path, before: &[u8], after: &[u8]) -> io::Result<Replaced> {
    let file = fs::canonicalize(file)?;
    // A file that may not be written must not be replaced either, though the folder may allow it.
    let about = OpenOptions::new().write(true).open(&file)?.metadata()?;
    let mut draft = draft_beside(&file)?;
    draft.write_all(after)?;
    draft.as_file().set_permissions(about.permissions())?;
    draft.as_file().sync_all()?;
    // As late as can be.
    if fs::read(&file)? != before {
        return Ok(Replaced::ChangedMeanwhile);
    }
    draft.persist(&file).map_err(|refused| refused.error)?;
    // That the folder is not written down at once is no reason to call it failed.
    let _ = File::open(folder_of(&file)).and_then(|folder| folder.sync_all());
    Ok(Replaced::Done)
}

#[cfg(test)]
mod tests {
    use super::{Replaced, replace};
    use std::fs;

    #[test]
    fn the_whole_or_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("plan.scf.yaml");
        fs::write(&file, "one").unwrap();
        assert_eq!(replace(&file, b"one", b"two").unwrap(), Replaced::Done);
        assert_eq!(replace(&file, b"one", b"three").unwrap(), Replaced::ChangedMeanwhile);
        assert_eq!(fs::read_to_string(&file).unwrap(), "two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left behind");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("plan.scf.yaml"), folder.path().join("link.scf.yaml"));
        fs::write(&file, "one").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert_eq!(replace(&link, b"one", b"two").unwrap(), Replaced::Done);
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "two");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
