// The releases of a project as a table, with filter and order in the address.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Schemas } from '../../api/client';
import { useRole } from '../../api/session';
import { onKeys } from '../../keys/handler';
import { fill, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { useFormats } from '../../messages/format';
import { Message } from '../../messages/message';
import { releaseMessages } from '../../releases/messages';
import { releaseTitle, type ReleaseSummary } from '../../releases/release';
import { RemoveDialog } from '../../releases/remove';
import { address, navigate, setParameters } from '../../router/address';
import { Link } from '../../router/link';
import { announce } from '../../shell/announcer';
import { useStore } from '../../state/store';
import { languageOf } from '../../terms/text';
import { messages } from './messages';

/** Rows shown at first. */
const SHOWN = 100;
const FILTER_FROM = 6;

type ReleaseCounts = Schemas['ReleaseCounts'];
type Order = 'added' | 'date' | 'name' | 'doubts';
const ORDERS: Record<Order, (a: ReleaseSummary, b: ReleaseSummary) => number> = {
  added: (a, b) => b.id - a.id,
  date: (a, b) => (b.metadata.date ?? '').localeCompare(a.metadata.date ?? '') || b.id - a.id,
  name: (a, b) => a.name.localeCompare(b.name, 'ja', { numeric: true }) || a.id - b.id,
  doubts: (a, b) => b.doubt_count - a.doubt_count || b.id - a.id,
};

interface TableProps {
  releases: readonly ReleaseSummary[];
  /** How many terms have English; `undefined` until it is loaded. */
  counts: readonly ReleaseCounts[] | undefined;
  onRemoved(): void;
  onMore?: () => void;
}

export function ReleaseTable({ releases, counts, onRemoved, onMore }: TableProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const { searchParams } = useStore(address);
  const query = searchParams.get('q') ?? '';
  const sort = searchParams.get('sort');
  const order: Order = sort !== null && sort in ORDERS ? sort as Order : 'added';
  const [shown, setShown] = useState(SHOWN);
  const [removing, setRemoving] = useState<ReleaseSummary>();
  const body = useRef<HTMLTableSectionElement>(null);
  const found = releases.filter(matches(query)).sort(ORDERS[order]);
  const rows = found.slice(0, shown);
  const byRelease = new Map(counts?.map((one) => [one.release_id, one]));
  const hasFilter = releases.length >= FILTER_FROM || query !== '';
  useEffect(() => {
    if (!query) return;
    const timer = setTimeout(() => announce(t.count(found.length)), 700);
    return () => clearTimeout(timer);
  }, [query]);
  const move = (row: HTMLElement, step: number) => {
    const links = [...body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []];
    const at = links.findIndex((link) => row.contains(link));
    links[at + step]?.focus();
  };
  return <section class="releases-list" aria-label={t.title}>
    {hasFilter && <div class="releases-tools">
      <input type="search" aria-label={t.filter} placeholder={t.filterPlaceholder} value={query} autoComplete="off" spellcheck={false}
        onInput={(event) => setParameters({ q: event.currentTarget.value })} />
      <label class="releases-sort"><span class="hidden">{t.sort}</span>
        <select value={order} onChange={(event) => setParameters({ sort: event.currentTarget.value === 'added' ? null : event.currentTarget.value })}>
          <option value="added">{t.sortAdded}</option><option value="date">{t.sortDate}</option>
          <option value="name">{t.sortName}</option><option value="doubts">{t.sortDoubts}</option>
        </select></label>
    </div>}
    {found.length === 0 ? <div class="state empty">
      <p class="state-title"><Message text={t.noMatch} values={{ query: <q lang={languageOf(query)}>{query}</q> }} /></p>
      <button type="button" onClick={() => setParameters({ q: null })}>{t.showAllReleases}</button>
    </div> : <table class="releases-table">
      <thead><tr><th scope="col">{t.release}</th><th scope="col" class="is-wide-only">{t.date}</th>
        {counts && <><th scope="col" class="is-number">{t.terms}</th><th scope="col" class="is-number">{t.english}</th></>}
        <th scope="col" class="is-number">{t.doubts}</th><th scope="col"><span class="hidden">{shared.edit}</span></th></tr></thead>
      <tbody ref={body}>{rows.map((release) => <Row key={release.id} release={release} counts={byRelease.get(release.id)} hasCounts={counts !== undefined}
        onMove={move} onRemove={() => setRemoving(release)} />)}</tbody>
    </table>}
    {found.length > shown && <p class="releases-more"><button type="button" onClick={() => setShown(Infinity)}>{shared.showAll(found.length)}</button></p>}
    {onMore && <p class="releases-more muted small">{fill(t.moreThere, { n: releases.length })} <button type="button" onClick={onMore}>{t.loadMore}</button></p>}
    {removing && <RemoveDialog release={removing} onClose={() => setRemoving(undefined)} onRemoved={() => { setRemoving(undefined); onRemoved(); }} />}
  </section>;
}

function matches(query: string): (release: ReleaseSummary) => boolean {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (release) => {
    const { title_ja, title_en, institution, journal } = release.metadata;
    const text = [release.name, release.title, title_ja, title_en, institution, journal].join('\n').normalize('NFKC').toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

interface RowProps {
  release: ReleaseSummary;
  counts: ReleaseCounts | undefined;
  hasCounts: boolean;
  onMove(row: HTMLElement, step: number): void;
  onRemove(): void;
}

function Row({ release, counts, hasCounts, onMove, onRemove }: RowProps) {
  const t = useMessages(messages);
  const shared = useMessages(releaseMessages);
  const formats = useFormats();
  const mayDelete = useRole('admin');
  const row = useRef<HTMLTableRowElement>(null);
  const { metadata: { institution, date } } = release;
  const title = releaseTitle(release);
  const to = `/releases/${release.id}`;
  const keys = onKeys('releases', {
    next: () => { if (row.current) onMove(row.current, 1); },
    previous: () => { if (row.current) onMove(row.current, -1); },
    open: () => navigate(to),
    ...(mayDelete ? { remove: onRemove } : {}),
  });
  return <tr ref={row}>
    <td class="releases-name">
      <Link to={to} lang={languageOf(title)} class="releases-title" data-row={release.id} onKeyDown={keys}>{title}</Link>
      <span class="releases-sub dotted">
        {institution && <span lang={languageOf(institution)}>{institution}</span>}
        {title !== release.name && <span class="releases-file" lang={languageOf(release.name)}>{release.name}</span>}
        {date && <time class="is-phone-only" dateTime={date}>{formats.date(date)}</time>}
      </span>
    </td>
    <td class="is-wide-only releases-date">{date ? <time dateTime={date}>{formats.date(date)}</time> : <span class="muted" title={t.undated}>—</span>}</td>
    {hasCounts && <><td class="is-number">{counts ? formats.number(counts.heads) : '—'}</td><td class="is-number">{counts ? formats.number(counts.with_english) : '—'}</td></>}
    <td class="is-number">{release.doubt_count > 0 ? <Link to={`${to}?tab=doubts`} class="doubt-count" aria-label={shared.doubts(release.doubt_count)}>
      <span aria-hidden="true">? {formats.number(release.doubt_count)}</span></Link> : <span class="muted">0</span>}</td>
    <td class="releases-actions">{mayDelete && <button type="button" class="quiet icon-button" aria-label={fill(t.removeNamed, { name: title })} title={shared.remove} onClick={onRemove}>
      <svg viewBox="0 0 16 16" width="15" height="15" fill="none" stroke="currentColor" stroke-width="1.300" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M2.500 4.500h11M6 4.500V2.800h4v1.700M4 4.500l.6 8.700h6.800l.6-8.700M6.700 7v3.700M9.300 7v3.700" /></svg></button>}</td>
  </tr>;
}
