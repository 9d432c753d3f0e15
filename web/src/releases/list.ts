// All releases of a project. The server lists the oldest first, so all are needed to show the newest.

import { api } from '../api/client';
import type { ReleaseSummary } from './release';

const PAGE = 200;

export interface ReleaseListing { releases: ReleaseSummary[]; next: number | null }

/** The first `most` releases; `next` is not `null` if there are more. */
export async function listReleases(project: string | undefined, most: number, signal: AbortSignal): Promise<ReleaseListing> {
  const releases: ReleaseSummary[] = [];
  let after: number | null = 0;
  while (after !== null && releases.length < most) {
    const page: { releases: ReleaseSummary[]; next_after?: number | null } =
      await api.call('get', '/v1/releases', { query: { limit: PAGE, after, ...(project ? { project } : {}) }, signal });
    releases.push(...page.releases);
    after = page.next_after ?? null;
  }
  return { releases, next: after };
}
