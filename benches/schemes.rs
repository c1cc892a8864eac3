//! What it costs to list the schemes of a plan and to work them out: twelve choices with three options each and twenty
//! exclusions, some fifty thousand schemes.

mod generator;

use criterion::{Criterion, criterion_group, criterion_main};
use generator::Shape;
use std::hint::black_box;
use std::time::Duration;
use strategic_choice::check;
use strategic_choice::graph::Graph;
use strategic_choice::plan::Plan;
use strategic_choice::source::Source;

fn plan(items: usize) -> Plan {
    let (_, shape) = Shape::ALL.into_iter().find(|(known, _)| *known == "schemes").expect("a known shape");
    let source = Source::new("plan.scf.yaml", shape.text(items));
    let plan = check::load(&source).plan.expect("generated plans have an ambition");
    assert!(plan.complete, "generated plans are without faults");
    plan
}

fn schemes(criterion: &mut Criterion) {
    for items in [50, 1_000] {
        let plan = plan(items);
        let graph = Graph::of(&plan);
        let listed = graph.schemes(&plan);
        let mut group = criterion.benchmark_group(format!("{} schemes of {items} items", listed.len()));
        group
            .sample_size(10)
            .warm_up_time(Duration::from_millis(500))
            .measurement_time(Duration::from_secs(3));
        group.bench_function("1 enumeration, in the graph", |b| b.iter(|| Graph::of(black_box(&plan))));
        group.bench_function("2 picks, results, cost, score", |b| {
            b.iter(|| {
                let schemes = graph.schemes(black_box(&plan));
                schemes.iter().map(|scheme| scheme.objectives).max()
            });
        });
        group.bench_function("3 the results of each by id", |b| {
            b.iter(|| (0..listed.len()).map(|number| listed.standing(number).len()).max());
        });
        group.bench_function("4 heaviest week and bottlenecks of ten", |b| {
            b.iter(|| {
                let schemes = graph.schemes(black_box(&plan));
                (0..schemes.len())
                    .step_by(schemes.len() / 10)
                    .map(|number| schemes.burden(number).bottlenecks)
                    .max()
            });
        });
        group.finish();
    }
}

criterion_group!(benches, schemes);
criterion_main!(benches);
