// The terms of a release with their English, then pairs from its running text.

import { useContext } from 'preact/hooks';
import { useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { isAbout, isTranslation, partnerOf, translationsOf, type Entry, type Link as ReleaseLink, type Release } from '../../releases/release';
import { Link } from '../../router/link';
import { languageOf } from '../../terms/text';
import { Certainty, Item, Items } from './items';
import { messages } from './messages';

interface TermsProps {
  release: Release;
  /** Missing where corrections cannot be made. */
  onCorrect: ((entry: Entry) => void) | undefined;
  onNotAnEntry: ((entry: Entry) => void) | undefined;
}

export function Terms({ release, onCorrect, onNotAnEntry }: TermsProps) {
  const t = useMessages(messages);
  const { entries, links } = release;
  const loose = links.filter((link) => !isTranslation(link) || !entries.some((entry) => isAbout(link, entry)));
  const pairs = loose.filter(isTranslation);
  const names = loose.filter((link) => !isTranslation(link));
  return <div data-items>
    {entries.length === 0 && <div class="panel-empty"><p>{t.noTerms}</p>{onCorrect && <p class="muted">{t.noTermsHint}</p>}</div>}
    <ol class="items" aria-label={t.tabTerms}>{entries.map((entry) => <EntryItem key={entry.id} entry={entry} links={links} onCorrect={onCorrect} onNotAnEntry={onNotAnEntry} />)}</ol>
    {pairs.length > 0 && <><h2 class="items-title">{t.elsewhere}<span class="count">{pairs.length}</span></h2>
      <ol class="items">{pairs.map((link) => <LinkItem key={link.id} link={link} />)}</ol></>}
    {names.length > 0 && <><h2 class="items-title">{t.names}<span class="count">{names.length}</span></h2>
      <ol class="items">{names.map((link) => <LinkItem key={link.id} link={link} />)}</ol></>}
  </div>;
}

/** One item by itself: what was tapped in the text of a phone. */
export function SingleTerm({ item, release: { entries, links }, onCorrect, onNotAnEntry }: TermsProps & { item: string }) {
  const entry = entries.find(({ id }) => item === `entry-${id}`);
  const link = links.find(({ id }) => item === `link-${id}`);
  if (entry) return <EntryItem entry={entry} links={links} onCorrect={onCorrect} onNotAnEntry={onNotAnEntry} />;
  return link ? <LinkItem link={link} /> : null;
}

function EntryItem({ entry, links, onCorrect, onNotAnEntry }: { entry: Entry; links: readonly ReleaseLink[] } & Pick<TermsProps, 'onCorrect' | 'onNotAnEntry'>) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const { show } = useContext(Items);
  const item = `entry-${entry.id}`;
  const translations = translationsOf(entry, links);
  const [best] = translations;
  const partner = best && partnerOf(entry, best);
  const correct = onCorrect && (() => onCorrect(entry));
  const drop = onNotAnEntry && (() => onNotAnEntry(entry));
  return <Item item={item} span={entry.head_span} onCorrect={correct} onNotAnEntry={drop} label={<>
    <span class="item-term"><b lang={entry.lang}>{entry.term}</b>{entry.marker && <span class="item-mark">{entry.marker.printed}</span>}</span>
    <span class="item-english">{best && partner ? <><span lang={partner.lang}>{partner.text}{best.abbr && partner.lang === 'en' ? ` (${best.abbr})` : ''}</span><Certainty value={best.confidence} /></>
      : <span class="is-none">— {/^en\b/.test(entry.lang) ? t.noJapanese : shared.noEnglish}</span>}</span>
  </>}>
    <p class="item-definition" lang={languageOf(entry.definition)}>{entry.definition || <span class="muted">{t.definitionMissing}</span>}</p>
    {translations.length > 0 && <ul class="item-proofs">{translations.map((link) => <li key={link.id}>
      <button type="button" class="link-button" title={t.toText} onClick={() => show(item, link.span)}><span lang={languageOf(link.support)}>{link.support}</span></button></li>)}</ul>}
    <div class="actions">
      <Link to={`/?q=${encodeURIComponent(entry.term)}`}>{t.lookUp}</Link>
      {correct && <button type="button" class="link-button" onClick={correct}>{t.correct}</button>}
      {drop && <button type="button" class="link-button" onClick={drop}>{t.notATerm}</button>}
    </div>
  </Item>;
}

function LinkItem({ link }: { link: ReleaseLink }) {
  const t = useMessages(messages);
  const relations: Partial<Record<ReleaseLink['relation'], string>> = {
    abbreviation_of: t.relationAbbreviation, title: t.relationTitle, organisation: t.relationOrganisation, person: t.relationPerson,
    publication: t.relationPublication, grant: t.relationGrant, symbol: t.relationSymbol, related: t.relationRelated,
  };
  const relation = relations[link.relation];
  return <Item item={`link-${link.id}`} span={link.span} label={<>
    <span class="item-term"><b lang="ja">{link.ja}</b>{relation && <span class="tag">{relation}</span>}</span>
    <span class="item-english"><span lang="en">{link.en}{link.abbr ? ` (${link.abbr})` : ''}</span><Certainty value={link.confidence} /></span>
  </>}>
    {isTranslation(link) && <div class="actions"><Link to={`/?q=${encodeURIComponent(link.ja)}`}>{t.lookUp}</Link></div>}
  </Item>;
}
