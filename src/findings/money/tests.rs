use crate::findings::told::{items, told};

/// A plan of these activities and donors.
fn plan(activities: &str, donors: &str) -> String {
    format!("stage: plan\nambition: x\nend: 2027-12-31\nactivities:\n{activities}donors:\n{donors}")
}

fn sentences(name: &str, text: &str) -> Vec<String> {
    told(name, text).into_iter().map(|(_, sentence)| sentence).collect()
}

const TWO: &str = "  alder: {title: Alder}\n  birch: {title: Birch, state: sought}\n";

#[test]
fn an_activity_is_paid_with_the_tasks_that_it_pays() {
    let tasks = "tasks: {t: {title: t, cost: 0.5}, u: {title: u, cost: 7, funded_by: alder}, v: {title: v, cost: 9, status: done}}";
    let paid = |funding: &str| plan(&format!("  a: {{title: a, cost: 10{funding}, {tasks}}}\n"), TWO);
    assert_eq!(
        sentences("unfunded", &paid("")),
        ["“a” costs 10.50, and no money that is secured or pledged is named for it."]
    );
    assert_eq!(
        sentences("unfunded", &paid(", funded_by: {alder: 10, birch: 5}")),
        ["“a” costs 10.50, and Alder brings 10."]
    );
    assert_eq!(items("unfunded", &paid(", funded_by: {alder: 10.5, birch: 5}")), [""; 0]);
    assert_eq!(items("unfunded", &paid(", funded_by: birch")), ["a"]);
    assert_eq!(items("unfunded", &paid(", funded_by: [birch, alder]")), [""; 0]);
    assert_eq!(items("unfunded", &paid(", status: done")), [""; 0]);
    assert_eq!(items("unfunded", &paid(", funded_by: aldr")), [""; 0]);
    assert_eq!(items("unfunded", &paid("").replace("funded_by: alder}", "funded_by: aldr}")), [""; 0]);
    assert_eq!(
        items(
            "unfunded",
            &paid("")
                .replace("donors:", "organisations:")
                .replace(", state: sought", "")
                .replace(", funded_by: alder", "")
        ),
        [""; 0]
    );
}

#[test]
fn a_task_has_its_own_payer_or_none() {
    let activities = "  a: {title: a, funded_by: alder}\n";
    let text = plan(activities, TWO)
        + "tasks:\n  own: {title: own, supports: a, cost: 5, funded_by: birch}\n  lent: {title: lent, supports: a, cost: 5}\n\
           \x20 alone: {title: alone, supports: ambition, cost: 5}\n  free: {title: free, supports: ambition}\n";
    assert_eq!(items("unfunded", &text), ["own", "alone"]);
    assert_eq!(
        items("unfunded", &text.replace("lent, supports: a,", "lent, supports: aa,")),
        ["own", "alone"]
    );
}

#[test]
fn more_is_taken_than_there_is() {
    let given = |activities: &str, amount: &str| {
        let donors = format!(
            "  alder: {{title: Alder, amount: {amount}}}\n  birch: {{title: Birch, amount: 900}}\n  cedar: Cedar\n"
        );
        sentences("overspent", &plan(activities, &donors))
    };
    let says =
        |given: &str, amount: &str| vec![format!("The work takes {given} from Alder, which gives {amount}.")];
    // Done work has taken its money, dropped work does not.
    let some = "  a: {title: a, cost: 60, funded_by: alder}\n  b: {title: b, cost: 41, funded_by: alder, status: done}\n\
                \x20 c: {title: c, cost: 90, funded_by: alder, status: dropped}\n";
    assert_eq!(given(some, "100"), says("101", "100"));
    assert_eq!(given(some, "101"), [""; 0]);
    // A mapping is taken whatever the work costs, and its tasks cost nothing more.
    let mapping =
        "  a: {title: a, cost: 1, funded_by: {alder: 50, birch: 5}, tasks: {t: {title: t, cost: 500}}}\n";
    assert_eq!(given(mapping, "49.99"), says("50", "49.99"));
    assert_eq!(given(mapping, "50"), [""; 0]);
    // Equal shares, exactly: three times a third is the whole, and a third is more than 33.33.
    let third = "  a: {title: a, cost: 100, funded_by: [alder, birch, cedar]}\n";
    assert_eq!(given(third, "33.34"), [""; 0]);
    assert_eq!(given(third, "33.33"), says("33.34", "33.33"));
    let thirds =
        ["a", "b", "c"].map(|id| third.replace("a: {title: a", &format!("{id}: {{title: {id}"))).concat();
    assert_eq!(given(&thirds, "100"), [""; 0]);
    assert_eq!(given(&thirds, "99.99"), says("100", "99.99"));
}

