// Concepts that disagree with this one, side by side: the same, different, or only in one release?

import { useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { Link } from '../../router/link';
import { mainTerm, termsOf, type Concept } from '../../terms/concept';
import { useDecide } from '../../terms/decisions';
import { termMessages } from '../../terms/messages';
import { Reading, StatusMark, TermText } from '../../terms/marks';
import { SourceMark } from '../../terms/proof';
import { languageOf } from '../../terms/text';
import { messages } from './messages';

interface ConflictsProps { concept: Concept; onChange(concept: Concept | undefined): void }

/** Whether somebody noted that the other concept is another meaning. */
function isNotedAsDifferent(concept: Concept, other: number): boolean {
  return concept.notes.some((note) => new RegExp(`(?:concept|概念) ${other}(?!\\d)`).test(note));
}

export function Conflicts({ concept, onChange }: ConflictsProps) {
  const t = useMessages(messages);
  const others = [...new Set(concept.conflicts.map(({ other }) => other))];
  const settled = others.filter((other) => isNotedAsDifferent(concept, other));
  const open = others.filter((other) => !settled.includes(other));
  if (others.length === 0) return null;
  return <section class="conflicts" aria-labelledby="conflicts">
    <div class="section-head"><h2 id="conflicts">{t.conflicts}{open.length > 0 && <span class="count">{open.length}</span>}</h2></div>
    {open.length > 0 && <p class="muted small conflicts-text">{t.conflictsText}</p>}
    {open.map((other) => <Conflict key={other} concept={concept} otherId={other} onChange={onChange} />)}
    {settled.length > 0 && <details><summary>{t.settled(settled.length)}</summary>
      {settled.map((other) => <Conflict key={other} concept={concept} otherId={other} onChange={onChange} isSettled />)}</details>}
  </section>;
}

function Conflict({ concept, otherId, isSettled, onChange }: ConflictsProps & { otherId: number; isSettled?: boolean }) {
  const t = useMessages(messages);
  const words = useMessages(termMessages);
  const mayReview = useRole('review');
  const decide = useDecide();
  const other = useResource(`concept ${otherId} of ${concept.revision}`, (signal) => api.call('get', '/v1/concepts/{id}', { path: { id: otherId }, signal })).data;
  if (!other) return null;
  const kinds = concept.conflicts.filter((conflict) => conflict.other === otherId).map(({ kind }) => kind === 'english' ? words.english_conflict : words.definition_conflict);
  const note = fill(t.differentNote, { id: otherId, ja: mainTerm(other, 'ja')?.text ?? '—', en: mainTerm(other, 'en')?.text ?? '—' });
  return <div class="conflict">
    <p class="tag">{[...new Set(kinds)].join(' · ')}</p>
    <div class="conflict-sides">
      <Side title={t.thisOne} concept={concept} />
      <Side title={t.theOther} concept={other} isLinked />
    </div>
    {mayReview && !isSettled && <div class="actions">
      <button type="button" onClick={() => void decide({ kind: 'merge', concept_id: concept.id, other_id: otherId, revision: concept.revision }, { text: t.mergedToast, onChange })}>{t.same}</button>
      <button type="button" onClick={() => void decide({ kind: 'note', concept_id: concept.id, text: note, revision: concept.revision }, { text: t.differentToast, onChange })}>{t.different}</button>
      <ReleaseOnly concept={concept} onChange={onChange} />
    </div>}
  </div>;
}

function Side({ title, concept, isLinked }: { title: string; concept: Concept; isLinked?: boolean }) {
  return <div class="conflict-side">
    <h3>{isLinked ? <Link to={`/concepts/${concept.id}`}>{title}</Link> : title}</h3>
    {(['ja', 'en'] as const).map((lang) => termsOf(concept, lang).slice(0, 3).map((term) => <p key={term.id} class={`conflict-${lang}`}><TermText term={term} /><Reading term={term} /> {lang === 'en' && <StatusMark term={term} />}</p>))}
    {concept.definitions.slice(0, 1).map((definition, index) => <p key={index} class="small" lang={definition.lang}>{definition.text}</p>)}
    <SourceMark concept={concept} />
  </div>;
}

/** Limits the sense to a release: the only one that names it, or one of several. */
function ReleaseOnly({ concept, onChange }: ConflictsProps) {
  const t = useMessages(messages);
  const decide = useDecide();
  const names = new Map(concept.terms.flatMap(({ evidence }) => evidence).flatMap(({ release_id: id, source }) => id == null ? [] : [[id, source] as const]));
  const releases = [...names];
  const [chosen, setChosen] = useState(releases[0]?.[0]);
  if (chosen === undefined || concept.scope_release_id != null) return null;
  return <>
    <button type="button" onClick={() => void decide({ kind: 'scope', concept_id: concept.id, release_id: chosen, revision: concept.revision }, { text: t.scopedToast, onChange })}>{t.onlyRelease}</button>
    {releases.length > 1 && <label><span class="hidden">{t.whichRelease}</span>
      <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>{releases.map(([id, name]) => <option key={id} value={id} lang={languageOf(name)}>{name}</option>)}</select></label>}
  </>;
}
