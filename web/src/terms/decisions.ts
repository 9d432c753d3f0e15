// Makes decisions about terms and concepts; each is shown with Undo.

import type { ComponentChildren } from 'preact';
import { api, TaiyakuError, type Schemas } from '../api/client';
import { showToast, useProblemToast } from '../shell/toasts';
import type { Concept } from './concept';

export type DecisionRequest = Schemas['DecisionRequest'];

/** Undoes a decision. */
export function undoDecision(id: number): Promise<Schemas['UndoAnswer']> {
  return api.call('post', '/v1/review/decisions/{id}/undo', { path: { id } });
}

interface Options {
  /** What was done, for the message. */
  text: ComponentChildren;
  /** Called with the concept as it is now: after the decision, after its undo, and after somebody else's change. */
  onChange(concept: Concept | undefined): void;
}

/** Makes one decision. `true` if it was carried out or was the case already. */
export function useDecide(): (decision: DecisionRequest, options: Options) => Promise<boolean> {
  const fail = useProblemToast();
  return async (decision, { text, onChange }) => {
    try {
      const { results: [result] } = await api.call('post', '/v1/review/decisions', { body: { decisions: [decision] } });
      if (!result) return false;
      onChange(result.concept ?? undefined);
      const made = result.decision;
      showToast({ text, ...(made ? { undo: async () => { onChange((await undoDecision(made.id)).concepts[0]); } } : {}) });
      return true;
    } catch (error) {
      if (error instanceof TaiyakuError && error.problem.concept) onChange(error.problem.concept);
      fail(error);
      return false;
    }
  };
}
