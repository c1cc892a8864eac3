//! Where a plan is, seen from the folder of the baseline.

use crate::source::{slashed, without_detours};
use std::io;
use std::path::{Component, Path};

/// The path of a plan from a folder, with `/` between its parts, the same wherever the command runs. Standard input stays
/// `-`; on another disk it is the whole path.
///
/// # Errors
/// Where the system does not say which folder this is.
pub fn path_from(folder: &Path, plan: &Path) -> io::Result<String> {
    if plan == Path::new("-") {
        return Ok("-".to_owned());
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let straight = |path: &Path| -> io::Result<_> {
        let whole = std::path::absolute(path)?;
        Ok(without_detours(&whole).unwrap_or(whole))
    };
    let (folder, plan) = (straight(folder)?, straight(plan)?);
    let (mut from, mut to) = (folder.components().peekable(), plan.components().peekable());
    let mut is_shared = false;
    while from.peek().is_some() && from.peek() == to.peek() {
        is_shared = true;
        from.next();
        to.next();
    }
    if !is_shared {
        return Ok(slashed(plan.components()));
    }
    let up = from.map(|_| Component::ParentDir);
    Ok(slashed(up.chain(to)))
}

#[cfg(all(test, unix))]
mod tests {
    use super::path_from;
    use std::path::Path;

    #[test]
    fn a_plan_seen_from_a_folder() {
        let cases = [
            ("/repo", "/repo/plans/a.scf.yaml", "plans/a.scf.yaml"),
            ("/repo/", "/repo/./plans//x/../a.scf.yaml", "plans/a.scf.yaml"),
            ("/repo/ci", "/repo/plans/a.scf.yaml", "../plans/a.scf.yaml"),
            ("/repo/ci/../other", "/repo/a.scf.yaml", "../a.scf.yaml"),
            ("/repo", "-", "-"),
        ];
        for (folder, plan, path) in cases {
            assert_eq!(path_from(Path::new(folder), Path::new(plan)).unwrap(), path, "{folder} {plan}");
        }
        let here = Path::new(".");
        assert_eq!(path_from(here, Path::new("plans/a.scf.yaml")).unwrap(), "plans/a.scf.yaml");
        assert_eq!(path_from(Path::new(""), Path::new("./a.scf.yaml")).unwrap(), "a.scf.yaml");
    }
}
