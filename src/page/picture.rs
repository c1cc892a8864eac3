//! The picture of the plan, with what a browser needs to move in it.

use super::told::Told;
use super::words::Mentions;
use crate::draw::{self, Framing, With};
use crate::plan::Id;
use crate::report::sheet::no_mark_up;
use askama::Template;
use std::fmt::Write as _;

/// Entries of the legend.
const MOST: usize = 60;
/// What an entry is about, by name.
const MOST_ABOUT: usize = 4;

/// The picture.
#[derive(Template)]
#[template(path = "picture.html")]
pub(super) struct Picture<'a> {
    told: &'a Told<'a>,
    svg: String,
    /// The style that the picture brings.
    pub style: String,
    legend_title: String,
    legend: Vec<Entry>,
    /// How many follow, in words.
    more: String,
    notes: Vec<String>,
    about: String,
}

/// What a number in the picture stands for.
struct Entry {
    number: usize,
    title: String,
    text: String,
    about: Mentions,
}

impl<'a> Picture<'a> {
    /// The picture of the plan.
    pub(super) fn of(told: &'a Told<'a>) -> Self {
        let options = draw::Options { with: With::ALL.to_vec(), ..draw::Options::default() };
        let picture = draw::picture(told.check, told.wording, &options);
        let (svg, style) = apart(&draw::svg(&picture, Framing::Bare));
        let entry = |entry: &draw::Entry| {
            let about =
                entry.about.iter().filter_map(|&index| told.read.plan.names.find(&picture.nodes[index].id));
            let about: Vec<Id> = about.collect();
            Entry {
                number: entry.number,
                title: entry.title.clone(),
                text: entry.text.clone(),
                about: told.mentions(&about, MOST_ABOUT),
            }
        };
        let more = picture.legend.len().saturating_sub(MOST);
        Self {
            told,
            svg,
            style,
            legend_title: picture.legend_title.clone(),
            legend: picture.legend.iter().take(MOST).map(entry).collect(),
            more: if more > 0 {
                told.count("page-and-more", more)
            } else {
                picture.more.clone().unwrap_or_default()
            },
            notes: picture.notes.clone(),
            about: picture.about.clone(),
        }
    }

    /// What the picture shows, in Markdown, which holds no picture.
    pub(super) fn markdown(&self, out: &mut String) {
        let _ = write!(out, "{}\n\n", no_mark_up(&self.about));
    }
}

/// A picture and its style. In a page the style stands in the head, where the policy knows it by its hash.
fn apart(svg: &str) -> (String, String) {
    let Some((before, rest)) = svg.split_once("<style>") else { return (svg.to_owned(), String::new()) };
    let Some((style, after)) = rest.split_once("</style>") else { return (svg.to_owned(), String::new()) };
    // In a page a style is no XML: in it, nothing is written in another way.
    let entities = [("&apos;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    let style = entities.into_iter().fold(style.to_owned(), |style, (name, c)| style.replace(name, c));
    (format!("{before}{after}"), style)
}
