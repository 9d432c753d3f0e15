// What else is known about an item: other terms of its concept, other concepts for the same word, definitions, notes.

import { api } from '../../api/client';
import { useResource } from '../../api/resource';
import { useMessages } from '../../messages/catalogue';
import { Message } from '../../messages/message';
import { Link } from '../../router/link';
import { isLanguage, mainTerm, termsOf, type Concept, type Term } from '../../terms/concept';
import { termMessages } from '../../terms/messages';
import { Reading, Replacement, StatusMark, TermText } from '../../terms/marks';
import { SourceMark } from '../../terms/proof';
import { languageOf } from '../../terms/text';
import { messages } from './messages';
import type { ReviewItem } from './queue';

/** The concepts that disagree with the item's, or have another term for its word. */
export function otherConcepts({ concept, rivals }: ReviewItem): number[] {
  return [...new Set([...concept.conflicts.map(({ other }) => other), ...rivals.map(({ concept_id: id }) => id)])];
}

const MOST_OTHERS = 4;

export function useOtherConcepts(item: ReviewItem): Concept[] {
  const ids = otherConcepts(item).slice(0, MOST_OTHERS);
  const loaded = useResource(ids.length > 0 ? `others ${ids.join(' ')} of ${item.concept.id} ${item.concept.revision}` : null, async (signal) => {
    const all = await Promise.allSettled(ids.map((id) => api.call('get', '/v1/concepts/{id}', { path: { id }, signal })));
    return all.flatMap((one) => one.status === 'fulfilled' ? [one.value] : []);
  });
  return loaded.data ?? [];
}

export function Known({ item, term }: { item: ReviewItem; term: Term }) {
  const t = useMessages(messages);
  const { concept } = item;
  const lang = isLanguage(term, 'ja') ? 'ja' : 'en';
  const others = termsOf(concept, lang).filter(({ id }) => id !== term.id);
  const spellings = termsOf(concept, lang === 'ja' ? 'en' : 'ja').filter(({ id }) => id !== mainTerm(concept, lang === 'ja' ? 'en' : 'ja')?.id);
  const notes = item.concept.notes;
  return <div class="review-known">
    {concept.definitions.length > 0 && <section aria-labelledby="review-definitions">
      <div class="section-head"><h3 id="review-definitions">{t.definitions}</h3></div>
      {concept.definitions.slice(0, 3).map((definition, index) => <div class="proof" key={definition.id ?? index}>
        <blockquote lang={definition.lang}>{definition.text}</blockquote>
        <span class="proof-source" lang={languageOf(definition.source)}>{definition.source}</span>
      </div>)}
    </section>}
    <OtherConcepts item={item} />
    <section aria-labelledby="review-others">
      <div class="section-head"><h3 id="review-others">{lang === 'ja' ? t.othersJa : t.others}</h3></div>
      {others.length === 0 && <p class="muted small review-none">{t.noOther}</p>}
      <TermList concept={concept} terms={others} />
    </section>
    {spellings.length > 0 && <section aria-labelledby="review-spellings">
      <div class="section-head"><h3 id="review-spellings">{lang === 'ja' ? t.others : t.othersJa}</h3></div>
      <TermList concept={concept} terms={spellings} />
    </section>}
    {notes.length > 0 && <section aria-labelledby="review-notes">
      <div class="section-head"><h3 id="review-notes">{t.notes}</h3></div>
      <ul class="review-lines">{notes.map((note, index) => <li key={index} lang={languageOf(note)}>{note}</li>)}</ul>
    </section>}
    <p class="review-open"><Link to={`/concepts/${concept.id}`} class="small">{t.openConcept}</Link></p>
  </div>;
}

function TermList({ concept, terms }: { concept: Concept; terms: readonly Term[] }) {
  const words = useMessages(termMessages);
  return <ul class="review-lines">{terms.map((one) => <li key={one.id} class="review-term">
    <span><TermText term={one} /><Reading term={one} /> <Replacement concept={concept} term={one} /></span>
    <span class="review-term-meta">{one.kind !== 'full_form' && <span class="tag">{words[one.kind]}</span>}<StatusMark term={one} /></span>
  </li>)}</ul>;
}

function OtherConcepts({ item }: { item: ReviewItem }) {
  const t = useMessages(messages);
  const words = useMessages(termMessages);
  const concepts = useOtherConcepts(item);
  const word = mainTerm(item.concept, 'ja');
  if (concepts.length === 0 || !word) return null;
  return <section aria-labelledby="review-rivals">
    <div class="section-head"><h3 id="review-rivals"><Message text={t.rivals} values={{ term: <span lang="ja">{word.text}</span> }} /></h3></div>
    <ul class="review-lines">{concepts.map((concept) => {
      const kinds = item.concept.conflicts.filter(({ other }) => other === concept.id).map(({ kind }) => kind === 'english' ? words.english_conflict : words.definition_conflict);
      return <li key={concept.id} class="review-rival">
        <div class="review-term"><Link to={`/concepts/${concept.id}`}><ConceptPair concept={concept} /></Link>
          <SourceMark concept={concept} /></div>
        {kinds.length > 0 && <p class="review-conflict">{[...new Set(kinds)].join(' · ')}</p>}
        {concept.definitions[0] && <p class="small muted" lang={concept.definitions[0].lang}>{concept.definitions[0].text}</p>}
      </li>;
    })}</ul>
  </section>;
}

/** A concept in a line: its Japanese and all its English. */
export function ConceptPair({ concept }: { concept: Concept }) {
  const ja = mainTerm(concept, 'ja');
  const english = termsOf(concept, 'en').slice(0, 3);
  return <>{ja && <TermText term={ja} />} = {english.length === 0 ? '—' : english.map((term, index) => <span key={term.id}>{index > 0 && ', '}<TermText term={term} /></span>)}</>;
}
