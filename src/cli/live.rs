//! `scf live`.

use super::check::Include;
use super::{Format, HELP, Outcome, Shared, plans};
use crate::check::{Options, check};
use crate::live::{Live, PORT, Place};
use crate::plan::Sensitivity;
use crate::report::{Head, write_document};
use crate::settings;
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The plan as a page in your browser, renewed whenever the file is saved
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf live plan.scf.yaml               Write in your editor, and watch the page
  scf live plan.scf.yaml --present     Large, a level at a time, for a projector
  scf live plan.scf.yaml --port 8080   At this port, if no other program has it
", after_long_help = "\
It tells an address. Open it in the browser of this computer. Whenever you save the plan, the page shows it, and what \
has changed is marked. While the plan cannot be read, the page says why, and keeps the picture as it was.

Before a class: the arrow keys, Space, Page Down and Page Up go from level to level, Home and End to the first and the last; F fills the \
screen. At the end, click people off and on again, and see what falls without them.

Only this computer can open the address, and only with the whole of it. Nothing leaves this computer, and nothing is kept. \
Press Ctrl-C in the terminal to stop.")]
pub struct Args {
    /// A file, or a folder with one plan; without it, the plan in this folder
    #[arg(value_name = "PLAN")]
    pub plan: Option<PathBuf>,
    /// Begin with the view for a projector: large, a level at a time
    #[arg(long)]
    pub present: bool,
    /// The port of the address; where another program has it, the system chooses one, as it does for 0
    #[arg(long, value_name = "N", default_value_t = PORT)]
    pub port: u16,
    /// Show titles of things up to this sensitivity; others are left out
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Include::Team)]
    pub include: Include,
}

/// Where the plan is shown, for programs.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The address of the page.
    address: String,
    /// The address of the view before a class.
    present: String,
}

/// Shows a plan until somebody presses Ctrl-C.
///
/// # Errors
/// Where no plan is meant, or it cannot be read, or this computer gives no port.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let file = plans::one_file(args.plan.as_deref(), shared)?;
    if file == Path::new("-") {
        anyhow::bail!(shared.say("live-not-input", &[]));
    }
    // A plan that the system does not give is told before anything is begun.
    let options = plans::options(&file, shared)?;
    let title = check(plans::open(&file, shared)?, &options).title().to_owned();
    // What the team has set for all of its plans; it may also come to be written beside the plan only now.
    let mut beside = vec![file.with_file_name(settings::FILE)];
    beside.extend(options.settings.map(|held| PathBuf::from(&held.source.path)));
    let no_place = |error: io::Error| {
        anyhow::anyhow!(shared.say("live-no-place", &[("error", error.to_string().into())]))
    };
    let place = Place::at(args.port).map_err(no_place)?;
    if let Some(port) = place.instead_of {
        shared.complain(&shared.say("live-port-taken", &[("port", port.to_string().into())]));
    }
    let live = Live {
        file: file.clone(),
        beside,
        check: &|| {
            let mut check = check(plans::read(&file)?, &options_now(&file, shared)?);
            check.veil_nested();
            Ok(check)
        },
        unread: &|error| plans::cannot_read(&file, error, shared),
        catalogue: &shared.catalogue,
        today: shared.today,
        include: Sensitivity::from(args.include),
    };
    let path = file.display().to_string();
    let document = Document {
        head: Head::new("live", shared.today, &path, &title),
        address: place.address(),
        present: place.address_to_present(),
    };
    if shared.format == Format::Json {
        write_document(&document, out)?;
        out.flush()?;
    }
    let address = if args.present { &document.present } else { &document.address };
    live.show(&place, || {
        shared.complain(&shared.say("live-open", &[("address", address.as_str().into())]));
    })
    .map_err(no_place)?;
    Ok(Outcome::Sound)
}

/// What the plan is checked with at this moment: what the team has set for all of its plans may have been saved as well.
fn options_now(file: &Path, shared: &Shared) -> io::Result<Options> {
    let settings = shared.settings.afresh().of_plan(file);
    let settings =
        settings.map_err(|unusable| io::Error::other(plans::unusable_settings(&unusable, shared)))?;
    Ok(Options { settings, ..Options::on(shared.today) })
}
