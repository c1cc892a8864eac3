//! The findings that a plan must have, worked out slowly and plainly.
//!
//! The quotes are sentences of the contract ("What the graph means", "The findings", "The command line and its
//! outputs"). Where one can be read in two ways, the comment says `Read as`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::cycles;
use crate::model::{Item, Level, Plan, Stage, Status};
use crate::people::Said;
use crate::standing::{Ids, Unsaid, World};
use crate::{money, people, together};

/// One finding with the fields that the JSON gives it. What a finding does not have is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub name: String,
    pub item: Option<String>,
    pub kind: Option<String>,
    pub severity: String,
    pub factor: String,
    pub loss: Option<Vec<String>>,
    pub through: Option<Vec<String>>,
    /// In the order of the text.
    pub also: Option<Vec<String>>,
    pub path: Option<Vec<String>>,
    pub waiting: Option<Vec<String>>,
    pub waiting_count: Option<usize>,
    pub branch: Option<usize>,
    /// What stands under `related`, sorted.
    pub related: Option<Vec<String>>,
    /// It can come only because time went on.
    pub dated: Option<bool>,
}

impl fmt::Display for Finding {
    /// On one line, with those fields alone that it has.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let item = self.item.as_deref().unwrap_or("(plan)");
        let kind = self.kind.as_deref().unwrap_or("-");
        write!(f, "{} {item} [{kind}, {}, {}]", self.name, self.severity, self.factor)?;
        let lists = [
            ("loss", &self.loss),
            ("through", &self.through),
            ("also", &self.also),
            ("path", &self.path),
            ("waiting", &self.waiting),
            ("related", &self.related),
        ];
        for (name, list) in lists {
            if let Some(list) = list {
                write!(f, " {name} {list:?}")?;
            }
        }
        for (name, number) in [("waiting_count", self.waiting_count), ("branch", self.branch)] {
            if let Some(number) = number {
                write!(f, " {name} {number}")?;
            }
        }
        if let Some(dated) = self.dated {
            write!(f, " dated {dated}")?;
        }
        Ok(())
    }
}

/// The names that this answer knows, each with its severity and the first stage at which it is given.
pub const FINDINGS: [(&str, &str, Stage); 14] = [
    ("cycle", "error", Stage::Sketch),
    ("upside-down", "error", Stage::Sketch),
    ("orphan", "warning", Stage::Sketch),
    ("unsupported", "warning", Stage::Sketch),
    ("bottleneck", "warning", Stage::Sketch),
    ("choke-point", "warning", Stage::Sketch),
    ("single-thread", "advice", Stage::Plan),
    ("leans-on-dropped", "warning", Stage::Sketch),
    ("level-skip", "advice", Stage::Plan),
    ("no-because", "advice", Stage::Plan),
    ("no-sign", "advice", Stage::Plan),
    ("no-tasks", "advice", Stage::Plan),
    ("needs-unsaid", "advice", Stage::Plan),
    ("crowded", "advice", Stage::Plan),
];

/// "`counts` of items: all in the text", goals, objectives, activities, tasks.
pub fn counts(plan: &Plan) -> [usize; 4] {
    Level::SECTIONS.map(|level| plan.of_level(level).count())
}

