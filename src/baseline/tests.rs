use super::{Baseline, Broken, Entry, LookedAt, Use};
use crate::check::{Check, Note, Options, check};
use crate::findings::Acceptance;
use crate::plan::FindingName;
use crate::source::Source;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 23);
const ALL: LookedAt<'_> = LookedAt { only: &[], skip: &[] };
const FOR_EVER: Use = Use::Read { max_age: None };

fn checked(text: &str) -> Check {
    let options = Options::on(TODAY);
    check(Source::new("p", text.to_owned()), &options)
}

const TWO: &str = "ambition: Peace\nobjectives:\n  talk: The villages talk\n  walk: The villages walk\n";

/// The baseline that is written of this text on a day.
fn written(text: &str, today: Date) -> Baseline {
    let mut baseline = Baseline::default();
    baseline.apply("p", &mut checked(text), Use::Write, ALL, today);
    baseline
}

fn text_of(baseline: &Baseline) -> String {
    let mut out = Vec::new();
    baseline.write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Names and items of the findings that count.
fn open(check: &Check) -> Vec<String> {
    let findings = check.findings.iter().filter(|finding| finding.accepted.is_none());
    let name = |finding: &crate::findings::Finding| {
        format!("{} {}", finding.name.name(), finding.subject.item(check.plan.as_ref()).unwrap_or("-"))
    };
    findings.map(name).collect()
}

fn read(baseline: &mut Baseline, text: &str, to: Use) -> (Check, Vec<Entry>) {
    let mut check = checked(text);
    let unmet = baseline.apply("p", &mut check, to, ALL, TODAY);
    (check, unmet)
}

#[test]
fn what_was_written_is_known_and_what_comes_later_is_new() {
    let mut baseline = written(TWO, date(2026, 1, 2));
    assert_eq!(baseline.len(), 2);
    let (check, unmet) = read(&mut baseline, TWO, FOR_EVER);
    assert_eq!(
        (open(&check), unmet.len(), check.counts().accepted, check.counts().in_baseline),
        (vec![], 0, 2, 2)
    );
    let since = Some(Acceptance::Baseline { since: date(2026, 1, 2) });
    assert!(check.findings.iter().all(|finding| finding.accepted == since));
    // Lines move; one more finding comes.
    let moved = format!("# Our plan\n\ntitle: P\n{TWO}  sing: The villages sing\n");
    let (check, unmet) = read(&mut baseline, &moved, FOR_EVER);
    assert_eq!((open(&check), unmet.len()), (vec!["unsupported sing".to_owned()], 0));
    // One is mended.
    let mended = TWO.replace("talk: The villages talk", "talk: {title: The villages talk, tasks: {t: Call}}");
    let (check, unmet) = read(&mut baseline, &mended, FOR_EVER);
    assert_eq!((open(&check).len(), check.notes.contains(&Note::UnmetInBaseline(1))), (0, true));
    assert_eq!(unmet[0].item.as_deref(), Some("talk"));
    baseline.remove("p", &unmet);
    assert_eq!(baseline.of_plan("p").len(), 1);
    assert_eq!(baseline.of_plan("p")[0].item.as_deref(), Some("walk"));
}

#[test]
fn another_plan_has_its_own_entries() {
    let mut baseline = written(TWO, TODAY);
    let mut check = checked(TWO);
    assert!(baseline.apply("q", &mut check, FOR_EVER, ALL, TODAY).is_empty());
    assert_eq!(open(&check).len(), 2);
}

#[test]
fn old_entries_hold_no_longer() {
    let mut baseline = written(TWO, date(2026, 11, 13));
    let (check, unmet) = read(&mut baseline, TWO, Use::Read { max_age: Some(10) });
    assert_eq!((open(&check).len(), unmet.len()), (0, 0), "ten days are not more than ten");
    let (check, unmet) = read(&mut baseline, TWO, Use::Read { max_age: Some(9) });
    assert_eq!((open(&check).len(), unmet.len()), (2, 0));
    assert!(check.notes.contains(&Note::OldInBaseline { count: 2, days: 9 }));
    assert!(check.findings.iter().all(|finding| !finding.dated), "who asks for this wants them to count");
}

#[test]
fn writing_again_keeps_the_day_and_lets_go_of_what_is_gone() {
    let mut baseline = written(TWO, date(2026, 1, 2));
    let other = TWO.replace("walk: The villages walk", "sing: The villages sing");
    let mut check = checked(&other);
    let unmet = baseline.apply("p", &mut check, Use::Write, ALL, TODAY);
    let told: Vec<_> =
        baseline.of_plan("p").iter().map(|entry| (entry.item.as_deref(), entry.since)).collect();
    assert_eq!(told, [(Some("sing"), TODAY), (Some("talk"), date(2026, 1, 2))]);
    assert_eq!((open(&check).len(), unmet.len()), (0, 1), "what is written counts no longer");
    let before = text_of(&baseline);
    baseline.apply("p", &mut checked(&other), Use::Write, ALL, date(2027, 1, 1));
    assert_eq!(text_of(&baseline), before, "nothing is new");
}

#[test]
fn what_is_not_looked_at_stays() {
    let mut baseline = written(TWO, date(2026, 1, 2));
    let orphan = [FindingName::Orphan];
    for looked_at in
        [LookedAt { only: &orphan, skip: &[] }, LookedAt { only: &[], skip: &[FindingName::Unsupported] }]
    {
        for to in [FOR_EVER, Use::Write] {
            let mut check = checked(TWO);
            check.keep(looked_at.only, looked_at.skip);
            assert!(baseline.apply("p", &mut check, to, looked_at, TODAY).is_empty());
            assert_eq!(baseline, written(TWO, date(2026, 1, 2)));
        }
    }
}

#[test]
fn of_a_broken_plan_nothing_is_forgotten_and_its_faults_count() {
    let mut baseline = written(TWO, date(2026, 1, 2));
    for broken in [TWO.replace("walk:", "walk: {titel: x}\n  more:"), "ambition: [".to_owned()] {
        for to in [FOR_EVER, Use::Write] {
            let (check, unmet) = read(&mut baseline, &broken, to);
            assert!(unmet.is_empty());
            assert!(open(&check).iter().any(|finding| finding.starts_with("invalid")), "{:?}", open(&check));
            assert!(baseline.len() >= 2);
        }
    }
    let faults = |entry: &Entry| entry.finding.can_be_accepted();
    assert!(baseline.of_plan("p").iter().all(faults));
    let cycle = "ambition: A\nobjectives: {o: {title: O, tasks: {a: {title: A, depends_on: b}, b: {title: B, depends_on: a}}}}\n";
    assert!(checked(cycle).findings.iter().any(|finding| finding.name == FindingName::Cycle));
    assert!(written(cycle, TODAY).is_empty());
}

#[test]
fn what_is_accepted_in_the_plan_is_not_written() {
    let accepted = format!("{TWO}accepted: {{finding: unsupported, item: talk, because: x}}\n");
    assert_eq!(written(&accepted, TODAY).of_plan("p").len(), 1);
    // Where it is written already, it still meets its finding.
    let (check, unmet) = read(&mut written(TWO, TODAY), &accepted, FOR_EVER);
    assert_eq!((check.counts().accepted, check.counts().in_baseline, unmet.len()), (2, 1, 0));
}

#[test]
fn each_entry_meets_one_finding() {
    let mut baseline = written("ambition: A\npeople: {ash: {title: Ash, notes: a@b.org}}\n", TODAY);
    let leaks = baseline.of_plan("p").iter().filter(|entry| entry.finding == FindingName::IdentityLeak);
    assert_eq!(leaks.count(), 1);
    let (check, _) = read(
        &mut baseline,
        "ambition: A\npeople: {ash: {title: Ash, notes: [a@b.org, Call +41 79 123 45 67]}}\n",
        FOR_EVER,
    );
    assert_eq!(open(&check), ["identity-leak ash"], "a second leak of the same person is new");
}

#[test]
fn a_file_holds_no_title_and_has_one_entry_a_line() {
    let baseline = written(TWO, date(2026, 1, 2));
    assert_eq!(
        text_of(&baseline),
        "{\"format\": 1, \"entries\": [\n{\"plan\":\"p\",\"finding\":\"unsupported\",\"item\":\"talk\",\"fingerprint\":\"f20066eac9eb9857\",\"since\":\"2026-01-02\"},\n{\"plan\":\"p\",\"finding\":\"unsupported\",\"item\":\"walk\",\"fingerprint\":\"f80b86f59df0a458\",\"since\":\"2026-01-02\"}\n]}\n"
    );
    assert_eq!(text_of(&Baseline::default()), "{\"format\": 1, \"entries\": [\n]}\n");
    // A phone number as an id is told nowhere.
    let phone = "ambition: A\nobjectives: {'0791234567': O}\n";
    assert!(!text_of(&written(phone, TODAY)).contains("079"), "{}", text_of(&written(phone, TODAY)));
}

#[test]
fn what_is_no_baseline_is_told_with_its_place() {
    let entry = |fields: &str| format!("{{\"format\": 1,\n\"entries\": [\n{{{fields}}}\n]}}");
    let whole = "\"plan\":\"p\",\"finding\":\"orphan\",\"item\":null,\"fingerprint\":\"00000000000000ff\",\"since\":\"2026-01-02\"";
    assert_eq!(Baseline::read(entry(whole).as_bytes()).map(|baseline| baseline.len()), Ok(1));
    let bom = format!("\u{feff}{}", entry(whole));
    assert_eq!(Baseline::read(bom.as_bytes()).map(|baseline| baseline.len()), Ok(1));
    let cases = [
        (String::new(), "baseline-cut-off", 1),
        ("{\"format\": 1,\n\"entries\": [".to_owned(), "baseline-cut-off", 2),
        ("<<<<<<< ours\n{}".to_owned(), "baseline-not-json", 1),
        (format!("{}\n=======", entry(whole)), "baseline-not-json", 5),
        ("[]".to_owned(), "baseline-other-shape", 1),
        ("{\"format\": 1}".to_owned(), "baseline-other-shape", 1),
        ("{\"format\": 2, \"entries\": []}".to_owned(), "baseline-other-format", 1),
        ("{\"format\": \"1\", \"entries\": []}".to_owned(), "baseline-other-format", 1),
        (entry(&whole.replace("orphan", "orphn")), "baseline-no-finding", 3),
        (entry(&whole.replace("orphan", "invalid")), "baseline-never", 3),
        (entry(&whole.replace("00ff", "00fg")), "baseline-no-fingerprint", 3),
        (entry(&whole.replace("00ff", "0ff")), "baseline-no-fingerprint", 3),
        (entry(&whole.replace("01-02", "02-30")), "baseline-no-day", 3),
        (entry(&whole.replace("\"p\"", "\"\"")), "baseline-no-path", 3),
        (entry(&whole.replace("item", "itme")), "baseline-other-shape", 3),
        (entry(&whole.replace("\"p\"", "7")), "baseline-other-shape", 3),
        ("[".repeat(100_000), "baseline-not-json", 1),
        (format!("{{\"format\": {}", "[".repeat(100_000)), "baseline-not-json", 1),
    ];
    for (text, why, line) in cases {
        let broken = Baseline::read(text.as_bytes()).map(|_| ());
        let Err(Broken { why: told, line: at, .. }) = broken else { panic!("{text}") };
        assert_eq!((told, at), (why, line), "{}", &text[..text.len().min(300)]);
    }
    assert!(Baseline::read(b"\xff\xfe").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Baseline::read(&bytes);
    }

    /// A baseline with some of its bytes changed is read or refused; what is read can be written and read again.
    #[test]
    fn a_file_with_bytes_changed(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = text_of(&written(TWO, TODAY)).into_bytes();
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(mut baseline) = Baseline::read(&bytes) {
            prop_assert_eq!(&Baseline::read(text_of(&baseline).as_bytes()).unwrap(), &baseline);
            read(&mut baseline, TWO, Use::Read { max_age: Some(u32::MAX) });
        }
    }

    #[test]
    fn what_is_written_is_read_the_same(
        entries in prop::collection::vec(("[a-c\"/\\\\é\n]{1,4}", 0..FindingName::ALL.len(), prop::option::of("[a-zé\u{7}]{1,3}"), any::<u64>(), 1..28_i8), 0..20)
    ) {
        let mut baseline = Baseline::default();
        for (plan, finding, item, fingerprint, day) in entries {
            let finding = FindingName::ALL[finding];
            if finding.can_be_accepted() {
                let mut all = baseline.of_plan(&plan).to_vec();
                all.push(Entry { finding, item: item.map(Into::into), fingerprint, since: date(2026, 2, day) });
                baseline.set(&plan, all);
            }
        }
        let text = text_of(&baseline);
        prop_assert_eq!(text.lines().count(), baseline.len() + 2);
        prop_assert_eq!(Baseline::read(text.as_bytes()).unwrap(), baseline);
    }
}
