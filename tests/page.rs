//! The page of `scf report`: what a browser takes it for, what is not in it, and whether its script answers as the engine does.

#![allow(clippy::unwrap_used)] // A test that cannot run has failed.
#![allow(clippy::print_stderr)] // What was left out is said.

#[path = "page/falls.rs"]
mod falls;
#[path = "page/hostile.rs"]
mod hostile;

use data_encoding::BASE64;
use jiff::civil::date;
use roxmltree::{Document, Node};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use strategic_choice::check::{self, Check};
use strategic_choice::lang::Catalogue;
use strategic_choice::page;
use strategic_choice::plan::Sensitivity;
use strategic_choice::source::Source;

const EXAMPLES: [&str; 4] = ["first-plan", "kesharu-plains", "sound-plan", "toramba-highlands"];

fn check(text: &str) -> Check {
    let options = check::Options::on(date(2027, 3, 10));
    check::check(Source::new("folder/plan.scf.yaml", text.to_owned()), &options)
}

fn example(name: &str) -> Check {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{name}.scf.yaml"));
    check(&std::fs::read_to_string(path).unwrap())
}

fn with(check: &Check, include: Sensitivity, live: Option<&str>) -> String {
    let catalogue = Catalogue::of(&["en"]);
    page::html(check, &page::Options { catalogue: &catalogue, include, today: date(2027, 3, 10), live })
}

fn html(check: &Check) -> String {
    with(check, Sensitivity::Team, None)
}

fn markdown(check: &Check, include: Sensitivity) -> String {
    let catalogue = Catalogue::of(&["en"]);
    page::markdown(
        check,
        &page::Options { catalogue: &catalogue, include, today: date(2027, 3, 10), live: None },
    )
}

/// The text of each element of this name, as a browser takes it: up to the first end.
fn raw<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let end = format!("</{name}>");
    let begin = format!("<{name}");
    let starts = page.match_indices(&begin).map(|(at, _)| at);
    let text = |at: usize| {
        let from = at + page[at..].find('>').unwrap() + 1;
        &page[from..from + page[from..].find(&end).unwrap()]
    };
    starts.map(text).collect()
}

/// The page without its scripts and styles, which are no XML. All else is written so that XML and HTML read the same.
fn without_scripts(page: &str) -> String {
    let mut page = page.split_once('\n').unwrap().1.to_owned();
    for name in ["script", "style"] {
        for text in raw(&page.clone(), name) {
            page = page.replacen(&format!(">{text}</{name}>"), &format!("></{name}>"), 1);
        }
    }
    page
}

