//! What a team sets for all its plans: the file `scf.toml`, where it is found, and what of it holds for a plan.
//!
//! [`Lookup`] finds the file that holds for a plan and reads it into [`TeamSettings`]; [`InForce`] says what holds in
//! the end, and who has said so: nobody, the file, the plan, or the command line.

mod fault;
mod file;
mod in_force;
mod leave_out;
mod lookup;
mod read;
mod setting;
mod team;

pub use fault::{Faulty, SettingsFault, SettingsSlip};
pub use file::{FailOn, SettingsFile, Thresholds, Weight};
pub use in_force::{Entry, Flags, From, InForce, Value};
pub use leave_out::BadPattern;
pub use lookup::{Held, Lookup, Unusable, Which, Why};
pub use read::read;
pub use setting::Setting;
pub use team::TeamSettings;

/// The name of the file.
pub const FILE: &str = "scf.toml";
