// Changes as they happen. All tabs share one stream: the tab that holds the lock reads it and tells the others.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Schemas } from './client';
import { connection, connectionLost, connectionWorks } from './connection';

export type Change = Schemas['Change'];

const listeners = new Set<(change: Change) => void>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('taiyaku-changes');
const REOPEN_MS = 15_000;

/** Starts following changes. Called once, when it is known that the caller may read. */
export function followChanges(): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<Change>) => tell(data));
  // Without locks (pages that are not on HTTPS or this machine), every tab has a stream of its own.
  if (navigator.locks && channel) void navigator.locks.request('taiyaku-changes', () => new Promise<never>(open));
  else open();
}

function open(): void {
  let last: string | undefined;
  const start = () => {
    const stream = new EventSource('/v1/changes/stream' + (last === undefined ? '' : `?since=${last}`));
    stream.addEventListener('open', connectionWorks);
    stream.addEventListener('change', (event) => {
      last = event.lastEventId;
      const change = JSON.parse(event.data as string) as Change;
      tell(change);
      channel?.postMessage(change);
    });
    stream.addEventListener('error', () => {
      // The browser reconnects by itself, unless the server refused: then wait, as there may be too many streams.
      if (stream.readyState === EventSource.CLOSED) setTimeout(start, REOPEN_MS);
      else if (connection.value === 'up') void fetch('/health', { cache: 'no-store' }).then(connectionWorks, connectionLost);
    });
    addEventListener('pagehide', () => stream.close(), { once: true });
    addEventListener('pageshow', (event) => { if (event.persisted) start(); }, { once: true });
  };
  start();
}

function tell(change: Change): void {
  for (const listener of [...listeners]) listener(change);
}

const SETTLE_MS = 250;

/** Calls `react` after changes that `concerns` accepts, once for those that come together. */
export function useChanges(concerns: (change: Change) => boolean, react: () => void): void {
  const latest = useRef({ concerns, react });
  latest.current = { concerns, react };
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listener = (change: Change) => {
      if (!latest.current.concerns(change)) return;
      clearTimeout(timer);
      timer = setTimeout(() => latest.current.react(), SETTLE_MS);
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      clearTimeout(timer);
    };
  }, []);
}
