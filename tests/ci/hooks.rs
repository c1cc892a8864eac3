//! The hooks for pre-commit.

use super::{Desk, FAULTY, SOUND, has_only, yaml};
use std::collections::BTreeSet;
use std::fs;

#[test]
fn they_have_only_keys_that_are_known() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let mut ids = BTreeSet::new();
    for hook in hooks.as_array().unwrap() {
        let known =
            ["id", "name", "description", "entry", "args", "language", "files", "types", "require_serial"];
        assert!(has_only(hook, &known), "{hook}");
        assert!(ids.insert(hook["id"].as_str().unwrap()), "{hook}");
        assert!(matches!(hook["language"].as_str().unwrap(), "rust" | "system"), "{hook}");
        assert_eq!(hook["files"], r"\.scf\.ya?ml$", "the endings of plans");
    }
}

/// Each hook is called with its arguments and the files that changed.
#[test]
fn they_run_with_the_files_that_changed() {
    for hook in yaml(".pre-commit-hooks.yaml").as_array().unwrap() {
        let desk = Desk::of(&[("a b.scf.yaml", SOUND), ("c.scf.yaml", FAULTY)]);
        desk.scf();
        let args: Vec<&str> =
            hook["args"].as_array().unwrap().iter().map(|arg| arg.as_str().unwrap()).collect();
        let command =
            format!("{} {} 'a b.scf.yaml' c.scf.yaml", hook["entry"].as_str().unwrap(), args.join(" "));
        let ran = desk.run(&["sh", "-c"], &command, &[]);
        let is_fix = hook["id"] == "scf-fix";
        assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
        assert_eq!(ran.out.contains("c.scf.yaml:2:1: error invalid"), !is_fix, "{}", ran.out);
        let after = fs::read_to_string(desk.work("c.scf.yaml")).unwrap();
        assert_eq!(after.contains("\ntitle: "), is_fix, "{after}");
    }
}
