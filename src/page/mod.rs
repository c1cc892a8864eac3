//! A plan on one page for a browser: everything that the commands tell, in one file that loads nothing.
//!
//! Each section is a file with a template of the same name under `templates`; what it tells comes from the same functions
//! that the commands use. The style and the script stand in the page; a policy in its head lets a browser take no other,
//! and load nothing at all. Without the script everything can be read; with it, the picture moves, things are found, and one
//! can ask what falls when several things are gone at once.

mod agenda;
mod assumptions;
mod bottlenecks;
mod choices;
mod csp;
mod findings;
mod foot;
mod people;
mod picture;
mod summary;
mod table;
mod tables;
mod things;
mod timeline;
mod together;
mod told;
mod what_if;
mod words;
mod workload;

pub use what_if::MOST_IDS;

use crate::check::Check;
use crate::lang::Catalogue;
use crate::plan::Sensitivity;
use askama::Template;
use csp::Policy;
use jiff::civil::Date;
use std::fmt::Write as _;
use tables::Tables;
use told::{Told, page_language};
use words::PlanText;

/// The style of a page.
const STYLE: &str = concat!(
    include_str!("style/ground.css"),
    include_str!("style/sections.css"),
    include_str!("style/picture.css"),
    include_str!("style/print.css"),
);

/// The script of a page.
const SCRIPT: &str = concat!(
    "\"use strict\";\n",
    include_str!("script/falls.js"),
    include_str!("script/view.js"),
    include_str!("script/panel.js"),
    include_str!("script/search.js"),
    include_str!("script/start.js"),
);

/// How a page is made.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The sentences.
    pub catalogue: &'a Catalogue,
    /// Things that only a smaller circle may see are left out.
    pub include: Sensitivity,
    /// The day it is today.
    pub today: Date,
    /// A further script of a page that is served: it stands behind the page's own, and may ask the server that the page
    /// comes from. `None` for a page that is a file.
    pub live: Option<&'a str>,
}

/// A page as a whole.
#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    told: &'a Told<'a>,
    policy: String,
    style: &'static str,
    script: &'static str,
    picture_style: &'a str,
    language: String,
    title: PlanText,
    stage: String,
    /// What is left out, in words; empty where nothing is.
    hidden: String,
    sections: Vec<Section>,
    /// Data for the script; nothing for a plan that is too large.
    data: Option<String>,
    words: String,
    live: Option<&'a str>,
}

/// A section of a page.
struct Section {
    id: &'static str,
    /// Its name in the list of sections.
    name: String,
    html: String,
}

/// All sections of a page.
struct Sections<'a> {
    summary: summary::Summary<'a>,
    picture: picture::Picture<'a>,
    findings: findings::Findings<'a>,
    bottlenecks: Option<bottlenecks::Table<'a>>,
    timeline: Option<timeline::Section<'a>>,
    workload: Option<workload::Section<'a>>,
    tables: Vec<Tables>,
    agenda: Option<agenda::Section<'a>>,
    things: things::Things<'a>,
}

impl<'a> Sections<'a> {
    fn of(told: &'a Told<'a>) -> Self {
        let tables = [
            choices::section(told),
            people::section(told),
            together::cooperation(told),
            together::inclusion(told),
            assumptions::section(told),
        ];
        Self {
            summary: summary::Summary::of(told),
            picture: picture::Picture::of(told),
            findings: findings::Findings::of(told),
            bottlenecks: bottlenecks::Table::of(told),
            timeline: timeline::Section::of(told),
            workload: workload::Section::of(told),
            tables: tables.into_iter().flatten().collect(),
            agenda: agenda::Section::of(told),
            things: things::Things::of(told),
        }
    }

