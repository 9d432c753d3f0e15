// What the pages compute without a browser: sentences around spans, marks, groups.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = await mkdtemp(join(tmpdir(), 'taiyaku-texts-'));
const load = async (source) => {
  const outfile = join(folder, `${source.replaceAll('/', '-')}.mjs`);
  await build({ entryPoints: [new URL(`../src/${source}.ts`, import.meta.url).pathname], bundle: true, format: 'esm', outfile, logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
};
const text = await load('terms/text');
const { groupResults } = await load('pages/lookup/groups');
const concepts = await load('terms/concept');
await rm(folder, { recursive: true });

const marked = (runs) => runs.map(({ text: part, isMarked }) => isMarked ? `[${part}]` : part).join('');

test('A term is marked whatever its case, but not inside another word', () => {
  assert.equal(marked(text.runsOf('Region: ION and ions, cation', ['ion'])), 'Region: [ION] and [ion]s, cation');
  assert.equal(marked(text.runsOf('転移（metastasis）', ['転移', 'metastasis'])), '[転移]（[metastasis]）');
  assert.equal(marked(text.runsOf('細胞老化', ['細胞', '細胞老化'])), '[細胞老化]');
});

test('Spans in characters count 𠮷 once', () => {
  assert.equal(marked(text.runsByCharacters('𠮷野の渦糸', [[3, 5]])), '𠮷野の[渦糸]');
  assert.equal(marked(text.runsByCharacters('渦', [])), '渦');
});

const sentence = (whole, term) => {
  const start = Buffer.byteLength(whole.slice(0, whole.indexOf(term)));
  const found = new text.ByteText(whole).sentence(start, start + Buffer.byteLength(term));
  return `${found.before}[${found.marked}]${found.after}`;
};

test('A proof is the sentence around its span', () => {
  assert.equal(sentence('前の文。𠮷田は渦糸を見た。次の文。', '渦糸'), '𠮷田は[渦糸]を見た。');
  assert.equal(sentence('First. The vortex melts. Last.', 'vortex'), 'The [vortex] melts.');
  assert.equal(sentence('※1　転移\nがん細胞が移ること。', '転移'), '※1　[転移]');
});

test('A line that was broken because it was full goes on', () => {
  const whole = '老化した細胞はエクソソームを通じて、離れた場所のマクロファージを\n呼び寄せることが分かりました。次の文。';
  assert.equal(sentence(whole, 'エクソソーム'), '老化した細胞は[エクソソーム]を通じて、離れた場所のマクロファージを呼び寄せることが分かりました。');
});

test('A sentence that is cut by the reach is cut between characters', () => {
  const whole = '𠮷'.repeat(300) + 'a渦糸a' + '𠮷'.repeat(300);
  assert.match(sentence(whole, '渦糸'), /^𠮷+a\[渦糸\]a𠮷+$/u);
});

const concept = (id) => ({ id, terms: [] });
const match = (kind, id) => ({ kind, concept: concept(id), term_id: id, text: '', score: 1 });

test('Each concept is in the best of its groups, similar terms last', () => {
  const groups = groupResults({
    matches: [match('exact', 1), match('prefix', 1), match('fuzzy', 2), match('reading', 3), match('substring', 4)],
    components: [{ text: 'x', match: match('exact', 5) }, { text: 'y', match: match('exact', 5) }], did_you_mean: [], dictionary: [],
  });
  assert.deepEqual(groups.map(({ name, results }) => [name, ...results.map((one) => one.concept.id)]),
    [['exact', 1], ['variant', 3], ['part', 4], ['component', 5], ['similar', 2]]);
});

const term = (fields) => ({ id: 1, lang: 'en', text: 'x', usage: 'preferred', review: 'suggested', standing: 'suggested', evidence: [], ...fields });
const starter = { id: 1, kind: 'curated', method: 'starter', source: 'starter:physics', confidence: 0.75 };
const release = { id: 2, kind: 'document', method: 'inline_gloss', source: 'a.txt', release_id: 7, span: [1, 2], confidence: 0.9 };

test('How sure a term is follows from what people decided, then from what supports it', () => {
  const cases = [
    [{ review: 'approved', usage: 'forbidden' }, 'forbidden'], [{ review: 'rejected', usage: 'forbidden' }, 'rejected'],
    [{ review: 'approved', evidence: [starter] }, 'approved'], [{ evidence: [starter] }, 'starter'],
    [{ evidence: [starter, release], standing: 'suggested_strong' }, 'strong'], [{ review: 'candidate', standing: 'candidate' }, 'candidate'],
  ];
  for (const [fields, expected] of cases) assert.equal(concepts.certainty(term(fields)), expected);
});

test('A term that must not be used is shown only where there is no other', () => {
  const bad = term({ id: 1, usage: 'forbidden' });
  const good = term({ id: 2, usage: 'admitted' });
  assert.equal(concepts.mainTerm({ terms: [bad, good] }, 'en').id, 2);
  assert.equal(concepts.mainTerm({ terms: [bad] }, 'en').id, 1);
  assert.equal(concepts.mainTerm({ terms: [bad] }, 'ja'), undefined);
});

test('Evidence at one place is one proof', () => {
  const found = concepts.proofs([term({ evidence: [starter, release, { ...release, id: 3, method: 'entry' }] }), term({ id: 2, lang: 'ja', evidence: [release] })]);
  assert.deepEqual(found.map(({ kind, termIds }) => [kind, termIds]), [['release', [1, 2]], ['starter', [1]]]);
});
