// What was decided, newest first; each decision can be undone.

import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { api, type Schemas } from '../../api/client';
import { useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { session } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { useFormats } from '../../messages/format';
import { Link } from '../../router/link';
import { Loaded } from '../../shell/states';
import { showToast, useProblemToast } from '../../shell/toasts';
import { useStore } from '../../state/store';
import { DecisionText } from '../../terms/decision-text';
import { undoDecision } from '../../terms/decisions';
import { messages } from './messages';

const PAGE = 30;

interface HistoryProps { mayReview: boolean; turn: number; onClose(): void; onUndone(): void }

export function History({ mayReview, turn, onClose, onUndone }: HistoryProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const project = useProject();
  const name = useStore(session)?.name;
  const [isMine, setMine] = useState(false);
  const [older, setOlder] = useState<{ decisions: Schemas['Decision'][]; next: number | null }>();
  const fail = useProblemToast();
  const page = (before?: number, signal?: AbortSignal) => api.decisions(
    { limit: PAGE, ...(project.query ? { project: project.query } : {}), ...(before ? { before } : {}), ...(isMine && name ? { actor: name } : {}) }, signal);
  const first = useResource(`decisions ${project.query ?? '*'} ${isMine}`, (signal) => page(undefined, signal));
  useEffect(() => { if (turn > 0) first.reload(); }, [turn]);
  useLayoutEffect(() => setOlder(undefined), [first.data]);
  const undo = async (taken: () => Promise<unknown>) => {
    try {
      await taken();
      showToast({ text: shared.undone });
      first.reload();
      onUndone();
    } catch (error) {
      fail(error);
    }
  };
  return <aside class="review-history" aria-labelledby="review-history" onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}>
    <div class="section-head"><h2 id="review-history" tabIndex={-1}>{t.history}</h2><button type="button" class="link-button" onClick={onClose}>{shared.close}</button></div>
    {name && <label class="review-check"><input type="checkbox" checked={isMine} onChange={(event) => setMine(event.currentTarget.checked)} />{t.mine}</label>}
    <Loaded resource={first}>{(data) => {
      const decisions = [...data.decisions, ...older?.decisions ?? []];
      const next = older ? older.next : data.next_before ?? null;
      return <>
        {decisions.length === 0 && <p class="muted small review-none">{t.noDecisions}</p>}
        <ol class="review-lines">{decisions.map((decision, index) => {
          const { id, act_id: act, undone_at: undone } = decision;
          // The newest that stands of those that were decided together offers to undo them together.
          const leads = act != null && undone == null && decisions.findIndex((one) => one.act_id === act && one.undone_at == null) === index;
          return <Line key={id} decision={decision} {...(mayReview ? { onUndo: () => undo(() => undoDecision(id)), ...(leads ? { onUndoAct: () => undo(() => api.undoBulk(act)) } : {}) } : {})} />;
        })}</ol>
        {next !== null && <button type="button" class="link-button" onClick={() => void page(next).then((more) => setOlder({ decisions: [...older?.decisions ?? [], ...more.decisions], next: more.next_before ?? null }), fail)}>{t.olderDecisions}</button>}
      </>;
    }}</Loaded>
  </aside>;
}

interface LineProps { decision: Schemas['Decision']; onUndo?: () => Promise<void>; onUndoAct?: () => Promise<void> }

function Line({ decision, onUndo, onUndoAct }: LineProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const formats = useFormats();
  const [isUndoing, setUndoing] = useState(false);
  const start = (undo: () => Promise<void>) => { setUndoing(true); void undo().then(() => setUndoing(false)); };
  return <li class={`review-decision${decision.undone_at ? ' is-undone' : ''}`}>
    <span><Link to={`/concepts/${decision.concept_id}`} class="review-decision-link"><DecisionText decision={decision} /></Link>
      <small><time dateTime={decision.at} title={formats.dateTime(decision.at)}>{formats.ago(decision.at)}</time> · {fill(t.by, { actor: decision.actor })}
        {decision.undone_by && ` · ${fill(t.undoneBy, { actor: decision.undone_by })}`}</small></span>
    {!decision.undone_at && onUndo && <span class="review-decision-undo">
      <button type="button" class="link-button" disabled={isUndoing} onClick={() => start(onUndo)}>{shared.undo}</button>
      {onUndoAct && <button type="button" class="link-button" disabled={isUndoing} onClick={() => start(onUndoAct)}>{t.undoAct}</button>}
    </span>}
  </li>;
}

