//! `scf schema`.

use super::out_file::OutFile;
use super::{Format, HELP, Outcome, Shared, outputs, plans};
use crate::lang::{escaped, shown};
use crate::report::rows::typed;
use crate::report::write_document;
use crate::schema::{answer, plan, settings};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The file beside a plan that the plan's first line names to editors.
pub(super) const FILE: &str = "scf.schema.json";

/// Write what an editor needs to help you while you write a plan (JSON Schema)
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf schema --output scf.schema.json   For the editor: the file that a new plan names in its first line
  scf schema settings                   For the editor: what may stand in scf.toml
  scf schema check                      What scf check answers as JSON, for those who write programs
  scf schema --list                     All schemas
", after_long_help = "\
An editor that knows YAML then offers the keys of the plan, says what each is for, and marks what cannot stand where it \
stands. The schemas are of draft 7 and refer to nothing outside themselves.")]
pub struct Args {
    /// plan, settings, or a command whose answer is meant (--list shows all)
    #[arg(value_name = "NAME", default_value = "plan", conflicts_with = "list")]
    pub name: String,
    /// Write it to this file
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Show the names of all schemas
    #[arg(long, conflicts_with = "output")]
    pub list: bool,
}

/// Writes a schema.
///
/// # Errors
/// Where there is none of this name, or it cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    if args.list {
        list(shared, out)?;
        return Ok(Outcome::Sound);
    }
    let name = args.name.trim().to_lowercase();
    let Some(schema) = schema(&name, shared) else {
        shared.complain(&unknown(&name, shared));
        return Ok(Outcome::Unanswered);
    };
    let Some(file) = &args.output else {
        write(&schema, out)?;
        return Ok(Outcome::Sound);
    };
    if plans::is_named_as_plan(file) {
        let args = [("file", escaped(&file.display().to_string()).into_owned().into())];
        anyhow::bail!(shared.say("output-is-plan", &args));
    }
    write_file(&schema, file).map_err(|error| outputs::cannot_write(file, &error, shared))?;
    if !shared.quiet {
        let path = escaped(&file.display().to_string()).into_owned();
        writeln!(out, "{}", shared.say("schema-written", &[("file", path.into())]))?;
        if name == PLAN {
            let file = file.file_name().map_or_else(String::new, |name| name.display().to_string());
            writeln!(out, "{}\n{}", shared.say("schema-modeline", &[]), modeline(&escaped(&file)))?;
        }
    }
    Ok(Outcome::Sound)
}

/// The line by which a plan tells editors where its schema is, for a schema beside it.
pub(super) fn modeline(file: &str) -> String {
    format!("# yaml-language-server: $schema=./{file}")
}

/// The command line that writes the schema to the file that a plan in this folder names.
pub(super) fn command_for(plan: &Path) -> String {
    format!("scf schema --output {}", typed(&plan.with_file_name(FILE).display().to_string()))
}

/// The name of the schema of plans.
const PLAN: &str = "plan";
/// The name of the schema of `scf.toml`.
const SETTINGS: &str = "settings";

/// The schema of this name.
fn schema(name: &str, shared: &Shared) -> Option<Value> {
    let catalogue = &shared.catalogue;
    match name {
        PLAN => Some(plan::schema(catalogue)),
        SETTINGS => Some(settings::schema(catalogue)),
        answer => answer::schema(answer, catalogue),
    }
}

/// The names of all schemas.
fn names() -> impl Iterator<Item = &'static str> {
    [PLAN, SETTINGS].into_iter().chain(answer::names())
}

/// What a schema is of, in one line.
fn about(name: &str, shared: &Shared) -> String {
    match name {
        PLAN => shared.say("schema-plan", &[]),
        SETTINGS => shared.say("schema-of-settings", &[]),
        answer => answer::title(answer, &shared.catalogue),
    }
}

/// A schema for people who look into it too: one keyword a line.
fn write(schema: &Value, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, schema)?;
    writeln!(out)
}

fn write_file(schema: &Value, file: &Path) -> io::Result<()> {
    let mut out = OutFile::create(file)?;
    write(schema, &mut out)?;
    out.finish()
}

/// What `schema --list` answers.
#[derive(Serialize, JsonSchema)]
#[allow(clippy::struct_field_names)] // They are what the answer is about.
pub(crate) struct Schemas {
    /// The version of this form of answer.
    format: u32,
    /// The command that answers.
    command: &'static str,
    /// The schemas.
    schemas: Vec<Listed>,
}

#[derive(Serialize, JsonSchema)]
struct Listed {
    /// Its name.
    schema: &'static str,
    /// What it is of, in one line.
    about: String,
}

fn list(shared: &Shared, out: &mut dyn Write) -> anyhow::Result<()> {
    let listed = names().map(|name| Listed { schema: name, about: about(name, shared) });
    if shared.format == Format::Json {
        let schemas = Schemas { format: 1, command: "schema", schemas: listed.collect() };
        return Ok(write_document(&schemas, out)?);
    }
    let width = names().map(str::len).max().unwrap_or_default();
    for Listed { schema, about } in listed {
        writeln!(out, "{schema:width$}  {about}")?;
    }
    Ok(())
}

/// That there is no such schema, and which ones are near.
fn unknown(name: &str, shared: &Shared) -> String {
    let mut near: Vec<(usize, &str)> = names()
        .map(|known| (strsim::damerau_levenshtein(name, known), known))
        .filter(|(distance, known)| *distance <= 2.max(known.len() / 3))
        .collect();
    near.sort_unstable();
    let near: Vec<&str> = near.into_iter().take(3).map(|(_, name)| name).collect();
    let args = [
        ("name", shown(name).into_owned().into()),
        ("near-count", near.len().into()),
        ("near", near.join(", ").into()),
    ];
    shared.say("schema-unknown", &args)
}
