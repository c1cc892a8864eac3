use crate::findings::told::{items, told};

fn plan(work: &str, assumption: &str) -> String {
    format!(
        "ambition: x\nobjectives: {{o: {{title: o, tasks: {{t: {{title: t{work}}}}}}}}}\nassumptions: {{rain: {{title: It rains{assumption}}}}}\n"
    )
}

#[test]
fn what_does_not_hold_matters_while_open_work_relies_on_it() {
    let broken = |work: &str, assumption: &str| items("broken-assumption", &plan(work, assumption));
    assert_eq!(broken(", assumes: rain", ", holds: no"), ["rain"]);
    assert_eq!(broken("", ", holds: no"), [""; 0]);
    assert_eq!(broken(", assumes: rain", ", holds: unknown"), [""; 0]);
    assert_eq!(broken(", assumes: rain, status: done", ", holds: no"), [""; 0]);
    assert_eq!(broken(", assumes: rain, status: dropped", ", holds: no"), [""; 0]);
    let by_result = plan("", ", holds: no").replace("{title: o,", "{title: o, assumes: rain,");
    let (_, sentence) = told("broken-assumption", &by_result).pop().unwrap();
    assert_eq!(
        sentence,
        "“It rains” does not hold, and “o” still relies on it; without it, this result falls: “o”."
    );
}

#[test]
fn a_question_is_open_once_its_day_is_over() {
    let open = |assumption: &str| told("open-question", &(plan("", assumption) + "stage: plan\n"));
    assert_eq!(
        open(", by: 2026-11-22"),
        [(
            "rain".to_owned(),
            "“It rains” was to be known by 2026-11-22, one day ago, and the plan says neither yes nor no."
                .to_owned()
        )]
    );
    assert_eq!(open(", by: 2026-11-23"), []);
    assert_eq!(open(", holds: unknown, by: 2026-01-01").len(), 1);
    assert_eq!(open(", holds: no, by: 2026-01-01"), []);
    assert_eq!(open(", holds: nope, by: 2026-01-01"), []);
    assert_eq!(open(""), []);
}
