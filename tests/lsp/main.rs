//! `scf lsp` as an editor meets it: a scripted client over standard input and output, against the real program.

#![allow(clippy::unwrap_used)] // A test that cannot run has failed.
#![allow(clippy::needless_pass_by_value)] // What is sent reads better without a `&` before each of it.

mod anything;
mod client;
mod completion;
mod findings;
mod names;
mod outline;
mod page;
mod session;