/// "`running` = some item is active or done; `plan` = some person, party, donor or organisation is named; else
/// `sketch`." Read as: also where that item is absent.
pub fn stage(plan: &Plan) -> Stage {
    let begun = |item: &Item| matches!(item.status, Some(Status::Active | Status::Done));
    let nobody_named = plan.people.is_empty()
        && plan.parties.is_empty()
        && plan.donors.is_empty()
        && plan.organisations.is_empty();
    match plan.stage {
        Some(stage) => stage,
        None if plan.items.iter().any(begun) => Stage::Running,
        None if nobody_named => Stage::Sketch,
        None => Stage::Plan,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineOfSight {
    pub tasks: usize,
    pub tasks_reaching: usize,
    pub objectives: usize,
    pub objectives_supported: usize,
}

/// "`line_of_sight`: present items; `tasks_reaching` = with a path of support to the ambition;
/// `objectives_supported` = with a path of support down to a present activity or task or a done item."
/// Read as: the paths go over present items; the done item may be the objective itself (below an objective there is
/// else nearly nothing but activities and tasks, so the last words would say little).
pub fn line_of_sight(plan: &Plan) -> LineOfSight {
    let world = World::new(plan);
    let tasks = world.present_of(Level::Task);
    let objectives = world.present_of(Level::Objective);
    let has_work = |objective: &Item| {
        let counts = |item: &Item| item.level <= Level::Activity || world.is_done(item);
        let mut below =
            plan.all_items().filter(|item| world.is_present(item) && world.is_below(item, objective));
        world.is_done(objective) || below.any(counts)
    };
    LineOfSight {
        tasks: tasks.len(),
        tasks_reaching: tasks.iter().filter(|task| world.is_below(task, &plan.ambition)).count(),
        objectives: objectives.len(),
        objectives_supported: objectives.iter().filter(|objective| has_work(objective)).count(),
    }
}

/// All findings of [`FINDINGS`], sorted.
pub fn findings(plan: &Plan) -> Vec<Finding> {
    let world = World::new(plan);
    let mut found = Vec::new();
    found.extend(cycle(&world));
    found.extend(upside_down(&world));
    found.extend(orphan(&world));
    found.extend(unsupported(&world).into_iter().map(|item| about(item, "unsupported")));
    found.extend(bottleneck(&world));
    found.extend(choke_point(&world));
    found.extend(single_thread(&world));
    found.extend(leans_on_dropped(&world));
    found.extend(level_skip(&world));
    found.extend(no_because(&world));
    found.extend(no_sign(&world));
    found.extend(no_tasks(&world));
    found.extend(needs_unsaid(&world));
    found.extend(crowded(&world));
    found.extend(together::findings(&world, stage(plan)));

    found.extend(said(&world).into_iter().map(|(finding, _)| finding));

    let stage = stage(plan);
    let mut given = Vec::new();
    for mut finding in found {
        let mut known =
            FINDINGS.iter().chain(&people::FINDINGS).chain(&money::FINDINGS).chain(&together::FINDINGS);
        let (_, severity, from) = *known.find(|(name, _, _)| *name == finding.name).expect("a known finding");
        // "from: the first stage at which it is given"
        if stage < from {
            continue;
        }
        // "`severity` (finding → `error`/`warning`/`advice`/`off`)"
        let own = plan.settings.severity.iter().find(|(name, _)| *name == finding.name);
        own.map_or(severity, |(_, level)| *level).clone_into(&mut finding.severity);
        if finding.severity != "off" {
            given.push(finding);
        }
    }
    given.sort();
    given
}

/// The findings of which the sentence is looked at too.
pub fn said(world: &World) -> Vec<Said> {
    [people::findings(world), money::findings(world)].concat()
}

pub fn about(item: &Item, name: &str) -> Finding {
    of_kind(&item.id, item.level.word(), name)
}

pub fn about_plan(name: &str) -> Finding {
    Finding { name: name.to_owned(), factor: "planning".to_owned(), ..Finding::default() }
}

/// Factor of a bottleneck: "person, organisation G; donor D; else P". All others here are P.
pub fn of_kind(id: &str, kind: &str, name: &str) -> Finding {
    let factor = match kind {
        "person" | "organisation" => "group",
        "donor" => "donors",
        _ => "planning",
    };
    Finding {
        name: name.to_owned(),
        item: Some(id.to_owned()),
        kind: Some(kind.to_owned()),
        factor: factor.to_owned(),
        ..Finding::default()
    }
}

pub fn sorted(ids: &Ids) -> Vec<String> {
    ids.iter().cloned().collect()
}

/// ⌈percent % of count⌉, "compared in whole numbers".
fn share(percent: usize, count: usize) -> usize {
    (percent * count).div_ceil(100)
}

/// "one finding a strongly connected set"; "`item` of `cycle` = first id of its path".
fn cycle(world: &World) -> Vec<Finding> {
    let finding = |set: &Ids| {
        let path = cycles::path(world, set);
        let item = world.plan.item(&path[0]).expect("an item of the plan");
        Finding { path: Some(path), ..about(item, "cycle") }
    };
    world.cycles.iter().map(finding).collect()
}

/// "it supports, or is nested in, something on a lower level, or a task". One finding an item.
fn upside_down(world: &World) -> Vec<Finding> {
    let is_upside_down = |item: &&Item| {
        item.supports.iter().any(|target| !world.link_gives_edge(item, target))
            || (item.nested_in.is_some() && !world.nesting_gives_edge(item))
    };
    world.open_items().filter(is_upside_down).map(|item| about(item, "upside-down")).collect()
}

/// "a present, not done goal, objective, activity or task without a path of support up to the ambition, absent items
/// on the way included. Reported at the top of an orphaned branch (an orphan that supports no other orphan, directly
/// or not), with the number of orphans below it."
fn orphan(world: &World) -> Vec<Finding> {
    let above = |item: &Item| world.above(item, |_| true);
    let orphans: Vec<&Item> = world
        .open_items()
        .filter(|item| item.level != Level::Ambition && !above(item).contains("ambition"))
        .collect();
    let is_below = |lower: &Item, upper: &Item| lower.id != upper.id && above(lower).contains(&upper.id);
    let top = orphans.iter().filter(|item| !orphans.iter().any(|other| is_below(item, other)));
    top.map(|item| {
        let branch = orphans.iter().filter(|other| is_below(other, item)).count();
        Finding { branch: Some(branch), ..about(item, "orphan") }
    })
    .collect()
}

/// "a present, not done ambition, goal or objective without a present supporter"
fn unsupported<'a>(world: &World<'a>) -> Vec<&'a Item> {
    let without = |item: &&Item| item.level >= Level::Objective && world.present_supporters(item).is_empty();
    world.open_items().filter(without).collect()
}

