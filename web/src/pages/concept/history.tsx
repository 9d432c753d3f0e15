// What people decided about a concept; each decision can be undone.

import { useMemo } from 'preact/hooks';
import { api, type Schemas } from '../../api/client';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { useFormats } from '../../messages/format';
import { showToast, useProblemToast } from '../../shell/toasts';
import type { Concept } from '../../terms/concept';
import { DecisionText } from '../../terms/decision-text';
import { undoDecision } from '../../terms/decisions';
import { messages } from './messages';

type Decision = Schemas['Decision'];

const PAGE = 200;
/** Pages of the project's decisions that are searched for those of the concept. */
const MOST_PAGES = 5;

export interface ConceptHistory {
  decisions: Decision[] | undefined;
  /** Whether there are older decisions that were not searched. */
  hasOlder: boolean;
  /** The newest decision that is not undone. */
  newest: Decision | undefined;
  error: unknown;
  reload(): void;
  undo(id: number, onChange: (concept: Concept | undefined) => void): Promise<void>;
}

export function useHistory(concept: Concept | undefined): ConceptHistory {
  const shared = useMessages(common);
  const fail = useProblemToast();
  const { data, error, reload } = useResource(concept ? `history ${concept.id}` : null, async (signal) => {
    const decisions: Decision[] = [];
    let before: number | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await api.decisions({ project: concept?.project ?? '', limit: PAGE, ...(before ? { before } : {}) }, signal);
      decisions.push(...answer.decisions.filter(({ concept_id: id }) => id === concept?.id));
      if (answer.next_before == null) return { decisions, hasOlder: false };
      before = answer.next_before;
    }
    return { decisions, hasOlder: true };
  });
  const newest = useMemo(() => data?.decisions.find(({ undone_at }) => !undone_at), [data]);
  const undo = async (id: number, onChange: (concept: Concept | undefined) => void) => {
    try {
      const { concepts } = await undoDecision(id);
      onChange(concepts.find((one) => one.id === concept?.id));
      showToast({ text: shared.undone });
    } catch (reason) {
      fail(reason);
    }
  };
  return { decisions: data?.decisions, hasOlder: data?.hasOlder ?? false, newest, error, reload, undo };
}

export function History({ history, onChange }: { history: ConceptHistory; onChange(concept: Concept | undefined): void }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const formats = useFormats();
  const mayReview = useRole('review');
  return <section aria-labelledby="history">
    <div class="section-head"><h2 id="history">{t.history}</h2></div>
    {history.decisions?.length === 0 && <p class="muted small term-none">{t.noHistory}</p>}
    <ol class="history">{history.decisions?.map((decision) => <li key={decision.id} class={decision.undone_at ? 'is-undone' : ''}>
      <span><DecisionText decision={decision} /><small> <time dateTime={decision.at} title={formats.dateTime(decision.at)}>{formats.ago(decision.at)}</time> · {fill(t.by, { actor: decision.actor })}
        {decision.undone_by && ` · ${fill(t.undoneBy, { actor: decision.undone_by })}`}</small></span>
      {!decision.undone_at && mayReview && <button type="button" class="link-button" onClick={() => void history.undo(decision.id, onChange)}>{shared.undo}</button>}
    </li>)}</ol>
    {history.hasOlder && <p class="muted small">{t.olderHistory}</p>}
  </section>;
}
