// What people corrected in how the release was read; each can be taken back.

import { fill, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { useFormats } from '../../messages/format';
import { Message } from '../../messages/message';
import type { Correction } from '../../releases/release';
import { languageOf } from '../../terms/text';
import { Item } from './items';
import { messages } from './messages';
import type { TextPositions } from './positions';

interface CorrectionsProps {
  corrections: readonly Correction[];
  positions: TextPositions;
  mayCorrect: boolean;
  onUndo(correction: Correction): void;
}

export function Corrections({ corrections, positions, mayCorrect, onUndo }: CorrectionsProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const formats = useFormats();
  if (corrections.length === 0) return <div class="panel-empty"><p>{mayCorrect ? t.noCorrections : t.noCorrectionsReader}</p></div>;
  const kinds = { entry: t.kindEntry, head: t.kindHead, definition: t.kindDefinition, english: t.kindEnglish, not_an_entry: t.kindNotAnEntry };
  const obstacles: Record<string, string> = {
    text_not_found: t.obstacleTextNotFound, entry_not_found: t.obstacleEntryNotFound, no_term: t.obstacleNoTerm, no_text: t.obstacleNoText,
    too_long: t.obstacleTooLong, not_english: t.obstacleNotEnglish, not_japanese: t.obstacleNotJapanese,
  };
  return <ol class="items" data-items aria-label={t.tabCorrections}>{corrections.map((correction) => {
    const excerpt = correction.passage ?? correction.entry;
    const text = excerpt?.text ?? '';
    const entry = correction.passage ? correction.entry : null;
    return <li key={correction.id} class="correction">
      <ol class="correction-item"><Item item={`correction-${correction.id}`} span={excerpt ? positions.toBytes(positions.fromCharacters(excerpt.span_chars)) : undefined} label={<>
        <span class="item-kind">{kinds[correction.kind]}{entry && <span class="muted"> · <Message text={t.ofEntry} values={{ entry: <span lang={languageOf(entry.text)}>{entry.text}</span> }} /></span>}</span>
        <span class="item-value is-clamped" lang={languageOf(text)}>{text}</span>
        <small>{correction.actor} · {formats.ago(correction.at)}</small>
        {!correction.applied && <span class="problem">{fill(t.notApplied, { reason: obstacles[correction.obstacle ?? ''] ?? correction.obstacle ?? '' })}</span>}
      </>} /></ol>
      {mayCorrect && <button type="button" class="link-button" aria-label={`${shared.undo}: ${text}`} onClick={() => onUndo(correction)}>{shared.undo}</button>}
    </li>;
  })}</ol>;
}
