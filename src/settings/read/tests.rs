//! Which settings are read, and which faults are told where.

use super::read;
use crate::plan::{FindingName, Settings, Severity};
use crate::settings::{FailOn, Faulty, Setting, SettingsFile, SettingsSlip, TeamSettings};
use crate::source::{Limits, Source, load_from};
use proptest::prelude::*;
use std::path::PathBuf;

fn settings(text: &str) -> TeamSettings {
    let read = read(Source::new("scf.toml", text.to_owned()), PathBuf::new());
    read.unwrap_or_else(|faulty| panic!("{:?}\n{text}", faulty.faults))
}

/// Slip, line, column and words of each fault.
fn faults(text: &str) -> Vec<(SettingsSlip, u32, u32, String)> {
    faults_in(Source::new("scf.toml", text.to_owned()))
}

fn faults_in(source: Source) -> Vec<(SettingsSlip, u32, u32, String)> {
    let Err(faulty) = read(source, PathBuf::new()) else { return Vec::new() };
    let Faulty { source, faults } = *faulty;
    let words = |(name, value): &(&str, String)| format!("{name}={value}");
    faults
        .iter()
        .map(|fault| {
            let at = source.position(fault.at.start);
            (fault.slip, at.line, at.column, fault.args.iter().map(words).collect::<Vec<_>>().join(" "))
        })
        .collect()
}

/// The one fault of a text, without its words.
fn fault(text: &str) -> (SettingsSlip, u32, u32) {
    let faults = faults(text);
    let [(slip, line, column, _)] = &faults[..] else { panic!("{faults:?}\n{text}") };
    (*slip, *line, *column)
}

