// Review: one item fills the page; one key decides, the next is there at once.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useChanges } from '../../api/changes';
import { api } from '../../api/client';
import { useProject } from '../../api/projects';
import { personName } from '../../api/actor';
import { session, useRole } from '../../api/session';
import { onKeys } from '../../keys/handler';
import { useMessages } from '../../messages/catalogue';
import { address, setParameters } from '../../router/address';
import { Link } from '../../router/link';
import { Failure, Loading, PageFrame } from '../../shell/states';
import { useStore } from '../../state/store';
import { mainTerm } from '../../terms/concept';
import { Bulk } from './bulk';
import { Filters, filterOf, isNarrowed, useCounts } from './filters';
import { History } from './history';
import { Item } from './item';
import { messages } from './messages';
import { ReviewQueue, type QueueState, type ReviewFilter } from './queue';
import { useReviewer } from './reviewer';

export default function ReviewPage() {
  const t = useMessages(messages);
  const { searchParams } = useStore(address);
  const project = useProject();
  const filter = filterOf(searchParams, project);
  const key = JSON.stringify(filter);
  const [turn, setTurn] = useState(0);
  const queue = useMemo(() => new ReviewQueue(filter, Number(searchParams.get('at')) || undefined), [key, turn]);
  useEffect(() => {
    void queue.fill();
    return () => queue.close();
  }, [queue]);
  const state = useStore(queue);
  const item = state.items[0];
  const title = item ? `${mainTerm(item.concept, 'ja')?.text ?? mainTerm(item.concept, 'en')?.text ?? ''} – ${t.title}` : t.title;
  return <PageFrame title={title} heading={t.title} hasHiddenHeading takesFocus={item !== undefined} class="review">
    <ReviewView key={key + turn} queue={queue} state={state} filter={filter} turn={turn} onRestart={() => setTurn((n) => n + 1)} />
  </PageFrame>;
}

interface ReviewViewProps { queue: ReviewQueue; state: QueueState; filter: ReviewFilter; turn: number; onRestart(): void }

function ReviewView({ queue, state, filter, turn, onRestart }: ReviewViewProps) {
  const t = useMessages(messages);
  const { searchParams } = useStore(address);
  const mayReview = useRole('review');
  const reviewer = useReviewer(queue);
  // On the own computer nobody logs in, so nobody has a name until it is entered.
  const hasName = useStore(personName).trim() !== '';
  const isNameless = useStore(session)?.by === 'loopback' && mayReview && !hasName;
  const counts = useCounts(filter, turn, mayReview);
  const hasHistory = searchParams.has('history');
  const isBulk = searchParams.has('bulk');
  const item = state.items[0];
  const [decisions, setDecisions] = useState(0);

  // The item is part of the address, so that reload and sharing keep it.
  useLayoutEffect(() => { if (item) setParameters({ at: String(item.term_id) }); }, [item?.term_id]);
  useChanges(({ entity }) => entity === 'term' || entity === 'concept', () => setDecisions((n) => n + 1));
  // Somebody else may have changed the concept that is shown.
  useEffect(() => {
    if (decisions === 0 || !item) return;
    let isCurrent = true;
    // One's own decisions are known when they have been answered; what is newer then is somebody else's.
    void reviewer.settled().then(() => api.call('get', '/v1/terms/{id}', { path: { id: item.term_id } })).then((concept) => { if (isCurrent) queue.updateFromElsewhere(concept); }, () => undefined);
    return () => { isCurrent = false; };
  }, [decisions]);

  return <>
    <Filters filter={filter} counts={counts} state={state} />
    <div class="review-tools">
      <p class="muted small">{!mayReview ? t.readOnly : state.decided > 0 ? t.doneHere(state.decided) : ''}
        {isNameless && <> {t.nameless} <Link to="/settings?section=you">{t.enterName}</Link></>}
        {state.later.length > 0 && <>{mayReview && state.decided > 0 ? ' · ' : ' '}<button type="button" class="link-button" onClick={() => queue.takeUpAll()}>{t.laterCount(state.later.length)}</button></>}</p>
      <p class="actions">
        {mayReview && item && <button type="button" class="link-button" onClick={() => setParameters({ bulk: '1' })}>{t.bulk}</button>}
        <button type="button" class="link-button" aria-expanded={hasHistory} onClick={() => setParameters({ history: hasHistory ? null : '1' })}>{t.history}</button>
        {item && <a class="small" href={sheetAddress(filter)} download>{t.sheet}</a>}
      </p>
    </div>
    <div class={`review-body${hasHistory ? ' has-history' : ''}`}>
      <div>
        {item ? <Item item={item} queue={queue} reviewer={reviewer} mayReview={mayReview} isChanged={state.changedTerm === item.term_id} />
          : state.error !== undefined ? <Failure error={state.error} retry={() => void queue.fill()} />
          : state.isLoading ? <Loading />
          : <Finished queue={queue} state={state} filter={filter} onUndo={mayReview ? reviewer.undo : undefined} />}
      </div>
      {hasHistory && <History mayReview={mayReview} turn={decisions} onClose={() => setParameters({ history: null })} onUndone={onRestart} />}
    </div>
    {isBulk && mayReview && <Bulk filter={filter} onClose={() => setParameters({ bulk: null })} onDone={onRestart} />}
  </>;
}

function sheetAddress(filter: ReviewFilter): string {
  const query = new URLSearchParams({ format: 'xlsx' });
  for (const [name, value] of Object.entries(filter)) query.set(name, String(value));
  return `/v1/review/sheet?${query}`;
}

interface FinishedProps { queue: ReviewQueue; state: QueueState; filter: ReviewFilter; onUndo: (() => void) | undefined }

function Finished({ queue, state, filter, onUndo }: FinishedProps) {
  const t = useMessages(messages);
  const narrowed = isNarrowed(filter);
  const frame = useRef<HTMLDivElement>(null);
  // The item had the focus; its keys go on working here.
  useLayoutEffect(() => { if (document.activeElement === document.body) frame.current?.focus({ preventScroll: true }); }, []);
  const keys = onKeys('review', { back: () => { queue.takeUp(); }, ...(onUndo ? { undo: onUndo } : {}) });
  return <div ref={frame} class="review-finished" tabIndex={-1} role="status" onKeyDown={keys}>
    <svg viewBox="0 0 48 48" width="48" height="48" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="24" cy="24" r="20" /><path d="M15.500 24.500l6 6 11-12.500" /></svg>
    <h2>{state.later.length > 0 ? t.putOff(state.later.length) : narrowed ? t.finishedFilter : t.finished}</h2>
    <p class="muted">{t.finishedText(state.decided)}</p>
    <div class="actions">
      {state.later.length > 0 && <button type="button" class="primary" onClick={() => queue.takeUpAll()}>{t.takeUp}</button>}
      {narrowed && <button type="button" class={state.later.length > 0 ? '' : 'primary'} onClick={() => setParameters({ field: null, release: null, status: null, lang: null, at: null })}>{t.clearFilters}</button>}
      {!narrowed && state.later.length === 0 && <Link to="/releases">{t.toReleases}</Link>}
      {state.decided > 0 && onUndo && <button type="button" onClick={onUndo}>{t.undoLast}</button>}
    </div>
  </div>;
}
