//! Receives the messages of a client and hands each to the file that handles it.
//!
//! Handlers that change a document do so before they first wait, so that documents change in the order of the messages.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;
use tower_lsp_server::jsonrpc::Result;
use tower_lsp_server::ls_types::{
    CodeActionKind, CodeActionOptions, CodeActionParams, CodeActionProviderCapability, CodeActionResponse, CodeLens,
    CodeLensOptions, CodeLensParams, CompletionOptions, CompletionParams, CompletionResponse, ConfigurationItem,
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DidSaveTextDocumentParams, DocumentLink, DocumentLinkOptions, DocumentLinkParams,
    DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandOptions, ExecuteCommandParams, Hover, HoverParams,
    HoverProviderCapability, InitializeParams, InitializeResult, InitializedParams, InlayHint, InlayHintParams,
    InlineCompletionOptions, InlineCompletionParams, InlineCompletionResponse, MessageType, OneOf, SaveOptions,
    ServerCapabilities, ServerInfo, TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
    TextDocumentSyncSaveOptions, Uri, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};
use tower_lsp_server::{Client, LanguageServer};

use super::Options;
use super::diagnostics;
use super::document::{ReadOptions, Snapshot};
use super::position::{PositionUnit, apply_changes};
use super::requests::segment::{LookupParams, SegmentAtPosition, SegmentParams};
use super::requests::{actions, commands, completion, hints, hover, inline, lens, links, segment, symbols};
use super::session::Session;
use super::settings::Settings;
use super::start;

/// The server of one client.
#[derive(Debug)]
pub(super) struct Server {
    session: Arc<Session>,
    options: Options,
    /// Set when the client sends `shutdown`.
    has_shut_down: Arc<AtomicBool>,
}

impl Server {
    pub(super) fn new(client: Client, options: Options, has_shut_down: Arc<AtomicBool>) -> Self {
        Self { session: Arc::new(Session::new(client)), options, has_shut_down }
    }

    pub(super) async fn segment(&self, params: SegmentParams) -> Result<Option<SegmentAtPosition>> {
        Ok(segment::answer(&self.session, params).await)
    }

    pub(super) async fn lookup(&self, params: LookupParams) -> Result<Option<Value>> {
        Ok(segment::lookup(&self.session, params).await)
    }

    pub(super) async fn inline_completion(
        &self,
        params: InlineCompletionParams,
    ) -> Result<Option<InlineCompletionResponse>> {
        Ok(inline::answer(&self.session, params).await)
    }

    fn position_unit(&self) -> PositionUnit {
        self.session.units.get().copied().unwrap_or_default()
    }

    /// Reads a text as a document.
    fn read(&self, uri: Uri, version: i32, text: String) -> Snapshot {
        let counterpart = self.session.documents.counterpart(&uri, self.position_unit());
        let settings = self.session.settings.load();
        Snapshot::new(
            uri,
            version,
            text,
            counterpart,
            &ReadOptions { units: self.position_unit(), settings: &settings },
        )
    }

    /// Reads documents again: those whose counterpart has changed, or all.
    fn read_again(&self, counterpart: Option<&Uri>) {
        for open in self.session.documents.all() {
            let now = open.now.load_full();
            let is_affected = match counterpart {
                Some(uri) => now.other.as_ref().is_some_and(|other| other.uri == *uri),
                None => true,
            };
            if is_affected {
                open.now.store(Arc::new(self.read(now.uri.clone(), now.version, now.text.clone())));
                diagnostics::schedule(&self.session, open, false);
            }
        }
    }

