//! A plan as it was at a revision of its repository, from the program git. Nothing is fetched, and nothing that a
//! repository has set up is run.

use super::Shared;
use crate::lang::escaped;
use crate::source::{Limits, Source};
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Characters of what git says that are told.
const LONGEST_SAID: usize = 200;

/// The text of a plan's file at this revision.
///
/// # Errors
/// A sentence, where git, the repository, the revision or the file in it is not there.
pub(super) fn open(revision: &str, file: &Path, shared: &Shared) -> anyhow::Result<Source> {
    let shown = escaped(&file.display().to_string()).into_owned();
    let sentence = |message: &str, said: &str| {
        let args = [
            ("revision", escaped(revision).into_owned().into()),
            ("path", shown.clone().into()),
            ("said", first_line(said).into()),
        ];
        anyhow::anyhow!(shared.say(message, &args))
    };
    // A word that begins with - would be an option of git.
    let is_odd = revision.is_empty() || revision.starts_with('-') || revision.contains(char::is_control);
    if is_odd {
        return Err(sentence("diff-git-odd-revision", ""));
    }
    let missing = |_: io::Error| sentence("diff-git-missing", "");
    let (Some(folder), Some(name)) = (folder(file), file.file_name()) else {
        return Err(sentence("diff-git-no-repository", ""));
    };
    let git = |words: &[OsString]| said(folder, words).map_err(missing);

    let repository = git(&["rev-parse".into(), "--git-dir".into()])?;
    if !repository.is_done {
        return Err(sentence("diff-git-no-repository", &repository.complaint));
    }
    let commit = format!("{revision}^{{commit}}");
    let commit = git(&["rev-parse".into(), "--verify".into(), "--quiet".into(), commit.into()])?;
    if !commit.is_done {
        return Err(sentence("diff-git-no-revision", &commit.complaint));
    }
    // git takes ./NAME for the file in the folder that it runs in, wherever in the repository that is.
    let mut blob = OsString::from(format!("{}:./", commit.answer.trim()));
    blob.push(name);
    let kind = git(&["cat-file".into(), "-t".into(), blob.clone()])?;
    if kind.answer.trim() != "blob" {
        return Err(sentence("diff-git-no-file", ""));
    }
    let size = git(&["cat-file".into(), "-s".into(), blob.clone()])?;
    if size.answer.trim().parse().is_ok_and(|size: u64| size > Limits::FORMAT_1.file as u64) {
        let error = io::Error::from(io::ErrorKind::FileTooLarge);
        return Err(sentence("diff-git-failed", &error.to_string()));
    }
    let words = ["show".into(), "--no-textconv".into(), "--no-ext-diff".into(), blob];
    let output = start(folder, &words).map_err(missing)?;
    if !output.status.success() {
        return Err(sentence("diff-git-failed", &String::from_utf8_lossy(&output.stderr)));
    }
    Ok(Source::from_bytes(file.display().to_string(), output.stdout))
}

/// What git has said.
struct Said {
    is_done: bool,
    answer: String,
    complaint: String,
}

fn said(folder: &Path, words: &[OsString]) -> io::Result<Said> {
    let output = start(folder, words)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (answer, complaint) = (text(&output.stdout), text(&output.stderr));
    Ok(Said { is_done: output.status.success(), answer, complaint })
}

/// Runs git in a folder, without a shell, until it ends.
fn start(folder: &Path, words: &[OsString]) -> io::Result<Output> {
    let mut git = Command::new("git");
    // A repository of which parts lie elsewhere would ask for them over the network.
    git.args(["--no-pager", "-c", "protocol.allow=never"]).args(words).current_dir(folder);
    git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0").env("GIT_OPTIONAL_LOCKS", "0");
    // What a hook has set is about the repository that the hook is of, and where it runs.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        git.env_remove(name);
    }
    git.stdin(Stdio::null()).output()
}

/// The folder that a file is in.
fn folder(file: &Path) -> Option<&Path> {
    let folder = file.parent()?;
    Some(if folder == Path::new("") { Path::new(".") } else { folder })
}

/// The first line of what git says, safe to be shown.
fn first_line(said: &str) -> String {
    let line: String = said.lines().next().unwrap_or_default().chars().take(LONGEST_SAID).collect();
    escaped(line.trim()).into_owned()
}