fn of_name<'a, 'i>(document: &'a Document<'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

#[test]
fn every_example_is_a_page_in_which_everything_has_its_place() {
    for name in EXAMPLES {
        let page = without_scripts(&html(&example(name)));
        let document = Document::parse(&page).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut ids = HashSet::new();
        for id in document.descendants().filter_map(|node| node.attribute("id")) {
            assert!(ids.insert(id.to_owned()), "{name}: {id} twice");
        }
        for node in document.descendants() {
            for attribute in ["aria-labelledby", "aria-controls", "for"] {
                for id in node.attribute(attribute).into_iter().flat_map(str::split_whitespace) {
                    assert!(ids.contains(id), "{name}: {attribute} names {id}");
                }
            }
            if let Some(href) = node.attribute("href") {
                let id = href.strip_prefix('#').unwrap_or_else(|| panic!("{name}: {href}"));
                assert!(ids.contains(id), "{name}: a link to {id}");
            }
        }
        let headings = document.descendants().filter_map(|node| {
            let number = node.tag_name().name().strip_prefix('h')?.parse::<u32>().ok()?;
            (number <= 6).then_some(number)
        });
        let headings: Vec<u32> = headings.collect();
        assert_eq!(headings[0], 1, "{name}");
        assert!(headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {headings:?}");
        for table in of_name(&document, "table") {
            assert!(table.children().any(|node| node.has_tag_name("caption")), "{name}");
            let heads = table.descendants().filter(|node| node.has_tag_name("th"));
            assert!(heads.into_iter().all(|head| head.has_attribute("scope")), "{name}");
        }
        assert_eq!(of_name(&document, "main").count(), 1);
        for id in ["search", "picture", "panel", "what-if"] {
            assert!(ids.contains(id), "{name}: {id}");
        }
        let nodes = document.descendants().filter(|node| node.has_attribute("data-id"));
        assert!(nodes.into_iter().all(|node| node.attribute("class").unwrap().starts_with("node")), "{name}");
    }
}

#[test]
fn a_page_loads_nothing_and_takes_no_script_but_its_own() {
    for (name, live) in
        EXAMPLES.into_iter().map(|name| (name, None)).chain([("first-plan", Some("let a = 1 < 2;"))])
    {
        let page = with(&example(name), Sensitivity::Team, live);
        let bare = without_scripts(&page);
        let document = Document::parse(&bare).unwrap();
        let policy = of_name(&document, "meta").find_map(|meta| {
            meta.attribute("http-equiv").filter(|name| *name == "Content-Security-Policy")?;
            meta.attribute("content")
        });
        let policy = policy.unwrap();
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(policy.contains("connect-src 'self'"), live.is_some(), "{policy}");
        let styles = raw(&page, "style");
        let scripts: Vec<&str> =
            raw(&page, "script").into_iter().filter(|text| !text.starts_with('{')).collect();
        assert_eq!(scripts.len(), 1 + usize::from(live.is_some()));
        for text in styles.iter().chain(&scripts) {
            let hash = format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text.as_bytes())));
            assert!(policy.contains(&hash), "{name}: {policy}");
        }
        assert_eq!(policy.matches("'sha256-").count(), styles.len() + scripts.len());
        for node in document.descendants().filter(Node::is_element) {
            let tag = node.tag_name().name();
            assert!(
                !["link", "img", "iframe", "object", "embed", "base", "form", "use", "image"].contains(&tag),
                "{tag}"
            );
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                assert!(
                    !name.starts_with("on") && !["style", "src", "srcset", "action"].contains(&name),
                    "{name}"
                );
                assert!(!value.contains("javascript:") && !value.contains("://"), "{name}={value}");
            }
        }
        for text in styles.iter().chain(&scripts) {
            for loads in [
                "url(",
                "@import",
                "http:",
                "https:",
                "fetch(",
                "XMLHttpRequest",
                "eval(",
                "innerHTML",
                "import(",
            ] {
                assert!(!text.contains(loads), "{name}: {loads}");
            }
        }
        assert!(!page.contains("folder/"), "whose computer it was is nobody's business");
    }
}

