//! What is told of a plan, for tests of single findings.

use crate::check::{Check, Options, check};
use crate::findings::Finding;
use crate::lang::Catalogue;
use crate::report::wording::Wording;
use crate::source::Source;
use jiff::civil::date;

/// The plan, checked on 23 November 2026.
pub(crate) fn checked(text: &str) -> Check {
    let options = Options::on(date(2026, 11, 23));
    check(Source::new("plan.scf.yaml", text.into()), &options)
}

/// The findings of this name: what each is about (nothing for the whole plan), and its sentence.
pub(crate) fn told(name: &str, text: &str) -> Vec<(String, String)> {
    let check = checked(text);
    let catalogue = Catalogue::of(&["en"]);
    let wording = Wording { catalogue: &catalogue, plan: check.plan.as_ref(), include: None };
    let tell = |finding: &Finding| {
        let item = finding.subject.item(check.plan.as_ref()).unwrap_or_default().to_owned();
        (item, wording.of(finding).sentence())
    };
    check.findings.iter().filter(|finding| finding.name.name() == name).map(tell).collect()
}

/// What the findings of this name are about.
pub(crate) fn items(name: &str, text: &str) -> Vec<String> {
    told(name, text).into_iter().map(|(item, _)| item).collect()
}
