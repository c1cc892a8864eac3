//! Titles and paths that are made to break out of a format.

use super::readers::{command, told};
use super::{FORMATS, checked, folder, scf, written};
use roxmltree::Document;
use serde_json::Value;
use std::fmt::Write as _;
use strategic_choice::plan::Sensitivity;

/// Titles as a plan's text writes them, and what a reader must see of each.
const TITLES: [(&str, &str); 14] = [
    (r"two\nlines\r\nof title", "two lines of title"),
    (r"a\n::error::stolen", "a ::error::stolen"),
    ("50%0A::warning::%2C", "50%0A::warning::%2C"),
    ("cdata ]]> <![CDATA[", "cdata ]]> <![CDATA["),
    ("<script>alert(1)</script> &lt;", "<script>alert(1)</script> &lt;"),
    ("a | b || c", "a | b || c"),
    ("`code` **bold** _it_ #1 @team", "`code` **bold** _it_ #1 @team"),
    ("[x](javascript:1) ![y](z)", "[x](javascript:1) ![y](z)"),
    ("{0} {{braces}}", "{0} {{braces}}"),
    (r"\e]0;title\a\e[2J", r"\u{1b}]0;title\u{7}\u{1b}[2J"),
    (r"a\u202Eb\u2066c", r"a\u{202e}b\u{2066}c"),
    (r"c1 \u009b31m \u0085x", r"c1 \u{9b}31m \u{85}x"),
    (r"quote \' --> a, b: c=d", "quote ' --> a, b: c=d"),
    (r"tab\tand\ttab", "tab and tab"),
];

/// A plan in which something is found about each title.
fn plan() -> String {
    let mut plan = "ambition: Peace\nobjectives:\n".to_owned();
    for (number, (title, _)) in TITLES.iter().enumerate() {
        // YAML knows no escape for an apostrophe.
        writeln!(plan, "  item-{number}: {{title: \"{}\"}}", title.replace(r"\'", "'")).unwrap();
    }
    plan
}

fn is_misleading(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn a_title_is_told_as_it_is_and_does_nothing() {
    let check = [checked("p.scf.yaml", &plan())];
    assert!(check[0].complete());
    for format in FORMATS {
        let out = written(format, &check, Sensitivity::Team);
        assert_eq!(out.find(is_misleading), None, "{format}: {out:?}");
        let told = told(format, &out);
        // Ten of a kind are all that GitHub shows.
        let most = if format == "github" { 10 } else { TITLES.len() };
        for (number, (_, title)) in TITLES.iter().enumerate().take(most) {
            let found =
                told.iter().filter(|told| told.finding == "unsupported" && told.line == number as u64 + 3);
            let words = found.map(|told| told.words.replace(r"\[", "[")).next();
            let words = words.unwrap_or_else(|| panic!("{format}: nothing is told of {title}"));
            let title = title.trim_end_matches('.');
            assert!(words.contains(title), "{format}: {title:?} in {words:?}");
        }
    }
}

#[test]
fn each_line_of_a_format_is_one_of_ours() {
    let check = [checked("p.scf.yaml", &plan())];
    let of = |format| written(format, &check, Sensitivity::Team);
    assert!(of("short").lines().all(|line| line.starts_with("p.scf.yaml:")));
    for line in of("github").lines() {
        let command = command(line);
        assert!(["error", "warning", "notice"].contains(&&*command.name), "{line}");
    }
    assert_eq!(of("gitlab").lines().count(), check[0].findings.len() + 2);
    let table = of("markdown");
    assert!(
        table.lines().filter(|line| line.starts_with('|')).count() == check[0].findings.len() + 2,
        "{table}"
    );
    assert!(!table.contains("<script") && !table.contains("@team") && !table.contains(" **bold"), "{table}");
    let sarif: Value = serde_json::from_str(&of("sarif")).unwrap();
    for result in sarif["runs"][0]["results"].as_array().unwrap() {
        let text = result["message"]["text"].as_str().unwrap();
        let braces = text.replace("{{", "").replace("}}", "");
        assert!(!braces.contains(['{', '}']) && !text.replace(r"\[", "").contains("[x]("), "{text}");
    }
}

#[test]
fn characters_that_no_xml_may_have_are_written_out() {
    let plan = "ambition: Peace\nobjectives: {a: {title: \"x \\uFFFE \\uFFFF y\"}}\n";
    let check = [checked("p.scf.yaml", plan)];
    let junit = written("junit", &check, Sensitivity::Team);
    assert!(!junit.contains(['\u{fffe}', '\u{ffff}']));
    Document::parse(&junit).unwrap();
}

#[cfg(unix)]
#[test]
fn a_path_is_no_command_either() {
    let name = "a,b:c%0A\n::error::x <b>|`\u{1b}[2J\u{202e}é.scf.yaml";
    let here = folder(&[(name, super::WEAK)]);
    let shown = r"a,b:c%0A\n::error::x <b>|`\u{1b}[2J\u{202e}é.scf.yaml";
    for format in FORMATS {
        let out = scf(here.path(), &[".", "--format", format]).out;
        assert_eq!(out.find(is_misleading), None, "{format}: {out:?}");
        match format {
            "github" => {
                let command = command(out.lines().next().unwrap());
                assert_eq!(command.property("file").unwrap().replace('\n', r"\n"), shown);
            }
            "sarif" => {
                let log: Value = serde_json::from_str(&out).unwrap();
                let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
                let uri =
                    "a%2Cb%3Ac%250A%0A%3A%3Aerror%3A%3Ax%20%3Cb%3E%7C%60%1B%5B2J%E2%80%AE%C3%A9.scf.yaml";
                assert_eq!(place["artifactLocation"]["uri"], uri);
            }
            "gitlab" => assert_eq!(told(format, &out)[0].path, name),
            "short" => assert!(out.lines().all(|line| line.starts_with(shown)), "{out}"),
            "junit" => assert_eq!(
                Document::parse(&out)
                    .unwrap()
                    .root_element()
                    .children()
                    .filter(roxmltree::Node::is_element)
                    .count(),
                1
            ),
            _ => assert_eq!(told(format, &out)[0].path, shown),
        }
    }
}
