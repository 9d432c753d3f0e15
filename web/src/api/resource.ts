// What a page shows from the server: loaded, shown, loaded again. An outdated request is aborted, an outdated answer never shown.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useStore } from '../state/store';
import { isAborted, isUnreachable } from './client';
import { reconnections } from './connection';
import { session } from './session';

export interface Resource<T> {
  /** The last answer, also while a newer one is loading. */
  data: T | undefined;
  error: unknown;
  isLoading: boolean;
  reload(): void;
  /** Puts an answer in place that came by another way, such as the result of a decision. */
  replace(data: T): void;
}

interface State<T> { key: string | null; data: T | undefined; error: unknown; isLoading: boolean }

/**
 * Loads whenever the key changes; `null` loads nothing. With `keep`, the answer to the previous key stays until the new one
 * comes, so that results do not flicker while typing.
 */
export function useResource<T>(wanted: string | null, load: (signal: AbortSignal) => Promise<T>, options: { keep?: boolean } = {}): Resource<T> {
  // The page is there at once; what it shows is asked for when it is known who asks.
  const isKnown = useStore(session)?.role != null;
  const key = isKnown ? wanted : null;
  const [state, setState] = useState<State<T>>({ key: null, data: undefined, error: undefined, isLoading: wanted !== null });
  const [turn, setTurn] = useState(0);
  const reconnected = useStore(reconnections);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    if (key === null) {
      setState({ key, data: undefined, error: undefined, isLoading: wanted !== null });
      return;
    }
    const aborter = new AbortController();
    setState((old) => old.key === key ? { ...old, isLoading: true } : { key, data: options.keep ? old.data : undefined, error: undefined, isLoading: true });
    latest.current(aborter.signal).then(
      (data) => { if (!aborter.signal.aborted) setState({ key, data, error: undefined, isLoading: false }); },
      (error: unknown) => {
        if (aborter.signal.aborted || isAborted(error)) return;
        // While the server is gone, what was loaded stays; the banner says so, and it is loaded again afterwards.
        setState((old) => isUnreachable(error) && old.data !== undefined ? { ...old, isLoading: false } : { key, data: undefined, error, isLoading: false });
      },
    );
    return () => aborter.abort();
  }, [key, turn, reconnected]);

  const reload = useCallback(() => setTurn((n) => n + 1), []);
  const replace = useCallback((data: T) => setState((old) => ({ ...old, data, error: undefined })), []);
  // Between the change of the key and the effect, the answer to the old key must not be taken for one to the new.
  if (state.key !== key && !options.keep) return { data: undefined, error: undefined, isLoading: wanted !== null, reload, replace };
  return { data: state.data, error: state.error, isLoading: state.isLoading, reload, replace };
}