#[test]
fn the_largest_amounts_are_added() {
    let most = "999999999999999.99";
    let activities: String = (0..30).fold(String::new(), |all, n| {
        all + &format!("  a{n}: {{title: a, cost: {most}, funded_by: [alder, birch]}}\n")
    });
    let donors = format!("  alder: {{title: Alder, amount: {most}}}\n  birch: Birch\n");
    assert_eq!(
        sentences("overspent", &plan(&activities, &donors)),
        [format!("The work takes 14999999999999999.85 from Alder, which gives {most}.")]
    );
    let donors = donors.replace("birch: Birch", "birch: {title: Birch, state: pledged}");
    assert_eq!(
        sentences("donor-concentration", &plan(&activities, &donors)),
        ["Alder brings 100 percent of the secured money that the work takes."]
    );
    assert_eq!(items("unfunded", &plan(&activities, &donors.replace("alder:", "alder2:"))), [""; 0]);
}

#[test]
fn under_an_open_choice_the_dearest_option_counts() {
    let choices = "choices:\n  way: {question: q, options: {road: R, river: S}}\n  host: {question: q, options: {inn: I, hall: H}}\n";
    let given = |activities: &str, choices: &str, amount: u32| {
        let donors = format!("  alder: {{title: Alder, amount: {amount}}}\n");
        items("overspent", &(plan(activities, &donors) + choices)).len()
    };
    let road = "  a: {title: a, cost: 60, funded_by: alder, only_if: way.road}\n";
    let river = "  b: {title: b, cost: 50, funded_by: alder, only_if: way.river}\n";
    let both = [road, river].concat();
    assert_eq!(given(&both, choices, 60), 0);
    assert_eq!(given(&both, choices, 59), 1);
    assert_eq!(given(&both, &choices.replace("S}}", "S}, chosen: river}"), 50), 0);
    // The options of two choices come together.
    let host = "  c: {title: c, cost: 5, funded_by: alder, only_if: host.inn}\n";
    assert_eq!((given(&(both.clone() + host), choices, 65), given(&(both + host), choices, 64)), (0, 1));
    // What stands under two choices comes only where both do: with the road, the inn or the hall.
    let nested = "  a: {title: a, funded_by: alder, only_if: way.road, tasks: {t: {title: t, cost: 60, only_if: host.inn}, u: {title: u, cost: 40, only_if: host.hall}}}\n";
    let nested = nested.to_owned() + river;
    assert_eq!((given(&nested, choices, 60), given(&nested, choices, 59)), (0, 1));
    // A closed option costs nothing.
    let closed = choices.replace("I, hall: H}", "I, hall: H}, chosen: inn, excludes: {inn: way.road}");
    assert_eq!(given(&[road, river].concat(), &closed, 50), 0);
}

#[test]
fn one_donor_brings_most_of_what_is_secured() {
    let donors =
        "  alder: {title: Alder}\n  birch: {title: Birch}\n  cedar: {title: Cedar, state: pledged}\n";
    let share = |alder: u32, birch: u32| {
        plan(
            &format!(
                "  a: {{title: a, cost: {alder}, funded_by: alder}}\n  b: {{title: b, cost: {birch}, funded_by: birch, status: done}}\n  c: {{title: c, cost: 900, funded_by: cedar}}\n"
            ),
            donors,
        )
    };
    assert_eq!(items("donor-concentration", &share(60, 40)), [""; 0]);
    assert_eq!(
        sentences("donor-concentration", &share(605, 395)),
        ["Alder brings 61 percent of the secured money that the work takes."]
    );
    assert_eq!(
        items("donor-concentration", &(share(60, 40) + "settings: {donor_percent: 39}\n")),
        ["alder", "birch"]
    );
    assert_eq!(items("donor-concentration", &(share(60, 0) + "settings: {donor_percent: 100}\n")), [""; 0]);
    // Two donors, two costed items.
    assert_eq!(
        items("donor-concentration", &plan("  a: {title: a, cost: 5, funded_by: alder}\n", donors)),
        [""; 0]
    );
    let one = plan(
        "  a: {title: a, cost: 5, funded_by: alder}\n  b: {title: b, cost: 5, funded_by: alder}\n",
        "  alder: Alder\n",
    );
    assert_eq!(items("donor-concentration", &one), [""; 0]);
    // Shares that are not whole: 40 and a third of 100, of 140.
    let thirds = "  a: {title: a, cost: 100, funded_by: [alder, birch, cedar]}\n".to_owned()
        + "  b: {title: b, cost: 40, funded_by: birch}\n";
    let thirds = plan(&thirds, &donors.replace(", state: pledged", "")) + "settings: {donor_percent: 52}\n";
    assert_eq!(
        sentences("donor-concentration", &thirds),
        ["Birch brings 52 percent of the secured money that the work takes."]
    );
}

