// What was imported before; each import can be undone.

import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../api/client';
import { ALL_PROJECTS, useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { session, useRole } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { useFormats } from '../../messages/format';
import { Link } from '../../router/link';
import { Dialog } from '../../shell/dialog';
import { Loaded } from '../../shell/states';
import { useStore } from '../../state/store';
import { listImports, OUTCOMES } from './api';
import { useUndo } from './job';
import { messages } from './messages';
import { mayUndo } from './undo';

type Import = Schemas['Import'];

export function History({ turn, current }: { turn: number; current: number | undefined }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const project = useProject();
  const mayImport = useRole('suggest');
  const isMine = mayUndo(useStore(session));
  const [asked, setAsked] = useState<Import>();
  const imports = useResource(`imports ${project.query ?? '*'}`, (signal) => listImports(project.query, signal));
  const undo = useUndo(() => { setAsked(undefined); imports.reload(); });
  useEffect(() => { if (turn > 0) imports.reload(); }, [turn]);
  return <section class="import-history" aria-labelledby="import-history">
    <div class="section-head"><h2 id="import-history">{t.earlier}</h2></div>
    <Loaded resource={imports}>{({ imports: all }) => all.length === 0 ? <p class="muted small import-none">{t.noEarlier}</p>
      : <ul>{all.map((made) => <ImportLine key={made.id} made={made} isCurrent={made.id === current} hasProject={project.name === ALL_PROJECTS}
        {...(mayImport && isMine(made) && made.state !== 'running' ? { onUndo: () => setAsked(made) } : {})} />)}</ul>}</Loaded>
    {asked && <Dialog title={fill(t.undoAsk, { name: asked.name })} onClose={() => setAsked(undefined)}>
      <p>{t.undoAskText}</p>
      <div class="actions"><button type="button" class="primary" disabled={undo.isBusy} onClick={() => void undo.run(asked.id, asked.name)}>{shared.undo}</button></div>
    </Dialog>}
  </section>;
}

function ImportLine({ made, isCurrent, hasProject, onUndo }: { made: Import; isCurrent: boolean; hasProject: boolean; onUndo?: () => void }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const formats = useFormats();
  const counts = OUTCOMES.filter((one) => made.outcomes[one] > 0).map((one) => `${t[one]} ${formats.number(made.outcomes[one])}`);
  return <li class="import-line">
    <span class="import-line-name"><Link to={`/import?import=${made.id}`} aria-current={isCurrent ? 'true' : undefined}>{made.name}</Link>
      <small>{hasProject && `${made.project} · `}<time dateTime={made.started_at} title={formats.dateTime(made.started_at)}>{formats.ago(made.started_at)}</time>{made.actor && ` · ${fill(t.by, { actor: made.actor })}`}</small></span>
    <span class="import-line-counts">{made.state === 'running' ? t.running : made.state === 'undoing' ? t.undoing : counts.length === 0 ? t.none : counts.join(' · ')}{made.state === 'broken' && ` · ${t.broken}`}</span>
    {onUndo ? <button type="button" class="link-button" aria-label={fill(t.undoName, { name: made.name })} onClick={onUndo}>{shared.undo}</button> : <span />}
  </li>;
}
