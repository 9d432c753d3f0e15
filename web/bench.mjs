// How long a key waits for its answer in a large base, and whether a page that is used for long keeps growing.
//
// node bench.mjs BASE PROJECT [--words 60] [--acts 10000]
//
// BASE is a term base, PROJECT the project in it whose terms are looked up. The words that are typed are terms of the base, every
// so manyth of an export; they are typed one character at a time, as fast as a person types, and each key waits for the frame that
// shows its answer. The acts are look-ups and, every tenth, a decision in the review that is undone.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { serve } from './dev.mjs';
import { binary, browserPath } from './tests/harness.mjs';

const { values, positionals: [base, project] } = parseArgs({
  allowPositionals: true, options: { words: { type: 'string', default: '60' }, acts: { type: 'string', default: '10000' } },
});
if (!base || !project) throw new Error('Usage: node bench.mjs BASE PROJECT [--words 60] [--acts 10000]');

const TYPING_MS = 120;

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const port = await freePort();
const server = spawn(binary(), ['serve', '--listen', `127.0.0.1:${port}`], { env: { ...process.env, TAIYAKU_DATABASE: base }, stdio: 'ignore' });
process.on('exit', () => server.kill());
const address = `http://127.0.0.1:${port}`;
for (let tries = 0; ; tries += 1) {
  if (await fetch(`${address}/ready`).then((answer) => answer.ok, () => false)) break;
  if (tries > 600) throw new Error('The server did not start.');
  await wait(100);
}
const pagePort = await freePort();
const pages = await serve({ port: pagePort, server: address });
const scoped = `project=${encodeURIComponent(project)}`;

/** Words of the base: Japanese and English terms, evenly from all of it. */
async function chooseWords(count) {
  const rows = (await (await fetch(`${address}/v1/exports/${encodeURIComponent(project)}.tsv?review=candidate&profile=mt`)).text()).split(/\r?\n/).slice(1);
  const words = [];
  for (let n = 0; n < count; n += 1) {
    const cells = rows[Math.floor((n + 0.5) * rows.length / count)].split('\t');
    const found = cells.find((cell) => n % 2 === 0 ? /[\p{Script=Han}\p{Script=Katakana}]/u.test(cell) : /^[a-z][a-z -]{3,}$/.test(cell));
    if (found) words.push(found);
  }
  return { words, rowCount: rows.length };
}

const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--js-flags=--expose-gc'] });
const page = await (await browser.newContext({ baseURL: `http://127.0.0.1:${pagePort}`, reducedMotion: 'reduce' })).newPage();
await page.goto(`/?${scoped}`);
await page.locator('[data-search-box]').waitFor();
await page.evaluate(() => {
  const box = () => document.querySelector('[data-search-box]');
  let pressed = { at: 0, text: '' };
  window.answers = [];
  addEventListener('keydown', () => { pressed = { at: performance.now(), text: '' }; }, true);
  addEventListener('input', () => { pressed.text = box().value.trim(); }, true);
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const url = new URL(name);
      if (url.pathname !== '/v1/terms' || url.searchParams.get('q') !== pressed.text) continue;
      const { at } = pressed;
      requestAnimationFrame(() => window.answers.push(performance.now() - at));
    }
  }).observe({ type: 'resource' });
});

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const { words, rowCount } = await chooseWords(Number(values.words));
console.log(`${rowCount} rows, ${words.length} words typed`);
const box = page.locator('[data-search-box]');
await box.fill(words[0]);
// A server loads its terms when it starts.
await page.locator('.result').first().waitFor({ timeout: 300_000 });
await page.evaluate(() => { window.answers = []; });
let keyCount = 0;
for (const word of words) {
  await box.fill('');
  for (const character of word) {
    await page.keyboard.press(/^[ -~]$/.test(character) ? (character === ' ' ? 'Space' : character) : 'Shift');
    if (!/^[ -~]$/.test(character)) await page.keyboard.insertText(character);
    keyCount += 1;
    await wait(TYPING_MS);
  }
}
await wait(500);
const answers = (await page.evaluate(() => window.answers)).sort((a, b) => a - b);
const shown = [0.5, 0.95, 0.99, 1].map((share) => percentile(answers, share).toFixed(0));
console.log(`${keyCount} keys, ${answers.length} answered before the next key: median ${shown[0]} ms, p95 ${shown[1]} ms, p99 ${shown[2]} ms, most ${shown[3]} ms`);

const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');
async function memory() {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return `${(of('JSHeapUsedSize') / 1024 / 1024).toFixed(1)} MiB, ${of('Nodes')} nodes, ${of('JSEventListeners')} listeners`;
}
const acts = Number(values.acts);
for (let act = 0; act <= acts; act += 1) {
  if (act % Math.max(1, Math.floor(acts / 10)) === 0) console.log(`after ${act} acts: ${await memory()}`);
  if (act % 10 === 9) {
    await page.getByRole('link', { name: 'Review', exact: true }).click();
    await page.locator('.is-open .claim-text').waitFor();
    await page.keyboard.press('a');
    await page.locator('.toast').last().getByRole('button', { name: 'Undo' }).click();
    await page.locator('.toast', { hasText: 'Undone' }).waitFor();
    await page.getByRole('link', { name: 'Look up', exact: true }).click();
    await box.waitFor();
  } else {
    await box.fill(words[act % words.length]);
    await page.locator('.result').first().waitFor();
  }
}
await browser.close();
pages.closeAllConnections();
pages.close();
server.kill();
