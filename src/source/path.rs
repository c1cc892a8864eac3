//! Paths as they are told: with `/` on every system, and without detours.

use std::path::{Component, Path, PathBuf};

/// The path without `.` and `..`; nothing where it leads above the first folder.
pub(crate) fn without_detours(path: &Path) -> Option<PathBuf> {
    let mut straight = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                if !straight.pop() {
                    return None;
                }
            }
            part => straight.push(part),
        }
    }
    Some(straight)
}

/// These parts with `/` between them.
pub(crate) fn slashed<'a>(parts: impl Iterator<Item = Component<'a>>) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() && !text.ends_with('/') {
            text.push('/');
        }
        match part {
            Component::RootDir => text.push('/'),
            part => text += &part.as_os_str().to_string_lossy(),
        }
    }
    text
}
