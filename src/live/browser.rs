//! What the browser is given beside the page itself.

use crate::lang::Catalogue;

/// Renews the page of a report, tells what is broken and what has changed. It stands in the page, behind the page's own
/// script, and is alone in it: only what it says itself is written where others can read it.
pub(super) const LIVE_SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\nconst STYLE = `",
    include_str!("browser/live.css"),
    "`;\n",
    include_str!("browser/follow.js"),
    include_str!("browser/place.js"),
    include_str!("browser/live.js"),
    "})();\n",
);
/// The view before a class: its frame, which the script fills with what `present.json` says.
const PRESENT_PAGE: &str = include_str!("browser/present.html");
/// What fills it.
pub(super) const PRESENT_SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("browser/follow.js"),
    include_str!("browser/present.js"),
    "})();\n",
);
pub(super) const PRESENT_STYLE: &str = include_str!("browser/present.css");

/// What a page may do beside what its own policy says, which stands in it.
pub(super) const PAGE_POLICY: &str = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// What the view before a class may do: ask this server, and nothing else.
pub(super) const PRESENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The frame of the view before a class.
pub(super) fn present_page(catalogue: &Catalogue) -> String {
    let language = catalogue.tags().into_iter().next().unwrap_or_default();
    let without_script = in_html(&catalogue.say("present-no-script", &[]));
    PRESENT_PAGE.replace("{language}", &in_html(&language)).replace("{without-script}", &without_script)
}

/// Text as it may stand between tags and in quoted attributes.
fn in_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
