//! The editor server: what is weak about a plan, told while it is being written. It speaks the Language Server Protocol
//! over standard input and output.
//!
//! One file a feature. All of them look at one reading of the text, which is the one that `scf check` makes; where the text
//! is so broken that nothing can be read, at the last one that could be read. Nothing is written to disk but the pages of
//! the documentation (`pages`), nothing of a plan is logged, and nothing leaves the computer.

mod abilities;
mod actions;
mod completion;
mod diagnostics;
mod document;
mod folding;
mod hover;
mod links;
mod named;
mod navigation;
mod outline;
mod pages;
mod rename;
mod requests;
mod spot;
mod text;
mod view;
mod wire;

use crate::check::Options;
use crate::lang::Catalogue;
use crate::report::settings::unusable as unusable_settings;
use crate::settings::{Held, Lookup, Unusable};
use abilities::Abilities;
use anstream::adapter::strip_str;
use document::Document;
use gen_lsp_types as lsp;
use jiff::civil::Date;
use lsp::{LspNotificationMethod as Told, TextEdit, WorkspaceEdit};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId};
use pages::Pages;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;
use wire::Incoming;

/// Whoever types pauses longer than this between two words, and shorter within one. Findings are told in the pause.
const PAUSE: Duration = Duration::from_millis(30);

/// Columns of what is shown in a window of its own.
const WIDTH: usize = 80;

/// What a server needs to know beside the texts.
pub struct Service<'a> {
    /// The sentences.
    pub catalogue: &'a Catalogue,
    /// The day it is; without one, the machine is asked at each check.
    pub today: Option<Date>,
    /// Which settings file holds for each plan.
    pub settings: &'a Lookup,
}

/// How a session ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The editor said that it was over, and then to go.
    AsAgreed,
    /// The editor is gone, or said to go without a word before.
    Abrupt,
}

/// Serves one editor, until it says to go or is gone.
///
/// # Errors
/// Where nobody reads the answers any more.
pub fn serve(
    input: impl Read + Send + 'static,
    out: &mut dyn Write,
    service: &Service<'_>,
) -> io::Result<End> {
    let mut session = Session {
        service,
        incoming: wire::listen(input),
        waiting: VecDeque::new(),
        out,
        abilities: None,
        is_shut_down: false,
        documents: BTreeMap::new(),
        pages: Pages::default(),
        complaint: None,
    };
    match session.run() {
        // The editor is gone, and with it whoever would mind.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(End::Abrupt),
        end => end,
    }
}

struct Session<'a> {
    service: &'a Service<'a>,
    incoming: Receiver<Incoming>,
    /// What came in and was not looked at yet.
    waiting: VecDeque<Incoming>,
    out: &'a mut dyn Write,
    /// What the editor can do, once it has said so.
    abilities: Option<Abilities>,
    is_shut_down: bool,
    /// By the name that the editor gives them.
    documents: BTreeMap<String, Document>,
    pages: Pages,
    /// What was said last of a settings file that cannot be used.
    complaint: Option<String>,
}

/// Why a request is not answered.
#[derive(Debug)]
struct Refusal {
    code: ErrorCode,
    sentence: String,
}

impl Refusal {
    fn new(code: ErrorCode, sentence: impl Into<String>) -> Self {
        Self { code, sentence: sentence.into() }
    }
}

