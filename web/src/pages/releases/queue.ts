// Files on their way into the term base. The queue outlives the page: going elsewhere and back loses nothing.

import { isUnreachable, sendJson, TaiyakuError, type Schemas } from '../../api/client';
import { reconnections } from '../../api/connection';
import { countsOf, type ReleaseCounts } from '../../releases/release';
import { Store } from '../../state/store';

export type QueueState =
  | { name: 'waiting' | 'reading' }
  /** The server is gone; the file is sent when it is back. */
  | { name: 'held' }
  | { name: 'done'; outcome: Schemas['IngestAnswer']['outcome']; releaseId: number; counts: ReleaseCounts }
  | { name: 'failed'; code: string | undefined; error: unknown };

export interface QueuedFile {
  id: number;
  file: File;
  project: string;
  state: QueueState;
}

/** What the server accepts at most (docs/API.md). */
export const LARGEST_FILE = 64 * 1024 * 1024;
/** Files read at the same time; the server reads each with all its strength. */
const AT_ONCE = 2;
const RETRY_MS = 1500;

export const queue = new Store<QueuedFile[]>([]);
let last = 0;

export function enqueue(files: readonly File[], project: string): void {
  queue.set([...queue.value, ...files.map((file): QueuedFile => ({ id: ++last, file, project, state: early(file) }))]);
  work();
}

/** What is known before the file is sent. */
function early(file: File): QueueState {
  if (file.size === 0) return { name: 'failed', code: 'empty_document', error: undefined };
  if (file.size > LARGEST_FILE) return { name: 'failed', code: 'payload_too_large', error: undefined };
  return { name: 'waiting' };
}

export function retry(id: number): void {
  set(id, { name: 'waiting' });
  work();
}

export function forget(id: number): void { queue.set(queue.value.filter((one) => one.id !== id)); }

export function isUnfinished({ state }: QueuedFile): boolean {
  return state.name === 'waiting' || state.name === 'reading' || state.name === 'held';
}

/** Takes what is finished off the list; what failed stays. */
export function forgetDone(): void { queue.set(queue.value.filter(({ state }) => state.name !== 'done')); }

function set(id: number, state: QueueState): void {
  queue.set(queue.value.map((one) => one.id === id ? { ...one, state } : one));
}

function work(): void {
  const busy = queue.value.filter(({ state }) => state.name === 'reading').length;
  for (const next of queue.value.filter(({ state }) => state.name === 'waiting').slice(0, AT_ONCE - busy)) void read(next);
}

async function read({ id, file, project }: QueuedFile): Promise<void> {
  set(id, { name: 'reading' });
  try {
    const query = new URLSearchParams({ name: file.name, project });
    const { outcome, release } = await sendJson<Schemas['IngestAnswer']>(`/v1/releases?${query}`, {
      method: 'POST', body: file, headers: { 'content-type': file.type || 'application/octet-stream' },
    });
    set(id, { name: 'done', outcome, releaseId: release.id, counts: countsOf(release) });
  } catch (error) {
    if (isUnreachable(error)) set(id, await isReadable(file) ? { name: 'held' } : { name: 'failed', code: 'file_changed', error });
    else if (error instanceof TaiyakuError && error.retryAfter !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(RETRY_MS, (error.retryAfter ?? 0) * 1000)));
      set(id, { name: 'waiting' });
    } else set(id, { name: 'failed', code: error instanceof TaiyakuError ? error.code : undefined, error });
  }
  work();
}

/** A file that was changed or removed after it was dropped fails to be sent as if the server were gone. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

reconnections.subscribe(() => {
  queue.set(queue.value.map((one) => one.state.name === 'held' ? { ...one, state: { name: 'waiting' } } : one));
  work();
});

// Closing the window would lose what is not sent yet.
addEventListener('beforeunload', (event) => { if (queue.value.some(isUnfinished)) event.preventDefault(); });
