// The menu of a selection: what the passage is. Beside the selection, or at the bottom of a phone.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onKeys } from '../../keys/handler';
import { Key } from '../../keys/sheet';
import { fill, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import type { Entry } from '../../releases/release';
import type { CorrectionKind } from '../../releases/release';
import { Link } from '../../router/link';
import { languageOf } from '../../terms/text';
import { messages } from './messages';
import { rangeOf, type UnitSpan } from './text';

/** What the server takes as a term or its English, in characters. */
export const LONGEST_NAME = 400;
const LONGEST_QUERY = 400;

interface MenuProps {
  root: HTMLElement;
  span: UnitSpan;
  text: string;
  entries: readonly Entry[];
  /** The entry that the selection most likely belongs to. */
  likely: Entry | undefined;
  /** Missing where corrections cannot be made. */
  onCorrect: ((kind: CorrectionKind, entry: Entry | undefined) => void) | undefined;
  onClose(): void;
}

export function SelectionMenu({ root, span, text, entries, likely, onCorrect, onClose }: MenuProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const menu = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number>();
  const [position, setPosition] = useState<{ top: string; left: string }>();
  const entry = entries.find(({ id }) => id === chosen) ?? likely;
  const selected = text.slice(...span);
  const isLong = [...selected].length > LONGEST_NAME;
  useLayoutEffect(() => {
    const rect = rangeOf(root, span)?.getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    const width = menu.current?.offsetWidth ?? 0;
    if (rect) setPosition({ top: `${rect.bottom - frame.top + 8}px`, left: `${Math.max(0, Math.min(rect.left - frame.left, frame.width - width))}px` });
  }, [span[0], span[1]]);
  const query = selected.replace(/\s+/g, ' ');
  const keys = onKeys('releaseText', {
    leave: onClose,
    ...(onCorrect ? {
      entry: () => onCorrect('entry', undefined),
      ...(entry ? {
        ...(isLong ? {} : { head: () => onCorrect('head', entry), english: () => onCorrect('english', entry) }),
        definition: () => onCorrect('definition', entry), notAnEntry: () => onCorrect('not_an_entry', entry),
      } : {}),
    } : {}),
  });
  return <div ref={menu} class="selection-menu" data-selection-menu role="group" aria-label={t.menu} style={position} onKeyDown={keys}
    // Pressing a button must not take the selection away; the list of terms needs the press.
    onPointerDown={(event) => { if (!(event.target instanceof HTMLSelectElement)) event.preventDefault(); }}>
    <p class="selection-text"><q lang={languageOf(selected)}>{selected.length > 60 ? `${[...selected].slice(0, 60).join('')}…` : selected}</q>
      <button type="button" class="quiet icon-button selection-close" aria-label={shared.close} onClick={onClose}>×</button></p>
    {onCorrect && <>
      {entries.length > 0 && <label class="selection-entry"><span>{t.menuOf}</span>
        <select aria-label={t.menuWhich} value={entry?.id} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
          {!entry && <option value="">—</option>}
          {entries.map(({ id, term, lang, marker }) => <option key={id} value={id} lang={lang}>{marker ? `${marker.printed} ` : ''}{term}</option>)}
        </select></label>}
      <div class="selection-kinds">
        {entry && <>
          <Choice letter="h" label={t.menuHead} isOff={isLong} onClick={() => onCorrect('head', entry)} />
          <Choice letter="d" label={t.menuDefinition} onClick={() => onCorrect('definition', entry)} />
          <Choice letter="e" label={t.menuEnglish} isOff={isLong} onClick={() => onCorrect('english', entry)} />
          <Choice letter="x" label={t.menuNot} onClick={() => onCorrect('not_an_entry', entry)} />
        </>}
        <Choice letter="n" label={t.menuEntry} onClick={() => onCorrect('entry', undefined)} />
      </div>
      {isLong && <p class="muted small selection-hint">{fill(t.tooLong, { n: LONGEST_NAME })}</p>}
    </>}
    {query.length <= LONGEST_QUERY && <Link to={`/?q=${encodeURIComponent(query)}`} class="selection-lookup">{t.lookUp}</Link>}
  </div>;
}

function Choice({ letter, label, isOff, onClick }: { letter: string; label: string; isOff?: boolean; onClick(): void }) {
  return <button type="button" disabled={isOff ?? false} onClick={onClick}>{label}<span class="selection-key" aria-hidden="true"><Key name={letter} /></span></button>;
}
