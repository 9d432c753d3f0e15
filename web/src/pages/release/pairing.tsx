// Pairs a release with its version in the other language: the sentences of both go into the memory, their glossaries give each other terms.

import { useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useResource } from '../../api/resource';
import { fill, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { useFormats } from '../../messages/format';
import { listReleases } from '../../releases/list';
import { releaseTitle, type Release, type ReleaseSummary } from '../../releases/release';
import { setParameters } from '../../router/address';
import { Dialog } from '../../shell/dialog';
import { Loaded } from '../../shell/states';
import { showToast, useProblemToast } from '../../shell/toasts';
import { languageOf } from '../../terms/text';
import { messages } from './messages';

/** More are found by typing. */
const SHOWN = 8;
const MOST = 2000;

/** A title in one language does not prove the language of the text, but whoever looks for a version looks for a title in the other. */
const isJapanese = (release: ReleaseSummary) => languageOf(releaseTitle(release)) === 'ja';

/** The likeliest first: of the same day, put in at about the same time. */
function byLikelihood(release: ReleaseSummary, others: readonly ReleaseSummary[]): ReleaseSummary[] {
  const isOfOtherDay = ({ metadata: { date } }: ReleaseSummary) => date && date === release.metadata.date ? 0 : 1;
  const distance = ({ id }: ReleaseSummary) => Math.abs(id - release.id);
  return others.filter(({ id }) => id !== release.id).sort((a, b) => isOfOtherDay(a) - isOfOtherDay(b) || distance(a) - distance(b));
}

interface PairDialogProps { release: Release; onClose(): void; onPaired(): void }

export function PairDialog({ release, onClose, onPaired }: PairDialogProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const formats = useFormats();
  const fail = useProblemToast();
  const listing = useResource(`releases to pair ${release.project}`, (signal) => listReleases(release.project, MOST, signal));
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<number>();
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const pair = async () => {
    if (chosen === undefined) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      const paired = await api.pairReleases(release.id, { release_id: chosen });
      if (paired.same) {
        showToast({ text: fill(t.paired, { segments: t.segmentsCount(paired.segments), terms: t.pairedTerms(paired.entries) }) });
        setParameters({ view: 'pair', at: null, item: null, tab: null });
        onPaired();
        onClose();
        return;
      }
      setRefusal(paired.parting ?? '');
    } catch (error) {
      fail(error);
    }
    setBusy(false);
  };
  return <Dialog title={t.pairTitle} onClose={onClose}>
    <p class="muted">{t.pairText}</p>
    <Loaded resource={listing}>{({ releases }) => {
      const query = filter.trim().toLocaleLowerCase();
      const isWanted = (one: ReleaseSummary) => query ? `${releaseTitle(one)} ${one.name}`.toLocaleLowerCase().includes(query) : isJapanese(one) !== isJapanese(release);
      const found = byLikelihood(release, releases).filter(isWanted);
      if (releases.length < 2) return <p>{t.pairNone}</p>;
      return <form onSubmit={(event) => { event.preventDefault(); void pair(); }}>
        <label class="field"><span>{t.pairFilter}</span><input type="text" data-first value={filter} maxLength={200} autoComplete="off" onInput={(event) => setFilter(event.currentTarget.value)} /></label>
        <fieldset class="pair-choices"><legend class="hidden">{t.pairTitle}</legend>
          {found.slice(0, SHOWN).map((one) => <label key={one.id} class="choice">
            <input type="radio" name="pair" checked={chosen === one.id} onChange={() => { setChosen(one.id); setRefusal(undefined); }} />
            <span><span lang={languageOf(releaseTitle(one))}>{releaseTitle(one)}</span>
              <small class="muted dotted">{one.metadata.date && <time dateTime={one.metadata.date}>{formats.date(one.metadata.date)}</time>}<span lang={languageOf(one.name)}>{one.name}</span></small></span>
          </label>)}
          {found.length === 0 && <p class="muted">{query ? t.pairNotFound : t.pairNoTitle}</p>}
          {found.length > SHOWN && <p class="muted small">{t.pairMore(formats.number(found.length - SHOWN))}</p>}
        </fieldset>
        {refusal !== undefined && <p class="problem" role="alert">{t.pairRefused} <span lang="en">{refusal}</span></p>}
        <div class="actions">
          <button type="submit" class="primary" disabled={isBusy || chosen === undefined}>{t.pairDo}</button>
          <button type="button" class="quiet" onClick={onClose}>{shared.cancel}</button>
        </div>
      </form>;
    }}</Loaded>
  </Dialog>;
}
