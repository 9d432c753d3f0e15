// A review sheet: what its rows decide, then what became of them.

import { useMessages, fill } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { showToast } from '../../shell/toasts';
import { undoDecision } from '../../terms/decisions';
import { useState } from 'preact/hooks';
import type { Sheet } from './api';
import { messages } from './messages';

interface SheetViewProps { name: string; sheet: Sheet; isApplied: boolean; mayReview: boolean; isSending: boolean; onApply(): void }

const SHOWN = 100;

export function SheetView({ name, sheet, isApplied, mayReview, isSending, onApply }: SheetViewProps) {
  const t = useMessages(messages);
  const formats = useFormats();
  const [isUndoing, setUndoing] = useState(false);
  const [isUndone, setUndone] = useState(false);
  const [shown, setShown] = useState(SHOWN);
  const words = { done: isApplied ? t.sheetDid : t.sheetDone, unchanged: t.sheetUnchanged, skipped: t.sheetSkipped, conflict: t.sheetConflict, problem: t.sheetProblem };
  const classes = { done: 'added', unchanged: 'unchanged', skipped: 'unchanged', conflict: 'in_conflict', problem: 'refused' };
  const counts = [['done', sheet.done], ['conflict', sheet.conflicts], ['problem', sheet.problems], ['unchanged', sheet.unchanged], ['skipped', sheet.skipped]] as const;
  const decisions = sheet.rows.flatMap((row) => row.decisions);
  const undo = async () => {
    setUndoing(true);
    try {
      // Backwards: a later decision may be about what an earlier one changed.
      for (const id of decisions.reverse()) await undoDecision(id);
      setUndone(true);
      showToast({ text: fill(t.undone, { name }) });
    } catch (error) {
      showToast({ text: String(error instanceof Error ? error.message : error), isProblem: true });
    }
    setUndoing(false);
  };
  return <>
    <h3 class="sheet-title">{isApplied ? t.sheetApplied(formats.number(sheet.done)) : fill(t.sheetTitle, { name })}</h3>
    <dl class="import-counts">{counts.filter(([, count]) => count > 0).map(([verdict, count]) => <div key={verdict}><dt>{words[verdict]}</dt><dd>{formats.number(count)}</dd></div>)}</dl>
    {sheet.rows.length > 0 && <table class="import-rows"><caption class="hidden">{t.rowsTable}</caption>
      <thead><tr><th scope="col">{t.rowLine}</th><th scope="col">{t.rowText}</th><th scope="col">{t.rowOutcome}</th></tr></thead>
      <tbody>{sheet.rows.slice(0, shown).map((row) => <tr key={row.line}>
        <td class="row-line">{row.line}</td>
        <td class="row-text">{row.term_id == null ? '—' : fill(t.sheetRow, { id: row.term_id })}{row.message && <p class="row-reason" lang="en">{row.message.replaceAll('`', '')}</p>}</td>
        <td class="row-outcome"><span class={`outcome-word is-${classes[row.verdict]}`}>{words[row.verdict]}</span></td>
      </tr>)}</tbody></table>}
    {sheet.rows.length > shown && <button type="button" class="link-button" onClick={() => setShown(shown + SHOWN)}>{t.moreRows}</button>}
    <div class="actions import-apply">
      {isApplied ? decisions.length > 0 && !isUndone && <button type="button" disabled={isUndoing} onClick={() => void undo()}>{t.undo}</button>
        : !mayReview ? <p class="muted">{t.sheetReview}</p>
        : sheet.done > 0 ? <button type="button" class="primary" disabled={isSending} onClick={onApply}>{isSending ? t.importing : t.sheetApply(formats.number(sheet.done))}</button>
        : <p class="muted">{t.sheetNothing}</p>}
    </div>
  </>;
}
