//! The binary `scf`: reads the command line, runs it, and ends with its exit code.

use std::process::ExitCode;
use strategic_choice::cli;

fn main() -> ExitCode {
    match cli::parsed(std::env::args_os()) {
        Ok(cli) => cli.run().into(),
        Err(unread) => unread.tell().into(),
    }
}
