//! Titles that want to be something else: in every text of a plan, and on the page they are nothing but text.

use super::{check, html, markdown, raw, without_scripts};
use roxmltree::Document;
use strategic_choice::plan::Sensitivity;

const EVIL: &str = "\\\"'></style></script></title><script>alert(1)</script><img src=x onerror=alert(1)>&amp;\\u202Eevil\\u2066\\u001B[2J{{7*7}}${x}`|*_[a](javascript:b)";

/// A plan with this text in everything that may be written freely.
fn plan(text: &str) -> String {
    let t = format!("\"{text}\"");
    format!(
        "\
title: {t}
summary: {t}
currency: {t}
start: 2027-01-01
end: 2027-12-31
labels: {{ambition: {t}, goals: {t}, objectives: {t}, activities: {t}, tasks: {t}}}
set_up: {{form: informal, host: {t}, decision_rule: {t}}}
ambition: {{title: {t}, description: {t}, because: {t}, tags: [{t}], notes: [{t}]}}
goals: {{g: {{title: {t}, description: {t}, because: {t}, end: 2027-09-01, signs: {{s: {{measure: {t}, baseline: {t}, target: {t}, source: {t}}}}}}}}}
objectives: {{o: {{title: {t}, description: {t}, because: {t}, supports: g, assumes: as, end: 2027-08-01}}}}
activities:
  a: {{title: {t}, description: {t}, because: {t}, supports: o, who: p, with: [pa, c], lead: org, partners: or2, funded_by: {{d: 5}}, cost: 10, kind: talks, start: 2027-03-01, end: 2027-03-31,
      tasks: {{t: {{title: {t}, description: {t}, hours: 9, every: week, only_if: ch.x}}, t2: {{title: {t}, depends_on: t}}}}}}
  b: {{title: {t}, kind: agreement}}
people:
  p: {{title: {t}, description: {t}, organisation: org, hours_per_week: 1, side: pa, office: {t}, danger: high, deputy: p2, away: [{{start: 2027-03-01, end: 2027-03-14}}]}}
  p2: {{title: {t}, organisation: org}}
organisations: {{org: {{title: {t}}}, or2: {{title: {t}}}}}
parties: {{pa: {{title: {t}, influence: high, access: {{p: trusted}}, represents: c}}, pb: {{title: {t}, influence: high}}}}
constituencies: {{c: {{title: {t}}}, c2: {{title: {t}}}}}
others: {{x1: {{title: {t}, with: pa}}}}
donors: {{d: {{title: {t}, amount: 5}}}}
choices:
  ch: {{question: {t}, who: p, decide_by: 2027-03-20, options: {{x: {{title: {t}, scores: {{k: 1}}}}, y: {{title: {t}}}}}, criteria: {{k: 1}}, trigger: {t}}}
  c3: {{question: {t}, options: {{x: {t}, y: {t}}}, chosen: x, because: {t}, excludes: {{y: ch.y}}}}
assumptions: {{as: {{title: {t}, holds: no, who: p, by: 2027-03-15}}}}
scenarios: {{sc: {{title: {t}, without: p}}}}
lessons: {{le: {{title: {t}, about: orphan}}}}
accepted:
- {{finding: orphan, item: b, because: {t}}}
"
    )
}

#[test]
fn a_hostile_text_is_text_in_every_place() {
    let check = check(&plan(EVIL));
    assert!(check.complete(), "{:?}", check.findings.first());
    let page = html(&check);
    let harmless = html(&super::check(&plan("A title")));
    let bare = without_scripts(&page);
    let document = Document::parse(&bare).unwrap();
    let elements = |document: &Document<'_>| {
        let mut names: Vec<String> = document
            .descendants()
            .filter(roxmltree::Node::is_element)
            .map(|node| node.tag_name().name().to_owned())
            .collect();
        names.sort();
        names.dedup();
        names
    };
    let expected = without_scripts(&harmless);
    assert_eq!(elements(&document), elements(&Document::parse(&expected).unwrap()));
    // No script more, and none of another kind.
    assert_eq!(raw(&page, "script").len(), raw(&harmless, "script").len());
    assert_eq!(raw(&page, "style"), raw(&harmless, "style"));
    // It is there as text, with what misleads written out.
    let titles =
        document.descendants().filter(|node| node.has_tag_name("bdi")).filter_map(|node| node.text());
    let shown =
        titles.filter(|text| text.contains("<script>alert(1)</script>") && text.contains(r"\u{202e}evil"));
    assert!(shown.count() > 60);
    for c in ['\u{202e}', '\u{2066}', '\u{1b}'] {
        assert!(!page.contains(c), "{}", c.escape_unicode());
    }
    for data in raw(&page, "script").iter().filter(|text| text.starts_with('{')) {
        assert!(!data.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{data}");
        serde_json::from_str::<serde_json::Value>(data).unwrap();
    }
}

#[test]
fn a_hostile_text_is_no_mark_up_in_markdown() {
    // A bracket behind a backslash is a bracket.
    let page = markdown(&check(&plan(EVIL)), Sensitivity::Team).replace("\\]", "");
    for mark in ["<script", "<img", "</style", "](javascript", "\u{202e}", "\u{1b}"] {
        let at = page.find(mark);
        assert!(
            at.is_none(),
            "{mark}: {:?}",
            at.map(|at| page[at.saturating_sub(80)..].chars().take(160).collect::<String>())
        );
    }
}
