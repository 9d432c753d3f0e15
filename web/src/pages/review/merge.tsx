// Chooses the concept to merge with: one that is known to be near, or one that is looked up.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useResource } from '../../api/resource';
import { isComposing } from '../../keys/handler';
import { useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import type { Concept } from '../../terms/concept';
import { languageOf } from '../../terms/text';
import { ConceptPair, useOtherConcepts } from './known';
import { messages } from './messages';
import type { ReviewItem } from './queue';

interface MergePanelProps { item: ReviewItem; onClose(): void; onChoose(conceptId: number, name: ComponentChildren): void }

export function MergePanel({ item, onClose, onChoose }: MergePanelProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const near = useOtherConcepts(item);
  const [query, setQuery] = useState('');
  const panel = useRef<HTMLDivElement>(null);
  const wanted = query.trim();
  const { project } = item.concept;
  const found = useResource(wanted ? `merge ${project} ${wanted}` : null, (signal) => api.searchTerms({ q: wanted, limit: 8, project }, signal), { keep: true });
  const concepts: Concept[] = wanted ? (found.data?.matches ?? []).map(({ concept }) => concept) : near;
  const shown = concepts.filter(({ id, project: own }) => id !== item.concept.id && own === project);
  useLayoutEffect(() => panel.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const move = (step: number) => {
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('input, [data-choice]') ?? [])];
    all[all.indexOf(document.activeElement as HTMLElement) + step]?.focus();
  };
  return <div ref={panel} class="review-panel" role="group" aria-label={t.mergeTitle} onKeyDown={(event) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') { event.stopPropagation(); onClose(); }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); move(event.key === 'ArrowDown' ? 1 : -1); }
  }}>
    <label class="field"><span>{t.mergeTitle}</span>
      <input type="text" inputMode="search" placeholder={t.mergeSearch} value={query} maxLength={400} autoComplete="off" spellcheck={false} lang={query ? languageOf(query) : undefined} onInput={(event) => setQuery(event.currentTarget.value)} /></label>
    <ul class="review-choices" aria-live="polite">
      {shown.map((concept) => <li key={concept.id}>
        <button type="button" data-choice class="review-choice" onClick={() => onChoose(concept.id, <ConceptPair concept={concept} />)}>
          <span><ConceptPair concept={concept} /></span>
          {concept.definitions[0] && <small lang={concept.definitions[0].lang}>{concept.definitions[0].text}</small>}
        </button>
      </li>)}
      {wanted !== '' && !found.isLoading && shown.length === 0 && <li class="muted small">{t.mergeNone}</li>}
    </ul>
    <div class="actions"><button type="button" class="quiet" onClick={onClose}>{shared.cancel}</button></div>
  </div>;
}
