//! The pages of the findings as files, because editors open files.
//!
//! There is no place on the net to lead to, and nobody should have to go there. The pages are built in; they are written
//! where temporary files go, into a folder that only its owner can open and that is gone when the editor is. All of them are written,
//! so that the folder does not tell what is weak about a plan.

use super::links::page;
use crate::plan::FindingName;
use crate::report::ci::Home;
use gen_lsp_types::Uri;
use std::cell::OnceCell;
use std::fs;
use std::io;
use tempfile::TempDir;

/// The pages, once somebody asks for one.
#[derive(Debug, Default)]
pub struct Pages {
    folder: OnceCell<Option<TempDir>>,
}

impl Pages {
    /// Where the page of a finding is; nothing where there is none, or where it cannot be written.
    #[must_use]
    pub fn of(&self, finding: FindingName) -> Option<Uri> {
        page(finding)?;
        let folder = self.folder.get_or_init(|| written().ok()).as_ref()?;
        let file = folder.path().join(format!("{}.md", finding.name()));
        Some(Uri(Home::as_given().uri(file.to_str()?)))
    }
}

fn written() -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("scf-pages-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    let folder = builder.tempdir()?;
    for finding in FindingName::ALL {
        if let Some(page) = page(*finding) {
            fs::write(folder.path().join(format!("{}.md", finding.name())), page)?;
        }
    }
    Ok(folder)
}
