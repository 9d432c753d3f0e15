// Journeys through look-up and concepts in a real browser against a real server.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clipboardHas, openWindow, startWorkbench } from './harness.mjs';

let workbench;
before(async () => { workbench = await startWorkbench(); });
after(async () => { await workbench?.close(); });

/** Opens a window for a test; afterwards no message may be in the console, and no request may have left the server. */
async function visit(path, options, journey) {
  const opened = await openWindow(workbench, options);
  try {
    await opened.page.goto(path);
    await opened.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await journey(opened.page, opened);
    const foreign = opened.requests.filter((url) => !url.startsWith(workbench.url) && !url.startsWith('data:'));
    assert.deepEqual(foreign, [], 'no request to another server');
    assert.deepEqual(opened.messages.filter((message) => !options.expects?.test(message)), [], 'no message in the console');
  } finally {
    await opened.context.close();
  }
}

const box = (page) => page.locator('[data-search-box]');
const first = (page) => page.locator('.result').first();
const SAMPLES = '/?project=samples';

for (const [what, query, ja, en] of [
  ['Japanese', '細胞老化', '細胞老化', 'cellular senescence'],
  ['kana', 'さいぼうろうか', '細胞老化', 'cellular senescence'],
  ['half-width kana', 'ｴｸｿｿｰﾑ', 'エクソソーム', 'exosome'],
  ['romaji', 'saibourouka', '細胞老化', 'cellular senescence'],
  ['English', 'metastasis', '転移', 'metastasis'],
  ['capitals', 'METASTASIS', '転移', 'metastasis'],
  ['full-width letters', 'ｍｅｔａｓｔａｓｉｓ', '転移', 'metastasis'],
]) {
  test(`A term is found by ${what}`, () => visit(SAMPLES, {}, async (page) => {
    await box(page).fill(query);
    await page.waitForFunction((wanted) => document.querySelector('.result-ja')?.textContent.startsWith(wanted), ja);
    assert.match(await first(page).locator('.result-en').innerText(), new RegExp(en, 'i'));
    assert.equal(new URL(page.url()).searchParams.get('q'), query, 'the query is in the address');
  }));
}

test('A phrase gives the terms in it', () => visit(SAMPLES, {}, async (page) => {
  await box(page).fill('がん細胞の転移と睡眠の関係を調べた');
  await page.getByRole('heading', { name: 'In your text' }).waitFor();
  const found = await page.locator('.result-ja').allInnerTexts();
  assert.ok(found.some((text) => text.startsWith('転移')) && found.some((text) => text.startsWith('細胞')), found.join());
}));

test('Results are there within 100 ms of the last letter', () => visit(SAMPLES, {}, async (page) => {
  await box(page).pressSequentially('metastasi');
  await first(page).waitFor();
  await page.evaluate(() => performance.clearResourceTimings());
  const elapsed = await page.evaluate(async () => {
    const field = document.querySelector('[data-search-box]');
    const list = document.querySelector('.lookup-list');
    const start = performance.now();
    const done = new Promise((resolve) => new MutationObserver(() => { if (document.querySelector('#group-exact')) resolve(performance.now() - start); }).observe(list, { childList: true, subtree: true, characterData: true }));
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, 'metastasis');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return done;
  });
  // The promise is 100 ms on a quiet machine; the tests also run on busy ones.
  assert.ok(elapsed < 1000, `${elapsed} ms`);
}));

