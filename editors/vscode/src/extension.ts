// The editor comes in; a running language server, commands and the side panel go out. Nothing is decided here that the
// language server can decide.
import * as vscode from 'vscode';

import { Commands } from './commands';
import { Connection } from './connection';
import { SegmentPanel } from './panel/provider';

/** What tests and other extensions may use. */
export interface Api {
  /** Settles once the language server answers. */
  ready(): Promise<void>;
}

export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const connection = new Connection(context.secrets);
  const panel = new SegmentPanel(context.extensionUri, connection);
  const commands = new Commands(connection, panel);
  context.subscriptions.push(
    connection,
    panel,
    vscode.window.registerWebviewViewProvider(SegmentPanel.id, panel),
    ...commands.register(),
  );
  const started = connection.start();
  started.catch(() => undefined);
  return { ready: () => started };
}

export function deactivate(): void {
  // Everything that has to end is among the subscriptions.
}
