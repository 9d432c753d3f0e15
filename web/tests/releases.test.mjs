// Journeys through the list of releases and a release: dropping files, reading, finding places, correcting.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { openWindow, startWorkbench } from './harness.mjs';

const sample = (name) => fileURLToPath(new URL(`../../glossary/samples/${name}`, import.meta.url));
const axe = await readFile(fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');
let workbench;
let folder;
before(async () => {
  workbench = await startWorkbench();
  for (const name of ['drops', 'dropped', 'waiting', 'astral', 'long', 'pairs']) await makeProject(name);
  folder = await mkdtemp(join(tmpdir(), 'taiyaku-files-'));
});
after(async () => {
  await workbench?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const makeProject = (name) => fetch(`${workbench.server.url}/v1/projects`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name, starter: [] }) });
const get = async (path) => (await fetch(workbench.server.url + path)).json();

/** Opens a window, and fails afterwards if the console had an error that `expected` does not name. */
async function visit(path, { expected = /^$/, ...options }, journey) {
  const { page, context, messages } = await openWindow(workbench, options);
  try {
    await page.goto(path);
    await journey(page);
    assert.deepEqual(messages.filter((message) => /^error/.test(message) && !expected.test(message)), []);
  } finally {
    await context.close();
  }
}

async function checkAccessibility(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`), []);
}

async function sampleRelease(name) {
  const { releases } = await get('/v1/releases?project=samples&limit=200');
  return releases.find((release) => release.name === name);
}

test('the first release dropped into an empty project opens with its terms', async () => {
  await visit('/releases', {}, async (page) => {
    await page.getByText('Drop a press release, and see its terms').waitFor();
    await page.locator('[data-input="files"]').setInputFiles(sample('flux-growth.docx'));
    await page.waitForURL(/\/releases\/\d+$/);
    await page.getByText('6 terms', { exact: false }).first().waitFor();
    assert.match(await page.locator('.release-summary').innerText(), /6 terms, 5 with English/);
    await checkAccessibility(page);
    const [, id] = /(\d+)$/.exec(page.url());
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL(/\/releases$/);
    assert.equal((await fetch(`${workbench.server.url}/v1/releases/${id}`)).status, 404);
  });
});

test('several files: a line for each, problems in plain words, taken back out by Undo', async () => {
  await writeFile(join(folder, 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await writeFile(join(folder, 'empty.txt'), '');
  await visit('/releases?project=drops', { expected: /422 .*picture\.png/ }, async (page) => {
    const input = page.locator('[data-input="files"]');
    await input.waitFor({ state: 'attached' });
    await input.setInputFiles([sample('cell-senescence.txt'), sample('vortex-melting.html'), join(folder, 'picture.png'), join(folder, 'empty.txt')]);
    await page.locator('.queue-line.is-done').nth(1).waitFor();
    await page.locator('.queue-line.is-failed').nth(1).waitFor();
    const lines = await page.locator('.queue-line').allInnerTexts();
    assert.match(lines[0], /cell-senescence\.txt[\s\S]*6 terms · 6 with English/);
    assert.match(lines[2], /picture\.png[\s\S]*not a PDF, Word/);
    assert.match(lines[3], /There is no text in this file/);
    await checkAccessibility(page);
    // The list shows them without a reload.
    await page.locator('.releases-table tbody tr').nth(1).waitFor();
    await page.locator('.queue-line', { hasText: 'vortex' }).getByRole('button', { name: /Undo/ }).click();
    await page.waitForFunction(() => document.querySelectorAll('.releases-table tbody tr').length === 1);
    assert.equal((await get('/v1/releases?project=drops')).releases.length, 1);
    // The same file again changes nothing, and the line says so.
    await input.setInputFiles([sample('cell-senescence.txt')]);
    await page.getByText('already here, nothing to change').waitFor();
  });
});

test('a drop on the window reads the file', async () => {
  await visit('/releases?project=dropped', {}, async (page) => {
    await page.locator('.drop').waitFor();
    const text = await readFile(sample('cell-senescence.txt'));
    await page.evaluate((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], '𠮷野の細胞.txt', { type: 'text/plain' }));
      for (const name of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(name, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, [...text]);
    await page.waitForURL(/\/releases\/\d+/);
    await page.getByText('𠮷野の細胞.txt').first().waitFor();
  });
});

test('files wait while the server is gone, and are read when it is back', async () => {
  await visit('/releases?project=waiting', { expected: /ERR_|changes\/stream/ }, async (page) => {
    await page.locator('.drop').waitFor();
    await workbench.server.stop();
    try {
      await page.locator('[data-input="files"]').setInputFiles([sample('cell-senescence.txt'), sample('vortex-melting.html')]);
      await page.getByText('kept here until the server is back').first().waitFor();
    } finally {
      await workbench.server.start();
    }
    await page.locator('.queue-line.is-done').nth(1).waitFor({ timeout: 20_000 });
  });
});

test('the list filters, orders, and is worked by keys', async () => {
  await visit('/releases?project=samples', {}, async (page) => {
    await page.locator('.releases-table tbody tr').nth(8).waitFor();
    await checkAccessibility(page);
    await page.getByLabel('Filter releases').fill('架空工業大学');
    await page.waitForFunction(() => document.querySelectorAll('.releases-table tbody tr').length === 1);
    assert.match(page.url(), /q=/);
    await page.getByLabel('Filter releases').fill('');
    await page.getByLabel('Order').selectOption('date');
    const dates = await page.locator('.releases-date time').evaluateAll((all) => all.map((one) => one.dateTime));
    assert.deepEqual(dates, [...dates].sort().reverse());
    await page.locator('[data-row]').first().focus();
    await page.keyboard.press('ArrowDown');
    const second = await page.locator('[data-row]').nth(1).getAttribute('data-row');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/releases/${second}`));
  });
});

