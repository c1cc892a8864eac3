//! A plan that is shown while it is written: the page of a report, served on this computer alone, and renewed with every
//! save.
//!
//! One thread holds the plan and makes what is shown; another answers the browsers. Nothing of a plan is written anywhere,
//! and nothing is asked of any other computer.

mod ask;
mod browser;
mod events;
mod following;
mod guard;
mod news;
mod place;
mod present;
mod server;
mod shown;
mod watch;

pub use place::{PORT, Place};

use crate::check::Check;
use crate::lang::Catalogue;
use crate::plan::Sensitivity;
use ask::Ask;
use following::Following;
use jiff::civil::Date;
use server::Ready;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use watch::Watch;

/// What is shown, and where it comes from.
pub struct Live<'a> {
    /// The plan's file.
    pub file: PathBuf,
    /// Files that the checking depends on beside it.
    pub beside: Vec<PathBuf>,
    /// Reads the plan and checks it.
    pub check: &'a dyn Fn() -> io::Result<Check>,
    /// What to say where the system does not give the plan.
    pub unread: &'a dyn Fn(&io::Error) -> String,
    /// The sentences.
    pub catalogue: &'a Catalogue,
    /// The day it is today.
    pub today: Date,
    /// The largest circle of whom titles are shown.
    pub include: Sensitivity,
}

impl Live<'_> {
    /// Shows the plan until somebody stops the program. `begun` is called when the place answers.
    ///
    /// # Errors
    /// Where the system does not give what is needed to answer, or the plan cannot be read at the beginning.
    pub fn show(&self, place: &Place, begun: impl FnOnce()) -> io::Result<()> {
        let following = Following::begin(self)?;
        let (asks, asked) = mpsc::channel();
        let mut files = vec![self.file.clone()];
        files.extend(self.beside.iter().cloned());
        let watch = Watch::over(&files, &asks);
        // What was saved between reading and watching is seen as well.
        let _ = asks.send(Ask::Look);
        let (shown, looked_at) = tokio::sync::watch::channel(Arc::new(following.shown()));
        let not_here = self.catalogue.say("live-not-here", &[]);
        let ready = Ready::at(place, looked_at, asks, not_here)?;
        begun();
        std::thread::scope(|scope| {
            scope.spawn(move || ready.serve());
            following.follow(&asked, watch, &shown);
        });
        Ok(())
    }
}
