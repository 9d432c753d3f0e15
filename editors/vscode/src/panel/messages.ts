// What the extension and the side panel say to each other.
import type { SegmentAnswer } from '../protocol';

export type ToPanel = ({ kind: 'segment' } & SegmentAnswer) | { kind: 'nothing'; reason: string };

export type FromPanel = { kind: 'ready' } | { kind: 'match'; number: number } | { kind: 'term'; text: string };
