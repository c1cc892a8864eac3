//! Who is answered, and what a browser may do with the answer.
//!
//! The port is on loopback, but pages of the web can send a browser there. A name that its owner points at 127.0.0.1 is
//! told by `Host`; a script of another page by `Origin` and `Sec-Fetch-Site`; another person on the same computer does not
//! know the word in the address.

use super::server::Server;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use std::sync::Arc;

/// What is allowed to an answer that says nothing else: nothing at all.
const NOTHING: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What every answer carries.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Answers whom may be answered.
pub(super) async fn guarded(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let mut response = match server.refusal(request.method(), request.uri(), request.headers()) {
        None => next.run(request).await,
        Some(StatusCode::NOT_FOUND) => server.not_here(),
        Some(StatusCode::METHOD_NOT_ALLOWED) => {
            (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response()
        }
        Some(status) => status.into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(NOTHING));
    response
}

impl Server {
    /// Why a request is not answered.
    fn refusal(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<StatusCode> {
        let hosts = ["127.0.0.1", "localhost", "[::1]"].map(|host| format!("{host}:{}", self.port));
        let is_ours = |host: &[u8]| hosts.iter().any(|ours| ours.as_bytes().eq_ignore_ascii_case(host));
        let mut named = headers.get_all(header::HOST).iter();
        let is_named = named.next().is_some_and(|host| is_ours(host.as_bytes())) && named.next().is_none();
        let is_addressed = uri.authority().is_none_or(|authority| is_ours(authority.as_str().as_bytes()));
        let is_from_here = headers
            .get_all(header::ORIGIN)
            .iter()
            .all(|origin| origin.as_bytes().strip_prefix(b"http://").is_some_and(is_ours));
        if !(is_named && is_addressed && is_from_here) || is_fetched_by_another_page(headers) {
            return Some(StatusCode::FORBIDDEN);
        }
        if !matches!(*method, Method::GET | Method::HEAD) {
            return Some(StatusCode::METHOD_NOT_ALLOWED);
        }
        let word = uri.path().split('/').nth(1).unwrap_or_default();
        (!is_same(word.as_bytes(), self.word.as_bytes())).then_some(StatusCode::NOT_FOUND)
    }
}

/// Whether a browser says that a page from elsewhere asks. Somebody who follows a link, in a terminal within a browser for
/// one, asks for themselves.
fn is_fetched_by_another_page(headers: &HeaderMap) -> bool {
    let is = |name: &str, values: &[&str]| {
        headers.get(name).is_some_and(|value| values.iter().any(|word| word.as_bytes() == value.as_bytes()))
    };
    is("sec-fetch-site", &["cross-site", "same-site"]) && !is("sec-fetch-mode", &["navigate"])
}

/// Whether two words are the same, in a time that does not tell where they differ.
fn is_same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}
