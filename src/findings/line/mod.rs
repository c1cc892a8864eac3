//! The line from the ambition to daily work.

pub mod activity_as_result;
pub mod bottleneck;
pub mod choke_point;
pub mod crowded;
pub mod cycle;
pub mod leans_on_dropped;
pub mod level_skip;
pub mod needs_unsaid;
pub mod no_because;
pub mod no_sign;
pub mod no_tasks;
pub mod not_reviewed;
pub mod orphan;
pub mod single_thread;
pub mod unsupported;
pub mod upside_down;