test('a place in the address is marked, shown, and selected in the list', async () => {
  const { id } = await sampleRelease('cancer-metastasis.html');
  const { entries } = await get(`/v1/releases/${id}`);
  const [start, end] = entries[4].head_span;
  await visit(`/releases/${id}?project=samples&at=${start}-${end}`, {}, async (page) => {
    const mark = page.locator('[data-place]').first();
    await mark.waitFor();
    assert.equal(await page.locator('[data-place]').allInnerTexts().then((all) => all.join('')), entries[4].head);
    const box = await mark.boundingBox();
    assert.ok(box.y > 0 && box.y < 860, 'the place is on the screen');
    assert.equal(await page.locator('.item.is-current b').innerText(), entries[4].term);
    // A click in the text selects in the list, and back goes to the place before.
    await page.locator('.tint.is-head', { hasText: entries[0].term }).first().click();
    assert.equal(await page.locator('.item.is-current b').innerText(), entries[0].term);
    await page.keyboard.press('Escape');
    await page.locator('.item-main').nth(2).click();
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator('.item.is-current b').innerText(), entries[3].term);
    await checkAccessibility(page);
  });
});

test('every tint stands on the words it is about, also after characters outside the BMP', async () => {
  const text = `𠮷野家の発表 2026年1月5日\r\n架空大学\r\n\r\n𠮷の細胞老化（cellular senescence）注1）を調べた。\r\n\r\n【用語解説】\r\n注1） 細胞老化\r\n細胞が分裂をやめた状態。𩸽とは関係がない。\r\n`;
  const answer = await fetch(`${workbench.server.url}/v1/releases?name=%F0%A0%AE%B7.txt&project=astral`, { method: 'POST', body: text });
  const { release } = await answer.json();
  assert.equal(release.entries.length, 1);
  await visit(`/releases/${release.id}`, { locale: 'ja' }, async (page) => {
    await page.locator('.tint.is-head').first().waitFor();
    assert.equal(await page.locator('.text-pane .tint.is-head').innerText(), '細胞老化');
    assert.equal(await page.locator('.text-pane .tint.is-definition').innerText(), '細胞が分裂をやめた状態。𩸽とは関係がない。');
    assert.equal(await page.locator('.text-pane .tint.is-reference').innerText(), '注1）');
    assert.equal(await page.locator('.text-pane .tint.is-link').first().innerText(), release.links[0].support);
    // Selected by keyboard: the menu is about exactly these words.
    await page.locator('.item-main').first().click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('s');
    await page.locator('[data-selection-menu]').waitFor();
    assert.equal(await page.locator('.selection-text q').innerText(), '細胞老化');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.waitForFunction(() => document.querySelector('.selection-text q')?.textContent === '細胞老');
    await checkAccessibility(page);
    await page.keyboard.press('Escape');
    await page.locator('[data-selection-menu]').waitFor({ state: 'detached' });
  });
});

