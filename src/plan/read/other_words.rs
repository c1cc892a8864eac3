//! Words of other planning methods that people bring along as keys, and the keys that are meant.

use super::keys::{Key, Place};

/// The key meant by a word of another method: one that this place takes, else the first; nothing for other words.
pub(super) fn meant_by(word: &str, place: Place) -> Option<Key> {
    let word = word.to_lowercase().replace(['-', ' '], "_");
    let rows = WORDS.iter().filter(|(words, _)| words.contains(&word.as_str()));
    let mut keys = rows.flat_map(|(_, keys)| *keys).copied();
    let first = keys.clone().next();
    keys.find(|&key| place.allowed().has(key)).or(first)
}

/// Words, and the keys that they may mean: the first one that the place takes.
const WORDS: &[(&[&str], &[Key])] = &[
    // The levels.
    (
        &["impact", "vision", "mission", "overall_goal", "overall_objective", "long_term_goal"],
        &[Key::Ambition],
    ),
    (&["goal", "outcome", "outcomes", "purpose", "purposes", "specific_objectives"], &[Key::Goals]),
    (
        &[
            "objective",
            "output",
            "outputs",
            "result",
            "results",
            "deliverable",
            "deliverables",
            "key_results",
        ],
        &[Key::Objectives],
    ),
    (&["activity", "action", "actions", "intervention", "interventions"], &[Key::Activities]),
    (
        &["task", "step", "steps", "todo", "todos", "to_do", "subtasks", "action_items", "work_packages"],
        &[Key::Tasks],
    ),
    (&["milestone", "milestones"], &[Key::Signs, Key::Objectives]),
    (&["sign", "indicator", "indicators", "kpi", "kpis", "measures"], &[Key::Signs]),
    (&["means_of_verification", "verification", "sources"], &[Key::Source]),
    (&["parent", "contributes_to", "leads_to", "serves", "support"], &[Key::Supports]),
    (&["reason", "rationale", "why", "justification"], &[Key::Because]),
    (
        &["assumption", "risk", "risks", "premises", "hypotheses", "uncertainties"],
        &[Key::Assumptions, Key::Assumes],
    ),
    (
        &["depends", "dependencies", "requires", "prerequisites", "predecessors", "blocked_by", "after"],
        &[Key::DependsOn],
    ),
    (&["name", "heading", "text"], &[Key::Title, Key::Question, Key::Measure, Key::Say]),
    (&["title"], &[Key::Question, Key::Measure]),
    (&["question"], &[Key::Title]),
    (&["details", "explanation"], &[Key::Description]),
    (&["abstract", "overview"], &[Key::Summary, Key::Description]),
    (&["comment", "comments", "remark", "remarks", "note"], &[Key::Notes]),
    (&["tag", "labels", "category", "categories", "keywords"], &[Key::Tags]),
    (&["confidentiality", "confidential", "secrecy", "privacy"], &[Key::Sensitivity]),
    (&["state", "progress"], &[Key::Status]),
    (&["status", "certainty"], &[Key::State, Key::Holds, Key::Commitment]),
    (&["type"], &[Key::Kind]),
    // People and other actors.
    (
        &[
            "owner",
            "owners",
            "responsible",
            "person_responsible",
            "assignee",
            "assigned_to",
            "decider",
            "decision_maker",
        ],
        &[Key::Who],
    ),
    (&["person", "persons", "staff", "members", "team"], &[Key::People]),
    (&["backup", "substitute", "stand_in", "deputies"], &[Key::Deputy]),
    (&["team_members", "members", "helpers"], &[Key::Team]),
    (&["stakeholder", "stakeholders", "actors", "party", "conflict_parties"], &[Key::Parties, Key::With]),
    (
        &["beneficiaries", "target_group", "target_groups", "constituency", "communities"],
        &[Key::Constituencies, Key::With],
    ),
    (&["parties", "constituencies", "participants"], &[Key::With]),
    (&["partners", "organization", "organizations"], &[Key::Organisations, Key::Organisation]),
    (&["org", "organisations", "employer"], &[Key::Organisation]),
    (&["lead_organisation", "lead_organization", "leader"], &[Key::Lead]),
    (&["implementing_partners", "partner"], &[Key::Partners]),
    (&["capacity", "availability"], &[Key::HoursPerWeek]),
    (&["holidays", "absences", "leave", "absent"], &[Key::Away]),
    // Time.
    (&["due", "due_date", "deadline", "end_date", "finish", "until"], &[Key::End, Key::DecideBy, Key::By]),
    (&["by"], &[Key::DecideBy, Key::End]),
    (&["decide_by"], &[Key::By, Key::End]),
    (&["start_date", "begin", "begins", "starts"], &[Key::Start]),
    (&["duration"], &[Key::Days]),
    (&["effort", "workload"], &[Key::Hours]),
    (&["frequency", "repeat", "repeats", "recurrence"], &[Key::Every]),
    // Money.
    (&["budget", "costs", "price"], &[Key::Cost, Key::Amount]),
    (&["grant", "sum", "funds", "cost"], &[Key::Amount]),
    (&["funder", "funders", "donor", "sponsors"], &[Key::Donors, Key::FundedBy]),
    (&["donors", "funding", "funded", "paid_by"], &[Key::FundedBy]),
    // Choices and the rest.
    (&["choice", "decision", "decisions"], &[Key::Choices, Key::Chosen]),
    (&["option", "alternatives"], &[Key::Options]),
    (&["choose", "decided", "selected", "choice"], &[Key::Chosen]),
    (&["criterion", "weights"], &[Key::Criteria]),
    (&["score", "ratings"], &[Key::Scores]),
    (&["incompatible", "incompatible_with", "conflicts_with"], &[Key::Excludes]),
    (&["scenario"], &[Key::Scenarios]),
    (&["lesson", "lessons_learned", "learnings"], &[Key::Lessons]),
    (&["waivers", "exceptions", "ignore"], &[Key::Accepted]),
    (&["rule", "check"], &[Key::Finding]),
    (&["target", "on", "ids"], &[Key::Item]),
    (&["expires", "expiry", "end", "due", "deadline"], &[Key::Until]),
    (&["version", "format", "format_version"], &[Key::Scf]),
    (&["lang", "locale"], &[Key::Language]),
    (&["config", "configuration", "thresholds"], &[Key::Settings]),
];

