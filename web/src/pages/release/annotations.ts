// What was read from a release as annotations of its text, and the text cut into pieces and lines to show them in.

import { isAbout, isTranslation, type Release } from '../../releases/release';
import { languageOf } from '../../terms/text';
import type { TextPositions } from './positions';

export type AnnotationKind = 'entry' | 'head' | 'definition' | 'reference' | 'link' | 'name' | 'fact' | 'doubt';

export interface Annotation {
  kind: AnnotationKind;
  start: number;
  end: number;
  /** The item of the list beside the text that it belongs to. */
  item: string;
}

/** Everything with a place in the text; positions in UTF-16 units, in order of the text. */
export function annotationsOf(release: Release, positions: TextPositions): Annotation[] {
  const found: Annotation[] = [];
  const add = (kind: AnnotationKind, span: readonly number[], item: string) => {
    const [start, end] = positions.fromBytes(span);
    if (end > start) found.push({ kind, start, end, item });
  };
  for (const entry of release.entries) {
    const item = `entry-${entry.id}`;
    add('entry', entry.span, item);
    add('head', entry.head_span, item);
    add('definition', entry.definition_span, item);
  }
  for (const reference of release.references) {
    add('reference', reference.span, reference.entry_id ? `entry-${reference.entry_id}` : `mark-${reference.span[0]}`);
  }
  for (const link of release.links) {
    const entry = isTranslation(link) ? release.entries.find((one) => isAbout(link, one)) : undefined;
    add(isTranslation(link) ? 'link' : 'name', link.span, entry ? `entry-${entry.id}` : `link-${link.id}`);
  }
  for (const { field, span } of release.metadata_evidence) add('fact', span, `fact-${field}`);
  release.doubts.forEach(({ span }, index) => add('doubt', span, `doubt-${index}`));
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

export interface TextLine { start: number; end: number; lang: 'ja' | 'en' }
export interface TextPiece { start: number; end: number; lines: TextLine[] }

/** Characters of a piece: what is rendered at a time. */
const PIECE = 3000;

/** Cuts a text into lines, and these into pieces. A line longer than a piece is a piece of its own. */
export function piecesOf(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let piece: TextPiece | undefined;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const after = newline < 0 ? text.length : newline + 1;
    const end = newline < 0 ? after : newline > start && text[newline - 1] === '\r' ? newline - 1 : newline;
    if (!piece || piece.end - piece.start > PIECE) {
      piece = { start, end: after, lines: [] };
      pieces.push(piece);
    }
    piece.lines.push({ start, end, lang: languageOf(text.slice(start, Math.min(end, start + 200))) });
    piece.end = after;
    start = after;
  }
  return pieces;
}

export interface TextRun { start: number; end: number; annotations: Annotation[] }

/** Cuts a line wherever an annotation begins or ends. */
export function runsOfLine(line: TextLine, annotations: readonly Annotation[]): TextRun[] {
  const own = annotations.filter(({ start, end, kind }) => start < line.end && end > line.start && kind !== 'entry');
  const cuts = [...new Set([line.start, line.end, ...own.flatMap(({ start, end }) => [Math.max(start, line.start), Math.min(end, line.end)])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? line.start;
    return { start, end, annotations: own.filter((one) => one.start < end && one.end > start) };
  });
}

/** What a click on a run is about: the shortest annotation there. */
export function innermost(annotations: readonly Annotation[]): Annotation | undefined {
  return [...annotations].sort((a, b) => (a.end - a.start) - (b.end - b.start))[0];
}

/** The item at a place: one that is exactly there, or the innermost around it. */
export function itemAt(annotations: readonly Annotation[], [start, end]: readonly [number, number], isListed: (item: string) => boolean): string | undefined {
  const candidates = annotations.filter((one) => isListed(one.item));
  const exact = candidates.find((one) => one.start === start && one.end === end);
  return (exact ?? innermost(candidates.filter((one) => one.start <= start && one.end >= end))
    ?? innermost(candidates.filter((one) => one.start < end && one.end > start)))?.item;
}
