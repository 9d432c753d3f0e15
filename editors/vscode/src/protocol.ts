// What the language server is asked beyond the protocol's own requests. docs/LSP.md describes the same shapes.
import type { Position, Range, TextDocumentIdentifier } from 'vscode-languageclient';

import type { Assist, MatchList } from './shapes';

/** One text of a pair, and where it stands in the document. */
export interface Passage {
  text: string;
  /** The document, which for a pair of files may be the other one. */
  uri: string;
  range: Range;
}

/** The pair the cursor is in. */
export interface Unit {
  source: Passage;
  /** Missing where the document has no place for a translation. */
  target: Passage | null;
  source_lang: string;
  target_lang: string;
}

/** The answer to `taiyaku/segment`. */
export interface SegmentAnswer {
  unit: Unit;
  assist: Assist;
}

export const SEGMENT = 'taiyaku/segment';
export const LOOK_UP = 'taiyaku/lookup';

export interface SegmentParams {
  textDocument: TextDocumentIdentifier;
  position: Position;
}

export interface LookUpParams {
  query: string;
}

export type LookUpAnswer = MatchList;
