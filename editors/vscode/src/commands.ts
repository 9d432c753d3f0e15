// What a user does by hand comes in; requests to the language server and edits of the document go out.
import * as vscode from 'vscode';

import { segmentAt } from './assistant';
import type { Connection } from './connection';
import type { SegmentPanel } from './panel/provider';
import type { SegmentAnswer } from './protocol';
import type { Match, Term } from './shapes';

/** A row of the list a look-up fills. */
interface Row extends vscode.QuickPickItem {
  insert?: string;
}

/** The commands of the palette. */
export class Commands {
  constructor(private readonly connection: Connection, private readonly panel: SegmentPanel) {}

  register(): vscode.Disposable[] {
    const command = (name: string, run: (...given: never[]) => Promise<void> | void): vscode.Disposable =>
      vscode.commands.registerCommand(`taiyaku.${name}`, async (...given: never[]) => {
        try {
          await run(...given);
        } catch (error) {
          void vscode.window.showErrorMessage(`Taiyaku: ${error instanceof Error ? error.message : String(error)}`);
        }
      });
    return [
      command('lookUp', () => this.lookUp()),
      command('addTerm', () => this.addTerm()),
      command('insertMatch', (number?: number) => this.insertMatch(number ?? 0)),
      command('confirmSegment', () => this.confirm()),
      command('setToken', () => this.setToken()),
      command('restart', () => this.connection.restart()),
      command('showOutput', () => this.connection.showOutput()),
    ];
  }

  /** A list that follows what is typed; taking a row puts its translation at the cursor. */
  private async lookUp(): Promise<void> {
    const dictionary = await this.connection.dictionary();
    if (dictionary === undefined) throw new Error('the language server does not run. Start it with “Taiyaku: Restart the Language Server”.');
    const editor = vscode.window.activeTextEditor;
    const list = vscode.window.createQuickPick<Row>();
    list.placeholder = 'A term in Japanese, English, kana or romaji';
    list.matchOnDescription = true;
    list.matchOnDetail = true;
    let asked = 0;
    const ask = async (text: string): Promise<void> => {
      const mine = ++asked;
      if (text.trim() === '') {
        list.items = [];
        return;
      }
      list.busy = true;
      try {
        const found = await dictionary.lookUp(text.trim());
        if (mine !== asked) return;
        const rows = found.matches.flatMap(rowsOf);
        const meant = found.did_you_mean.map((word): Row => ({ label: `$(question) ${word}`, description: 'did you mean this?', alwaysShow: true }));
        list.items = rows.length + meant.length > 0 ? [...rows, ...meant] : [{ label: 'Nothing known', description: text, alwaysShow: true }];
      } catch (error) {
        if (mine === asked) list.items = [{ label: '$(error) No answer', detail: String(error), alwaysShow: true }];
      } finally {
        if (mine === asked) list.busy = false;
      }
    };
    list.onDidChangeValue((text) => void ask(text));
    list.onDidAccept(async () => {
      const insert = list.selectedItems[0]?.insert;
      list.hide();
      if (insert !== undefined && editor !== undefined) await editor.edit((edit) => edit.replace(editor.selection, insert));
    });
    list.onDidHide(() => list.dispose());
    list.value = editor?.document.getText(editor.selection).trim() ?? '';
    list.show();
    await ask(list.value);
  }

  /** Asks for both sides of a term, with what is selected filled in, and has the language server keep it. */
  private async addTerm(): Promise<void> {
    const editor = required(vscode.window.activeTextEditor, 'no document is open');
    const at = await this.segment(editor);
    const selected = editor.document.getText(editor.selection).trim();
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(selected);
    const source = at?.unit.source_lang ?? 'ja';
    const onSource = source.startsWith('ja') === japanese;
    const title = 'Add a term';
    const first = await vscode.window.showInputBox({
      title, prompt: `The term (${source})`, value: onSource ? selected : '', validateInput: notBlank, ignoreFocusOut: true,
    });
    if (first === undefined) return;
    const target = at?.unit.target_lang ?? (source.startsWith('ja') ? 'en' : 'ja');
    const second = await vscode.window.showInputBox({
      title, prompt: `Its translation (${target})`, value: onSource ? '' : selected, ignoreFocusOut: true,
      validateInput: (text) => notBlank(text) ?? (text.trim() === first.trim() ? 'The same as the term: that would be no translation.' : undefined),
    });
    if (second === undefined) return;
    await vscode.commands.executeCommand('taiyaku.server.addTerm', {
      uri: editor.document.uri.toString(), position: editor.selection.active,
      source: { lang: source, text: first.trim() }, target: { lang: target, text: second.trim() },
    });
    void vscode.window.setStatusBarMessage(`$(check) Taiyaku: ${first.trim()} = ${second.trim()}`, 5000);
    this.panel.refresh();
  }

  private async insertMatch(number: number): Promise<void> {
    const editor = required(vscode.window.activeTextEditor, 'no document is open');
    const at = required(await this.segment(editor), 'the cursor is in no segment');
    const match = required(at.assist.matches[number], 'nothing like this segment is in the memory');
    required(at.unit.target, 'the document has no place for a translation');
    // The language server knows where the translation of this place stands, also where that is another file.
    await vscode.commands.executeCommand('taiyaku.server.setTarget', {
      uri: editor.document.uri.toString(), position: editor.selection.active, text: match.repaired?.target ?? match.target,
    });
  }

  private async confirm(): Promise<void> {
    const editor = required(vscode.window.activeTextEditor, 'no document is open');
    await vscode.commands.executeCommand('taiyaku.server.confirmSegment', {
      uri: editor.document.uri.toString(), position: editor.selection.active,
    });
    this.panel.refresh();
  }

  private async setToken(): Promise<void> {
    const token = await vscode.window.showInputBox({
      title: 'The token of the Taiyaku server', password: true, ignoreFocusOut: true,
      prompt: 'Kept where your system keeps secrets. Leave it empty to forget the present one.',
    });
    if (token !== undefined) await this.connection.keepToken(token.trim());
  }

  private async segment(editor: vscode.TextEditor): Promise<SegmentAnswer | null> {
    const client = required(this.connection.running, 'the language server does not run. Start it with “Taiyaku: Restart the Language Server”.');
    return segmentAt(client, {
      textDocument: { uri: editor.document.uri.toString() },
      position: editor.selection.active,
    });
  }
}

function rowsOf(match: Match): Row[] {
  const terms = match.concept.terms;
  const named = terms.find((term) => term.id === match.term_id);
  const others = terms.filter((term) => term.lang !== named?.lang && term.review !== 'rejected');
  const definition = match.concept.definitions[0]?.text;
  const detail = definition === undefined ? {} : { detail: definition };
  if (others.length === 0) {
    return [{ label: named?.text ?? '', description: 'no translation yet', ...detail, alwaysShow: true }];
  }
  return others.map((term) => ({
    label: `${named?.text ?? ''} = ${term.text}`, description: wordsOf(term), ...detail, insert: term.text, alwaysShow: true,
  }));
}

function wordsOf(term: Term): string {
  return [term.usage, term.review, term.evidence[0]?.source ?? ''].filter((word) => word !== '').join(' · ');
}

function notBlank(text: string): string | undefined {
  return text.trim() === '' ? 'Nothing is typed.' : undefined;
}

function required<T>(value: T | null | undefined, otherwise: string): T {
  if (value === null || value === undefined) throw new Error(`${otherwise}.`);
  return value;
}