#[test]
fn work_goes_on_after_its_money() {
    let donors = "  alder: {title: Alder, end: 2027-06-30}\n  birch: {title: Birch, end: 2027-09-30, state: sought}\n  cedar: Cedar\n";
    let cliff = |work: &str| items("funding-cliff", &plan(&format!("  a: {{title: a{work}}}\n"), donors));
    assert_eq!(cliff(", funded_by: alder, end: 2027-07-01"), ["a"]);
    assert_eq!(cliff(", funded_by: alder, end: 2027-06-30"), [""; 0]);
    assert_eq!(cliff(", funded_by: [alder, birch], end: 2027-07-01"), [""; 0]);
    assert_eq!(cliff(", funded_by: {alder: 1, cedar: 1}, end: 2027-12-31"), [""; 0]);
    assert_eq!(cliff(", funded_by: {alder: 1, cedar: 1}, end: 2028-01-01"), ["a"]);
    assert_eq!(cliff(", end: 2028-01-01"), [""; 0]);
    assert_eq!(cliff(", funded_by: alder, end: 2027-07-01, status: done"), [""; 0]);
    // A task is paid by its activity.
    assert_eq!(cliff(", funded_by: alder, tasks: {t: {title: t, end: 2027-07-01}}"), ["t"]);
    let endless = plan("  a: {title: a, funded_by: [alder, cedar], end: 2029-07-01}\n", donors)
        .replace("end: 2027-12-31\n", "");
    assert_eq!(items("funding-cliff", &endless), [""; 0]);
    let faulty = plan(
        "  a: {title: a, funded_by: alder, end: 2029-07-01}\n",
        "  alder: {title: Alder, end: 30.06.2029}\n",
    );
    assert_eq!(items("funding-cliff", &faulty), [""; 0]);
}

#[test]
fn contact_that_a_donor_may_not_pay_for() {
    let ban = |work: &str| {
        let text = plan(
            &format!("  a: {{title: a{work}}}\n"),
            "  alder: {title: Alder, no_contact: yes}\n  birch: Birch\n",
        ) + "parties: {band: {title: The band, proscribed: yes}, town: The town}\nconstituencies: {women: The women}\n";
        items("contact-ban", &text.replace("stage: plan", "stage: sketch"))
    };
    assert_eq!(ban(", with: band, funded_by: [birch, alder]"), ["a"]);
    assert_eq!(ban(", with: {women: inform, band: contact}, funded_by: {alder: 5}"), ["a"]);
    assert_eq!(ban(", with: band, funded_by: birch"), [""; 0]);
    assert_eq!(ban(", with: town, funded_by: alder"), [""; 0]);
    assert_eq!(ban(", with: band, funded_by: alder, status: done"), [""; 0]);
    assert_eq!(ban(", funded_by: alder, tasks: {t: {title: t, with: band}}"), ["t"]);
    assert_eq!(ban(", funded_by: alder, tasks: {t: {title: t, with: band, funded_by: birch}}"), [""; 0]);
}

#[test]
fn quiet_work_of_a_donor_who_wants_to_be_seen() {
    let clash = |work: &str| {
        let text = plan(
            &format!("  a: {{title: a{work}}}\n"),
            "  alder: {title: Alder, visibility: yes}\n  birch: Birch\n",
        ) + "people: {heron: {title: Heron, danger: high}, teal: Teal}\n";
        sentences("visibility-clash", &text)
    };
    let danger =
        ["“a” has Heron in it, who is in high danger, and Alder, which pays for it, wants to be seen."];
    let core = ["“a” is for the inner circle only, and Alder, which pays for it, wants to be seen."];
    assert_eq!(clash(", funded_by: [birch, alder], who: heron"), danger);
    assert_eq!(clash(", funded_by: alder, who: teal, team: [heron]"), danger);
    assert_eq!(clash(", funded_by: alder, tasks: {t: {title: t, team: heron}}"), danger);
    assert_eq!(clash(", funded_by: alder, who: heron, sensitivity: core"), core);
    for none in [
        ", funded_by: alder, who: teal, deputy: heron",
        ", funded_by: birch, who: heron",
        ", who: heron",
        ", funded_by: alder, who: heron, status: done",
        ", funded_by: alder, tasks: {t: {title: t, team: heron, status: done}}",
        ", funded_by: alder, tasks: {t: {title: t, sensitivity: core}}",
    ] {
        assert_eq!(clash(none), [""; 0], "{none}");
    }
    let told = clash(", tasks: {t: {title: t, who: heron, funded_by: alder}}");
    assert_eq!(told, [danger[0].replace("“a”", "“t”")]);
}

