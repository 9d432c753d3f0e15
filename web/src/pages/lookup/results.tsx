// The results of a look-up: a list of lines, and what is known about the selected one beside it.

import type { Schemas } from '../../api/client';
import { useProject, ALL_PROJECTS } from '../../api/projects';
import { useRole } from '../../api/session';
import { onKeys } from '../../keys/handler';
import { locale, useMessages, fill } from '../../messages/catalogue';
import { Message } from '../../messages/message';
import { address, navigate, setParameters } from '../../router/address';
import { Link } from '../../router/link';
import { useStore } from '../../state/store';
import { useCopy } from '../../terms/copy';
import { mainTerm } from '../../terms/concept';
import { fieldName } from '../../terms/messages';
import { English, Japanese, StatusMark } from '../../terms/marks';
import { Marked, SourceMark } from '../../terms/proof';
import { hiragana, languageOf, runsByCharacters } from '../../terms/text';
import { Details } from './details';
import type { Result, ResultGroup } from './groups';
import { messages } from './messages';
import { useIsWide } from '../../shell/width';

interface ResultsProps {
  query: string;
  groups: readonly ResultGroup[];
  list: Schemas['MatchList'];
  memory: Schemas['Concordance'] | undefined;
  onLookUp(query: string): void;
  onBox(): void;
  onOpen(): void;
  onAdd(): void;
}

export function Results({ query, groups, list, memory, onLookUp, onBox, onOpen, onAdd }: ResultsProps) {
  const t = useMessages(messages);
  const isWide = useIsWide();
  const maySuggest = useRole('suggest');
  const selected = Number(useStore(address).searchParams.get('at') ?? 0);
  const results = groups.flatMap((group) => group.results);
  const current = results.find(({ concept }) => concept.id === selected) ?? results[0];
  const sentences = memory?.occurrences ?? [];
  if (results.length === 0 && list.dictionary.length === 0 && sentences.length === 0) return null;
  return <div class="lookup-columns">
    <div class="lookup-list">
      {list.did_you_mean.length > 0 && results.length > 0 && <DidYouMean terms={list.did_you_mean} onLookUp={onLookUp} />}
      {groups.map(({ name, results: own }) => <section key={name} class="result-group" aria-labelledby={`group-${name}`}>
        <h2 id={`group-${name}`}>{t[name]}<span class="count">{own.length}</span></h2>
        <ol>{own.map((result) => <ResultLine key={result.concept.id} result={result} isCurrent={result === current} isOpen={!isWide && result === current}
          onBox={onBox} onOpen={onOpen} onAdd={onAdd} />)}</ol>
      </section>)}
      <Dictionary entries={list.dictionary} />
      {sentences.length > 0 && <section class="result-group" aria-labelledby="group-memory">
        <h2 id="group-memory">{t.memory}<span class="count">{memory?.candidates}</span></h2>
        {sentences.map((one) => <div class="pair" key={one.segment_id}>
          <span lang={one.source_lang}><Marked runs={runsByCharacters(one.source, one.source_span_chars)} /></span>
          <span lang={one.target_lang}><Marked runs={runsByCharacters(one.target, one.target_span_chars)} /></span>
        </div>)}
      </section>}
      {maySuggest && results.length > 0 && <p class="lookup-add"><button type="button" class="link-button" onClick={onAdd}><Message text={t.addIt} values={{ query: <span lang={languageOf(query)}>{query}</span> }} /> …</button></p>}
    </div>
    {isWide && current && <aside class="lookup-details" aria-label={t.details}><Details key={current.concept.id} concept={current.concept} onOpen={onOpen} /></aside>}
  </div>;
}

interface ResultLineProps {
  result: Result;
  isCurrent: boolean;
  /** On a narrow screen, what is known about the result is below its line. */
  isOpen: boolean;
  onBox(): void;
  onOpen(): void;
  onAdd(): void;
}

