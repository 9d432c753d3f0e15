// Tabs: one of several lists is shown.

import { useRef } from 'preact/hooks';
import { onKeys } from '../../keys/handler';

export interface Tab<N extends string> { name: N; label: string; count?: number | undefined; isAlert?: boolean }

export function Tabs<N extends string>({ tabs, current, label, panel, onChoose }: { tabs: readonly Tab<N>[]; current: N; label: string; panel: string; onChoose(name: N): void }) {
  const list = useRef<HTMLDivElement>(null);
  const move = (step: number) => {
    const at = tabs.findIndex(({ name }) => name === current);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.name);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };
  const keys = onKeys('tabs', { next: () => move(1), previous: () => move(-1) });
  return <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={keys}>
    {tabs.map(({ name, label: text, count, isAlert }) => <button key={name} type="button" role="tab" id={`tab-${name}`} data-tab={name} aria-selected={name === current}
      aria-controls={panel} tabIndex={name === current ? 0 : -1} class={isAlert ? 'is-alert' : ''} onClick={() => onChoose(name)}>
      {text}{count !== undefined && <span class="count">{count}</span>}</button>)}
  </div>;
}
