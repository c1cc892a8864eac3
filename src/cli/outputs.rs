//! What `scf check` tells, and where to: one answer on standard output, further ones in files.

use super::check::Args;
use super::everywhere::Format;
use super::out_file::OutFile;
use super::progress::Progress;
use super::{Shared, output, plans};
use crate::check::Check;
use crate::lang::escaped;
use crate::plan::Sensitivity;
use crate::report::ci::{Ci, GitHub, GitLab, Home, JUnit, Markdown, Sarif, Short};
use crate::report::{Amount, Json, Report, Text, TextOptions};
use anstream::adapter::StripBytes;
use clap::ValueEnum as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr as _;

/// From so many plans on, a text has one line for each.
const MANY: usize = 6;
/// Where machines say which folder is that of the repository.
const ROOTS: [&str; 2] = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"];
/// Where GitHub says which file takes a table for the summary of a step.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// One answer that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// In what form.
    pub format: Format,
    /// The file it is written to; without one, standard output.
    pub file: Option<PathBuf>,
}

impl Output {
    /// Reads `FORMAT` or `FORMAT=FILE`; `-` is standard output.
    ///
    /// # Errors
    /// A sentence, where there is no such format for findings, or no file behind the sign.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(file)));
        let format = Format::from_str(name, false).ok().filter(|format| format.is_of_findings());
        let format = format.ok_or_else(|| {
            let names: Vec<String> = Format::of_findings().map(Format::name).collect();
            format!("the formats are {}", names.join(", "))
        })?;
        match file {
            Some("") => Err(format!("a file belongs behind the sign, such as {name}=findings.{name}")),
            Some("-") | None => Ok(Self { format, file: None }),
            Some(file) => Ok(Self { format, file: Some(file.into()) }),
        }
    }
}

/// Every answer that was asked for.
pub(super) struct Outputs<'a> {
    shared: &'a Shared,
    screen: Box<dyn Report + 'a>,
    out: Progress<'a>,
    files: Vec<InFile<'a>>,
}

/// An answer in a file.
struct InFile<'a> {
    report: Box<dyn Report + 'a>,
    out: Plain,
    file: PathBuf,
}

/// A file; of a text, without the escapes that set colours.
struct Plain {
    file: OutFile,
    colours: Option<StripBytes>,
}

impl Write for Plain {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.colours {
            None => return self.file.write(bytes),
            Some(colours) => colours.strip_next(bytes).try_for_each(|part| self.file.write_all(part))?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl<'a> Outputs<'a> {
    /// Opens every file, and puts a report before each and before standard output.
    ///
    /// # Errors
    /// A sentence, where a file cannot be written, is asked for twice, or is a plan itself.
    pub(super) fn open(
        args: &Args,
        plans: &[PathBuf],
        shared: &'a Shared,
        out: &'a mut dyn Write,
    ) -> anyhow::Result<Self> {
        let asked = Asked { args, plans, shared, home: home() };
        let mut files: Vec<InFile<'a>> = Vec::new();
        for output in &args.output {
            let Some(file) = &output.file else { continue };
            let trouble =
                |message: &str| anyhow::anyhow!(shared.say(message, &[("file", name_of(file).into())]));
            if is_plan(file, plans) {
                return Err(trouble("output-is-plan"));
            }
            let place = std::path::absolute(file)?;
            if files.iter().any(|other| std::path::absolute(&other.file).is_ok_and(|other| other == place)) {
                return Err(trouble("output-twice"));
            }
            let begun = OutFile::create(file).map_err(|error| cannot_write(file, &error, shared))?;
            let colours = (output.format == Format::Text).then(StripBytes::new);
            let out = Plain { file: begun, colours };
            files.push(InFile { report: asked.report(output.format), out, file: file.clone() });
        }
        let has_github =
            shared.format == Format::Github || args.output.iter().any(|o| o.format == Format::Github);
        files.extend(has_github.then(|| asked.step_summary()).flatten());
        let out = Progress::new(plans.len(), shared, out);
        Ok(Self { shared, screen: asked.report(shared.format), out, files })
    }

    /// Before the first plan.
    pub(super) fn begin(&mut self) -> anyhow::Result<()> {
        self.each(|report, out| report.begin(out))
    }

    /// One plan.
    pub(super) fn plan(&mut self, check: &Check) -> anyhow::Result<()> {
        self.each(|report, out| report.plan(check, out))?;
        Ok(self.out.step()?)
    }

    /// A plan that the system does not give.
    pub(super) fn unopened(&mut self, sentence: &str) -> anyhow::Result<()> {
        self.each(|report, out| report.unopened(sentence, out))
    }

    /// After the last plan. Now the files take their names.
    pub(super) fn end(mut self) -> anyhow::Result<()> {
        self.each(|report, out| report.end(out))?;
        self.out.end()?;
        self.out.flush()?;
        for InFile { out, file, .. } in self.files {
            out.file.finish().map_err(|error| cannot_write(&file, &error, self.shared))?;
        }
        Ok(())
    }

    fn each(
        &mut self,
        mut tell: impl FnMut(&mut dyn Report, &mut dyn Write) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        tell(&mut *self.screen, &mut self.out)?;
        for InFile { report, out, file } in &mut self.files {
            tell(&mut **report, out).map_err(|error| cannot_write(file, &error, self.shared))?;
        }
        Ok(())
    }
}

/// What every report is made from.
struct Asked<'a, 'o> {
    args: &'o Args,
    plans: &'o [PathBuf],
    shared: &'a Shared,
    home: Home,
}

impl<'a> Asked<'a, '_> {
    fn report(&self, format: Format) -> Box<dyn Report + 'a> {
        match format {
            Format::Json => Box::new(self.json()),
            Format::Yaml => Box::new(AsYaml { json: self.json(), said: Vec::new() }),
            Format::Short => Box::new(Short::new(self.ci())),
            Format::Sarif => Box::new(Sarif::new(self.ci())),
            Format::Github => Box::new(GitHub::new(self.ci())),
            Format::Gitlab => Box::new(GitLab::new(self.ci())),
            Format::Junit => Box::new(JUnit::new(self.ci())),
            Format::Markdown => Box::new(Markdown::new(self.ci())),
            _ => Box::new(self.text()),
        }
    }

