use super::{is_misplaced, key_name, schema};
use crate::lang::Catalogue;
use crate::plan::{Key, Kind, Place, Row, Takes, read as read_plan};
use crate::source::{Fault, Limits, Slip, Source, read};
use serde_json::{Value, json};

fn the_schema() -> Value {
    schema(&Catalogue::of(&["en"]))
}

/// The faults in a plan of this value.
fn faults(plan: &Value) -> Vec<Fault> {
    // JSON is YAML in which every text has its quotes: no slip of writing can come in.
    let source = Source::new("-", plan.to_string());
    let tree = read(&source, Limits::FORMAT_1).unwrap_or_else(|faults| panic!("{faults:?}: {plan}"));
    read_plan(&source, &tree).faults
}

fn slips(plan: &Value) -> Vec<Slip> {
    faults(plan).iter().map(|fault| fault.slip).collect()
}

/// A plan with one thing of each kind, so that there is something to refer to.
fn full() -> Value {
    json!({
        "ambition": "A", "goals": {"g": "G"}, "objectives": {"o": "O"}, "activities": {"a": "A"}, "tasks": {"t": "T"},
        "people": {"p": "P"}, "organisations": {"n": "N"}, "parties": {"q": "Q"}, "constituencies": {"c": "C"},
        "donors": {"d": "D"}, "assumptions": {"s": "S"},
        "choices": {
            "k": {"question": "K", "options": {"k1": "1", "k2": "2"}, "criteria": {"w": 1}},
            "l": {"options": ["1"]},
        },
    })
}

/// The full plan with this value behind this key of this place.
fn with(place: Place, key: Key, value: &Value) -> Value {
    let key = key.name();
    let mut plan = full();
    match place {
        Place::Plan => plan[key] = value.clone(),
        Place::In(Kind::Ambition) => plan["ambition"] = of(place, key, value),
        Place::In(Kind::Option) => plan["choices"]["k"]["options"]["k1"] = of(place, key, value),
        Place::In(_) => plan[place.name()]["one"] = of(place, key, value),
        Place::SetUp | Place::Settings | Place::Acceptance => plan[place.name()] = of(place, key, value),
        Place::Sign => plan["objectives"]["o"] = json!({"title": "O", "signs": {"s": of(place, key, value)}}),
        Place::Absence => plan["people"]["p"] = json!({"away": of(place, key, value)}),
        Place::Event => plan["scenarios"] = json!({"z": {"events": of(place, key, value)}}),
    }
    plan
}

/// What stands at this place, with this value behind this key.
fn of(place: Place, key: &str, value: &Value) -> Value {
    let mut mapping = match place {
        Place::Acceptance => json!({"finding": "orphan", "because": "B"}),
        Place::In(kind) if kind.level().is_some() => json!({"title": "T"}),
        Place::In(Kind::Choice) => json!({"options": {"k1": "1", "k2": "2"}}),
        _ => json!({}),
    };
    mapping[key] = value.clone();
    mapping
}

/// The slips in the full plan for each of these values behind this key of this place.
fn slips_of_each(place: Place, row: &Row, values: &[Value]) -> Vec<Vec<Slip>> {
    let many = match place {
        Place::In(Kind::Ambition | Kind::Option | Kind::Choice) => false,
        // Ids inside would get in each other's way.
        Place::In(_) => !matches!(row.takes, Takes::Section(_)),
        _ => false,
    };
    if !many {
        return values.iter().map(|value| slips(&with(place, row.key, value))).collect();
    }
    // Reading a plan takes its time: all values in one.
    let mut plan = full();
    for (number, value) in values.iter().enumerate() {
        plan[place.name()][format!("probe-{number}")] = of(place, row.key.name(), value);
    }
    let mut slips = vec![Vec::new(); values.len()];
    for fault in faults(&plan) {
        let holder = fault.holder.unwrap_or_else(|| panic!("{:?} is nowhere", fault.slip));
        let number: usize = holder.strip_prefix("probe-").unwrap().parse().unwrap();
        slips[number].push(fault.slip);
    }
    slips
}

