//! What a picture says of itself: for the legend, for programs, and in the pictures of the documentation.

use super::{checked, picture_of};
use roxmltree::Document;
use std::collections::BTreeSet;
use std::path::PathBuf;
use strategic_choice::draw::{Framing, Options, graphml, svg};

fn example(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{name}.scf.yaml"));
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn every_box_and_line_can_be_found_by_its_ids() {
    let check = checked(&example("kesharu-plains"));
    let picture = picture_of(&check, &Options::default());
    for framing in [Framing::Bare, Framing::Sheet] {
        let text = svg(&picture, framing);
        let document = Document::parse(&text).unwrap();
        let values = |name: &'static str| -> BTreeSet<&str> {
            document.descendants().filter_map(|node| node.attribute(name)).collect()
        };
        let ids = values("data-id");
        assert_eq!(ids.len(), picture.nodes.len());
        assert!(values("data-from").is_subset(&ids) && values("data-to").is_subset(&ids));
        let lines = document.descendants().filter(|node| node.attribute("data-from").is_some()).count();
        assert_eq!(lines, picture.edges.iter().filter(|edge| edge.route.is_some()).count());
    }
}

#[test]
fn the_legend_is_in_the_order_of_check() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_scf"))
        .args(["check", "kesharu-plains.scf.yaml", "--today=2026-11-23", "--lang=en", "--width=4000"])
        .current_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples"))
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let picture = picture_of(&checked(&example("kesharu-plains")), &Options::default());
    assert!(picture.legend.len() > 5);
    let mut rest = &*text;
    for (at, entry) in picture.legend.iter().enumerate() {
        assert_eq!(entry.number, at + 1);
        // A block stands under its title; advice is told in its sentence.
        let told = [&entry.title, &entry.text]
            .into_iter()
            .find_map(|told| rest.find(&**told).map(|at| at + told.len()));
        let end =
            told.unwrap_or_else(|| panic!("“{}” is not told behind the one before it:\n{rest}", entry.title));
        rest = &rest[end..];
    }
}

#[test]
fn graphml_has_a_key_for_every_field() {
    let text = graphml(&picture_of(&checked(&example("toramba-highlands")), &Options::default()));
    let document = Document::parse(&text).unwrap();
    let of = |name: &'static str| {
        document
            .descendants()
            .filter(move |node| node.has_tag_name(("http://graphml.graphdrawing.org/xmlns", name)))
    };
    let keys: BTreeSet<(&str, &str)> =
        of("key").map(|key| (key.attribute("id").unwrap(), key.attribute("for").unwrap())).collect();
    for key in of("key") {
        assert!(["string", "int", "double", "boolean"].contains(&key.attribute("attr.type").unwrap()));
    }
    for data in of("data") {
        let holder = data.parent().unwrap().tag_name().name();
        assert!(keys.contains(&(data.attribute("key").unwrap(), holder)), "{data:?}");
    }
    let ids: BTreeSet<&str> = of("node").map(|node| node.attribute("id").unwrap()).collect();
    for edge in of("edge") {
        assert!(
            ids.contains(edge.attribute("source").unwrap())
                && ids.contains(edge.attribute("target").unwrap())
        );
    }
    assert!(ids.len() > 40);
}

#[test]
fn a_small_picture() {
    let plan = "ambition: People use the market road again.\nobjectives:\n  rule: {title: The villages agree who guards the road., because: x}\nactivities:\n  talks: {title: Talks, supports: rule, who: ash, tasks: [Ask the elders]}\npeople: {ash: {title: Ash, deputy: elm}, elm: Elm}\n";
    let options = Options { with: vec![strategic_choice::draw::With::People], ..Options::default() };
    insta::assert_snapshot!(svg(&picture_of(&checked(plan), &options), Framing::Sheet));
}

#[test]
fn the_pictures_of_the_documentation_are_fresh() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    for name in ["kesharu-plains", "toramba-highlands"] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_scf"))
            .args(["draw", &format!("{name}.scf.yaml"), "-o", "-", "--today=2026-11-24", "--lang=en", "-q"])
            .current_dir(root.join("examples"))
            .output()
            .unwrap();
        let picture = String::from_utf8(output.stdout).unwrap();
        let path = root.join(format!("docs/pictures/{name}.svg"));
        if std::env::var_os("SCF_WRITE_DOCS").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &picture).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == picture,
            "{} is not what `scf draw` draws now; renew it with SCF_WRITE_DOCS=1",
            path.display()
        );
    }
}
