//! Large plans, and what not everybody may see.

use super::geometry::assert_sound;
use super::{checked, picture_for, picture_of};
use std::fmt::Write as _;
use strategic_choice::draw::{Framing, Options, Paper, With, dot, graphml, json, mermaid, svg};
use strategic_choice::plan::{Level, Sensitivity};

/// A plan with so many activities that hold so many tasks each.
fn large(activities: usize, tasks: usize) -> String {
    let mut text = "ambition: Peace\nobjectives: {o: {title: Talks are held}}\nactivities:\n".to_owned();
    for activity in 0..activities {
        let _ = writeln!(text, "  a{activity}:\n    title: Activity {activity}\n    supports: o\n    tasks:");
        for task in 0..tasks {
            let _ = writeln!(text, "      t{activity}-{task}: Task {task}");
        }
    }
    text
}

#[test]
fn past_300_boxes_the_lowest_levels_are_counted() {
    let folded = |activities: usize, tasks: usize, all: bool| {
        let picture = picture_of(&checked(&large(activities, tasks)), &Options { all, ..Options::default() });
        assert_sound(&picture, "large");
        let counted: usize = picture.nodes.iter().flat_map(|node| &node.folded).map(|(_, count)| count).sum();
        (picture.nodes.len(), counted, picture.notes.len())
    };
    assert_eq!(folded(42, 6, false), (296, 0, 0));
    assert_eq!(folded(43, 6, false), (45, 258, 1));
    assert_eq!(folded(43, 6, true), (303, 0, 0));
    assert_eq!(folded(320, 2, false), (2, 960, 1));
    let picture = picture_of(&checked(&large(43, 6)), &Options::default());
    let first = picture.nodes.iter().find(|node| node.id == "a0").unwrap();
    assert_eq!(first.folded, [(Level::Task, 6)]);
    assert_eq!(first.captions.iter().map(|line| &*line.text).collect::<Vec<_>>(), ["6 tasks"]);
}

#[test]
fn findings_about_what_is_folded_stand_at_what_holds_it() {
    let mut text = large(43, 6);
    text = text.replacen("t7-3: Task 3", "t7-3: {title: Late, end: 2026-01-01, status: active}", 1);
    let picture = picture_of(&checked(&text), &Options::default());
    let entry = picture.legend.iter().find(|entry| entry.names.contains(&"overdue")).unwrap();
    let holders: Vec<&str> = entry.about.iter().map(|&node| &*picture.nodes[node].id).collect();
    assert_eq!(holders, ["a7"]);
}

const SECRET: &str = "\
ambition: Peace
objectives: {o: {title: Talks are held, because: x}}
activities:
  open: {title: Open work, supports: o, who: ash, funded_by: fund, only_if: way.road}
  hidden:
    title: Secret visit
    supports: o
    sensitivity: core
    who: elm
    tasks: {guide: Find a guide for the secret visit}
people: {ash: {title: Ash Secretname, sensitivity: core}, elm: Elm}
donors: {fund: {title: Secret fund, sensitivity: core}}
choices: {way: {question: Secret question, sensitivity: core, options: {road: Secret road, river: Secret river}}}
";

#[test]
fn what_only_the_inner_circle_may_see_is_in_no_picture() {
    let check = checked(SECRET);
    for in_column in [false, true] {
        let options = Options { with: With::ALL.to_vec(), in_column, ..Options::default() };
        let picture = picture_of(&check, &options);
        let mut told = Vec::new();
        json(&picture, &check, jiff::civil::date(2026, 11, 23), &mut told).unwrap();
        let told = String::from_utf8(told).unwrap();
        let texts = [
            svg(&picture, Framing::Sheet),
            svg(&picture, Framing::Bare),
            dot(&picture),
            mermaid(&picture),
            graphml(&picture),
            told,
        ];
        for text in &texts {
            assert!(!text.contains("ecret") && !text.contains("hidden") && !text.contains("guide"), "{text}");
        }
        assert_eq!(picture.left_out, 5, "the visit and its task, a person, a donor, a choice");
        assert!(texts[0].contains("5 things are left out"), "{}", texts[0]);
        assert!(picture.about.contains("1 objective, 1 activity"), "{}", picture.about);
        let whole = picture_for(&check, &options, Some(Sensitivity::Core));
        assert!(whole.about.contains("2 activities, 1 task"), "{}", whole.about);
        assert_eq!(whole.left_out, 0);
        assert!(svg(&whole, Framing::Sheet).contains("Find a guide"));
    }
}

#[test]
fn a_poster_has_the_size_of_its_paper_and_says_where_type_is_too_small() {
    let small = picture_of(&checked("ambition: Peace\nobjectives: {o: Talks are held}"), &Options::default());
    let large = picture_of(&checked(&large(43, 6)), &Options { all: true, ..Options::default() });
    for paper in Paper::ALL {
        for picture in [&small, &large] {
            let text = svg(picture, Framing::Paper(paper));
            let document = roxmltree::Document::parse(&text).unwrap();
            let side = |name| {
                document
                    .root_element()
                    .attribute(name)
                    .unwrap()
                    .strip_suffix("mm")
                    .unwrap()
                    .parse::<f64>()
                    .unwrap()
            };
            let (short, long) = paper.sides();
            let sides = (side("width").min(side("height")), side("width").max(side("height")));
            assert_eq!(sides, (short, long), "{}", paper.name());
        }
        assert_eq!(paper.too_small(&small), None);
    }
    let (points, larger) = Paper::A4.too_small(&large).unwrap();
    assert!(points < 2.0);
    assert!(larger.is_none() || larger == Some(Paper::A0), "{larger:?}");
}

#[test]
fn a_finding_about_what_stands_inside_of_something_hidden_is_not_told() {
    let text = "stage: running\nambition: Peace\nobjectives: {o: {title: Talks are held, because: x}}\nactivities:\n  hidden:\n    title: Visit\n    supports: o\n    sensitivity: core\n    tasks: {late: {title: Carry the letter over, end: 2026-01-01, status: active}}\n";
    let check = checked(text);
    assert!(check.findings.iter().any(|finding| finding.name.name() == "overdue"));
    let told = |include| {
        let picture = picture_for(&check, &Options::default(), Some(include));
        svg(&picture, Framing::Sheet).contains("Carry the letter")
    };
    assert!(told(Sensitivity::Core) && !told(Sensitivity::Team));
}