/// Something whose failing is tried.
#[derive(Clone, Debug)]
struct Candidate {
    id: String,
    kind: &'static str,
    /// What falls and what is lost when it alone fails.
    falls: Ids,
    loss: Ids,
}

/// "Candidates x for a single loss: open tasks and activities, people, organisations, donors, parties, assumptions,
/// undecided choices." The items of a cycle "are no candidates". Of each kind in the order of the text.
fn candidates(world: &World) -> Vec<Candidate> {
    let plan = world.plan;
    let mut named: Vec<(&str, &'static str)> = Vec::new();
    let items = world.open_items().filter(|item| item.level <= Level::Activity && !world.is_in_cycle(item));
    named.extend(items.map(|item| (item.id.as_str(), item.level.word())));
    named.extend(plan.people.iter().map(|person| (person.id.as_str(), "person")));
    named.extend(plan.organisations.iter().map(|organisation| (organisation.as_str(), "organisation")));
    named.extend(plan.donors.iter().map(|donor| (donor.as_str(), "donor")));
    named.extend(plan.parties.iter().map(|party| (party.id.as_str(), "party")));
    named.extend(plan.assumptions.iter().map(|assumption| (assumption.id.as_str(), "assumption")));
    let undecided = plan.choices.iter().filter(|choice| choice.chosen.is_none());
    named.extend(undecided.map(|choice| (choice.id.as_str(), "choice")));

    let of_name = |(id, kind): (&str, &'static str)| {
        let failed = Ids::from([id.to_owned()]);
        let falls = world.falls(&failed, Unsaid::AsWritten);
        Candidate { id: id.to_owned(), kind, falls, loss: world.loss(&failed) }
    };
    named.into_iter().map(of_name).collect()
}

/// A row of the table of bottlenecks.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_field_names)] // The contract calls them so.
pub struct Loss {
    pub item: String,
    pub loss: Vec<String>,
    pub falls: Vec<String>,
    pub loss_if_all: Vec<String>,
}

/// "those with any of them, most loss first, then most falls, then id"
pub fn single_losses(plan: &Plan) -> Vec<Loss> {
    let world = World::new(plan);
    let mut rows: Vec<Loss> = candidates(&world)
        .into_iter()
        .map(|x| Loss {
            loss: x.loss.into_iter().collect(),
            falls: x.falls.into_iter().collect(),
            loss_if_all: world.loss_if_all(&Ids::from([x.id.clone()])).into_iter().collect(),
            item: x.id,
        })
        .filter(|row| [&row.loss, &row.falls, &row.loss_if_all].iter().any(|list| !list.is_empty()))
        .collect();
    rows.sort_by(|a, b| {
        let most = |row: &Loss| (std::cmp::Reverse(row.loss.len()), std::cmp::Reverse(row.falls.len()));
        (most(a), &a.item).cmp(&(most(b), &b.item))
    });
    rows
}

/// "with N = results that stand in the baseline: `|loss(x)| ≥ T`, T = max(2, ⌈20 % of N⌉), and for a person,
/// organisation or donor no more than N (but at least 1); or `falls(x)` holds at least max(3, ⌈40 % of the open
/// activities⌉) open activities."
fn reaches_a_measure(world: &World, x: &Candidate) -> bool {
    let settings = &world.plan.settings;
    let baseline = world.standing(&Ids::new(), Unsaid::AsWritten);
    let n = world.results().intersection(&baseline).count();
    let mut t = settings.bottleneck_min.unwrap_or(2).max(share(settings.bottleneck_percent.unwrap_or(20), n));
    if matches!(x.kind, "person" | "organisation" | "donor") {
        t = t.min(n).max(1);
    }
    let activities: Vec<&Item> = world.open_items().filter(|item| item.level == Level::Activity).collect();
    let fallen = activities.iter().filter(|activity| x.falls.contains(&activity.id)).count();
    let enough = share(settings.bottleneck_activities_percent.unwrap_or(40), activities.len()).max(3);
    x.loss.len() >= t || fallen >= enough
}

/// Those that reach a measure, without those that the contract leaves out by name.
fn bottlenecks(world: &World) -> Vec<Candidate> {
    let plan = world.plan;
    let all = candidates(world);
    let of_id = |id: &str| all.iter().find(|x| x.id == id);
    let left_out = |x: &Candidate| match x.kind {
        // "Parties are candidates in tables and what-if, never for this finding"
        "party" => true,
        // "Nor is a task where an activity it supports is one (the activity stands for its tasks)"
        "task" => {
            let supported = world.supported_by(plan.item(&x.id).expect("an item of the plan"));
            let mut activities = supported.into_iter().filter(|item| item.level == Level::Activity);
            activities.any(|item| of_id(&item.id).is_some_and(|activity| reaches_a_measure(world, activity)))
        }
        // "nor an organisation with the same loss as one of its people alone"
        "organisation" => {
            let mut people = plan.people.iter().filter(|person| person.organisation.as_ref() == Some(&x.id));
            people.any(|person| of_id(&person.id).is_some_and(|person| person.loss == x.loss))
        }
        // "nor an assumption with `holds: no`"
        "assumption" => plan.assumptions.iter().any(|other| other.id == x.id && other.holds == Some("no")),
        _ => false,
    };
    all.iter().filter(|x| reaches_a_measure(world, x) && !left_out(x)).cloned().collect()
}

/// "Causes, not victims: where y is a bottleneck too and x is in `falls(y)`, x is not reported but stands in y's
/// `through`. Those of one kind with the same loss and the same `through` are one finding, at the first in the text,
/// with the others in `also`, in text order."
pub fn bottleneck(world: &World) -> Vec<Finding> {
    let all = bottlenecks(world);
    let through = |y: &Candidate| -> Ids {
        all.iter().filter(|x| x.id != y.id && y.falls.contains(&x.id)).map(|x| x.id.clone()).collect()
    };
    let is_victim = |x: &&Candidate| all.iter().any(|y| y.id != x.id && y.falls.contains(&x.id));
    let mut reported: Vec<(&Candidate, Ids, Vec<String>)> = Vec::new();
    for x in all.iter().filter(|x| !is_victim(x)) {
        let of_x = through(x);
        let is_twin = |(y, of_y, _): &&mut (&Candidate, Ids, Vec<String>)| {
            y.kind == x.kind && y.loss == x.loss && *of_y == of_x
        };
        match reported.iter_mut().find(is_twin) {
            Some((_, _, also)) => also.push(x.id.clone()),
            None => reported.push((x, of_x, Vec::new())),
        }
    }
    let finding = |(x, through, also): (&Candidate, Ids, Vec<String>)| Finding {
        loss: Some(sorted(&x.loss)),
        through: Some(sorted(&through)),
        also: Some(also),
        ..of_kind(&x.id, x.kind, "bottleneck")
    };
    reported.into_iter().map(finding).collect()
}

/// "a result r with S(r) = the candidates x, parties and assumptions left out, that are not below r by support, have r
/// in `loss(x)`, and do not reach the two measures of a bottleneck: reported at r where S(r) is not empty, with S(r)
/// as `through`." Read as: they reach neither measure; r is open, as in all findings.
fn single_thread(world: &World) -> Vec<Finding> {
    let plan = world.plan;
    let mut threads = candidates(world);
    threads.retain(|x| x.kind != "party" && x.kind != "assumption" && !reaches_a_measure(world, x));
    let results = world.results();
    let mut found = Vec::new();
    for r in world.open_items().filter(|item| results.contains(&item.id)) {
        let is_below = |x: &Candidate| plan.item(&x.id).is_some_and(|item| world.is_below(item, r));
        let of_r: Ids =
            threads.iter().filter(|x| x.loss.contains(&r.id) && !is_below(x)).map(|x| x.id.clone()).collect();
        if !of_r.is_empty() {
            let loss = Some(vec![r.id.clone()]);
            found.push(Finding { loss, through: Some(sorted(&of_r)), ..about(r, "single-thread") });
        }
    }
    found
}

/// "y waits for x when y depends on x, or on an open item that waits for x, or is nested in one that waits."
/// Read as: the items of a cycle neither wait nor pass the waiting on; nor does x wait for itself, where it is nested
/// in something that depends on it.
fn waiting_for(world: &World, x: &Item) -> Ids {
    let mut waiting = Ids::new();
    loop {
        let waits = |y: &&Item| {
            let for_it = |id: &String| *id == x.id || waiting.contains(id);
            y.depends_on.iter().any(for_it)
                || y.nested_in.as_ref().is_some_and(|holder| waiting.contains(holder))
        };
        let open = world.open_items().filter(|y| !world.is_in_cycle(y) && y.id != x.id);
        let now: Ids = open.filter(waits).map(|y| y.id.clone()).collect();
        if now == waiting {
            return waiting;
        }
        waiting = now;
    }
}

/// "an open activity or task x for which at least max(3, ⌈20 % of the open activities and tasks⌉) open activities and
/// tasks wait. Where y is one too and x waits for y, only y is reported." The items of a cycle "are left out of
/// choke-points".
pub fn choke_point(world: &World) -> Vec<Finding> {
    let settings = &world.plan.settings;
    let is_work = |item: &Item| item.level <= Level::Activity;
    let work: Vec<&Item> = world.open_items().filter(|item| is_work(item)).collect();
    let enough = settings.choke_min.unwrap_or(3).max(share(settings.choke_percent.unwrap_or(20), work.len()));
    let mut chokes: BTreeMap<&str, (&Item, Ids)> = BTreeMap::new();
    for x in work.iter().filter(|x| !world.is_in_cycle(x)) {
        let is_counted = |id: &&String| work.iter().any(|y| y.id == **id);
        let waiting: Ids = waiting_for(world, x).iter().filter(is_counted).cloned().collect();
        if waiting.len() >= enough {
            chokes.insert(&x.id, (x, waiting));
        }
    }
    let waits_for_another = |x: &Item| chokes.values().any(|(_, waiting)| waiting.contains(&x.id));
    let reported = chokes.values().filter(|(x, _)| !waits_for_another(x));
    reported
        .map(|(x, waiting)| Finding {
            waiting_count: Some(waiting.len()),
            waiting: Some(waiting.iter().take(100).cloned().collect()),
            ..about(x, "choke-point")
        })
        .collect()
}

/// "it supports or depends on a dropped item": literally `status: dropped`.
fn leans_on_dropped(world: &World) -> Vec<Finding> {
    let is_dropped = |item: &Item| item.status == Some(Status::Dropped);
    let leans = |item: &&Item| {
        let depends_on = item.depends_on.iter().filter_map(|id| world.plan.item(id));
        world.supported_by(item).into_iter().chain(depends_on).any(is_dropped)
    };
    world.open_items().filter(leans).map(|item| about(item, "leans-on-dropped")).collect()
}

/// "what it supports is more than one level up, levels without any item not counted; not for kinds planning,
/// reporting, coordination, care, security". Read as: one thing of those that it supports is enough; an item in the
/// text fills its level, also an absent one.
fn level_skip(world: &World) -> Vec<Finding> {
    let excused = ["planning", "reporting", "coordination", "care", "security"];
    let skips = |item: &&Item| {
        world.supported_by(item).into_iter().any(|target| {
            let between: BTreeSet<Level> = world.plan.items.iter().map(|other| other.level).collect();
            between.iter().any(|level| *level > item.level && *level < target.level)
        })
    };
    let found = world.open_items().filter(|item| !item.kind.is_some_and(|kind| excused.contains(&kind)));
    found.filter(skips).map(|item| about(item, "level-skip")).collect()
}

fn is_goal_or_objective(item: &Item) -> bool {
    matches!(item.level, Level::Goal | Level::Objective)
}

/// "an objective or goal without `because` and `assumes`". Read as: it has neither.
fn no_because(world: &World) -> Vec<Finding> {
    let lacks =
        |item: &&Item| is_goal_or_objective(item) && item.because.is_none() && item.assumes.is_empty();
    world.open_items().filter(lacks).map(|item| about(item, "no-because")).collect()
}

/// "a goal or objective without `signs` that is not `unsupported`, in a plan that has a sign"
fn no_sign(world: &World) -> Vec<Finding> {
    let unsupported = unsupported(world);
    let plan_has_sign = world.plan.items.iter().any(|item| item.signs);
    let lacks = |item: &&Item| {
        is_goal_or_objective(item) && !item.signs && !unsupported.iter().any(|other| other.id == item.id)
    };
    world
        .open_items()
        .filter(|item| plan_has_sign && lacks(item))
        .map(|item| about(item, "no-sign"))
        .collect()
}

/// "an activity without present tasks, in a plan that has a task": direct present supporters of level task.
fn no_tasks(world: &World) -> Vec<Finding> {
    let plan_has_task = world.plan.of_level(Level::Task).next().is_some();
    let lacks = |item: &&Item| {
        item.level == Level::Activity
            && !world.present_supporters(item).iter().any(|supporter| supporter.level == Level::Task)
    };
    world
        .open_items()
        .filter(|item| plan_has_task && lacks(item))
        .map(|item| about(item, "no-tasks"))
        .collect()
}

/// "goals or objectives with two or more open supporters and no `needs`, where reading it as all changes some loss":
/// for some single candidate x, `loss_if_all(x)` differs from `loss(x)`.
fn needs_unsaid(world: &World) -> Vec<Finding> {
    let open_supporters =
        |item: &Item| world.supporters(item).into_iter().filter(|other| world.is_open(other)).count();
    let unsaid =
        |item: &Item| is_goal_or_objective(item) && item.needs.is_none() && open_supporters(item) >= 2;
    let changes = |x: &Candidate| world.loss_if_all(&Ids::from([x.id.clone()])) != x.loss;
    if world.open_items().any(unsaid) && candidates(world).iter().any(changes) {
        vec![about_plan("needs-unsaid")]
    } else {
        Vec::new()
    }
}

/// "more than 5 goals; 10 objectives; 7 activities that support one objective", all open.
/// Read as: too many goals and too many objectives are two findings about the plan.
fn crowded(world: &World) -> Vec<Finding> {
    let settings = &world.plan.settings;
    let open_of = |level: Level| world.open_items().filter(move |item| item.level == level);
    let mut found = Vec::new();
    if open_of(Level::Goal).count() > settings.crowded_goals.unwrap_or(5) {
        found.push(about_plan("crowded"));
    }
    if open_of(Level::Objective).count() > settings.crowded_objectives.unwrap_or(10) {
        found.push(about_plan("crowded"));
    }
    for objective in open_of(Level::Objective) {
        let supports_it =
            |activity: &&Item| world.supported_by(activity).iter().any(|item| item.id == objective.id);
        if open_of(Level::Activity).filter(supports_it).count() > settings.crowded_activities.unwrap_or(7) {
            found.push(about(objective, "crowded"));
        }
    }
    found
}
