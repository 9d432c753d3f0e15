// Journeys across pages: the first minute of a newcomer, inviting a reader, a server that restarts, reloads and tabs in the middle of work.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openWindow, startWorkbench } from './harness.mjs';

let workbench;
before(async () => { workbench = await startWorkbench(); });
after(async () => { await workbench?.close(); });

async function visit(path, journey, { expects, ...options } = {}) {
  const opened = await openWindow(workbench, options);
  try {
    await opened.page.goto(path);
    await journey(opened.page, opened);
    assert.deepEqual(opened.messages.filter((message) => !expects?.test(message)), [], 'no message in the console');
  } finally {
    await opened.context.close();
  }
}

const sample = (name) => fileURLToPath(new URL(`../../glossary/samples/${name}`, import.meta.url));
const toast = (page) => page.locator('.toast').last();
const claim = (page) => page.locator('.is-open .claim-text');
const claimIs = (page, text) => page.waitForFunction((wanted) => document.querySelector('.is-open .claim-text')?.textContent === wanted, text);
const REVIEW = '/review?project=samples';

test('The first minute: the samples, a release of one’s own, its terms, and their review', () => visit('/', async (page) => {
  await page.getByRole('button', { name: 'Look at the sample releases' }).click();
  await page.getByRole('heading', { name: 'For example' }).waitFor();
  await page.locator('.examples button').first().click();
  await page.locator('.result').first().waitFor();
  // Back to the empty project, and there by mouse alone to a release of one's own.
  await page.goto('/?project=default');
  await page.getByRole('link', { name: 'Drop your own' }).click();
  await page.locator('[data-input="files"]').setInputFiles(sample('flux-growth.docx'));
  await page.waitForURL(/\/releases\/\d+/);
  await page.locator('.release-summary', { hasText: '6 terms, 5 with English' }).waitFor();
  assert.ok(await page.locator('.text-pane .tint.is-head').count() >= 6, 'the glossary is tinted');
  await page.getByRole('link', { name: 'Review them (2 min)' }).click();
  await page.locator('.review-item').waitFor();
  const before = await claim(page).innerText();
  await page.keyboard.press('a');
  await toast(page).getByText('Approved').waitFor();
  assert.notEqual(await claim(page).innerText(), before);
  const [id] = new URL(page.url()).searchParams.get('release').split(',');
  const { entries } = await workbench.read(`/v1/releases/${id}`);
  assert.equal(entries.length, 6);
  await page.getByRole('link', { name: 'Look up', exact: true }).click();
  await page.locator('[data-search-box]').fill('空孔');
  await page.locator('.result-ja', { hasText: '空孔' }).first().waitFor();
}));

test('A link for a reader is made in the settings; whoever opens it reads, and may not write', () => visit('/settings?project=samples&section=people', async (page) => {
  await page.getByRole('textbox', { name: /^Name/ }).fill('広報課');
  await page.getByRole('radio', { name: 'Only these' }).check();
  await page.getByRole('checkbox', { name: 'samples' }).check();
  await page.getByRole('button', { name: 'Create link' }).click();
  const link = await page.locator('.token-shown code').first().innerText();
  const reader = await openWindow(workbench);
  try {
    await reader.page.goto(link);
    await reader.page.waitForURL((url) => url.pathname === '/');
    await reader.page.getByText('広報課').waitFor();
    await reader.page.locator('[data-search-box]').fill('metastasis');
    await reader.page.locator('.result').first().waitFor();
    assert.equal(await reader.page.getByRole('button', { name: /^Add/ }).count(), 0);
    await reader.page.goto('/review');
    await reader.page.getByText('Deciding needs the role of a reviewer').waitFor();
    await reader.page.goto('/import');
    await reader.page.getByText('Importing needs the role of a contributor').waitFor();
    await reader.page.goto('/releases');
    await reader.page.locator('.releases-table').waitFor();
    assert.equal(await reader.page.getByRole('button', { name: /^Delete/ }).count(), 0);
    await reader.page.goto('/settings');
    await reader.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    assert.equal(await reader.page.getByText('People').count(), 0, 'tokens are the business of administrators');
    const answers = await reader.page.evaluate(async () => {
      const headers = { 'content-type': 'application/json', 'taiyaku-client': 'workbench' };
      const post = async (path, body) => (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).status;
      return [await post('/v1/terms', { ja: '無断', en: 'without leave', project: 'samples' }), await post('/v1/tokens', { name: 'x', role: 'admin' }), (await fetch('/v1/terms?q=x&project=default')).status];
    });
    assert.deepEqual(answers, [403, 403, 404], 'other projects do not exist for them');
  } finally {
    await reader.context.close();
  }
}));

