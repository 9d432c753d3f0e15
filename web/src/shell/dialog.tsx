// A dialog with a heading. The field with `data-first` has the focus. Escape and a click beside it close it; what was typed in it is kept as a draft.

import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages } from '../messages/catalogue';
import { common } from '../messages/common';

export function Dialog({ title, onClose, children }: { title: string; onClose(): void; children: ComponentChildren }) {
  const t = useMessages(common);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  return <dialog ref={dialog} aria-labelledby={id} onClose={onClose} onPointerDown={(event) => { if (event.target === dialog.current) dialog.current?.close(); }}>
    <div class="sheet-body">
      <header class="sheet-head"><h2 id={id}>{title}</h2><button type="button" class="quiet" onClick={() => dialog.current?.close()}>{t.close}</button></header>
      {children}
    </div>
  </dialog>;
}
