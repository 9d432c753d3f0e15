// The user's settings come in; how the language server is started, and what it is told, go out. Knows no editor.

/** The settings, as the editor has them. */
export interface Settings {
  command: string;
  arguments: string[];
  database: string;
  dictionary: string;
  serverUrl: string;
  projects: string[];
  minScore: number;
  sourceLanguage: string;
  targetLanguage: string;
  rules: Record<string, string>;
}

/** How a program is started. */
export interface Start {
  command: string;
  args: string[];
  env: Record<string, string>;
}

/** How the language server is started. The token goes by the environment: arguments can be seen by others. */
export function start(settings: Settings, token: string | undefined): Start {
  const args = ['lsp'];
  const env: Record<string, string> = {};
  if (settings.serverUrl !== '') {
    args.push('--server', settings.serverUrl);
    if (token !== undefined && token !== '') env['TAIYAKU_TOKEN'] = token;
  } else if (settings.database !== '') {
    env['TAIYAKU_DATABASE'] = settings.database;
  }
  if (settings.dictionary !== '') env['TAIYAKU_DICTIONARY'] = settings.dictionary;
  return { command: settings.command, args: [...args, ...settings.arguments], env };
}

/** What the language server is told when it starts, and when settings change. */
export function told(settings: Settings): Record<string, unknown> {
  const told: Record<string, unknown> = {
    projects: settings.projects,
    min_score: settings.minScore,
    rules: settings.rules,
  };
  if (settings.sourceLanguage !== '') told['source_lang'] = settings.sourceLanguage;
  if (settings.targetLanguage !== '') told['target_lang'] = settings.targetLanguage;
  return told;
}

/** Whether a change from one to the other needs another language server. */
export function needsRestart(before: Settings, after: Settings): boolean {
  return JSON.stringify(start(before, '')) !== JSON.stringify(start(after, ''));
}
