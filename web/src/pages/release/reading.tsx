// Text and list of a release: selecting in one shows it in the other, and what is selected in the text can be corrected.

import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useRole } from '../../api/session';
import { useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import type { Correction, Entry, Release, ReleaseSegments } from '../../releases/release';
import { address, setParameters } from '../../router/address';
import { useIsWide } from '../../shell/width';
import { useStore } from '../../state/store';
import { annotationsOf, itemAt, piecesOf } from './annotations';
import { Candidates } from './candidates';
import { Corrections } from './corrections';
import { useCorrecting } from './correcting';
import { Doubts, Facts } from './facts';
import { Items } from './items';
import { Legend, TextPane } from './pane';
import { SideBySide } from './pair';
import { messages } from './messages';
import { TextPositions } from './positions';
import { useSeenItems, visibleUnits } from './seen';
import { useTextSelection } from './selection';
import { Tabs, type Tab } from './tabs';
import { SingleTerm, Terms } from './terms';
import type { UnitSpan } from './text';

const PANEL_TABS = ['terms', 'doubts', 'facts', 'candidates', 'corrections'] as const;
type TabName = 'text' | (typeof PANEL_TABS)[number];

interface ReadingProps {
  release: Release;
  /** `undefined` until they are loaded. */
  corrections: readonly Correction[] | undefined;
  segments: ReleaseSegments | undefined;
  /** The release as it is read now. */
  onRead(release: Release): void;
  onReload(): void;
}

export function Reading({ release, corrections, segments, onRead, onReload }: ReadingProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const { searchParams } = useStore(address);
  const isWide = useIsWide();
  const pane = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const mayReview = useRole('review');
  const text = release.text ?? '';
  const positions = useMemo(() => new TextPositions(text), [text]);
  const pieces = useMemo(() => piecesOf(text), [text]);
  const annotations = useMemo(() => annotationsOf(release, positions), [release, positions]);

  const wanted = searchParams.get('tab');
  const isPaired = Boolean(segments && (segments.pair || segments.segments.length > 0));
  const isSideBySide = isPaired && searchParams.get('view') === 'pair';
  const isPanelTab = PANEL_TABS.some((name) => name === wanted);
  const tab: TabName = isPanelTab ? wanted as TabName : isWide ? 'terms' : 'text';

  const at = searchParams.get('at');
  const place = useMemo(() => placeOf(at, positions), [at, positions]);
  const chosen = searchParams.get('item') ?? undefined;
  const current = chosen ?? (place && itemAt(annotations, place, (item) => tabOf(item) === (tab === 'text' ? 'terms' : tab)));
  const isTextShown = !isSideBySide && (isWide || tab === 'text');
  const seen = useSeenItems(pane, annotations, isWide && isTextShown);

  /** Does what needs the text: at once, so that the next key is not lost, or when it has taken the place of the list. */
  const waiting = useRef<(() => void) | undefined>(undefined);
  const inText = (act: () => void) => { if (isTextShown) act(); else waiting.current = act; };
  useLayoutEffect(() => {
    if (!isTextShown) return;
    waiting.current?.();
    waiting.current = undefined;
  }, [isTextShown]);

  /** Shows a place; on a phone, the text takes the place of the list. */
  const show = (item: string, span: readonly number[], goes = false) => {
    setParameters({ at: `${span[0]}-${span[1]}`, item, view: null, ...(isWide ? {} : { tab: null }) });
    if (goes) inText(() => pane.current?.focus({ preventScroll: true }));
  };
  const showInText = (item: string, units: UnitSpan) => {
    const name = tabOf(item);
    setParameters({ at: positions.toBytes(units).join('-'), item, ...(isWide && name !== tab ? { tab: name === 'terms' ? null : name } : {}) });
  };
  useScrollToPlace(pane, isTextShown ? at : null, release.id);
  useFollow(panel, current, seen, isWide);

  const mayCorrect = mayReview && corrections !== undefined;
  const entryAt = (span: UnitSpan): Entry | undefined => likelyEntry(span, release, positions, current);
  const correcting = useCorrecting({ release, text, positions, onRead, onReload });
  const apply = (kind: Correction['kind'], entry: Entry | undefined, span: UnitSpan | undefined) => { void correcting.correct(kind, entry, span).then((isDone) => { if (isDone) selection.clear(); }); };
  const forEntry = (kind: Correction['kind']) => (span: UnitSpan) => { const entry = entryAt(span); if (entry) apply(kind, entry, kind === 'not_an_entry' ? undefined : span); };
  const selection = useTextSelection(pane, {
    text,
    start: () => place ?? firstOnScreen(pane.current, text),
    commands: {
      menu: () => document.querySelector<HTMLElement>('[data-selection-menu] .selection-kinds button, [data-selection-menu] a')?.focus(),
      ...(mayCorrect ? { entry: (span) => apply('entry', undefined, span), head: forEntry('head'), definition: forEntry('definition'), english: forEntry('english'), notAnEntry: forEntry('not_an_entry') } : {}),
    },
  });
  const correctEntry = (entry: Entry) => {
    show(`entry-${entry.id}`, entry.head_span);
    inText(() => selection.begin(positions.fromBytes(entry.head_span)));
  };

  const onEntry = { onCorrect: mayCorrect ? correctEntry : undefined, onNotAnEntry: mayCorrect ? (entry: Entry) => apply('not_an_entry', entry, undefined) : undefined };

  const count = (n: number) => n > 0 ? n : undefined;
  const tabs: Tab<TabName>[] = [
    ...(isWide ? [] : [{ name: 'text' as const, label: t.tabText }]),
    { name: 'terms', label: t.tabTerms, count: count(release.entries.length) },
    ...(release.doubts.length > 0 || tab === 'doubts' ? [{ name: 'doubts' as const, label: t.tabDoubts, count: count(release.doubts.length), isAlert: release.doubts.length > 0 }] : []),
    { name: 'facts', label: t.tabFacts },
    { name: 'candidates', label: t.tabCandidates },
    { name: 'corrections', label: t.tabCorrections, count: count(corrections?.length ?? 0) },
  ];
  const chooseTab = (name: TabName) => setParameters({ tab: name === 'text' || (isWide && name === 'terms') ? null : name });

  return <>
    {isPaired && <div class="release-views" role="group" aria-label={t.views}>
      <button type="button" aria-pressed={!isSideBySide} onClick={() => setParameters({ view: null })}>{t.viewText}</button>
      <button type="button" aria-pressed={isSideBySide} onClick={() => setParameters({ view: 'pair' })}>{t.viewPair}</button>
    </div>}
    {isSideBySide && segments ? <SideBySide releaseId={release.id} answer={segments}
      onShow={(characters) => setParameters({ at: positions.toBytes(positions.fromCharacters(characters)).join('-'), item: null, view: null, tab: null })} />
      : <Items.Provider value={{ current, seen, show }}>
        <div class="release-columns" data-tab={tab}>
          {!isWide && <Tabs tabs={tabs} current={tab} label={t.parts} panel="release-panel" onChoose={chooseTab} />}
          <div class="release-text" hidden={!isTextShown} {...(isWide ? {} : { id: tab === 'text' ? 'release-panel' : undefined, role: 'tabpanel', 'aria-labelledby': 'tab-text' })}>
            <Legend hasDoubts={release.doubts.length > 0} />
            <TextPane pane={pane} text={text} pieces={pieces} annotations={annotations} place={place} selection={selection} entries={release.entries}
              entryAt={entryAt} onItem={showInText} onCorrect={mayCorrect ? apply : undefined} />
          </div>
          {!isWide && tab === 'text' && chosen && tabOf(chosen) === 'terms' && !selection.span && <section class="phone-card" aria-label={t.chosen}>
            <ol class="items"><SingleTerm item={chosen} release={release} {...onEntry} /></ol>
            <button type="button" class="quiet icon-button phone-card-close" aria-label={shared.close} onClick={() => setParameters({ item: null, at: null })}>×</button>
          </section>}
          {(isWide || tab !== 'text') && <aside class="release-panel" aria-label={t.parts}>
            {isWide && <Tabs tabs={tabs} current={tab} label={t.parts} panel="release-panel" onChoose={chooseTab} />}
            <div class="panel-body" id="release-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0} ref={panel}>
              {tab === 'terms' && <Terms release={release} {...onEntry} />}
              {tab === 'doubts' && <Doubts release={release} />}
              {tab === 'facts' && <Facts release={release} />}
              {tab === 'candidates' && <Candidates id={release.id} revision={release.revision} />}
              {tab === 'corrections' && corrections !== undefined && <Corrections corrections={corrections} positions={positions} mayCorrect={mayReview} onUndo={(one) => void correcting.undo(one)} />}
            </div>
          </aside>}
        </div>
      </Items.Provider>}
  </>;
}

/** The list that an item is in. */
function tabOf(item: string): TabName {
  if (item.startsWith('doubt-')) return 'doubts';
  if (item.startsWith('fact-')) return 'facts';
  if (item.startsWith('candidate-')) return 'candidates';
  return item.startsWith('correction-') ? 'corrections' : 'terms';
}

function placeOf(at: string | null, positions: TextPositions): UnitSpan | undefined {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '');
  if (!match) return undefined;
  const [start, end] = positions.fromBytes([Number(match[1]), Number(match[2])]);
  return end > start ? [start, end] : undefined;
}

