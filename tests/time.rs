//! Windows, sequence and workload: cases told one by one, and random plans against a second answer that shares no code
//! with the crate. More random plans: `PROPTEST_CASES=10000 cargo test --test time`.

#[path = "time/answer.rs"]
mod answer;
#[path = "time/cases.rs"]
mod cases;
#[path = "time/findings.rs"]
mod findings;
#[path = "time/hours.rs"]
mod hours;
#[path = "time/plans.rs"]
mod plans;
#[path = "time/random.rs"]
mod random;