    fn html(&self, told: &Told<'_>) -> Vec<Section> {
        let mut sections = Vec::new();
        let mut add = |id: &'static str, html: Option<String>| {
            let name = |html| Section { id, name: told.word("page-section", "section", id), html };
            sections.extend(html.map(name));
        };
        add("summary", Some(self.summary.to_string()));
        add("picture", Some(self.picture.to_string()));
        add("findings", Some(self.findings.to_string()));
        add("bottlenecks", self.bottlenecks.as_ref().map(ToString::to_string));
        add("timeline", self.timeline.as_ref().map(ToString::to_string));
        add("workload", self.workload.as_ref().map(ToString::to_string));
        for tables in &self.tables {
            add(tables.id, Some(tables.to_string()));
        }
        add("agenda", self.agenda.as_ref().map(ToString::to_string));
        add("things", Some(self.things.to_string()));
        sections
    }

    fn markdown(&self, told: &Told<'_>, out: &mut String) {
        let mut section = |id: &'static str, write: &dyn Fn(&mut String)| {
            let _ = write!(out, "## {}\n\n", told.word("page-section", "section", id));
            write(out);
        };
        section("summary", &|out| self.summary.markdown(out));
        section("picture", &|out| self.picture.markdown(out));
        section("findings", &|out| self.findings.markdown(out));
        if let Some(bottlenecks) = &self.bottlenecks {
            section("bottlenecks", &|out| bottlenecks.markdown(out));
        }
        if let Some(timeline) = &self.timeline {
            section("timeline", &|out| timeline.markdown(out));
        }
        if let Some(workload) = &self.workload {
            section("workload", &|out| workload.markdown(out));
        }
        for tables in &self.tables {
            section(tables.id, &|out| tables.markdown(out));
        }
        if let Some(agenda) = &self.agenda {
            section("agenda", &|out| agenda.markdown(out));
        }
        section("things", &|out| self.things.markdown(out));
    }
}

/// The plan on one page; where parts of it could not be read, its faults instead.
#[must_use]
pub fn html(check: &Check, options: &Options<'_>) -> String {
    let Some(read) = check.read() else { return faults(check, options) };
    let told = Told::of(check, read, options);
    let sections = Sections::of(&told);
    let picture_style = &*sections.picture.style;
    let styles = [STYLE, picture_style];
    let scripts: Vec<&str> = std::iter::once(SCRIPT).chain(options.live).collect();
    let page = Page {
        policy: Policy { styles: &styles, scripts: &scripts, may_connect: options.live.is_some() }.content(),
        style: STYLE,
        script: SCRIPT,
        picture_style,
        language: page_language(options),
        title: told.text(check.title()),
        stage: told.word("head-stage", "stage", read.plan.stage().name()),
        hidden: if told.hidden > 0 { told.count("page-hidden", told.hidden) } else { String::new() },
        sections: sections.html(&told),
        data: what_if::WhatIf::of(&told).map(|data| data.json()),
        words: foot::words_for_script(&told),
        live: options.live,
        told: &told,
    };
    page.to_string()
}

/// How many things are left out of the page, because not everybody may see them.
#[must_use]
pub fn left_out(check: &Check, options: &Options<'_>) -> usize {
    check.read().map_or(0, |read| Told::of(check, read, options).hidden)
}

/// The same in Markdown, for a wiki; empty where parts of the plan could not be read.
#[must_use]
pub fn markdown(check: &Check, options: &Options<'_>) -> String {
    let Some(read) = check.read() else { return String::new() };
    let told = Told::of(check, read, options);
    let mut out = format!("# {}\n\n", told.text(check.title()).markdown());
    if told.hidden > 0 {
        // Writing to a string cannot fail.
        let _ = write!(out, "{}\n\n", told.count("page-hidden", told.hidden));
    }
    Sections::of(&told).markdown(&told, &mut out);
    let made = told.with("page-made", &[("day", told.today.to_string().into())]);
    let _ = writeln!(out, "---\n\n{made} {}", told.say("page-code-names"));
    out
}

/// What could not be read in a plan, on a page: what is wrong, where, and what would be right.
#[must_use]
pub fn faults(check: &Check, options: &Options<'_>) -> String {
    foot::faults(check, options)
}

impl Page<'_> {
    /// The direction in which the page runs.
    fn direction(&self) -> &'static str {
        if self.told.is_rtl { "rtl" } else { "ltr" }
    }
}
