//! Where paths are told from.

use crate::source::{slashed, without_detours};
use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

/// The folder from which paths are told: the repository, where a machine says which one that is. Services find a file by
/// its path there, also where the command runs in a folder below.
#[derive(Debug, Clone, Default)]
pub struct Home {
    root: Option<PathBuf>,
    here: PathBuf,
}

impl Home {
    /// Paths as they were given.
    #[must_use]
    pub fn as_given() -> Self {
        Self::default()
    }

    /// Paths from this folder, where the command runs in it or below it.
    #[must_use]
    pub fn at(root: &Path, here: &Path) -> Self {
        let is_below = here.starts_with(root);
        Self { root: is_below.then(|| root.to_owned()), here: here.to_owned() }
    }

    /// The path of a plan, with `/` between its parts and no `.` among them. Standard input stays `-`.
    #[must_use]
    pub fn path(&self, given: &str) -> String {
        let path = Path::new(given);
        let from_root = self.root.as_ref().filter(|_| given != "-").and_then(|root| {
            let whole = without_detours(&self.here.join(path))?;
            whole.strip_prefix(root).ok().map(Path::to_path_buf)
        });
        let parts = from_root.as_deref().unwrap_or(path).components();
        slashed(parts.filter(|part| *part != Component::CurDir))
    }

    /// The same as a reference of RFC 3986.
    #[must_use]
    pub fn uri(&self, given: &str) -> String {
        let path = self.path(given);
        let mut uri = String::with_capacity(path.len());
        if Path::new(&path).is_absolute() {
            uri += if path.starts_with('/') { "file://" } else { "file:///" };
        }
        for byte in path.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                uri.push(char::from(byte));
            } else {
                // Writing to a string cannot fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
        uri
    }
}

#[cfg(test)]
mod tests {
    use super::Home;
    use std::path::Path;

    #[test]
    fn a_path_as_it_was_given() {
        let home = Home::as_given();
        let cases =
            [("./plans//a.scf.yaml", "plans/a.scf.yaml"), ("../a.scf.yaml", "../a.scf.yaml"), ("-", "-")];
        for (given, told) in cases {
            assert_eq!(home.path(given), told);
        }
        let elsewhere = Home::at(Path::new("/other"), Path::new("/repo/team"));
        assert_eq!(elsewhere.path("a.scf.yaml"), "a.scf.yaml");
    }

    #[cfg(unix)]
    #[test]
    fn a_path_from_the_repository() {
        let home = Home::at(Path::new("/repo"), Path::new("/repo/team/north"));
        let cases = [
            ("a.scf.yaml", "team/north/a.scf.yaml"),
            ("../south/./a.scf.yaml", "team/south/a.scf.yaml"),
            ("/repo/a.scf.yaml", "a.scf.yaml"),
            ("/elsewhere/a.scf.yaml", "/elsewhere/a.scf.yaml"),
            ("../../../a.scf.yaml", "../../../a.scf.yaml"),
            ("-", "-"),
        ];
        for (given, told) in cases {
            assert_eq!(home.path(given), told);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_path_as_a_reference() {
        let home = Home::as_given();
        assert_eq!(home.uri("./the plans/é:%.scf.yaml"), "the%20plans/%C3%A9%3A%25.scf.yaml");
        assert_eq!(home.uri("/tmp/a.scf.yaml"), "file:///tmp/a.scf.yaml");
    }
}
