//! A picture for programs that look at graphs, as `GraphML` (<http://graphml.graphdrawing.org/>): every field is a key with a type.

use super::xml::{Xml, number};
use super::{Node, Picture};
use crate::lang::escaped;

/// The keys: their names, what they are of, their types.
const KEYS: [(&str, &str, &str); 12] = [
    ("title", "node", "string"),
    ("kind", "node", "string"),
    ("state", "node", "string"),
    ("bottleneck", "node", "boolean"),
    ("marks", "node", "string"),
    ("folded", "node", "int"),
    ("x", "node", "double"),
    ("y", "node", "double"),
    ("width", "node", "double"),
    ("height", "node", "double"),
    ("relation", "edge", "string"),
    ("plan", "graph", "string"),
];

/// The graph as `GraphML`. Places are those of the picture, its upper left corner at 0, 0.
#[must_use]
pub fn graphml(picture: &Picture) -> String {
    let mut xml = Xml::new();
    xml.open(
        "graphml",
        &[
            ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            (
                "xsi:schemaLocation",
                "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
            ),
        ],
    );
    xml.line();
    for (name, of, kind) in KEYS {
        xml.empty("key", &[("id", name), ("for", of), ("attr.name", name), ("attr.type", kind)]);
        xml.line();
    }
    xml.open("graph", &[("id", "graph"), ("edgedefault", "directed")]);
    xml.line();
    data(&mut xml, "plan", &escaped(&picture.title));
    xml.line();
    for of in &picture.nodes {
        node(&mut xml, of);
    }
    for edge in &picture.edges {
        let (from, to) = (&picture.nodes[edge.from].id, &picture.nodes[edge.to].id);
        xml.open("edge", &[("source", from), ("target", to)]);
        data(&mut xml, "relation", edge.relation.name());
        xml.close();
        xml.line();
    }
    xml.close();
    xml.close();
    xml.finish()
}

fn node(xml: &mut Xml, node: &Node) {
    xml.open("node", &[("id", &node.id)]);
    data(xml, "title", &escaped(&node.written));
    data(xml, "kind", node.kind.name());
    data(xml, "state", node.state.name());
    data(xml, "bottleneck", if node.is_bottleneck { "true" } else { "false" });
    let marks: Vec<String> =
        node.marks.iter().filter(|mark| mark.is_subject).map(|mark| mark.number.to_string()).collect();
    if !marks.is_empty() {
        data(xml, "marks", &marks.join(" "));
    }
    let folded: usize = node.folded.iter().map(|(_, count)| count).sum();
    data(xml, "folded", &folded.to_string());
    let frame = node.frame;
    for (name, value) in [("x", frame.x), ("y", frame.y), ("width", frame.width), ("height", frame.height)] {
        data(xml, name, &number(value));
    }
    xml.close();
    xml.line();
}

fn data(xml: &mut Xml, key: &str, text: &str) {
    xml.with_text("data", &[("key", key)], text);
}