function ResultLine({ result: { concept, termId }, isCurrent, isOpen, onBox, onOpen, onAdd }: ResultLineProps) {
  const lang = useStore(locale);
  const copy = useCopy();
  const { name: project } = useProject();
  const english = mainTerm(concept, 'en');
  const matched = concept.terms.find(({ id }) => id === termId);
  const japanese = matched && matched.lang.startsWith('ja') ? matched : mainTerm(concept, 'ja');
  const keys = onKeys('result', {
    next: () => focusResult(1, onBox),
    previous: () => focusResult(-1, onBox),
    open: () => { onOpen(); navigate(`/concepts/${concept.id}`); },
    copyEnglish: () => { if (english) void copy(english.text, english.lang); },
    copyJapanese: () => { if (japanese) void copy(japanese.text, japanese.lang); },
    edit: () => { onOpen(); navigate(`/concepts/${concept.id}?edit=${english?.id ?? japanese?.id ?? ''}`); },
    add: onAdd,
  });
  const escape = onKeys('everywhere', { escape: onBox });
  return <li class={`result${isCurrent ? ' is-current' : ''}`}>
    <div class="result-line" onClick={(event) => { if (!(event.target as Element).closest('button')) setParameters({ at: String(concept.id) }); }}>
      <Link to={`/concepts/${concept.id}`} class="result-link" data-result={concept.id} aria-current={isCurrent ? 'true' : undefined}
        onFocus={() => setParameters({ at: String(concept.id) })} onClick={onOpen} onKeyDown={(event) => { escape(event); if (!event.defaultPrevented) keys(event); }}>
        <span class="result-ja"><Japanese concept={concept} term={japanese} /></span>
        <span class="result-en"><English concept={concept} /></span>
      </Link>
      <span class="result-meta">
        {english && <StatusMark term={english} />}
        <span class="tags">
          {concept.field && <span class="tag">{fieldName(concept.field, lang)}</span>}
          {project === ALL_PROJECTS && <span class="tag">{concept.project}</span>}
        </span>
        <SourceMark concept={concept} />
      </span>
    </div>
    {isOpen && <Details concept={concept} onOpen={onOpen} isInline />}
  </li>;
}

function focusResult(step: 1 | -1, onBox: () => void): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-result]')];
  const next = all[all.indexOf(document.activeElement as HTMLElement) + step];
  if (next) next.focus();
  else if (step < 0) onBox();
}

function Dictionary({ entries }: { entries: Schemas['MatchList']['dictionary'] }) {
  const t = useMessages(messages);
  if (entries.length === 0) return null;
  return <section class="result-group" aria-labelledby="group-dictionary">
    <h2 id="group-dictionary">{t.dictionary}<span class="count">{entries.length}</span></h2>
    <ol>{entries.map((entry, index) => <li class="result is-plain" key={index}>
      <div class="result-line">
        <span class="result-ja" lang="ja">{entry.ja}{entry.reading && hiragana(entry.reading) !== entry.ja && <span class="reading">（{hiragana(entry.reading)}）</span>}</span>
        <span class="result-en" lang="en">{entry.en.join('; ')}</span>
        <span class="result-meta"><span class="tag">{entry.source.name}</span></span>
      </div>
    </li>)}</ol>
  </section>;
}

export function DidYouMean({ terms, onLookUp }: { terms: readonly string[]; onLookUp(query: string): void }) {
  const t = useMessages(messages);
  return <p class="did-you-mean"><Message text={t.didYouMean} values={{ terms: <>{terms.map((term, index) => <span key={term}>{index > 0 && ' · '}
    <button type="button" class="link-button" lang={languageOf(term)} onClick={() => onLookUp(term)}>{term}</button></span>)}</> }} /></p>;
}

export function NothingFound({ query, didYouMean, onLookUp }: { query: string; didYouMean: readonly string[]; onLookUp(query: string): void }) {
  const t = useMessages(messages);
  const maySuggest = useRole('suggest');
  return <div class="state empty">
    <p class="state-title"><Message text={t.nothing} values={{ query: <q lang={languageOf(query)}>{query}</q> }} /></p>
    {didYouMean.length > 0 ? <DidYouMean terms={didYouMean} onLookUp={onLookUp} /> : <p>{t.nothingHint}</p>}
    {maySuggest && <div class="actions"><button type="button" class="primary" onClick={() => setParameters({ add: '1' })}>{fill(t.addIt, { query })}</button></div>}
  </div>;
}
