//! The look: one small set of colours, told once.
//!
//! Each level has a tint and a line of its own hue, all of about the same lightness, dark text on light; the hues
//! (blue, teal, olive, ochre, grey) are told apart with every common kind of colour blindness, and nothing hangs on them alone: levels
//! have their bands, what weighs much has a strong line, marks have shapes and numbers.

use super::Framing;
use std::fmt::Write as _;

/// Fonts that machines have. Those for other scripts come from the system behind them.
const FONTS: &str = "Noto Sans,Segoe UI,Helvetica Neue,Arial,Liberation Sans,DejaVu Sans,sans-serif";

/// The roles of colours and what they are where nobody sets them otherwise.
const COLOURS: [(&str, &str); 32] = [
    ("paper", "#ffffff"),
    ("ink", "#1c2430"),
    ("muted", "#566070"),
    ("band", "#f6f7f9"),
    ("band-line", "#e3e6eb"),
    ("edge", "#98a2b0"),
    ("edge-beside", "#a894b8"),
    ("ambition", "#e1e8f5"),
    ("ambition-line", "#33507f"),
    ("goal", "#dff0f0"),
    ("goal-line", "#2a6f78"),
    ("objective", "#edf1da"),
    ("objective-line", "#66752a"),
    ("activity", "#f9eed8"),
    ("activity-line", "#a1711f"),
    ("task", "#ffffff"),
    ("task-line", "#9a958b"),
    ("beside", "#f4eff8"),
    ("beside-line", "#77628c"),
    ("badge", "#ffffff"),
    ("badge-line", "#b9bfc8"),
    ("sign", "#6b7686"),
    ("weak", "#b23a1e"),
    ("weak-paper", "#fbe9e3"),
    ("error", "#7a1420"),
    ("on-mark", "#ffffff"),
    ("advice", "#ffffff"),
    ("advice-line", "#566070"),
    ("grey", "#f3f3f3"),
    ("grey-line", "#bdbdbd"),
    ("grey-ink", "#717171"),
    ("done", "#eef2ee"),
];

/// The rules, each with its colours by their roles.
const RULES: &[(&str, &str)] = &[
    ("text", "fill:{ink}"),
    (".paper", "fill:{paper}"),
    (".band rect", "fill:{paper}"),
    (".band.odd rect", "fill:{band}"),
    (".band text", "fill:{muted};font-size:13px;font-weight:600"),
    (".edge", "fill:none;stroke:{edge};stroke-width:1.4;stroke-linejoin:round;stroke-linecap:round"),
    (".edge.beside", "stroke:{edge-beside};stroke-width:1"),
    (".edge.grey", "stroke:{grey-line};stroke-dasharray:3 4"),
    (".tip", "fill:{edge}"),
    (".tip.grey", "fill:{grey-line}"),
    (".box", "stroke-width:1.3"),
    (".level-ambition .box", "fill:{ambition};stroke:{ambition-line}"),
    (".level-goal .box", "fill:{goal};stroke:{goal-line}"),
    (".level-objective .box", "fill:{objective};stroke:{objective-line}"),
    (".level-activity .box", "fill:{activity};stroke:{activity-line}"),
    (".level-task .box", "fill:{task};stroke:{task-line}"),
    (".level-beside .box", "fill:{beside};stroke:{beside-line}"),
    (".state-done .box", "fill:{done}"),
    (".state-absent .box", "fill:{paper};stroke-dasharray:2 3"),
    (".state-absent text", "fill:{muted}"),
    (".bottleneck .box", "stroke:{weak};stroke-width:3"),
    (".state-failed .box,.state-fallen .box", "fill:{grey};stroke:{grey-line};stroke-width:1.3"),
    (".state-fallen .box", "stroke-dasharray:5 4"),
    (".state-failed .box", "stroke:{grey-ink};stroke-width:2"),
    (".state-failed text,.state-fallen text", "fill:{grey-ink}"),
    (".cross", "stroke:{grey-ink};stroke-width:2;stroke-linecap:round;fill:none"),
    (".caption", "fill:{muted}"),
    (".badge rect", "fill:{badge};stroke:{badge-line};stroke-width:1"),
    (".icon", "fill:{sign}"),
    (".level-beside .icon", "fill:{beside-line}"),
    (".badge.bottleneck rect", "fill:{weak-paper};stroke:{weak};stroke-width:1.5"),
    (".badge.bottleneck .icon,.bottleneck .icon", "fill:{weak}"),
    (".badge.grey rect", "fill:{grey};stroke:{grey-line};stroke-dasharray:3 3"),
    (".badge.grey text", "fill:{grey-ink};text-decoration:line-through"),
    (".mark text", "font-weight:700"),
    (".mark .shape", "fill:{advice};stroke:{advice-line};stroke-width:1.3"),
    (".mark.warning .shape", "fill:{weak};stroke:{paper}"),
    (".mark.error .shape", "fill:{error};stroke:{paper}"),
    (".mark.warning text,.mark.error text", "fill:{on-mark}"),
    (".mark.falls .shape", "fill:{paper};stroke:{weak};stroke-dasharray:2 2"),
    (".mark.falls text", "fill:{weak}"),
    (".headline,.legend-title", "font-weight:600"),
    (".title", "font-weight:700"),
    (".subtitle,.entry,.note,.key", "fill:{muted}"),
    (".entry-title", "font-weight:600"),
    (".rule", "stroke:{band-line};stroke-width:1"),
];