/** The entry that a selection is in, else the one chosen in the list. */
function likelyEntry([start, end]: UnitSpan, { entries }: Release, positions: TextPositions, current: string | undefined): Entry | undefined {
  const spans = entries.map((entry) => ({ entry, span: positions.fromBytes(entry.span) }));
  return spans.find(({ span }) => span[0] < end && span[1] > start)?.entry
    // Elsewhere it belongs to the entry that was opened for it, if any; a guess would write over another entry.
    ?? entries.find(({ id }) => `entry-${id}` === current);
}

function firstOnScreen(pane: HTMLElement | null, text: string): UnitSpan {
  let [start] = visibleUnits(pane) ?? [0, 0];
  while (start < text.length && /\s/.test(text[start] ?? '')) start += 1;
  return [start, Math.min(text.length, start + 1)];
}

/** Brings the marked place onto the screen, unless it is there already. */
function useScrollToPlace(pane: { current: HTMLElement | null }, at: string | null, release: number): void {
  useLayoutEffect(() => {
    if (!at) return;
    const bring = () => {
      const mark = pane.current?.querySelector('[data-place]');
      const rect = mark?.getBoundingClientRect();
      if (mark && rect && (rect.top < 60 || rect.bottom > innerHeight - 60 || rect.height === 0)) mark.scrollIntoView({ block: 'center' });
    };
    bring();
    // Pieces that were not laid out yet get their real height once they are near the screen.
    let frames = 0;
    let frame = requestAnimationFrame(function again() {
      bring();
      frames += 1;
      if (frames < 6) frame = requestAnimationFrame(again);
    });
    return () => cancelAnimationFrame(frame);
  }, [at, release]);
}

/** Keeps the selected item, or else the first one whose place is on the screen, in view within the list. */
function useFollow(panel: { current: HTMLElement | null }, current: string | undefined, seen: ReadonlySet<string>, isOn: boolean): void {
  const bring = (item: string | undefined) => {
    const list = panel.current;
    const element = item && list?.querySelector<HTMLElement>(`[data-list-item="${CSS.escape(item)}"]`);
    if (!list || !element || !isOn) return;
    const [own, frame] = [element.getBoundingClientRect(), list.getBoundingClientRect()];
    if (own.top < frame.top) list.scrollTop -= frame.top - own.top + 8;
    else if (own.bottom > frame.bottom) list.scrollTop += Math.min(own.bottom - frame.bottom + 8, own.top - frame.top);
  };
  useEffect(() => bring(current), [current]);
  useEffect(() => {
    if (panel.current?.matches(':hover, :focus-within')) return;
    bring([...seen].find((item) => panel.current?.querySelector(`[data-list-item="${CSS.escape(item)}"]`)));
  }, [seen]);
}
