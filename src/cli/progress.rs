//! How far a long run is, for a person who waits.

use super::{Format, Shared};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal as _, Write};
use std::time::{Duration, Instant};

/// Fewer plans than this are there before a bar could be read.
const FEWEST: usize = 50;
/// How long text is held back, so that the bar need not make way for every line.
const HOLD: Duration = Duration::from_millis(100);

/// Standard output, with a bar below it on standard error where both can be seen at once.
pub(super) struct Progress<'a> {
    out: &'a mut dyn Write,
    shared: &'a Shared,
    bar: ProgressBar,
    /// What is told and not shown yet; only where there is a bar.
    held: Vec<u8>,
    shown: Instant,
}

impl<'a> Progress<'a> {
    /// A bar for so many plans, where somebody looks on: standard error is a screen, the answer is for people, and they
    /// have not asked for silence.
    pub(super) fn new(plans: usize, shared: &'a Shared, out: &'a mut dyn Write) -> Self {
        let can_move =
            std::io::stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb");
        let bar = if plans >= FEWEST && can_move && !shared.quiet && shared.format == Format::Text {
            let bar = ProgressBar::with_draw_target(Some(plans as u64), ProgressDrawTarget::stderr());
            let style = ProgressStyle::with_template("{bar:30} {msg}");
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        } else {
            ProgressBar::hidden()
        };
        Self { out, shared, bar, held: Vec::new(), shown: Instant::now() }
    }

    /// One plan more has been told.
    pub(super) fn step(&mut self) -> io::Result<()> {
        self.bar.inc(1);
        if self.bar.is_hidden() || self.shown.elapsed() < HOLD { Ok(()) } else { self.show() }
    }

    /// Takes the bar away.
    pub(super) fn end(&mut self) -> io::Result<()> {
        self.show()?;
        self.bar.finish_and_clear();
        Ok(())
    }

    fn show(&mut self) -> io::Result<()> {
        let Self { out, shared, bar, held, .. } = self;
        if bar.is_hidden() {
            return Ok(());
        }
        let (done, count) = (bar.position().into(), bar.length().unwrap_or_default().into());
        bar.set_message(shared.say("progress", &[("done", done), ("count", count)]));
        bar.suspend(|| out.write_all(held).and_then(|()| out.flush()))?;
        held.clear();
        self.shown = Instant::now();
        Ok(())
    }
}

impl Write for Progress<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bar.is_hidden() {
            return self.out.write(bytes);
        }
        self.held.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.show()?;
        self.out.flush()
    }
}
