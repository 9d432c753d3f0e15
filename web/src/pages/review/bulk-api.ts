// Decisions about a whole list. The types stand in for those of the typed client until it has this path.

import { sendJson, TaiyakuError, type Schemas } from '../../api/client';
import type { ReviewFilter } from './queue';

export interface BulkPlan { count: number; items: Schemas['ReviewItem'][] }
export interface BulkAct { act: number; done: number; refused: { term_id: number | null; code: string; detail: string }[] }

export type BulkKind = 'accept' | 'reject';

/** Whether this server has the path at all, once it was asked. */
let isMissing = false;

export function isUnknownPath(error: unknown): boolean {
  return error instanceof TaiyakuError && error.status === 404 && error.code === 'unknown_path';
}

function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return sendJson<T>(path, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), ...(signal ? { signal } : {}),
  });
}

/** What would be decided on; `undefined` where the server cannot decide about lists. */
export async function planBulk(filter: ReviewFilter, kind: BulkKind, signal?: AbortSignal): Promise<BulkPlan | undefined> {
  if (isMissing) return undefined;
  try {
    return await post<BulkPlan>('/v1/review/bulk', { filter, kind, plan: true }, signal);
  } catch (error) {
    if (!isUnknownPath(error)) throw error;
    isMissing = true;
    return undefined;
  }
}

export function decideBulk(filter: ReviewFilter, kind: BulkKind, expected: number): Promise<BulkAct> {
  return post<BulkAct>('/v1/review/bulk', { filter, kind, expected });
}

export function undoBulk(act: number): Promise<unknown> {
  return post(`/v1/review/bulk/${act}/undo`, {});
}
