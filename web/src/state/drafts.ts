// Text that was typed and not sent yet. It stays in the browser until the server has it.

import { useState } from 'preact/hooks';
import { isString, readStored, writeStored } from './storage';

export interface Draft {
  text: string;
  set(text: string): void;
  /** Forgets the draft: the server has it, or it was given up. */
  clear(): void;
  /** Whether the text is from an earlier visit. */
  restored: boolean;
}

/** A text field's draft. `name` says what it belongs to, such as `concept.12.definition`. */
export function useDraft(name: string, initial: string): Draft {
  const key = `draft.${name}`;
  const [state, setState] = useState(() => {
    const stored = readStored(key, isString);
    return { text: stored ?? initial, restored: stored !== undefined && stored !== initial };
  });
  return {
    ...state,
    set(text) {
      setState({ text, restored: false });
      writeStored(key, text === initial ? undefined : text);
    },
    clear() {
      setState({ text: initial, restored: false });
      writeStored(key, undefined);
    },
  };
}
