// Items of the list beside the text: each knows its place, and shows it when selected.

import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useRef } from 'preact/hooks';
import { onKeys } from '../../keys/handler';
import { fill, useMessages } from '../../messages/catalogue';
import { messages } from './messages';

export interface ItemActions {
  /** The selected item. */
  current: string | undefined;
  /** Items whose place is on the screen. */
  seen: ReadonlySet<string>;
  /** Shows the place of an item, in bytes. `goes`: the focus goes there too. */
  show(item: string, span: readonly number[], goes?: boolean): void;
}

export const Items = createContext<ItemActions>({ current: undefined, seen: new Set(), show: () => undefined });

interface ItemProps {
  item: string;
  /** In bytes; without one there is nothing to show. */
  span: readonly number[] | undefined;
  label: ComponentChildren;
  onCorrect?: (() => void) | undefined;
  onNotAnEntry?: (() => void) | undefined;
  /** What is shown below while it is selected. */
  children?: ComponentChildren;
}

export function Item({ item, span, label, onCorrect, onNotAnEntry, children }: ItemProps) {
  const { current, seen, show } = useContext(Items);
  const line = useRef<HTMLLIElement>(null);
  const isCurrent = current === item;
  const move = (step: number) => {
    const items = [...line.current?.closest('[data-items]')?.querySelectorAll<HTMLElement>('.item-main') ?? []];
    const own = line.current?.querySelector<HTMLElement>('.item-main');
    const next = own ? items[items.indexOf(own) + step] : undefined;
    next?.focus();
    next?.click();
  };
  const keys = onKeys('releaseItem', {
    next: () => move(1), previous: () => move(-1),
    ...(span ? { text: () => show(item, span, true) } : {}),
    ...(onCorrect ? { correct: onCorrect } : {}), ...(onNotAnEntry ? { notAnEntry: onNotAnEntry } : {}),
  });
  return <li ref={line} class={`item${isCurrent ? ' is-current' : ''}${seen.has(item) ? ' is-seen' : ''}`} data-list-item={item} onKeyDown={keys}>
    <button type="button" class="item-main" aria-current={isCurrent ? 'true' : undefined} onClick={() => { if (span) show(item, span); }}>{label}</button>
    {isCurrent && children && <div class="item-more">{children}</div>}
  </li>;
}

/** How sure a link is: the same sign as a suggested term has. */
export function Certainty({ value }: { value: number }) {
  const t = useMessages(messages);
  const text = Math.min(value, 0.99).toFixed(2);
  const words = fill(t.certainty, { value: text });
  return <span class="mark-status" title={words}><span class="sign" aria-hidden="true">◌</span><span aria-hidden="true">{text}</span><span class="hidden">{words}</span></span>;
}
