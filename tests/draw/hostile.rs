//! Titles that try to be more than titles.

use super::{checked, picture_of};
use roxmltree::Document;
use std::fmt::Write as _;
use strategic_choice::draw::{Framing, Options, Paper, With, dot, graphml, mermaid, svg};

/// Titles, as they are written in a plan.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "]]> <![CDATA[ --> <!-- & &amp; &#60;",
    "\\\" onload=\\\"alert(1) ' onclick='x",
    "\\u202e reversed \\u2066 isolated",
    "\\u0007 bell \\u001b[31m \\u0085",
    "end \\\"]; click n0 \\\"javascript:alert(1)\\\"",
    "\\\\N \\\\G \\\\\\\" -> x; }",
    "%%{init: {}}%% `code` **b** #quot; ```",
];

fn plan() -> String {
    let mut text = format!(
        "title: \"{}\"\nambition: \"{}\"\nlabels: {{goals: \"{}\"}}\n",
        HOSTILE[0], HOSTILE[2], HOSTILE[1]
    );
    text += "goals:\n";
    for (at, title) in HOSTILE.iter().enumerate() {
        let _ = writeln!(text, "  g{at}: {{title: \"{title}\", because: x}}");
    }
    let _ = write!(
        text,
        "activities: {{a: {{title: Work, supports: g0, who: p}}}}\npeople: {{p: {{title: \"{}\"}}}}\n",
        HOSTILE[3]
    );
    text
}

#[test]
fn xml_is_well_formed_and_holds_text_only() {
    let check = checked(&plan());
    for in_column in [false, true] {
        let options = Options { with: With::ALL.to_vec(), in_column, ..Options::default() };
        let picture = picture_of(&check, &options);
        for framing in [Framing::Bare, Framing::Sheet, Framing::Paper(Paper::A3)] {
            let text = svg(&picture, framing);
            let document = Document::parse(&text).unwrap();
            for element in document.descendants().filter(roxmltree::Node::is_element) {
                let name = element.tag_name().name();
                let known = ["svg", "title", "desc", "style", "rect", "g", "line", "text", "path", "circle"];
                assert!(known.contains(&name), "{name}");
                for attribute in element.attributes() {
                    assert!(!attribute.name().starts_with("on") && !attribute.name().contains("href"));
                }
                assert!(name != "style" || !element.text().unwrap().contains("url("));
            }
            assert!(text.matches("://").count() == 1, "only the name of the language of SVG");
            assert!(!text.contains(['\u{202e}', '\u{2066}', '\u{7}', '\u{1b}', '\u{85}']));
            let titles: Vec<&str> = document
                .descendants()
                .filter(|node| node.has_tag_name("title"))
                .filter_map(|node| node.text())
                .collect();
            assert!(titles.contains(&"</title><script>alert(1)</script>"), "{titles:?}");
        }
        Document::parse(&graphml(&picture)).unwrap();
    }
}

/// Reads quoted strings of Graphviz out of the way; gives what stands between them.
fn outside_quotes(text: &str) -> String {
    let mut out = String::new();
    let (mut is_in, mut is_escaped) = (false, false);
    for c in text.chars() {
        match (is_in, is_escaped, c) {
            (true, true, _) => is_escaped = false,
            (true, false, '\\') => is_escaped = true,
            (_, _, '"') => is_in = !is_in,
            (true, ..) => assert!(c != '\n', "a string that does not end in its line"),
            (false, ..) => out.push(c),
        }
    }
    assert!(!is_in);
    out
}

#[test]
fn graphviz_reads_no_title_as_a_command() {
    let text = dot(&picture_of(&checked(&plan()), &Options::default()));
    let outside = outside_quotes(&text);
    for word in ["alert", "click", "script", "onload", "x;"] {
        assert!(!outside.contains(word), "{outside}");
    }
    assert_eq!(outside.matches('{').count(), outside.matches('}').count());
    assert_eq!(outside.matches("->").count(), 10);
}

#[test]
fn mermaid_reads_no_title_as_a_command() {
    let text =
        mermaid(&picture_of(&checked(&plan()), &Options { with: With::ALL.to_vec(), ..Options::default() }));
    let (head, chart) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    assert_eq!(head.lines().count(), 1, "{head}");
    for line in chart.lines().skip(1) {
        let line = line.trim();
        let is_known = line == "end"
            || line.starts_with("classDef ")
            || (line.starts_with("subgraph band") && line.ends_with("\"]"))
            || line.split(' ').all(|word| {
                matches!(word, "-->" | "-.->" | "-.-")
                    || word.strip_prefix('n').is_some_and(|number| number.parse::<u32>().is_ok())
            })
            || is_box(line);
        assert!(is_known, "{line}");
        let quoted = line.split('"').nth(1).unwrap_or_default().replace("<br/>", "");
        assert!(!quoted.contains(['<', '>', '`', '{', '}', '[', ']', '*', '&', '"', '%']), "{line}");
    }
}

/// `n5["label"]:::goal`.
fn is_box(line: &str) -> bool {
    let parts: Vec<&str> = line.split('"').collect();
    let [name, _, class] = parts[..] else { return false };
    name.starts_with('n') && (name.ends_with('[') || name.ends_with("([")) && class.contains("]:::")
}
