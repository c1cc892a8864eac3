//! A picture for Graphviz: what leads to what, each level in a row or column of its own. Graphviz finds the places.

use super::{Direction, Node, Picture, Relation};
use crate::lang::escaped;
use crate::plan::Kind;
use std::fmt::Write as _;

/// The graph in the language of Graphviz. Tools can read it from standard input: `scf draw plan.scf.yaml -o - --format dot | dot -Tsvg`.
#[must_use]
pub fn dot(picture: &Picture) -> String {
    let mut out = "digraph plan {\n".to_owned();
    // Work leads to what it is there for; so the ambition stands at the end of every line.
    let way = match picture.direction {
        Direction::LeftToRight => "RL",
        Direction::RightToLeft => "LR",
        Direction::TopDown => "BT",
    };
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "  graph [rankdir={way}, label={}, labelloc=t, fontname=\"sans-serif\"];",
        quoted(&picture.title)
    );
    out += "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\"];\n";
    out += "  edge [color=\"#7b8696\"];\n";
    for band in &picture.bands {
        let of_band = || picture.nodes.iter().filter(|node| node.kind.level() == band.level);
        out += "  { rank=same;";
        for node in of_band() {
            let _ = write!(out, " {};", quoted(&node.id));
        }
        out += " }\n";
        for node in of_band() {
            let _ = writeln!(out, "  {} [{}];", quoted(&node.id), look(node));
        }
    }
    for edge in &picture.edges {
        let (from, to) = (quoted(&picture.nodes[edge.from].id), quoted(&picture.nodes[edge.to].id));
        let style = match edge.relation {
            Relation::Supports => "",
            Relation::DependsOn => " [style=dashed, constraint=false]",
            _ => " [style=dotted, arrowhead=none]",
        };
        let _ = writeln!(out, "  {from} -> {to}{style};");
    }
    out + "}\n"
}

fn look(node: &Node) -> String {
    let label = quoted(&super::mermaid::label(node).join("\n"));
    let colour = match node.kind {
        _ if node.state.is_grey() => "#f3f3f3",
        Kind::Ambition => "#e1e8f5",
        Kind::Goal => "#dff0f0",
        Kind::Objective => "#edf1da",
        Kind::Activity => "#f9eed8",
        Kind::Task => "#ffffff",
        _ => "#f4eff8",
    };
    let mut look = format!("label={label}, fillcolor=\"{colour}\"");
    if node.is_bottleneck {
        look += ", color=\"#b23a1e\", penwidth=3";
    }
    if node.state.is_grey() || node.state == super::State::Absent {
        look += ", style=\"rounded,filled,dashed\", fontcolor=\"#717171\"";
    }
    if node.kind.level().is_none() {
        look += ", shape=ellipse";
    }
    look
}

/// A text in quotes. Nothing in it ends them, and no escape of Graphviz (`\n`, `\N`, `\G`) is made by chance: only the
/// line breaks that stand in it become lines.
fn quoted(text: &str) -> String {
    let mut out = "\"".to_owned();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out += "\\n";
        }
        for c in escaped(line).chars() {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                // Graphviz reads entities of HTML everywhere.
                '&' => out += "&amp;",
                _ => out.push(c),
            }
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_ends_the_quotes() {
        assert_eq!(
            quoted("a \"b\" &lt; \\N {c}\nd\u{202e}"),
            "\"a \\\"b\\\" &amp;lt; \\\\N {c}\\nd\\\\u{202e}\""
        );
    }
}
