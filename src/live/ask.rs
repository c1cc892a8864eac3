//! What is asked of the one who reads the plan.

use tokio::sync::oneshot;

/// What the server and the watch ask of the thread that holds the plan.
#[derive(Debug)]
pub(super) enum Ask {
    /// Look whether the plan's file is another.
    Look,
    /// What falls without the things of these ids: a JSON document.
    Without {
        /// The ids, as a browser wrote them.
        ids: Vec<String>,
        /// Where the answer goes.
        answer: oneshot::Sender<String>,
    },
    /// Nobody looks on any more.
    End,
}