#[test]
fn reports_of_one_quarter() {
    let load = |donors: &str| {
        sentences(
            "reporting-load",
            &plan("  a: {title: a}\n", donors).replace("stage: plan", "stage: running"),
        )
    };
    let says = |donor: &str, count: u32, from: &str, to: &str| {
        vec![format!("With the report to {donor}, {count} reports are due between {from} and {to}.")]
    };
    // The last day of each month, within the donor's dates.
    let monthly = "  alder: {title: Alder, reports: month, start: 2027-01-31, end: 2027-03-31}\n";
    assert_eq!(load(monthly), says("Alder", 3, "2027-01-01", "2027-03-31"));
    assert_eq!(load(&monthly.replace("2027-03-31", "2027-03-30")), [""; 0]);
    assert_eq!(load(&monthly.replace("2027-01-31", "2027-02-01")), [""; 0]);
    // Else within the plan's: its end is 2027-12-31, its start is not written.
    assert_eq!(load(&monthly.replace(", end: 2027-03-31", "")), says("Alder", 3, "2027-01-01", "2027-03-31"));
    assert_eq!(load(&monthly.replace("start: 2027-01-31, ", "")), [""; 0]);
    assert_eq!(
        load("  alder: {title: Alder, reports: month, start: 2020-05-05}\n"),
        says("Alder", 3, "2026-10-01", "2026-12-31")
    );
    // Quarters and days; the quarter that is not over counts with its days that are.
    let three = "  alder: {title: Alder, reports: [2026-10-01, 2026-12-31]}\n  birch: {title: Birch, reports: quarter, start: 2026-01-01}\n";
    assert_eq!(load(three), says("Birch", 3, "2026-10-01", "2026-12-31"));
    assert_eq!(load(&three.replace("reports: quarter", "state: sought, reports: quarter")), [""; 0]);
    assert_eq!(
        load(&three.replace("reports: quarter", "state: pledged, reports: quarter")),
        says("Birch", 3, "2026-10-01", "2026-12-31")
    );
    assert_eq!(load(&three.replace("2026-10-01", "2026-09-30")), [""; 0]);
    // By day, then in the order of the text; the same day of one donor counts once.
    let same = "  alder: {title: Alder, reports: [2027-05-05, 2027-05-05, 2027-06-05]}\n  birch: {title: Birch, reports: 2027-05-05}\n";
    assert_eq!(load(same), says("Alder", 3, "2027-04-01", "2027-06-30"));
    let later = "  alder: {title: Alder, reports: 2027-05-05}\n  birch: {title: Birch, reports: 2027-05-05}\n  cedar: {title: Cedar, reports: [2027-05-05, 2027-06-30]}\n";
    assert_eq!(load(later), says("Cedar", 4, "2027-04-01", "2027-06-30"));
    // A year that begins in the middle of a quarter: the first full one is the first of too many.
    let begun = "  alder: {title: Alder, reports: month, start: 2027-05-15, end: 9999-12-31}\n";
    assert_eq!(load(begun), says("Alder", 3, "2027-07-01", "2027-09-30"));
    assert_eq!(
        load("  alder: {title: Alder, reports: month, start: 9999-10-01, end: 9999-12-31}\n"),
        says("Alder", 3, "9999-10-01", "9999-12-31")
    );
    let none = plan("  a: {title: a}\n", monthly);
    assert_eq!(items("reporting-load", &none), [""; 0], "only while the plan is running");
    let set = plan("  a: {title: a, status: active}\n", monthly).replace("stage: plan\n", "");
    assert_eq!(items("reporting-load", &(set.clone() + "settings: {reports_per_quarter: 3}\n")), [""; 0]);
    assert_eq!(items("reporting-load", &(set + "settings: {reports_per_quarter: 0}\n")), ["alder"]);
}
