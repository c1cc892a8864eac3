//! Edits of `plan.scf.yaml`, each of another part of it, and what is to be told of each.

/// One line of what is told: `what item field: old → new`.
pub type Told = &'static str;

/// A part of the plan's text, found once in it, and what comes in its place.
#[derive(Debug)]
pub struct Edit {
    pub from: &'static str,
    pub to: &'static str,
    pub told: &'static [Told],
}

impl Edit {
    /// Whether a line of this edit is one of the other.
    pub fn touches(&self, other: &Self) -> bool {
        self.from.lines().any(|line| other.from.contains(line.trim()))
    }
}

/// The plan with these edits.
pub fn applied(plan: &str, edits: &[&Edit]) -> String {
    let place = |edit: &Edit| {
        assert_eq!(plan.matches(edit.from).count(), 1, "{edit:?}");
        plan.find(edit.from).unwrap()
    };
    let mut places: Vec<(usize, &Edit)> = edits.iter().map(|edit| (place(edit), *edit)).collect();
    places.sort_by_key(|(place, _)| *place);
    let mut edited = plan.to_owned();
    for (place, edit) in places.into_iter().rev() {
        edited.replace_range(place..place + edit.from.len(), edit.to);
    }
    edited
}

macro_rules! edits {
    ($($from:literal => $to:literal: $($told:literal),+;)*) => {
        pub const EDITS: &[Edit] = &[$(Edit { from: $from, to: $to, told: &[$($told),+] },)*];
    };
}

