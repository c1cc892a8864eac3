//! `scf decide`.

use super::{Run, scf_in};
use insta::assert_snapshot;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const PLAN: &str = "\
# The plan of the two banks.
ambition: Peace.
choices:
  order:  # the oldest of our questions
    question: What first?
    options: {pact: Sign a pact, map: Walk the map}
    excludes: {map: chair.rangers}

  chair: {question: Who chairs?, options: {rangers: The rangers, elders: The elders}, chosen: elders}
";

struct File {
    folder: TempDir,
    path: PathBuf,
}

impl File {
    fn of(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.scf.yaml");
        fs::write(&path, text).unwrap();
        Self { folder, path }
    }

    fn scf(&self, words: &[&str]) -> Run {
        scf_in(self.folder.path(), words)
    }

    fn text(&self) -> String {
        fs::read_to_string(&self.path).unwrap()
    }
}

#[test]
fn without_a_screen_it_shows_the_change_and_writes_nothing() {
    let file = File::of(PLAN);
    let run = file.scf(&["decide", "order.map", "--because", "They sign what they walked."]);
    assert_snapshot!(run.seen(), @r"
    --- p.scf.yaml
    +++ p.scf.yaml
    @@ -6,4 +6,6 @@
         options: {pact: Sign a pact, map: Walk the map}
         excludes: {map: chair.rangers}
    +    chosen: map
    +    because: They sign what they walked.

       chair: {question: Who chairs?, options: {rangers: The rangers, elders: The elders}, chosen: elders}
    --- standard error
    Nobody can be asked here, so nothing was written. To write without being asked:  --yes
    --- exit code 2
    ");
    assert_eq!(file.text(), PLAN);
}

#[test]
fn with_yes_it_writes_and_all_else_stays() {
    let file = File::of(PLAN);
    let run = file.scf(&["decide", "p.scf.yaml", "order.map", "--because", "So.", "--yes"]);
    assert_eq!((run.code, run.err.as_str()), (0, "Written into p.scf.yaml.\n"));
    let rangers = "    excludes: {map: chair.rangers}\n";
    let after = PLAN.replace(rangers, &format!("{rangers}    chosen: map\n    because: So.\n"));
    assert_eq!(file.text(), after);
    let again = file.scf(&["decide", "order.map", "--yes"]);
    assert_eq!((again.code, file.text()), (0, after));
    assert!(again.err.contains("chosen already"), "{}", again.err);
    let excluded = file.scf(&["decide", "chair.rangers", "--because", "No.", "--yes"]);
    assert_eq!(excluded.code, 2);
    assert!(
        excluded.err.contains("“The rangers” cannot go with “Walk the map” (order.map)"),
        "{}",
        excluded.err
    );
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_stay() {
    let file = File::of("\u{feff}ambition: Peace.\r\nchoices:\r\n  a: {options: {b: B, c: C}}\r\n");
    assert_eq!(file.scf(&["decide", "a.b", "--yes"]).code, 0);
    let after = "\u{feff}ambition: Peace.\r\nchoices:\r\n  a: {options: {b: B, c: C}, chosen: b}\r\n";
    assert_eq!(file.text(), after);
}

#[test]
fn words_that_mean_no_option() {
    let file = File::of(PLAN);
    for (word, said) in [
        ("order", "Which of its options is chosen? “What first?” has: order.pact, order.map"),
        ("order.mapp", "order.map"),
        ("ambition", "no option of a choice"),
    ] {
        let run = file.scf(&["decide", word, "--yes"]);
        assert_eq!(run.code, 2, "{word}");
        assert!(run.err.contains(said), "{word}: {}", run.err);
    }
    assert_eq!(file.text(), PLAN);
}

#[test]
fn faults_standard_input_and_files_that_may_not_be_written() {
    let faulty = File::of("ambition: Peace.\nchoices: {a: {options: {b: B}, who: ash}}\n");
    let run = faulty.scf(&["decide", "a.b", "--yes"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("p.scf.yaml:2:"), "{}", run.err);
    let input = faulty.scf(&["decide", "-", "a.b", "--yes"]);
    assert_eq!(input.code, 2);
    assert!(input.err.contains("name the file"), "{}", input.err);
    let absent = faulty.scf(&["decide", "q.scf.yaml", "a.b", "--yes"]);
    assert_eq!((absent.code, absent.err.contains("no file q.scf.yaml")), (2, true));
}

#[test]
fn json_says_whether_it_was_written() {
    let file = File::of(PLAN);
    for (yes, code, written) in [(None, 2, false), (Some("--yes"), 0, true)] {
        let words = ["decide", "order.map", "--because=So.", "--format=json"].into_iter().chain(yes);
        let run = file.scf(&words.collect::<Vec<_>>());
        assert_eq!(run.code, code);
        let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!((json["command"].as_str(), json["written"].as_bool()), (Some("decide"), Some(written)));
        let said =
            ["choice", "chosen", "because"].map(|field| json[field].as_str().unwrap_or_default().to_owned());
        assert_eq!(said, ["order", "map", "So."]);
    }
}