#[test]
fn everything_that_can_be_set() {
    let text = "\
# What we have agreed.
fail_on = \"error\"
fail_on_dated = true
leave_out = ['drafts', \"old/*.scf.yaml\"]

[severity]
no-host = \"off\"
orphan = 'error'

[thresholds]
crowded_goals = 1_0
choke_min = 0
";
    let settings = settings(text);
    assert_eq!((settings.file.fail_on, settings.file.fail_on_dated), (Some(FailOn::Error), Some(true)));
    assert_eq!(settings.file.leave_out, ["drafts", "old/*.scf.yaml"]);
    assert_eq!(
        settings.severities(),
        [(FindingName::Orphan, Some(Severity::Error)), (FindingName::NoHost, None)]
    );
    let thresholds = settings.thresholds();
    assert_eq!((thresholds.crowded_goals, thresholds.choke_min, thresholds.choke_percent), (10, 0, 20));
    let line = |setting| settings.source.position(settings.place(setting).unwrap().start).line;
    assert_eq!(line(Setting::FailOn), 2);
    assert_eq!(line(Setting::LeaveOut), 4);
    assert_eq!(line(Setting::Severity(FindingName::Orphan)), 8);
    assert_eq!(line(Setting::Threshold("choke_min")), 12);
    assert_eq!(settings.place(Setting::Threshold("choke_percent")), None);
}

#[test]
fn it_may_be_written_as_toml_allows() {
    let one = settings("\u{feff}severity.orphan = \"off\"\r\nthresholds = { choke_min = 0x10 }\r\n");
    assert_eq!(one.severities(), [(FindingName::Orphan, None)]);
    assert_eq!(one.thresholds().choke_min, 16);
    assert!(settings("").file == SettingsFile::default() && settings("# nothing\n").severities().is_empty());
}

#[test]
fn each_fault_has_its_place() {
    use SettingsSlip::{
        AlwaysError, BadNumber, BadPattern, BadWord, Elsewhere, OfPlan, Outside, TooMany, Unknown,
        UnknownFinding, WrongType,
    };
    let table: &[(&str, (SettingsSlip, u32, u32))] = &[
        ("\nfail_onn = \"error\"", (Unknown, 2, 1)),
        ("fail-on = \"error\"", (Unknown, 1, 1)),
        ("nonsense = 1", (Unknown, 1, 1)),
        ("[nonsense]\na = 1", (Unknown, 1, 2)),
        ("[thresholds]\nbottleneck-min = 1", (Unknown, 2, 1)),
        ("[severity]\nno_host = \"off\"", (UnknownFinding, 2, 1)),
        ("[severity]\nnonsense = \"off\"", (UnknownFinding, 2, 1)),
        ("choke_min = 3", (Elsewhere, 1, 1)),
        ("orphan = \"off\"", (Elsewhere, 1, 1)),
        ("[severity]\nfail_on = \"error\"", (Elsewhere, 2, 1)),
        ("[severity]\nchoke_min = 3", (Elsewhere, 2, 1)),
        ("[thresholds]\nleave_out = []", (Elsewhere, 2, 1)),
        ("bottlenek_min = 3", (Elsewhere, 1, 1)),
        ("ambition = \"Peace\"", (OfPlan, 1, 1)),
        ("fail_on = 1", (WrongType, 1, 11)),
        ("fail_on_dated = \"yes\"", (WrongType, 1, 17)),
        ("leave_out = \"drafts\"", (WrongType, 1, 13)),
        ("leave_out = ['a', 1]", (WrongType, 1, 19)),
        ("severity = \"off\"", (WrongType, 1, 12)),
        ("[[thresholds]]\nchoke_min = 1", (WrongType, 1, 1)),
        ("[thresholds]\nchoke_min = \"3\"", (WrongType, 2, 13)),
        ("[severity]\norphan = true", (WrongType, 2, 10)),
        ("[severity.orphan]\nlevel = \"off\"", (WrongType, 1, 1)),
        ("fail_on = \"eror\"", (BadWord, 1, 11)),
        ("fail_on = \"off\"", (BadWord, 1, 11)),
        ("[severity]\norphan = \"never\"", (BadWord, 2, 10)),
        ("[thresholds]\nchoke_min = -1", (BadNumber, 2, 13)),
        ("[thresholds]\nchoke_min = 1.5", (BadNumber, 2, 13)),
        ("[thresholds]\nchoke_min = 4294967296", (BadNumber, 2, 13)),
        ("[severity]\ninvalid = \"warning\"", (AlwaysError, 2, 1)),
        ("leave_out = ['a[']", (BadPattern, 1, 14)),
        ("leave_out = ['a', '../b']", (Outside, 1, 19)),
    ];
    for (text, expected) in table {
        assert_eq!(fault(text), *expected, "{text}");
    }
    assert_eq!(fault(&format!("leave_out = [{}]", "'a',".repeat(1001))).0, TooMany);
    assert_eq!(faults("[severity]\ninvalid = \"error\""), []);
}

#[test]
fn slips_in_writing_are_told_as_what_they_are() {
    use SettingsSlip::{Backslash, Colon, NoQuotes, Syntax, Twice};
    let table: &[(&str, (SettingsSlip, u32, u32))] = &[
        ("fail_on: error", (Colon, 1, 8)),
        ("[severity]\n  orphan: \"off\"", (Colon, 2, 9)),
        ("fail_on = error", (NoQuotes, 1, 11)),
        ("fail_on = “error”", (NoQuotes, 1, 11)),
        (r#"leave_out = ["drafts\old"]"#, (Backslash, 1, 22)),
        ("fail_on = \"error\"\nfail_on = \"advice\"", (Twice, 2, 1)),
        ("[severity]\n[severity]", (Twice, 2, 2)),
        ("[severity\norphan = \"off\"", (Syntax, 1, 10)),
        ("fail_on = \"error\nchoke", (Syntax, 1, 17)),
    ];
    for (text, expected) in table {
        let (slip, line, column, _) = &faults(text)[0];
        assert_eq!((*slip, *line, *column), *expected, "{text}: {:?}", faults(text));
    }
}

#[test]
fn what_was_meant_is_named_where_it_is_clear() {
    let meant = |text: &str| {
        let said = faults(text).remove(0).3;
        said.split(' ').find_map(|word| word.strip_prefix("meant=").map(str::to_owned)).unwrap_or_default()
    };
    assert_eq!(meant("fail_onn = 'error'"), "fail_on");
    assert_eq!(meant("threshold = 1"), "thresholds");
    assert_eq!(meant("Severity = 1"), "severity");
    assert_eq!(meant("[thresholds]\nbottleneck-Min = 1"), "bottleneck_min");
    assert_eq!(meant("[severity]\nno_hots = 'off'"), "no-host");
    assert_eq!(meant("fail_on = 'Warn'"), "warning");
    assert_eq!(meant("fail_on = 'off'"), "never");
    assert_eq!(meant("[severity]\norphan = 'wraning'"), "warning");
    assert_eq!(meant("quite_other = 1"), "");
}

#[test]
fn all_faults_of_a_file_are_told_in_one_run() {
    let told = faults(
        "fail_on: error\nfail_on_dated = 3\nleave_out = drafts\n[severity]\nno-hosts = \"off\"\norphan = \"no\"\n\
         [thresholds]\nchoke_min = 3.5\n",
    );
    let lines: Vec<u32> = told.iter().map(|(_, line, ..)| *line).collect();
    assert_eq!(lines, [1, 2, 3, 5, 6, 8], "{told:?}");
}

#[test]
fn a_hostile_file_is_refused_in_time() {
    let limits = Limits { file: super::MOST_BYTES, ..Limits::FORMAT_1 };
    let read = |bytes: &[u8]| faults_in(load_from("scf.toml", bytes, limits).unwrap());
    assert_eq!(read(&vec![b' '; super::MOST_BYTES + 1])[0].0, SettingsSlip::TooLarge);
    assert_eq!(read(b"fail_on = \"\xff\"")[0].0, SettingsSlip::NotText);
    let utf16: Vec<u8> = "fail_on = \"error\"".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&utf16)[0].0, SettingsSlip::NotText);
    assert_eq!(read(b"fail\0_on = \"error\"\nx = 1")[0].0, SettingsSlip::Syntax);
    let deep = format!("leave_out = {}", "[".repeat(500_000));
    assert_eq!(read(deep.as_bytes())[0].0, SettingsSlip::Syntax);
    let deep = format!("[{}a]", "a.".repeat(500_000));
    assert_eq!(read(deep.as_bytes())[0].0, SettingsSlip::Syntax);
    let many = (0..70_000).map(|key| format!("k{key} = 1")).collect::<Vec<_>>().join("\n");
    assert_eq!(read(many.as_bytes()).len(), super::MOST_FAULTS);
}

