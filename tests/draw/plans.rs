//! Plans made by chance, within bounds: all levels, links of every kind, circles, what is nested, and titles of many scripts.

use proptest::prelude::*;
use std::fmt::Write as _;

const TITLES: [&str; 12] = [
    "Both sides keep to the agreed corridors.",
    "Talks",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und noch mehr davon",
    "يلتزم الرعاة والمزارعون بالممرات المتفق عليها في كل موسم من مواسم السنة",
    "מועצת המחוז מאמצת חוק עזר",
    "关于被践踏田地的争吵在七十二小时内提交混合委员会（两名妇女、一名青年）。",
    "Районный совет принимает постановление о коридорах перегона скота и держится его",
    "Twelve villages and four camps accept one corridor map, and mark it with a stone at every ford that the herds pass in the dry season, so that nobody can say later that nobody knew",
    "<b>&amp; \\\"quoted\\\" ]]> {}",
    "\\u202e turned \\u0007 around",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "ക്ഷേത്രങ്ങളുടെ സംരക്ഷണം 🕊️🕊️🕊️",
];
const LEVELS: [&str; 4] = ["goals", "objectives", "activities", "tasks"];

#[derive(Debug, Clone)]
pub struct Random {
    pub text: String,
}

/// One item: its level, its title, what it supports (by number), its person, and a few switches.
type Made = (usize, usize, Vec<usize>, usize, u8);

pub fn random(most: usize) -> impl Strategy<Value = Random> {
    let item = (0..4usize, 0..TITLES.len(), prop::collection::vec(0..most, 0..4), 0..6usize, any::<u8>());
    prop::collection::vec(item, 1..most).prop_map(|items| Random { text: written(&items) })
}

fn written(items: &[Made]) -> String {
    let mut text = format!("ambition: \"{}\"\n", TITLES[items.len() % TITLES.len()]);
    for (level, section) in LEVELS.iter().enumerate() {
        let of_level: Vec<(usize, &Made)> =
            items.iter().enumerate().filter(|(_, item)| item.0 == level).collect();
        if of_level.is_empty() {
            continue;
        }
        let _ = writeln!(text, "{section}:");
        for (at, (_, title, supports, person, switches)) in of_level {
            let _ = write!(text, "  i{at}:\n    title: \"{}\"\n", TITLES[*title]);
            // Nothing supports a task, and nothing leads down; on its own level, only circles of two and more.
            let mut above: Vec<String> = supports
                .iter()
                .map(|other| other % items.len())
                .filter(|&other| other != at && items[other].0 <= level && items[other].0 < 3)
                .map(|other| format!("i{other}"))
                .collect();
            above.sort();
            above.dedup();
            if !above.is_empty() {
                let _ = writeln!(text, "    supports: [{}]", above.join(", "));
            }
            if level >= 2 {
                let _ = writeln!(
                    text,
                    "    who: p{person}\n    with: [r{}, r{}]\n    funded_by: d{}",
                    person % 3,
                    switches % 3,
                    person % 2
                );
            }
            if level >= 1 && switches & 8 != 0 {
                let _ = writeln!(text, "    only_if: way.o{}", switches % 2);
            }
            match switches & 7 {
                0 => text += "    status: done\n",
                1 => text += "    status: dropped\n",
                2 => text += "    sensitivity: core\n",
                _ => {}
            }
            if level == 2 && switches & 16 != 0 {
                let _ = writeln!(
                    text,
                    "    tasks: {{t{at}a: One, t{at}b: \"{}\", t{at}c: Three}}",
                    TITLES[person * 2]
                );
            }
        }
    }
    text += "people:\n";
    for person in 0..6 {
        let _ = writeln!(text, "  p{person}: \"{}\"", TITLES[person + 2]);
    }
    text +=
        "parties: {r0: The upper bank, r1: {title: 'The ridge', sensitivity: core}, r2: The lower bank}\n";
    text += "donors: {d0: The fund, d1: The guild}\nchoices: {way: {question: Which?, options: {o0: One, o1: Other}}}\n";
    text
}
