// Sends corrections; each is shown with Undo.

import { useRef } from 'preact/hooks';
import { api } from '../../api/client';
import { useMessages } from '../../messages/catalogue';
import { Message } from '../../messages/message';
import type { Correction, CorrectionKind, Entry, Release } from '../../releases/release';
import { showToast, useProblemToast } from '../../shell/toasts';
import { languageOf } from '../../terms/text';
import { messages } from './messages';
import type { TextPositions } from './positions';
import type { UnitSpan } from './text';

interface Options { release: Release; text: string; positions: TextPositions; onRead(release: Release): void; onReload(): void }

export interface Correcting {
  /** `true` if it was carried out. */
  correct(kind: CorrectionKind, entry: Entry | undefined, span: UnitSpan | undefined): Promise<boolean>;
  undo(correction: Correction): Promise<void>;
}

export function useCorrecting({ release, text, positions, onRead, onReload }: Options): Correcting {
  const t = useMessages(messages);
  const fail = useProblemToast();
  const isBusy = useRef(false);
  const kinds = { entry: t.kindEntry, head: t.kindHead, definition: t.kindDefinition, english: t.kindEnglish };
  return {
    async correct(kind, entry, span) {
      // A second press would correct the same passage twice.
      if (isBusy.current) return false;
      isBusy.current = true;
      try {
        const made = await api.correctReading(release.id, { kind, entry_id: entry?.id ?? null, span_chars: span && kind !== 'not_an_entry' ? positions.toCharacters(span) : null });
        onRead(made.release);
        const words = kind === 'not_an_entry' ? entry?.term ?? '' : text.slice(...(span ?? [0, 0]));
        const shown = <q lang={languageOf(words)}>{words.length > 40 ? `${[...words].slice(0, 40).join('')}…` : words}</q>;
        showToast({
          text: kind === 'not_an_entry' ? <Message text={t.correctedNot} values={{ text: shown }} /> : <Message text={entry ? t.correctedOf : t.corrected}
            values={{ text: shown, kind: kinds[kind], entry: entry && <span lang={entry.lang}>{entry.term}</span> }} />,
          undo: async () => { await api.undoCorrection(release.id, made.correction.id); onReload(); },
        });
        return true;
      } catch (error) {
        fail(error);
        return false;
      } finally {
        isBusy.current = false;
      }
    },
    async undo(correction) {
      try {
        await api.undoCorrection(release.id, correction.id);
      } catch (error) {
        fail(error);
      }
      onReload();
    },
  };
}
