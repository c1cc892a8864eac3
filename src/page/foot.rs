//! What stands at the end of a page, the words that its script says, and the page of what could not be read.

use super::csp::Policy;
use super::told::{Told, page_language};
use super::what_if::inert;
use super::words::PlanText;
use super::{Options, STYLE};
use crate::check::Check;
use crate::report::wording::Wording;
use askama::Template;

/// Faults that are told; the rest is counted.
const MOST: usize = 100;

/// The words that a script says, by name.
const SCRIPT_WORDS: [&str; 13] = [
    "page-script-close",
    "page-script-gone",
    "page-script-what-if",
    "page-script-take-back",
    "page-script-take-back-all",
    "page-script-results",
    "page-script-items",
    "page-script-others",
    "page-script-nothing",
    "page-script-unnamed",
    "page-script-found",
    "page-script-not-found",
    "page-script-nothing-more",
];

/// The words as JSON, each under its name without the part that all share.
pub(super) fn words_for_script(told: &Told<'_>) -> String {
    let words: serde_json::Map<String, serde_json::Value> = SCRIPT_WORDS
        .iter()
        .map(|id| (id.trim_start_matches("page-script-").to_owned(), told.say(id).into()))
        .collect();
    inert(&serde_json::Value::Object(words).to_string())
}

/// A page of what could not be read.
#[derive(Template)]
#[template(path = "faults.html")]
struct Faults<'a> {
    policy: String,
    language: String,
    style: &'static str,
    script: Option<&'a str>,
    title: PlanText,
    first: String,
    entries: Vec<Fault>,
    more: String,
    foot: String,
}

struct Fault {
    place: String,
    sentence: String,
    ask: String,
}

/// See [`super::faults`].
pub(super) fn faults(check: &Check, options: &Options<'_>) -> String {
    let wording =
        Wording { catalogue: options.catalogue, plan: check.plan.as_ref(), include: Some(options.include) };
    let faults: Vec<_> = check.findings.iter().filter(|finding| finding.slip.is_some()).collect();
    let fault = |finding: &&crate::findings::Finding| {
        // What a faulty text says may be meant for a smaller circle, so of that only ids and keys are told.
        let worded = wording.guarded(finding);
        let line = check.source.position(finding.at.start).line;
        Fault {
            place: options.catalogue.say("page-line", &[("line", line.into())]),
            sentence: worded.sentence(),
            ask: worded.ask(),
        }
    };
    let say = |id: &str, count: usize| options.catalogue.say(id, &[("count", count.into())]);
    let more = faults.len().saturating_sub(MOST);
    let page = Faults {
        policy: Policy {
            styles: &[STYLE],
            scripts: options.live.as_slice(),
            may_connect: options.live.is_some(),
        }
        .content(),
        language: page_language(options),
        style: STYLE,
        script: options.live,
        title: PlanText::new(check.title(), None),
        first: say("page-faults", faults.len()),
        entries: faults.iter().take(MOST).map(fault).collect(),
        more: if more > 0 { say("page-and-more", more) } else { String::new() },
        foot: options.catalogue.say("page-made", &[("day", options.today.to_string().into())]),
    };
    page.to_string()
}
