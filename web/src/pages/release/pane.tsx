// The pane of the text: legend, text, hint for the keyboard, menu of the selection.

import { useMessages } from '../../messages/catalogue';
import { Message } from '../../messages/message';
import { Key } from '../../keys/sheet';
import type { Entry } from '../../releases/release';
import type { CorrectionKind } from '../../releases/release';
import type { Annotation, TextPiece } from './annotations';
import { SelectionMenu } from './menu';
import { messages } from './messages';
import type { TextSelection } from './selection';
import { ReleaseText, type UnitSpan } from './text';

export function Legend({ hasDoubts }: { hasDoubts: boolean }) {
  const t = useMessages(messages);
  return <ul class="legend" aria-label={t.legend}>
    <li><span class="tint is-head">{t.legendHead}</span></li>
    <li><span class="tint is-definition">{t.legendDefinition}</span></li>
    <li><span class="tint is-reference">{t.legendMark}</span></li>
    <li><span class="tint is-link">{t.legendLink}</span></li>
    {hasDoubts && <li><span class="tint is-doubt">{t.legendDoubt}</span></li>}
  </ul>;
}

interface TextPaneProps {
  pane: { current: HTMLDivElement | null };
  text: string;
  pieces: readonly TextPiece[];
  annotations: readonly Annotation[];
  place: UnitSpan | undefined;
  selection: TextSelection;
  entries: readonly Entry[];
  entryAt(span: UnitSpan): Entry | undefined;
  onItem(item: string, span: UnitSpan): void;
  onCorrect: ((kind: CorrectionKind, entry: Entry | undefined, span: UnitSpan) => void) | undefined;
}

export function TextPane({ pane, text, pieces, annotations, place, selection, entries, entryAt, onItem, onCorrect }: TextPaneProps) {
  const t = useMessages(messages);
  const { span, isSelecting } = selection;
  return <div class="text-frame">
    <div ref={pane} class={`text-pane${isSelecting ? ' is-selecting' : ''}`} role="region" aria-label={t.textLabel} aria-describedby="text-hint" tabIndex={0} onKeyDown={selection.onKeyDown}>
      <ReleaseText text={text} pieces={pieces} annotations={annotations} place={place} onItem={onItem} />
    </div>
    <p id="text-hint" class="text-hint muted small" role="status">{isSelecting ? t.selecting : <Message text={t.textHint} values={{ key: <Key name="s" /> }} />}</p>
    {span && pane.current && <SelectionMenu key={span.join('-')} root={pane.current} span={span} text={text} entries={entries} likely={entryAt(span)}
      onCorrect={onCorrect && ((kind, entry) => onCorrect(kind, entry, span))} onClose={() => { selection.clear(); pane.current?.focus({ preventScroll: true }); }} />}
  </div>;
}
