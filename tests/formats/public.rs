//! What strangers may read: no title of what is above `--include`, and of a faulty text only ids and keys.

use super::{FORMATS, checked, folder, scf, written};
use strategic_choice::plan::Sensitivity;

#[track_caller]
fn assert_untold(plan: &str, include: Sensitivity, secret: &str) {
    let check = [checked("p.scf.yaml", plan)];
    for format in FORMATS {
        let out = written(format, &check, include);
        assert!(!out.to_lowercase().contains(secret), "{format} of\n{plan}\n{out}");
    }
}

#[test]
fn titles_above_include_are_not_told() {
    let plan = "ambition: Peace\nobjectives:\n  talk: {title: Hidden visit, sensitivity: core}\n  walk: {title: A walk, supports: talk, sensitivity: public}\n  sit: {title: Sit, because: Why, supports: nowhere}\npeople: {ash: {title: Hidden man, sensitivity: core}}\nactivities:\n  a: {title: A, supports: walk, who: ash}\n  b: {title: B, supports: sit, who: ash}\n";
    assert_untold(plan, Sensitivity::Team, "hidden");
    assert_untold(&plan.replace("core", "team"), Sensitivity::Partners, "hidden");
    let here = folder(&[("p.scf.yaml", plan)]);
    for format in FORMATS {
        let all = scf(here.path(), &["--format", format, "--include=core"]).out;
        assert!(all.contains("Hidden visit"), "{format}");
        let usual = scf(here.path(), &["--format", format]).out;
        assert!(usual.contains("(core item)") && !usual.contains("Hidden"), "{format}\n{usual}");
    }
}

#[test]
fn a_sensitivity_that_cannot_be_read_may_be_any() {
    for written in [
        "sensitivty: core",
        "sensitivity: Core",
        "sensitivity: secret",
        "confidential: core",
        "sensitivity: [core]",
    ] {
        let plan = format!("ambition: P\nobjectives:\n  talk: {{title: Hidden visit, {written}}}\n");
        assert_untold(&plan, Sensitivity::Team, "hidden");
        let here = folder(&[("p.scf.yaml", &plan)]);
        let json = scf(here.path(), &["--format=json"]).out;
        assert!(!json.contains("“Hidden visit") && json.contains("(core item)"), "{written}: {json}");
        assert!(scf(here.path(), &[]).out.contains("Hidden visit"), "people who have the file are told");
    }
}

#[test]
fn a_faulty_text_is_not_quoted_beyond_ids_and_keys() {
    for plan in [
        // Nobody can say whose text this is.
        "ambition: Peace\nHidden visit to the camp: x\n",
        "ambition: Peace\nstart: the hidden day\n",
        "ambition: Peace\nobjectives:\n  Hidden visit: {title: A, becuase: x}\n",
        "ambition: Peace\nobjectives:\n  - A visit: hidden camp\n",
        "ambition: Peace\nobjectives:\n  a: {title: A visit, to the hidden camp, sensitivity: core}\n",
        "ambition: Peace\nobjectives:\n- id: hidden visit\n  title: A\n",
        "ambition: A visit: to the hidden camp\n",
        "ambition: [the hidden camp\n",
        "hidden camp\n",
        "ambition: Peace\nlabels: {the hidden camp: x}\n",
        "ambition: Peace\nsettings: {severity: {the hidden camp: off}}\n",
        "ambition: Peace\naccepted: [{finding: the hidden camp, because: x}]\n",
        "ambition: Peace\nfactors: {planning: the hidden camp}\n",
        // The title of another thing, which is hidden.
        "ambition: Peace\nobjectives:\n  talk: {title: Hidden visit, sensitivity: core}\nactivities:\n  a: {title: A, supports: Hidden visit}\n",
        "ambition: Peace\nobjectives:\n  talking: {title: Hidden visit, sensitivity: core}\nactivities:\n  a: {title: A, supports: talkin}\n",
    ] {
        let incomplete = !checked("p", plan).complete();
        assert!(incomplete, "{plan}");
        assert_untold(plan, Sensitivity::Team, "hidden");
    }
}

#[test]
fn what_helps_and_endangers_nobody_is_told() {
    let cases = [
        ("ambition: Peace\nobjectivs: {a: A}\n", "objectivs"),
        ("ambition: Peace\nobjectives:\n  a: {title: A, becuase: x}\n", "becuase"),
        ("ambition: Peace\nobjectives:\n  a: {title: A, end: the last day}\n", "the last day"),
        ("ambition: Peace\nactivities:\n  a: {title: A, supports: nowhere}\n", "nowhere"),
    ];
    for (plan, told) in cases {
        let check = [checked("p.scf.yaml", plan)];
        for format in FORMATS {
            assert!(written(format, &check, Sensitivity::Team).contains(told), "{format}: {told}");
        }
    }
}
