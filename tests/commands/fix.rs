//! `scf check --fix`.

use super::{Run, scf_in};
use insta::assert_snapshot;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PLAN: &str = "\
# Of the two villages.
ambition: Peace: at last
tilte: Market road  # the road
goals:
  safe-road: {title: Both villages use the road., because: Fear.}
objectives:
  guards:
    title: The villages agree who guards.
    because: Nobody goes alone.
    supports: [safe-raod]
activities:
  visit: {title: Visit, supports: guards, who: ston, start: 2027-1-5, status: ongoing}
people:
  stone: Stone
";

const MENDED: &str = "\
# Of the two villages.
ambition: \"Peace: at last\"
title: Market road  # the road
goals:
  safe-road: {title: Both villages use the road., because: Fear.}
objectives:
  guards:
    title: The villages agree who guards.
    because: Nobody goes alone.
    supports: safe-road
activities:
  visit: {title: Visit, supports: guards, who: ston, start: 2027-01-05, status: ongoing}
people:
  stone: Stone
";

struct Folder {
    folder: TempDir,
}

impl Folder {
    fn of(plans: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in plans {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        Self { folder }
    }

    fn scf(&self, words: &[&str]) -> Run {
        scf_in(self.folder.path(), words)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Everything in it, so that nothing is left behind.
    fn files(&self) -> usize {
        fs::read_dir(self.folder.path()).unwrap().count()
    }
}

#[test]
fn a_check_says_what_can_be_mended() {
    let run = Folder::of(&[("p.scf.yaml", PLAN)]).scf(&["check", "p.scf.yaml"]);
    assert!(run.out.contains("\nCan be mended   1 of these:  scf check --fix p.scf.yaml\n"), "{}", run.out);
    let sound = Folder::of(&[("p.scf.yaml", "ambition: Peace.\n")]).scf(&["check", "p.scf.yaml"]);
    assert!(!sound.out.contains("Can be mended"), "{}", sound.out);
}

#[test]
fn a_plan_is_mended_and_what_is_left_is_told() {
    let folder = Folder::of(&[("p.scf.yaml", PLAN)]);
    let run = folder.scf(&["check", "--fix", "p.scf.yaml"]);
    assert_snapshot!("fix-mended", run.seen());
    assert_eq!(folder.text("p.scf.yaml"), MENDED);
    let again = folder.scf(&["check", "--fix", "p.scf.yaml"]);
    assert_eq!((again.out, folder.text("p.scf.yaml").as_str(), folder.files()), (run.out, MENDED, 1));
    assert!(!again.err.contains("mended in p.scf.yaml."), "{}", again.err);
}

#[test]
fn a_guess_is_made_where_it_is_asked_for() {
    let folder = Folder::of(&[("p.scf.yaml", PLAN)]);
    let run = folder.scf(&["check", "--fix", "--unsafe", "--fail-on=never", "p.scf.yaml"]);
    assert_eq!((run.code, run.err.as_str()), (0, "7 things mended in p.scf.yaml.\n"));
    let all = MENDED.replace("ston,", "stone,").replace("ongoing", "active");
    assert_eq!(folder.text("p.scf.yaml"), all);
}

#[test]
fn a_diff_shows_it_and_writes_nothing() {
    let folder = Folder::of(&[("p.scf.yaml", PLAN), ("q.scf.yaml", "ambition: Peace.\n")]);
    let run = folder.scf(&["check", "--fix", "--diff", "."]);
    assert_snapshot!("fix-diff", run.seen());
    assert_eq!(folder.text("p.scf.yaml"), PLAN);
    // What only needs tidying up is no finding.
    let tidy =
        "ambition: A.\nobjectives: {o: {title: O, because: B, supports: [p]}, p: {title: P, because: B}}\n";
    let folder = Folder::of(&[("p.scf.yaml", tidy)]);
    let run = folder.scf(&["check", "--fix", "--diff", "--fail-on", "error"]);
    assert_eq!((run.code, run.out.contains("supports: p}")), (0, true), "{}", run.seen());
}

#[test]
fn standard_input_is_only_shown() {
    let folder = Folder::of(&[]);
    let run = folder.scf(&["check", "--fix", "-"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("scf check --fix --diff -"), "{}", run.err);
    for words in
        [&["check", "--diff"][..], &["check", "--unsafe"], &["check", "--fix", "--diff", "--format=json"]]
    {
        assert_eq!(folder.scf(words).code, 2, "{words:?}");
    }
}

#[test]
fn several_plans_are_mended_in_their_order() {
    let plans: Vec<(String, &str)> = (0..40)
        .map(|number| {
            (format!("p{number:02}.scf.yaml"), if number % 3 == 0 { PLAN } else { "ambition: Peace.\n" })
        })
        .collect();
    let plans: Vec<(&str, &str)> = plans.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let folder = Folder::of(&plans);
    let run = folder.scf(&["check", "--fix", "."]);
    let told: Vec<&str> = run.err.lines().filter(|line| line.contains("mended in")).collect();
    assert_eq!(told.len(), 14, "{}", run.err);
    assert!(told[0].ends_with("p00.scf.yaml.") && told[1].ends_with("p03.scf.yaml."), "{told:?}");
    for (name, before) in plans {
        assert_eq!(folder.text(name), if before == PLAN { MENDED } else { before });
    }
}

#[test]
fn names_of_findings_say_what_is_mended() {
    let unused = "ambition: A.\naccepted:\n- {finding: no-host, because: B}\ntitle: T\n";
    let folder = Folder::of(&[("p.scf.yaml", unused)]);
    folder.scf(&["check", "--fix", "--unsafe", "--skip", "unused-acceptance"]);
    assert_eq!(folder.text("p.scf.yaml"), unused);
    folder.scf(&["check", "--fix", "--unsafe"]);
    assert_eq!(folder.text("p.scf.yaml"), "ambition: A.\ntitle: T\n");
}

#[test]
fn marks_and_line_ends_stay() {
    let folder = Folder::of(&[("p.scf.yaml", "\u{feff}ambition: A.\r\ntilte: B  # é\r\n\r\n# end")]);
    folder.scf(&["check", "--fix", "p.scf.yaml"]);
    assert_eq!(folder.text("p.scf.yaml"), "\u{feff}ambition: A.\r\ntitle: B  # é\r\n\r\n# end");
}

#[test]
fn bytes_that_are_no_text_are_left_alone() {
    let folder = Folder::of(&[]);
    let bytes = b"ambition: caf\xe9\ntilte: B\n";
    fs::write(folder.path("p.scf.yaml"), bytes).unwrap();
    let run = folder.scf(&["check", "--fix", "--unsafe", "p.scf.yaml"]);
    assert_eq!((run.code, fs::read(folder.path("p.scf.yaml")).unwrap()), (1, bytes.to_vec()));
}

#[test]
fn json_says_what_can_be_mended() {
    let folder = Folder::of(&[("p.scf.yaml", &MENDED.replace("safe-road\n", "safe-raod\n"))]);
    let run = folder.scf(&["check", "--format=json", "p.scf.yaml"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let findings = json["plans"][0]["findings"].as_array().unwrap();
    let fixes: Vec<_> = findings.iter().filter_map(|finding| finding.get("fix")).collect();
    assert_eq!(
        serde_json::to_string(&fixes).unwrap(),
        r#"[{"safe":true,"say":"Write safe-road"},{"safe":false,"say":"Write stone"},{"safe":false,"say":"Write active"}]"#
    );
}

#[test]
fn sarif_has_the_changes() {
    let folder = Folder::of(&[("p.scf.yaml", &MENDED.replace("safe-road\n", "safe-raod\n"))]);
    let run = folder.scf(&["check", "--format=sarif", "p.scf.yaml"]);
    let sarif: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let fixes: Vec<_> = results.iter().filter_map(|result| result.get("fixes")).collect();
    assert_eq!(fixes.len(), 1, "guesses are not told");
    let change = &fixes[0][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "p.scf.yaml");
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "safe-road");
    assert_eq!(change["replacements"][0]["deletedRegion"]["startLine"], 10);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    fn mode(file: &Path) -> u32 {
        fs::metadata(file).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn permissions_and_links_stay() {
        let folder = Folder::of(&[("real.yaml", PLAN)]);
        fs::set_permissions(folder.path("real.yaml"), fs::Permissions::from_mode(0o640)).unwrap();
        symlink(folder.path("real.yaml"), folder.path("p.scf.yaml")).unwrap();
        folder.scf(&["check", "--fix", "p.scf.yaml"]);
        assert_eq!((folder.text("real.yaml").as_str(), mode(&folder.path("real.yaml"))), (MENDED, 0o640));
        assert!(folder.path("p.scf.yaml").symlink_metadata().unwrap().is_symlink());
        assert_eq!(folder.files(), 2);
    }

    #[test]
    fn what_cannot_be_written_is_told_as_it_is() {
        let folder = Folder::of(&[("closed/p.scf.yaml", PLAN), ("q.scf.yaml", PLAN)]);
        let closed = folder.path("closed");
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
        if fs::write(closed.join("try"), "").is_ok() {
            // Whoever may do everything cannot try this.
            return;
        }
        let run = folder.scf(&["check", "--fix", "closed/p.scf.yaml", "q.scf.yaml"]);
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(run.code, 2);
        assert!(run.err.contains("closed/p.scf.yaml cannot be written"), "{}", run.err);
        assert!(run.out.contains("cannot be read yet"), "told as it is: {}", run.out);
        assert_eq!(
            (folder.text("closed/p.scf.yaml").as_str(), folder.text("q.scf.yaml").as_str()),
            (PLAN, MENDED)
        );
    }
}