/// Pieces of which files are made that are right, nearly right, and not right at all.
fn piece() -> impl Strategy<Value = String> {
    let names =
        ["fail_on", "fail_on_dated", "leave_out", "orphan", "invalid", "choke_min", "severity", "x", "a.b"];
    let values = [
        "\"error\"",
        "'off'",
        "\"never\"",
        "true",
        "3",
        "-1",
        "1.5",
        "[]",
        "['a']",
        "{}",
        "[1]",
        "word",
        "2020-01-01",
        "",
    ];
    let entry = (prop::sample::select(names.to_vec()), prop::sample::select(values.to_vec()))
        .prop_map(|(name, value)| format!("{name} = {value}\n"));
    prop_oneof![
        6 => entry,
        2 => prop::sample::select(vec!["[severity]\n", "[thresholds]\n", "[other]\n", "[[severity]]\n"])
            .prop_map(str::to_owned),
        1 => "[ -~]{0,12}\n",
    ]
}

proptest! {
    /// What has no fault is what serde takes, and what serde refuses has a fault with a name of its own.
    #[test]
    fn faults_are_what_serde_refuses(pieces in prop::collection::vec(piece(), 0..6)) {
        let text = pieces.concat();
        let is_taken = toml::from_str::<SettingsFile>(&text).is_ok();
        let found = faults(&text);
        // Serde knows nothing of findings that are always errors, nor of patterns.
        let is_ours = |slip| matches!(slip, SettingsSlip::AlwaysError | SettingsSlip::BadPattern);
        if found.is_empty() {
            prop_assert!(is_taken, "{text}");
        } else if is_taken {
            prop_assert!(found.iter().all(|(slip, ..)| is_ours(*slip)), "{found:?}\n{text}");
        }
    }
}

#[test]
fn no_threshold_is_forgotten() {
    for name in Settings::THRESHOLDS {
        let settings = settings(&format!("[thresholds]\n{name} = 7777\n"));
        let mut thresholds = settings.thresholds().clone();
        assert_eq!(thresholds.threshold(name).copied(), Some(7777), "{name}");
    }
}
