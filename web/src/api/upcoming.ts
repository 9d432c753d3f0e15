// Types of routes that the generated client does not have yet, and what to do where a server lacks them.
// Replace each by its type in `Schemas` once the client has it.

import { TaiyakuError, type Schemas } from './client';

/** `GET /v1/exports/{file}/preview` */
export interface ExportPreview {
  /** Columns of a table; `null` for other formats. */
  columns: string[] | null;
  rows: string[][] | null;
  /** The first rows as text, of formats that are no tables. */
  text: string | null;
  /** Whether the file has more than this. */
  more: boolean;
}

/** `GET /v1/tokens` */
export interface TokenList { tokens: Schemas['Token'][] }

/** `POST /v1/tokens` */
export interface TokenRequest {
  name: string;
  role: Schemas['RoleWord'];
  projects: string[] | null;
  expires: string | null;
}

export type EnglishSource = Schemas['CoverageWord'];

/** `GET /v1/coverage` */
export interface Coverage {
  heads: { heads: number; with_english: number; by: { by: EnglishSource; heads: number }[] };
  /** `field` is `null` for terms without one. */
  fields: { field: string | null; terms: number; with_english: number; approved: number }[];
  releases: { release_id: number; name: string; date: string | null; heads: number; with_english: number }[];
}

/** Whether the server is older than the route that was asked for. */
export function isMissingRoute(error: unknown): boolean {
  return error instanceof TaiyakuError && error.status === 404 && error.code === 'unknown_path';
}
