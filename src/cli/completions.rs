//! `scf completions`.

use super::{Cli, HELP, Outcome, Shared};
use clap::CommandFactory as _;
use clap_complete::Shell;
use std::io::Write;

/// Write completions: what a shell offers when you press Tab
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf completions bash > ~/.local/share/bash-completion/completions/scf
  scf completions zsh > ~/.zfunc/_scf
  scf completions fish > ~/.config/fish/completions/scf.fish
  scf completions powershell >> $PROFILE
")]
pub struct Args {
    /// Which shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// Writes completions.
///
/// # Errors
/// Where they cannot be written.
pub fn run(args: &Args, _shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    // The generator takes a failed write for a defect; so it writes to memory.
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "scf", &mut text);
    out.write_all(&text)?;
    Ok(Outcome::Sound)
}