    /// Applies new settings; returns what is wrong with them, if anything.
    fn apply_settings(&self, given: &Value) -> Option<String> {
        match Settings::read(given) {
            Ok(settings) => {
                self.session.settings.store(Arc::new(settings));
                None
            }
            Err(problem) => Some(problem),
        }
    }
}

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let general = params.capabilities.general.as_ref();
        let units = PositionUnit::negotiated(general.and_then(|general| general.position_encodings.as_deref()));
        let _ = self.session.units.set(units);
        let _ = self.session.capabilities.set(params.capabilities);
        if let Some(problem) = params.initialization_options.as_ref().and_then(|given| self.apply_settings(given)) {
            self.session.client.log_message(MessageType::WARNING, problem).await;
        }
        let capabilities = ServerCapabilities {
            position_encoding: Some(units.kind()),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
                ..TextDocumentSyncOptions::default()
            })),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            completion_provider: Some(CompletionOptions::default()),
            code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::REFACTOR]),
                ..CodeActionOptions::default()
            })),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(true) }),
            document_symbol_provider: Some(OneOf::Left(true)),
            workspace_symbol_provider: Some(OneOf::Left(true)),
            document_link_provider: Some(DocumentLinkOptions {
                resolve_provider: Some(false),
                work_done_progress_options: Default::default(),
            }),
            inlay_hint_provider: Some(OneOf::Left(true)),
            inline_completion_provider: Some(OneOf::Right(InlineCompletionOptions::default())),
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: commands::NAMES.iter().map(|name| (*name).to_owned()).collect(),
                ..ExecuteCommandOptions::default()
            }),
            ..ServerCapabilities::default()
        };
        let version = Some(env!("CARGO_PKG_VERSION").to_owned());
        let server_info = Some(ServerInfo { name: "taiyaku".to_owned(), version });
        Ok(InitializeResult { capabilities, server_info, ..InitializeResult::default() })
    }

    async fn initialized(&self, _: InitializedParams) {
        let asks = self.session.capabilities.get().and_then(|capabilities| capabilities.workspace.as_ref());
        if asks.and_then(|workspace| workspace.configuration) == Some(true) {
            let item = ConfigurationItem { scope_uri: None, section: Some("taiyaku".to_owned()) };
            if let Ok(given) = self.session.client.configuration(vec![item]).await
                && let Some(given) = given.first().filter(|given| given.as_object().is_some_and(|own| !own.is_empty()))
                && let Some(problem) = self.apply_settings(given)
            {
                self.session.client.log_message(MessageType::WARNING, problem).await;
            }
            self.read_again(None);
        }
        start::base(Arc::clone(&self.session), self.options.clone());
    }

    async fn shutdown(&self) -> Result<()> {
        self.has_shut_down.store(true, Ordering::Release);
        start::close(&self.session).await;
        Ok(())
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        let problem = self.apply_settings(&params.settings);
        self.session.clear_suggestions();
        self.read_again(None);
        if let Some(problem) = problem {
            self.session.client.log_message(MessageType::WARNING, problem).await;
        }
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        let snapshot = self.read(document.uri, document.version, document.text);
        let uri = snapshot.uri.clone();
        let open = self.session.documents.insert(snapshot);
        diagnostics::schedule(&self.session, open, true);
        self.read_again(Some(&uri));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let Some((open, now)) = self.session.snapshot(&params.text_document.uri) else { return };
        let text = apply_changes(&now.text, params.content_changes, self.position_unit());
        let uri = params.text_document.uri;
        open.now.store(Arc::new(self.read(uri.clone(), params.text_document.version, text)));
        diagnostics::schedule(&self.session, open, false);
        self.read_again(Some(&uri));
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.read_again(Some(&params.text_document.uri));
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        for change in params.changes {
            self.read_again(Some(&change.uri));
        }
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.session.documents.remove(&params.text_document.uri);
        self.session.client.publish_diagnostics(params.text_document.uri, Vec::new(), None).await;
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        Ok(hover::answer(&self.session, params).await)
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        Ok(completion::answer(&self.session, params).await)
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        Ok(actions::answer(&self.session, params).await)
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        Ok(lens::answer(&self.session, &params))
    }

    async fn code_lens_resolve(&self, lens: CodeLens) -> Result<CodeLens> {
        Ok(lens::resolve(&self.session, lens).await)
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        Ok(links::answer(&self.session, &params))
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        Ok(symbols::document(&self.session, &params))
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        Ok(symbols::workspace(&self.session, params).await)
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        Ok(hints::answer(&self.session, params).await)
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        commands::run(&self.session, params).await
    }
}
