// Carries out decisions on items of the queue, one after the other, and undoes them.

import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { api, TaiyakuError } from '../../api/client';
import { useMessages } from '../../messages/catalogue';
import { showToast, useProblemToast } from '../../shell/toasts';
import { undoDecision, type DecisionRequest } from '../../terms/decisions';
import { messages } from './messages';
import type { ReviewItem, ReviewQueue } from './queue';

interface Act {
  /** What was done, for the message. */
  text: ComponentChildren;
  /** Whether the item is done with; otherwise it stays, as it is afterwards. */
  isFinal: boolean;
  /** Called once the server has carried it out. */
  onDone?: () => void;
}

export interface Reviewer {
  decide(item: ReviewItem, decision: DecisionRequest, act: Act): void;
  /** Undoes the last decision of this visit. */
  undo(): void;
  /** Resolves when every decision made so far has been answered. */
  settled(): Promise<void>;
}

interface Made { id: number; item: ReviewItem; isFinal: boolean; dismiss(): void }

export function useReviewer(queue: ReviewQueue): Reviewer {
  const t = useMessages(messages);
  const fail = useProblemToast();
  // A decision may be about the concept that the one before changed: each waits for the one before.
  const last = useRef<Promise<void>>(Promise.resolve());
  const revisions = useRef(new Map<number, number>());
  const made = useRef<Made[]>([]);

  const takeBack = async (one: Made) => {
    const { concepts } = await undoDecision(one.id);
    made.current = made.current.filter(({ id }) => id !== one.id);
    one.dismiss();
    for (const concept of concepts) revisions.current.set(concept.id, concept.revision);
    const concept = concepts.find(({ terms }) => terms.some(({ id }) => id === one.item.term_id));
    if (one.isFinal) queue.putBack(one.item, concept);
    else await queue.refresh(one.item);
  };

  const carryOut = async (item: ReviewItem, decision: DecisionRequest, { text, isFinal, onDone }: Act) => {
    try {
      const revision = Math.max(item.concept.revision, revisions.current.get(item.concept.id) ?? 0);
      const { results: [result] } = await api.call('post', '/v1/review/decisions', { body: { decisions: [{ ...decision, revision }] } });
      if (result?.concept) {
        revisions.current.set(result.concept.id, result.concept.revision);
        queue.update(result.concept);
      }
      onDone?.();
      const id = result?.decision?.id;
      if (id === undefined) showToast({ text });
      else {
        const one: Made = { id, item, isFinal, dismiss: () => undefined };
        made.current.push(one);
        one.dismiss = showToast({ text, undo: () => takeBack(one) });
      }
      if (!isFinal) await queue.refresh(item);
    } catch (error) {
      const problem = error instanceof TaiyakuError ? error.problem : undefined;
      if (problem?.concept) revisions.current.set(problem.concept.id, problem.concept.revision);
      if (isFinal) queue.putBack(item, problem?.concept ?? undefined, problem?.code === 'revision_conflict');
      else if (problem?.concept) queue.update(problem.concept);
      fail(error);
    }
  };

  return {
    settled: () => last.current,
    decide(item, decision, act) {
      if (act.isFinal) queue.take(item);
      last.current = last.current.then(() => carryOut(item, decision, act));
    },
    undo() {
      last.current = last.current.then(async () => {
        const one = made.current.at(-1);
        if (!one) {
          showToast({ text: t.nothingToUndo });
          return;
        }
        try {
          await takeBack(one);
        } catch (error) {
          fail(error);
        }
      });
    },
  };
}
