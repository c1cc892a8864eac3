//! Small plans in which something fails.

use super::{Broken, Reason};
use crate::check::load;
use crate::graph::{Graph, Need};
use crate::plan::{Id, Plan};
use crate::source::Source;

const PLAN: &str = "\
ambition: Peace
objectives: {map: Map, pact: Pact}
activities:
  talks: {title: Talks, supports: [map, pact], with: east, who: heron, tasks: {guide: Guide}}
  walk: {title: Walk, supports: map, depends_on: talks, only_if: order.walk}
  ride: {title: Ride, supports: map, only_if: order.ride}
people: {heron: {organisation: net}, teal: Teal}
organisations: {net: Net}
parties: {east: {access: {heron: trusted, teal: strained}}}
choices: {order: {question: How?, options: {walk: Walk, ride: Ride}}}
";

fn with_plan(test: impl Fn(&Plan, &Graph, &dyn Fn(&str) -> Id)) {
    let plan = load(&Source::new("-", PLAN.into())).plan.expect("a plan");
    let graph = Graph::of(&plan);
    test(&plan, &graph, &|name| plan.names.find(name).expect("an id"));
}

fn needs(reasons: &[Reason]) -> Vec<Option<Need>> {
    let need = |reason: &Reason| match reason {
        Reason::Broken(broken) => Some(broken.stand.need),
        Reason::Absent(_) | Reason::Bare => None,
    };
    reasons.iter().map(need).collect()
}

#[test]
fn a_loss_travels_step_by_step() {
    with_plan(|plan, graph, id| {
        let failure = graph.failing(plan, &[id("net")]);
        let chain = failure.chain(id("pact"));
        let steps: Vec<(Id, Id)> = chain.iter().map(|step| (step.through, step.id)).collect();
        let way = [("net", "heron"), ("heron", "talks"), ("talks", "pact")];
        assert_eq!(steps, way.map(|(through, to)| (id(through), id(to))));
        assert_eq!(failure.people(), [id("heron")]);
        assert!(failure.has_failed(id("net")) && !failure.has_fallen(id("net")));
        assert!(!failure.stands(id("talks")) && failure.stands(id("ride")) && failure.stands(id("map")));
        assert_eq!(failure.chain(id("ride")), []);
    });
}

#[test]
fn every_broken_group_is_a_reason() {
    with_plan(|plan, graph, id| {
        let failure = graph.failing(plan, &[id("heron"), id("guide")]);
        let reasons = failure.reasons(id("talks"));
        assert_eq!(needs(&reasons), [Need::Support, Need::Who, Need::Access].map(Some));
        let Reason::Broken(Broken { stand, fallen, standing, .. }) = &reasons[2] else { panic!() };
        assert_eq!((stand.of, &fallen[..], &standing[..]), (Some(id("east")), &[id("heron")][..], &[][..]));
        assert_eq!(needs(&failure.reasons(id("walk"))), [Some(Need::DependsOn)]);
        assert_eq!(failure.reasons(id("map")), []);
    });
}

#[test]
fn an_option_that_does_not_happen_takes_its_work() {
    with_plan(|plan, graph, id| {
        let failure = graph.failing(plan, &[id("order.ride"), id("talks")]);
        assert_eq!(failure.reasons(id("ride")), [Reason::Absent(id("order.ride"))]);
        let [Reason::Broken(map)] = &failure.reasons(id("map"))[..] else { panic!() };
        assert_eq!((&map.fallen[..], &map.absent[..]), (&[id("talks"), id("walk")][..], &[id("ride")][..]));
        let chain = failure.chain(id("map"));
        assert_eq!(chain.last().map(|step| step.id), Some(id("map")));
        let both = graph.failing(plan, &[id("order")]);
        assert!(both.has_left(id("ride")) && both.has_left(id("walk")));
        assert_eq!(both.fall().loss, []);
    });
}

#[test]
fn where_all_is_needed_one_loss_is_enough() {
    with_plan(|plan, graph, id| {
        let loss = |failure: super::Failure<'_>| failure.fall().loss;
        assert_eq!(loss(graph.failing(plan, &[id("ride")])), []);
        assert_eq!(loss(graph.failing_if_all(plan, &[id("order.ride"), id("walk")])), [id("map")]);
    });
}
