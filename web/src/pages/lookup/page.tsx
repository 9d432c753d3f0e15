// Look-up: one box, and the answers below it while typing.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/client';
import { useChanges } from '../../api/changes';
import { useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { onKeys } from '../../keys/handler';
import { Key } from '../../keys/sheet';
import { fill, useMessages } from '../../messages/catalogue';
import { Message } from '../../messages/message';
import { address, arrival, navigate, setParameters } from '../../router/address';
import { announce } from '../../shell/announcer';
import { Failure, Loading, PageFrame } from '../../shell/states';
import { useStore } from '../../state/store';
import { languageOf } from '../../terms/text';
import { AddTerm } from './add';
import { groupResults } from './groups';
import { messages } from './messages';
import { rememberQuery } from './recent';
import { NothingFound, Results } from './results';
import { Start } from './start';

/** Matches shown; more would not be read. */
export const MOST = 50;
const ANNOUNCE_MS = 700;

export default function LookupPage() {
  const t = useMessages(messages);
  const { searchParams } = useStore(address);
  const query = searchParams.get('q') ?? '';
  const isAdding = searchParams.has('add');
  const project = useProject();
  const maySuggest = useRole('suggest');
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(query);
  const wanted = query.trim();

  const found = useResource(wanted ? JSON.stringify([wanted, project.query]) : null,
    (signal) => api.searchTerms({ q: wanted, limit: MOST, ...(project.query ? { project: project.query } : {}) }, signal), { keep: true });
  const memory = useResource(wanted ? JSON.stringify([wanted, project.query]) : null,
    (signal) => api.searchConcordance({ q: wanted, limit: 5, ...(project.query ? { project: project.query } : {}) }, signal), { keep: true });
  useChanges(({ entity }) => wanted !== '' && (entity === 'concept' || entity === 'term'), found.reload);

  // Back, forward and links change the address from outside.
  useLayoutEffect(() => { if (query !== text.trim() && query !== text) setText(query); }, [query]);
  useLayoutEffect(() => { if ((arrival.kind !== 'traverse' || !wanted) && (arrival.kind !== 'load' || document.activeElement === document.body)) box.current?.focus(); }, []);

  const groups = found.data ? groupResults(found.data) : [];
  const count = groups.reduce((sum, { results }) => sum + results.length, 0) + (found.data?.dictionary.length ?? 0);
  useEffect(() => {
    if (!wanted || !found.data || found.isLoading) return;
    const timer = setTimeout(() => announce(t.results(count)), ANNOUNCE_MS);
    return () => clearTimeout(timer);
  }, [found.data, found.isLoading]);

  const first = groups[0]?.results[0];
  const change = (value: string) => {
    setText(value);
    setParameters({ q: value.trim() ? value : null, at: null });
  };
  const clear = () => { change(''); box.current?.focus(); };
  const open = (id: number) => { rememberQuery(wanted); navigate(`/concepts/${id}`); };
  const keys = onKeys('box', {
    down: () => document.querySelector<HTMLElement>('[data-result]')?.focus(),
    // Until the answer to what is in the box has come, the first result belongs to something else.
    open: () => { if (first && !found.isLoading) open(first.concept.id); },
  });
  const escape = onKeys('everywhere', { escape: () => { if (text) clear(); } });

  return <PageFrame title={wanted ? `${wanted} – ${t.title}` : t.title} heading={t.title} hasHiddenHeading takesFocus class="lookup">
    <form class="lookup-box" role="search" onSubmit={(event) => event.preventDefault()}>
      <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" /><path d="M12.7 12.7 17 17" /></svg>
      <input ref={box} data-search-box type="text" inputMode="search" enterkeyhint="search" aria-label={t.box} placeholder={t.placeholder}
        value={text} maxLength={400} autoComplete="off" autoCapitalize="off" spellcheck={false} lang={text ? languageOf(text) : undefined}
        onInput={(event) => change(event.currentTarget.value)} onKeyDown={(event) => { escape(event); if (!event.defaultPrevented) keys(event); }} />
      {text && <button type="button" class="quiet" onClick={clear}>{t.clear}</button>}
    </form>
    {!wanted && <p class="lookup-hint muted small"><Key name="ArrowDown" /> <Message text={t.keysHint} values={{ open: <Key name="Enter" />, help: <Key name="?" /> }} /></p>}
    {!wanted ? <Start onLookUp={(value) => { change(value); box.current?.focus(); }} />
      : found.error !== undefined ? <Failure error={found.error} retry={found.reload} />
      : !found.data ? <Loading />
      : <>
        {groups.length === 0 && found.data.dictionary.length === 0 && !found.isLoading
          ? <NothingFound query={wanted} onLookUp={change} didYouMean={found.data.did_you_mean} /> : null}
        <Results query={wanted} groups={groups} list={found.data} memory={memory.data} onLookUp={change}
          onBox={() => box.current?.focus()} onOpen={() => rememberQuery(wanted)} onAdd={() => setParameters({ add: '1' })} />
        {found.data.matches.length >= MOST && <p class="muted small">{fill(t.moreResults, { n: MOST })}</p>}
      </>}
    {isAdding && maySuggest && <AddTerm query={wanted} onClose={() => { setParameters({ add: null }); box.current?.focus(); }} onAdded={found.reload} />}
  </PageFrame>;
}
