// One item: the claim, what can be decided about it and what that would change, its proofs, what else is known.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isTextField, onKeys } from '../../keys/handler';
import { keyOf, keySettings } from '../../keys/settings';
import { Key } from '../../keys/sheet';
import { locale, useMessages } from '../../messages/catalogue';
import { Message } from '../../messages/message';
import { announce } from '../../shell/announcer';
import { useStore } from '../../state/store';
import { isLanguage, isUsable, mainTerm, termsOf, type Term } from '../../terms/concept';
import type { DecisionRequest } from '../../terms/decisions';
import { fieldName, termMessages } from '../../terms/messages';
import { Reading, StatusMark } from '../../terms/marks';
import { Known } from './known';
import { messages } from './messages';
import { EditPanel, NotePanel, SplitPanel } from './panels';
import { MergePanel } from './merge';
import { ItemProofs } from './proofs';
import { isOpen, type ReviewItem, type ReviewQueue } from './queue';
import type { Reviewer } from './reviewer';

type ActName = 'accept' | 'edit' | 'reject' | 'forbid' | 'merge' | 'split' | 'note' | 'later';
type PanelName = 'edit' | 'merge' | 'split' | 'note';

const DECISIONS = ['accept', 'edit', 'reject', 'forbid', 'merge', 'split', 'note'] as const;
/** Keys that are pressed so soon after somebody else changed the item were meant for what was there before. */
const LOOK_MS = 1000;

interface ItemProps {
  item: ReviewItem;
  queue: ReviewQueue;
  reviewer: Reviewer;
  mayReview: boolean;
  isChanged: boolean;
}

export function Item({ item, queue, reviewer, mayReview, isChanged }: ItemProps) {
  const t = useMessages(messages);
  const article = useRef<HTMLElement>(null);
  const [panel, setPanel] = useState<PanelName>();
  const [pointed, setPointed] = useState<ActName>();
  const { concept } = item;
  const term = concept.terms.find(({ id }) => id === item.term_id);
  const lang = term && isLanguage(term, 'ja') ? 'ja' : 'en';
  const ja = lang === 'ja' ? term : mainTerm(concept, 'ja');
  const en = lang === 'ja' ? mainTerm(concept, 'en') : term;
  const partner = lang === 'ja' ? en : ja;
  const takeFocus = () => article.current?.focus({ preventScroll: true });

  const shown = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    setPanel(undefined);
    setPointed(undefined);
    const isNext = shown.current !== undefined;
    shown.current = item.term_id;
    if (!isNext || document.activeElement === document.body || article.current?.contains(document.activeElement)) takeFocus();
    if (!isNext) return;
    announce(`${ja?.text ?? ''} = ${en?.text ?? ''}`);
    const top = article.current?.getBoundingClientRect().top ?? 0;
    if (top < 0) scrollTo(0, Math.max(0, scrollY + top - 24));
  }, [item.term_id]);
  if (!term) return null;

  const named = <span lang={term.lang}>{term.text}</span>;
  const replacement = termsOf(concept, lang).find((one) => one.id !== term.id && isUsable(one));
  const final = (decision: DecisionRequest, text: preact.ComponentChildren, onDone?: () => void) => {
    setPanel(undefined);
    reviewer.decide(item, decision, { text, isFinal: true, ...(onDone ? { onDone } : {}) });
    takeFocus();
  };
  const lasting = (decision: DecisionRequest, text: preact.ComponentChildren, onDone?: () => void) => {
    setPanel(undefined);
    reviewer.decide(item, decision, { text, isFinal: false, ...(onDone ? { onDone } : {}) });
    takeFocus();
  };
  // What somebody else decided is looked at before the next key counts.
  const isSettled = !isOpen(concept, term.id);
  const changedAt = useRef(0);
  useLayoutEffect(() => { if (isChanged) changedAt.current = Date.now(); }, [isChanged, concept.revision]);
  const open = (name: PanelName) => () => setPanel((old) => old === name ? undefined : name);
  const close = () => { setPanel(undefined); takeFocus(); };
  const acts: Record<ActName, () => void> = {
    accept: () => final({ kind: 'accept', term_id: term.id }, ja && en
      ? <Message text={t.approvedToast} values={{ ja: <span lang="ja">{ja.text}</span>, en: <span lang={en.lang}>{en.text}</span> }} />
      : <Message text={t.approvedOne} values={{ term: named }} />),
    reject: () => final({ kind: 'reject', term_id: term.id }, <Message text={t.rejectedToast} values={{ term: named }} />),
    forbid: () => final({ kind: 'usage', term_id: term.id, usage: 'forbidden', ...(replacement ? { replacement_id: replacement.id } : {}) }, <Message text={t.forbiddenToast} values={{ term: named }} />),
    edit: open('edit'), merge: open('merge'), split: open('split'), note: open('note'),
    later: () => { if (isSettled) queue.skip(); else queue.putOff(); takeFocus(); },
  };
  const looksFirst = (act: () => void) => () => { if (!isSettled && Date.now() - changedAt.current > LOOK_MS) act(); };
  const decisions = Object.fromEntries(DECISIONS.map((name) => [name, looksFirst(acts[name])])) as Pick<typeof acts, typeof DECISIONS[number]>;
  const keys = onKeys('review', {
    ...(mayReview ? { ...decisions, undo: reviewer.undo } : {}),
    next: acts.later, later: acts.later, back: () => { queue.takeUp(); },
  });
  const other = replacement && <span lang={replacement.lang}>{replacement.text}</span>;
  const waitsToo = partner && lang === 'en' && partner.review !== 'approved' && partner.review !== 'rejected';
  const effects: Record<ActName, preact.ComponentChildren> = {
    accept: <Message text={waitsToo ? t.effectAcceptBoth : t.effectAccept} values={{ term: named, other: partner && <span lang={partner.lang}>{partner.text}</span> }} />,
    edit: <Message text={t.effectEdit} values={{ term: named }} />,
    reject: <Message text={t.effectReject} values={{ term: named }} />,
    forbid: <Message text={other ? t.effectForbidInstead : t.effectForbid} values={{ term: named, other }} />,
    merge: <Message text={t.effectMerge} values={{ term: named }} />,
    split: <Message text={t.effectSplit} values={{ term: named }} />,
    note: <Message text={t.effectNote} values={{ term: named }} />,
    later: <Message text={t.effectLater} values={{ term: named }} />,
  };
  const act = (name: ActName, label: string, isPrimary?: boolean) => <ActButton name={name} label={label} isPrimary={isPrimary} isOpen={name === panel} onAct={acts[name]} onPoint={(on) => setPointed(on ? name : undefined)} />;
  const panels = {
    edit: () => <EditPanel term={term} onClose={close} onSave={(text, done) => final({ kind: 'edit', term_id: term.id, text }, <Message text={t.editedToast} values={{ old: named, term: <span lang={term.lang}>{text}</span> }} />, done)} />,
    note: () => <NotePanel concept={concept} onClose={close} onSave={(text, done) => lasting({ kind: 'note', concept_id: concept.id, text }, t.notedToast, done)} />,
    split: () => <SplitPanel concept={concept} term={term} onClose={close} onSave={(ids) => lasting({ kind: 'split', concept_id: concept.id, term_ids: ids }, t.splitToast)} />,
    merge: () => <MergePanel item={item} onClose={close} onChoose={(id, name) => lasting({ kind: 'merge', concept_id: concept.id, other_id: id }, <Message text={t.mergedToast} values={{ term: named, other: name }} />)} />,
  };
  return <article ref={article} class="review-item" tabIndex={-1} aria-label={t.item} onKeyDown={(event) => { if (!isTextField(event.target) && !(event.target as Element).closest('.review-panel')) keys(event); }}>
    {isSettled ? <div class="review-changed" role="alert"><p>{t.settled}</p><button type="button" class="primary" onClick={acts.later}>{t.goOn}<Key name="ArrowRight" /></button></div>
      : isChanged && <p class="review-changed" role="alert">{t.changed}</p>}
    <Meta item={item} term={term} />
    <h2 class="claim">
      <ClaimSide term={ja} isOpen={ja === term} /> <span class="claim-sign" aria-hidden="true">=</span><span class="hidden">{t.equals}</span> <ClaimSide term={en} isOpen={en === term} />
    </h2>
    {mayReview && !isSettled && <div class="review-acts">
      <div class="actions">
        {act('accept', t.approve, true)}{act('edit', t.edit)}{act('reject', t.reject)}{act('forbid', t.forbid)}
        <span class="review-acts-gap" />
        {act('merge', t.merge)}{act('split', t.split)}{act('note', t.note)}
        <span class="review-acts-gap" />
        {act('later', t.later)}
      </div>
      {panel ? panels[panel]() : <p class="review-effect">{effects[pointed ?? 'accept']}</p>}
    </div>}
    <div class="review-columns">
      <ItemProofs concept={concept} term={term} partner={partner} />
      <Known item={item} term={term} />
    </div>
  </article>;
}