#[cfg(test)]
mod tests {
    use super::{Key, Place, WORDS, meant_by};
    use crate::plan::Kind;

    #[test]
    fn the_words_of_the_logframe() {
        for (word, place, key) in [
            ("outcomes", Place::Plan, Some(Key::Goals)),
            ("Outputs", Place::In(Kind::Goal), Some(Key::Objectives)),
            ("owner", Place::In(Kind::Task), Some(Key::Who)),
            ("owner", Place::In(Kind::Goal), Some(Key::Who)),
            ("colour", Place::In(Kind::Goal), None),
            ("due", Place::In(Kind::Objective), Some(Key::End)),
            ("due", Place::In(Kind::Choice), Some(Key::DecideBy)),
            ("deadline", Place::In(Kind::Assumption), Some(Key::By)),
            ("stakeholders", Place::Plan, Some(Key::Parties)),
            ("indicators", Place::In(Kind::Objective), Some(Key::Signs)),
            ("milestones", Place::Plan, Some(Key::Objectives)),
            ("impact", Place::Plan, Some(Key::Ambition)),
            ("budget", Place::In(Kind::Activity), Some(Key::Cost)),
            ("budget", Place::In(Kind::Donor), Some(Key::Amount)),
            ("risks", Place::Plan, Some(Key::Assumptions)),
            ("risks", Place::In(Kind::Goal), Some(Key::Assumes)),
            ("steps", Place::In(Kind::Activity), Some(Key::Tasks)),
            ("title", Place::In(Kind::Choice), Some(Key::Question)),
        ] {
            assert_eq!(meant_by(word, place), key, "{word}");
        }
    }

    #[test]
    fn no_word_is_the_key_that_it_is_said_to_mean() {
        for (words, keys) in WORDS {
            for key in *keys {
                assert!(!words.contains(&key.name()), "{}", key.name());
            }
        }
    }
}
