//! Each format of one plan, as a whole.

use super::{FORMATS, project, scf};

#[test]
fn of_a_real_plan() {
    for format in FORMATS {
        let run = scf(&project().join("examples"), &["kesharu-plains.scf.yaml", "--format", format]);
        assert_eq!((run.code, &*run.err), (1, ""));
        // One field a line: a change can be read.
        let out = if format == "sarif" {
            let mut log: serde_json::Value = serde_json::from_str(&run.out).unwrap();
            let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().unwrap();
            rules.truncate(1);
            serde_json::to_string_pretty(&log).unwrap() + "\n"
        } else {
            run.out
        };
        insta::assert_snapshot!(format, out);
    }
}
