// The files being read, a line for each: waiting, reading, what was found, or what is wrong and what to do.

import { useEffect } from 'preact/hooks';
import { api } from '../../api/client';
import { problems, problemText } from '../../api/problem';
import { useRole } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { releaseMessages } from '../../releases/messages';
import { Link } from '../../router/link';
import { announce } from '../../shell/announcer';
import { showToast, useProblemToast } from '../../shell/toasts';
import { useStore } from '../../state/store';
import { languageOf } from '../../terms/text';
import { messages } from './messages';
import { fileProblems } from './problems';
import { forget, forgetDone, isUnfinished, queue, retry, type QueuedFile } from './queue';

export function QueueLines() {
  const t = useMessages(messages);
  const lines = useStore(queue);
  const left = lines.filter(isUnfinished).length;
  const failed = lines.filter(({ state }) => state.name === 'failed').length;
  const done = lines.length - left - failed;
  const summary = [left > 0 ? fill(t.progress, { done: done + failed, total: lines.length }) : t.queueDone(done), failed > 0 ? t.failedCount(failed) : '']
    .filter(Boolean).join(' · ');
  useEffect(() => { if (lines.length > 0 && left === 0) announce(summary); }, [left, lines.length]);
  if (lines.length === 0) return null;
  return <section class="queue" aria-labelledby="queue">
    <div class="section-head"><h2 id="queue">{t.queue}<span class="count">{summary}</span></h2>
      {done > 0 && left === 0 && <button type="button" class="link-button" onClick={forgetDone}>{t.clearDone}</button>}</div>
    {left > 0 && <progress class="queue-progress" aria-label={t.queue} max={lines.length} value={done + failed} />}
    <ol>{lines.map((line) => <QueueLine key={line.id} line={line} />)}</ol>
  </section>;
}

const SIGNS: Record<QueuedFile['state']['name'], string> = { waiting: '○', reading: '◐', held: '‖', done: '✓', failed: '✕' };

function QueueLine({ line: { id, file, state } }: { line: QueuedFile }) {
  const t = useMessages(messages);
  return <li class={`queue-line is-${state.name}`}>
    <span class="sign" aria-hidden="true">{SIGNS[state.name]}</span>
    <span class="queue-name" lang={languageOf(file.name)}>
      {state.name === 'done' ? <Link to={`/releases/${state.releaseId}`}>{file.name}</Link> : file.name}</span>
    <span class="queue-state">{state.name === 'done' ? <Found state={state} /> : state.name === 'failed' ? <Problem state={state} /> : t[state.name]}</span>
    <span class="actions">
      {state.name === 'done' && state.outcome === 'created' && <UndoButton id={id} releaseId={state.releaseId} name={file.name} />}
      {state.name === 'failed' && state.error !== undefined && <button type="button" class="link-button" onClick={() => retry(id)}>{t.retry}</button>}
      {(state.name === 'failed' || state.name === 'held') && <button type="button" class="link-button muted" onClick={() => forget(id)}>{t.dismiss}</button>}
    </span>
  </li>;
}

function Found({ state }: { state: QueuedFile['state'] & { name: 'done' } }) {
  const t = useMessages(messages);
  const shared = useMessages(releaseMessages);
  const { terms, withEnglish, doubts } = state.counts;
  const parts = [shared.terms(terms), terms > 0 && withEnglish !== undefined ? shared.withEnglish(withEnglish) : '', doubts > 0 ? shared.doubts(doubts) : '']
    .filter(Boolean);
  const outcome = state.outcome === 'unchanged' ? t.alreadyHere : state.outcome === 'updated' ? t.readAgain : '';
  return <>{parts.join(' · ')}{outcome && <span class="muted"> – {outcome}</span>}</>;
}

function Problem({ state }: { state: QueuedFile['state'] & { name: 'failed' } }) {
  const known = useMessages(fileProblems);
  const general = useMessages(problems);
  if (state.code !== undefined && state.code in known) return <>{known[state.code as keyof typeof known]}</>;
  const { text, lang } = problemText(state.error, general);
  return <span lang={lang}>{text}</span>;
}

/** Takes a release back out that was just read: nobody has worked with it yet. */
function UndoButton({ id, releaseId, name }: { id: number; releaseId: number; name: string }) {
  const t = useMessages(messages);
  const mayDelete = useRole('admin');
  const fail = useProblemToast();
  if (!mayDelete) return null;
  const undo = async () => {
    try {
      await api.call('delete', '/v1/releases/{id}', { path: { id: releaseId } });
      forget(id);
      showToast({ text: fill(t.undone, { name }) });
    } catch (error) {
      fail(error);
    }
  };
  return <button type="button" class="link-button muted" aria-label={`${t.undo}: ${name}`} onClick={() => void undo()}>{t.undo}</button>;
}