    fn text(&self) -> Text<'a> {
        let Self { args, plans, shared, .. } = self;
        let amount = match (shared.quiet, args.brief, args.all) {
            (true, ..) => Amount::Counts,
            (_, true, _) => Amount::Brief,
            (_, _, true) => Amount::Everything,
            _ if plans.len() >= MANY && !shared.verbose => Amount::Counts,
            _ => Amount::Usual,
        };
        let widest = || plans.iter().map(|file| name_of(file).width()).max().unwrap_or(0);
        let options = TextOptions {
            amount,
            lines: shared.verbose,
            several: (plans.len() > 1).then(widest),
            width: shared.width,
            include: args.include.map(Sensitivity::from),
            gate: args.gate(),
        };
        Text::new(&shared.catalogue, options)
    }

    fn json(&self) -> Json<'a> {
        Json::new(&self.shared.catalogue, self.shared.today, self.include())
    }

    fn ci(&self) -> Ci<'a> {
        let catalogue = &self.shared.catalogue;
        Ci { catalogue, include: self.include(), gate: self.args.gate(), home: self.home.clone() }
    }

    fn include(&self) -> Sensitivity {
        self.args.include.map_or(Sensitivity::Team, Sensitivity::from)
    }

    /// A table for the summary of a step, where GitHub asks for one. That it cannot be written does not spoil the answer.
    fn step_summary(&self) -> Option<InFile<'a>> {
        let file = PathBuf::from(std::env::var_os(STEP_SUMMARY).filter(|file| !file.is_empty())?);
        let begun = OutFile::append(&file).and_then(|mut out| writeln!(out).map(|()| out));
        match begun {
            Ok(begun) => {
                let out = Plain { file: begun, colours: None };
                Some(InFile { report: self.report(Format::Markdown), out, file })
            }
            Err(error) => {
                self.shared.complain(&cannot_write(&file, &error, self.shared).to_string());
                None
            }
        }
    }
}

/// What JSON says, as YAML.
struct AsYaml<'a> {
    json: Json<'a>,
    said: Vec<u8>,
}

impl Report for AsYaml<'_> {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        self.json.begin(&mut self.said)
    }

    fn plan(&mut self, check: &Check, _out: &mut dyn Write) -> io::Result<()> {
        self.json.plan(check, &mut self.said)
    }

    fn unopened(&mut self, sentence: &str, _out: &mut dyn Write) -> io::Result<()> {
        self.json.unopened(sentence, &mut self.said)
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.json.end(&mut self.said)?;
        output::write_as_yaml(&self.said, out).map_err(io::Error::other)
    }
}

fn home() -> Home {
    let root = ROOTS.iter().find_map(|name| std::env::var_os(name).filter(|root| !root.is_empty()));
    match (root.and_then(|root| std::fs::canonicalize(root).ok()), std::env::current_dir()) {
        (Some(root), Ok(here)) => Home::at(&root, &here),
        _ => Home::as_given(),
    }
}

/// Whether this file is a plan, which an answer must never take the place of.
pub(super) fn is_plan(file: &Path, plans: &[PathBuf]) -> bool {
    if plans::is_named_as_plan(file) {
        return true;
    }
    let Ok(place) = std::fs::canonicalize(file) else { return false };
    plans.iter().any(|plan| std::fs::canonicalize(plan).is_ok_and(|plan| plan == place))
}

/// That a file cannot be written, and why.
pub(super) fn cannot_write(file: &Path, error: &io::Error, shared: &Shared) -> anyhow::Error {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let message = match error.kind() {
        io::ErrorKind::NotFound if folder.is_some_and(|folder| !folder.exists()) => "output-no-folder",
        io::ErrorKind::PermissionDenied => "output-not-allowed",
        _ => "output-cannot",
    };
    let folder = folder.map(name_of).unwrap_or_default();
    let args =
        [("file", name_of(file).into()), ("folder", folder.into()), ("error", error.to_string().into())];
    anyhow::anyhow!(shared.say(message, &args))
}

/// A path as it may be shown.
pub(super) fn name_of(path: &Path) -> String {
    escaped(&path.display().to_string()).into_owned()
}