test('corrections: made from a selection, listed, and undone', async () => {
  const { id } = await sampleRelease('flux-growth.docx');
  await visit(`/releases/${id}?project=samples`, {}, async (page) => {
    const before = await get(`/v1/releases/${id}`);
    await page.locator('.item-main', { hasText: '単結晶' }).first().click();
    await page.keyboard.press('x');
    await page.locator('.toast', { hasText: 'is not a term' }).waitFor();
    assert.equal((await get(`/v1/releases/${id}`)).entries.length, before.entries.length - 1);
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone').waitFor();
    assert.equal((await get(`/v1/releases/${id}`)).entries.length, before.entries.length);
    // The English of a term, selected in the running text.
    await page.locator('.item-main', { hasText: '単結晶' }).first().click();
    await page.evaluate(() => {
      const link = [...document.querySelectorAll('.text-pane .tint.is-link')].find((one) => one.textContent.includes('single crystal'));
      const node = link.firstChild;
      const at = node.textContent.indexOf('single crystal');
      getSelection().setBaseAndExtent(node, at, node, at + 'single crystal'.length);
    });
    await page.locator('[data-selection-menu]').getByRole('button', { name: 'English' }).waitFor();
    await page.locator('[data-selection-menu]').getByLabel('The term it belongs to').selectOption({ label: '注2） 単結晶' });
    await page.locator('[data-selection-menu]').getByRole('button', { name: 'English' }).click();
    await page.locator('.toast', { hasText: 'is the English' }).waitFor();
    assert.match(await page.locator('.item', { hasText: '注2' }).innerText(), /single crystal/);
    await page.getByRole('tab', { name: /Corrections/ }).click();
    await page.locator('.correction').waitFor();
    await checkAccessibility(page);
    await page.locator('.correction').getByRole('button', { name: /Undo/ }).click();
    await page.locator('.correction').waitFor({ state: 'detached' });
    assert.equal((await get(`/v1/releases/${id}/corrections`)).corrections.length, 0);
  });
});

test('candidates and facts jump to their places', async () => {
  const { id } = await sampleRelease('flux-growth.docx');
  await visit(`/releases/${id}?project=samples&tab=candidates`, {}, async (page) => {
    await page.locator('.item-main', { hasText: '熱電変換' }).click();
    assert.match(await page.locator('[data-place]').allInnerTexts().then((all) => all.join('')), /熱電変換/);
    await page.getByRole('tab', { name: 'About' }).click();
    await page.locator('.item-main', { hasText: 'Institution' }).click();
    assert.equal(await page.locator('[data-place]').first().innerText(), '架空工業大学');
    await checkAccessibility(page);
  });
});

test('on a phone, text and lists are tabs of one column', async () => {
  const { id } = await sampleRelease('flux-growth.docx');
  await visit(`/releases/${id}?project=samples`, { size: 'phone', locale: 'ja' }, async (page) => {
    await page.getByRole('tab', { name: /用語/ }).tap();
    await page.locator('.item-main', { hasText: '空孔' }).first().tap();
    await page.locator('[data-place]').first().waitFor();
    assert.equal(await page.locator('.release-text').isVisible(), true);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await checkAccessibility(page);
  });
});

