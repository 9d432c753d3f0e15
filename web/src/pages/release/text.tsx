// The text of a release, rendered in pieces, with what was read from it tinted where it stands.

import { Component } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { innermost, runsOfLine, type Annotation, type TextLine, type TextPiece, type TextRun } from './annotations';

export type UnitSpan = readonly [start: number, end: number];

interface ReleaseTextProps {
  text: string;
  pieces: readonly TextPiece[];
  annotations: readonly Annotation[];
  /** The place that is marked, in UTF-16 units. */
  place: UnitSpan | undefined;
  onItem(item: string, span: UnitSpan): void;
}

const FIRST_PIECES = 2;
const PIECES_AT_ONCE = 4;

/** Lines of a piece; rendered again only when something in it changed. */
class Piece extends Component<{ piece: TextPiece; text: string; annotations: readonly Annotation[]; place: UnitSpan | undefined }> {
  override shouldComponentUpdate(next: Piece['props']): boolean {
    const { piece, text, annotations, place } = this.props;
    return next.piece !== piece || next.text !== text || next.annotations !== annotations || next.place?.[0] !== place?.[0] || next.place?.[1] !== place?.[1];
  }

  override render() {
    const { piece, text, annotations, place } = this.props;
    return <div class="text-piece">{piece.lines.map((line) => <Line key={line.start} line={line} text={text} annotations={annotations} place={place} />)}</div>;
  }
}

function Line({ line, text, annotations, place }: { line: TextLine; text: string; annotations: readonly Annotation[]; place: UnitSpan | undefined }) {
  const { start, end, lang } = line;
  if (text.slice(start, end).trim() === '') return <div class="text-line is-blank" data-start={start}><br /></div>;
  const own = annotations.filter((one) => one.start < end && one.end > start);
  const entry = own.find(({ kind }) => kind === 'entry');
  const classes = ['text-line', entry ? 'is-entry' : '', entry && entry.start >= start ? 'is-first' : '', entry && entry.end <= end + 1 ? 'is-last' : '',
    own.some(({ kind, item }) => kind === 'fact' && item === 'fact-title_ja') ? 'is-title' : ''];
  return <div class={classes.filter(Boolean).join(' ')} lang={lang} data-start={start}>
    {runsOfLine(line, own).flatMap((run) => cut(run, place)).map((run) => <Run key={run.start} run={run} text={text} place={place} />)}
  </div>;
}

/** Cuts a run where the marked place begins or ends in it. */
function cut(run: TextRun, place: UnitSpan | undefined): TextRun[] {
  if (!place) return [run];
  const cuts = [run.start, ...place.filter((at) => at > run.start && at < run.end), run.end];
  return cuts.slice(1).map((end, index) => ({ ...run, start: cuts[index] ?? run.start, end }));
}

function Run({ run: { start, end, annotations }, text, place }: { run: TextRun; text: string; place: UnitSpan | undefined }) {
  const shown = text.slice(start, end);
  const inner = annotations.length === 0 ? shown : <Tinted annotations={annotations}>{shown}</Tinted>;
  return place && start >= place[0] && end <= place[1] ? <mark data-place>{inner}</mark> : <>{inner}</>;
}

function Tinted({ annotations, children }: { annotations: readonly Annotation[]; children: string }) {
  const best = innermost(annotations);
  const name = ['tint', ...new Set(annotations.map(({ kind }) => `is-${kind}`))].join(' ');
  const attributes = { class: name, 'data-item': best?.item, 'data-span': best ? `${best.start}-${best.end}` : undefined };
  return annotations.some(({ kind }) => kind === 'head') ? <dfn {...attributes}>{children}</dfn> : <span {...attributes}>{children}</span>;
}

export function ReleaseText({ text, pieces, annotations, place, onItem }: ReleaseTextProps) {
  const [shown, setShown] = useState(FIRST_PIECES);
  const needed = place ? pieces.findIndex(({ end }) => end > place[0]) + 1 : 0;
  const count = Math.max(shown, needed);
  useEffect(() => {
    if (count >= pieces.length) return;
    const timer = setTimeout(() => setShown(count + PIECES_AT_ONCE), 16);
    return () => clearTimeout(timer);
  }, [count, pieces.length]);
  const byPiece = useMemo(() => {
    const lists = new Map<TextPiece, Annotation[]>(pieces.map((piece) => [piece, []]));
    for (const annotation of annotations) {
      for (const piece of overlapping(pieces, annotation)) lists.get(piece)?.push(annotation);
    }
    return lists;
  }, [pieces, annotations]);
  const click = (event: MouseEvent) => {
    // A click that ends a selection is not one on what is selected.
    if (!(event.target instanceof Element) || !getSelection()?.isCollapsed) return;
    const element = event.target.closest<HTMLElement>('[data-item]');
    const [start, end] = (element?.dataset['span'] ?? '').split('-').map(Number);
    if (element?.dataset['item'] && start !== undefined && end !== undefined) onItem(element.dataset['item'], [start, end]);
  };
  return <div class="text-pieces" onClick={click}>
    {pieces.slice(0, count).map((piece) => <Piece key={piece.start} piece={piece} text={text} annotations={byPiece.get(piece) ?? []}
      place={place && place[0] < piece.end && place[1] > piece.start ? place : undefined} />)}
  </div>;
}

/** The pieces that an annotation stands in. */
function overlapping(pieces: readonly TextPiece[], { start, end }: Annotation): TextPiece[] {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const found: TextPiece[] = [];
  for (let piece = pieces[low]; piece && piece.start < end; piece = pieces[++low]) found.push(piece);
  return found;
}

/** The span of the selection in a text, in UTF-16 units, without the spaces at its ends. */
export function selectedSpan(root: HTMLElement, text: string): UnitSpan | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined;
  let start = unitAt(root, range.startContainer, range.startOffset);
  let end = Math.min(text.length, unitAt(root, range.endContainer, range.endOffset));
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return start < end ? [start, end] : undefined;
}

function unitAt(root: HTMLElement, node: Node, offset: number): number {
  const line = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.text-line');
  if (line) {
    const range = document.createRange();
    range.selectNodeContents(line);
    range.setEnd(node, offset);
    return Number(line.dataset['start']) + range.toString().length;
  }
  // Between lines, as after three clicks: the selection ends where the next line begins.
  const point = document.createRange();
  point.setStart(node, offset);
  const lines = [...root.querySelectorAll<HTMLElement>('.text-line')];
  const next = lines.find((one) => point.comparePoint(one, 0) >= 0);
  return Number(next?.dataset['start'] ?? Infinity);
}

/** Selects a span of the text in the document, as a person would. */
export function selectSpan(root: HTMLElement, [start, end]: UnitSpan): void {
  const from = pointAt(root, start);
  const to = pointAt(root, end);
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** A range of the document for a span of the text. */
export function rangeOf(root: HTMLElement, [start, end]: UnitSpan): Range | undefined {
  const from = pointAt(root, start);
  const to = pointAt(root, end);
  if (!from || !to) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

function pointAt(root: HTMLElement, unit: number): { node: Node; offset: number } | undefined {
  const lines = [...root.querySelectorAll<HTMLElement>('.text-line')];
  const line = lines.findLast((one) => Number(one.dataset['start']) <= unit);
  if (!line) return undefined;
  let rest = unit - Number(line.dataset['start']);
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let last: Node | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (rest <= length) return { node, offset: rest };
    rest -= length;
    last = node;
  }
  return last ? { node: last, offset: last.textContent?.length ?? 0 } : { node: line, offset: 0 };
}
