//! Many plans: which are meant, in what order they are told, and the line that sums them up.

use super::readers::told;
use super::{BROKEN, FORMATS, SOUND, UNREADABLE, WEAK, folder, scf};
use serde_json::Value;
use std::path::Path;

fn paths(folder: &Path, args: &[&str]) -> Vec<String> {
    let run = scf(folder, &[args, &["--format=json"]].concat());
    let json: Value = serde_json::from_str(&run.out).unwrap();
    json["plans"].as_array().unwrap().iter().map(|plan| plan["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_pattern_stands_for_plans() {
    let here = folder(&[
        ("plans/b.scf.yaml", SOUND),
        ("plans/a.scf.yaml", SOUND),
        ("plans/north/c.scf.yml", SOUND),
        ("plans/north/d.yaml", SOUND),
        ("plans/readme.md", ""),
        ("plans/.hidden/e.scf.yaml", SOUND),
        ("drafts/f.scf.yaml", SOUND),
        ("[odd]/g.scf.yaml", SOUND),
        (".gitignore", "drafts/\n"),
    ]);
    let cases: &[(&[&str], &[&str])] = &[
        (&["plans/*.scf.yaml"], &["plans/a.scf.yaml", "plans/b.scf.yaml"]),
        (&["./plans/[b-z].scf.yaml"], &["plans/b.scf.yaml"]),
        (
            &["plans/**/*.{yml,yaml}"],
            &["plans/a.scf.yaml", "plans/b.scf.yaml", "plans/north/c.scf.yml", "plans/north/d.yaml"],
        ),
        (&["plans/*"], &["plans/a.scf.yaml", "plans/b.scf.yaml", "plans/north/c.scf.yml"]),
        (&["pl?ns"], &["plans/a.scf.yaml", "plans/b.scf.yaml", "plans/north/c.scf.yml"]),
        (&["plans/b*", "plans"], &["plans/b.scf.yaml", "plans/a.scf.yaml", "plans/north/c.scf.yml"]),
        (&["plans/a.scf.yaml", "./plans/a.scf.yaml", "plans//a.scf.yaml"], &["plans/a.scf.yaml"]),
        (&["[odd]"], &["[odd]/g.scf.yaml"]),
        (&["[odd]/g.scf.yaml"], &["[odd]/g.scf.yaml"]),
        (&["drafts/*.scf.yaml"], &["drafts/f.scf.yaml"]),
        (&["**/f.scf.yaml"], &[]),
    ];
    for (args, expected) in cases {
        let found: Vec<String> =
            paths(here.path(), args).iter().map(|path| path.replace('\\', "/")).collect();
        let found: Vec<&str> = found.iter().map(|path| path.trim_start_matches("./")).collect();
        assert_eq!(found, *expected, "{args:?}");
    }
    let run = scf(here.path(), &["plans/*.scf.toml"]);
    assert_eq!((run.code, &*run.err), (2, "There is no plan that plans/*.scf.toml could mean.\n"));
}

/// Plans of all kinds, in an order that has nothing to do with how long each takes.
fn many(count: usize) -> tempfile::TempDir {
    let large =
        (0..300).map(|number| format!("  o-{number}: The villages talk")).collect::<Vec<_>>().join("\n");
    let large = format!("ambition: Peace\nobjectives:\n{large}\n");
    let names: Vec<String> = (0..count).map(|number| format!("{number:04}.scf.yaml")).collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            let text = match number % 7 {
                0 => &*large,
                1 => WEAK,
                3 => BROKEN,
                5 => UNREADABLE,
                _ => SOUND,
            };
            (name.as_str(), text)
        })
        .collect();
    folder(&files)
}

#[test]
fn plans_are_told_in_their_order_each_time() {
    let here = many(150);
    let expected: Vec<String> = (0..150).map(|number| format!("{number:04}.scf.yaml")).collect();
    assert_eq!(paths(here.path(), &["."]), expected);
    for format in FORMATS.into_iter().chain(["text", "json"]) {
        let first = scf(here.path(), &[".", "--format", format]).out;
        for _ in 0..3 {
            assert!(scf(here.path(), &[".", "--format", format]).out == first, "{format}");
        }
        if ["short", "gitlab", "junit", "sarif"].contains(&format) {
            let paths: Vec<_> = told(format, &first).into_iter().map(|told| told.path).collect();
            assert!(paths.is_sorted(), "{format}");
        }
    }
}

#[test]
fn more_than_five_plans_have_one_line_each() {
    let here = many(7);
    insta::assert_snapshot!(scf(here.path(), &["."]).out, @"
    ! 0000.scf.yaml  300 warnings
    ! 0001.scf.yaml  1 warning
      0002.scf.yaml  nothing found
    ! 0003.scf.yaml  1 error
      0004.scf.yaml  nothing found
    ! 0005.scf.yaml  1 error, cannot be read yet
      0006.scf.yaml  nothing found

    7 plans · 2 broken · 4 to look at
    ");
    let last =
        |args: &[&str]| scf(here.path(), &[&["."], args].concat()).out.lines().last().unwrap().to_owned();
    assert_eq!(last(&["--fail-on=error"]), "7 plans · 2 broken · 2 to look at");
    assert_eq!(last(&["--fail-on=never"]), "7 plans · 2 broken");
    assert_eq!(last(&["nowhere"]), "7 plans · 1 could not be opened · 2 broken · 4 to look at");
    assert_eq!(last(&["-q"]), "7 plans · 2 broken · 4 to look at");
    // Who asks for more gets it.
    for args in [&["-v"][..], &["--all"], &["--brief"]] {
        assert!(scf(here.path(), &[&["."], args].concat()).out.lines().count() > 25, "{args:?}");
        assert_eq!(last(args), "7 plans · 2 broken · 4 to look at");
    }
}

#[test]
fn a_few_plans_are_told_in_full_and_summed_up() {
    let here = folder(&[("a.scf.yaml", WEAK), ("b.scf.yaml", SOUND)]);
    let told = scf(here.path(), &["."]).out;
    assert!(told.contains("Learn more") && told.ends_with("\n\n2 plans · 1 to look at\n"), "{told}");
    assert!(!scf(here.path(), &["a.scf.yaml"]).out.contains("1 plan ·"), "one needs no sum");
    let sound = folder(&[("a.scf.yaml", SOUND), ("b.scf.yaml", SOUND)]);
    assert!(scf(sound.path(), &["."]).out.ends_with("\n\n2 plans · nothing to look at\n"));
}

#[test]
fn a_bar_is_only_for_a_screen() {
    let here = many(120);
    for args in [&["."][..], &[".", "--format=github"], &[".", "-q"]] {
        assert_eq!(scf(here.path(), args).err, "");
    }
}

#[test]
fn long_paths_keep_their_ends() {
    use unicode_width::UnicodeWidthStr as _;
    let names: Vec<String> =
        (0..6).map(|number| format!("{}/{number}.scf.yaml", "long-folder".repeat(8))).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), WEAK)).collect();
    let here = folder(&files);
    for width in ["40", "80"] {
        let told = super::scf_wide(here.path(), &["."], width).out;
        assert!(told.lines().all(|line| line.width() <= width.parse().unwrap()), "{told}");
        assert!(told.lines().take(6).all(|line| line.contains("…")), "{told}");
    }
}
