//! The binary `scf`: reads the command line, runs it, and ends with its exit code.

use clap::Parser as _;
use std::process::ExitCode;
use strategic_choice::cli::Cli;

fn main() -> ExitCode {
    Cli::parse().run().into()
}
