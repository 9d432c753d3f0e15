// Turns key events into commands. Nothing fires while an IME composes, while text is typed, or with a modifier.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { keyOf, keySettings } from './settings';
import { keyTable, type CommandName, type KeyGroupName } from './table';

type Handlers<G extends KeyGroupName> = Partial<Record<CommandName<G>, (event: KeyboardEvent) => void>>;

/** Whether the event belongs to an IME, which turns kana into kanji. Enter then ends the composition and nothing else. */
export function isComposing(event: KeyboardEvent): boolean {
  // 229 is what browsers report where they set `isComposing` too late (Safari) or not at all.
  return event.isComposing || event.keyCode === 229;
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

function command<G extends KeyGroupName>(group: G, event: KeyboardEvent): CommandName<G> | undefined {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return undefined;
  const names = Object.keys(keyTable[group].commands) as CommandName<G>[];
  const key = event.key.length === 1 && isWide(event.key) ? narrow(event.key) : event.key;
  const found = names.find((name) => keyOf(group, name, keySettings.value) === key);
  if (found === undefined) return undefined;
  return key.length === 1 && isTextField(event.target) ? undefined : found;
}

/** A keyboard left in full-width mode sends `ａ` for `a`. */
const isWide = (key: string) => key >= '！' && key <= '～';
const narrow = (key: string) => String.fromCharCode(key.charCodeAt(0) - 0xfee0).toLowerCase();

/** A listener for the element that has the focus, or holds the one that has it. */
export function onKeys<G extends KeyGroupName>(group: G, handlers: Handlers<G>): (event: KeyboardEvent) => void {
  return (event) => {
    const name = command(group, event);
    const handler = name === undefined ? undefined : handlers[name];
    if (!handler) return;
    event.preventDefault();
    // An item inside another has the first word.
    event.stopPropagation();
    handler(event);
  };
}

/** Keys that work on the whole page. */
export function usePageKeys<G extends KeyGroupName>(group: G, handlers: Handlers<G>): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const name = command(group, event);
      const handler = name === undefined ? undefined : latest.current[name];
      if (!handler) return;
      event.preventDefault();
      handler(event);
    };
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [group]);
}
