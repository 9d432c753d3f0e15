// The settings come in; a language server that runs with them goes out, and runs again when they change.
import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';

import { RemoteDictionary, ServerDictionary, type Dictionary } from './assistant';
import { needsRestart, start, told, type Settings } from './settings';

const TOKEN = 'taiyaku.token';
/** The languages of documents that are looked at. Not every scheme: editors keep things of their own in documents too. */
const LANGUAGES = ['plaintext', 'markdown', 'xliff', 'tmx', 'po', 'tsv', 'csv', 'xml', 'tab'];
const SCHEMES = ['file', 'untitled', 'vscode-remote'];

/** The language server, and whom it asks. */
export class Connection implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private current: Settings;
  /** Counts the starts: settings may come in while one is under way, and only the last one counts. */
  private starts = 0;
  private readonly output = vscode.window.createOutputChannel('Taiyaku', { log: true });
  private readonly status = vscode.window.createStatusBarItem('taiyaku.status', vscode.StatusBarAlignment.Right, 20);
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[] = [];

  /** Fires when there is another language server, or none any more. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly secrets: vscode.SecretStorage) {
    this.current = read();
    this.status.name = 'Taiyaku';
    this.status.command = 'taiyaku.showOutput';
    this.subscriptions.push(
      this.output, this.status, this.changed,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('taiyaku')) void this.apply();
      }),
      secrets.onDidChange((event) => {
        if (event.key === TOKEN && this.current.serverUrl !== '') void this.restart();
      }),
    );
  }

  /** The language server, where one runs. */
  get running(): LanguageClient | undefined {
    return this.client?.state === State.Running ? this.client : undefined;
  }

  /** What looks terms up. */
  async dictionary(): Promise<Dictionary | undefined> {
    if (this.current.serverUrl !== '') {
      return new RemoteDictionary(this.current.serverUrl, await this.token(), this.current.projects);
    }
    return this.running ? new ServerDictionary(this.running) : undefined;
  }

  /** Starts the language server. Says what is wrong, and what to do, where it does not start. */
  async start(): Promise<void> {
    const mine = ++this.starts;
    const token = await this.token();
    if (mine !== this.starts) return;
    const how = start(this.current, token);
    const server: ServerOptions = {
      command: how.command,
      args: how.args,
      transport: TransportKind.stdio,
      options: { env: { ...process.env, ...how.env } },
    };
    const options: LanguageClientOptions = {
      documentSelector: SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
      initializationOptions: told(this.current),
      outputChannel: this.output,
      markdown: { isTrusted: false, supportHtml: false },
    };
    const client = new LanguageClient('taiyaku', 'Taiyaku', server, options);
    this.client = client;
    this.show('$(sync~spin) Taiyaku', 'The language server starts.');
    this.subscriptions.push(client.onDidChangeState((event) => {
      if (event.newState === State.Stopped && this.client === client) this.show('$(circle-slash) Taiyaku', 'The language server has stopped.');
      this.changed.fire();
    }));
    try {
      await client.start();
      this.show('$(check) Taiyaku', this.current.serverUrl === '' ? 'Asks the term base on this machine.' : `Asks ${this.current.serverUrl}.`);
    } catch (error) {
      if (mine !== this.starts) return;
      this.show('$(error) Taiyaku', 'The language server does not run.');
      const reason = error instanceof Error ? error.message : String(error);
      void this.tellWhatIsWrong(how.command, reason);
      throw error;
    }
  }

  /** Ends the language server and starts it again. */
  async restart(): Promise<void> {
    const before = this.client;
    this.client = undefined;
    await before?.dispose().catch(() => undefined);
    await this.start();
  }

  /** Keeps the server's token where the system keeps secrets; an empty one is forgotten. */
  async keepToken(token: string): Promise<void> {
    if (token === '') await this.secrets.delete(TOKEN);
    else await this.secrets.store(TOKEN, token);
  }

  showOutput(): void {
    this.output.show(true);
  }

  dispose(): void {
    void this.client?.dispose().catch(() => undefined);
    this.subscriptions.forEach((one) => void one.dispose());
  }

  private async apply(): Promise<void> {
    const [before, after] = [this.current, read()];
    this.current = after;
    if (needsRestart(before, after)) {
      await this.restart().catch(() => undefined);
    } else {
      await this.running?.sendNotification('workspace/didChangeConfiguration', { settings: { taiyaku: told(after) } });
    }
    this.changed.fire();
  }

  private async token(): Promise<string | undefined> {
    return this.secrets.get(TOKEN);
  }

  private show(text: string, tooltip: string): void {
    this.status.text = text;
    this.status.tooltip = tooltip;
    this.status.show();
  }

  private async tellWhatIsWrong(command: string, reason: string): Promise<void> {
    const settings = 'Open Settings';
    const output = 'Show Output';
    const chosen = await vscode.window.showErrorMessage(
      `Taiyaku's language server does not start: \`${command}\`: ${reason} Install taiyaku, or say where it is in the setting \`taiyaku.command\`.`,
      settings, output,
    );
    if (chosen === settings) await vscode.commands.executeCommand('workbench.action.openSettings', 'taiyaku.command');
    if (chosen === output) this.showOutput();
  }
}

function read(): Settings {
  const given = vscode.workspace.getConfiguration('taiyaku');
  return {
    command: given.get('command', 'taiyaku'),
    arguments: given.get('arguments', []),
    database: given.get('database', ''),
    dictionary: given.get('dictionary', ''),
    serverUrl: given.get('server.url', '').replace(/\/+$/, ''),
    projects: given.get('projects', []),
    minScore: given.get('minScore', 60),
    sourceLanguage: given.get('sourceLanguage', ''),
    targetLanguage: given.get('targetLanguage', ''),
    rules: given.get('rules', {}),
  };
}
