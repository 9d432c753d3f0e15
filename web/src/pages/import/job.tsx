// An import that runs or has run: how far it is, what it brought, what was wrong with it, and its undo.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TaiyakuError } from '../../api/client';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { useFormats, type Formats } from '../../messages/format';
import { setParameters } from '../../router/address';
import { Link } from '../../router/link';
import { announce } from '../../shell/announcer';
import { Empty, Failure, Loading } from '../../shell/states';
import { showToast, useProblemToast } from '../../shell/toasts';
import { OUTCOMES, readJob, undoImport, type Job, type Outcomes } from './api';
import { messages } from './messages';
import { plainText, SIGNS } from './rows';
import { mayUndo } from './undo';
import { useStore } from '../../state/store';
import { session } from '../../api/session';

const POLL_MS = 400;
const SHOWN = 50;
/** Without a sign of life for so long, an import is not running any more. */
const SILENT_MS = 30_000;

interface JobViewProps { id: number; next: File | undefined; onNext: (() => void) | undefined; onRestart(): void; onChange(): void }

export function JobView({ id, next, onNext, onRestart, onChange }: JobViewProps) {
  const t = useMessages(messages);
  const formats = useFormats();
  const undo = useUndo(() => { onChange(); setParameters({ import: null }); onRestart(); });
  const mayImport = useRole('suggest');
  const isMine = mayUndo(useStore(session));
  const job = useResource(`import ${id}`, (signal) => readJob(id, signal));
  const { data } = job;
  const state = data?.import.state;
  const heading = useRef<HTMLHeadingElement>(null);
  const isSilent = data !== undefined && !data.progress && Date.now() - new Date(data.import.updated_at).getTime() > SILENT_MS;
  const titleOf = (is: typeof state) => is === 'running' ? t.runningTitle : is === 'broken' ? t.brokenTitle : is === 'undoing' ? t.undoingTitle : t.doneTitle;
  useEffect(() => {
    if ((state !== 'running' && state !== 'undoing') || isSilent) return;
    const timer = setTimeout(job.reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [data]);
  useLayoutEffect(() => {
    if (!data || state === 'running') return;
    announce(fill(titleOf(state), { name: data.import.name }));
    heading.current?.focus();
    onChange();
  }, [state]);
  if (!data) {
    return job.error instanceof TaiyakuError && job.error.status === 404
      ? <Empty title={t.notThere}><button type="button" class="primary" onClick={onRestart}>{t.otherFile}</button></Empty>
      : job.error !== undefined ? <Failure error={job.error} retry={job.reload} /> : <Loading />;
  }
  const { import: made } = data;
  const title = titleOf(state);
  const waits = made.outcomes.added + made.outcomes.changed + made.outcomes.merged > 0;
  return <section class="import-job" aria-labelledby="import-job">
    <h2 ref={heading} id="import-job" tabIndex={-1} class="import-name">{state === 'finished' && <span class="import-done" aria-hidden="true">✓</span>}{fill(title, { name: made.name })}</h2>
    <p class="muted small">{made.project}{made.format && <> · <span lang="en">{made.format.toUpperCase()}</span></>} · {formats.dateTime(made.started_at)}</p>
    {state === 'running' ? <Progress job={data} isSilent={isSilent} /> : <Counts outcomes={made.outcomes} formats={formats} />}
    {data.error && <p class="problem" lang="en" role="alert">{data.error.message}</p>}
    <Problems job={data} />
    <div class="actions import-apply">
      {state !== 'running' && onNext && next && <button type="button" class="primary" onClick={onNext}>{fill(t.nextFile, { name: next.name })}</button>}
      {state !== 'running' && state !== 'undoing' && waits && <Link to={`/review?project=${encodeURIComponent(made.project)}`} class="button primary">{t.reviewThem}</Link>}
      {mayImport && isMine(made) && <button type="button" disabled={undo.isBusy} onClick={() => void undo.run(made.id, made.name)}>{state === 'running' && !isSilent ? t.cancel : t.undo}</button>}
      {mayImport && <button type="button" class="quiet" onClick={onRestart}>{t.otherFile}</button>}
    </div>
  </section>;
}

function Progress({ job, isSilent }: { job: Job; isSilent: boolean }) {
  const t = useMessages(messages);
  const formats = useFormats();
  if (isSilent) return <p>{t.interrupted}</p>;
  const { progress } = job;
  const percent = progress && progress.size > 0 ? Math.floor(100 * progress.bytes / progress.size) : undefined;
  return <div class="import-progress">
    <progress max={100} value={percent} aria-label={t.importing} />
    <p class="muted small">{progress && percent !== undefined ? fill(t.progress, { rows: formats.number(progress.rows), percent }) : t.starting}</p>
  </div>;
}

export function Counts({ outcomes, formats }: { outcomes: Outcomes; formats: Formats }) {
  const t = useMessages(messages);
  const shown = OUTCOMES.filter((one) => outcomes[one] > 0);
  if (shown.length === 0) return <p class="muted">{t.none}</p>;
  return <dl class="import-counts">{shown.map((one) => <div key={one} class={`is-${one}`}><dt><span aria-hidden="true" class="outcome-sign">{SIGNS[one]}</span>{t[one]}</dt><dd>{formats.number(outcomes[one])}</dd></div>)}</dl>;
}

function Problems({ job }: { job: Job }) {
  const t = useMessages(messages);
  const formats = useFormats();
  if (job.problem_count === 0) return null;
  return <details class="import-details" open={job.problem_count <= 5}><summary>{t.problemCount(job.problem_count, formats.number(job.problem_count))}</summary>
    <ul class="problem-list">{job.problems.slice(0, SHOWN).map((one, index) => <li key={index}>
      <span class="muted">{one.column ? fill(t.lineColumn, { line: one.line, column: one.column }) : fill(t.line, { line: one.line })}</span> <span lang="en">{plainText(one.message)}</span></li>)}
      {job.problem_count > SHOWN && <li class="muted">{t.moreProblems(formats.number(job.problem_count - SHOWN))}</li>}</ul>
  </details>;
}

/** Undoes an import, and says what went and what stays. */
export function useUndo(onDone: () => void): { run(id: number, name: string): Promise<void>; isBusy: boolean } {
  const t = useMessages(messages);
  const fail = useProblemToast();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    async run(id, name) {
      setBusy(true);
      try {
        const done = await undoImport(id);
        const restored = done.restored_terms + done.restored_segments;
        const text = [
          fill(t.undone, { name }),
          done.concepts + done.terms + done.kept_terms > 0 && fill(t.undoneCounts, { concepts: done.concepts, terms: done.terms, kept: done.kept_terms }),
          done.segments + done.kept_segments > 0 && fill(t.undoneSegments, { segments: done.segments, kept: done.kept_segments }),
          restored > 0 && fill(t.undoneRestored, { n: restored }),
        ].filter(Boolean).join(' · ');
        showToast({ text });
        onDone();
      } catch (error) {
        fail(error);
      }
      setBusy(false);
    },
  };
}
