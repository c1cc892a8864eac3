//! `scf draw`.

use super::check::Include;
use super::to_file::ToFile;
use super::{Format, HELP, Outcome, Shared, faults, named, plans};
use crate::check::{self, Check};
use crate::draw::{self, Direction, Framing, Options, Paper, Picture, With};
use crate::lang::escaped;
use crate::plan::{Id, Kind, Level, Plan};
use crate::report::rows::typed;
use clap::ValueEnum;
use std::io::Write;
use std::path::PathBuf;

/// The plan as a picture, from the ambition down to daily work
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf draw plan.scf.yaml -o plan.svg                     The whole plan as a picture
  scf draw plan.scf.yaml -o plan.svg --with people       With who does what
  scf draw plan.scf.yaml -o gone.svg --without heron     What falls if one person is gone
  scf draw plan.scf.yaml -o part.svg --under committees  One part, with all that leads to it
  scf draw plan.scf.yaml -o wall.svg --paper a3          For the wall
  scf draw plan.scf.yaml -o plan.mmd                     For a page that draws Mermaid
", after_long_help = "\
A browser opens the picture, prints it, and saves it as PDF. Nothing is loaded from anywhere to draw it or to show it.

Numbers at the boxes stand for what scf check tells, in its order; below the picture stands what they mean. A thick line is \
around what much falls without. From more than 300 boxes on, tasks are not drawn one by one, but counted in the box of their activity, and if need \
be activities and objectives too.

Other formats: dot for Graphviz, mermaid for pages that draw it, graphml for programs that look at graphs, json and yaml.

Things of sensitivity core are left out altogether, and the picture says how many. Think of who will see it, and where it will be \
kept: a picture travels further than its plan.")]
pub struct Args {
    /// A file, a folder with one plan, or - for standard input; without it, the plan in this folder
    #[arg(value_name = "PLAN")]
    pub plan: Option<PathBuf>,
    /// Leave out what only a smaller circle than this may see; without it, than the team
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub include: Option<Include>,
    /// Where to.
    #[command(flatten)]
    pub to_file: ToFile,
    /// Which way the picture runs from the ambition to daily work; without it, as the plan's language is read
    #[arg(long, value_enum, value_name = "WAY")]
    pub direction: Option<Way>,
    /// Also who does the work, whom it is with, who pays, or which choice it hangs on
    #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
    pub with: Vec<Beside>,
    /// Draw them in a column of their own, with lines to the work, and not as signs in its boxes; without --with, all
    #[arg(long)]
    pub column: bool,
    /// Only this item and what leads to it
    #[arg(long, value_name = "ID")]
    pub under: Option<String>,
    /// Only this many steps below the top
    #[arg(long, value_name = "N")]
    pub depth: Option<u32>,
    /// No level below this one
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub level: Option<Lowest>,
    /// Draw the plan without this: what falls is grey
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub without: Vec<String>,
    /// Draw every item, however many there are
    #[arg(long)]
    pub all: bool,
    /// Set it on a sheet of this size, with room to print
    #[arg(long, value_enum, value_name = "SIZE")]
    pub paper: Option<Size>,
}

/// Ways, as they are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// The ambition at the left
    #[value(alias = "right")]
    LeftToRight,
    /// The ambition at the top
    #[value(alias = "down")]
    TopDown,
    /// The ambition at the right
    #[value(alias = "left")]
    RightToLeft,
}

/// What may be drawn beside the items, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)] // The words say it; a text here would make the help long.
pub enum Beside {
    People,
    Parties,
    Donors,
    Choices,
    All,
}

/// The levels, as they are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)] // The words say it; a text here would make the help long.
pub enum Lowest {
    Goal,
    Objective,
    Activity,
    Task,
}

/// Sizes of paper, as they are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)] // The words say it; a text here would make the help long.
pub enum Size {
    A0,
    A1,
    A2,
    A3,
    A4,
    A5,
    Letter,
    Legal,
    Tabloid,
}

/// The formats that it writes beside JSON and YAML.
pub const FURTHER_FORMATS: &[Format] = &[Format::Svg, Format::Dot, Format::Mermaid, Format::Graphml];

