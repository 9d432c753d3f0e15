// Look-ups of the past, and the last visit, as the browser remembers them.

import { isString, isStringList, readStored, StoredValue, writeStored } from '../../state/storage';

const MOST = 8;

export const recentQueries = new StoredValue<string[]>('recent', [], isStringList);

/** Remembers a query that led somewhere. What was typed on the way to it is forgotten. */
export function rememberQuery(query: string): void {
  const text = query.trim();
  if (!text) return;
  const others = recentQueries.value.filter((other) => other !== text && !text.startsWith(other));
  recentQueries.set([text, ...others].slice(0, MOST));
}

export interface Visit { revision: number; at: string }

function isVisit(value: unknown): value is Visit {
  return typeof value === 'object' && value !== null && 'revision' in value && typeof value.revision === 'number' && 'at' in value && isString(value.at);
}

const SESSION = 'taiyaku.previous-visit';

/** The visit before this one. A visit lasts as long as the tab. */
export function previousVisit(current: Visit): Visit | undefined {
  try {
    const known: unknown = JSON.parse(sessionStorage.getItem(SESSION) ?? 'null');
    const previous = known === null ? readStored('visit', isVisit) : isVisit(known) ? known : undefined;
    if (known === null) sessionStorage.setItem(SESSION, JSON.stringify(previous ?? 'first'));
    writeStored('visit', current);
    // A base that was put back from a backup counts from further down.
    return previous && previous.revision <= current.revision ? previous : undefined;
  } catch {
    return undefined;
  }
}
