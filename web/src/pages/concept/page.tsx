// A concept: its terms and definitions, every proof as a sentence, conflicts side by side, what people decided.

import { useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useChanges } from '../../api/changes';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { onKeys } from '../../keys/handler';
import { fill, locale, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { Message } from '../../messages/message';
import type { PageProps } from '../../routes';
import { Failure, Loading, PageFrame } from '../../shell/states';
import { showToast } from '../../shell/toasts';
import { useStore } from '../../state/store';
import { mainTerm, proofs, type Concept } from '../../terms/concept';
import { useDecide } from '../../terms/decisions';
import { fieldName, termMessages } from '../../terms/messages';
import { English, Japanese } from '../../terms/marks';
import { SentenceProof } from '../../terms/proof';
import { Conflicts } from './conflicts';
import { Definitions } from './definitions';
import { History, useHistory } from './history';
import { messages } from './messages';
import { Terms } from './terms';

const MOST_PROOFS = 8;

export default function ConceptPage({ parameters }: PageProps) {
  const id = Number(parameters['id']);
  const t = useMessages(messages);
  const concept = useResource(`concept ${id}`, (signal) => api.call('get', '/v1/concepts/{id}', { path: { id }, signal }));
  const history = useHistory(concept.data);
  const refresh = () => { concept.reload(); history.reload(); };
  useChanges(({ entity, entity_id: changed }) => (entity === 'concept' && changed === id)
    || (entity === 'term' && concept.data?.terms.some((term) => term.id === changed) === true), refresh);
  if (concept.data === undefined) {
    return <PageFrame title={fill(t.title, { id })} hasHiddenHeading>{concept.error === undefined ? <Loading /> : <Failure error={concept.error} retry={concept.reload} />}</PageFrame>;
  }
  return <ConceptView key={id} concept={concept.data} history={history} onChange={(changed) => {
    // A decision may have moved the terms to another concept; then this one is read again.
    if (changed?.id === id) concept.replace(changed);
    else concept.reload();
    history.reload();
  }} />;
}

interface ConceptViewProps { concept: Concept; history: ReturnType<typeof useHistory>; onChange(concept: Concept | undefined): void }

function ConceptView({ concept, history, onChange }: ConceptViewProps) {
  const t = useMessages(messages);
  const words = useMessages(termMessages);
  const lang = useStore(locale);
  const mayReview = useRole('review');
  const decide = useDecide();
  const [termId, setTermId] = useState<number>();
  const title = mainTerm(concept, 'ja')?.text ?? mainTerm(concept, 'en')?.text ?? t.untitled;
  const undoKeys = onKeys('concept', {
    undo: () => {
      if (history.newest && mayReview) void history.undo(history.newest.id, onChange);
      else showToast({ text: t.nothingToUndo });
    },
  });
  const scopeName = concept.terms.flatMap(({ evidence }) => evidence).find(({ release_id }) => release_id === concept.scope_release_id)?.source;
  return <PageFrame title={title} class="concept" heading={<><Japanese concept={concept} /> <span class="concept-english"><English concept={concept} /></span></>}>
    <p class="concept-meta muted small">
      {concept.field && <span>{fieldName(concept.field, lang)}</span>}
      <span>{concept.project}</span>
      {concept.scope_release_id != null && <span><Message text={t.onlyHere} values={{ release: <span>{scopeName ?? concept.scope_release_id}</span> }} />
        {mayReview && <> <button type="button" class="link-button" onClick={() => void decide({ kind: 'scope', concept_id: concept.id, revision: concept.revision }, { text: t.widenedToast, onChange })}>{t.widen}</button></>}</span>}
    </p>
    <div class="concept-columns">
      <div onKeyDown={undoKeys}>
        <Conflicts concept={concept} onChange={onChange} />
        <Terms concept={concept} selected={termId} onSelect={setTermId} onChange={onChange} />
        <Definitions concept={concept} onChange={onChange} />
        {concept.notes.length > 0 && <section aria-labelledby="notes">
          <div class="section-head"><h2 id="notes">{t.notes}</h2></div>
          <ul class="lines">{concept.notes.map((note, index) => <li key={index}>{note}</li>)}</ul>
        </section>}
        {concept.sources.length > 0 && <p class="muted small">{concept.sources.map((source) => [words.import, source.name, source.licence, source.attribution].filter(Boolean).join(' · ')).join('; ')}</p>}
      </div>
      <div>
        <Proofs concept={concept} termId={termId} />
        <History history={history} onChange={onChange} />
      </div>
    </div>
  </PageFrame>;
}

/** All proofs, or those of the selected term first with the others after them. */
function Proofs({ concept, termId }: { concept: Concept; termId: number | undefined }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const [isWhole, setWhole] = useState(false);
  const selected = concept.terms.find(({ id }) => id === termId);
  const all = proofs(selected ? [selected] : concept.terms);
  const shown = isWhole ? all : all.slice(0, MOST_PROOFS);
  const texts = (selected ? [selected] : concept.terms).map(({ text }) => text);
  return <section aria-labelledby="proofs">
    <div class="section-head"><h2 id="proofs">{selected ? t.proofsOf : t.proofs}<span class="count">{all.length}</span></h2></div>
    {all.length === 0 && <p class="muted">{t.noProofs}</p>}
    {shown.map((proof) => <SentenceProof key={JSON.stringify([proof.source, proof.span, proof.snippet])} proof={proof} terms={texts} />)}
    {all.length > shown.length && <button type="button" class="link-button" onClick={() => setWhole(true)}>{shared.showAll(all.length)}</button>}
  </section>;
}
