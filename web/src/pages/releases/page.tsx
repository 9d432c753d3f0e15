// All releases of the project, and where new ones are dropped.

import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useChanges } from '../../api/changes';
import { chooseProject, projects, useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { useMessages } from '../../messages/catalogue';
import { address, navigate } from '../../router/address';
import { listReleases } from '../../releases/list';
import { Failure, Loading, PageFrame } from '../../shell/states';
import { useStore } from '../../state/store';
import { DropZone } from './drop';
import { QueueLines } from './lines';
import { messages } from './messages';
import { enqueue, queue } from './queue';
import { ReleaseTable } from './table';

/** Releases loaded without being asked. */
const LOADED_AT_ONCE = 2000;

export default function ReleasesPage() {
  const t = useMessages(messages);
  const project = useProject();
  const mayAdd = useRole('review');
  const [most, setMost] = useState(LOADED_AT_ONCE);
  const listing = useResource(`releases ${project.query ?? '*'} ${most}`, (signal) => listReleases(project.query, most, signal), { keep: true });
  const coverage = useResource(`coverage ${project.query ?? '*'}`, (signal) => api.coverage(project.query ? { project: project.query } : {}, signal), { keep: true });
  useChanges(({ entity }) => entity === 'release', () => { listing.reload(); coverage.reload(); });

  const isEmpty = listing.data?.releases.length === 0;
  const first = useRef<number | null>(null);
  const add = (files: readonly File[]) => {
    if (files.length === 0) return;
    const isFirst = isEmpty && files.length === 1 && queue.value.length === 0;
    enqueue(files, project.target);
    first.current = isFirst ? queue.value.at(-1)?.id ?? null : null;
  };
  // The very first release opens once it is read: its terms are what the visitor came to see.
  const queued = useStore(queue);
  useEffect(() => {
    const state = queued.find(({ id }) => id === first.current)?.state;
    if (state?.name !== 'done' || address.value.pathname !== '/releases') return;
    first.current = null;
    navigate(`/releases/${state.releaseId}`);
  }, [queued]);

  const count = listing.data ? <span class="count">{t.count(listing.data.releases.length)}</span> : null;
  return <PageFrame title={t.title} heading={<>{t.title}{!isEmpty && count}</>} hasHiddenHeading={isEmpty} class="releases">
    {isEmpty && <FirstMinute mayAdd={mayAdd} />}
    {mayAdd && <DropZone isLarge={isEmpty} onFiles={add} />}
    <QueueLines />
    {listing.error !== undefined && !listing.data ? <Failure error={listing.error} retry={listing.reload} />
      : !listing.data ? <Loading />
      : !isEmpty && <ReleaseTable releases={listing.data.releases} counts={coverage.data?.releases} onRemoved={() => { listing.reload(); coverage.reload(); }}
        {...(listing.data.next === null ? {} : { onMore: () => setMost(most + LOADED_AT_ONCE) })} />}
  </PageFrame>;
}

function FirstMinute({ mayAdd }: { mayAdd: boolean }) {
  const t = useMessages(messages);
  const { name } = useProject();
  const hasSamples = useStore(projects).some((project) => project.name === 'samples') && name !== 'samples';
  return <div class="releases-first">
    <p class="releases-first-title">{t.emptyTitle}</p>
    <p class="muted">{mayAdd ? t.emptyText : t.emptyReader}</p>
    {hasSamples && <div class="actions"><button type="button" class={mayAdd ? '' : 'primary'} onClick={() => chooseProject('samples')}>{t.openSamples}</button></div>}
  </div>;
}
