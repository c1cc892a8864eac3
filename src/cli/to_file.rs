//! Where an answer goes that a screen is not made for: a picture, a page.

use super::out_file::OutFile;
use super::outputs::{cannot_write, is_plan, name_of};
use super::{Format, Outcome, Shared, output};
use crate::report::rows::typed;
use std::fs;
use std::io::{IsTerminal as _, Write};
use std::path::{Path, PathBuf};

/// The file that the answer is written to.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct ToFile {
    /// Write into this file; - is standard output. Without --format, its ending says the format, such as .svg or .html
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What endings of files stand for.
const ENDINGS: [(&str, Format); 11] = [
    ("svg", Format::Svg),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("dot", Format::Dot),
    ("gv", Format::Dot),
    ("mmd", Format::Mermaid),
    ("graphml", Format::Graphml),
    ("json", Format::Json),
    ("yaml", Format::Yaml),
    ("yml", Format::Yaml),
    ("md", Format::Markdown),
];

impl ToFile {
    /// The file, where there is one.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|file| *file != Path::new("-"))
    }

    /// The format that the file's ending stands for; nothing where there is no file, or no such ending.
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        let ending = self.file()?.extension()?.to_str()?.to_ascii_lowercase();
        ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format)
    }

    /// A sentence, where the file has an ending that stands for nothing that the command writes: who asks for `plan.png`
    /// must not get something else under that name.
    pub(super) fn refused_ending(&self, usual: Format, shared: &Shared) -> Option<String> {
        let file = self.file()?;
        file.extension()?;
        let args = [("file", name_of(file).into()), ("ending", usual.name().into())];
        self.format().is_none().then(|| shared.say("output-ending", &args))
    }

    /// Writes the answer about the plan at this path to where it is wanted. `command` is its name. Where a new file is made, those can read it who
    /// can read the plan; of a plan that is no file, its owner alone.
    ///
    /// # Errors
    /// A sentence, where the file is a plan or cannot be written. Then it is what it was before.
    pub fn write(
        &self,
        command: &str,
        plan: &str,
        shared: &Shared,
        out: &mut dyn Write,
        answer: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
    ) -> anyhow::Result<Outcome> {
        let Some(file) = self.file() else {
            if self.output.is_none() && std::io::stdout().is_terminal() && !can_be_read(shared.format) {
                shared.complain(&no_screen(command, plan, shared));
                return Ok(Outcome::Unanswered);
            }
            answer(out)?;
            return Ok(Outcome::Sound);
        };
        if is_plan(file, &[PathBuf::from(plan)]) {
            anyhow::bail!(shared.say("output-is-plan", &[("file", name_of(file).into())]));
        }
        let like = (plan != "-").then(|| fs::metadata(plan).ok()).flatten().map(|plan| plan.permissions());
        let begun = OutFile::create_like(file, like.as_ref());
        let mut begun = begun.map_err(|error| cannot_write(file, &error, shared))?;
        if shared.as_yaml {
            let mut said = Vec::new();
            answer(&mut said)?;
            output::write_as_yaml(&said, &mut begun)?;
        } else {
            answer(&mut begun)?;
        }
        begun.finish().map_err(|error| cannot_write(file, &error, shared))?;
        if !shared.quiet {
            let look = if can_be_read(shared.format) { "none" } else { "browser" };
            shared.complain(
                &shared.say("output-written", &[("file", name_of(file).into()), ("look", look.into())]),
            );
        }
        Ok(Outcome::Sound)
    }
}

/// Whether a person could read it on a screen.
fn can_be_read(format: Format) -> bool {
    !matches!(format, Format::Svg | Format::Html)
}

/// That the answer wants a file, and the command for it.
fn no_screen(command: &str, plan: &str, shared: &Shared) -> String {
    let name = Path::new(plan).file_name().unwrap_or_default().to_string_lossy();
    let name = name.split('.').next().filter(|name| !name.is_empty() && *name != "-").unwrap_or("plan");
    let ending = shared.format.name();
    let command = format!("scf {command} {} --output {}", typed(plan), typed(&format!("{name}.{ending}")));
    shared.say("output-no-screen", &[("command", command.into())])
}

#[cfg(test)]
mod tests {
    use super::{ToFile, can_be_read};
    use crate::cli::Format;

    fn to(file: &str) -> ToFile {
        ToFile { output: Some(file.into()) }
    }

    #[test]
    fn an_ending_stands_for_a_format() {
        let cases = [
            ("wall.svg", Some(Format::Svg)),
            ("a.b/Wall.HTML", Some(Format::Html)),
            ("wall.dot", Some(Format::Dot)),
            ("wall.mmd", Some(Format::Mermaid)),
            ("wall.graphml", Some(Format::Graphml)),
            ("wall.json", Some(Format::Json)),
            ("wall.png", None),
            ("wall", None),
            ("-", None),
        ];
        for (file, format) in cases {
            assert_eq!(to(file).format(), format, "{file}");
        }
        assert_eq!(ToFile::default().format(), None);
    }

    #[test]
    fn only_pictures_and_pages_are_kept_from_a_screen() {
        assert!(!can_be_read(Format::Svg) && !can_be_read(Format::Html));
        assert!(can_be_read(Format::Json) && can_be_read(Format::Dot) && can_be_read(Format::Mermaid));
    }
}
