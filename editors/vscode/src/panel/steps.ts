// A remembered source text and the steps from it to the segment come in; runs of text to show go out. Knows no page.
import type { Edit } from '../shapes';

/** A run of text, and what the eye is to be told of it. */
export interface Run {
  text: string;
  kind: 'same' | 'gone' | 'new';
}

/** The runs that show both texts at once. Positions are in characters, which a string of UTF-16 has to be cut into first. */
export function runs(remembered: string, segment: string, steps: readonly Edit[]): Run[] {
  const [before, after] = [Array.from(remembered), Array.from(segment)];
  const cut = (text: string[], span: readonly number[]): string => text.slice(span[0], span[1]).join('');
  const found: Run[] = [];
  const add = (kind: Run['kind'], text: string): void => {
    const last = found.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  };
  const walk = (step: Edit): void => {
    if (step.kind === 'equal') {
      add('same', cut(after, step.segment_span_chars));
    } else if (step.characters.length > 0) {
      step.characters.forEach(walk);
    } else {
      add('gone', cut(before, step.source_span_chars));
      add('new', cut(after, step.segment_span_chars));
    }
  };
  steps.forEach(walk);
  return found;
}
