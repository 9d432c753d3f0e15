// Whether the server answers. Lost, it is asked until it is back; what the pages show is then loaded again.

import { Store } from '../state/store';

export type Connection = 'up' | 'lost' | 'back';

export const connection = new Store<Connection>('up');
/** Counts how often the server came back, for what has to load again then. */
export const reconnections = new Store(0);

const RETRY_MS = 2000;
const BACK_MS = 4000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A request did not reach the server. */
export function connectionLost(): void {
  if (connection.value === 'lost') return;
  connection.set('lost');
  clearTimeout(timer);
  timer = setTimeout(probe, RETRY_MS);
}

/** A request was answered. */
export function connectionWorks(): void {
  if (connection.value !== 'lost') return;
  clearTimeout(timer);
  connection.set('back');
  reconnections.set(reconnections.value + 1);
  timer = setTimeout(() => { if (connection.value === 'back') connection.set('up'); }, BACK_MS);
}

async function probe(): Promise<void> {
  try {
    const answer = await fetch('/ready', { cache: 'no-store', headers: { 'taiyaku-client': 'workbench' } });
    if (answer.ok) return connectionWorks();
  } catch {
    // Still gone.
  }
  timer = setTimeout(probe, RETRY_MS);
}
