// What goes into the file.

import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { locale, useMessages } from '../../messages/catalogue';
import { setParameters } from '../../router/address';
import { useIsWide } from '../../shell/width';
import { useStore } from '../../state/store';
import { fieldName } from '../../terms/messages';
import { messages } from './messages';
import { filterCount, hasConceptFilters, LEVELS, PROFILES, type ExportRequest } from './request';

export const NO_FILTERS = { review: null, profile: null, from: null, field: null, release: null, source: null, since: null, from_releases: null };
const MOST_RELEASES = 200;

export function Filters({ request }: { request: ExportRequest }) {
  const t = useMessages(messages);
  const isWide = useIsWide();
  const [isOpen, setOpen] = useState(false);
  const count = filterCount(request);
  const content = <>
    <Choices request={request} />
    {count > 0 && <button type="button" class="link-button" onClick={() => setParameters(NO_FILTERS)}>{t.clearFilters}</button>}
  </>;
  if (isWide) return <section class="export-filters" aria-labelledby="filters"><h2 id="filters">{t.filters}</h2>{content}</section>;
  return <details class="export-filters" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
    <summary>{t.filtersSet(count)}</summary>{content}
  </details>;
}

function Choices({ request }: { request: ExportRequest }) {
  const t = useMessages(messages);
  const { format } = request;
  const isForPrint = format.name.startsWith('glossary_');
  return <div class="form">
    {hasConceptFilters(request) && <fieldset class="radio-list">
      <legend>{t.terms}</legend>
      <label><input type="radio" name="origin" checked={!request.isFromReleases} onChange={() => setParameters({ from_releases: null })} /><span>{t.allTerms}</span></label>
      <label><input type="radio" name="origin" checked={request.isFromReleases} onChange={() => setParameters({ from_releases: 'true' })} /><span>{t.releaseTerms}<small>{t.releaseTermsHint}</small></span></label>
    </fieldset>}
    <label class="field"><span>{t.review}</span>
      <select value={request.review} onChange={({ currentTarget: { value } }) => setParameters({ review: value === 'suggested' ? null : value })}>
        {LEVELS.map((level) => <option key={level} value={level}>{t[`review_${level}`]}</option>)}
      </select></label>
    {format.isDirected && <label class="field"><span>{isForPrint ? t.order : t.direction}</span>
      <select value={request.isFromEnglish ? 'en' : 'ja'} onChange={({ currentTarget: { value } }) => setParameters({ from: value === 'ja' ? null : value })}>
        <option value="ja">{isForPrint ? t.byReading : t.jaEn}</option><option value="en">{isForPrint ? t.byEnglish : t.enJa}</option>
      </select></label>}
    {hasConceptFilters(request) && <>
      <Fields chosen={request.fields} />
      <Releases chosen={request.release} />
      <label class="field"><span>{t.since}</span>
        <input type="date" value={request.since ?? ''} onChange={({ currentTarget: { value } }) => setParameters({ since: value || null })} /></label>
      <SourceName chosen={request.source} />
      <label class="field"><span>{t.readers}</span>
        <select value={request.profile} aria-describedby="profile-hint" onChange={({ currentTarget: { value } }) => setParameters({ profile: value === format.profile ? null : value })}>
          {PROFILES.map((profile) => <option key={profile} value={profile}>{t[`profile_${profile}`]}</option>)}
        </select>
        <span class="field-hint" id="profile-hint">{t[`profileHint_${request.profile}`]}</span></label>
    </>}
  </div>;
}

function Fields({ chosen }: { chosen: readonly string[] }) {
  const t = useMessages(messages);
  const lang = useStore(locale);
  const project = useProject();
  const starter = useResource(`fields ${project.target}`, (signal) => api.call('get', '/v1/projects/{name}/starter', { path: { name: project.target }, signal }));
  // Fields that people made are known from the address only.
  const names = [...new Set([...(starter.data?.fields.map(({ field }) => field) ?? []), ...chosen])];
  if (names.length === 0) return null;
  const toggle = (name: string) => setParameters({ field: (chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]).join(',') });
  return <details class="field-choice" open={chosen.length > 0 ? true : undefined}>
    <summary><span>{t.fields}</span><span class="muted">{chosen.length === 0 ? t.allFields : t.fieldsChosen(chosen.length)}</span></summary>
    <fieldset class="radio-list"><legend class="hidden">{t.fields}</legend>
      {names.map((name) => <label key={name}><input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} /><span>{fieldName(name, lang)}</span></label>)}
    </fieldset>
  </details>;
}

function Releases({ chosen }: { chosen: string | null }) {
  const t = useMessages(messages);
  const project = useProject();
  const list = useResource(`releases ${project.name}`, (signal) => api.call('get', '/v1/releases', { query: { limit: MOST_RELEASES, ...(project.query ? { project: project.query } : {}) }, signal }));
  const releases = list.data?.releases ?? [];
  if (releases.length === 0 && chosen === null) return null;
  return <label class="field"><span>{t.release}</span>
    <select value={chosen ?? ''} onChange={({ currentTarget: { value } }) => setParameters({ release: value || null })}>
      <option value="">{t.anyRelease}</option>
      {chosen !== null && !releases.some(({ id }) => String(id) === chosen) && <option value={chosen}>{chosen}</option>}
      {releases.map(({ id, name, metadata }) => <option key={id} value={String(id)}>{metadata.title_ja ?? metadata.title_en ?? name}</option>)}
    </select></label>;
}

const TYPING_MS = 500;

/** The name is taken over when the typing stops, so that not every letter is a request. */
function SourceName({ chosen }: { chosen: string | null }) {
  const t = useMessages(messages);
  const [text, setText] = useState(chosen ?? '');
  useLayoutEffect(() => { if ((chosen ?? '') !== text.trim()) setText(chosen ?? ''); }, [chosen]);
  useEffect(() => {
    if (text.trim() === (chosen ?? '')) return;
    const timer = setTimeout(() => setParameters({ source: text.trim() || null }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return <label class="field"><span>{t.source}</span>
    <input type="text" value={text} maxLength={255} autoComplete="off" spellcheck={false} aria-describedby="source-hint" onInput={(event) => setText(event.currentTarget.value)} />
    <span class="field-hint" id="source-hint">{t.sourceHint}</span></label>;
}