#[test]
fn what_only_a_smaller_circle_may_see_is_nowhere() {
    let text = "\
ambition: Peace comes.
people:
  kestrel: {title: Kestrel the ferryman, sensitivity: core}
  wren: {title: Wren, hours_per_week: 5, deputy: kestrel}
parties:
  hill-camp: {title: The hill camp, sensitivity: core, access: {kestrel: trusted}}
  town: {title: The town, access: {kestrel: trusted}}
donors:
  quiet-fund: {title: A quiet fund, sensitivity: core}
assumptions:
  ford-open: {title: The ford stays open, sensitivity: core}
choices:
  where: {question: Where do they meet, sensitivity: core, options: {barn: In the barn, ferry: On the ferry}}
objectives:
  talks-held: {title: Talks are held, assumes: ford-open}
activities:
  night-visit:
    title: Visit at night
    sensitivity: core
    supports: talks-held
    who: kestrel
    with: hill-camp
    funded_by: quiet-fund
    start: 2027-03-11
    end: 2027-03-20
    tasks: {row: Row across}
  day-visit:
    title: Visit by day
    supports: talks-held
    depends_on: night-visit
    who: kestrel
    with: [town, hill-camp]
    start: 2027-04-01
    end: 2027-04-20
    tasks:
      ask: {title: Ask the way, hours: 2, every: week, only_if: where.barn}
";
    let check = check(text);
    assert!(check.complete(), "{:?}", check.findings);
    let secret = [
        "kestrel",
        "Kestrel",
        "hill-camp",
        "hill camp",
        "quiet-fund",
        "quiet fund",
        "ford-open",
        "ford stays",
        "night-visit",
        "Visit at night",
        "Where do they",
        "barn",
        "ferry",
    ];
    for page in [html(&check), markdown(&check, Sensitivity::Team)] {
        for word in secret {
            let at = page.find(word);
            assert!(at.is_none(), "{word}: {}", &page[at.unwrap().saturating_sub(200)..at.unwrap() + 60]);
        }
        assert!(page.contains("7 things are left out, because"), "it is said how many");
    }
    let all = with(&check, Sensitivity::Core, None);
    assert!(secret.iter().all(|word| all.contains(word)), "the inner circle sees all of it");
    assert!(!all.contains("left out here"));
}

#[test]
fn a_plan_in_arabic_runs_from_right_to_left() {
    let page = html(&check("language: ar\ntitle: طريق السوق\nambition: يستخدم الناس طريق السوق بلا خوف\n"));
    assert!(page.contains("<html lang=\"en\" dir=\"rtl\">"));
    assert!(page.contains("<bdi lang=\"ar\">يستخدم الناس طريق السوق بلا خوف</bdi>"));
    let english = html(&example("first-plan"));
    assert!(english.contains("<html lang=\"en\" dir=\"ltr\">") && !english.contains("<bdi lang="));
    // A language is told to a browser only where it is one.
    let odd = html(&check("language: '\"><script>'\nambition: Peace.\n"));
    assert!(!odd.contains("\"><script>\""), "{odd}");
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    for name in EXAMPLES {
        assert_eq!(html(&example(name)), html(&example(name)));
        let (one, other) = (example(name), example(name));
        assert_eq!(markdown(&one, Sensitivity::Team), markdown(&other, Sensitivity::Team));
    }
}

#[test]
fn what_could_not_be_read_is_told_without_titles_of_others() {
    let text = "ambition: Peace.\npeople:\n  stone: {title: Stone, sensitivity: core, helo: A secret word}\nspeople: <b>x</b>\n";
    let check = check(text);
    let page = html(&check);
    assert!(
        page.contains("could not be read") && page.contains("line 3") && page.contains("line 4"),
        "{page}"
    );
    assert!(
        !page.contains("<b>x</b>") && !page.contains("A secret word") && !page.contains("Stone,"),
        "{page}"
    );
    Document::parse(&without_scripts(&page)).unwrap();
    assert_eq!(markdown(&check, Sensitivity::Team), "");
}

#[test]
fn a_large_plan_gives_no_quadratic_page() {
    // Each task waits for the one before: with the first, all of them fall.
    let chain = |count: usize| {
        let mut text = "ambition: Peace.\nobjectives: {calm: Calm}\nactivities:\n  walk:\n    title: Walk\n    supports: calm\n    tasks:\n".to_owned();
        for number in 0..count {
            let after = if number == 0 { String::new() } else { format!(", depends_on: t{}", number - 1) };
            let _ = writeln!(text, "      t{number}: {{title: Step number {number}{after}}}");
        }
        html(&check(&text)).len()
    };
    let (small, large) = (chain(1_000), chain(4_000));
    assert!(large < small * 4, "{small} and {large}");
    assert!(large < 4_000_000, "{large}");
}

#[test]
fn the_page_in_markdown() {
    insta::assert_snapshot!(markdown(&example("toramba-highlands"), Sensitivity::Team));
}