function ClaimSide({ term, isOpen }: { term: Term | undefined; isOpen: boolean }) {
  const words = useMessages(termMessages);
  if (!term) return <span class="claim-side is-none">— {words.none}</span>;
  return <span class={`claim-side${isOpen ? ' is-open' : ''}`}><span lang={term.lang} class="claim-text">{term.text}</span><Reading term={term} /></span>;
}

function Meta({ item, term }: { item: ReviewItem; term: Term }) {
  const t = useMessages(messages);
  const words = useMessages(termMessages);
  const lang = useStore(locale);
  return <p class="review-meta">
    <StatusMark term={term} hasWord />
    {term.kind !== 'full_form' && <span>{words[term.kind]}</span>}
    {term.usage === 'admitted' && <span>{words.admitted}</span>}
    {item.concept.field && <span>{fieldName(item.concept.field, lang)}</span>}
    <span>{item.concept.scope_release_id != null ? t.onlyHere : item.releases > 0 ? t.inReleases(item.releases) : t.inNone}</span>
  </p>;
}

interface ActButtonProps { name: ActName; label: string; isPrimary: boolean | undefined; isOpen: boolean; onAct(): void; onPoint(on: boolean): void }

function ActButton({ name, label, isPrimary, isOpen, onAct, onPoint }: ActButtonProps) {
  const key = keyOf('review', name, useStore(keySettings));
  const isPanel = ['edit', 'merge', 'split', 'note'].includes(name);
  return <button type="button" class={`act is-${name}${isPrimary ? ' primary' : ''}`} aria-keyshortcuts={key} aria-expanded={isPanel ? isOpen : undefined} onClick={onAct}
    onPointerEnter={(event) => { if (event.pointerType === 'mouse') onPoint(true); }} onPointerLeave={() => onPoint(false)} onFocus={() => onPoint(true)} onBlur={() => onPoint(false)}>
    {label}{key && <Key name={key} />}
  </button>;
}
