//! A file that an answer is written to: the whole of it, or nothing.

use crate::edit::draft_beside;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that is being written. It takes its name when it is finished; what is never finished leaves nothing behind.
pub(super) struct OutFile {
    draft: Draft,
}

enum Draft {
    /// Beside the file it becomes.
    Beside(BufWriter<NamedTempFile>, PathBuf),
    /// What cannot be replaced by a file, such as a pipe or a device, is written to as it is.
    Through(BufWriter<File>),
}

impl OutFile {
    /// Begins a file. Like a plan, an answer can put people in danger: where it is new, only its owner can read it.
    ///
    /// # Errors
    /// Where its folder takes no new file, or it may not be written.
    pub(super) fn create(file: &Path) -> io::Result<Self> {
        Self::create_like(file, None)
    }

    /// The same; but where it is new, those can read it who can read a file with these permissions.
    ///
    /// # Errors
    /// Where its folder takes no new file, or it may not be written.
    pub(super) fn create_like(file: &Path, like: Option<&fs::Permissions>) -> io::Result<Self> {
        let known = fs::metadata(file).ok();
        if known.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let Some(known) = known else { return Self::beside(file.to_owned(), like.map(readable)) };
        // A file that may not be written must not be replaced either, though the folder may allow it.
        let opened = OpenOptions::new().write(true).open(file)?;
        if known.is_file() {
            // Where the path is a link, what it leads to is replaced.
            return Self::beside(fs::canonicalize(file)?, Some(known.permissions()));
        }
        Ok(Self { draft: Draft::Through(BufWriter::new(opened)) })
    }

    /// Opens a file to write behind what is in it already.
    ///
    /// # Errors
    /// Where it may not be written.
    pub(super) fn append(file: &Path) -> io::Result<Self> {
        let opened = OpenOptions::new().append(true).create(true).open(file)?;
        Ok(Self { draft: Draft::Through(BufWriter::new(opened)) })
    }

    fn beside(file: PathBuf, permissions: Option<fs::Permissions>) -> io::Result<Self> {
        let draft = draft_beside(&file)?;
        if let Some(permissions) = permissions {
            draft.as_file().set_permissions(permissions)?;
        }
        Ok(Self { draft: Draft::Beside(BufWriter::new(draft), file) })
    }

    /// Gives the file its name.
    ///
    /// # Errors
    /// Where the system does not take it.
    pub(super) fn finish(self) -> io::Result<()> {
        match self.draft {
            Draft::Through(mut out) => out.flush(),
            Draft::Beside(out, file) => {
                let draft = out.into_inner().map_err(io::IntoInnerError::into_error)?;
                draft.as_file().sync_all()?;
                draft.persist(file).map(drop).map_err(|refused| refused.error)
            }
        }
    }
}

/// The same permissions for a file that its owner can write again, and that nobody can run.
#[cfg(unix)]
fn readable(permissions: &fs::Permissions) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    fs::Permissions::from_mode(permissions.mode() & 0o666 | 0o600)
}

/// Elsewhere permissions are those of the folder.
#[cfg(not(unix))]
fn readable(permissions: &fs::Permissions) -> fs::Permissions {
    let mut permissions = permissions.clone();
    permissions.set_readonly(false);
    permissions
}

impl Write for OutFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.draft {
            Draft::Beside(out, _) => out.write(bytes),
            Draft::Through(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.draft {
            Draft::Beside(out, _) => out.flush(),
            Draft::Through(out) => out.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::OutFile;
    use std::fs;
    use std::io::Write as _;

    #[test]
    fn the_whole_or_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("report");
        fs::write(&file, "before").unwrap();
        let mut out = OutFile::create(&file).unwrap();
        out.write_all(b"half").unwrap();
        out.flush().unwrap();
        drop(out);
        assert_eq!(fs::read_to_string(&file).unwrap(), "before");
        let mut out = OutFile::create(&file).unwrap();
        out.write_all(b"whole").unwrap();
        out.finish().unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "whole");
        let mut out = OutFile::append(&file).unwrap();
        out.write_all(b", and more").unwrap();
        out.finish().unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "whole, and more");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left behind");
        assert!(OutFile::create(folder.path()).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_links_and_devices_stay() {
        use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _};
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("report"), folder.path().join("link"));
        OutFile::create(&file).unwrap().finish().unwrap();
        let mode = || fs::metadata(&file).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        OutFile::create(&link).unwrap().finish().unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(mode(), 0o644);
        let like = folder.path().join("like");
        OutFile::create_like(&like, Some(&fs::Permissions::from_mode(0o550))).unwrap().finish().unwrap();
        assert_eq!(fs::metadata(&like).unwrap().permissions().mode() & 0o777, 0o640);
        let mut nowhere = OutFile::create("/dev/null".as_ref()).unwrap();
        nowhere.write_all(b"gone").unwrap();
        nowhere.finish().unwrap();
        assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    }
}
