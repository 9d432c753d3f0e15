// Requests of the import page. A file is sent as it is, which the typed client has no method for.

import { api, sendJson, type Schemas } from '../../api/client';

export type Plan = Schemas['ImportPlan'];
export type Sheet = Schemas['Sheet'];
export type Job = Schemas['ImportJob'];
export type ImportRow = Schemas['ImportRow'];
export type Outcome = Schemas['PlannedOutcomeWord'];
export type Outcomes = Schemas['ImportOutcomes'];

export const OUTCOMES: readonly Outcome[] = ['added', 'changed', 'merged', 'in_conflict', 'refused', 'unchanged'];
/** The largest file the server takes. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** Rows of a plan in one answer. */
export const PAGE = 200;

export interface Options {
  project: string;
  approved: boolean;
  again: boolean;
  source_lang: string;
  target_lang: string;
  /** Columns of a table, `ja=1,en=2`; empty: as its headings say. */
  map: string;
  /** Empty: as the format is usually kept. */
  kept: '' | 'terms' | 'evidence';
}

function address(file: File, options: Options, more: Record<string, string>): string {
  const query = new URLSearchParams({ name: file.name, project: options.project, ...more });
  if (options.approved) query.set('approved', 'true');
  if (options.again) query.set('again', 'true');
  for (const name of ['source_lang', 'target_lang', 'kept', 'map'] as const) {
    const value = options[name].trim();
    if (value) query.set(name, value);
  }
  return `/v1/imports?${query}`;
}

const sending = (file: File, signal?: AbortSignal): RequestInit => ({
  method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file, ...(signal ? { signal } : {}),
});

/** What an import would do; `after` is where the page of rows begins. */
export function planImport(file: File, options: Options, after?: number, signal?: AbortSignal): Promise<Plan | Sheet> {
  return sendJson(address(file, options, { plan: 'true', limit: String(PAGE), ...(after ? { after: String(after) } : {}) }), sending(file, signal));
}

/** Starts the import. A review sheet is carried out at once. */
export function startImport(file: File, options: Options): Promise<Job | Sheet> {
  return sendJson(address(file, options, {}), sending(file));
}

export function isSheet(answer: Plan | Job | Sheet): answer is Sheet {
  return 'dry_run' in answer;
}

export const readJob = (id: number, signal: AbortSignal) => api.call('get', '/v1/imports/{id}', { path: { id }, signal });
export const undoImport = (id: number) => api.call('delete', '/v1/imports/{id}', { path: { id } });
export const listImports = (project: string | undefined, signal: AbortSignal) => api.call('get', '/v1/imports', { query: project ? { project } : {}, signal });
