// Which items of the list have their place on the screen: text and list scroll together.

import { useEffect, useState } from 'preact/hooks';
import type { Annotation } from './annotations';

const NONE: ReadonlySet<string> = new Set();

export function useSeenItems(root: { current: HTMLElement | null }, annotations: readonly Annotation[], isOn: boolean): ReadonlySet<string> {
  const [seen, setSeen] = useState(NONE);
  useEffect(() => {
    if (!isOn) {
      setSeen(NONE);
      return;
    }
    let frame = 0;
    const read = () => {
      frame = 0;
      const [top, bottom] = visibleUnits(root.current) ?? [1, 0];
      const found = annotations.filter(({ kind, start, end }) => kind !== 'entry' && kind !== 'definition' && start < bottom && end > top).map(({ item }) => item);
      setSeen((old) => old.size === new Set(found).size && found.every((item) => old.has(item)) ? old : new Set(found));
    };
    const schedule = () => { frame ||= requestAnimationFrame(read); };
    schedule();
    addEventListener('scroll', schedule, { passive: true });
    addEventListener('resize', schedule);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', schedule);
      removeEventListener('resize', schedule);
    };
  }, [annotations, isOn]);
  return seen;
}

/** The part of the text that is on the screen, found by looking at its ends rather than at every line. */
export function visibleUnits(root: HTMLElement | null): [number, number] | undefined {
  if (!root) return undefined;
  const { left, top, bottom } = root.getBoundingClientRect();
  const from = Math.max(top, 0) + 4;
  const to = Math.min(bottom, innerHeight) - 4;
  if (to <= from) return undefined;
  const lineAt = (y: number) => document.elementsFromPoint(left + 32, y).find((element) => element.matches('.text-line')) as HTMLElement | undefined;
  const first = probe(from, to, 6, lineAt);
  const last = probe(to, from, -6, lineAt);
  if (!first || !last) return undefined;
  return [Number(first.dataset['start']), Number(last.dataset['start']) + (last.textContent?.length ?? 0)];
}

function probe(from: number, to: number, step: number, lineAt: (y: number) => HTMLElement | undefined): HTMLElement | undefined {
  for (let y = from; step > 0 ? y < to : y > to; y += step) {
    const line = lineAt(y);
    if (line) return line;
  }
  return undefined;
}
