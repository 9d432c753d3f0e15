// Tells screen readers what changed without moving the focus.

import { Store, useStore } from '../state/store';

const spoken = new Store({ text: '', turn: 0 });

export function announce(text: string): void {
  spoken.set({ text, turn: spoken.value.turn + 1 });
}

export function Announcer() {
  const { text, turn } = useStore(spoken);
  // Two regions in turn: the same text twice is read twice.
  return <div class="hidden">
    <div role="status" aria-live="polite">{turn % 2 === 0 ? text : ''}</div>
    <div role="status" aria-live="polite">{turn % 2 === 1 ? text : ''}</div>
  </div>;
}
