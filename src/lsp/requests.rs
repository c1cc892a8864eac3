//! What an editor asks, and which feature answers.

use super::abilities::Abilities;
use super::actions::Desk;
use super::document::Document;
use super::view::View;
use super::{
    Refusal, Request, Session, Value, completion, edit_of, folding, hover, links, navigation, outline, rename,
};
use gen_lsp_types as lsp;
use lsp::{CodeActionKind, LspRequestMethod as Asked, Position, TextDocumentPositionParams, Uri};
use lsp_server::ErrorCode;

/// The answer to a request of this type.
type Answer<R> = Result<<R as lsp::Request>::Result, Refusal>;

impl Session<'_> {
    /// The answer to a request, as JSON.
    pub(super) fn answer(&mut self, request: Request) -> Result<String, Refusal> {
        let Request { method, params, .. } = request;
        let asked = Asked::from(&*method);
        if self.is_shut_down {
            return Err(Refusal::new(ErrorCode::InvalidRequest, "the session is shut down"));
        }
        let Some(abilities) = self.abilities else {
            return match asked {
                Asked::Initialize => {
                    ask::<lsp::InitializeRequest>(params, |params| Ok(self.initialize(&params)))
                }
                _ => Err(Refusal::new(ErrorCode::ServerNotInitialized, "not initialized yet")),
            };
        };
        match asked {
            Asked::Initialize => Err(Refusal::new(ErrorCode::InvalidRequest, "initialized already")),
            Asked::Shutdown => {
                self.is_shut_down = true;
                Ok("null".to_owned())
            }
            Asked::TextDocumentHover => ask::<lsp::HoverRequest>(params, |params| {
                let catalogue = self.service.catalogue;
                self.at(&params.text_document_position_params, |view, place| {
                    hover::hover(view, place, catalogue, abilities)
                })
            }),
            Asked::TextDocumentDefinition => ask::<lsp::DefinitionRequest>(params, |params| {
                let found = self.at(&params.text_document_position_params, navigation::definition)?;
                Ok(found.map(|location| lsp::Definition::Location(location).into()))
            }),
            Asked::TextDocumentReferences => ask::<lsp::ReferencesRequest>(params, |params| {
                let with_own = params.context.include_declaration;
                self.at(&params.text_document_position_params, |view, place| {
                    navigation::references(view, place, with_own)
                })
            }),
            Asked::TextDocumentCompletion => ask::<lsp::CompletionRequest>(params, |params| {
                self.completion(&params.text_document_position_params)
            }),
            Asked::TextDocumentPrepareRename => ask::<lsp::PrepareRenameRequest>(params, |params| {
                let catalogue = self.service.catalogue;
                let told = self.at(&params.text_document_position_params, |view, place| {
                    Some(rename::prepare(view, place, catalogue))
                })?;
                told.transpose().map_err(refused)
            }),
            Asked::TextDocumentRename => {
                ask::<lsp::RenameRequest>(params, |params| self.rename(&params, abilities))
            }
            Asked::TextDocumentDocumentSymbol => ask::<lsp::DocumentSymbolRequest>(params, |params| {
                let outline = |view: &View<'_>| -> lsp::DocumentSymbolResponse {
                    if abilities.nested_outline {
                        outline::nested(view).into()
                    } else {
                        outline::flat(view).into()
                    }
                };
                self.view(&params.text_document.uri, outline)
            }),
            Asked::TextDocumentFoldingRange => ask::<lsp::FoldingRangeRequest>(params, |params| {
                let document = self.plan(&params.text_document.uri)?;
                Ok(document.map(|document| folding::folds(document.text())))
            }),
            Asked::TextDocumentDocumentLink => ask::<lsp::DocumentLinkRequest>(params, |params| {
                let options = self.options(&params.text_document.uri);
                self.plan(&params.text_document.uri)?;
                let Self { documents, pages, .. } = self;
                let view = documents
                    .get_mut(&params.text_document.uri.0)
                    .and_then(|document| document.view(&options));
                Ok(view.map(|view| links::links(&view, pages)))
            }),
            Asked::TextDocumentCodeAction => {
                ask::<lsp::CodeActionRequest>(params, |params| self.actions(&params, abilities))
            }
            _ => Err(Refusal::new(ErrorCode::MethodNotFound, format!("{} is not offered", shown(&method)))),
        }
    }

    fn initialize(&mut self, params: &lsp::InitializeParams) -> lsp::InitializeResult {
        let abilities = Abilities::of(params);
        self.abilities = Some(abilities);
        let server =
            lsp::ServerInfo { name: "scf".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
        lsp::InitializeResult { capabilities: abilities.offer(), server_info: Some(server) }
    }

    /// The document of this name, where it is a plan.
    fn plan(&mut self, uri: &Uri) -> Result<Option<&mut Document>, Refusal> {
        let document = self.documents.get_mut(&uri.0);
        let document =
            document.ok_or_else(|| Refusal::new(ErrorCode::InvalidParams, "no such document is open"))?;
        Ok(Some(document).filter(|document| document.is_plan()))
    }

    /// What is told of a document, where it is a plan or was one.
    fn view<T>(&mut self, uri: &Uri, tell: impl FnOnce(&View<'_>) -> T) -> Result<Option<T>, Refusal> {
        let options = self.options(uri);
        let view = self.plan(uri)?.and_then(|document| document.view(&options));
        Ok(view.map(|view| tell(&view)))
    }

    /// What is told of a place in it.
    fn at<T>(
        &mut self,
        place: &TextDocumentPositionParams,
        tell: impl FnOnce(&View<'_>, Position) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        Ok(self.view(&place.text_document.uri, |view| tell(view, place.position))?.flatten())
    }

    fn completion(&mut self, place: &TextDocumentPositionParams) -> Answer<lsp::CompletionRequest> {
        let (options, catalogue) = (self.options(&place.text_document.uri), self.service.catalogue);
        let Some(document) = self.plan(&place.text_document.uri)? else { return Ok(None) };
        if document.last_view().is_none() {
            document.read(&options);
        }
        // Whoever types need not wait for a check of what is typed: the ids of before will do.
        let view = document.last_view();
        let mark = document.byte_order_mark();
        let text = &document.text().as_str()[mark..];
        let byte = document.text().byte(place.position).saturating_sub(mark);
        let (word, offers) = completion::offers(text, byte, view.as_ref(), catalogue);
        let range = document.text().range(word.start + mark..word.end + mark);
        Ok(Some(offers.list(range).into()))
    }

    fn rename(&mut self, params: &lsp::RenameParams, abilities: Abilities) -> Answer<lsp::RenameRequest> {
        let (catalogue, place) = (self.service.catalogue, &params.text_document_position_params);
        let edits = self
            .at(place, |view, position| Some(rename::rename(view, position, &params.new_name, catalogue)))?;
        let Some(edits) = edits.transpose().map_err(refused)? else { return Ok(None) };
        let document = self.plan(&place.text_document.uri)?;
        Ok(document.map(|document| edit_of(document, edits, abilities)))
    }

    fn actions(
        &mut self,
        params: &lsp::CodeActionParams,
        abilities: Abilities,
    ) -> Answer<lsp::CodeActionRequest> {
        let wants_fixes =
            |kind: &CodeActionKind| matches!(kind, CodeActionKind::QuickFix | CodeActionKind::Empty);
        if params.context.only.as_ref().is_some_and(|kinds| !kinds.iter().any(wants_fixes)) {
            return Ok(None);
        }
        let (options, catalogue) = (self.options(&params.text_document.uri), self.service.catalogue);
        let Some(document) = self.plan(&params.text_document.uri)? else { return Ok(None) };
        document.read(&options);
        let (uri, pages) = (&params.text_document.uri.0, &self.pages);
        let Some(document) = self.documents.get(uri) else { return Ok(None) };
        let Some((check, fixes)) = document.fixes() else { return Ok(None) };
        let actions = Desk { document, check, catalogue, abilities, pages }.actions(fixes, params.range);
        Ok(Some(actions.into_iter().map(lsp::CodeActionResponse::CodeAction).collect()))
    }
}

/// The answer to a request, as it is sent.
fn ask<R: lsp::Request>(
    params: Value,
    answer: impl FnOnce(R::Params) -> Answer<R>,
) -> Result<String, Refusal> {
    let misfit =
        |_| Refusal::new(ErrorCode::InvalidParams, format!("these are no parameters of {}", R::METHOD));
    let answer = answer(serde_json::from_value(params).map_err(misfit)?)?;
    serde_json::to_string(&answer)
        .map_err(|_| Refusal::new(ErrorCode::InternalError, "the answer cannot be written"))
}

/// A sentence that the editor shows.
fn refused(sentence: String) -> Refusal {
    Refusal::new(ErrorCode::RequestFailed, sentence)
}

/// The beginning of a name that anybody may have made up.
fn shown(method: &str) -> String {
    method.chars().take(100).collect()
}
