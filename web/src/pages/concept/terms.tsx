// The terms of a concept, in each language the preferred first. The selected one can be decided on with a key each.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useRole } from '../../api/session';
import { isComposing, onKeys } from '../../keys/handler';
import { keyOf, keySettings } from '../../keys/settings';
import { Key } from '../../keys/sheet';
import { useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { Message } from '../../messages/message';
import { address, setParameters } from '../../router/address';
import { showToast, useProblemToast } from '../../shell/toasts';
import { useDraft } from '../../state/drafts';
import { useStore } from '../../state/store';
import { useCopy } from '../../terms/copy';
import { certainty, isLanguage, isUsable, mainTerm, termsOf, type Concept, type Term } from '../../terms/concept';
import { useDecide, type DecisionRequest } from '../../terms/decisions';
import { termMessages } from '../../terms/messages';
import { Reading, Replacement, StatusMark, TermText } from '../../terms/marks';
import { isJapanese } from '../../terms/text';
import { messages } from './messages';

interface TermsProps {
  concept: Concept;
  selected: number | undefined;
  onSelect(id: number | undefined): void;
  onChange(concept: Concept | undefined): void;
}

export function Terms({ concept, selected, onSelect, onChange }: TermsProps) {
  const t = useMessages(messages);
  const words = useMessages(termMessages);
  const maySuggest = useRole('suggest');
  const [adding, setAdding] = useState<'ja' | 'en'>();
  const others = concept.terms.filter((term) => !isLanguage(term, 'ja') && !isLanguage(term, 'en'));
  const groups = [
    { lang: 'ja' as const, title: t.japanese, terms: termsOf(concept, 'ja'), add: t.addJapanese, none: words.noneJa },
    { lang: 'en' as const, title: t.english, terms: termsOf(concept, 'en'), add: t.addTerm, none: words.none },
    { lang: undefined, title: t.otherLanguage, terms: others, add: '', none: '' },
  ];
  return <>{groups.filter(({ lang, terms }) => lang || terms.length > 0).map(({ lang, title, terms, add, none }) => <section key={title} aria-labelledby={`terms-${lang ?? 'other'}`}>
    <div class="section-head"><h2 id={`terms-${lang ?? 'other'}`}>{title}</h2>
      {lang && maySuggest && mainTerm(concept, lang === 'en' ? 'ja' : 'en') && <button type="button" class="link-button" onClick={() => setAdding(lang)}>{add}</button>}</div>
    <ul class="terms">
      {terms.map((term) => <TermRow key={term.id} concept={concept} term={term} isSelected={term.id === selected} onSelect={onSelect} onChange={onChange} />)}
      {terms.length === 0 && <li class="is-none term-none">— {none}</li>}
      {lang && adding === lang && <li><NewTerm concept={concept} lang={lang} onClose={() => setAdding(undefined)} onChange={onChange} /></li>}
    </ul>
  </section>)}</>;
}

interface TermRowProps {
  concept: Concept;
  term: Term;
  isSelected: boolean;
  onSelect(id: number | undefined): void;
  onChange(concept: Concept | undefined): void;
}

function TermRow({ concept, term, isSelected, onSelect, onChange }: TermRowProps) {
  const t = useMessages(messages);
  const words = useMessages(termMessages);
  const mayReview = useRole('review');
  const decide = useDecide();
  const copy = useCopy();
  const row = useRef<HTMLButtonElement>(null);
  const isEditing = useStore(address).searchParams.get('edit') === String(term.id) && mayReview;
  useLayoutEffect(() => { if (isEditing) onSelect(term.id); }, [isEditing]);

  const make = (decision: DecisionRequest, text: string) => {
    if (!mayReview) return;
    void decide({ ...decision, revision: concept.revision }, { text: <Message text={text} values={{ term: <span lang={term.lang}>{term.text}</span> }} />, onChange });
  };
  const edit = () => setParameters({ edit: String(term.id) });
  const other = mainTerm(concept, isLanguage(term, 'ja') ? 'ja' : 'en');
  const acts = {
    accept: () => make({ kind: 'accept', term_id: term.id }, t.approvedToast),
    edit,
    prefer: () => make({ kind: 'usage', term_id: term.id, usage: 'preferred' }, t.preferredToast),
    forbid: () => make({ kind: 'usage', term_id: term.id, usage: 'forbidden', ...(other && other.id !== term.id ? { replacement_id: other.id } : {}) }, t.forbiddenToast),
    reject: () => make({ kind: 'reject', term_id: term.id }, t.rejectedToast),
  };
  const keys = onKeys('concept', {
    next: () => focusTerm(1), previous: () => focusTerm(-1), copy: () => void copy(term.text, term.lang),
    ...(mayReview ? { accept: acts.accept, edit, forbid: acts.forbid, reject: acts.reject } : {}),
  });
  const close = () => { setParameters({ edit: null }); row.current?.focus(); };
  const state = certainty(term);
  return <li class={`term${isSelected ? ' is-selected' : ''}`} onKeyDown={keys}>
    <button ref={row} type="button" class="term-line" data-term={term.id} aria-expanded={isSelected} onClick={() => onSelect(isSelected ? undefined : term.id)}>
      <span class="term-text"><TermText term={term} /><Reading term={term} /> <Replacement concept={concept} term={term} /></span>
      <span class="term-meta">
        {term.kind !== 'full_form' && <span class="tag">{words[term.kind]}</span>}
        {term.usage === 'admitted' && <span class="tag">{words.admitted}</span>}
        <StatusMark term={term} hasWord />
      </span>
    </button>
    {isEditing ? <EditTerm concept={concept} term={term} onClose={close} onChange={onChange} />
      : isSelected && mayReview && <div class="actions term-actions">
        {state !== 'approved' && <Act name="accept" label={t.approve} onAct={acts.accept} isPrimary />}
        <Act name="edit" label={t.edit} onAct={acts.edit} />
        {isUsable(term) && term.usage !== 'preferred' && <button type="button" onClick={acts.prefer}>{t.prefer}</button>}
        {term.usage === 'forbidden' ? <button type="button" onClick={acts.prefer}>{t.prefer}</button> : <Act name="forbid" label={t.forbid} onAct={acts.forbid} />}
        {state !== 'rejected' && <Act name="reject" label={t.reject} onAct={acts.reject} />}
      </div>}
  </li>;
}

function Act({ name, label, isPrimary, onAct }: { name: 'accept' | 'edit' | 'forbid' | 'reject'; label: string; isPrimary?: boolean; onAct(): void }) {
  const key = keyOf('concept', name, useStore(keySettings));
  return <button type="button" class={isPrimary ? 'primary' : ''} onClick={onAct} aria-keyshortcuts={key}>{label}{key && <> <Key name={key} /></>}</button>;
}

function focusTerm(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-term]')];
  const current = document.activeElement?.closest('.term')?.querySelector<HTMLElement>('[data-term]');
  all[current ? all.indexOf(current) + step : 0]?.focus();
}

