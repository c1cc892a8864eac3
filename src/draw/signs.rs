//! What the signs of a picture mean, as far as they occur in it.

use super::{Picture, Relation, Sign, SignOf, State};
use crate::lang::Catalogue;
use crate::plan::Kind;

/// The signs that occur, in their order.
pub(super) fn signs(picture: &Picture, catalogue: &Catalogue) -> Vec<Sign> {
    let mut used = Vec::new();
    let any = |state: State| picture.nodes.iter().any(|node| node.state == state);
    let kind = |kinds: &[Kind]| {
        let badges = || picture.nodes.iter().flat_map(|node| &node.badges);
        badges().any(|badge| kinds.contains(&badge.kind))
            || picture.nodes.iter().any(|node| kinds.contains(&node.kind))
    };
    let marked = |is_subject: bool| {
        picture.nodes.iter().flat_map(|node| &node.marks).any(|mark| mark.is_subject == is_subject)
    };
    let is_weak = picture
        .nodes
        .iter()
        .any(|node| node.is_bottleneck || node.badges.iter().any(|badge| badge.is_bottleneck));
    let occurs = [
        (SignOf::Leads, picture.edges.iter().any(|edge| edge.relation == Relation::Supports)),
        (SignOf::Bottleneck, is_weak),
        (SignOf::Subject, marked(true)),
        (SignOf::Falls, marked(false)),
        (SignOf::Done, any(State::Done)),
        (SignOf::Absent, any(State::Absent)),
        (SignOf::Failed, any(State::Failed)),
        (SignOf::Fallen, any(State::Fallen)),
        (SignOf::Person, kind(&[Kind::Person])),
        (SignOf::Party, kind(&[Kind::Party, Kind::Constituency])),
        (SignOf::Donor, kind(&[Kind::Donor])),
        (SignOf::Choice, kind(&[Kind::Choice])),
    ];
    for (sign, _) in occurs.into_iter().filter(|(_, occurs)| *occurs) {
        let text = catalogue.say("draw-sign", &[("sign", sign.name().into())]);
        used.push(Sign { sign, text });
    }
    used
}

impl SignOf {
    /// The name used in the catalogue, and as a class in SVG.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Bottleneck => "bottleneck",
            Self::Subject => "subject",
            Self::Falls => "falls",
            Self::Done => "done",
            Self::Absent => "absent",
            Self::Failed => "failed",
            Self::Fallen => "fallen",
            Self::Person => "person",
            Self::Party => "party",
            Self::Donor => "donor",
            Self::Choice => "choice",
        }
    }
}
