//! Which plans are left out where folders are walked: paths below the folder of a settings file.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use std::path::{Component, Path};

/// Patterns of paths.
#[derive(Debug, Clone, Default)]
pub(super) struct LeaveOut {
    set: GlobSet,
}

/// Longest pattern, in bytes: brackets inside brackets cost the stack.
const LONGEST: usize = 1000;

/// Why a pattern is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadPattern {
    /// It cannot be read.
    Unreadable,
    /// It begins at the root of a disk, or goes up.
    Outside,
}

impl LeaveOut {
    /// The paths that these patterns mean; patterns that are none are passed over.
    pub(super) fn of(patterns: &[String]) -> Self {
        let mut set = GlobSetBuilder::new();
        for glob in patterns.iter().filter_map(|pattern| glob(pattern).ok()) {
            set.add(glob);
        }
        Self { set: set.build().unwrap_or_default() }
    }

    /// Whether a path below the folder is meant: by itself, or because a folder that it is in is.
    pub(super) fn means(&self, below: &Path) -> bool {
        if self.set.is_empty() {
            return false;
        }
        // On every system a `/` stands between the folders of a pattern.
        let parts = below.components().filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        });
        let mut path = String::new();
        parts.into_iter().any(|part| {
            if !path.is_empty() {
                path.push('/');
            }
            path += &part;
            self.set.is_match(&path)
        })
    }
}

/// Whether a pattern can be used.
pub(super) fn read(pattern: &str) -> Result<(), BadPattern> {
    glob(pattern).map(drop)
}

fn glob(pattern: &str) -> Result<globset::Glob, BadPattern> {
    // Teams share the file between systems, so a pattern means the same on each.
    let pattern = pattern.trim().replace('\\', "/");
    let is_absolute = pattern.starts_with('/') || pattern.as_bytes().get(1) == Some(&b':');
    if is_absolute || pattern.split('/').any(|part| part == "..") {
        return Err(BadPattern::Outside);
    }
    let parts: Vec<&str> = pattern.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    if parts.is_empty() || pattern.len() > LONGEST {
        return Err(BadPattern::Unreadable);
    }
    let built = GlobBuilder::new(&parts.join("/")).literal_separator(true).backslash_escape(false).build();
    built.map_err(|_| BadPattern::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::{BadPattern, LeaveOut, read};
    use std::path::Path;

    fn means(pattern: &str, path: &str) -> bool {
        read(pattern).unwrap();
        LeaveOut::of(&[pattern.to_owned()]).means(Path::new(path))
    }

    #[test]
    fn a_file_a_folder_or_a_pattern() {
        assert!(means("drafts", "drafts/a/b.scf.yaml") && !means("drafts", "plans/drafts/b.scf.yaml"));
        assert!(means("drafts/", "drafts/b.scf.yaml") && means("./drafts", "drafts/b.scf.yaml"));
        assert!(means("drafts/*.scf.yaml", "drafts/b.scf.yaml"));
        assert!(!means("drafts/*.scf.yaml", "drafts/a/b.scf.yaml"), "a star stays within a folder");
        assert!(means("**/old", "a/b/old/c.scf.yaml") && means("**/old", "old/c.scf.yaml"));
        assert!(means("a/b.scf.yaml", "a/b.scf.yaml") && !means("a/b.scf.yaml", "b.scf.yaml"));
        assert!(means("{one,two}.scf.yml", "two.scf.yml") && means("plan-[12]*", "plan-2.scf.yaml"));
        assert!(!means("Drafts", "drafts/a.scf.yaml"), "capitals count on every system");
    }

    #[test]
    fn folders_may_be_written_as_on_windows() {
        assert!(means(r"drafts\old", "drafts/old/a.scf.yaml"));
        assert!(means(r"drafts\*.scf.yaml", "drafts/b.scf.yaml"));
        assert!(means(r"**\old\", "a/old/b.scf.yaml"));
    }

    #[test]
    fn a_pattern_stays_in_its_folder() {
        for pattern in ["/etc", "../other", "a/../../b", r"C:\plans", r"..\b", "c:/x"] {
            assert_eq!(read(pattern), Err(BadPattern::Outside), "{pattern}");
        }
        for pattern in ["", " ", ".", "a[", "{a", "./", &"{a,".repeat(100_000)] {
            assert_eq!(read(pattern), Err(BadPattern::Unreadable), "{pattern:.9}");
        }
        assert!(!LeaveOut::of(&[]).means(Path::new("a.scf.yaml")));
    }
}
