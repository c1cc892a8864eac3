//! `single-thread`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/single-thread.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::SingleThread,
    family: Family::Line,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &["loss", "through", "through_count"],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let threads = context.weak_points().single_threads.iter();
    for thread in threads.filter(|thread| context.graph.is_open(thread.result)) {
        let finding = Found::about(context.plan, thread.result)
            .with("loss", Value::Ids(vec![thread.result]))
            .with_list(["through", "through_count"], &thread.through);
        found.push(finding);
    }
}
