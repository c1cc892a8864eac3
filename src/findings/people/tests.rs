use crate::findings::told::{items, told};

#[test]
fn a_task_of_its_own_needs_an_owner() {
    let plan = "stage: plan\nambition: x\npeople: {heron: Heron}\nobjectives:\n  o:\n    title: o\n    tasks: {t: t, u: {title: u, who: heron}}\n\
                activities:\n  a: {title: a, supports: o, tasks: {v: v}}\n  d: {title: d, supports: o, status: done}\n\
                \x20 g: {title: g, supports: o, status: dropped, tasks: {h: h}}\ntasks: {w: {title: w, supports: a}}\n";
    assert_eq!(items("no-owner", plan), ["t", "a"]);
    assert_eq!(
        items("no-owner", &plan.replace("people: {heron: Heron}\n", "").replace(", who: heron", "")),
        [""; 0]
    );
    // What could not be read is not said to be missing.
    assert_eq!(items("no-owner", &plan.replace("{title: a,", "{title: a, who: hern,")), ["t"]);
    assert_eq!(items("no-owner", &plan.replace("people:", "stage_x: 1\npeople:")), ["t", "a"]);
    assert_eq!(items("no-owner", &plan.replace("stage: plan", "stage: sketch")), [""; 0]);
}

#[test]
fn a_host_and_a_rule_are_asked_for_once_they_are_needed() {
    let plan = |set_up: &str| format!("ambition: x\nset_up: {{{set_up}}}\ndonors: {{alder: Alder}}\n");
    assert_eq!(items("no-host", &plan("form: informal")), [""]);
    assert_eq!(items("no-host", &plan("form: registered")), [""; 0]);
    assert_eq!(items("no-host", &plan("decision_rule: all")), [""; 0]);
    assert_eq!(items("no-host", &plan("form: informal, host: [a, b]")), [""; 0]);
    assert_eq!(items("no-decision-rule", &plan("form: informal")), [""]);
    assert_eq!(items("no-decision-rule", &plan("decision_rule: [a]")), [""; 0]);
    assert_eq!(items("no-decision-rule", "ambition: x\npeople: {a: A}\n"), [""; 0]);
    let choices = "ambition: x\npeople: {a: A}\nchoices: {c: {question: q, options: {a: A, b: B}}}\n";
    assert_eq!(items("no-decision-rule", choices), [""]);
    assert_eq!(items("no-decision-rule", &choices.replace("choices:", "set_up: nothing\nchoices:")), [""; 0]);
}

/// Talks with a party; what is written on the talks and on the party.
fn talks(work: &str, party: &str) -> String {
    format!(
        "ambition: x\nactivities:\n  talks: {{title: Talks, with: camp{work}}}\npeople: {{heron: Heron, teal: Teal}}\n\
         parties:\n  camp: {{title: The camp{party}}}\n  town: {{title: The town, access: {{teal: trusted}}}}\n"
    )
}

#[test]
fn one_or_nobody_has_access() {
    let strained = ", access: {heron: strained}";
    assert_eq!(items("no-access", &talks("", "")), ["camp"]);
    assert_eq!(items("no-access", &talks("", strained)), ["camp"]);
    assert_eq!(items("no-access", &talks("", ", proscribed: yes")), [""; 0]);
    assert_eq!(items("no-access", &talks(", status: done", "")), [""; 0]);
    assert_eq!(items("no-access", &talks("", ", access: {hern: trusted}")), [""; 0]);
    assert_eq!(items("no-access", &talks("", "").replace(", access: {teal: trusted}", "")), [""; 0]);
    let one = ", access: {heron: working, teal: strained}";
    assert_eq!(
        told("single-insider", &talks("", one)),
        [("camp".to_owned(), "Heron is the only one with access to The camp.".to_owned())]
    );
    assert_eq!(items("single-insider", &talks("", ", proscribed: yes, access: {heron: working}")), ["camp"]);
    assert_eq!(items("single-insider", &talks("", ", access: {heron: working, teal: trusted}")), [""; 0]);
    assert_eq!(items("single-insider", &talks("", ", access: {heron: working, teel: trusted}")), [""; 0]);
    assert_eq!(items("single-insider", &talks(", status: done", one)), [""; 0]);
}

#[test]
fn great_influence_and_no_work() {
    let plan = |work: &str, party: &str| {
        talks(work, party).replace("title: The town", "title: The town, influence: high")
    };
    assert_eq!(items("unreached", &plan("", ", influence: high")), ["town"]);
    assert_eq!(items("unreached", &plan(", status: done", ", influence: high")), ["town"]);
    assert_eq!(items("unreached", &plan(", status: dropped", ", influence: high")), ["camp", "town"]);
    assert_eq!(
        items("unreached", &plan("", "").replace("influence: high", "influence: high, proscribed: true")),
        [""; 0]
    );
    // It may be the one that is misspelt here.
    assert_eq!(items("unreached", &plan("", "").replace("with: camp", "with: [camp, tonw]")), [""; 0]);
}

#[test]
fn who_carries_most_is_counted_in_open_tasks() {
    let plan = |own: usize, done: usize| {
        let task = |number: usize, rest: &str| format!("  t{number}: {{title: t{rest}}}\n");
        let own_tasks = (0..own).map(|number| task(number, ", who: heron"));
        let others = (own..10).map(|number| task(number, ", who: teal"));
        let done = (10..10 + done).map(|number| task(number, ", who: heron, status: done"));
        let tasks: String = own_tasks.chain(others).chain(done).collect();
        format!(
            "stage: plan\nambition: x\npeople: {{heron: Heron, teal: {{title: Teal, deputy: heron}}}}\ntasks:\n{tasks}"
        )
    };
    assert_eq!(items("carries-most", &plan(4, 20)), ["teal"]);
    assert_eq!(items("carries-most", &plan(5, 0)), ["heron", "teal"]);
    assert_eq!(items("carries-most", &(plan(5, 0) + "settings: {carries_most_tasks: 11}\n")), [""; 0]);
    assert_eq!(items("carries-most", &(plan(5, 0) + "settings: {carries_most_percent: 50}\n")), [""; 0]);
    assert_eq!(told("carries-most", &plan(6, 0))[0].1, "6 of the 10 open tasks are carried by Heron.");
}

