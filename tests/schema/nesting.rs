//! Which level stands in which.

use serde_json::Value;

/// Whether items stand inside something of the same or a lower level: a finding of its own, `upside-down`, and refused by
/// the schema as well.
pub fn is_upside_down(plan: &Value) -> bool {
    const LEVELS: [&str; 5] = ["ambition", "goals", "objectives", "activities", "tasks"];
    let inside = |value: &'_ Value| -> Vec<Value> {
        match value {
            Value::Array(list) => list.iter().filter(|thing| !thing.is_null()).cloned().collect(),
            Value::Object(map) => map.values().filter(|thing| !thing.is_null()).cloned().collect(),
            _ => Vec::new(),
        }
    };
    let mut open: Vec<(usize, Value)> = vec![(0, plan["ambition"].clone())];
    for (level, name) in LEVELS.iter().enumerate().skip(1) {
        open.extend(inside(&plan[*name]).into_iter().map(|thing| (level, thing)));
    }
    while let Some((holder, thing)) = open.pop() {
        for (level, name) in LEVELS.iter().enumerate().skip(1) {
            let nested = thing.get(name).map(inside).unwrap_or_default();
            if !nested.is_empty() && level <= holder {
                return true;
            }
            open.extend(nested.into_iter().map(|thing| (level, thing)));
        }
    }
    false
}
