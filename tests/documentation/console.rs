//! Runs the commands that the documentation shows.

use super::page::{Block, Page, in_project};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder in which the reader of one page works: the examples are in it, and the files the page says to write.
pub struct Desk {
    folder: PathBuf,
}

/// What a `console` block gives when its commands are run.
pub struct Session {
    /// The block as it would have to be written.
    pub text: String,
    /// The exit code of the last command.
    pub code: Option<i32>,
}

impl Desk {
    pub fn of(page: &Page) -> Self {
        let name = page.path.with_extension("").to_string_lossy().replace(['/', '\\'], "-");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documentation").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("examples")).expect("a folder to work in");
        for entry in std::fs::read_dir(in_project(Path::new("examples"))).expect("the examples") {
            let from = entry.expect("an example").path();
            let to = folder.join("examples").join(from.file_name().expect("a file"));
            std::fs::copy(from, to).expect("a copy of the example");
        }
        Self { folder }
    }

    /// Writes a plan of the page to a file.
    pub fn write(&self, name: &str, plan: &str) {
        std::fs::write(self.folder.join(name), plan).expect("a file of the page");
    }

    /// Changes a file as the page says: each section of the part goes where the plan has it, else to the end.
    pub fn change(&self, name: &str, part: &str) {
        let plan = std::fs::read_to_string(self.folder.join(name)).expect("a file that the page has written");
        let mut sections = sections(&plan);
        for new in self::sections(part) {
            let key = new.lines().next();
            match sections.iter_mut().find(|old| old.lines().next() == key) {
                Some(old) => *old = new,
                None => sections.push(new),
            }
        }
        self.write(name, &sections.concat());
    }

    /// Runs every line that begins with `$ `.
    pub fn run(&self, block: &Block) -> Session {
        let mut session = Session { text: String::new(), code: None };
        for line in block.text.lines().filter_map(|line| line.strip_prefix("$ ")) {
            let words = line
                .strip_prefix("cargo run --release -- ")
                .or(line.strip_prefix("scf"))
                .unwrap_or_else(|| {
                    panic!("not a command of this project: {line}");
                });
            let ran = Command::new(env!("CARGO_BIN_EXE_scf"))
                .args(shlex::split(words).unwrap_or_else(|| panic!("quotes that do not close: {line}")))
                .current_dir(&self.folder)
                .env("LC_ALL", "en_GB.UTF-8")
                .env_remove("NO_COLOR")
                .env_remove("CLICOLOR_FORCE")
                .output()
                .expect("scf can be run");
            session.code = ran.status.code();
            let printed = [ran.stdout, ran.stderr].concat();
            let _ = write!(session.text, "$ {line}\n{}", String::from_utf8_lossy(&printed));
        }
        session
    }
}

/// A plan cut before each line that stands at the left margin and is no entry of a list.
fn sections(plan: &str) -> Vec<String> {
    let mut sections: Vec<String> = Vec::new();
    for line in plan.split_inclusive('\n') {
        match sections.last_mut() {
            Some(section) if line.starts_with([' ', '-', '\n']) => section.push_str(line),
            _ => sections.push(line.to_owned()),
        }
    }
    sections
}

/// The exit code that a block announces with `exit=1`; else 0.
pub fn announced(block: &Block) -> i32 {
    let written = block.info.iter().find_map(|word| word.strip_prefix("exit="));
    written.map_or(0, |code| code.parse().expect("an exit code"))
}