#[test]
fn oneself_is_no_deputy() {
    let plan = |work: &str, person: &str| {
        format!(
            "ambition: x\nactivities: {{a: {{title: a, who: heron{work}}}}}\npeople: {{heron: {{title: Heron{person}}}, teal: Teal}}\n"
        )
    };
    assert_eq!(items("no-deputy", &plan("", "")), ["heron"]);
    assert_eq!(items("no-deputy", &plan(", deputy: heron", ", deputy: [heron]")), ["heron"]);
    assert_eq!(items("no-deputy", &plan("", ", deputy: teal")), [""; 0]);
    assert_eq!(items("no-deputy", &plan(", deputy: teal", "")), [""; 0]);
    assert_eq!(items("no-deputy", &plan("", ", deputy: tael")), [""; 0]);
}

#[test]
fn the_owner_of_a_choke_point_needs_a_deputy() {
    let tasks = "    u: {title: u, depends_on: t}\n    v: {title: v, depends_on: t}\n    w: {title: w, depends_on: t}\n";
    let plan = |own: &str| {
        format!(
            "ambition: x\nactivities: {{a: {{title: a, supports: ambition}}, b: {{title: b, supports: ambition, who: heron{own}, tasks:\n    {{t: t}}}}}}\n\
             people: {{heron: Heron, teal: Teal}}\nobjectives:\n  o:\n   title: o\n   tasks:\n{tasks}"
        )
    };
    assert_eq!(items("choke-point", &plan("")), ["t"]);
    assert_eq!(items("no-deputy", &plan("")), ["heron"]);
    assert_eq!(items("no-deputy", &plan(", deputy: teal")), [""; 0]);
}

#[test]
fn a_team_of_one_side() {
    let plan = |third: &str| {
        format!(
            "ambition: x\nparties: {{north: The north, south: The south}}\npeople:\n  a: {{title: A, side: north}}\n\
             \x20 b: {{title: B, side: north}}\n  c: {{title: C{third}}}\n  d: D\n"
        )
    };
    assert_eq!(
        told("one-sided-team", &plan(", side: north"))[0].1,
        "All 3 people who name a side name the same one: The north."
    );
    assert_eq!(items("one-sided-team", &plan("")), [""; 0]);
    assert_eq!(items("one-sided-team", &plan(", side: south")), [""; 0]);
    assert_eq!(items("one-sided-team", &(plan(", side: north") + "  e: {title: E, side: sout}\n")), [""; 0]);
}

#[test]
fn an_office_that_not_all_know_of() {
    let plan = |person: &str, work: &str| {
        format!(
            "ambition: x\nparties: {{north: The north, south: The south, east: The east}}\n\
             people:\n  heron: {{title: Heron, insider: true, office: Mayor{person}}}\n\
             activities:\n  a: {{title: a, with: [north, south]{work}}}\n  d: {{title: d, with: east, status: done}}\n"
        )
    };
    let sentence = |person: &str| {
        told("dual-role", &plan(person, "")).pop().map(|(_, sentence)| sentence).unwrap_or_default()
    };
    assert!(sentence("").ends_with("known to The north and The south."), "{}", sentence(""));
    assert!(sentence(", known_to: [south, east]").ends_with("known to The north."));
    assert_eq!(sentence(", known_to: [south, north]"), "");
    assert_eq!(sentence(", known_to: [south, norht]"), "");
    assert_eq!(items("dual-role", &plan("", ", status: done")), [""; 0]);
    assert_eq!(items("dual-role", &plan("", "").replace("insider: true", "insider: no")), [""; 0]);
    assert_eq!(items("dual-role", &plan("", "").replace(", office: Mayor", "")), [""; 0]);
}

#[test]
fn work_for_somebodys_safety() {
    let plan = |work: &str| {
        format!(
            "ambition: x\npeople:\n  heron: {{title: Heron, danger: high}}\n  teal: {{title: Teal, danger: medium}}\n\
             activities:\n  a: {{title: a{work}}}\n"
        )
    };
    assert_eq!(items("exposed", &plan("")), ["heron"]);
    assert_eq!(items("exposed", &plan(", kind: care")), ["heron"]);
    assert_eq!(items("exposed", &plan(", who: heron")), ["heron"]);
    for who in
        [", kind: care, who: heron", ", kind: security, team: heron", ", kind: care, for: [teal, heron]"]
    {
        assert_eq!(items("exposed", &plan(who)), [""; 0], "{who}");
        let done = format!("{}  b: b\n", plan(&format!("{who}, status: done")));
        assert_eq!(items("exposed", &done), ["heron"], "{who}");
    }
    // With no open work there is no danger in it.
    assert_eq!(items("exposed", &plan(", status: done")), [""; 0]);
    // A task of care has its activity's owner.
    assert_eq!(items("exposed", &plan(", who: heron, tasks: {t: {title: t, kind: care}}")), [""; 0]);
    assert_eq!(items("exposed", &plan(", kind: care, for: herno")), [""; 0]);
    assert_eq!(items("exposed", &plan(", kind: cares")), [""; 0]);
}
