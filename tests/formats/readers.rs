//! Each format read back, by means that share nothing with what wrote it.

use roxmltree::{Document, Node};
use serde_json::Value;
use std::collections::BTreeSet;

/// A finding as a format tells it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told {
    pub path: String,
    pub line: u64,
    pub finding: String,
    /// The sentence; the question too where the format has one place for both.
    pub words: String,
}

/// The findings that a format tells as neither accepted nor suppressed, in its own order.
pub fn told(format: &str, text: &str) -> Vec<Told> {
    match format {
        "short" => text.lines().map(short).collect(),
        "sarif" => sarif(text),
        // What is about no place counts what is not told.
        "github" => {
            text.lines().map(command).filter(|c| c.property("file").is_some()).map(|c| c.told()).collect()
        }
        "gitlab" => gitlab(text),
        "junit" => junit(text),
        "markdown" => text.lines().filter_map(row).collect(),
        _ => panic!("no format {format}"),
    }
}

fn short(line: &str) -> Told {
    let mut parts = line.splitn(5, ':');
    let mut next = || parts.next().unwrap_or_else(|| panic!("{line}"));
    let (path, at, _column, name, words) = (next(), next(), next(), next(), next());
    let (severity, finding) = name.trim().split_once(' ').unwrap();
    assert!(["error", "warning", "advice"].contains(&severity), "{line}");
    Told { path: path.into(), line: at.parse().unwrap(), finding: finding.into(), words: words.trim().into() }
}

fn sarif(text: &str) -> Vec<Told> {
    let log: Value = serde_json::from_str(text).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap().iter();
    let open = results.filter(|result| result.get("suppressions").is_none());
    open.map(|result| {
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        Told {
            path: place["artifactLocation"]["uri"].as_str().unwrap().into(),
            line: place["region"]["startLine"].as_u64().unwrap(),
            finding: result["ruleId"].as_str().unwrap().into(),
            words: result["message"]["text"].as_str().unwrap().replace("{{", "{").replace("}}", "}"),
        }
    })
    .collect()
}

/// A workflow command, as the runner of GitHub reads it.
pub struct Command {
    pub name: String,
    pub properties: Vec<(String, String)>,
    pub data: String,
}

impl Command {
    pub fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }

    fn told(&self) -> Told {
        let title = self.property("title").unwrap();
        Told {
            path: self.property("file").unwrap().into(),
            line: self.property("line").unwrap().parse().unwrap(),
            finding: title.rsplit_once('(').unwrap().1.trim_end_matches(')').into(),
            words: self.data.replace('\n', " "),
        }
    }
}

pub fn command(line: &str) -> Command {
    let (head, data) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).unwrap();
    let (name, properties) = head.split_once(' ').unwrap();
    let unescaped = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",");
        text.replace("%25", "%")
    };
    let property = |text: &str| {
        let (name, value) = text.split_once('=').unwrap();
        (name.to_owned(), unescaped(value))
    };
    let data = data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    Command { name: name.into(), properties: properties.split(',').map(property).collect(), data }
}

fn gitlab(text: &str) -> Vec<Told> {
    let issues: Vec<Value> = serde_json::from_str(text).unwrap();
    let mut fingerprints = BTreeSet::new();
    let told = |issue: &Value| {
        let fingerprint = issue["fingerprint"].as_str().unwrap().to_owned();
        assert!(fingerprints.insert(fingerprint), "twice the same fingerprint: {issue}");
        assert!(
            ["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().unwrap())
        );
        let lines = &issue["location"]["lines"];
        assert!(lines["begin"].as_u64() <= lines["end"].as_u64());
        Told {
            path: issue["location"]["path"].as_str().unwrap().into(),
            line: lines["begin"].as_u64().unwrap(),
            finding: issue["check_name"].as_str().unwrap().into(),
            words: issue["description"].as_str().unwrap().into(),
        }
    };
    issues.iter().map(told).collect()
}

fn junit(text: &str) -> Vec<Told> {
    let document = Document::parse(text).unwrap();
    let mut found = Vec::new();
    for suite in document.root_element().children().filter(Node::is_element) {
        let cases: Vec<_> = suite.children().filter(Node::is_element).collect();
        let count = |name: &str| {
            cases
                .iter()
                .filter(|case| case.children().any(|child| child.has_tag_name(name)))
                .count()
                .to_string()
        };
        assert_eq!(suite.attribute("tests"), Some(&*cases.len().to_string()));
        for (attribute, element) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
            assert_eq!(suite.attribute(attribute), Some(&*count(element)), "{attribute}");
        }
        let names: BTreeSet<_> = cases.iter().map(|case| case.attribute("name").unwrap()).collect();
        assert_eq!(names.len(), cases.len(), "two cases of one name");
        for case in cases {
            let Some(result) = case.first_element_child().filter(|child| !child.has_tag_name("skipped"))
            else {
                continue;
            };
            let path = case.attribute("classname").unwrap();
            assert_eq!(suite.attribute("name"), Some(path));
            let (_, place) = result.text().unwrap().split_once(&format!("{path}:")).unwrap();
            let mut place = place.splitn(3, ':');
            let (line, _column) = (place.next().unwrap(), place.next().unwrap());
            found.push(Told {
                path: path.into(),
                line: line.parse().unwrap(),
                finding: case.attribute("name").unwrap().split(' ').next().unwrap().into(),
                words: place.next().unwrap().trim().replace('\n', " "),
            });
        }
    }
    found
}

/// A row of a table, as a reader of Markdown shows it; nothing for other lines.
fn row(line: &str) -> Option<Told> {
    let mut cells: Vec<String> = vec![String::new()];
    let mut chars = line.strip_prefix("| ")?.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => cells.last_mut()?.extend(chars.next()),
            '|' => cells.push(String::new()),
            c => cells.last_mut()?.push(c),
        }
    }
    let shown = |cell: &str| {
        let cell = cell.replace("<br>", " ").replace("&lt;", "<").replace("&gt;", ">");
        cell.replace("&#64;", "@").replace("&amp;", "&").trim().to_owned()
    };
    let [severity, place, words, finding, _] = &cells.iter().map(|cell| shown(cell)).collect::<Vec<_>>()[..]
    else {
        panic!("no row of four cells: {line}");
    };
    if severity == "Weight" {
        return None;
    }
    let (path, at) = place.rsplit_once(':').unwrap();
    Some(Told {
        path: path.into(),
        line: at.parse().unwrap(),
        finding: finding.clone(),
        words: words.clone(),
    })
}
