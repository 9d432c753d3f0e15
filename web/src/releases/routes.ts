// Routes that the generated client does not know yet: their shapes, written by hand until it does. A server without them
// answers `unknown_path`.

import { sendJson, TaiyakuError } from '../api/client';
import type { Schemas } from '../api/client';

export type CorrectionKind = 'entry' | 'head' | 'definition' | 'english' | 'not_an_entry';

/** A passage as it was when it was selected. */
export interface Excerpt { span_chars: [number, number]; text: string; before: string; after: string }

/** What a person said about how a release was read. */
export interface Correction {
  id: number;
  kind: CorrectionKind;
  passage: Excerpt | null;
  entry: Excerpt | null;
  applied: boolean;
  /** Why it could not be applied. */
  obstacle: string | null;
  actor: string;
  at: string;
}

export interface NewCorrection { kind: CorrectionKind; entry_id: number | null; span_chars: [number, number] | null }

export interface ReleaseSegment {
  id: number;
  source: string;
  target: string;
  source_release_id?: number | null;
  source_span_chars: [number, number] | null;
  target_release_id?: number | null;
  target_span_chars: [number, number] | null;
  review: string;
  confidence: number;
}

export interface ReleaseSegments { pair: { id: number; name: string } | null; segments: ReleaseSegment[] }

/** How many of a release's terms have English. */
export interface ReleaseCoverage { release_id: number; heads: number; with_english: number }

/** `null`: this server does not have the route. */
async function orMissing<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof TaiyakuError && error.code === 'unknown_path') return null;
    throw error;
  }
}

export async function corrections(id: number, signal: AbortSignal): Promise<Correction[] | null> {
  const answer = await orMissing(sendJson<{ corrections: Correction[] }>(`/v1/releases/${id}/corrections`, { signal }));
  return answer && answer.corrections;
}

export function correct(id: number, correction: NewCorrection): Promise<{ correction: Correction; release: Schemas['Release'] }> {
  return sendJson(`/v1/releases/${id}/corrections`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(correction) });
}

export async function deleteCorrection(id: number, correction: number): Promise<void> {
  await sendJson(`/v1/releases/${id}/corrections/${correction}`, { method: 'DELETE' });
}

export function releaseSegments(id: number, signal: AbortSignal): Promise<ReleaseSegments | null> {
  return orMissing(sendJson<ReleaseSegments>(`/v1/releases/${id}/segments`, { signal }));
}

export async function releaseCoverage(project: string | undefined, signal: AbortSignal): Promise<Map<number, ReleaseCoverage> | null> {
  const query = project === undefined ? '' : `?project=${encodeURIComponent(project)}`;
  const answer = await orMissing(sendJson<{ releases?: ReleaseCoverage[] }>(`/v1/coverage${query}`, { signal }));
  return answer?.releases ? new Map(answer.releases.map((one) => [one.release_id, one])) : null;
}
