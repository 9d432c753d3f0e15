// Where releases are dropped; the whole window takes them. Two buttons do the same without a mouse.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useProject } from '../../api/projects';
import { useMessages } from '../../messages/catalogue';
import { Message } from '../../messages/message';
import { showToast } from '../../shell/toasts';
import { droppedFiles, filesOfFolder, type Dropped } from './folder';
import { messages } from './messages';

export function DropZone({ isLarge, onFiles }: { isLarge: boolean; onFiles(files: readonly File[]): void }) {
  const t = useMessages(messages);
  const { target } = useProject();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = ({ files: found, skipped }: Dropped) => {
    if (found.length === 0) showToast({ text: t.nothingReadable, isProblem: true });
    else if (skipped > 0) showToast({ text: t.skipped(skipped) });
    onFiles(found);
  };
  const latest = useRef(take);
  latest.current = take;

  useLayoutEffect(() => {
    // Entering a child fires before leaving its parent, so both are counted.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => { if (hasFiles(event)) { depth += 1; setOver(true); } };
    const leave = (event: DragEvent) => { if (hasFiles(event) && --depth <= 0) { depth = 0; setOver(false); } };
    const over = (event: DragEvent) => { if (hasFiles(event)) { event.preventDefault(); if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'; } };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      droppedFiles(event.dataTransfer).then((found) => latest.current(found), () => showToast({ text: t.folderFailed, isProblem: true }));
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener as EventListener);
    return () => { for (const [name, listener] of Object.entries(listeners)) removeEventListener(name, listener as EventListener); };
  }, []);

  const choose = (input: HTMLInputElement, read: (list: FileList) => Dropped) => {
    if (input.files && input.files.length > 0) take(read(input.files));
    input.value = '';
  };
  return <div class={`drop${isOver ? ' is-over' : ''}${isLarge ? ' is-large' : ''}`}>
    <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 3.500v11M7.500 10.500l4.500 4.500 4.500-4.500M4 16.500v4h16v-4" /></svg>
    <p class="drop-text">{isOver ? <Message text={t.dropNow} values={{ project: <b>{target}</b> }} /> : <><b>{t.drop}</b><small>{t.dropHint}</small></>}</p>
    <div class="actions">
      <button type="button" class={isLarge ? 'primary' : ''} onClick={() => files.current?.click()}>{t.chooseFiles}</button>
      <button type="button" class="quiet" onClick={() => folder.current?.click()}>{t.chooseFolder}</button>
    </div>
    <input ref={files} type="file" multiple hidden tabIndex={-1} aria-label={t.chooseFiles} data-input="files"
      onChange={(event) => choose(event.currentTarget, (list) => ({ files: [...list], skipped: 0 }))} />
    <input ref={(input) => { folder.current = input; if (input) input.webkitdirectory = true; }} type="file" hidden tabIndex={-1} aria-label={t.chooseFolder} data-input="folder"
      onChange={(event) => choose(event.currentTarget, filesOfFolder)} />
  </div>;
}
