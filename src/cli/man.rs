//! `scf man`.

use super::{Cli, HELP, Outcome, Shared};
use crate::lang::escaped;
use clap::{Command, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Write the manual pages
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf man | man -l -                     Read the page of scf itself
  scf man check | man -l -               Read the page of scf check
  scf man --out ~/.local/share/man/man1  Write all pages into a folder
")]
pub struct Args {
    /// The command whose page is wanted; without it, the page of scf itself
    #[arg(value_name = "COMMAND", conflicts_with = "out")]
    pub command: Option<String>,
    /// Write all pages into this folder, which must exist
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
}

/// Writes manual pages.
///
/// # Errors
/// Where they cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let pages = pages()?;
    if let Some(folder) = &args.out {
        return write_all(&pages, folder, shared, out);
    }
    let wanted = args.command.as_ref().map_or_else(|| "scf".to_owned(), |name| format!("scf-{name}"));
    let Some((_, page)) = pages.iter().find(|(name, _)| *name == wanted) else {
        let names = pages.iter().filter_map(|(name, _)| name.strip_prefix("scf-"));
        let names = names.collect::<Vec<_>>().join(", ");
        let name = escaped(args.command.as_deref().unwrap_or_default()).into_owned();
        shared.complain(&shared.say("man-unknown", &[("name", name.into()), ("names", names.into())]));
        return Ok(Outcome::Unanswered);
    };
    out.write_all(page)?;
    Ok(Outcome::Sound)
}

fn write_all(
    pages: &[(String, Vec<u8>)],
    folder: &Path,
    shared: &Shared,
    out: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let name = || escaped(&folder.display().to_string()).into_owned();
    for (page, text) in pages {
        if let Err(error) = std::fs::write(folder.join(format!("{page}.1")), text) {
            let args = [("folder", name().into()), ("error", error.to_string().into())];
            shared.complain(&shared.say("man-cannot", &args));
            return Ok(Outcome::Unanswered);
        }
    }
    if !shared.quiet {
        let args = [("folder", name().into()), ("count", pages.len().into())];
        writeln!(out, "{}", shared.say("man-written", &args))?;
    }
    Ok(Outcome::Sound)
}

/// The page of `scf` and of each command, by name.
fn pages() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut root = Cli::command();
    // Now each command has the options that all commands take.
    root.build();
    let mut pages = vec![("scf".to_owned(), page(&root)?)];
    for command in root.get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = format!("scf-{}", command.get_name());
        pages.push((name, page(command)?));
    }
    Ok(pages)
}

/// The page of one command, with the examples of its help before its options.
fn page(command: &Command) -> io::Result<Vec<u8>> {
    let examples = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    let details = command.get_after_long_help().or(command.get_after_help());
    let details = details.map(ToString::to_string).unwrap_or_default();
    let has_subcommands = command.has_subcommands();
    let man = Man::new(command.clone()).source(concat!("scf ", env!("CARGO_PKG_VERSION"))).manual("scf");
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    let mut roff = Roff::default();
    if !details.is_empty() {
        roff.control("SH", ["DESCRIPTION"]);
        for paragraph in details.split("\n\n") {
            roff.control("PP", []).text([roman(paragraph)]);
        }
    }
    if !examples.is_empty() {
        roff.control("SH", ["EXAMPLES"]).control("nf", []);
        for line in examples.lines().filter(|line| line.starts_with(' ')) {
            roff.text([roman(line.trim())]);
        }
        roff.control("fi", []);
    }
    roff.to_writer(&mut text)?;
    let mut options = Vec::new();
    man.render_options_section(&mut options)?;
    // Without a break, the entries of a list would run together.
    text.extend(String::from_utf8_lossy(&options).replace("\n\\- ", "\n.br\n\\- ").bytes());
    if has_subcommands {
        man.render_subcommands_section(&mut text)?;
    }
    Ok(text)
}
