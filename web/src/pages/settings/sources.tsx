// What was imported: dictionaries, term bases and files of translations, each removable.

import { useState } from 'preact/hooks';
import { api, type Schemas } from '../../api/client';
import { useChanges } from '../../api/changes';
import { useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { Link } from '../../router/link';
import { Empty, Loaded } from '../../shell/states';
import { showToast } from '../../shell/toasts';
import { languageOf } from '../../terms/text';
import { messages } from './messages';
import { Confirm, Section } from './parts';

interface Line { name: string; project: string; importedAt: string; about: string; credit: string }

export function SourceSection() {
  const t = useMessages(messages);
  const formats = useFormats();
  const project = useProject();
  const isAdmin = useRole('admin');
  const [removing, setRemoving] = useState<Line>();
  const list = useResource(`sources ${project.name}`, (signal) => api.call('get', '/v1/sources', { query: project.query ? { project: project.query } : {}, signal }));
  useChanges(({ entity }) => entity === 'source' || entity === 'segment', list.reload);
  const remove = async ({ name, project: where }: Line) => {
    const removal = await api.call('delete', '/v1/sources', { query: { name, project: where } });
    list.reload();
    showToast({ text: removedText(removal) });
  };
  const removedText = (removal: Schemas['SourceRemoval']) => [fill(t.sourceRemoved, { name: removal.name }),
    removal.terms > 0 ? t.removedTerms(formats.number(removal.terms), removal.terms) : '', removal.segments > 0 ? t.removedSegments(formats.number(removal.segments), removal.segments) : '',
    removal.kept_terms > 0 ? fill(t.keptTerms, { n: formats.number(removal.kept_terms) }) : ''].filter(Boolean).join(' ');
  return <Section title={t.sources} intro={t.sourcesIntro}>
    <Loaded resource={list}>{({ sources, files }) => {
      const lines: Line[] = [
        ...sources.map((one) => ({ name: one.name, project: one.project, importedAt: one.imported_at, credit: [one.attribution, one.licence].filter(Boolean).join(' · '),
          about: [one.format.toUpperCase(), fill(one.kept === 'terms' ? t.entriesAsTerms : t.entriesAsEvidence, { n: formats.number(one.entries) })].join(' · ') })),
        ...files.map((one) => ({ name: one.name, project: one.project, importedAt: one.imported_at, credit: '', about: [one.format?.toUpperCase(), t.segmentCount(formats.number(one.segments), one.segments)].filter(Boolean).join(' · ') })),
      ];
      if (lines.length === 0) return <Empty title={t.noSources}><p>{t.noSourcesHint}</p><Link to="/import" class="button">{t.goToImport}</Link></Empty>;
      return <ul class="setting-list">{lines.map((line) => <li key={`${line.project}/${line.name}`}><div class="setting-line">
        <div><span class="setting-name" lang={languageOf(line.name)}>{line.name}</span>{project.query === undefined && <span class="tag"> {line.project}</span>}
          <div class="muted small">{line.about} · {fill(t.importedOn, { date: formats.date(line.importedAt) })}</div>
          {line.credit && <div class="muted small">{line.credit}</div>}</div>
        {isAdmin && <button type="button" class="quiet" onClick={() => setRemoving(line)}>{t.remove} …<span class="hidden"> {line.name}</span></button>}</div></li>)}</ul>;
    }}</Loaded>
    {removing && <Confirm title={fill(t.removeTitle, { name: removing.name })} action={t.remove} onClose={() => setRemoving(undefined)} run={() => remove(removing)}>
      <p>{t.removeText}</p><p class="muted">{t.removeHint}</p></Confirm>}
  </Section>;
}
