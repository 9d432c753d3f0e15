// What was just done, with Undo. A message stays while it is pointed at or has the focus.

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { problems, problemText } from '../api/problem';
import { useMessages } from '../messages/catalogue';
import { common } from '../messages/common';
import { Store, useStore } from '../state/store';

export interface Toast {
  text: ComponentChildren;
  /** Takes back what was done. */
  undo?: () => Promise<unknown>;
  isProblem?: boolean;
}

const SHOWN_MS = 20_000;
const SHORT_MS = 5000;
const MOST = 3;
let last = 0;
const toasts = new Store<(Toast & { id: number })[]>([]);

/** Shows a message; the function that is returned takes it away, for what it says is no longer so. */
export function showToast(toast: Toast): () => void {
  const id = ++last;
  toasts.set([...toasts.value, { ...toast, id }].slice(-MOST));
  return () => toasts.set(toasts.value.filter((one) => one.id !== id));
}

/** Shows what went wrong. */
export function useProblemToast(): (error: unknown) => void {
  const messages = useMessages(problems);
  return (error) => {
    const { text, lang } = problemText(error, messages);
    showToast({ text: <span lang={lang}>{text}</span>, isProblem: true });
  };
}

export function dismissToasts(): void { toasts.set([]); }

export function Toasts() {
  const t = useMessages(common);
  return <section class="toasts" aria-label={t.notifications} role="region">
    <div role="status" aria-live="polite">{useStore(toasts).map((toast) => <ToastLine key={toast.id} toast={toast} />)}</div>
  </section>;
}

function ToastLine({ toast }: { toast: Toast & { id: number } }) {
  const t = useMessages(common);
  const fail = useProblemToast();
  const [isHeld, setHeld] = useState(false);
  const [isUndoing, setUndoing] = useState(false);
  const close = () => toasts.set(toasts.value.filter(({ id }) => id !== toast.id));
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(close, toast.undo || toast.isProblem ? SHOWN_MS : SHORT_MS);
    return () => clearTimeout(timer);
  }, [isHeld]);
  const undo = async () => {
    setUndoing(true);
    try {
      await toast.undo?.();
      close();
      showToast({ text: t.undone });
    } catch (error) {
      close();
      fail(error);
    }
  };
  return <div class={`toast${toast.isProblem ? ' is-problem' : ''}`} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}
    onFocusIn={() => setHeld(true)} onFocusOut={() => setHeld(false)}>
    <span class="toast-text">{toast.text}</span>
    {toast.undo && <button type="button" disabled={isUndoing} onClick={() => void undo()}>{t.undo}</button>}
    <button type="button" class="toast-close" aria-label={t.dismiss} onClick={close}>×</button>
  </div>;
}
