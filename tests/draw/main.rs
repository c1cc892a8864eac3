//! Pictures of plans: everything in its place, and nothing of a plan's text can be more than text.

#![allow(clippy::unwrap_used)] // What cannot be read fails the test.

mod geometry;
mod hostile;
mod layout;
mod limits;
mod pages;
mod plans;

use strategic_choice::check::{self, Check};
use strategic_choice::draw::{self, Options, Picture};
use strategic_choice::lang::Catalogue;
use strategic_choice::plan::Sensitivity;
use strategic_choice::report::wording::Wording;
use strategic_choice::source::Source;

/// A plan that was checked on a fixed day.
fn checked(text: &str) -> Check {
    let options = check::Options::on(jiff::civil::date(2026, 11, 23));
    let check = check::check(Source::new("p.scf.yaml", text.to_owned()), &options);
    assert!(check.plan.is_some(), "{text}");
    check
}

fn picture_of(check: &Check, options: &Options) -> Picture {
    picture_for(check, options, Some(Sensitivity::Team))
}

fn picture_for(check: &Check, options: &Options, include: Option<Sensitivity>) -> Picture {
    thread_local! {
        // Reading all sentences takes longer than drawing.
        static CATALOGUE: Catalogue = Catalogue::of(&["en"]);
    }
    CATALOGUE.with(|catalogue| {
        draw::picture(check, Wording { catalogue, plan: check.plan.as_ref(), include }, options)
    })
}
