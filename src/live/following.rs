//! The thread that holds the plan: it reads every save, and makes what is shown of it.

use super::ask::Ask;
use super::news::{ChangesTold, News, Trouble, Words};
use super::present::{self, Presented};
use super::shown::Shown;
use super::watch::Watch;
use super::{Live, browser};
use crate::check::Check;
use crate::compare::Comparison;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};
use tokio::sync::watch::Sender;

/// A save often comes in several steps; so long after the last of them, the file is read.
const QUIET: Duration = Duration::from_millis(60);
/// So long after the first, it is read whatever goes on.
const PATIENCE: Duration = Duration::from_millis(250);
/// Where the file is away or empty, somebody may be about to save it: so long nothing is said of it.
const GRACE: Duration = Duration::from_millis(300);

/// A plan that is followed from save to save.
pub(super) struct Following<'a> {
    live: &'a Live<'a>,
    /// What is on the page: the last text that could be read whole; as long as there was none, the last text, of which
    /// the page tells the faults.
    pictured: Option<Check>,
    /// By what that text is known again.
    pictured_hash: u64,
    page: String,
    picture: u64,
    version: u64,
    trouble: Option<Trouble>,
    changes: Option<ChangesTold>,
    /// The text that was read last, by its hash; nothing where there was none to read.
    last: Option<u64>,
}

/// When the file is to be read.
#[derive(Debug, Clone, Copy)]
struct Due {
    at: Instant,
    /// At the latest.
    latest: Instant,
    /// It has been waited for already, and may be away for good.
    is_waited_for: bool,
}

impl Due {
    fn after_something() -> Self {
        let now = Instant::now();
        Self { at: now + QUIET, latest: now + PATIENCE, is_waited_for: false }
    }

    fn after_grace() -> Self {
        let at = Instant::now() + GRACE;
        Self { at, latest: at, is_waited_for: true }
    }

    /// The same after something more has happened.
    fn put_off(self) -> Self {
        Self { at: (Instant::now() + QUIET).min(self.latest), ..self }
    }
}

impl<'a> Following<'a> {
    /// Reads the plan for the first time.
    ///
    /// # Errors
    /// Where the system does not give it.
    pub(super) fn begin(live: &'a Live<'a>) -> io::Result<Self> {
        let check = (live.check)()?;
        let pictured_hash = hash(&check);
        Ok(Self {
            live,
            pictured_hash,
            page: live.page_of(&check, 1),
            pictured: Some(check),
            picture: 1,
            version: 1,
            trouble: None,
            changes: None,
            last: Some(pictured_hash),
        })
    }

    /// Follows the plan until nobody looks on any more.
    pub(super) fn follow(mut self, asked: &Receiver<Ask>, mut watch: Watch, shown: &Sender<Arc<Shown>>) {
        let mut due: Option<Due> = None;
        loop {
            if let Some(now_due) = due.filter(|due| due.at <= Instant::now()) {
                due = self.look(now_due, shown);
            }
            let wait = due.map_or(watch.interval(), |due| due.at.saturating_duration_since(Instant::now()));
            match asked.recv_timeout(wait) {
                Ok(Ask::Look) => due = Some(due.map_or_else(Due::after_something, Due::put_off)),
                Ok(Ask::Without { ids, answer }) => {
                    // Whoever asked may have gone away.
                    let _ = answer.send(self.without(&ids));
                }
                Ok(Ask::End) | Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {
                    if due.is_none() && watch.sees_another() {
                        due = Some(Due::after_something());
                    }
                }
            }
        }
    }

    /// Reads the file, and shows what is another. Gives when to look again, where the file may be about to come back.
    fn look(&mut self, due: Due, shown: &Sender<Arc<Shown>>) -> Option<Due> {
        let read = (self.live.check)();
        let is_away = match &read {
            Ok(check) => check.source.text().trim().is_empty(),
            Err(_) => true,
        };
        if is_away && !due.is_waited_for && self.last.is_some() {
            return Some(Due::after_grace());
        }
        let is_new = match read {
            Ok(check) => self.take(check),
            Err(error) => self.miss(&error),
        };
        if is_new {
            self.version += 1;
            shown.send_replace(Arc::new(self.shown()));
        }
        None
    }

    /// Takes a text that was read. Gives whether anything is another.
    fn take(&mut self, check: Check) -> bool {
        let read = hash(&check);
        if self.last.replace(read) == Some(read) {
            return false;
        }
        if !check.complete() && self.pictured.as_ref().is_some_and(Check::complete) {
            self.trouble = Some(Trouble::of(&check, self.live.catalogue, self.live.include));
            return true;
        }
        if read != self.pictured_hash {
            self.picture(check);
            self.pictured_hash = read;
        }
        self.trouble = None;
        true
    }

    /// Puts another text in the picture, and what it has changed.
    fn picture(&mut self, check: Check) {
        self.picture += 1;
        self.page = self.live.page_of(&check, self.picture);
        let before = self.pictured.take().filter(Check::complete);
        let (before, check) = match before {
            Some(before) if check.complete() => (before, check),
            _ => {
                self.changes = None;
                self.pictured = Some(check);
                return;
            }
        };
        let comparison = Comparison::of(before, check);
        self.changes = Some(ChangesTold::of(&comparison, self.live.catalogue, self.live.include));
        self.pictured = Some(comparison.into_new());
    }

    /// The system does not give the file. Gives whether that is new.
    fn miss(&mut self, error: &io::Error) -> bool {
        self.last = None;
        let sentence = if error.kind() == ErrorKind::NotFound {
            self.live.catalogue.say("live-away", &[])
        } else {
            (self.live.unread)(error)
        };
        let trouble = Some(Trouble::unread(sentence, self.live.catalogue));
        std::mem::replace(&mut self.trouble, trouble) != self.trouble
    }

    /// What is shown now.
    pub(super) fn shown(&self) -> Shown {
        let Live { catalogue, include, .. } = *self.live;
        let news = News {
            version: self.version,
            picture: self.picture,
            trouble: self.trouble.as_ref(),
            changes: self.changes.as_ref(),
            words: Words::of(catalogue),
        };
        let notice = self.trouble.as_ref().map(Trouble::in_short);
        let presented = Presented::of(self.pictured.as_ref(), self.picture, notice, catalogue, include);
        Shown {
            version: self.version,
            page: self.page.clone(),
            present: browser::present_page(catalogue),
            present_data: present::json(&presented),
            news: present::json(&news),
        }
    }

    fn without(&self, ids: &[String]) -> String {
        let Live { catalogue, include, .. } = *self.live;
        present::without(self.pictured.as_ref(), ids, self.picture, catalogue, include)
    }
}

/// A number by which a text that was read is known again, with what the checking found in it: that may hang on other
/// files.
fn hash(check: &Check) -> u64 {
    let mut hasher = DefaultHasher::new();
    check.source.text().hash(&mut hasher);
    check.findings.len().hash(&mut hasher);
    for finding in &check.findings {
        (finding.name.name(), finding.severity, finding.at.start).hash(&mut hasher);
    }
    hasher.finish()
}
