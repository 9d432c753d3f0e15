// Where a file is dropped, chosen or pasted.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../messages/catalogue';
import { messages } from './messages';

/** Takes files that are dropped or pasted anywhere on the page. `true` while one is held over it. */
export function useFileDrop(isOn: boolean, onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useLayoutEffect(() => {
    if (!isOn) return;
    // Every element on the way reports its own enter and leave.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const stop = () => { depth = 0; setOver(false); };
    const enter = (event: DragEvent) => { if (hasFiles(event)) { depth += 1; setOver(true); } };
    const leave = (event: DragEvent) => { if (hasFiles(event) && (depth -= 1) <= 0) stop(); };
    const over = (event: DragEvent) => { if (hasFiles(event)) event.preventDefault(); };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      stop();
      latest.current([...event.dataTransfer?.files ?? []]);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...event.clipboardData?.files ?? []];
      if (files.length > 0) latest.current(files);
    };
    addEventListener('dragenter', enter);
    addEventListener('dragleave', leave);
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragenter', enter);
      removeEventListener('dragleave', leave);
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, [isOn]);
  return isOver;
}

export function DropZone({ onChoose, problem }: { onChoose(files: readonly File[]): void; problem: ComponentChildren }) {
  const t = useMessages(messages);
  const input = useRef<HTMLInputElement>(null);
  return <div class="drop-zone">
    <svg viewBox="0 0 48 48" width="40" height="40" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M24 6v23M15.500 20.500L24 29l8.500-8.500M8 31v8.500h32V31" /></svg>
    <p class="drop-title">{t.dropTitle}</p>
    <p class="muted">{t.dropPromise}</p>
    {problem && <p class="problem" role="alert">{problem}</p>}
    <button type="button" class="primary" onClick={() => input.current?.click()}>{t.choose}</button>
    <input ref={input} type="file" multiple hidden aria-label={t.choose} onChange={(event) => {
      onChoose([...event.currentTarget.files ?? []]);
      event.currentTarget.value = '';
    }} />
    <p class="muted small drop-formats">{t.dropFormats}</p>
  </div>;
}