/// Values of all sorts, right and wrong.
#[allow(clippy::too_many_lines)] // They are one list.
fn probes() -> Vec<Value> {
    let mut texts: Vec<String> = [
        "",
        " ",
        "\u{a0}",
        "two words",
        "g",
        "o",
        "a",
        "t",
        "p",
        "n",
        "q",
        "x",
        "c",
        "d",
        "k",
        "l",
        "s",
        "z",
        "y",
        "k.k1",
        "k.k2",
        "l.option-1",
        "k1",
        "k2",
        "option-1",
        "ambition",
        "Capital",
        "not-there",
        "g, o",
        "-g",
        "g.",
        "42.x",
        "2027-03-12",
        " 2027-03-12 ",
        "2027-02-29",
        "2028-02-29",
        "2100-02-29",
        "2000-02-29",
        "0000-02-29",
        "2027-04-31",
        "2027-3-1",
        "12/03/2027",
        "2027-13-01",
        "0",
        "1",
        "2",
        "3",
        "5",
        "6",
        "12",
        "007",
        "1.5",
        "1.50",
        ".5",
        "5.",
        "1e3",
        "-1",
        "+1",
        "1.234",
        "12.5",
        "12,000",
        "12 days",
        "4294967295",
        "4294967296",
        "9999999999",
        "999999999999999.99",
        "1000000000000000",
        "1.5.1",
        "any",
        "all",
        "Any",
        "yes",
        "no",
        "true",
        "false",
        "on",
        "Yes",
        "en",
        "fr-CA",
        "en_US",
        "zh-Hant-TW",
        "sl-rozaj-biske",
        "de-1996",
        "en-u-ca-greg",
        "en-u",
        "x-private",
        "english",
        "contact",
        "month",
        " month",
        "month ",
        "quarter",
        "orphan",
        " orphan ",
        "invalid",
        "cycle",
        "no-such-finding",
        "error",
        "off",
    ]
    .map(str::to_owned)
    .into();
    for place in Place::ALL {
        for row in place.rows() {
            if let Takes::Word(words) = row.takes {
                texts.extend(words().into_iter().map(str::to_owned));
                texts.extend(words().into_iter().take(1).map(|word| format!(" {word}\t")));
                texts.extend(words().into_iter().take(1).map(str::to_uppercase));
            }
        }
    }
    texts.sort();
    texts.dedup();
    let mut values: Vec<Value> = texts.into_iter().map(Value::from).collect();
    values.extend([
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(2),
        json!(3),
        json!(5),
        json!(6),
        json!(-1),
        json!(1.5),
        json!(0.07),
        json!(12.5),
        json!(-0.5),
        json!(4_294_967_295_u64),
        json!(4_294_967_296_u64),
        json!(999_999_999_999_999_u64),
        json!(10_000_000_000_000_000_u64),
    ]);
    // Each alone in a list, and some as what stands behind an id and behind a name.
    let plain = values.clone();
    values.extend(plain.iter().step_by(4).map(|value| json!([value])));
    let some =
        ["", "two words", "trusted", "decide", "contact", "l.option-1", "k1", "off", "error", "5", "1.234"];
    let some =
        some.into_iter().map(Value::from).chain([json!(null), json!(3), json!(-3), json!(0.07), json!([])]);
    for value in some {
        for name in [
            "g", "p", "q", "c", "d", "k", "k1", "w", "tasks", "group", "orphan", "invalid", "Bad Id",
            "ambition",
        ] {
            values.push(json!({name: value}));
        }
    }
    values.extend([
        json!([]),
        json!({}),
        json!([[]]),
        json!([["g"]]),
        json!([{}]),
        json!([null, "g"]),
        json!(["month", "month"]),
        json!(["2027-03-12", null, "2027-03-13"]),
        json!([null, "month"]),
        json!(["g", "o"]),
        json!({"k1": ["l.option-1"]}),
        json!({"k.k1": "l.option-1"}),
        json!({"g": {"title": "T"}}),
        json!({"new": {"title": "T"}}),
        json!({"new": {}}),
        json!({"new": {"title": null}}),
        json!({"new": {"titel": "T"}}),
        json!({"new": ["T"]}),
        json!({"new": {"id": "i"}}),
        json!([{"title": "T"}]),
        json!([{"title": "T", "id": "i"}]),
        json!([{"title": "T", "id": "I"}]),
        json!([{"title": "T", "id": "ambition"}]),
        json!([{"title": "T", "id": 7}]),
        json!([{"title": "T", "id": ["i"]}]),
        json!([{"title": "T", "id": ""}]),
        json!({"title": "T"}),
        json!({"question": "Q"}),
        json!({"new": {"question": "Q"}}),
        json!({"start": "2027-01-01", "end": null}),
        json!([{"start": "2027-01-01"}, null]),
        json!([{"start": "x"}]),
        json!({"on": "2027-01-01", "without": ["g"], "say": 3}),
        json!([{"say": "x", "id": "y"}]),
        json!({"say": ["x"]}),
        json!({"finding": "orphan", "because": "B"}),
        json!([{"finding": "orphan", "because": " "}]),
        json!([{"finding": "orphan"}]),
        json!([{"because": "B"}]),
        json!([{"finding": "cycle", "because": "B"}]),
        json!([{"finding": "orphan", "because": "B", "item": "k.k1", "by": true, "until": "2027-01-01"}]),
        json!({"form": "informal", "host": 7}),
        json!({"form": "loose"}),
        json!({"measure": "m", "value": 3, "source": null}),
        json!([{"measure": "m", "id": "any text"}]),
        json!({"sign": {"measure": ["m"]}}),
        json!({"sign": {"id": "m"}}),
        json!({"crowded_goals": 3}),
        json!({"crowded_goals": -3}),
        json!({"crowded_goals": "03"}),
        json!({"severity": {}}),
        json!({"any text": 3}),
        json!({"w": "2.5"}),
        json!({"goals": "Outcomes", "people": null}),
        json!({"set-up": 4}),
    ]);
    values
}