edits! {
    // The plan itself.
    "title: A plan with everything" => "title: Another": "re-worded null title: A plan with everything → Another";
    "summary: What it is." => "": "re-worded null summary: What it is. → null";
    "language: en" => "language: fr": "changed null language: en → fr";
    "stage: plan" => "stage: running": "changed null stage: plan → running";
    "start: 2027-01-01" => "start: 2027-01-03": "re-dated null start: 2027-01-01 → 2027-01-03";
    "end: 2028-12-31" => "end: 2028-11-30": "re-dated null end: 2028-12-31 → 2028-11-30";
    "currency: EUR" => "currency: CHF": "changed null currency: EUR → CHF";
    "reviewed: 2026-11-01" => "reviewed: 2026-11-20": "re-dated null reviewed: 2026-11-01 → 2026-11-20";
    "goals: Outcomes" => "goals: Results": "re-worded null labels.goals: Outcomes → Results";
    "form: informal" => "form: registered": "changed null set_up.form: informal → registered";
    "host: A school" => "host: A mill": "re-worded null set_up.host: A school → A mill";
    "decision_rule: All agree" => "decision_rule: Most agree":
        "re-worded null set_up.decision_rule: All agree → Most agree";
    "planning: 3" => "planning: 4": "changed null factors.planning: 3 → 4";
    "choke_min: 3" => "choke_min: 9": "changed null settings.choke_min: 3 → 9";
    "no-because: advice" => "no-because: warning":
        "changed null settings.severity.no-because: advice → warning";

    // Items.
    "ambition: Both banks share the river." => "ambition: All share the river.":
        "re-worded ambition title: Both banks share the river. → All share the river.";
    "because: Quarrels begin where a rule is unclear." => "because: Rules were forgotten.":
        "re-worded rules because: Quarrels begin where a rule is unclear. → Rules were forgotten.";
    "needs: any" => "needs: 1": "changed rules needs: any → 1";
    "feeds_back: review" => "feeds_back: listening":
        "changed rules feeds_back: [\"review\"] → [\"listening\"]";
    "assumes: rain" => "": "changed rules assumes: [\"rain\"] → []";
    "measure: rules that are kept" => "measure: rules kept":
        "re-worded rules signs.kept: rules that are kept → rules kept";
    "baseline: 1" => "baseline: 2": "changed rules signs.kept.baseline: 1 → 2";
    "target: 5" => "target: 6": "changed rules signs.kept.target: 5 → 6";
    "value: 2" => "value: 3": "changed rules signs.kept.value: 2 → 3";
    "source: the book of the ferry" => "source: the notes": "re-worded rules signs.kept.source: the book of the ferry → the notes";
    "{heard: Nobody shouts.}" => "{heard: Nobody shouts., seen: {measure: Boats cross., target: 9}}":
        "re-worded peace signs.seen: null → Boats cross.";
    "supports: [rules]" => "supports: [rules, peace]": "moved sheet supports: [] → [\"peace\"]";
    "lead: net" => "lead: club": "re-assigned sheet lead: net → club";
    "partners: [club]" => "partners: [inn]": "re-assigned sheet partners: [\"club\"] → [\"inn\"]";
    "track: 2" => "track: 1.5": "changed sheet track: 2 → 1.5";
    "    who: ash\n" => "    who: fir\n": "re-assigned drafting who: ash → fir";
    "deputy: elm" => "deputy: [elm, fir]": "re-assigned drafting deputy: [] → [\"fir\"]";
    "team: [fir]" => "team: elm": "re-assigned drafting team: [\"fir\"] → [\"elm\"]";
    "for: [ash]" => "for: [fir]": "re-assigned drafting for: [\"ash\"] → [\"fir\"]";
    "start: 2027-02-01" => "start: 2027-02-02": "re-dated drafting start: 2027-02-01 → 2027-02-02";
    "end: 2027-05-31" => "": "re-dated drafting end: 2027-05-31 → null";
    "days: 20" => "days: 25": "re-dated drafting days: 20 → 25";
    "depends_on: [listening]" => "depends_on: [review]":
        "changed drafting depends_on: [\"listening\"] → [\"review\"]";
    "only_if: way.aloud" => "only_if: host.inn": "changed drafting only_if: way.aloud → host.inn";
    "cost: 150" => "cost: 150.50": "changed drafting cost: 150 → 150.5";
    "{fund: 100, guild: 50}" => "{fund: 120}":
        "re-assigned drafting funded_by.fund: 100 → 120", "re-assigned drafting funded_by.guild: 50 → null";
    "women: consult" => "women: take-part": "re-assigned drafting with.women: consult → take-part";
    "upper: contact" => "lower: contact":
        "re-assigned drafting with.lower: null → true", "re-assigned drafting with.upper: true → null";
    "kind: talks" => "kind: shuttle": "changed drafting kind: talks → shuttle";
    "status: planned" => "status: active": "changed drafting status: planned → active";
    "description: A table in the shade." => "description: A table.":
        "re-worded drafting description: A table in the shade. → A table.";
    "tags: [quiet]" => "tags: [quiet, river]": "changed drafting tags: [] → [\"river\"]";
    "notes: [Bring water.]" => "": "re-worded drafting notes: [\"Bring water.\"] → []";
    "sensitivity: team" => "sensitivity: partners": "changed drafting sensitivity: team → partners";
    "hours: 2" => "hours: 2.25": "changed scribe hours: 2 → 2.25";
    "every: week" => "every: 2 weeks": "changed scribe every: week → 2 weeks";
    "      table: Find a table\n" => "": "removed table null: Find a table → null";
    "- Carry the benches to the landing\n" => "": "removed task-N null: Carry the benches to the landing → null";
    "- Write to the school about the room\n" => "- Write to the school about both rooms\n":
        "re-worded task-N title: Write to the school about the room → Write to the school about both rooms";
    // An objective becomes a goal; another one comes out of the goal that it stands in, and still leads to it; a task
    // goes to the next activity.
    "objectives:\n  ferry: {title: The ferry is shared., supports: rules}\n" =>
        "  ferry: {title: The ferry is shared., supports: rules}\nobjectives:\n":
        "moved ferry level: objective → goal";
    "    objectives:\n      lamps: {title: Lamps burn at the ford., supports: quiet}\nobjectives:\n" =>
        "objectives:\n  lamps: {title: Lamps burn at the ford., supports: quiet}\n":
        "moved lamps nested_in: quiet → null";
    "      table: Find a table\n  listening: {title: Listening on both banks, supports: sheet, kind: analysis}" =>
        "  listening: {title: Listening on both banks, supports: sheet, kind: analysis, tasks: {table: Find a table}}":
        "moved table supports: [\"drafting\"] → [\"listening\"]";

    // People, parties, donors.
    "    organisation: net\n" => "    organisation: inn\n": "re-assigned ash organisation: net → inn";
    "side: upper" => "side: lower": "re-assigned ash side: upper → lower";
    "hours_per_week: 10" => "hours_per_week: 11": "changed ash hours_per_week: 10 → 11";
    "danger: low" => "danger: high": "changed ash danger: low → high";
    "insider: yes" => "insider: no": "changed ash insider: true → false";
    "office: Clerk of the ferry" => "office: Judge": "re-worded ash office: Clerk of the ferry → Judge";
    "known_to: [upper]" => "known_to: [upper, lower]": "re-assigned ash known_to: [] → [\"lower\"]";
    "- {start: 2027-03-01, end: 2027-03-07}" => "- {start: 2027-03-01, end: 2027-03-09}":
        "re-dated ash away: [{\"start\":\"2027-03-01\",\"end\":\"2027-03-07\"}] → [{\"start\":\"2027-03-01\",\"end\":\"2027-03-09\"}]";
    "fir: {title: Fir, organisation: net}" => "fir: {title: Fir}": "re-assigned fir organisation: net → null";
    "influence: high" => "influence: low": "changed upper influence: high → low";
    "consent: given" => "consent: withdrawn": "changed upper consent: given → withdrawn";
    "consent_date: 2026-10-01" => "consent_date: 2026-10-02":
        "re-dated upper consent_date: 2026-10-01 → 2026-10-02";
    "access: {ash: trusted}" => "access: {ash: working, fir: strained}":
        "re-assigned upper access.ash: trusted → working", "re-assigned upper access.fir: null → strained";
    "represents: [women]" => "represents: [youth]": "re-assigned upper represents: [\"women\"] → [\"youth\"]";
    "proscribed: no" => "proscribed: yes": "changed upper proscribed: false → true";
    "with: [upper]" => "with: [upper, lower]": "re-assigned mission with.lower: null → true";
    "youth: The young fishers" => "youth: The youngest fishers":
        "re-worded youth title: The young fishers → The youngest fishers";
    "amount: 1000" => "amount: 900": "changed fund amount: 1000 → 900";
    "state: secured" => "state: pledged": "changed fund state: secured → pledged";
    "start: 2027-01-02" => "start: 2027-01-04": "re-dated fund start: 2027-01-02 → 2027-01-04";
    "end: 2027-12-31" => "end: 2027-11-30": "re-dated fund end: 2027-12-31 → 2027-11-30";
    "visibility: true" => "visibility: false": "changed fund visibility: true → false";
    "no_contact: false" => "": "changed fund no_contact: false → null";
    "reports: [2027-06-30]" => "reports: quarter": "re-dated fund reports: [\"2027-06-30\"] → [\"quarter\"]";

    // Choices and what is not known.
    "question: Read aloud or print?" => "question: Aloud, or in print?":
        "re-worded way title: Read aloud or print? → Aloud, or in print?";
    "decide_by: 2027-01-31" => "decide_by: 2027-02-28": "re-dated way decide_by: 2027-01-31 → 2027-02-28";
    "    decide_by: 2027-01-31\n    who: elm" => "    decide_by: 2027-01-31\n    who: ash":
        "re-assigned way who: elm → ash";
    "criteria: {trust: 2}" => "criteria: {trust: 3}": "changed way criteria.trust: 2 → 3";
    "scores: {trust: 3}" => "scores: {trust: 4}": "changed way.aloud scores.trust: 3 → 4";
    "excludes: {print: [host.inn]}" => "excludes: {print: [host.school]}":
        "changed way.print excludes: [\"host.inn\"] → [\"host.school\"]";
    "chosen: aloud" => "chosen: print": "changed way chosen: way.aloud → way.print";
    "because: Few can read." => "": "re-worded way because: Few can read. → null";
    "commitment: now" => "commitment: later": "changed way commitment: now → later";
    "trigger: The school opens." => "trigger: The inn opens.":
        "re-worded way trigger: The school opens. → The inn opens.";
    "{inn: At the inn, school: At the school}" => "{inn: At the inn, school: At the school, boat: On a boat}":
        "added host.boat null: null → On a boat";
    "holds: unknown" => "holds: no": "changed rain holds: unknown → no";
    "kind: environment" => "kind: values": "changed rain kind: environment → values";
    "who: fir" => "who: elm": "re-assigned rain who: fir → elm";
    "by: 2027-02-15" => "by: 2027-02-16": "re-dated rain by: 2027-02-15 → 2027-02-16";
    "without: [ash]" => "without: [ash, fund]": "changed flood without: [] → [\"fund\"]";
    "delays: {drafting: 30}" => "delays: {drafting: 40}": "re-dated flood delays.drafting: 30 → 40";
    "choose: {host: inn}" => "choose: {host: school}": "changed flood choose.host: host.inn → host.school";
    "- on: 2027-03-02\n      without: [elm]\n      say: The bridge is gone." =>
        "- on: 2027-03-03\n      without: [elm]\n      say: The bridge is gone.":
        "re-dated flood events.2027-03-02: true → null", "re-dated flood events.2027-03-03: null → true";
    "without: [elm]" => "without: [fir]": "changed flood events.2027-03-02.without: [\"elm\"] → [\"fir\"]";
    "say: The bridge is gone." => "say: The mill is gone.":
        "re-worded flood events.2027-03-02.say: [\"The bridge is gone.\"] → [\"The mill is gone.\"]";
    "about: [drafting]" => "about: [drafting, trust]": "changed two-go about: [] → [\"trust\"]";
    "kind: worked" => "kind: open": "changed two-go kind: worked → open";
    "because: He is never ill." => "because: He is young.":
        "changed ash accepted.no-deputy: He is never ill. → He is young.";
    "  by: Elm" => "  by: Fir": "changed ash accepted.no-deputy.by: Elm → Fir";
    "until: 2027-06-30" => "until: 2027-07-31": "re-dated ash accepted.no-deputy.until: 2027-06-30 → 2027-07-31";

    // What becomes of a thing itself.
    "  guild: The guild\n" => "  guild: The guild\n  friends: Our friends\n": "added friends null: null → Our friends";
    "  club: The boat club\n" => "  club: The boat club\n  mill: The mill\n": "added mill null: null → The mill";
    "  lower: The lower bank\n" => "  lower: The lower bank\n  ford: The ford\n": "added ford null: null → The ford";
    "  women: The women at the landings\n" => "  women: The women at both landings\n":
        "re-worded women title: The women at the landings → The women at both landings";
    "early:" => "go-early:": "renamed go-early id: early → go-early";
    "envoys:" => "observers:": "renamed observers id: envoys → observers";
    "  listening: {title: Listening on both banks, supports: sheet, kind: analysis}" =>
        "  listening: {title: Listening on both banks, supports: sheet, kind: analysis, tasks: {boat: Hire a boat}}":
        "added boat null: null → Hire a boat";
}