impl Session<'_> {
    fn run(&mut self) -> io::Result<End> {
        loop {
            let Some(incoming) = self.next()? else { return Ok(End::Abrupt) };
            match incoming {
                Incoming::Unreadable(code) => wire::refuse_body(self.out, code)?,
                Incoming::Message(Message::Request(request)) => {
                    let id = request.id.clone();
                    match self.answer(request) {
                        Ok(result) => wire::answer(self.out, &id, &result)?,
                        Err(Refusal { code, sentence }) => wire::refuse(self.out, id, code, sentence)?,
                    }
                }
                Incoming::Message(Message::Notification(notification)) => {
                    if notification.method == Told::Exit.as_str() {
                        return Ok(if self.is_shut_down { End::AsAgreed } else { End::Abrupt });
                    }
                    self.take(notification)?;
                }
                // Nothing is asked of the editor.
                Incoming::Message(Message::Response(_)) => {}
            }
        }
    }

    /// The next message; in a pause, findings are told first. Nothing once there is no more.
    fn next(&mut self) -> io::Result<Option<Incoming>> {
        loop {
            self.look_ahead()?;
            if let Some(incoming) = self.waiting.pop_front() {
                return Ok(Some(incoming));
            }
            let untold = self.documents.iter().find(|(_, document)| document.is_untold);
            let Some(uri) = untold.map(|(uri, _)| uri.clone()) else {
                return Ok(self.incoming.recv().ok());
            };
            match self.incoming.recv_timeout(PAUSE) {
                Ok(incoming) => return Ok(Some(incoming)),
                Err(RecvTimeoutError::Timeout) => self.tell(&uri)?,
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
            }
        }
    }

    /// Takes in what has come meanwhile, so that what nobody waits for any more is not worked out.
    fn look_ahead(&mut self) -> io::Result<()> {
        loop {
            match self.incoming.try_recv() {
                Ok(Incoming::Message(Message::Notification(cancel)))
                    if cancel.method == Told::CancelRequest.as_str() =>
                {
                    self.cancel(cancel)?;
                }
                Ok(incoming) => self.waiting.push_back(incoming),
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => return Ok(()),
            }
        }
    }

    /// Answers a request that still waits, that nobody waits for it.
    fn cancel(&mut self, cancel: Notification) -> io::Result<()> {
        let Some(params) = params_of::<lsp::CancelNotification>(cancel) else { return Ok(()) };
        let id = match params.id {
            lsp::Id::Int(number) => RequestId::from(number),
            lsp::Id::String(name) => RequestId::from(name),
        };
        let is_it = |incoming: &Incoming| matches!(incoming, Incoming::Message(Message::Request(request)) if request.id == id);
        let Some(place) = self.waiting.iter().position(is_it) else { return Ok(()) };
        self.waiting.remove(place);
        wire::refuse(self.out, id, ErrorCode::RequestCanceled, "cancelled".to_owned())
    }

    /// The options of a check: those of `scf check`. A settings file that cannot be used is told of by [`Self::tell`].
    fn options(&self, uri: &lsp::Uri) -> Options {
        let today = self.service.today.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
        Options { settings: self.held(uri).ok().flatten(), ..Options::on(today) }
    }

    /// The settings file that holds for a plan, as it is now.
    fn held(&self, uri: &lsp::Uri) -> Held {
        document::file_of(uri).map_or(Ok(None), |file| self.service.settings.afresh().of_plan(&file))
    }

    /// Takes a message that asks for no answer. What is no such message is passed over, as the protocol says.
    fn take(&mut self, notification: Notification) -> io::Result<()> {
        let Some(abilities) = self.abilities.filter(|_| !self.is_shut_down) else { return Ok(()) };
        let method = notification.method.clone();
        match Told::from(method.as_str()) {
            Told::TextDocumentDidOpen => {
                if let Some(params) = params_of::<lsp::DidOpenTextDocumentNotification>(notification) {
                    let document = Document::new(params.text_document, abilities.encoding);
                    self.documents.insert(document.uri.0.clone(), document);
                }
            }
            Told::TextDocumentDidChange => {
                let params = params_of::<lsp::DidChangeTextDocumentNotification>(notification);
                let Some(params) = params else { return Ok(()) };
                let changed = params.text_document;
                let document = self.documents.get_mut(&changed.text_document_identifier.uri.0);
                let Some(document) = document else { return Ok(()) };
                document.version = changed.version;
                for change in params.content_changes {
                    use lsp::TextDocumentContentChangeEvent as Change;
                    let (range, text) = match change {
                        Change::TextDocumentContentChangePartial(part) => (Some(part.range), part.text),
                        Change::TextDocumentContentChangeWholeDocument(whole) => (None, whole.text),
                    };
                    document.change(range, text, abilities.encoding);
                }
            }
            Told::TextDocumentDidClose => {
                if let Some(params) = params_of::<lsp::DidCloseTextDocumentNotification>(notification)
                    && let Some(document) = self.documents.remove(&params.text_document.uri.0)
                {
                    // What was told of it is not to stay behind.
                    self.publish(document.uri, None, Vec::new())?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Tells what was found in a document.
    fn tell(&mut self, uri: &str) -> io::Result<()> {
        let name = lsp::Uri::from(uri);
        self.complain(&name)?;
        let options = self.options(&name);
        let Self { documents, pages, service, abilities, .. } = self;
        let (Some(document), Some(abilities)) = (documents.get_mut(uri), *abilities) else { return Ok(()) };
        document.is_untold = false;
        let found = if document.is_plan() {
            document.read(&options);
            diagnostics::diagnostics(document, service.catalogue, abilities, pages)
        } else {
            Vec::new()
        };
        let (uri, version) = (document.uri.clone(), document.version);
        self.publish(uri, Some(version), found)
    }

    /// Says that a settings file cannot be used, once.
    fn complain(&mut self, uri: &lsp::Uri) -> io::Result<()> {
        let say = |unusable: &Unusable| unusable_settings(unusable, self.service.catalogue, WIDTH);
        let complaint = self.held(uri).err().map(|unusable| strip_str(&say(&unusable)).to_string());
        if complaint == self.complaint {
            return Ok(());
        }
        self.complaint.clone_from(&complaint);
        let Some(message) = complaint else { return Ok(()) };
        let params = lsp::ShowMessageParams { kind: lsp::MessageType::Warning, message };
        wire::tell::<lsp::ShowMessageNotification>(self.out, &params)
    }

    fn publish(
        &mut self,
        uri: lsp::Uri,
        version: Option<i32>,
        diagnostics: Vec<lsp::Diagnostic>,
    ) -> io::Result<()> {
        let params = lsp::PublishDiagnosticsParams { uri, version, diagnostics };
        wire::tell::<lsp::PublishDiagnosticsNotification>(self.out, &params)
    }
}

/// What a notification brings; nothing where it is not what its name says.
fn params_of<N: lsp::Notification>(notification: Notification) -> Option<N::Params>
where
    N::Params: DeserializeOwned,
{
    serde_json::from_value(notification.params).ok()
}

/// Changes to one document, in the form that the editor knows.
fn edit_of(document: &Document, edits: Vec<TextEdit>, abilities: Abilities) -> WorkspaceEdit {
    if !abilities.versioned_edits {
        let changes = HashMap::from([(document.uri.clone(), edits)]);
        return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
    }
    let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
        version: Some(document.version),
        text_document_identifier: lsp::TextDocumentIdentifier { uri: document.uri.clone() },
    };
    let edits = edits.into_iter().map(lsp::Edit::TextEdit).collect();
    let change = lsp::DocumentChange::TextDocumentEdit(lsp::TextDocumentEdit { text_document, edits });
    WorkspaceEdit { document_changes: Some(vec![change]), ..WorkspaceEdit::default() }
}
