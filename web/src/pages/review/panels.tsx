// What a decision needs to know: the corrected text, the note, the terms that go. Typed text is kept until the server has it.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isComposing } from '../../keys/handler';
import { useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { useDraft } from '../../state/drafts';
import type { Concept, Term } from '../../terms/concept';
import { StatusMark, TermText } from '../../terms/marks';
import { isJapanese } from '../../terms/text';
import { messages } from './messages';

interface PanelProps { onSave(): void; onClose(): void; canSave: boolean; saveLabel: string; isLong?: boolean; hint?: ComponentChildren; children: ComponentChildren }

/** A form below the actions. Escape closes it; Enter that ends a composition does nothing. */
export function Panel({ onSave, onClose, canSave, saveLabel, isLong, hint, children }: PanelProps) {
  const shared = useMessages(common);
  return <form class="review-panel" onSubmit={(event) => { event.preventDefault(); if (canSave) onSave(); }}
    onKeyDown={(event) => {
      if (isComposing(event)) { if (event.key === 'Enter') event.preventDefault(); return; }
      if (event.key === 'Escape') { event.stopPropagation(); onClose(); }
      if (isLong && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); if (canSave) onSave(); }
    }}>
    {children}
    <div class="actions">
      <button type="submit" class="primary" disabled={!canSave}>{saveLabel}</button>
      <button type="button" class="quiet" onClick={onClose}>{shared.cancel}</button>
      {hint && <small>{hint}</small>}
    </div>
  </form>;
}

interface EditPanelProps { term: Term; onClose(): void; onSave(text: string, onDone: () => void): void }

export function EditPanel({ term, onClose, onSave }: EditPanelProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const draft = useDraft(`term.${term.id}`, term.text);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => { field.current?.focus(); field.current?.select(); }, []);
  const text = draft.text.trim();
  const isWrong = term.lang.startsWith('en') && isJapanese(text);
  return <Panel saveLabel={t.saveEdit} canSave={text !== '' && text !== term.text && !isWrong} onClose={() => { draft.clear(); onClose(); }} onSave={() => onSave(text, draft.clear)}
    hint={draft.restored ? shared.restoredDraft : text === term.text ? t.sameText : undefined}>
    <label class="field"><span>{t.editField}</span>
      <input ref={field} lang={term.lang} value={draft.text} maxLength={400} spellcheck={term.lang.startsWith('en')} aria-invalid={isWrong} onInput={(event) => draft.set(event.currentTarget.value)} /></label>
    {isWrong && <p class="problem">{t.englishOnly}</p>}
  </Panel>;
}

interface NotePanelProps { concept: Concept; onClose(): void; onSave(text: string, onDone: () => void): void }

export function NotePanel({ concept, onClose, onSave }: NotePanelProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const draft = useDraft(`concept.${concept.id}.note`, '');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const text = draft.text.trim();
  return <Panel isLong saveLabel={t.saveNote} canSave={text !== ''} onClose={onClose} onSave={() => onSave(text, draft.clear)}
    hint={draft.restored ? shared.restoredDraft : draft.text ? shared.keptHere : undefined}>
    <label class="field"><span>{t.noteField}</span>
      <textarea ref={field} value={draft.text} maxLength={4000} placeholder={t.noteHint} onInput={(event) => draft.set(event.currentTarget.value)} /></label>
  </Panel>;
}

interface SplitPanelProps { concept: Concept; term: Term; onClose(): void; onSave(termIds: number[]): void }

export function SplitPanel({ concept, term, onClose, onSave }: SplitPanelProps) {
  const t = useMessages(messages);
  const [chosen, setChosen] = useState<readonly number[]>([term.id]);
  const list = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => list.current?.querySelector('input')?.focus(), []);
  const isAll = chosen.length === concept.terms.length;
  const toggle = (id: number) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return <Panel saveLabel={t.splitDo} canSave={chosen.length > 0 && !isAll} onClose={onClose} onSave={() => onSave([...chosen])} hint={isAll ? t.splitKeep : undefined}>
    <fieldset ref={list} class="review-split">
      <legend>{t.splitTitle}</legend>
      {concept.terms.map((one) => <label key={one.id} class="review-check">
        <input type="checkbox" checked={chosen.includes(one.id)} onChange={() => toggle(one.id)} />
        <TermText term={one} /><StatusMark term={one} />
      </label>)}
    </fieldset>
  </Panel>;
}
