//! `scf lsp`.

use super::{HELP, Outcome, Shared};
use crate::lsp::{End, Service, serve};
use jiff::civil::Date;
use std::io;

/// Help an editor: findings as you type, what falls with what, names completed and renamed
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf lsp    What an editor starts by itself; there is nothing to see

How to set it up in VS Code, Neovim and Helix stands in docs/editor.md. It speaks the Language Server Protocol over \
standard input and output. Nothing leaves this computer.
")]
pub struct Args {
    /// What many editors add by themselves; it is so anyway
    #[arg(long, hide = true)]
    pub stdio: bool,
}

/// Serves an editor until it goes.
///
/// # Errors
/// Where nobody reads the answers any more.
pub fn run(_args: &Args, today: Option<Date>, shared: &Shared) -> anyhow::Result<Outcome> {
    let service = Service { catalogue: &shared.catalogue, today, settings: &shared.settings };
    let mut out = io::BufWriter::new(io::stdout().lock());
    Ok(match serve(io::stdin(), &mut out, &service)? {
        End::AsAgreed => Outcome::Sound,
        End::Abrupt => Outcome::Weak,
    })
}