test('Keys alone lead from the box to a result, its copy, its concept and back', () => visit(SAMPLES, {}, async (page) => {
  await page.keyboard.type('転移');
  await first(page).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await clipboardHas(page, 'metastasis');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await clipboardHas(page, '転移');
  await page.keyboard.press('c');
  await clipboardHas(page, 'transfer');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/concepts/*');
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '転移' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1', 'the heading has the focus after a navigation');
  await page.goBack();
  await first(page).waitFor();
  assert.equal(await box(page).inputValue(), '転移');
}));

test('Single letters in the box are text', () => visit(SAMPLES, {}, async (page) => {
  await page.keyboard.type('cjea?/');
  assert.equal(await box(page).inputValue(), 'cjea?/');
  assert.equal(await page.locator('dialog[open]').count(), 0);
}));

test('A key that is switched off does nothing', () => visit(`${SAMPLES}&q=metastasis`, { settings: { keys: { areLettersOn: false, changed: {} } } }, async (page) => {
  await first(page).waitFor();
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await page.keyboard.press('?');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'before');
  assert.equal(await page.locator('dialog[open]').count(), 0);
}));

test('The key sheet opens with ? and closes with Escape', () => visit('/', {}, async (page) => {
  await page.locator('.brand').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}));

test('Enter that ends a composition opens nothing; the next one does', () => visit(SAMPLES, { locale: 'ja' }, async (page, { context }) => {
  const session = await context.newCDPSession(page);
  await box(page).focus();
  for (const text of ['て', 'てん', 'てんい', '転移']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await first(page).waitFor();
  // What browsers send for the Enter that confirms: with keyCode 229, and in Safari after the end of the composition.
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
  await session.send('Input.insertText', { text: '転移' });
  await page.waitForTimeout(200);
  assert.equal(new URL(page.url()).pathname, '/');
  assert.equal(await box(page).inputValue(), '転移');
  await page.evaluate(() => document.querySelector('[data-search-box]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
  await page.evaluate(() => document.querySelector('[data-search-box]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true, cancelable: true })));
  assert.equal(new URL(page.url()).pathname, '/');
  assert.ok(await box(page).evaluate((field) => field === document.activeElement), 'an arrow chooses a candidate of the IME, not a result');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/concepts/*');
}));

test('Enter that ends a composition does not send the form of a new term', () => visit(`${SAMPLES}&q=qqq&add=1`, {}, async (page, { context }) => {
  const field = page.getByRole('dialog').getByLabel('Japanese', { exact: true });
  await page.getByRole('dialog').getByLabel('English', { exact: true }).fill('qqq');
  const session = await context.newCDPSession(page);
  await field.focus();
  await session.send('Input.imeSetComposition', { text: 'しけん', selectionStart: 3, selectionEnd: 3 });
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
  await session.send('Input.insertText', { text: '試験' });
  await page.waitForTimeout(200);
  assert.equal(await page.getByRole('dialog').count(), 1);
  assert.equal(await field.inputValue(), '試験');
}));

test('A term that was not found is added, shown with Undo, and taken back; what was typed survives a reload', () => visit(SAMPLES, {}, async (page) => {
  await box(page).fill('量子渦糸鎖');
  await page.getByRole('button', { name: /^Add/ }).first().click();
  const dialog = page.getByRole('dialog');
  assert.equal(await dialog.getByLabel('Japanese', { exact: true }).inputValue(), '量子渦糸鎖');
  await dialog.getByLabel('English', { exact: true }).fill('quantum vortex chain');
  await page.reload();
  assert.equal(await dialog.getByLabel('English', { exact: true }).inputValue(), 'quantum vortex chain');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Added 量子渦糸鎖 = quantum vortex chain').waitFor();
  await page.locator('.result-en', { hasText: 'quantum vortex chain' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('.toast', { hasText: 'Undone' }).waitFor();
  await page.locator('.result-en', { hasText: 'quantum vortex chain' }).waitFor({ state: 'detached' });
}));

test('The proof of a result shows on hover, on focus and on tap, and goes with Escape', () => visit(`${SAMPLES}&q=metastasis`, {}, async (page) => {
  const mark = page.locator('.result .source-mark').first();
  const proof = page.locator('.result .popover');
  await mark.hover();
  await proof.getByText('cancer-metastasis.html').waitFor();
  await page.mouse.move(0, 0);
  await proof.waitFor({ state: 'hidden' });
  await page.locator('[data-result]').first().focus();
  await page.keyboard.press('Tab');
  await proof.waitFor();
  await page.keyboard.press('Escape');
  await proof.waitFor({ state: 'hidden' });
}));

test('On a phone the selected result opens below its line, and a tap shows the proof', () => visit(`${SAMPLES}&q=metastasis`, { size: 'phone' }, async (page) => {
  await page.locator('.details.is-inline').waitFor();
  await page.locator('.result .source-mark').first().tap();
  await page.locator('.result .popover').waitFor();
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(width[0] <= width[1], `nothing is wider than the screen: ${width}`);
}));

test('A term is approved, edited and forbidden with one key each, and each is undone', () => visit(`/concepts/${workbench.concepts.exosome}?project=samples`, {}, async (page) => {
    const english = page.locator('#terms-en').locator('xpath=ancestor::section').locator('.term').first();
    await english.locator('.term-line').focus();
    await page.keyboard.press('a');
    await page.locator('.toast', { hasText: 'Approved exosome' }).waitFor();
    await english.getByText('approved').waitFor();
    await page.locator('.history li', { hasText: 'Approved exosome' }).waitFor();
    await page.keyboard.press('u');
    await english.getByText('suggested, well supported').waitFor();
    await page.keyboard.press('e');
    await page.getByLabel('Term', { exact: true }).fill('exosomes');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: 'Changed exosome to exosomes' }).getByRole('button', { name: 'Undo' }).click();
    await english.locator('.term-text', { hasText: /^exosome\s*$/ }).waitFor();
    await english.locator('.term-line').focus();
    await page.keyboard.press('f');
    await english.locator('s').waitFor();
    await page.locator('.history li', { hasText: 'Forbade exosome' }).getByRole('button', { name: 'Undo' }).click();
    await english.locator('s').waitFor({ state: 'detached' });
  }));

test('Conflicts are side by side, and can be noted as different', () => visit(`/concepts/${workbench.concepts.metastasis}?project=samples`, {}, async (page) => {
  await page.locator('.conflict-side', { hasText: 'transfer' }).waitFor();
  await page.getByRole('button', { name: 'Different meanings' }).click();
  await page.getByText('1 noted as different').waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Different meanings' }).waitFor();
}));

test('Two tabs see each other’s changes', () => visit(`/concepts/${workbench.concepts.exosome}?project=samples`, {}, async (page, { context }) => {
  const second = await context.newPage();
  await second.goto(`/concepts/${workbench.concepts.exosome}?project=samples`);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Add a definition' }).click();
  await page.getByLabel('Definition', { exact: true }).fill('小さな袋。');
  await page.getByRole('button', { name: 'Save' }).click();
  await second.locator('.definition', { hasText: '小さな袋。' }).waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await second.locator('.definition', { hasText: '小さな袋。' }).waitFor({ state: 'detached' });
}));

test('An empty project says what this is and offers the samples', () => visit('/', {}, async (page) => {
  await page.getByRole('button', { name: 'Look at the sample releases' }).click();
  await page.getByRole('heading', { name: 'For example' }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('project'), 'samples');
  await page.locator('.examples button').first().click();
  await first(page).waitFor();
}));

test('The language of the pages is that of the browser, can be switched, and is remembered', () => visit('/', { locale: 'ja' }, async (page) => {
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.getByRole('link', { name: 'Look up', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Look up', exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
}));

test('While the server is gone a line says so, and what was shown stays; afterwards the page works again', () => visit(`${SAMPLES}&q=metastasis`, { expects: /ERR_|Failed to load resource|\/v1\/changes\/stream/ }, async (page) => {
  await first(page).waitFor();
  await workbench.server.stop();
  await page.getByText('The server cannot be reached').waitFor();
  assert.equal(await first(page).count(), 1);
  await box(page).fill('exosome');
  await workbench.server.start();
  await page.getByText('The server is back').waitFor();
  await page.locator('.result-en', { hasText: 'exosome' }).first().waitFor();
}));
