//! Changes to a plan at random, most of them wrong.

use serde_json::{Map, Value, json};

/// Numbers that follow from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// Keys of the format, keys of others, and names.
const KEYS: &[&str] = &[
    "title",
    "titel",
    "supports",
    "goals",
    "objectives",
    "activities",
    "tasks",
    "people",
    "who",
    "start",
    "end",
    "id",
    "kind",
    "track",
    "with",
    "cost",
    "funded_by",
    "hours",
    "every",
    "days",
    "needs",
    "signs",
    "question",
    "options",
    "excludes",
    "chosen",
    "holds",
    "away",
    "without",
    "delays",
    "events",
    "finding",
    "because",
    "severity",
    "crowded_goals",
    "status",
    "outputs",
    "owner",
    "Bad Id",
    "ambition",
    "new-id",
    "зима",
    "set_up",
    "labels",
    "factors",
    "scf",
    "language",
];

fn value(dice: &mut Dice) -> Value {
    let values = [
        json!(null),
        json!(""),
        json!(" "),
        json!("two words"),
        json!("word"),
        json!("Capital"),
        json!("planned"),
        json!("high"),
        json!("yes"),
        json!("core"),
        json!("any"),
        json!("month"),
        json!("2 weeks"),
        json!("contact"),
        json!("orphan"),
        json!("2027-03-12"),
        json!("2027-02-30"),
        json!("12/03/2027"),
        json!("12"),
        json!("1.5"),
        json!("-1"),
        json!("12,000"),
        json!(0),
        json!(1),
        json!(3),
        json!(7),
        json!(-1),
        json!(1.5),
        json!(true),
        json!(false),
        json!([]),
        json!({}),
        json!(["word"]),
        json!([["word"]]),
        json!([null]),
        json!({"a": "b"}),
        json!({"title": "T"}),
        json!({"a": {"title": "T"}}),
        json!([{"title": "T"}]),
        json!([{"id": "x", "title": "T"}]),
        json!({"word": 3}),
        json!({"Bad Id": null}),
        json!("a.b"),
        json!({"start": "2027-01-01"}),
        json!("en"),
        json!({"finding": "orphan", "because": "B"}),
        json!({"goals": "G"}),
    ];
    values[dice.roll(values.len())].clone()
}

/// Changes so many things.
pub fn change(plan: &mut Value, seed: u64, times: usize) {
    let mut dice = Dice(seed);
    for _ in 0..times {
        let mut pointers = vec![String::new()];
        let mut next = 0;
        while next < pointers.len() {
            let here = pointers[next].clone();
            match plan.pointer(&here).unwrap() {
                Value::Object(map) => pointers.extend(
                    map.keys().map(|key| format!("{here}/{}", key.replace('~', "~0").replace('/', "~1"))),
                ),
                Value::Array(list) => pointers.extend((0..list.len()).map(|index| format!("{here}/{index}"))),
                _ => {}
            }
            next += 1;
        }
        let at = dice.roll(pointers.len());
        one(plan.pointer_mut(&pointers[at]).unwrap(), at == 0, &mut dice);
    }
}

fn one(node: &mut Value, is_root: bool, dice: &mut Dice) {
    match node {
        Value::Object(map) if is_root || dice.roll(3) > 0 => in_mapping(map, dice),
        _ if is_root => {}
        Value::Array(list) if dice.roll(2) > 0 => list.push(value(dice)),
        other if dice.roll(6) == 0 => *other = json!([other.take()]),
        other => *other = value(dice),
    }
}

fn in_mapping(map: &mut Map<String, Value>, dice: &mut Dice) {
    let key = KEYS[dice.roll(KEYS.len())].to_owned();
    let old = if map.is_empty() { None } else { map.keys().nth(dice.roll(map.len())).cloned() };
    match (dice.roll(3), old) {
        (0, Some(old)) => {
            map.shift_remove(&old);
        }
        (1, Some(old)) => {
            let value = map.shift_remove(&old).unwrap();
            map.insert(key, value);
        }
        _ => {
            map.insert(key, value(dice));
        }
    }
}
