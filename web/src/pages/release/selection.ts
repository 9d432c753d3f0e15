// The selection in the text, by mouse, touch or keyboard.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onKeys } from '../../keys/handler';
import { rangeOf, selectedSpan, selectSpan, type UnitSpan } from './text';

const SETTLE_MS = 180;

export interface TextSelection {
  span: UnitSpan | undefined;
  /** Whether arrow keys select. */
  isSelecting: boolean;
  clear(): void;
  /** Selects a span, for the arrow keys to change. */
  begin(span: UnitSpan): void;
  onKeyDown(event: KeyboardEvent): void;
}

interface Options {
  text: string;
  /** Where selecting by keyboard begins. */
  start(): UnitSpan;
  /** Letters that act on a selection. */
  commands: Partial<Record<'entry' | 'head' | 'definition' | 'english' | 'notAnEntry' | 'menu', (span: UnitSpan) => void>>;
}

export function useTextSelection(root: { current: HTMLElement | null }, { text, start, commands }: Options): TextSelection {
  const [span, setSpan] = useState<UnitSpan>();
  const [isSelecting, setSelecting] = useState(false);
  const latest = useRef(text);
  latest.current = text;

  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDown = false;
    const read = () => {
      if (!root.current || isDown) return;
      // The menu has the focus or is being pressed: the selection it is about stays.
      if (document.activeElement?.closest('[data-selection-menu]')) return;
      const found = selectedSpan(root.current, latest.current);
      setSpan((old) => found?.[0] === old?.[0] && found?.[1] === old?.[1] ? old : found);
      paint(found && rangeOf(root.current, found));
    };
    const settle = () => { clearTimeout(timer); timer = setTimeout(read, SETTLE_MS); };
    const down = (event: PointerEvent) => { isDown = event.pointerType === 'mouse' && root.current?.contains(event.target as Node) === true; };
    const up = () => { if (isDown) { isDown = false; settle(); } };
    document.addEventListener('selectionchange', settle);
    addEventListener('pointerdown', down);
    addEventListener('pointerup', up);
    return () => {
      clearTimeout(timer);
      paint(undefined);
      document.removeEventListener('selectionchange', settle);
      removeEventListener('pointerdown', down);
      removeEventListener('pointerup', up);
    };
  }, []);

  const clear = () => {
    getSelection()?.removeAllRanges();
    paint(undefined);
    setSpan(undefined);
    setSelecting(false);
  };
  const begin = (wanted: UnitSpan) => {
    if (!root.current) return;
    root.current.focus({ preventScroll: true });
    selectSpan(root.current, wanted);
    setSelecting(true);
  };
  const move = (direction: 'forward' | 'backward', unit: 'character' | 'line') => (event: KeyboardEvent) => {
    const selection = getSelection();
    if (!selection || !root.current) return;
    if (!event.shiftKey) {
      // One character is selected at a time, so that it can be seen where the selection is.
      selection.collapseToStart();
      selection.modify('move', direction, unit);
      selection.modify('extend', 'forward', 'character');
    } else selection.modify('extend', direction, unit);
    if (!root.current.contains(selection.anchorNode)) selectSpan(root.current, start());
    const focus = selection.focusNode;
    (focus instanceof Element ? focus : focus?.parentElement)?.scrollIntoView({ block: 'nearest' });
  };
  const own = span;
  const act = (name: keyof Options['commands']) => {
    const command = commands[name];
    return own && command ? { [name]: () => command(own) } : {};
  };
  const onKeyDown = onKeys('releaseText', {
    ...(isSelecting ? {
      forward: move('forward', 'character'), back: move('backward', 'character'), down: move('forward', 'line'), up: move('backward', 'line'), leave: clear,
    } : { select: () => begin(own ?? start()), ...(own ? { leave: clear } : {}) }),
    ...act('entry'), ...act('head'), ...act('definition'), ...act('english'), ...act('notAnEntry'), ...act('menu'),
  });
  return { span, isSelecting, clear, begin, onKeyDown };
}

/** Shows the span also while the menu has the focus, where the browser can. */
function paint(range: Range | undefined): void {
  if (!('highlights' in CSS)) return;
  if (range) CSS.highlights.set('release-selection', new Highlight(range));
  else CSS.highlights.delete('release-selection');
}
