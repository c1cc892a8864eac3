//! Find what a mediation plan stands on, and what falls if it fails.
//!
//! Data runs one way, and each module is one step of the way:
//!
//! ```text
//! text ──source──▶ located tree ──plan──▶ Plan ──graph──▶ what stands on what ──findings──▶ Findings ──report──▶ people
//! ```
//!
//! [`check::check`] goes the whole way from a [`source::Source`] to the findings. [`agenda::Agenda`] goes another way on from
//! the graph: what is to be done, and when. [`compare::Changes`] puts two plans beside each other. [`page::html`] puts
//! everything that is told of a plan on one page for a browser.

pub mod agenda;
pub mod baseline;
pub mod check;
pub mod cli;
pub mod compare;
pub mod draw;
pub mod edit;
pub mod findings;
pub mod fix;
pub mod graph;
pub mod lang;
pub mod live;
pub mod lsp;
pub mod page;
pub mod plan;
pub mod report;
pub mod schema;
pub mod settings;
pub mod source;
pub mod what_if;