test('A server that restarts takes nothing that was typed', () => visit(REVIEW, async (page) => {
  await page.locator('.review-item').waitFor();
  const before = await claim(page).innerText();
  await page.keyboard.press('e');
  const field = page.getByLabel('Corrected term');
  await field.fill(`${before} anew`);
  await workbench.server.stop();
  await page.getByText('The server cannot be reached').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Could not reach the server').first().waitFor();
  await workbench.server.start();
  await page.getByText('The server is back').waitFor();
  // The item is back with its correction, and a second try carries it out.
  await claimIs(page, before);
  if (!await field.isVisible()) { await page.locator('.review-item').focus(); await page.keyboard.press('e'); }
  assert.equal(await field.inputValue(), `${before} anew`);
  await field.press('Enter');
  await page.locator('.toast', { hasText: 'Changed' }).getByRole('button', { name: 'Undo' }).click();
  await page.locator('.toast', { hasText: 'Undone' }).waitFor();
}, { expects: /ERR_|Failed to load resource|\/v1\/changes\/stream/ }));

test('A reload in the middle keeps place, tab and selection of a release', async () => {
  const { releases } = await workbench.read('/v1/releases?project=samples&limit=200');
  const { id } = releases.find(({ name }) => name === 'cancer-metastasis.html');
  await visit(`/releases/${id}?project=samples`, async (page) => {
    await page.locator('.item-main').nth(3).click();
    const [address, term] = [page.url(), await page.locator('.item.is-current b').innerText()];
    await page.reload();
    await page.locator('.item.is-current').waitFor();
    assert.deepEqual([page.url(), await page.locator('.item.is-current b').innerText()], [address, term]);
    assert.ok((await page.locator('[data-place]').allInnerTexts()).join('').length > 0);
    await page.getByRole('tab', { name: 'Candidates' }).click();
    await page.reload();
    assert.equal(await page.getByRole('tab', { name: 'Candidates' }).getAttribute('aria-selected'), 'true');
  });
});

test('What is decided in one tab shows in the other', () => visit(REVIEW, async (page, { context }) => {
  await page.locator('.review-item').waitFor();
  const before = await claim(page).innerText();
  const concept = new URL(await page.locator('.review-open a').first().evaluate((link) => link.href)).pathname;
  const second = await context.newPage();
  await second.goto(`${concept}?project=samples`);
  await second.locator('.term').first().waitFor();
  await page.bringToFront();
  await page.locator('.review-item').focus();
  await page.keyboard.press('a');
  await toast(page).getByText('Approved').waitFor();
  await second.locator('.history li', { hasText: before }).waitFor();
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await second.locator('.history li.is-undone', { hasText: before }).waitFor();
}));

test('What somebody else decides on does not slip from under the hand', () => visit(REVIEW, async (page, { context }) => {
  await page.locator('.review-item').waitFor();
  const [before, at] = [await claim(page).innerText(), new URL(page.url()).searchParams.get('at')];
  const second = await context.newPage();
  await second.goto(`${REVIEW}&at=${at}`);
  await second.waitForFunction((wanted) => document.querySelector('.is-open .claim-text')?.textContent === wanted, before);
  await page.bringToFront();
  await page.locator('.review-item').focus();
  await page.keyboard.press('a');
  await toast(page).getByText('Approved').waitFor();
  await second.getByText('Somebody else has just decided on this term').waitFor();
  assert.equal(await claim(second).innerText(), before, 'it stays in front');
  await second.bringToFront();
  await second.locator('.review-item').focus();
  await second.keyboard.press('r');
  const term = await workbench.read(`/v1/terms/${at}`);
  assert.equal(term.terms.find(({ id }) => id === Number(at)).review, 'approved', 'a late key decides nothing');
  await second.getByRole('button', { name: 'Next' }).click();
  await second.waitForFunction((old) => document.querySelector('.is-open .claim-text')?.textContent !== old, before);
}));

test('A term that somebody else changed meanwhile is not written over unseen', () => visit(`/concepts/${workbench.concepts.exosome}?project=samples`, async (page, { context }) => {
  const open = async (on) => {
    await on.locator('.term', { hasText: 'exosome' }).first().locator('.term-line').click();
    await on.getByRole('button', { name: /^Edit/ }).click();
    return on.locator('.term-form input');
  };
  const second = await context.newPage();
  await second.goto(`/concepts/${workbench.concepts.exosome}?project=samples`);
  const [own, other] = [await open(page), await open(second)];
  await own.fill('exosome one');
  await own.press('Enter');
  await toast(page).getByText('Changed').waitFor();
  await second.bringToFront();
  await other.fill('exosome two');
  await other.press('Enter');
  await toast(second).getByText('Somebody changed this in the meantime').waitFor();
  assert.equal(await other.inputValue(), 'exosome two', 'what was typed is still there');
  await second.locator('.term-line', { hasText: 'exosome one' }).waitFor();
  await page.bringToFront();
  await toast(page).getByRole('button', { name: 'Undo' }).click();
}, { expects: /409/ }));
