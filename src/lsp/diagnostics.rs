//! Findings as an editor shows them: the same ones that `scf check` tells.

use super::abilities::Abilities;
use super::document::Document;
use super::pages::Pages;
use crate::check::Check;
use crate::findings::Finding;
use crate::lang::Catalogue;
use crate::plan::{FindingName, Severity};
use crate::report::wording::Wording;
use gen_lsp_types as lsp;
use lsp::{Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location};

/// Related places of one finding.
const MOST_RELATED: usize = 20;

/// The findings of a document, which was checked. What the team has accepted is left out: it has been talked about.
pub(super) fn diagnostics(
    document: &Document,
    catalogue: &Catalogue,
    abilities: Abilities,
    pages: &Pages,
) -> Vec<Diagnostic> {
    let Some(check) = document.check() else { return Vec::new() };
    let open = check.findings.iter().filter(|finding| finding.accepted.is_none());
    open.map(|finding| diagnostic(document, check, finding, catalogue, abilities, pages)).collect()
}

/// One finding.
pub(super) fn diagnostic(
    document: &Document,
    check: &Check,
    finding: &Finding,
    catalogue: &Catalogue,
    abilities: Abilities,
    pages: &Pages,
) -> Diagnostic {
    // The editor shows the plan itself: there is nothing to hide from it.
    let wording = Wording { catalogue, plan: check.plan.as_ref(), include: None };
    let worded = wording.of(finding);
    let (sentence, ask) = (worded.sentence(), worded.ask());
    let message = if ask.is_empty() { sentence } else { format!("{sentence}\n{ask}") };
    let related = finding.related.iter().take(MOST_RELATED).map(|related| DiagnosticRelatedInformation {
        location: Location { uri: document.uri.clone(), range: document.range(related.at) },
        message: worded.related(related),
    });
    let related: Vec<_> = if abilities.related { related.collect() } else { Vec::new() };
    let page = if abilities.code_description { pages.of(finding.name) } else { None };
    let is_faint = abilities.faint && finding.name == FindingName::UnusedAcceptance;
    Diagnostic {
        range: document.range(finding.at),
        severity: Some(severity(finding.severity)),
        code: Some(finding.name.name().to_owned().into()),
        code_description: page.map(|href| lsp::CodeDescription { href }),
        source: Some("scf".to_owned()),
        message: message.into(),
        tags: is_faint.then(|| vec![DiagnosticTag::Unnecessary]),
        related_information: (!related.is_empty()).then_some(related),
        data: None,
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::Error,
        Severity::Warning => DiagnosticSeverity::Warning,
        // A hint is hardly seen, and what is worth a conversation should be.
        Severity::Advice => DiagnosticSeverity::Information,
    }
}
