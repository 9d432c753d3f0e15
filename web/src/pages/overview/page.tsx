// The overview in small: how many terms have English, and the terms that need work.

import { api, type Schemas } from '../../api/client';
import { useChanges } from '../../api/changes';
import { useProject, type ProjectChoice } from '../../api/projects';
import { useResource } from '../../api/resource';
import { fill, locale, useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { Link } from '../../router/link';
import { Failure, PageFrame } from '../../shell/states';
import { useStore } from '../../state/store';
import { fieldName } from '../../terms/messages';
import { languageOf } from '../../terms/text';
import { CoverageTable, SplitBar } from './charts';
import { messages } from './messages';
import { Worklist } from './worklist';

type Coverage = Schemas['Coverage'];

export default function OverviewPage() {
  const t = useMessages(messages);
  const project = useProject();
  const coverage = useCoverage(project);
  return <PageFrame title={t.title} class="overview">
    {coverage.data && <Headline heads={coverage.data.heads} />}
    <Worklist project={project.target} isOneOfMany={project.query === undefined} />
    {coverage.data ? <Tables coverage={coverage.data} />
      : coverage.error !== undefined && <Failure error={coverage.error} retry={coverage.reload} />}
  </PageFrame>;
}

function useCoverage(project: ProjectChoice) {
  const coverage = useResource(`coverage ${project.name}`, (signal) => api.coverage(project.query === undefined ? {} : { project: project.query }, signal), { keep: true });
  useChanges(({ entity }) => entity === 'concept' || entity === 'term' || entity === 'release', coverage.reload);
  return coverage;
}

function Headline({ heads }: { heads: Coverage['heads'] }) {
  const t = useMessages(messages);
  const formats = useFormats();
  const { heads: all, with_english: found, by } = heads;
  const text = all === 0 ? t.headlineNone : all === found ? t.headlineAll : t.headline;
  return <section class="coverage-head">
    <p class="coverage-line">{fill(text, { with: formats.number(found), all: formats.number(all) })}</p>
    <p class="muted small">{t.headlineHint}</p>
    {all > 0 && <SplitBar caption={t.by} parts={by.filter(({ heads: n }) => n > 0).map(({ by: kind, heads: n }) => ({ name: t[`by_${kind}`], kind, value: n }))} />}
  </section>;
}

function Tables({ coverage: { fields, releases } }: { coverage: Coverage }) {
  const t = useMessages(messages);
  const lang = useStore(locale);
  const byUse = [...fields].sort((a, b) => b.terms - a.terms);
  const newest = [...releases].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || b.release_id - a.release_id);
  return <>
    {byUse.length > 0 && <CoverageTable name="fields" title={t.fields} first={t.field} total={t.terms} hint={t.legend}
      rows={byUse.map(({ field, terms, with_english: found, approved }) => ({ key: field ?? '', label: field ? fieldName(field, lang) : t.noField, text: field ?? '', total: terms, found, approved }))} />}
    {newest.length > 0 && <CoverageTable name="releases" title={t.releases} first={t.release} total={t.terms}
      rows={newest.map(({ release_id: id, name, heads, with_english: found }) => ({ key: String(id), text: name, label: <Link to={`/releases/${id}`} lang={languageOf(name)}>{name}</Link>, total: heads, found }))} />}
  </>;
}
