//! `scf choices`.

use super::one_plan::OnePlan;
use super::{Format, HELP, Outcome, Shared};
use crate::lang::escaped;
use crate::report::choices::{self, Asked, By, Choices};
use clap::ValueEnum;
use std::io::Write;
use std::num::NonZeroUsize;

/// Which options go together, how the combinations compare, and what each option leaves open
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf choices plan.scf.yaml                 What goes together, and what each option leaves open
  scf choices plan.scf.yaml --by cost       The cheapest combinations first
  scf choices plan.scf.yaml --best          Only those that no other beats
  scf choices plan.scf.yaml --compare 4,10  Two side by side, and only what differs
", after_long_help = "\
A combination takes one option of each choice, so that no two of them exclude each other. Its score is what its options \
get on the criteria of their choices, each times its weight.")]
pub struct Args {
    /// The plan.
    #[command(flatten)]
    pub one: OnePlan,
    /// Put these first
    #[arg(long, value_enum, value_name = "COLUMN")]
    pub by: Option<Column>,
    /// Tell only the first N; without it, a text tells 20 and every other format all
    #[arg(long, value_name = "N")]
    pub top: Option<NonZeroUsize>,
    /// Only those for which no other is at least as good on every count and better on one
    #[arg(long)]
    pub best: bool,
    /// Two combinations by their numbers, side by side
    #[arg(long, value_name = "A,B", conflicts_with_all = ["by", "top", "best"])]
    pub compare: Option<String>,
}

/// Combinations that a text tells where nobody asks for more.
const MOST: usize = 20;

/// What combinations can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Column {
    /// Most results first
    Results,
    /// The cheapest first
    Cost,
    /// The least full week of anybody first
    Peak,
    /// The fewest bottlenecks first
    Bottlenecks,
    /// The highest score first
    Score,
}

/// Tells the choices of a plan.
///
/// # Errors
/// Where no plan is meant, two schemes are not there, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let Some(whole) = args.one.whole(shared)? else { return Ok(Outcome::Weak) };
    let wording = args.one.wording(&whole, shared);
    let schemes = whole.graph.schemes(&whole.plan);
    let by = match args.by {
        Some(Column::Results) => By::Results,
        Some(Column::Cost) => By::Cost,
        Some(Column::Peak) => By::Peak,
        Some(Column::Bottlenecks) => By::Bottlenecks,
        Some(Column::Score) => By::Score,
        None => By::Number,
    };
    let usual = (shared.format == Format::Text).then_some(MOST);
    let asked = Asked { by, top: args.top.map(NonZeroUsize::get).or(usual), best: args.best };
    let Ok(mut choices) = Choices::of(&whole.plan, &whole.graph, &schemes, asked) else {
        anyhow::bail!(shared.say("choices-too-many-to-sort", &[]));
    };
    let numbers = args.compare.as_deref().map(|word| {
        let args = [("word", escaped(word).into_owned().into()), ("count", schemes.len().into())];
        pair(word, schemes.len()).ok_or_else(|| anyhow::anyhow!(shared.say("choices-wrong-pair", &args)))
    });
    let numbers = numbers.transpose()?;
    if let Some(numbers) = numbers {
        choices.shown = numbers.to_vec();
    }
    let comparison = numbers.map(|numbers| choices::comparison(&choices, numbers));
    let comparison = comparison.as_ref();
    match shared.format {
        Format::Json => choices::json(&choices, comparison, &whole, wording, shared.today, out)?,
        Format::Csv => choices::sheet(&choices, wording).csv(out)?,
        format => {
            let width = (format == Format::Text).then_some(shared.width);
            out.write_all(choices::text(&choices, comparison, &whole, wording, width).as_bytes())?;
        }
    }
    if choices.is_cut() {
        shared.complain(&shared.say("choices-burdens-cut", &[]));
    }
    Ok(Outcome::Sound)
}

/// The two schemes that a word such as `4,10` means, counted from 0.
fn pair(word: &str, schemes: usize) -> Option<[usize; 2]> {
    let (one, other) = word.split_once(',')?;
    let number = |word: &str| word.trim().parse().ok().filter(|number| (1..=schemes).contains(number));
    Some([number(one)? - 1, number(other)? - 1])
}
