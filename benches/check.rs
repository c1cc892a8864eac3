//! What a check costs: reading YAML, making a plan of it, the graph, the findings, and all of it to JSON.
//!
//! `SCF_BENCH_LARGE=1 cargo bench` also measures a plan of a million items.

mod generator;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use generator::Shape;
use jiff::civil::{Date, date};
use std::hint::black_box;
use std::time::Duration;
use strategic_choice::check::{self, Check, Options, Whole};
use strategic_choice::findings::{self, Context, Severities};
use strategic_choice::graph::Graph;
use strategic_choice::lang::{self, Catalogue};
use strategic_choice::plan::{self, Reading, Sensitivity};
use strategic_choice::report::bottlenecks::Bottlenecks;
use strategic_choice::report::wording::Wording;
use strategic_choice::report::{self, Json, Report as _};
use strategic_choice::source::{self, Limits, Source, Tree};

const TODAY: Date = date(2026, 11, 23);
const OPTIONS: Options = Options::on(TODAY);

/// The sizes of plans, in items.
fn sizes() -> Vec<usize> {
    let mut sizes = vec![1_000, 10_000, 100_000];
    if std::env::var_os("SCF_BENCH_LARGE").is_some() {
        sizes.push(1_000_000);
    }
    sizes
}

fn yaml(source: &Source) -> Tree {
    source::read(source, Limits::FORMAT_1).expect("generated plans are YAML")
}

fn findings(reading: &Reading, graph: &Graph) -> Vec<findings::Finding> {
    let plan = reading.plan.as_ref().expect("generated plans have an ambition");
    let words = lang::doing_words(plan.language.as_ref().map(|text| &*text.value));
    let context = Context::new(plan, graph, TODAY, words);
    let severities = Severities { flags: &[], file: None, plan: &plan.settings.severity };
    findings::find_all(&context, &reading.faults, severities)
}

fn check(source: Source) -> Check {
    check::check(source, &OPTIONS)
}

/// The whole table of what falls with what, as JSON.
fn bottlenecks(whole: &Whole) -> Vec<u8> {
    let catalogue = Catalogue::of(&["en"]);
    let wording = Wording { catalogue: &catalogue, plan: Some(&whole.plan), include: None };
    let mut out = Vec::new();
    let table = Bottlenecks::of(&whole.plan, &whole.graph, None);
    report::bottlenecks::json(&table, whole, wording, TODAY, &mut out).expect("a vector takes everything");
    out
}

fn json(check: &Check) -> Vec<u8> {
    let catalogue = Catalogue::of(&["en"]);
    let mut out = Vec::new();
    let mut json = Json::new(&catalogue, TODAY, Sensitivity::default());
    json.begin(&mut out)
        .and_then(|()| json.plan(check, &mut out))
        .and_then(|()| json.end(&mut out))
        .expect("a vector takes everything");
    out
}

/// Each step of the way, on plausible plans of growing size.
fn steps(criterion: &mut Criterion) {
    for items in sizes() {
        let text = Shape::Plausible.text(items);
        let source = Source::new("plan.scf.yaml", text.clone());
        let tree = yaml(&source);
        let reading = plan::read(&source, &tree);
        let plan = reading.plan.as_ref().expect("generated plans have an ambition");
        assert!(plan.complete, "generated plans are without faults: {:?}", reading.faults.first());
        let graph = Graph::of(plan);
        let checked = check(Source::new("plan.scf.yaml", text.clone()));

        let whole = check::whole(Source::new("plan.scf.yaml", text.clone()), &OPTIONS).expect("a whole plan");

        let mut group = criterion.benchmark_group(format!("{items} items"));
        if items >= 100_000 {
            group.sample_size(10);
        } else {
            group.sample_size(30);
        }
        group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("1 yaml", |b| b.iter_with_large_drop(|| yaml(black_box(&source))));
        group.bench_function("2 plan", |b| b.iter_with_large_drop(|| plan::read(&source, black_box(&tree))));
        group.bench_function("1 and 2: reading", |b| {
            b.iter_with_large_drop(|| plan::read(&source, &yaml(black_box(&source))));
        });
        group.throughput(Throughput::Elements(items as u64));
        group.bench_function("3 graph", |b| b.iter_with_large_drop(|| Graph::of(black_box(plan))));
        group.bench_function("4 findings", |b| {
            b.iter_with_large_drop(|| findings(black_box(&reading), &graph));
        });
        group.bench_function("5 json", |b| b.iter_with_large_drop(|| json(black_box(&checked))));
        group.bench_function("bottlenecks: graph to json", |b| b.iter(|| bottlenecks(black_box(&whole))));
        group.bench_function("all: text to json", |b| {
            let source = || Source::new("plan.scf.yaml", text.clone());
            b.iter_batched(source, |source| json(&check(source)), BatchSize::PerIteration);
        });
        group.finish();
    }
}

/// Text to JSON of plans that are hard in their own way, 100,000 items each.
fn shapes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("100000 items, text to json");
    group.sample_size(10).warm_up_time(Duration::from_millis(1)).measurement_time(Duration::from_secs(1));
    for name in ["chain", "chain-of-fives", "chain-at-top", "ring", "wide", "tangle", "many-findings"] {
        let (_, shape) = Shape::ALL.into_iter().find(|(known, _)| *known == name).expect("a known shape");
        let text = shape.text(100_000);
        group.bench_function(BenchmarkId::from_parameter(name), |b| {
            let source = || Source::new("plan.scf.yaml", text.clone());
            b.iter_batched(source, |source| json(&check(source)), BatchSize::PerIteration);
        });
    }
    group.finish();
}

criterion_group!(benches, steps, shapes);
criterion_main!(benches);
