//! Choices as JSON.

use super::{Choices, Comparison, MOST_BURDENS};
use crate::check::Whole;
use crate::plan::{Id, Total};
use crate::report::wording::Wording;
use crate::report::{Head, write_document};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a, 'g> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The choices, in the order of the text.
    choices: Vec<Choice<'a>>,
    /// Whether all schemes are known.
    complete: bool,
    /// Options that are closed, as choice.option.
    closed: Vec<&'a str>,
    /// Results that hang on choices, each with them.
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    hangs: Hangs<'a, 'g>,
    /// How many schemes are known; `--top` may tell fewer.
    schemes_count: usize,
    /// Of so many of those that are told, the first, the fullest week and the bottlenecks are worked out.
    worked_out: usize,
    /// The schemes: what is possible together.
    #[schemars(with = "Vec<Scheme<'static, 'static>>")]
    schemes: SchemesJson<'a, 'g>,
    /// What only one of two schemes has, where two are asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    differs: Option<Differs<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[allow(clippy::struct_field_names)] // Each is called as in the other answers.
struct Choice<'a> {
    /// The id of the choice.
    choice: &'a str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Cow<'a, str>,
    /// The option that is chosen, by its name in the choice.
    chosen: Option<&'a str>,
    /// Its options.
    options: Vec<OptionJson<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct OptionJson<'a> {
    /// Its name in the choice.
    option: &'a str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Cow<'a, str>,
    /// In how many schemes it takes part; nothing where not all are known.
    schemes: Option<usize>,
    /// Whether it leaves the most schemes open among the options of its choice.
    keeps_most_open: bool,
    /// Whether it is closed by what is chosen already.
    closed: bool,
    /// The options that close it.
    closed_by: Vec<&'a str>,
}

/// A scheme with all that is known of it.
#[derive(Serialize, JsonSchema)]
struct Scheme<'a, 'g> {
    /// The number of the scheme, from 1.
    number: usize,
    /// The option of each choice.
    #[schemars(with = "BTreeMap<String, String>")]
    picks: Picks<'a, 'g>,
    /// Results that stand under this scheme.
    objectives: Vec<&'a str>,
    /// What it costs, in the currency of the plan.
    #[schemars(with = "f64")]
    cost: Cost,
    /// The hours of the fullest week; nothing where not worked out.
    peak_hours: Option<f64>,
    /// How many bottlenecks it has; nothing where not worked out.
    bottlenecks: Option<usize>,
    /// What its options score by the criteria.
    score: f64,
}

/// All choices with their options and schemes as one JSON document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json<'a>(
    choices: &'a Choices<'a, '_>,
    comparison: Option<&'a Comparison>,
    whole: &'a Whole,
    wording: Wording<'a>,
    today: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = choices.plan;
    let name = |id: Id| plan.names.name(id);
    let closed = choices.graph.closed_options(plan);
    let outlooks = choices.schemes.outlooks();
    let is_complete = choices.schemes.is_complete();
    // An option that is chosen takes part in all, another one of its choice in none.
    let takes_part = |option: Id| match outlooks.iter().find(|outlook| outlook.option == option) {
        Some(outlook) => outlook.schemes,
        None if choices.is_chosen(option) => choices.schemes.len(),
        None => 0,
    };
    let option = |option: &'a crate::plan::Opt| {
        let outlook = outlooks.iter().find(|outlook| outlook.option == option.id);
        let closed = closed.iter().find(|closed| closed.option == option.id);
        OptionJson {
            option: choices.own_name(option.id),
            title: wording.written(option.id),
            schemes: is_complete.then(|| takes_part(option.id)),
            keeps_most_open: is_complete && outlook.is_some_and(|outlook| outlook.keeps_most_open),
            closed: closed.is_some(),
            closed_by: closed.iter().flat_map(|closed| closed.closed_by()).map(name).collect(),
        }
    };
    let choice = |choice: &'a crate::plan::Choice| Choice {
        choice: name(choice.id),
        title: wording.written(choice.id),
        chosen: choice.chosen.map(|chosen| choices.own_name(choice.options[chosen.value as usize].id)),
        options: choice.options.iter().map(option).collect(),
    };
    let names = |sides: &[Vec<Id>; 2]| sides.each_ref().map(|ids| ids.iter().map(|&id| name(id)).collect());
    let document = Document {
        head: Head::new("choices", today, &whole.source.path, whole.title()),
        choices: plan.choices.iter().map(choice).collect(),
        complete: choices.schemes.is_complete(),
        closed: closed.iter().map(|closed| name(closed.option)).collect(),
        hangs: Hangs(choices),
        schemes_count: choices.count,
        worked_out: choices.shown.len().min(MOST_BURDENS),
        schemes: SchemesJson(choices),
        differs: comparison.map(|comparison| Differs {
            picks: names(&comparison.picks),
            objectives: names(&comparison.results),
            items: names(&comparison.items),
        }),
    };
    write_document(&document, out)
}

/// What only one of two schemes has: first of the first, then of the second.
#[derive(Serialize, JsonSchema)]
struct Differs<'a> {
    /// Options.
    picks: [Vec<&'a str>; 2],
    /// Results that stand.
    objectives: [Vec<&'a str>; 2],
    /// Items that belong to the plan.
    items: [Vec<&'a str>; 2],
}

/// The results that hang, each with the choices.
struct Hangs<'a, 'g>(&'a Choices<'a, 'g>);

impl Serialize for Hangs<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(choices) = self;
        let name = |id: Id| choices.plan.names.name(id);
        serializer.collect_map(choices.schemes.hangs().iter().map(|hang| {
            (name(hang.result), hang.choices.iter().map(|&choice| name(choice)).collect::<Vec<_>>())
        }))
    }
}

/// The schemes, worked out while they are written.
struct SchemesJson<'a, 'g>(&'a Choices<'a, 'g>);

impl Serialize for SchemesJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(choices) = self;
        let mut schemes = serializer.serialize_seq(Some(choices.shown.len()))?;
        for (place, &number) in choices.shown.iter().enumerate() {
            let burden = choices.burden(place);
            let standing = choices.schemes.standing(number);
            schemes.serialize_element(&Scheme {
                number: number + 1,
                picks: Picks { choices, number },
                objectives: standing.into_iter().map(|id| choices.plan.names.name(id)).collect(),
                cost: Cost(choices.schemes.cost(number)),
                peak_hours: burden.map(|burden| burden.peak_hours),
                bottlenecks: burden.map(|burden| burden.bottlenecks),
                score: choices.schemes.score(number),
            })?;
        }
        schemes.end()
    }
}

struct Picks<'a, 'g> {
    choices: &'a Choices<'a, 'g>,
    number: usize,
}

impl Serialize for Picks<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let picks = self.choices.schemes.picks(self.number).into_iter();
        let name = |id: Id| self.choices.plan.names.name(id);
        serializer.collect_map(picks.map(|(choice, option)| (name(choice), self.choices.own_name(option))))
    }
}

/// An amount as a number, whole where it is.
struct Cost(Total);

impl Serialize for Cost {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(Total(hundredths)) = self;
        match u64::try_from(hundredths / 100) {
            Ok(whole) if hundredths % 100 == 0 => serializer.serialize_u64(whole),
            #[allow(clippy::cast_precision_loss)] // Sixteen digits are more than anybody pays.
            _ => serializer.serialize_f64(*hundredths as f64 / 100.0),
        }
    }
}