test('a text of 300,000 characters is shown at once and stays usable', async () => {
  const paragraph = 'この研究では細胞老化（cellular senescence）の仕組みを調べた。長い本文の一行である𠮷。\n';
  const text = `2026年1月5日\n架空大学\n\n${paragraph.repeat(Math.ceil(300_000 / paragraph.length))}\n【用語解説】\n注1） 終わりの用語\n最後に説明される言葉である。\n`;
  const answer = await fetch(`${workbench.server.url}/v1/releases?name=long.txt&project=long`, { method: 'POST', body: text });
  const { release } = await answer.json();
  assert.ok(release, 'it was read');
  const place = release.entries[0]?.head_span ?? [Buffer.byteLength(text) - 60, Buffer.byteLength(text) - 51];
  await visit(`/releases/${release.id}`, {}, async (page) => {
    await page.locator('.text-line').first().waitFor();
    const from = Date.now();
    await page.goto(`/releases/${release.id}?at=${place.join('-')}`);
    await page.locator('[data-place]').first().waitFor();
    await page.waitForTimeout(300);
    const box = await page.locator('[data-place]').first().boundingBox();
    assert.ok(box.y > 0 && box.y < 860, `the place is on the screen, not at ${box.y}`);
    assert.ok(Date.now() - from < 6000, `it took ${Date.now() - from} ms`);
  });
});

test('a release and its version in the other language stand side by side', async () => {
  const [ja, en] = [join(folder, 'ja.txt'), join(folder, 'en.txt')];
  await writeFile(ja, '2026年1月28日\n架空工業大学\n\n細胞老化を抑える仕組みを解明\n\n架空工業大学の研究チームは、細胞老化を抑える仕組みを明らかにした。\n研究チームは2028年までに臨床試験を始める計画である。\n');
  await writeFile(en, 'January 28, 2026\nFictional Institute of Technology\n\nResearchers find how to prevent cellular senescence\n\nA research team at Fictional Institute of Technology has found how to prevent cellular senescence.\nThe team plans to start clinical trials by 2028.\n');
  const bridge = join(folder, 'bridge.txt');
  await writeFile(bridge, 'A bridge without rust\n\nWe painted a bridge with seven layers of zinc. Rain never reached the iron.\n');
  workbench.server.run('--project', 'pairs', 'ingest', '--quiet', ja, en, bridge, sample('cell-senescence.txt'));
  const { releases } = await get('/v1/releases?project=pairs&limit=200');
  const { id } = releases.find(({ name }) => name === 'ja.txt');
  await visit(`/releases/${id}?project=pairs`, {}, async (page) => {
    await page.getByRole('button', { name: 'Pair with its other language…' }).click();
    const dialog = page.getByRole('dialog');
    const choices = dialog.getByRole('radio');
    await choices.first().waitFor();
    assert.match(await dialog.locator('.choice').first().innerText(), /prevent cellular senescence/, 'the one in English comes first');
    await checkAccessibility(page);
    // What says something else is refused, and changes nothing.
    await dialog.getByRole('textbox').fill('BRIDGE');
    await choices.first().check();
    await dialog.getByRole('button', { name: 'Pair them' }).click();
    await dialog.getByText('The two do not say the same').waitFor();
    assert.deepEqual((await get(`/v1/releases/${id}/segments`)).segments, []);
    await dialog.getByRole('textbox').fill('');
    await choices.first().check();
    await dialog.getByRole('button', { name: 'Pair them' }).click();
    await page.locator('.toast', { hasText: 'Paired: ' }).waitFor();
    const segment = page.locator('.side-segment', { hasText: '2028年' });
    assert.match(await segment.innerText(), /clinical trials by 2028/);
    await checkAccessibility(page);
    await segment.getByRole('button', { name: 'Show in the text' }).click();
    await page.locator('[data-place]').first().waitFor();
    assert.match((await page.locator('[data-place]').allInnerTexts()).join(''), /2028年までに臨床試験/);
  });
});