/// The rules for a picture. Alone it has its colours; in a page they can be set there, as `--scf-ROLE`.
pub(super) fn style(framing: Framing) -> String {
    let mut style = format!(".scf-picture{{font-family:{FONTS}}}");
    for (selectors, rules) in RULES {
        let mut rules = (*rules).to_owned();
        for (role, colour) in COLOURS {
            let there = match framing {
                Framing::Bare => format!("var(--scf-{role},{colour})"),
                _ => colour.to_owned(),
            };
            rules = rules.replace(&format!("{{{role}}}"), &there);
        }
        let selectors: Vec<String> = selectors.split(',').map(|one| format!(".scf-picture {one}")).collect();
        // Writing to a string cannot fail.
        let _ = write!(style, "\n{}{{{rules}}}", selectors.join(","));
    }
    style
}

#[cfg(test)]
mod tests {
    use super::super::Framing;
    use super::{COLOURS, RULES, style};

    #[test]
    fn every_colour_has_a_role_and_every_role_a_colour() {
        for (role, _) in COLOURS {
            assert!(RULES.iter().any(|(_, rules)| rules.contains(&format!("{{{role}}}"))), "{role}");
        }
        let alone = style(Framing::Sheet);
        assert!(!alone.contains("{ink}") && !alone.contains("var("), "{alone}");
        assert!(style(Framing::Bare).contains("var(--scf-ink,#1c2430)"));
    }

    /// Contrast as WCAG 2 defines it.
    fn contrast(a: &str, b: &str) -> f64 {
        let light = |colour: &str| {
            let part = |at: usize| {
                let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
                if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
        };
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_what_it_stands_on() {
        let colour = |role: &str| COLOURS.iter().find(|(known, _)| *known == role).unwrap().1;
        let on = [
            ("ink", "paper"),
            ("ink", "band"),
            ("ink", "ambition"),
            ("ink", "goal"),
            ("ink", "objective"),
            ("ink", "activity"),
            ("ink", "task"),
            ("ink", "beside"),
            ("muted", "band"),
            ("muted", "objective"),
            ("muted", "activity"),
            ("muted", "goal"),
            ("on-mark", "weak"),
            ("on-mark", "error"),
            ("weak", "paper"),
            ("grey-ink", "paper"),
        ];
        for (text, paper) in on {
            assert!(contrast(colour(text), colour(paper)) >= 4.5, "{text} on {paper}");
        }
        for level in ["ambition", "goal", "objective", "activity", "beside"] {
            assert!(contrast(colour(&format!("{level}-line")), colour(level)) >= 3.0, "{level}");
        }
    }
}
