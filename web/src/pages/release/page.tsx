// A release: its text with what was read from it, and the list of that beside it.

import { useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useChanges } from '../../api/changes';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { releaseMessages } from '../../releases/messages';
import { countsOf, releaseTitle, reviewMinutes, type Release } from '../../releases/release';
import { RemoveDialog } from '../../releases/remove';
import { navigate, setParameters } from '../../router/address';
import { Link } from '../../router/link';
import type { PageProps } from '../../routes';
import { Failure, Loading, PageFrame } from '../../shell/states';
import { languageOf } from '../../terms/text';
import { messages } from './messages';
import { PairDialog } from './pairing';
import { Reading } from './reading';

export default function ReleasePage({ parameters }: PageProps) {
  const t = useMessages(messages);
  const id = Number(parameters['id']);
  const release = useResource(`release ${id}`, (signal) => api.call('get', '/v1/releases/{id}', { path: { id }, query: { text: true }, signal }));
  const corrections = useResource(`corrections ${id}`, (signal) => api.corrections(id, signal));
  const segments = useResource(`segments ${id}`, (signal) => api.releaseSegments(id, signal));
  const reload = () => {
    release.reload();
    corrections.reload();
    segments.reload();
  };
  useChanges(({ entity, entity_id: changed, action }) => entity === 'release' && changed === id && action !== 'deleted', reload);
  if (!release.data) {
    return <PageFrame title={t.release} hasHiddenHeading>{release.error !== undefined ? <Failure error={release.error} retry={release.reload} back={<Back />} /> : <Loading />}</PageFrame>;
  }
  const title = releaseTitle(release.data);
  return <PageFrame title={title} heading={<span lang={languageOf(title)}>{title}</span>} class="release">
    <Summary release={release.data} isPaired={segments.data === undefined || segments.data.pair != null} onPaired={reload} />
    <Reading release={release.data} corrections={corrections.data?.corrections} segments={segments.data}
      onRead={(read) => { release.replace({ ...read, text: release.data?.text ?? null }); corrections.reload(); segments.reload(); }}
      onReload={reload} />
  </PageFrame>;
}

function Back() {
  return <Link to="/releases">{useMessages(messages).back}</Link>;
}

/** Terms, English and doubts in a line, with the way to review them. */
function Summary({ release, isPaired, onPaired }: { release: Release; isPaired: boolean; onPaired(): void }) {
  const t = useMessages(messages);
  const shared = useMessages(releaseMessages);
  const formats = useFormats();
  const mayDelete = useRole('admin');
  const mayReview = useRole('review');
  const [isRemoving, setRemoving] = useState(false);
  const [isPairing, setPairing] = useState(false);
  const { terms, withEnglish, doubts } = countsOf(release);
  const waiting = useResource(mayReview && terms > 0 ? `review ${release.id} ${release.revision}` : null,
    (signal) => api.call('get', '/v1/review', { query: { release: release.id, limit: 1 }, signal }));
  const { metadata: { institution, date }, name } = release;
  return <>
    <p class="release-source dotted">
      <Link to="/releases" class="release-back">{shared.releases}</Link>
      {institution && <span lang={languageOf(institution)}>{institution}</span>}
      {date && <time dateTime={date}>{formats.date(date)}</time>}
      {name !== releaseTitle(release) && <span lang={languageOf(name)}>{name}</span>}
    </p>
    <div class="release-summary">
      <p><b>{shared.terms(terms)}</b>{terms > 0 && withEnglish !== undefined && <>{shared.comma}{t.englishHere(withEnglish)}</>}
        {doubts > 0 && <> · <button type="button" class="link-button is-doubt" onClick={() => setParameters({ tab: 'doubts' })}>{shared.doubts(doubts)}</button></>}
        {waiting.data && (waiting.data.items.length > 0 ? <> · <Link to={`/review?release=${release.id}`} class="release-review">{shared.reviewThem(reviewMinutes(terms))}</Link></>
          : <> · <span class="mark-status is-approved"><span class="sign" aria-hidden="true">✓</span>{t.reviewed}</span></>)}</p>
      <div class="actions">
        {mayReview && !isPaired && <button type="button" class="quiet" onClick={() => setPairing(true)}>{t.pairWith}</button>}
        {mayDelete && <button type="button" class="quiet" onClick={() => setRemoving(true)}>{shared.remove}</button>}
      </div>
    </div>
    {isPairing && <PairDialog release={release} onClose={() => setPairing(false)} onPaired={onPaired} />}
    {isRemoving && <RemoveDialog release={release} onClose={() => setRemoving(false)} onRemoved={() => navigate('/releases', { replace: true })} />}
  </>;
}
