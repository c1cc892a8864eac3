//! A picture for pages that draw Mermaid, as many wikis and code hosts do.

use super::{Direction, Node, Picture, Relation, State};
use crate::lang::escaped;
use std::collections::HashMap;
use std::fmt::Write as _;

/// The flowchart in the language of Mermaid.
#[must_use]
pub fn mermaid(picture: &Picture) -> String {
    // Work leads to what it is there for; so the ambition stands at the end of every line.
    let way = match picture.direction {
        Direction::LeftToRight => "RL",
        Direction::RightToLeft => "LR",
        Direction::TopDown => "BT",
    };
    let mut out = format!("---\ntitle: {}\n---\nflowchart {way}\n", title(&picture.title));
    // Ids of plans may be words of Mermaid, such as `end`; so nodes have numbers, in the order of the levels.
    let mut names = HashMap::new();
    for (index, band) in picture.bands.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  subgraph band{index}[\"{}\"]", text(&band.title));
        for (at, node) in picture.nodes.iter().enumerate().filter(|(_, node)| node.kind.level() == band.level)
        {
            let name = format!("n{}", names.len());
            let label: Vec<String> = label(node).iter().map(|line| text(line)).collect();
            let (open, close) = if node.kind.level().is_none() { ("([", "])") } else { ("[", "]") };
            let _ = writeln!(out, "    {name}{open}\"{}\"{close}:::{}", label.join("<br/>"), class(node));
            names.insert(at, name);
        }
        out += "  end\n";
    }
    for edge in &picture.edges {
        let (Some(from), Some(to)) = (names.get(&edge.from), names.get(&edge.to)) else { continue };
        let line = match edge.relation {
            Relation::Supports => "-->",
            Relation::DependsOn => "-.->",
            _ => "-.-",
        };
        let _ = writeln!(out, "  {from} {line} {to}");
    }
    for (class, look) in LOOKS {
        let _ = writeln!(out, "  classDef {class} {look}");
    }
    out
}

/// The looks of boxes.
const LOOKS: [(&str, &str); 8] = [
    ("ambition", "fill:#e1e8f5,stroke:#33507f,color:#1c2430"),
    ("goal", "fill:#dff0f0,stroke:#2a6f78,color:#1c2430"),
    ("objective", "fill:#edf1da,stroke:#66752a,color:#1c2430"),
    ("activity", "fill:#f9eed8,stroke:#a1711f,color:#1c2430"),
    ("task", "fill:#ffffff,stroke:#9a958b,color:#1c2430"),
    ("beside", "fill:#f4eff8,stroke:#77628c,color:#1c2430"),
    ("weak", "fill:#fbe9e3,stroke:#b23a1e,stroke-width:3px,color:#1c2430"),
    ("grey", "fill:#f3f3f3,stroke:#bdbdbd,stroke-dasharray:4 3,color:#717171"),
];

fn class(node: &Node) -> &'static str {
    match node.kind.level() {
        _ if node.state.is_grey() || node.state == State::Absent => "grey",
        _ if node.is_bottleneck => "weak",
        Some(level) => level.name(),
        None => "beside",
    }
}

/// The lines of a box: the whole title, the small words, and those who go with it.
pub(super) fn label(node: &Node) -> Vec<String> {
    let mut lines = vec![node.title.clone()];
    lines.extend(node.captions.iter().map(|line| line.text.clone()));
    let badges: Vec<&str> = node.badges.iter().map(|badge| &*badge.line.text).collect();
    if !badges.is_empty() {
        lines.push(badges.join(" · "));
    }
    let marks: Vec<String> =
        node.marks.iter().filter(|mark| mark.is_subject).map(|mark| format!("({})", mark.number)).collect();
    if !marks.is_empty() {
        lines.push(marks.join(" "));
    }
    lines
}

/// A text inside quotes. Every sign that could mean something to Mermaid, Markdown or HTML is written by its number.
fn text(text: &str) -> String {
    let mut out = String::new();
    for c in escaped(text).chars() {
        let is_plain = c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '(' | ')' | '\'' | '?' | '!');
        if is_plain || !c.is_ascii() || (c == '-' && !out.is_empty()) {
            out.push(c);
        } else {
            let _ = write!(out, "#{};", c as u32);
        }
    }
    // “1. ” at the beginning would be a list in Markdown.
    let digits = out.len() - out.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 && out[digits..].starts_with(". ") {
        out.replace_range(digits..=digits, "#46;");
    }
    out
}

/// The title, as a string of the YAML before the chart.
fn title(title: &str) -> String {
    let safe: String = escaped(title)
        .chars()
        .map(|c| {
            if c == '<' {
                '‹'
            } else if c == '>' {
                '›'
            } else {
                c
            }
        })
        .collect();
    // JSON strings are strings of YAML too.
    serde_json::Value::String(safe).to_string()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn no_sign_means_anything() {
        assert_eq!(text("end\"];<b>#1;`x`"), "end#34;#93;#59;#60;b#62;#35;1#59;#96;x#96;");
        assert_eq!(text("1. First, then"), "1#46; First, then");
        assert_eq!(text("Café 市 القرى"), "Café 市 القرى");
        assert_eq!(text("- by-law's (5)?"), "#45; by-law's (5)?");
    }
}
