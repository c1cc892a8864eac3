//! The words in a picture and around it.

use super::Drawing;
use crate::check::Check;
use crate::draw::Node;
use crate::draw::beside::option;
use crate::draw::part::is_absent;
use crate::lang::shown;
use crate::plan::{Id, Kind, Level};
use crate::report::show::state_under;
use crate::report::wording::shortened;
use std::collections::HashSet;

/// Longest name of a band, in characters.
const LONGEST_BAND: usize = 40;
/// Longest title of a plan, in characters.
const LONGEST_TITLE: usize = 400;

impl Drawing<'_> {
    /// How far an item has come, and what is folded into it.
    pub(super) fn captions(&self, node: &Node, item: Option<u32>) -> Vec<String> {
        let Some(item) = item.and_then(|at| self.plan.items.get(at as usize)) else { return Vec::new() };
        let mut captions = Vec::new();
        if !option(self.plan, item).is_some_and(|option| self.wording.hides(option)) {
            let called = |option: Id| self.wording.quoted(option);
            let state = state_under(self.plan, self.graph, item, self.wording.catalogue, called);
            // A sign in the box says already under which option an open item stands.
            let is_said = node.badges.iter().any(|badge| badge.kind == Kind::Choice);
            let is_open = self.graph.is_open(item.id) && item.status.is_none();
            captions.extend(Some(state).filter(|state| !(state.is_empty() || (is_said && is_open))));
        } else if is_absent(self.graph, item.id) {
            captions.push(self.wording.catalogue.say("state-left-out", &[]));
        }
        let folded: Vec<String> = node
            .folded
            .iter()
            .map(|(level, count)| {
                let args = [("level", level.name().into()), ("count", (*count).into())];
                self.wording.catalogue.say("level-count", &args)
            })
            .collect();
        captions.extend(Some(folded.join(", ")).filter(|folded| !folded.is_empty()));
        captions
    }

    /// The name of a band. `beside`: the kinds of what stands in it, where it is not a level.
    pub(super) fn band_title(&self, level: Option<Level>, beside: &HashSet<Kind>) -> String {
        let catalogue = self.wording.catalogue;
        let Some(level) = level else {
            let names = self
                .asked()
                .into_iter()
                .filter(|with| with.kinds().iter().any(|kind| beside.contains(kind)))
                .map(|with| catalogue.say("draw-beside", &[("kind", with.kind().name().into())]));
            return names.collect::<Vec<_>>().join(", ");
        };
        match self.plan.labels.iter().find(|(labelled, _)| *labelled == level) {
            Some((_, word)) => shortened(&word.value, LONGEST_BAND).into_owned(),
            None => catalogue.say("draw-band", &[("level", level.name().into())]),
        }
    }

    pub(super) fn title(&self, check: &Check) -> String {
        match check.title() {
            "-" => self.wording.catalogue.say("standard-input", &[]),
            title => shortened(title, LONGEST_TITLE).into_owned(),
        }
    }

    pub(super) fn about(&self, check: &Check) -> String {
        let counts = Level::ALL.into_iter().zip(self.part.of_level).skip(1);
        let counts: Vec<String> = counts
            .filter(|(_, count)| *count > 0)
            .map(|(level, count)| {
                let args = [("level", level.name().into()), ("count", count.into())];
                self.wording.catalogue.say("level-count", &args)
            })
            .collect();
        let title = shown(&self.title(check)).into_owned();
        self.wording.catalogue.say(
            "draw-about",
            &[("title", title.into()), ("count", counts.len().into()), ("counts", counts.join(", ").into())],
        )
    }

    pub(super) fn subtitle(&self) -> String {
        let count = self.wording.catalogue.say("head-count", &[("count", self.part.meant.into())]);
        match self.options.day {
            Some(day) => format!("{count} · {day}"),
            None => count,
        }
    }

    pub(super) fn headline(&self) -> Option<String> {
        let failure = self.failure.as_ref()?;
        let loss = failure.fall().loss.len();
        let standing = self.graph.results().iter().filter(|&&id| self.graph.stands(id)).count();
        let args = [
            ("names", self.wording.listed(&self.options.without).into()),
            ("loss", loss.into()),
            ("results", standing.into()),
        ];
        Some(self.wording.catalogue.say("draw-without", &args))
    }

    pub(super) fn notes(&self, left_out: usize) -> Vec<String> {
        let catalogue = self.wording.catalogue;
        let mut notes = Vec::new();
        if let Some(highest) = self.part.folds.iter().min() {
            notes.push(catalogue.say("draw-folded", &[("level", highest.name().into())]));
        }
        if self.part.astray > 0 {
            notes.push(catalogue.say("draw-astray", &[("count", self.part.astray.into())]));
        }
        if left_out > 0 {
            notes.push(catalogue.say("draw-left-out", &[("count", left_out.into())]));
        }
        notes
    }
}
