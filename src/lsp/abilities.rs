//! What the editor can do, and what this server offers it.

use super::text::Encoding;
use gen_lsp_types as lsp;
use lsp::{CodeActionKind, InitializeParams, MarkupKind, ServerCapabilities, TextDocumentSyncKind};

/// What the editor can do, as far as an answer depends on it.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools)] // The protocol asks these one by one.
pub struct Abilities {
    /// What places count.
    pub encoding: Encoding,
    /// Hover texts may be Markdown.
    pub markdown: bool,
    /// An outline may have levels.
    pub nested_outline: bool,
    /// A finding may have further places.
    pub related: bool,
    /// What is of no use may be shown faint.
    pub faint: bool,
    /// A finding's name may lead to its page.
    pub code_description: bool,
    /// Changes may say which version of the text they are for.
    pub versioned_edits: bool,
    /// Quick fixes may bring their changes along.
    pub actions: bool,
}

impl Abilities {
    /// What the editor says of itself.
    #[must_use]
    pub fn of(params: &InitializeParams) -> Self {
        let client = &params.capabilities;
        let document = client.text_document.clone().unwrap_or_default();
        let told = document.publish_diagnostics.unwrap_or_default().diagnostics_capabilities;
        let encodings = client.general.as_ref().and_then(|general| general.position_encodings.as_ref());
        let edits = client.workspace.as_ref().and_then(|workspace| workspace.workspace_edit.as_ref());
        let formats = document.hover.unwrap_or_default().content_format.unwrap_or_default();
        let tags = told.tag_support.map(|tags| tags.value_set).unwrap_or_default();
        let outline = document.document_symbol.unwrap_or_default();
        Self {
            encoding: Encoding::among(encodings.map_or(&[], Vec::as_slice)),
            markdown: formats.contains(&MarkupKind::Markdown),
            nested_outline: outline.hierarchical_document_symbol_support.unwrap_or_default(),
            related: told.related_information.unwrap_or_default(),
            faint: tags.contains(&lsp::DiagnosticTag::Unnecessary),
            code_description: told.code_description_support.unwrap_or_default(),
            versioned_edits: edits.and_then(|edits| edits.document_changes).unwrap_or_default(),
            actions: document.code_action.is_some_and(|action| action.code_action_literal_support.is_some()),
        }
    }

    /// What is offered to it.
    #[must_use]
    pub fn offer(self) -> ServerCapabilities {
        let sync = lsp::TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::Incremental),
            ..lsp::TextDocumentSyncOptions::default()
        };
        // After a space behind a colon, in a list, in brackets, and after the choice of an option.
        let triggers = [" ", "[", "{", ",", "."].map(str::to_owned).to_vec();
        ServerCapabilities {
            position_encoding: Some(self.encoding.kind()),
            text_document_sync: Some(sync.into()),
            completion_provider: Some(lsp::CompletionOptions {
                trigger_characters: Some(triggers),
                ..lsp::CompletionOptions::default()
            }),
            hover_provider: Some(true.into()),
            definition_provider: Some(true.into()),
            references_provider: Some(true.into()),
            document_symbol_provider: Some(true.into()),
            code_action_provider: self.actions.then(|| {
                lsp::CodeActionOptions {
                    code_action_kinds: Some(vec![CodeActionKind::QuickFix]),
                    ..lsp::CodeActionOptions::default()
                }
                .into()
            }),
            document_link_provider: Some(lsp::DocumentLinkOptions::default()),
            rename_provider: Some(
                lsp::RenameOptions { prepare_provider: Some(true), ..lsp::RenameOptions::default() }.into(),
            ),
            folding_range_provider: Some(true.into()),
            ..ServerCapabilities::default()
        }
    }
}
