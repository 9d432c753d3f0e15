// What else in the release is likely to be a term.

import { useContext } from 'preact/hooks';
import { api } from '../../api/client';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { useMessages } from '../../messages/catalogue';
import { Link } from '../../router/link';
import { Loaded } from '../../shell/states';
import { Marked } from '../../terms/proof';
import { languageOf, runsOf } from '../../terms/text';
import { Certainty, Item, Items } from './items';
import { messages } from './messages';

const MOST = 50;

export function Candidates({ id, revision }: { id: number; revision: number }) {
  const t = useMessages(messages);
  const maySuggest = useRole('suggest');
  const { show } = useContext(Items);
  const resource = useResource(`candidates ${id} ${revision}`, (signal) => api.call('get', '/v1/releases/{id}/candidates', { path: { id }, query: { limit: MOST }, signal }));
  const signs: Record<string, string> = { title: t.signTitle, caption: t.signCaption, glossed: t.signGlossed, quoted: t.signQuoted, named: t.signNamed };
  return <Loaded resource={resource}>{({ candidates }) => candidates.length === 0 ? <div class="panel-empty"><p>{t.noCandidates}</p></div> : <>
    <p class="muted small panel-note">{t.candidatesHint}</p>
    <ol class="items" data-items aria-label={t.tabCandidates}>{candidates.map(({ text, english, occurrences, signs: own, contexts }) => {
      const item = `candidate-${text}`;
      const words = [t.times(occurrences), ...own.flatMap((sign) => signs[sign] ?? [])].join(' · ');
      return <Item key={text} item={item} span={contexts[0]?.span} label={<>
        <span class="item-term"><b lang={languageOf(text)}>{text}</b><span class="tag">{words}</span></span>
        {english && <span class="item-english"><span lang="en">{english.text}</span><Certainty value={english.confidence} /></span>}
      </>}>
        <ul class="item-proofs">{contexts.map((context, index) => <li key={index}>
          <button type="button" class="item-context" title={t.toText} lang={languageOf(context.text)} onClick={() => show(item, context.span)}><Marked runs={runsOf(context.text, [text])} /></button></li>)}</ul>
        <div class="actions">
          <Link to={`/?q=${encodeURIComponent(text)}`}>{t.lookUp}</Link>
          {maySuggest && <Link to={`/?q=${encodeURIComponent(text)}&add=1`}>{t.addTerm}</Link>}
        </div>
      </Item>;
    })}</ol>
  </>}</Loaded>;
}
