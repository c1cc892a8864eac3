//! The same plan in another style of YAML.

use crate::yaml::Dice;
use strategic_choice::source::{Limits, Node, Shape, Source, read};

/// Lists of which the order says nothing.
const LISTS: [&str; 5] = ["supports", "assumes", "deputy", "depends_on", "with"];

/// Everything on one line, in brackets, with quotes around every text.
pub fn flow(plan: &str) -> String {
    restyled(plan, &mut |_, _| {})
}

/// The same with the entries of every mapping in another order, and of every list of which the order says nothing.
pub fn shuffled(plan: &str, dice: &mut Dice) -> String {
    restyled(plan, &mut |key, entries| {
        if key.is_none_or(|key| LISTS.contains(&key)) {
            dice.shuffle(entries);
        }
    })
}

/// `order` gets the entries of each mapping, and those of each list with the key that it stands behind.
fn restyled(plan: &str, order: &mut dyn FnMut(Option<&str>, &mut Vec<String>)) -> String {
    let source = Source::new("plan", plan.to_owned());
    let tree = read(&source, Limits::FORMAT_1).unwrap();
    written(tree.root(&source).unwrap(), "", order) + "\n"
}

fn written(node: Node<'_>, key: &str, order: &mut dyn FnMut(Option<&str>, &mut Vec<String>)) -> String {
    match node.shape() {
        _ if node.is_unwritten() => String::new(),
        Shape::Scalar(_) => serde_json::to_string(node.text().unwrap()).unwrap(),
        Shape::Sequence => {
            let mut entries: Vec<String> = node
                .children()
                .filter(|entry| !entry.is_unwritten())
                .map(|one| written(one, "", order))
                .collect();
            order(Some(key), &mut entries);
            format!("[{}]", entries.join(", "))
        }
        Shape::Mapping => {
            let mut entries = Vec::new();
            for (key, value) in node.entries() {
                let key = key.text().unwrap();
                entries.push(format!(
                    "{}: {}",
                    serde_json::to_string(key).unwrap(),
                    written(value, key, order)
                ));
            }
            order(None, &mut entries);
            format!("{{{}}}", entries.join(", "))
        }
    }
}