/// Faults that no schema of draft 7 can see, and why.
const UNSEEN: &[(Slip, &str)] = &[
    (Slip::UnknownReference, "what an id names stands elsewhere in the file"),
    (Slip::MisspeltReference, "what an id names stands elsewhere in the file"),
    (Slip::TitleForId, "what an id names stands elsewhere in the file"),
    (Slip::WrongKind, "what an id names stands elsewhere in the file"),
    (Slip::EmptyEntry, "what an id names stands elsewhere in the file"),
    (Slip::OwnChoice, "what an option belongs to stands elsewhere in the file"),
    (Slip::ListWithoutBrackets, "what an id names stands elsewhere in the file"),
    (Slip::BadOption, "a number may be the id of an option of a choice that has a number as well: 1.5"),
    (
        Slip::BadWord,
        "whether a party or a constituency has this id, which take other words, stands elsewhere in the file",
    ),
    (Slip::SameIdTwice, "ids are counted over the whole file"),
    (Slip::IdTaken, "ids are counted over the whole file"),
];

/// Whether no schema can see this slip.
fn is_unseen(slip: Slip, takes: Takes, value: &Value) -> bool {
    let has_number = |value: &Value| match value {
        Value::Array(list) => list.iter().any(Value::is_number),
        Value::Object(things) => things.values().any(Value::is_number),
        other => other.is_number(),
    };
    match slip {
        Slip::BadOption => has_number(value),
        Slip::BadWord => {
            let cross = [json!({"q": "decide"}), json!({"c": "contact"})];
            matches!(takes, Takes::Contacts) && cross.contains(value)
        }
        _ => UNSEEN.iter().any(|(unseen, _)| *unseen == slip),
    }
}

/// Whether an upper level stands inside a lower one: that is a finding of its own, `upside-down`.
fn is_upside_down(place: Place, row: &Row, value: &Value) -> bool {
    let (Place::In(holder), Takes::Section(kind)) = (place, row.takes) else { return false };
    let has_things = match value {
        Value::Array(list) => list.iter().any(|thing| !thing.is_null()),
        Value::Object(things) => things.values().any(|thing| !thing.is_null()),
        _ => false,
    };
    is_misplaced(holder, kind) && has_things
}

