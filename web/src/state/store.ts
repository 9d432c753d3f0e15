// A value that components follow: changed anywhere, seen everywhere.

import { useLayoutEffect, useState } from 'preact/hooks';

/** A value with listeners. */
export class Store<T> {
  readonly #listeners = new Set<() => void>();
  #value: T;

  constructor(value: T) { this.#value = value; }

  get value(): T { return this.#value; }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls `listener` after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }
}

/** The value of a store; the component is rendered again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.value);
  useLayoutEffect(() => {
    const update = () => setValue(() => store.value);
    update();
    return store.subscribe(update);
  }, [store]);
  return value;
}
