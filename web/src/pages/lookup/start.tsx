// Before anything is typed: recent look-ups, what is new, examples; in an empty project, how to begin.

import { useState } from 'preact/hooks';
import { api } from '../../api/client';
import { chooseProject, projects, useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { fill, useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { Link } from '../../router/link';
import { useStore } from '../../state/store';
import { mainTerm, type Concept } from '../../terms/concept';
import { English, Japanese, StatusMark } from '../../terms/marks';
import { hiragana, languageOf } from '../../terms/text';
import { messages } from './messages';
import { previousVisit, recentQueries, type Visit } from './recent';

export function Start({ onLookUp }: { onLookUp(query: string): void }) {
  const project = useProject();
  const summary = useResource(project.query ? `project ${project.query}` : null,
    (signal) => api.call('get', '/v1/projects/{name}', { path: { name: project.target }, signal }));
  const counts = summary.data?.counts;
  if (project.query && !summary.data && summary.error === undefined) return null;
  if (counts && counts.concepts === 0 && counts.releases === 0) return <EmptyProject />;
  return <div class="start">
    <Recent onLookUp={onLookUp} />
    <Fresh project={project.query} />
    <Examples project={project.query} onLookUp={onLookUp} />
  </div>;
}

function EmptyProject() {
  const t = useMessages(messages);
  const { name } = useProject();
  const hasSamples = useStore(projects).some((project) => project.name === 'samples') && name !== 'samples';
  return <div class="first-minute">
    <p class="first-title">{t.emptyTitle}</p>
    <p class="muted">{t.emptyText}</p>
    <div class="actions">
      {hasSamples && <button type="button" class="primary" onClick={() => chooseProject('samples')}>{t.openSamples}</button>}
      <Link to="/releases" class="button">{t.dropOwn}</Link>
      <Link to="/import" class="quiet-link">{t.importOwn}</Link>
    </div>
    {hasSamples && <p class="muted small">{t.samplesHint}</p>}
  </div>;
}

function Recent({ onLookUp }: { onLookUp(query: string): void }) {
  const t = useMessages(messages);
  const recent = useStore(recentQueries);
  if (recent.length === 0) return null;
  return <section aria-labelledby="recent">
    <div class="section-head"><h2 id="recent">{t.recent}</h2><button type="button" class="link-button muted" onClick={() => recentQueries.set([])}>{t.clearRecent}</button></div>
    <ul class="chips">{recent.map((query) => <li key={query}><button type="button" lang={languageOf(query)} onClick={() => onLookUp(query)}>{query}</button></li>)}</ul>
  </section>;
}

const MOST_CHANGES = 200;
const MOST_SHOWN = 5;

interface News { since: Visit; releases: { id: number; name: string }[]; concepts: Concept[]; conceptCount: number; hasMore: boolean }

async function loadNews(project: string | undefined, signal: AbortSignal): Promise<News | undefined> {
  const { revision } = await api.ready();
  const since = previousVisit({ revision, at: new Date().toISOString() });
  if (!since || since.revision === revision) return undefined;
  const page = await api.changes({ since: since.revision, entity: 'release,concept', limit: MOST_CHANGES, ...(project ? { project } : {}) }, signal);
  const releases = new Map<number, string>();
  const ids = new Set<number>();
  for (const { entity, entity_id: id, action, detail } of page.changes) {
    if (action === 'deleted') {
      releases.delete(id);
      if (entity === 'concept') ids.delete(id);
    } else if (entity === 'concept') ids.add(id);
    else releases.set(id, String((detail as Record<string, unknown>)['name'] ?? id));
  }
  const newest = [...ids].reverse();
  // A concept may have been merged into another since then: what does not exist any more is no news.
  const concepts = (await Promise.allSettled(newest.slice(0, MOST_SHOWN).map((id) => api.call('get', '/v1/concepts/{id}', { path: { id }, signal }))))
    .flatMap((result) => result.status === 'fulfilled' ? [result.value] : []);
  return { since, releases: [...releases].map(([id, name]) => ({ id, name })), concepts, conceptCount: ids.size, hasMore: page.changes.length === MOST_CHANGES };
}

function Fresh({ project }: { project: string | undefined }) {
  const t = useMessages(messages);
  const formats = useFormats();
  const { data: news } = useResource(`news ${project ?? '*'}`, (signal) => loadNews(project, signal));
  if (!news || (news.releases.length === 0 && news.concepts.length === 0)) return null;
  const { since, releases, concepts, conceptCount, hasMore } = news;
  return <section aria-labelledby="fresh">
    <div class="section-head"><h2 id="fresh">{t.fresh}</h2><small>{fill(t.freshSince, { date: formats.date(since.at) })}</small></div>
    <p class="muted small fresh-line">{[
      releases.length > 0 ? t.freshReleases(releases.length) : '',
      conceptCount > 0 ? hasMore ? fill(t.freshMany, { n: conceptCount }) : t.freshConcepts(conceptCount) : '',
    ].filter(Boolean).join(' · ')}</p>
    <ul class="fresh-list">
      {releases.slice(0, MOST_SHOWN).map(({ id, name }) => <li key={id}><Link to={`/releases/${id}`} lang={languageOf(name)}>{name}</Link></li>)}
      {concepts.map((concept) => <ConceptLine key={concept.id} concept={concept} />)}
    </ul>
  </section>;
}

function ConceptLine({ concept }: { concept: Concept }) {
  const english = mainTerm(concept, 'en');
  return <li class="concept-line"><Link to={`/concepts/${concept.id}`}><Japanese concept={concept} /></Link><English concept={concept} />{english && <StatusMark term={english} />}</li>;
}

/** Three terms of the base itself, so that each example finds something: the most used that wait for review. */
function Examples({ project, onLookUp }: { project: string | undefined; onLookUp(query: string): void }) {
  const t = useMessages(messages);
  const [isHidden] = useState(() => recentQueries.value.length >= 3);
  const examples = useResource(isHidden ? null : `examples ${project ?? '*'}`, async (signal) => {
    const { items } = await api.call('get', '/v1/review', { query: { limit: 12, ...(project ? { project } : {}) }, signal });
    return items.map(({ concept }) => concept);
  });
  const [first, second, third] = pick(examples.data ?? []);
  if (!first) return null;
  const lines = [[first, t.exampleJa], [second, t.exampleReading], [third, t.exampleEn]] as const;
  return <section aria-labelledby="examples">
    <div class="section-head"><h2 id="examples">{t.examples}</h2></div>
    <ul class="examples">{lines.map(([query, hint]) => query && <li key={hint}>
      <button type="button" class="link-button" lang={languageOf(query)} onClick={() => onLookUp(query)}>{query}</button><span class="muted small">{hint}</span></li>)}</ul>
  </section>;
}

function pick(concepts: readonly Concept[]): string[] {
  const japanese = concepts.map((concept) => mainTerm(concept, 'ja'));
  const first = japanese[0]?.text;
  const second = japanese.slice(1).find((term) => term?.reading)?.reading;
  const third = concepts.slice(2).map((concept) => mainTerm(concept, 'en')?.text).find((text) => text !== undefined);
  return [first ?? '', second ? hiragana(second) : '', third ?? ''];
}