#[test]
fn each_key_of_each_place_takes_what_the_reader_takes() {
    let probes = probes();
    let (mut passed, mut refused) = (0, 0);
    let mut wrong = Vec::new();
    let definitions = the_schema()["definitions"].take();
    for place in Place::ALL {
        for row in place.rows() {
            let mut passes_here = 0;
            let key = format!("#/definitions/{}", key_name(place, row.key));
            let schema = json!({"$ref": key, "definitions": definitions});
            let validator = jsonschema::draft7::new(&schema).unwrap();
            for (value, slips) in probes.iter().zip(slips_of_each(place, row, &probes)) {
                let seen: Vec<_> = slips.iter().filter(|slip| !is_unseen(**slip, row.takes, value)).collect();
                let is_taken = validator.is_valid(value);
                let upside_down = is_upside_down(place, row, value);
                let what = || format!("{}.{}: {value}: {slips:?}", place.name(), row.key.name());
                if slips.is_empty() && !upside_down {
                    let told: Vec<_> = validator.iter_errors(value).map(|error| error.to_string()).collect();
                    if !is_taken {
                        wrong.push(format!("the reader takes what the schema refuses: {}: {told:?}", what()));
                    }
                    passes_here += 1;
                } else if !seen.is_empty() || upside_down {
                    if is_taken {
                        wrong.push(format!("the schema takes what the reader refuses: {}", what()));
                    }
                    refused += 1;
                }
            }
            assert!(passes_here > 0, "{}.{} takes nothing", place.name(), row.key.name());
            passed += passes_here;
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
    assert!(passed > 10_000 && refused > 10_000, "{passed} {refused}");
}

#[test]
fn every_key_of_every_place_is_there_and_says_what_it_is() {
    let schema = the_schema();
    let definitions = schema["definitions"].as_object().unwrap();
    let mut named = 0;
    for place in Place::ALL {
        let mapping = match place {
            Place::Plan => &schema,
            Place::In(Kind::Ambition) => &definitions["plan.ambition"],
            Place::In(kind) => &definitions[kind.name()],
            Place::Sign => &definitions["sign"],
            Place::SetUp => &definitions["plan.set_up"],
            Place::Settings => &definitions["plan.settings"],
            Place::Acceptance => &definitions["plan.accepted"],
            Place::Absence => &definitions["people.away"],
            Place::Event => &definitions["scenarios.events"],
        };
        assert_eq!(mapping["additionalProperties"], json!(false), "{}", place.name());
        let keys = mapping["properties"].as_object().unwrap();
        let allowed: Vec<_> =
            Key::ALL.iter().filter(|&&key| place.rows().any(|row| row.key == key)).collect();
        assert_eq!(keys.len(), allowed.len(), "{}: {keys:?}", place.name());
        for &&key in &allowed {
            let name = key_name(place, key);
            assert_eq!(keys[key.name()], json!({"$ref": format!("#/definitions/{name}")}));
            let said = definitions[&name]["description"].as_str().unwrap();
            assert!(said.len() > 3 && !said.starts_with("schema-"), "{name}: {said}");
            assert_eq!(Some(said), super::description(&Catalogue::of(&["en"]), place, key).as_deref());
            named += 1;
        }
    }
    // Nothing but these has the name of a key at a place.
    assert_eq!(definitions.keys().filter(|name| name.contains('.')).count(), named);
}

#[test]
fn it_is_a_schema_of_draft_7_that_stands_alone() {
    let schema = the_schema();
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    let text = schema.to_string();
    let definitions = schema["definitions"].as_object().unwrap();
    for reference in text.split("\"$ref\":\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        let name = reference.strip_prefix("#/definitions/").unwrap_or_else(|| panic!("{reference}"));
        assert!(definitions.contains_key(name), "{name}");
    }
    for name in definitions.keys() {
        assert!(text.contains(&format!("\"#/definitions/{name}\"")), "{name} is left over");
    }
    // What editors take a pattern with has no look-around and no classes of Unicode.
    for pattern in text.split("\"pattern\":\"").skip(1) {
        assert!(!pattern.split("\",\"").next().unwrap().contains("(?=") && !pattern.contains("\\\\p{"));
    }
}

#[test]
fn ids_are_told_as_the_reader_tells_them() {
    let pattern = super::patterns::key(&super::patterns::id());
    let schema = json!({"type": "string", "pattern": pattern});
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let passes = |id: &str| validator.is_valid(&Value::from(id));
    let mut capitals = 0;
    for c in ('\0'..=char::MAX).filter(|c| !c.is_control()) {
        for id in [format!("a{c}"), format!("{c}1"), format!("ж{c}")] {
            let normal: String = unicode_normalization::UnicodeNormalization::nfc(id.as_str()).collect();
            if crate::plan::is_id(&normal) {
                assert!(passes(&id), "{id:?} is an id");
            } else if passes(&id) {
                // What no plain pattern can tell: see `UNSEEN`.
                assert!(!c.is_ascii(), "{id:?} is no id");
                capitals += 1;
            }
        }
    }
    assert!(capitals > 0);
    for (id, is_id) in
        [("a".repeat(64), true), ("a".repeat(65), false), ("ж".repeat(64), true), ("Ж".into(), false)]
    {
        assert_eq!(passes(&id), is_id, "{id}");
    }
}

#[test]
fn languages_are_told_as_the_reader_tells_them() {
    let validator = jsonschema::draft7::new(&the_schema()["definitions"]["language"]).unwrap();
    let parts = [
        "",
        "a",
        "x",
        "en",
        "fra",
        "root",
        "Latn",
        "DE",
        "419",
        "1996",
        "rozaj",
        "valencia",
        "toolongpart",
        "u",
        "ca",
    ];
    for first in parts {
        for second in parts {
            for third in parts {
                let tag = [first, second, third]
                    .iter()
                    .filter(|part| !part.is_empty())
                    .copied()
                    .collect::<Vec<_>>()
                    .join("-");
                let plan = json!({"ambition": "A", "language": tag});
                assert_eq!(validator.is_valid(&plan["language"]), slips(&plan).is_empty(), "{tag}");
            }
        }
    }
}
