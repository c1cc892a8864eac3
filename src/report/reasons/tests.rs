//! A small plan in which every need breaks.

use super::Reasons;
use crate::check::load;
use crate::graph::Graph;
use crate::lang::Catalogue;
use crate::report::wording::Wording;
use crate::source::Source;

/// Why each of these falls, and how the loss travels to the last of them.
fn told(text: &str, failed: &[&str], fallen: &[&str]) -> String {
    let plan = load(&Source::new("-", text.into())).plan.unwrap();
    assert!(plan.complete);
    let graph = Graph::of(&plan);
    let id = |name: &&str| plan.names.find(name).unwrap();
    let failure = graph.failing(&plan, &failed.iter().map(id).collect::<Vec<_>>());
    let catalogue = Catalogue::of(&["en"]);
    let reasons = Reasons::new(&plan, Wording { catalogue: &catalogue, plan: Some(&plan), include: None });
    let sentences = |name: &&str| reasons.of(&failure, id(name)).into_iter().map(|said| said.sentence);
    let mut told: Vec<String> = fallen.iter().flat_map(sentences).collect();
    told.extend(reasons.chain(&failure, id(&fallen[fallen.len() - 1])));
    told.join("\n")
}

const PLAN: &str = "\
ambition: Peace
currency: EUR
objectives:
  map: {title: A map., needs: all}
  pact: A pact
  club: {title: A club, needs: 2}
activities:
  talks: {title: Talks, supports: [map, pact, club], with: east, who: heron, tasks: {guide: Book a guide}}
  walk: {title: A walk, supports: map, depends_on: [talks, feast], assumes: [dry, calm]}
  feast: {title: A feast, supports: [club, pact], who: heron, deputy: teal, funded_by: {fund: 70, guild: 30}, lead: net}
  songs: {title: Songs, supports: [club, map], funded_by: guild}
people: {heron: {title: \"HERON, an imam\", organisation: net}, teal: {title: \"TEAL, a teacher\"}}
organisations: {net: The net}
parties: {east: {title: \"The east bank (Camp East)\", access: {heron: trusted}}}
donors: {fund: The fund, guild: The guild}
assumptions: {dry: It stays dry, calm: It stays calm}
";

#[test]
fn each_need_has_its_sentence() {
    insta::assert_snapshot!(told(PLAN, &["heron"], &["talks", "walk", "map"]), @r"
    Nobody but HERON can do it.
    Nobody but HERON is trusted by the east bank.
    Only “Book a guide” leads to it, and nobody but HERON can do that.
    It waits for “Talks”.
    It needs all that leads to it, and “Talks” and “A walk” fall.
    Without HERON, nobody can do the work, so “Talks” stops, so “A map” falls.
    ");
    let all = ["talks", "feast", "songs", "club", "pact"];
    insta::assert_snapshot!(told(PLAN, &["net", "guild"], &all), @r"
    Only “Book a guide” leads to it.
    Nobody but HERON can do it.
    Nobody but HERON is trusted by the east bank.
    Without the guild, only 70 EUR of 100 EUR is left.
    It is led by the net.
    Nobody but the guild pays for it.
    Nothing that leads to it stands any more: “Talks”, “A feast” and “Songs”.
    Nothing that leads to it stands any more: “Talks” and “A feast”.
    Without the net, nobody leads, so “A feast” stops, so “A pact” falls.
    ");
    insta::assert_snapshot!(told(PLAN, &["east", "dry", "calm", "guide"], &["talks", "walk"]), @r"
    Only “Book a guide” leads to it.
    It is work with the east bank.
    It relies on “It stays dry” and “It stays calm”.
    It waits for “Talks”.
    Without “It stays dry”, one thing it relies on is not so, so “A walk” stops.
    ");
    insta::assert_snapshot!(told(PLAN, &["heron", "teal", "fund"], &["feast", "pact"]), @r"
    Nobody but HERON and TEAL can do it.
    Without the fund, only 30 EUR of 100 EUR is left.
    Nothing that leads to it stands any more: “Talks” and “A feast”.
    Without HERON, nobody can do the work, so “Talks” stops, so “A pact” falls.
    ");
}
