//! Quick fixes: what `scf check --fix` would mend, and accepting a finding for a reason.

use super::abilities::Abilities;
use super::diagnostics::diagnostic;
use super::document::Document;
use super::pages::Pages;
use crate::check::Check;
use crate::findings::{Finding, Subject};
use crate::fix::{Fix, Fixes, Safety};
use crate::lang::Catalogue;
use crate::plan::FindingName;
use gen_lsp_types::{CodeAction, CodeActionKind, Diagnostic, Range, TextEdit, WorkspaceEdit};

/// What stands around the actions.
pub(super) struct Desk<'a> {
    pub(super) document: &'a Document,
    pub(super) check: &'a Check,
    pub(super) catalogue: &'a Catalogue,
    pub(super) abilities: Abilities,
    pub(super) pages: &'a Pages,
}

impl Desk<'_> {
    /// What can be done about the findings that this range touches: the fixes first, each safe one before the guesses.
    pub(super) fn actions(&self, fixes: &Fixes, range: Range) -> Vec<CodeAction> {
        let touched: Vec<&Finding> = self.check.findings.iter().filter(|f| self.touches(f, range)).collect();
        let mut actions = Vec::new();
        let mut given: Vec<&Fix> = Vec::new();
        for finding in &touched {
            let those: Vec<&Fix> = fixes.of_finding(finding).collect();
            for &fix in &those {
                // One fix may mend several findings.
                if !given.iter().any(|other| std::ptr::eq(*other, fix)) {
                    given.push(fix);
                    actions.push(self.fix(fix, &touched, those.len() == 1));
                }
            }
        }
        actions.extend(touched.iter().filter_map(|finding| self.acceptance(finding)));
        actions
    }

    /// What mends some of the findings that are touched; whether nothing else does.
    fn fix(&self, fix: &Fix, touched: &[&Finding], is_only: bool) -> CodeAction {
        let mended = touched.iter().filter(|finding| fix.is_of(finding));
        CodeAction {
            title: fix.say(self.catalogue),
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: Some(mended.map(|finding| self.diagnostic(finding)).collect()),
            is_preferred: Some(is_only && fix.safety == Safety::Safe),
            edit: Some(self.edit(fix.edits.iter().map(|edit| self.text_edit(edit.at.clone(), &edit.text)))),
            ..CodeAction::default()
        }
    }

    /// Whether an open finding stands where the cursor is or what is selected.
    fn touches(&self, finding: &Finding, range: Range) -> bool {
        let at = self.document.range(finding.at);
        finding.accepted.is_none() && at.start <= range.end && range.start <= at.end
    }

    /// A comment that accepts a finding, above the line that it stands in. Its reason is still to be written: until then,
    /// `scf` asks for it.
    fn acceptance(&self, finding: &Finding) -> Option<CodeAction> {
        // What accepts nothing is to be taken out, and is no matter of reasons.
        let is_open = finding.name.can_be_accepted() && finding.name != FindingName::UnusedAcceptance;
        if !is_open || matches!(finding.subject, Subject::Unread(_)) {
            return None;
        }
        let text = self.check.source.text();
        let start = text[..finding.at.start as usize].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        if self.document.is_inside_a_text(start) {
            return None;
        }
        let line = &text[start..];
        // Above a remark, it would speak of what comes after the remark.
        if line.trim_start().starts_with('#') {
            return None;
        }
        let indent = &line[..line.len() - line.trim_start_matches(' ').len()];
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let comment = format!("{indent}# scf: accept[{}] {end}", finding.name.name());
        let args = [("name", finding.name.name().into())];
        Some(CodeAction {
            title: self.catalogue.say("lsp-accept", &args),
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: Some(vec![self.diagnostic(finding)]),
            edit: Some(self.edit([self.text_edit(start..start, &comment)].into_iter())),
            ..CodeAction::default()
        })
    }

    fn diagnostic(&self, finding: &Finding) -> Diagnostic {
        diagnostic(self.document, self.check, finding, self.catalogue, self.abilities, self.pages)
    }

    fn text_edit(&self, at: std::ops::Range<usize>, text: &str) -> TextEdit {
        TextEdit {
            range: self.document.range(crate::source::Span::new(at.start, at.end)),
            new_text: text.to_owned(),
        }
    }

    fn edit(&self, edits: impl Iterator<Item = TextEdit>) -> WorkspaceEdit {
        super::edit_of(self.document, edits.collect(), self.abilities)
    }
}
