// The rows of a plan by their outcome: where each stands, what it says, what would become of it and why.

import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { isAborted } from '../../api/client';
import { fill, useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { Message } from '../../messages/message';
import { address, setParameters } from '../../router/address';
import { Link } from '../../router/link';
import { useProblemToast } from '../../shell/toasts';
import { useStore } from '../../state/store';
import { languageOf } from '../../terms/text';
import { isSheet, OUTCOMES, PAGE, planImport, type ImportRow, type Options, type Outcome, type Plan } from './api';
import { messages } from './messages';

export const SIGNS: Record<Outcome, string> = { added: '+', changed: '△', merged: '⊕', in_conflict: '≠', refused: '✕', unchanged: '=' };
const SHOWN = 50;
/** Pages that are read at a time in search of an outcome: each reads the file again. */
const MOST_PAGES = 5;

export function Rows({ plan, file, options }: { plan: Plan; file: File; options: Options }) {
  const t = useMessages(messages);
  const formats = useFormats();
  const fail = useProblemToast();
  const wanted = useStore(address).searchParams.get('outcome');
  const { outcomes, read } = plan.report;
  const outcome = OUTCOMES.find((one) => one === wanted && outcomes[one] > 0);
  const [more, setMore] = useState<{ rows: ImportRow[]; next: number | null }>();
  const [shown, setShown] = useState(SHOWN);
  const [aborter, setAborter] = useState<AbortController>();
  useLayoutEffect(() => { setMore(undefined); return () => aborter?.abort(); }, [plan]);
  useLayoutEffect(() => setShown(SHOWN), [outcome]);

  const rows = [...plan.rows, ...more?.rows ?? []];
  const next = more ? more.next : plan.next_after ?? null;
  const own = outcome ? rows.filter((row) => row.outcome === outcome) : rows;
  const total = outcome ? outcomes[outcome] : read;
  const isComplete = own.length >= total || next === null;

  const readOn = async (target: number) => {
    if (aborter) return;
    const control = new AbortController();
    setAborter(control);
    try {
      let found = own.length;
      let state = { rows: more?.rows ?? [], next };
      for (let page = 0; page < MOST_PAGES && found < target && state.next !== null; page += 1) {
        const answer = await planImport(file, options, state.next, control.signal);
        if (isSheet(answer)) break;
        state = { rows: [...state.rows, ...answer.rows], next: answer.next_after ?? null };
        found += outcome ? answer.rows.filter((row) => row.outcome === outcome).length : answer.rows.length;
        setMore(state);
      }
    } catch (error) {
      if (!isAborted(error)) fail(error);
    }
    setAborter(undefined);
  };
  // An outcome that is rare stands far down in the file.
  useEffect(() => { if (outcome && own.length < Math.min(total, SHOWN) && next !== null) void readOn(SHOWN); }, [outcome, plan]);
  const showMore = () => {
    setShown(shown + SHOWN * 2);
    if (shown + SHOWN * 2 > own.length) void readOn(shown + SHOWN * 2);
  };
  const choose = (one: Outcome | undefined) => setParameters({ outcome: one ?? null });
  const visible = own.slice(0, shown);
  return <>
    <div class="outcomes" role="group" aria-label={t.rowOutcome}>
      <OutcomeTab label={t.all} count={formats.number(read)} isOn={!outcome} onChoose={() => choose(undefined)} />
      {OUTCOMES.map((one) => <OutcomeTab key={one} outcome={one} label={t[one]} count={formats.number(outcomes[one])} isOn={outcome === one} isNone={outcomes[one] === 0} onChoose={() => choose(outcome === one ? undefined : one)} />)}
    </div>
    <p class="muted small outcome-hint">{outcome ? t[`${outcome}Hint`] : ''}</p>
    {visible.length > 0 && <table class="import-rows"><caption class="hidden">{t.rowsTable}</caption>
      <thead><tr><th scope="col">{t.rowLine}</th><th scope="col">{t.rowText}</th><th scope="col">{t.rowOutcome}</th></tr></thead>
      <tbody>{visible.map((row) => <RowLine key={row.row} row={row} />)}</tbody>
    </table>}
    {aborter ? <p class="muted small" role="status">{t.searching}</p>
      : own.length === 0 && !isComplete ? <p class="muted small">{fill(t.noRowsYet, { n: formats.number(rows.length) })} <button type="button" class="link-button" onClick={() => void readOn(PAGE)}>{t.moreRows}</button></p>
      : own.length === 0 ? read > 0 && <p class="muted small">{t.noRows}</p>
      : (visible.length < own.length || !isComplete) && <button type="button" class="link-button" onClick={showMore}>{t.moreRows}</button>}
  </>;
}

function OutcomeTab({ outcome, label, count, isOn, isNone, onChoose }: { outcome?: Outcome; label: string; count: string; isOn: boolean; isNone?: boolean; onChoose(): void }) {
  return <button type="button" class={`outcome-tab${isNone ? ' is-none' : ''}${outcome ? ` is-${outcome}` : ''}`} aria-pressed={isOn} disabled={isNone} onClick={onChoose}>
    <span class="outcome-count">{count}</span> <span class="outcome-label">{outcome && <span aria-hidden="true" class="outcome-sign">{SIGNS[outcome]}</span>}{label}</span></button>;
}

/** A message of the server without the marks around what it quotes. */
export function plainText(message: string): string {
  return message.replace(/`([^`]+)`/g, '$1');
}

/** What a row disagrees about. The usual sentence of the server is put in the language of the pages. */
function Disagreement({ text }: { text: string }) {
  const t = useMessages(messages);
  const [, term, existing, own] = /^`(.+)` is “(.+)” in the one and “(.+)” in the other\.?$/.exec(text) ?? [];
  if (!term || !existing || !own) return <span lang="en">{plainText(text)}</span>;
  return <Message text={t.disagreement} values={{ term: <span lang={languageOf(term)}>{term}</span>, existing: <span lang={languageOf(existing)}>{existing}</span>, own: <span lang={languageOf(own)}>{own}</span> }} />;
}

function RowLine({ row }: { row: ImportRow }) {
  const t = useMessages(messages);
  const changes = row.changes.map((one) => t[one]).join(', ');
  // A text without line has no place in the file to go to.
  const where = row.column ? fill(t.lineColumn, { line: row.line, column: row.column }) : fill(t.line, { line: row.line });
  return <tr>
    <td class="row-line"><span aria-hidden="true">{row.line}{row.column ? `:${row.column}` : ''}</span><span class="hidden">{where}</span></td>
    <td class="row-text"><span lang={languageOf(row.text)}>{row.text || '—'}</span>
      {row.message && <p class="row-reason" lang="en">{plainText(row.message)}</p>}
      {row.disagreements.map((one, index) => <p key={index} class="row-reason"><Disagreement text={one} /></p>)}
    </td>
    <td class="row-outcome"><span class={`outcome-word is-${row.outcome}`}><span aria-hidden="true" class="outcome-sign">{SIGNS[row.outcome]}</span>{t[row.outcome]}</span>
      <small>{[row.rule ? t[row.rule] : '', changes && fill(t.differs, { what: changes }), row.with_line ? fill(t.withLine, { line: row.with_line }) : ''].filter(Boolean).join(' · ')}
        {row.concept != null && <>{row.rule || changes || row.with_line ? ' · ' : ''}<Link to={`/concepts/${row.concept}`}>{t.concept}</Link></>}</small></td>
  </tr>;
}
