// Values in the browser's own storage. Where storage is full or switched off, pages work on without it.

import { Store } from './store';

const PREFIX = 'taiyaku.';

export function readStored<T>(name: string, isValid: (value: unknown) => value is T): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + name);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return isValid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Stores a value; `undefined` removes it. `false` if the browser refused. */
export function writeStored(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** A store that is kept in the browser and follows changes made in other tabs. */
export class StoredValue<T> extends Store<T> {
  readonly #name: string;

  constructor(name: string, fallback: T, isValid: (value: unknown) => value is T) {
    super(readStored(name, isValid) ?? fallback);
    this.#name = name;
    addEventListener('storage', (event) => {
      if (event.key === PREFIX + name) super.set(readStored(name, isValid) ?? fallback);
    });
  }

  override set(value: T): void {
    super.set(value);
    writeStored(this.#name, value);
  }
}

export const isString = (value: unknown): value is string => typeof value === 'string';
export const isStringList = (value: unknown): value is string[] => Array.isArray(value) && value.every(isString);
export function isOneOf<T extends string>(...words: T[]) {
  return (value: unknown): value is T => words.includes(value as T);
}
