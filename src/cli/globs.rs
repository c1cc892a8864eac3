//! Words with `*`, `?`, `[ ]` or `{ }` in them, where the shell has not put files in their place: it never does on
//! Windows, and nowhere for what stands in quotes.

use globset::{GlobBuilder, GlobMatcher};
use std::path::{Component, Path, PathBuf};

/// What such a word means: files and folders below a folder.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The folder that is searched.
    pub folder: PathBuf,
    matcher: GlobMatcher,
    /// The word says how the names of files end.
    names_ending: bool,
}

impl Pattern {
    /// The pattern that a word is; nothing where it has no such sign, or cannot be read as one.
    pub(super) fn of(word: &Path) -> Option<Self> {
        let is_pattern =
            |part: &Component<'_>| part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
        let parts: Vec<Component<'_>> = word.components().filter(|part| *part != Component::CurDir).collect();
        let first = parts.iter().position(is_pattern)?;
        let (before, after) = parts.split_at(first);
        // Only what is a pattern is read as one: a folder before it may have any name.
        let pattern: PathBuf = after.iter().collect();
        let glob = GlobBuilder::new(pattern.to_str()?).literal_separator(true).build().ok()?;
        let folder: PathBuf = before.iter().collect();
        let last = after.last()?.as_os_str().to_string_lossy();
        Some(Self {
            folder: if first == 0 { ".".into() } else { folder },
            matcher: glob.compile_matcher(),
            names_ending: last.contains('.'),
        })
    }

    /// Whether a file below the folder is meant: by its own name, or as one of the plans in a folder that is meant.
    pub(super) fn means(&self, file: &Path, is_plan: impl Fn(&Path) -> bool) -> bool {
        let below = file.strip_prefix(&self.folder).unwrap_or(file);
        let is_meant = self.matcher.is_match(below) && (self.names_ending || is_plan(file));
        let folders = below.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        is_meant || (folders.into_iter().any(|folder| self.matcher.is_match(folder)) && is_plan(file))
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use std::path::Path;

    fn meant(word: &str, file: &str) -> bool {
        let is_plan = |file: &Path| file.to_str().unwrap().ends_with(".scf.yaml");
        Pattern::of(Path::new(word)).unwrap().means(Path::new(file), is_plan)
    }

    #[test]
    fn a_sign_stands_for_a_part_of_a_name() {
        assert!(meant("plans/*.scf.yaml", "plans/a.scf.yaml"));
        assert!(!meant("plans/*.scf.yaml", "plans/b/a.scf.yaml"));
        assert!(
            meant("plans/**/*.scf.yaml", "plans/b/c/a.scf.yaml")
                && meant("plans/**/*.scf.yaml", "plans/a.scf.yaml")
        );
        assert!(meant("plan-[ab].{yaml,yml}", "./plan-b.yml"));
        assert!(meant("./regions/?/a.yaml", "regions/x/a.yaml"));
        assert!(meant("[1]/*.yaml", "./1/a.yaml"));
    }

    #[test]
    fn what_names_no_ending_means_plans() {
        assert!(meant("plans/*", "plans/a.scf.yaml") && !meant("plans/*", "plans/readme.md"));
        assert!(meant("regions/*", "regions/north/deep/a.scf.yaml"), "as a folder does");
        assert!(meant("**", "./a/b/c.scf.yaml") && !meant("**", "./a/b/c.yaml"));
    }

    #[test]
    fn a_word_without_such_a_sign_is_none() {
        assert!(Pattern::of(Path::new("plans/a.scf.yaml")).is_none());
        assert!(Pattern::of(Path::new("plans/[a.scf.yaml")).is_none());
        assert_eq!(Pattern::of(Path::new("../a b/*")).unwrap().folder, Path::new("../a b"));
    }
}
