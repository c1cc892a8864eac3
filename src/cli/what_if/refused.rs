//! What is told where a value cannot be set. The place is the option, as it was typed.

use crate::check::{Options, Whole, check_reading};
use crate::cli::{Shared, faults, named};
use crate::findings::{self, Finding};
use crate::lang::{escaped, shown};
use crate::plan::{self, Changed, Obstacle};
use crate::report::wording::shortened;
use crate::source::{Fault, Span};
use crate::what_if::{Question, Refused};

/// Longest words of an option that are told, in characters.
const LONGEST: usize = 100;
/// Faults of one option that are told.
const MOST: usize = 5;

/// Tells why there is no plan with these changes.
pub(super) fn complain(refused: Refused, question: &Question, whole: &Whole, shared: &Shared) {
    for (number, change) in question.set.iter().enumerate() {
        let of_this = refused.obstacles.iter().filter(|(of, _)| *of == number);
        let obstacles: Vec<Obstacle> = of_this.map(|(_, obstacle)| obstacle.clone()).collect();
        if !obstacles.is_empty() {
            complain_of(&change.words, &obstacles, whole, shared);
        }
    }
    if let Some((changed, numbers)) = refused.faulty {
        faults_of(*changed, &numbers, question, shared);
    }
}

/// Tells what stands in the way of one change.
pub(super) fn complain_of(words: &str, obstacles: &[Obstacle], whole: &Whole, shared: &Shared) {
    let mut said = place(words, shared);
    let mut faults: Vec<Fault> = Vec::new();
    for obstacle in obstacles {
        let text = |text: &str| shown(&shortened(text, LONGEST)).into_owned();
        let sentence = match obstacle {
            Obstacle::NoValue => shared.say("what-if-set-no-value", &[]),
            Obstacle::NoField => shared.say("what-if-set-no-field", &[]),
            Obstacle::UnknownId(id) => {
                let id: String = id.chars().take(LONGEST).collect();
                named::unknown(&whole.plan, &id, &whole.source.path, shared).replace('\n', "\n    ")
            }
            Obstacle::SeveralLines => shared.say("what-if-set-lines", &[]),
            Obstacle::TextThere(field, found) => {
                shared.say("what-if-set-text", &[("field", text(field).into()), ("text", text(found).into())])
            }
            Obstacle::ListThere(field) => shared.say("what-if-set-list", &[("field", text(field).into())]),
            Obstacle::Fault(fault) => {
                faults.push(fault.clone());
                continue;
            }
        };
        said = format!("{said}\n    {sentence}");
    }
    for fault in findings::find_in_text(&faults).iter().take(MOST) {
        said += &faults::told(fault, Some(&whole.plan), shared);
    }
    shared.complain(&said);
}

/// Tells the faults of a plan as it would be with its changes: those of each change, then those that the file has with
/// them.
fn faults_of(changed: Changed, numbers: &[Option<usize>], question: &Question, shared: &Shared) {
    let Changed { source, reading, starts, .. } = changed;
    let change_at =
        |at: Span| plan::change_at(&starts, at).map(|place| numbers.get(place).copied().flatten());
    let options = Options::on(shared.today);
    let check = check_reading(source, reading.plan, &reading.faults, &options);
    let faults = || check.findings.iter().filter(|finding| finding.slip.is_some());
    for (number, change) in question.set.iter().enumerate() {
        let own: Vec<&Finding> =
            faults().filter(|fault| change_at(fault.at) == Some(Some(number))).take(MOST).collect();
        if own.is_empty() {
            continue;
        }
        let told = own.iter().map(|fault| faults::told(fault, check.plan.as_ref(), shared));
        shared.complain(&told.fold(place(&change.words, shared), |said, told| said + &told));
    }
    let in_file: Vec<&Finding> = faults().filter(|fault| change_at(fault.at).is_none()).collect();
    if in_file.is_empty() {
        return;
    }
    let words: Vec<&str> = question.set.iter().map(|change| &*change.words).collect();
    let words = escaped(&shortened(&words.join(", "), LONGEST)).into_owned();
    let first =
        shared.say("what-if-set-in-file", &[("words", words.into()), ("count", in_file.len().into())]);
    faults::complain_of(&first, &in_file, MOST, &check, shared);
}

/// Where a change stands: on the command line.
fn place(words: &str, shared: &Shared) -> String {
    let words = escaped(&shortened(words, LONGEST)).into_owned();
    shared.say("what-if-set-where", &[("words", words.into())])
}
