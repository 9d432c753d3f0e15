// The place of the cursor comes in; what the side panel shows goes out. What is clicked there comes back.
import { randomBytes } from 'node:crypto';

import * as vscode from 'vscode';

import { segmentAt } from '../assistant';
import type { Connection } from '../connection';
import type { FromPanel, ToPanel } from './messages';

/** How long the cursor has to rest before something is asked. */
const REST_IN_MILLISECONDS = 150;

/** The side panel with matches, terms and findings of the segment the cursor is in. */
export class SegmentPanel implements vscode.WebviewViewProvider, vscode.Disposable {
  static readonly id = 'taiyaku.segment';

  private view: vscode.WebviewView | undefined;
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private editor: vscode.TextEditor | undefined;
  private readonly subscriptions: vscode.Disposable[] = [];

  constructor(private readonly extension: vscode.Uri, private readonly connection: Connection) {
    this.subscriptions.push(
      vscode.window.onDidChangeTextEditorSelection((event) => this.follow(event.textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === this.editor?.document) this.refresh();
      }),
      connection.onDidChange(() => this.refresh()),
    );
    this.follow(vscode.window.activeTextEditor);
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    const media = vscode.Uri.joinPath(this.extension, 'media');
    const code = vscode.Uri.joinPath(this.extension, 'dist');
    view.webview.options = { enableScripts: true, localResourceRoots: [media, code] };
    view.webview.html = page(view.webview, media, code);
    view.webview.onDidReceiveMessage((message: FromPanel) => void this.receive(message), undefined, this.subscriptions);
    view.onDidChangeVisibility(() => this.refresh(), undefined, this.subscriptions);
    view.onDidDispose(() => { this.view = undefined; }, undefined, this.subscriptions);
  }

  /** Asks again, soon. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), REST_IN_MILLISECONDS);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.forEach((one) => void one.dispose());
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    // The panel itself takes the focus when it is clicked: what it shows stays.
    if (editor === undefined) return;
    this.editor = editor;
    this.refresh();
  }

  private async ask(): Promise<void> {
    if (this.view?.visible !== true) return;
    const mine = ++this.asked;
    const [client, editor] = [this.connection.running, this.editor];
    if (client === undefined) return this.post({ kind: 'nothing', reason: 'The language server does not run.' });
    if (editor === undefined) return this.post({ kind: 'nothing', reason: 'Open a document and put the cursor into a segment.' });
    try {
      const answer = await segmentAt(client, {
        textDocument: { uri: editor.document.uri.toString() },
        position: editor.selection.active,
      });
      if (mine !== this.asked) return;
      if (answer === null) return this.post({ kind: 'nothing', reason: 'The cursor is in no segment.' });
      this.post({ kind: 'segment', ...answer });
    } catch (error) {
      if (mine === this.asked) this.post({ kind: 'nothing', reason: error instanceof Error ? error.message : String(error) });
    }
  }

  private post(message: ToPanel): void {
    void this.view?.webview.postMessage(message);
  }

  private async receive(message: FromPanel): Promise<void> {
    const editor = this.editor;
    if (message.kind === 'ready') return this.refresh();
    if (editor === undefined) return;
    switch (message.kind) {
      case 'match':
        await vscode.window.showTextDocument(editor.document, editor.viewColumn);
        await vscode.commands.executeCommand('taiyaku.insertMatch', message.number);
        break;
      case 'term':
        await vscode.window.showTextDocument(editor.document, editor.viewColumn);
        await editor.edit((edit) => edit.replace(editor.selection, message.text));
        break;
    }
  }
}

function page(webview: vscode.Webview, media: vscode.Uri, code: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const style = webview.asWebviewUri(vscode.Uri.joinPath(media, 'panel.css')).toString();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(code, 'panel.js')).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Taiyaku</title>
</head>
<body>
<main id="segment" aria-live="polite"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
