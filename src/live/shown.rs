//! What is shown at a moment. It is made once, when the plan has been saved, and then given to every browser.

use super::{Live, browser};
use crate::check::Check;
use crate::page::{self, Options};

/// Everything that a browser can ask for.
#[derive(Debug)]
pub(super) struct Shown {
    /// A number that grows whenever anything is another.
    pub version: u64,
    /// The page.
    pub page: String,
    /// The frame of the view before a class.
    pub present: String,
    /// What fills it: a JSON document.
    pub present_data: String,
    /// What is broken and what has changed: a JSON document.
    pub news: String,
}

impl Live<'_> {
    /// The page of a plan, with the script that renews it, and the number by which the script knows it.
    pub(super) fn page_of(&self, check: &Check, picture: u64) -> String {
        let Self { catalogue, include, today, .. } = *self;
        let options = Options { catalogue, include, today, live: Some(browser::LIVE_SCRIPT) };
        let number = format!("<head>\n<meta name=\"scf-picture\" content=\"{picture}\">");
        page::html(check, &options).replacen("<head>", &number, 1)
    }
}