/// Draws a plan.
///
/// # Errors
/// Where no plan is meant, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let (source, options) = plans::one(args.plan.as_deref(), shared)?;
    let mut check = check::check(source, &options);
    check.veil_nested();
    let Some(plan) = check.plan.as_ref().filter(|_| check.complete()) else {
        faults::complain(&check, shared);
        return Ok(Outcome::Weak);
    };
    let Some(options) = args.options(plan, &check, shared) else { return Ok(Outcome::Unanswered) };
    let wording = shared.wording(Some(plan), args.include);
    let picture = draw::picture(&check, wording, &options);
    let paper = args.paper.map(Paper::from);
    let outcome = args.to_file.write("draw", &check.source.path, shared, out, |out| {
        let text = match shared.format {
            Format::Json | Format::Yaml => return Ok(draw::json(&picture, &check, shared.today, out)?),
            Format::Dot => draw::dot(&picture),
            Format::Mermaid => draw::mermaid(&picture),
            Format::Graphml => draw::graphml(&picture),
            _ => draw::svg(&picture, paper.map_or(Framing::Sheet, Framing::Paper)),
        };
        Ok(out.write_all(text.as_bytes())?)
    })?;
    if outcome == Outcome::Sound && !shared.quiet {
        remark(&picture, paper.filter(|_| shared.format == Format::Svg), shared);
    }
    Ok(outcome)
}

impl Args {
    /// What is to be drawn; nothing, and a complaint, where a word means nothing.
    fn options(&self, plan: &Plan, check: &Check, shared: &Shared) -> Option<Options> {
        let path = &*check.source.path;
        let under = match &self.under {
            Some(word) => Some(item(plan, word, path, shared)?),
            None => None,
        };
        let mut without = Vec::new();
        for word in &self.without {
            let id = named::thing(plan, word, path, shared)?;
            if plan.names.get(id).kind == Kind::Scenario {
                let args = [("id", plan.names.name(id).to_owned().into()), ("path", typed(path).into())];
                shared.complain(&shared.say("draw-is-scenario", &args));
                return None;
            }
            without.push(id);
        }
        let with = With::ALL.into_iter().filter(|with| {
            let is_asked = |asked: &Beside| *asked == Beside::All || asked.means() == Some(*with);
            (self.column && self.with.is_empty()) || self.with.iter().any(is_asked)
        });
        Some(Options {
            direction: self.direction.map(Direction::from),
            with: with.collect(),
            in_column: self.column,
            under,
            depth: self.depth,
            level: self.level.map(Level::from),
            without,
            all: self.all,
            day: Some(shared.today),
        })
    }
}

/// The item that the picture is to begin with; nothing, and a complaint, where the word means none.
fn item(plan: &Plan, word: &str, path: &str, shared: &Shared) -> Option<Id> {
    let id = named::thing(plan, word, path, shared)?;
    if plan.item(id).is_some() {
        return Some(id);
    }
    let args = [
        ("title", escaped(plan.title_of(id)).into_owned().into()),
        ("id", plan.names.name(id).into()),
        ("path", escaped(path).into_owned().into()),
    ];
    shared.complain(&shared.say("show-under-is-no-item", &args));
    None
}

/// What one should know of the picture that was drawn.
fn remark(picture: &Picture, paper: Option<Paper>, shared: &Shared) {
    for note in &picture.notes {
        shared.complain(note);
    }
    if picture.nodes.iter().any(|node| !node.folded.is_empty()) {
        shared.complain(&shared.say("draw-unfold", &[]));
    }
    if let Some((points, larger)) = paper.and_then(|paper| paper.too_small(picture)) {
        let args = [
            ("points", format!("{points:.1}").into()),
            ("larger", larger.map_or("none", Paper::name).into()),
        ];
        shared.complain(&shared.say("draw-small", &args));
    }
}

impl From<Way> for Direction {
    fn from(way: Way) -> Self {
        match way {
            Way::LeftToRight => Self::LeftToRight,
            Way::TopDown => Self::TopDown,
            Way::RightToLeft => Self::RightToLeft,
        }
    }
}

impl Beside {
    fn means(self) -> Option<With> {
        match self {
            Self::People => Some(With::People),
            Self::Parties => Some(With::Parties),
            Self::Donors => Some(With::Donors),
            Self::Choices => Some(With::Choices),
            Self::All => None,
        }
    }
}

impl From<Lowest> for Level {
    fn from(lowest: Lowest) -> Self {
        match lowest {
            Lowest::Goal => Self::Goal,
            Lowest::Objective => Self::Objective,
            Lowest::Activity => Self::Activity,
            Lowest::Task => Self::Task,
        }
    }
}

impl From<Size> for Paper {
    fn from(size: Size) -> Self {
        match size {
            Size::A0 => Self::A0,
            Size::A1 => Self::A1,
            Size::A2 => Self::A2,
            Size::A3 => Self::A3,
            Size::A4 => Self::A4,
            Size::A5 => Self::A5,
            Size::Letter => Self::Letter,
            Size::Legal => Self::Legal,
            Size::Tabloid => Self::Tabloid,
        }
    }
}
