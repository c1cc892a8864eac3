//! The report of tests against its schema: by a checker of our own for as much of XML Schema as that schema uses, and by
//! `xmllint` where there is one.

use super::{BROKEN, UNREADABLE, WEAK, folder, plans, project, scf, written};
use roxmltree::{Document, Node};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use strategic_choice::plan::Sensitivity;

const XSD: &str = "http://www.w3.org/2001/XMLSchema";

/// The schema; nothing where the folder of schemas is not there.
fn schema() -> Option<PathBuf> {
    let file = project().join("../shared/schemas/junit-10.xsd");
    if !file.is_file() {
        super::left_out(&format!("JUnit against its schema, for there is no {}", file.display()));
        return None;
    }
    Some(file)
}

/// What the schema says against a document: elements, their attributes and what may stand in them. Of simple types it
/// looks only at `SUREFIRE_TIME`, which nothing here has.
fn wrong(schema: &Document<'_>, document: &str) -> Vec<String> {
    let document = Document::parse(document).unwrap();
    let is = |node: &Node<'_, '_>, name: &str| node.has_tag_name((XSD, name));
    let mut wrong = Vec::new();
    for element in document.descendants().filter(Node::is_element) {
        let name = element.tag_name().name();
        let mut known = schema.root_element().children().filter(|node| is(node, "element"));
        let Some(rule) = known.find(|node| node.attribute("name") == Some(name)) else {
            wrong.push(format!("no element {name}"));
            continue;
        };
        let attributes: Vec<_> = rule.descendants().filter(|node| is(node, "attribute")).collect();
        for attribute in element.attributes() {
            let rule = attributes.iter().find(|rule| rule.attribute("name") == Some(attribute.name()));
            match rule.and_then(|rule| rule.attribute("type")) {
                Some("xs:string") => {}
                other => wrong.push(format!("{name} {}: {other:?}", attribute.name())),
            }
        }
        for required in attributes.iter().filter(|rule| rule.attribute("use") == Some("required")) {
            let attribute = required.attribute("name").unwrap();
            if !element.has_attribute(attribute) {
                wrong.push(format!("{name} without {attribute}"));
            }
        }
        let complex = rule.descendants().find(|node| is(node, "complexType"));
        let allowed: Vec<_> = rule.descendants().filter_map(|node| node.attribute("ref")).collect();
        for child in element.children().filter(Node::is_element) {
            if !allowed.contains(&child.tag_name().name()) {
                wrong.push(format!("{} in {name}", child.tag_name().name()));
            }
        }
        let takes_text = complex.is_none_or(|complex| complex.attribute("mixed") == Some("true"));
        let has_text = element
            .children()
            .any(|node| node.is_text() && node.text().is_some_and(|text| !text.trim().is_empty()));
        if has_text && !takes_text {
            wrong.push(format!("a text in {name}"));
        }
    }
    wrong
}

/// Whether `xmllint` takes it; nothing where there is none.
fn xmllint(schema: &PathBuf, document: &str) -> Option<bool> {
    let mut command = Command::new("xmllint");
    command.args(["--nonet", "--noout", "--schema"]).arg(schema).arg("-");
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::inherit()).spawn().ok()?;
    child.stdin.take().unwrap().write_all(document.as_bytes()).unwrap();
    Some(child.wait().unwrap().success())
}

#[track_caller]
fn assert_valid(schema: &PathBuf, document: &str) {
    let text = std::fs::read_to_string(schema).unwrap();
    assert_eq!(wrong(&Document::parse(&text).unwrap(), document), Vec::<String>::new());
    assert_ne!(xmllint(schema, document), Some(false));
}

#[test]
fn every_report_is_valid() {
    let Some(schema) = schema() else { return };
    if xmllint(&schema, "<testsuites/>").is_none() {
        super::left_out("JUnit by xmllint, for there is none here");
    }
    assert_valid(&schema, &written("junit", &plans(), Sensitivity::Team));
    assert_valid(&schema, &written("junit", &[], Sensitivity::Team));
    let here =
        folder(&[("weak.scf.yaml", WEAK), ("b/broken.scf.yaml", BROKEN), ("c/c.scf.yaml", UNREADABLE)]);
    for args in [&["."][..], &["nowhere.scf.yaml", "."], &["nowhere"], &["-"]] {
        assert_valid(&schema, &scf(here.path(), &[args, &["--format=junit"]].concat()).out);
    }
}

#[test]
fn the_checker_refuses_what_is_wrong() {
    let Some(schema) = schema() else { return };
    let text = std::fs::read_to_string(&schema).unwrap();
    let schema = Document::parse(&text).unwrap();
    let suite = "name='a' tests='1' failures='0' errors='0'";
    for document in [
        "<suites/>".to_owned(),
        "<testsuites skipped='0'/>".to_owned(),
        "<testsuites><testsuite name='a'/></testsuites>".to_owned(),
        format!("<testsuites><testsuite {suite}><failure/></testsuite></testsuites>"),
        format!("<testsuites><testsuite {suite}><testcase/></testsuite></testsuites>"),
        format!("<testsuites><testsuite {suite}>text</testsuite></testsuites>"),
    ] {
        assert!(!wrong(&schema, &document).is_empty(), "{document}");
    }
}

#[test]
fn a_report_fails_where_the_check_fails() {
    let here = folder(&[("weak.scf.yaml", WEAK)]);
    for (fail_on, code, failures) in [("warning", 1, "1"), ("error", 0, "0"), ("never", 0, "0")] {
        let run = scf(here.path(), &["--format=junit", "--fail-on", fail_on]);
        let document = Document::parse(&run.out).unwrap();
        let suite = document.root_element().first_element_child().unwrap();
        assert_eq!((run.code, suite.attribute("failures")), (code, Some(failures)), "{fail_on}");
    }
}
