//! Names of findings in a plan, and the pages that say what they mean.

use super::named;
use super::pages::Pages;
use super::view::View;
use crate::plan::{FindingName, MeantNames, What};
use crate::source::Span;
use gen_lsp_types::DocumentLink;

/// The name of a finding in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) finding: FindingName,
    pub(super) at: Span,
}

/// All of them, in the order of the text: in `accepted`, in the settings, in lessons, and in comments that accept.
pub(super) fn all(view: &View<'_>) -> Vec<Link> {
    let in_values = view.sites().iter().filter_map(|site| {
        let names_findings = matches!(
            site.what,
            What::Name(MeantNames::Findings, _)
                | What::NameOf(MeantNames::Findings, _)
                | What::Name(MeantNames::About, None)
        );
        let name = named::text_of(view, site.node).filter(|_| names_findings)?;
        Some(Link { finding: FindingName::find(name)?, at: site.at })
    });
    let comments = view.plan.accepting_comments.iter().map(|comment| &comment.finding);
    let in_comments = comments.map(|finding| Link { finding: finding.value, at: finding.at });
    let mut links: Vec<Link> = in_values.chain(in_comments).collect();
    links.sort_by_key(|link| link.at);
    links
}

/// The one at this byte.
pub(super) fn at(view: &View<'_>, byte: u32) -> Option<Link> {
    all(view).into_iter().find(|link| (link.at.start..=link.at.end).contains(&byte))
}

/// What is written about a finding.
pub(super) fn page(finding: FindingName) -> Option<&'static str> {
    crate::cli::explain::page_of(finding)
}

/// Each name as a link to its page.
pub(super) fn links(view: &View<'_>, pages: &Pages) -> Vec<DocumentLink> {
    let link = |link: Link| {
        Some(DocumentLink {
            range: view.range(link.at),
            target: Some(pages.of(link.finding)?),
            ..DocumentLink::default()
        })
    };
    all(view).into_iter().filter_map(link).collect()
}
