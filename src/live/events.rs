//! What the browsers that look on are told: that there is something new, and that it is over.

use super::server::Server;
use super::shown::Shown;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How soon a browser asks again when the connection breaks.
const RETRY: Duration = Duration::from_millis(500);

/// One browser that looks on.
struct Onlooker {
    shown: watch::Receiver<Arc<Shown>>,
    ended: watch::Receiver<bool>,
    /// Whether the end has been told.
    is_told: bool,
}

/// `show`, with the number of what is shown, at once and whenever it is another; `end` where nothing will follow. What is
/// new is asked for with that number, so that nothing is lost while a connection is broken.
pub(super) async fn events(
    State(server): State<Arc<Server>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut shown = server.shown.clone();
    shown.mark_changed();
    let onlooker = Onlooker { shown, ended: server.ended.clone(), is_told: false };
    let events = stream::unfold(onlooker, |mut onlooker| async move {
        let event = onlooker.next().await?;
        Some((Ok(event), onlooker))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

impl Onlooker {
    /// The next event; nothing once the end has been told.
    async fn next(&mut self) -> Option<Event> {
        if self.is_told {
            return None;
        }
        let is_over = tokio::select! {
            _ = self.ended.wait_for(|ended| *ended) => true,
            changed = self.shown.changed() => changed.is_err(),
        };
        if is_over {
            self.is_told = true;
            // Browsers pass over an event without data.
            return Some(Event::default().event("end").data("end"));
        }
        let version = self.shown.borrow_and_update().version;
        Some(Event::default().event("show").data(version.to_string()).retry(RETRY))
    }
}
