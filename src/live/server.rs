//! The server: what is shown, to the browsers of this computer.

use super::ask::Ask;
use super::browser;
use super::events::events;
use super::guard::guarded;
use super::place::Place;
use super::shown::Shown;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{oneshot, watch};

/// How long answers that are under way may take when it is over.
const LAST_ANSWERS: Duration = Duration::from_millis(500);

/// What every answer is made of.
pub(super) struct Server {
    pub(super) port: u16,
    pub(super) word: String,
    pub(super) shown: watch::Receiver<Arc<Shown>>,
    pub(super) ended: watch::Receiver<bool>,
    asks: Sender<Ask>,
    /// What is said where the address is not whole.
    not_here: String,
}

/// A server that is ready to begin: what it needs of the system is there.
pub(super) struct Ready {
    runtime: Runtime,
    listener: tokio::net::TcpListener,
    stop: Stop,
    server: Server,
    ending: watch::Sender<bool>,
}

impl Ready {
    /// Gets what it needs of the system. From now on Ctrl-C ends the server, and no longer the program.
    pub(super) fn at(
        place: &Place,
        shown: watch::Receiver<Arc<Shown>>,
        asks: Sender<Ask>,
        not_here: String,
    ) -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let entered = runtime.enter();
        let stop = Stop::new()?;
        let listener = place.listener.try_clone()?;
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        drop(entered);
        let (ending, ended) = watch::channel(false);
        let server = Server { port: place.port, word: place.word.clone(), shown, ended, asks, not_here };
        Ok(Self { runtime, listener, stop, server, ending })
    }

    /// Answers until somebody stops the program, then ends what is under way and says so with [`Ask::End`].
    pub(super) fn serve(self) {
        let Self { runtime, listener, stop, server, ending } = self;
        let (asks, mut ended) = (server.asks.clone(), server.ended.clone());
        let app = router(Arc::new(server));
        runtime.block_on(async move {
            let over = async move {
                let _ = ended.wait_for(|ended| *ended).await;
            };
            let serving = axum::serve(listener, app).with_graceful_shutdown(over);
            let serving = tokio::spawn(async move { serving.await });
            stop.asked().await;
            let _ = ending.send(true);
            let _ = tokio::time::timeout(LAST_ANSWERS, serving).await;
        });
        runtime.shutdown_background();
        let _ = asks.send(Ask::End);
    }
}

fn router(server: Arc<Server>) -> Router {
    let word = &server.word;
    let at = |name: &str| format!("/{word}/{name}");
    let home = at("");
    let file = |kind: &'static str, text: &'static str| get(move || async move { typed(kind, text) });
    let script = "text/javascript; charset=utf-8";
    let style = "text/css; charset=utf-8";
    Router::new()
        .route(&format!("/{word}"), get(move || async move { Redirect::permanent(&home) }))
        .route(&at(""), get(page))
        .route(&at("present"), get(present))
        .route(&at("present.json"), get(present_data))
        .route(&at("news.json"), get(news))
        .route(&at("events"), get(events))
        .route(&at("without/{ids}"), get(without))
        .route(&at("present.js"), file(script, browser::PRESENT_SCRIPT))
        .route(&at("present.css"), file(style, browser::PRESENT_STYLE))
        .fallback(|State(server): State<Arc<Server>>| async move { server.not_here() })
        .layer(from_fn_with_state(server.clone(), guarded))
        .with_state(server)
}

/// An answer of this kind.
fn typed(kind: &'static str, text: impl IntoResponse) -> Response {
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}

/// A page with what its browser may do.
fn page_with(policy: &'static str, text: String) -> Response {
    let headers =
        [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_SECURITY_POLICY, policy)];
    (headers, text).into_response()
}

async fn page(State(server): State<Arc<Server>>) -> Response {
    let shown = server.shown.borrow().clone();
    page_with(browser::PAGE_POLICY, shown.page.clone())
}

async fn present(State(server): State<Arc<Server>>) -> Response {
    let shown = server.shown.borrow().clone();
    page_with(browser::PRESENT_POLICY, shown.present.clone())
}

async fn present_data(State(server): State<Arc<Server>>) -> Response {
    let shown = server.shown.borrow().clone();
    typed("application/json", shown.present_data.clone())
}

async fn news(State(server): State<Arc<Server>>) -> Response {
    let shown = server.shown.borrow().clone();
    typed("application/json", shown.news.clone())
}

/// What falls without these things: their ids, with commas between them.
async fn without(State(server): State<Arc<Server>>, Path(ids): Path<String>) -> Response {
    let (answer, answered) = oneshot::channel();
    let ids = ids.split(',').map(str::to_owned).collect();
    let is_asked = server.asks.send(Ask::Without { ids, answer }).is_ok();
    match answered.await {
        Ok(said) if is_asked => typed("application/json", said),
        _ => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

impl Server {
    /// The answer to an address that is not whole, or that was of another run.
    pub(super) fn not_here(&self) -> Response {
        (StatusCode::NOT_FOUND, typed("text/plain; charset=utf-8", self.not_here.clone())).into_response()
    }
}

/// The ways in which somebody stops the program.
struct Stop {
    #[cfg(unix)]
    signals: [tokio::signal::unix::Signal; 2],
    #[cfg(windows)]
    signals: (tokio::signal::windows::CtrlC, tokio::signal::windows::CtrlBreak),
}

impl Stop {
    #[cfg(unix)]
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { signals: [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?] })
    }

    #[cfg(windows)]
    fn new() -> io::Result<Self> {
        use tokio::signal::windows::{ctrl_break, ctrl_c};
        Ok(Self { signals: (ctrl_c()?, ctrl_break()?) })
    }

    /// Waits until somebody does.
    async fn asked(self) {
        #[cfg(unix)]
        let [mut one, mut other] = self.signals;
        #[cfg(windows)]
        let (mut one, mut other) = self.signals;
        tokio::select! {
            _ = one.recv() => {}
            _ = other.recv() => {}
        }
    }
}
