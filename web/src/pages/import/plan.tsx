// What an import would do, row by row, and the button that does it.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { problems, problemText } from '../../api/problem';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { setParameters } from '../../router/address';
import { announce } from '../../shell/announcer';
import { Failure } from '../../shell/states';
import { ColumnFields } from './column-fields';
import { isSheet, planImport, startImport, type Options, type Outcomes, type Plan, type Sheet } from './api';
import { messages } from './messages';
import { OptionFields } from './options';
import { Rows } from './rows';
import { SheetView } from './sheet';

interface PlanViewProps {
  file: File;
  initial: Options;
  next: File | undefined;
  onNext: (() => void) | undefined;
  onRestart(): void;
  onOptions(options: Options): void;
  onChange(): void;
}

/** Rows that would change something. */
export function effective({ added, changed, merged, in_conflict }: Outcomes): number {
  return added + changed + merged + in_conflict;
}

export function PlanView({ file, initial, next, onNext, onRestart, onOptions, onChange }: PlanViewProps) {
  const t = useMessages(messages);
  const problemMessages = useMessages(problems);
  const formats = useFormats();
  const mayReview = useRole('review');
  const [options, setOptions] = useState(initial);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [applied, setApplied] = useState<Sheet>();
  const heading = useRef<HTMLHeadingElement>(null);
  const key = useMemo(() => JSON.stringify(options), [options]);
  const plan = useResource(`plan ${key}`, (signal) => planImport(file, options, undefined, signal), { keep: true });
  const change = (changed: Options) => { setOptions(changed); onOptions(changed); };
  useLayoutEffect(() => heading.current?.focus(), []);
  useEffect(() => { if (plan.data) announce(fill(t.planFor, { name: file.name })); }, [plan.data]);

  const apply = async () => {
    setSending(true);
    setError(undefined);
    try {
      const answer = await startImport(file, options);
      onChange();
      if (isSheet(answer)) setApplied(answer);
      else setParameters({ import: String(answer.import.id), outcome: null });
    } catch (reason) {
      setError(reason);
    }
    setSending(false);
  };
  const problem = error === undefined ? undefined : problemText(error, problemMessages);
  const data = applied ?? plan.data;
  const report = data && !isSheet(data) ? data.report : undefined;
  const count = report ? effective(report.outcomes) : 0;
  return <section class="import-plan" aria-labelledby="import-file">
    <header class="import-head">
      <div><h2 ref={heading} id="import-file" tabIndex={-1} class="import-name">{file.name}</h2>
        <p class="muted small">{report?.format && <span lang="en">{report.format.toUpperCase()} · </span>}{sizeText(file.size, formats.number)}</p></div>
      <div class="actions">
        {onNext && next && <button type="button" class="quiet" onClick={onNext}>{fill(t.nextFile, { name: next.name })}</button>}
        <button type="button" class="quiet" onClick={onRestart}>{t.otherFile}</button>
      </div>
    </header>
    {!(data && isSheet(data)) && <details class="import-details"><summary>{t.options}</summary><OptionFields options={options} onChange={change} /></details>}
    <div class={plan.isLoading && data ? 'is-outdated' : ''} aria-busy={plan.isLoading}>
      {plan.error !== undefined && !applied ? <Failure error={plan.error} retry={plan.reload} />
        : !data ? <p class="state" role="status">{fill(t.reading, { name: file.name })}</p>
        : isSheet(data) ? <SheetView name={file.name} sheet={data} isApplied={applied !== undefined} mayReview={mayReview} isSending={isSending} onApply={() => void apply()} />
        : <PlanBody plan={data} file={file} options={options} onChange={change} />}
    </div>
    {problem && <p class="problem import-problem" role="alert" lang={problem.lang}>{problem.text}</p>}
    {report && !report.error && report.outcome !== 'unchanged' && (count > 0
      ? <div class="actions import-apply"><button type="button" class="primary" disabled={isSending || plan.isLoading} onClick={() => void apply()}>{isSending ? t.importing : t.import(formats.number(count))}</button></div>
      : <p class="muted import-apply" role="status">{report.outcomes.refused > 0 && report.outcomes.unchanged === 0 ? t.allRefused : t.nothingToDo}</p>)}
  </section>;
}

export function sizeText(bytes: number, number: (value: number) => string): string {
  if (bytes < 1024) return `${number(bytes)} B`;
  return bytes < 1024 * 1024 ? `${number(Math.round(bytes / 1024))} KiB` : `${number(Math.round(bytes / 1024 / 102.4) / 10)} MiB`;
}

function PlanBody({ plan, file, options, onChange }: { plan: Plan; file: File; options: Options; onChange(options: Options): void }) {
  const t = useMessages(messages);
  const formats = useFormats();
  const { report } = plan;
  if (report.error && report.outcome === 'failed' && ['columns_unknown', 'columns_contradict'].includes(report.error.code)) {
    return <div class="state failure" role="alert"><p class="state-title">{t.columnsUnknown}</p><ColumnFields options={options} onChange={onChange} /></div>;
  }
  if (report.error && report.outcome === 'failed') {
    const isUnknown = report.error.code === 'unknown_format';
    return <div class="state failure" role="alert"><p class="state-title">{t.unreadable}</p>
      <p lang={isUnknown ? undefined : 'en'}>{isUnknown ? t.unknownFormat : report.error.message}</p><p class="code" lang="en">{report.error.code}</p></div>;
  }
  if (report.outcome === 'unchanged') {
    return <div class="state"><p class="state-title">{report.imported_at ? fill(t.importedBefore, { date: formats.date(report.imported_at) }) : t.nothingToDo}</p>
      <p><button type="button" onClick={() => onChange({ ...options, again: true })}>{t.readAgain}</button></p></div>;
  }
  const unused = report.columns.filter(({ content }) => !content);
  return <>
    {report.error && <div class="import-problem" role="alert"><p class="problem">{t.brokenFile}</p><p class="small" lang="en">{report.error.message}</p></div>}
    {report.languages.length > 0 && <p class="import-columns muted small">{t.languages}: <span lang="en">{report.languages.map(({ source_lang: from, target_lang: to }) => `${from} → ${to}`).join(', ')}</span></p>}
    {report.columns.length > 0 && <details class="import-details import-columns" open={unused.length > 0}>
      <summary>{t.columns}{unused.length > 0 && ` · ${t.unusedColumns(unused.length)}`}</summary>
      <ul class="column-list">{report.columns.map(({ number, name, content }) => <li key={number} class={content ? '' : 'is-unused'}>
        <span>{name || number}</span> <span class="muted">→ {content ? <span lang="en">{content}</span> : t.columnUnused}</span></li>)}</ul>
      {options.map && <ColumnFields options={options} onChange={onChange} />}
    </details>}
    <Rows plan={plan} file={file} options={options} />
  </>;
}
