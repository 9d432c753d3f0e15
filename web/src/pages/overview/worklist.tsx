// Terms that need work, the most used first.

import { api, type Schemas } from '../../api/client';
import { useChanges } from '../../api/changes';
import { useResource } from '../../api/resource';
import { fill, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { address, setParameters } from '../../router/address';
import { Link } from '../../router/link';
import { Empty, Failure, Loading } from '../../shell/states';
import { useStore } from '../../state/store';
import { Marked } from '../../terms/proof';
import { languageOf, runsOf } from '../../terms/text';
import { messages } from './messages';

const KINDS = { 'without-english': 'withoutEnglish', 'several-english': 'severalEnglish', 'several-japanese': 'severalJapanese' } as const;
type Kind = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as Kind[];
const PAGE = 10;
const MOST = 200;

export function Worklist({ project, isOneOfMany }: { project: string; isOneOfMany: boolean }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const { searchParams } = useStore(address);
  const kind = NAMES.find((name) => name === searchParams.get('list')) ?? 'without-english';
  const limit = Math.min(MOST, Math.max(PAGE, Number(searchParams.get('most')) || PAGE));
  const list = useResource(`worklist ${kind} ${project} ${limit}`, (signal) => api.call('get', '/v1/worklists/{kind}', { path: { kind }, query: { project, limit }, signal }), { keep: true });
  useChanges(({ entity }) => entity === 'concept' || entity === 'term' || entity === 'release', list.reload);
  const items = list.data?.items;
  const choose = (name: Kind) => setParameters({ list: name === 'without-english' ? null : name, most: null });
  return <section class="worklist" aria-labelledby="work">
    <h2 id="work" class="hidden">{t.work}</h2>
    <div class="worklist-kinds" role="group" aria-labelledby="work">{NAMES.map((name) =>
      <button key={name} type="button" aria-pressed={name === kind} onClick={() => choose(name)}>{t[KINDS[name]]}</button>)}</div>
    {isOneOfMany && <p class="muted small worklist-project">{fill(t.oneProject, { name: project })}</p>}
    {list.error !== undefined ? <Failure error={list.error} retry={list.reload} />
      : !items ? <Loading />
      : items.length === 0 ? <Empty title={t[`none_${KINDS[kind]}`]}><p>{t.noneHint}</p></Empty>
      : <ol aria-busy={list.isLoading}>{items.map((item) => <Item key={`${item.lang} ${item.term} ${item.concepts[0]}`} item={item} kind={kind} />)}</ol>}
    {list.data?.next_skip != null && limit < MOST && <button type="button" class="link-button more" onClick={() => setParameters({ most: String(Math.min(MOST, limit + 40)) })}>{shared.showMore}</button>}
  </section>;
}

function Item({ item, kind }: { item: Schemas['WorkItem']; kind: Kind }) {
  const t = useMessages(messages);
  const [first] = item.occurrences;
  const [concept] = item.concepts;
  const term = <span lang={item.lang}>{item.term}</span>;
  return <li class="work-item">
    <span class="work-term">{concept === undefined ? term : <Link to={`/concepts/${concept}`}>{term}</Link>}</span>
    <span class="work-text">{kind === 'without-english'
      ? first?.snippet && <span class="small muted" lang={languageOf(first.snippet)}><Marked runs={runsOf(first.snippet, [item.term])} /></span>
      : item.renderings.map(({ text, concept_id: id }, index) => <span key={index}>{index > 0 && <span class="muted"> · </span>}<Link to={`/concepts/${id}`} lang={languageOf(text)}>{text}</Link></span>)}</span>
    <span class="muted small work-count">{kind === 'without-english' ? t.usedIn(item.count) : t.renderings(item.count)}</span>
  </li>;
}