function EditTerm({ concept, term, onClose, onChange }: { concept: Concept; term: Term; onClose(): void; onChange(concept: Concept | undefined): void }) {
  const t = useMessages(messages);
  const decide = useDecide();
  const draft = useDraft(`term.${term.id}`, term.text);
  const text = draft.text.trim();
  // The concept as it was when its term was opened: what somebody else changes meanwhile is not written over unseen.
  const seen = useRef<number | undefined>(concept.revision);
  const save = async () => {
    if (!text || text === term.text) return onClose();
    const isDone = await decide({ kind: 'edit', term_id: term.id, text, revision: seen.current ?? concept.revision }, {
      text: <Message text={t.editedToast} values={{ old: <span lang={term.lang}>{term.text}</span>, term: <span lang={term.lang}>{text}</span> }} />, onChange,
    });
    if (!isDone) {
      seen.current = undefined;
      return undefined;
    }
    draft.clear();
    return onClose();
  };
  return <TermForm label={t.termField} lang={term.lang} draft={draft} onSave={save} onClose={() => { draft.clear(); onClose(); }} />;
}

function NewTerm({ concept, lang, onClose, onChange }: { concept: Concept; lang: 'ja' | 'en'; onClose(): void; onChange(concept: Concept | undefined): void }) {
  const t = useMessages(messages);
  const fail = useProblemToast();
  const mayReview = useRole('review');
  const draft = useDraft(`concept.${concept.id}.${lang}`, '');
  const partner = mainTerm(concept, lang === 'en' ? 'ja' : 'en');
  const save = async () => {
    const text = draft.text.trim();
    if (!text || !partner) return onClose();
    try {
      const pair = lang === 'en' ? { ja: partner.text, en: text } : { ja: text, en: partner.text };
      const made = await api.createTerm({ ...pair, project: concept.project, concept_id: concept.id });
      draft.clear();
      onChange(made.concept);
      const id = lang === 'en' ? made.en_term_id : made.ja_term_id;
      showToast({
        text: <Message text={t.addedToast} values={{ term: <span lang={lang}>{text}</span> }} />,
        ...(made.outcome === 'created' && mayReview ? { undo: async () => { onChange((await api.call('delete', '/v1/terms/{id}', { path: { id } })).concept ?? undefined); } } : {}),
      });
      onClose();
    } catch (error) {
      fail(error);
    }
  };
  return <TermForm label={lang === 'en' ? t.addTerm : t.addJapanese} lang={lang} draft={draft} onSave={save} onClose={() => { draft.clear(); onClose(); }} />;
}

interface TermFormProps { label: string; lang: string; draft: ReturnType<typeof useDraft>; onSave(): Promise<unknown> | void; onClose(): void }

function TermForm({ label, lang, draft, onSave, onClose }: TermFormProps) {
  const shared = useMessages(common);
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => { field.current?.focus(); field.current?.select(); }, []);
  const isWrong = lang.startsWith('en') && isJapanese(draft.text);
  const save = async () => {
    if (isWrong) return;
    setSaving(true);
    await onSave();
    setSaving(false);
  };
  return <form class="term-form" onSubmit={(event) => { event.preventDefault(); void save(); }}
    onKeyDown={(event) => {
      if (isComposing(event)) { if (event.key === 'Enter') event.preventDefault(); }
      else if (event.key === 'Escape') { event.stopPropagation(); onClose(); }
    }}>
    <input ref={field} aria-label={label} lang={lang} value={draft.text} maxLength={400} spellcheck={lang.startsWith('en')} aria-invalid={isWrong} onInput={(event) => draft.set(event.currentTarget.value)} />
    <div class="actions">
      <button type="submit" class="primary" disabled={isSaving || !draft.text.trim() || isWrong}>{shared.save}</button>
      <button type="button" class="quiet" onClick={onClose}>{shared.cancel}</button>
      {draft.restored && <small>{shared.restoredDraft}</small>}
    </div>
  </form>;
}
