import assert from 'node:assert/strict';
import { test } from 'node:test';

import { runs } from '../src/panel/steps';
import type { Edit } from '../src/shapes';

const step = (kind: Edit['kind'], source: [number, number], segment: [number, number], characters: Edit[] = []): Edit => ({
  kind, source_span: source, source_span_chars: source, segment_span: segment, segment_span_chars: segment, characters,
});

test('steps in characters become runs of text, also where a character is two units of UTF-16', () => {
  const steps = [
    step('equal', [0, 2], [0, 2]),
    step('replace', [2, 5], [2, 5], [step('equal', [2, 3], [2, 3]), step('replace', [3, 5], [3, 5])]),
    step('insert', [5, 5], [5, 6]),
  ];
  assert.deepEqual(runs('𠮷野の細胞', '𠮷野の組織で', steps), [
    { kind: 'same', text: '𠮷野の' }, { kind: 'gone', text: '細胞' }, { kind: 'new', text: '組織で' },
  ]);
});

test('two texts that are one have one run, and none where there is nothing', () => {
  assert.deepEqual(runs('同じ', '同じ', [step('equal', [0, 2], [0, 2])]), [{ kind: 'same', text: '同じ' }]);
  assert.deepEqual(runs('', '', []), []);
});
