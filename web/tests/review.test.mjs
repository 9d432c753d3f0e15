// Journeys through review: decide by key, undo, put off, correct, merge, read only, conflicts between people.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWindow, startWorkbench } from './harness.mjs';

let workbench;
before(async () => { workbench = await startWorkbench(); });
after(async () => { await workbench?.close(); });

const REVIEW = '/review?project=samples';
const open = (page) => page.locator('.is-open .claim-text');
const claim = (page) => open(page).innerText();
const toast = (page) => page.locator('.toast').last();

async function visit(path, options, journey) {
  const opened = await openWindow(workbench, options);
  try {
    await opened.page.goto(path);
    await opened.page.locator('.review-item, .review-finished').waitFor();
    await journey(opened.page, opened);
    assert.deepEqual(opened.messages.filter((message) => !options.expects?.test(message)), [], 'no message in the console');
  } finally {
    await opened.context.close();
  }
}

async function read(path) {
  return (await fetch(workbench.server.url + path)).json();
}
async function term(id) {
  const { terms } = await read(`/v1/terms/${id}`);
  return terms.find((one) => one.id === id);
}
const currentId = async (page) => Number(new URL(page.url()).searchParams.get('at'));
const changesFrom = (page, before) => page.waitForFunction((old) => document.querySelector('.is-open .claim-text')?.textContent !== old, before);

test('One key approves, the next item is there at once, and u undoes', () => visit(REVIEW, {}, async (page) => {
  const [before, id] = [await claim(page), await currentId(page)];
  const began = Date.now();
  await page.keyboard.press('a');
  await changesFrom(page, before);
  assert.ok(Date.now() - began < 1500, 'the next item does not wait for the server');
  await toast(page).getByText('Approved').waitFor();
  assert.equal((await term(id)).review, 'approved');
  assert.notEqual(await currentId(page), id, 'the item is part of the address');
  await page.keyboard.press('u');
  await page.waitForFunction((text) => document.querySelector('.is-open .claim-text')?.textContent === text, before);
  assert.notEqual((await term(id)).review, 'approved');
}));

test('Undo of a message puts the item back, also after a rejection by mouse', () => visit(REVIEW, {}, async (page) => {
  const [before, id] = [await claim(page), await currentId(page)];
  await page.locator('.act.is-reject').click();
  await toast(page).getByText('Rejected').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'review-item', 'the focus stays on the item');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction((text) => document.querySelector('.is-open .claim-text')?.textContent === text, before);
  assert.notEqual((await term(id)).review, 'rejected');
}));

test('Later puts an item off, and the arrow brings it back', () => visit(REVIEW, {}, async (page) => {
  const before = await claim(page);
  await page.keyboard.press('ArrowRight');
  await changesFrom(page, before);
  await page.getByRole('button', { name: '1 put off' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await claim(page), before);
}));

test('A correction is kept as a draft, Enter of a composition does not send it, and it is approved when saved', () => visit(REVIEW, {}, async (page) => {
  const [before, id] = [await claim(page), await currentId(page)];
  await page.keyboard.press('e');
  const field = page.getByLabel('Corrected term');
  await field.fill(`${before} corrected`);
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  await page.reload();
  await page.locator('.review-item').waitFor();
  assert.equal(await currentId(page), id, 'the address brings the same item back');
  await page.locator('.review-item').focus();
  await page.keyboard.press('e');
  assert.equal(await field.inputValue(), `${before} corrected`, 'what was typed is still there');
  await page.keyboard.press('a');
  assert.match(await field.inputValue(), /a/, 'letters are text while a field has the focus');
  await field.fill(`${before} corrected`);
  await page.keyboard.press('Enter');
  await toast(page).getByText('Changed').waitFor();
  const made = await term(id);
  assert.deepEqual([made.text, made.review], [`${before} corrected`, 'approved']);
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await page.locator('.toast', { hasText: 'Undone' }).waitFor();
}));

test('A conflict is shown with both sides, merged, and the merge undone', () => visit(`${REVIEW}&at=0`, {}, async (page) => {
  const id = workbench.terms.metastasis;
  await page.goto(`${REVIEW}&at=${id}`);
  await page.locator('.review-rival', { hasText: 'transfer' }).waitFor();
  const concept = (await read(`/v1/terms/${id}`)).id;
  await page.locator('.review-item').focus();
  await page.keyboard.press('m');
  await page.locator('.review-choice', { hasText: 'transfer' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await toast(page).getByText('Merged').waitFor();
  assert.ok((await read(`/v1/concepts/${concept}`)).terms.some(({ text }) => text === 'transfer'));
  await page.locator('.review-term', { hasText: 'transfer' }).waitFor();
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await page.locator('.review-rival', { hasText: 'transfer' }).waitFor();
  assert.ok(!(await read(`/v1/concepts/${concept}`)).terms.some(({ text }) => text === 'transfer'));
}));

test('A note stays on the item', () => visit(REVIEW, {}, async (page) => {
  await page.keyboard.press('n');
  await page.getByLabel('Note', { exact: true }).fill('光学分野のみ');
  await page.keyboard.press('Control+Enter');
  await page.locator('.review-known li', { hasText: '光学分野のみ' }).waitFor();
}));

test('A concept that somebody else changed meanwhile comes back in its current state', () => visit(REVIEW, { expects: /409|ERR_FAILED/ }, async (page) => {
  const [before, id] = [await claim(page), await currentId(page)];
  // The change stream would tell the page: it is held back, so that the server has to.
  const stop = async (route) => route.abort();
  await page.route('**/v1/terms/*', stop);
  const concept = await read(`/v1/terms/${id}`);
  const note = { kind: 'note', concept_id: concept.id, text: 'somebody else' };
  await fetch(`${workbench.server.url}/v1/review/decisions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ decisions: [note] }) });
  await page.locator('.review-item').focus();
  await page.keyboard.press('a');
  await page.locator('.review-changed').waitFor();
  assert.equal(await claim(page), before);
  await page.unroute('**/v1/terms/*', stop);
}));

test('Filters are in the address, and an empty list leads on', () => visit(REVIEW, {}, async (page) => {
  await page.getByRole('button', { name: /^Candidates/ }).click();
  await page.locator('.review-finished').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('status'), 'candidate');
  await page.getByRole('button', { name: 'Show everything that waits' }).click();
  await page.locator('.review-item').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('status'), null);
}));

test('Decisions are listed and can be undone there', () => visit(`${REVIEW}&history=1`, {}, async (page) => {
  const [before, id] = [await claim(page), await currentId(page)];
  await page.locator('.review-item').focus();
  await page.keyboard.press('a');
  await toast(page).getByText('Approved').waitFor();
  const line = page.locator('.review-decision', { hasText: before }).first();
  await line.getByRole('button', { name: 'Undo' }).click();
  await page.locator('.toast', { hasText: 'Undone' }).waitFor();
  assert.notEqual((await term(id)).review, 'approved');
}));

test('A reader sees everything but decides nothing, and is told why', async () => {
  await visit(REVIEW, { token: workbench.tokenOf('read') }, async (page) => {
    const before = await claim(page);
    await page.getByText('Deciding needs the role of a reviewer').waitFor();
    assert.equal(await page.locator('.act').count(), 0);
    await page.keyboard.press('a');
    assert.equal(await claim(page), before);
  });
});

test('A whole list is approved after a look at it, and undone as one', () => visit(`${REVIEW}&field=physics&status=suggested_strong&bulk=1`, {}, async (page) => {
  const waiting = async () => (await read('/v1/review?project=samples&field=physics&status=suggested_strong&limit=200')).items.length;
  const before = await waiting();
  assert.ok(before > 1, `${before} wait`);
  const button = page.getByRole('button', { name: /^Approve \d+ terms$/ });
  assert.equal(await button.innerText(), `Approve ${before} terms`);
  assert.equal(await page.locator('.bulk-list .review-term').count(), Math.min(before, 20));
  await button.click();
  await toast(page).getByText(`Approved ${before} terms`).waitFor();
  assert.equal(await waiting(), 0);
  await page.locator('.review-finished').waitFor();
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await page.locator('.toast', { hasText: 'Undone' }).waitFor();
  await page.locator('.review-item').waitFor();
  assert.equal(await waiting(), before);
  // The same from the list of decisions, when the message is gone.
  await page.goto(`${REVIEW}&field=physics&status=suggested_strong&bulk=1`);
  await button.click();
  await toast(page).getByText(`Approved ${before} terms`).waitFor();
  await page.goto(`${REVIEW}&history=1`);
  await page.getByRole('button', { name: 'Undo all decided together' }).click();
  await page.locator('.toast', { hasText: 'Undone' }).waitFor();
  assert.equal(await waiting(), before);
}));

test('A list that changed since the look at it is not decided on unseen', () => visit(`${REVIEW}&field=physics&bulk=1`, { expects: /409/ }, async (page) => {
  const button = page.getByRole('button', { name: /^Approve \d+ terms$/ });
  const shown = await button.innerText();
  const { items: [item] } = await read('/v1/review?project=samples&field=physics&limit=1');
  const decisions = [{ kind: 'accept', term_id: item.term_id }];
  // Until the page hears of it: its stream of changes is held back by the plan that is on its way.
  await fetch(`${workbench.server.url}/v1/review/decisions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ decisions }) });
  if (await button.innerText() === shown) await button.click();
  const left = Number(/\d+/.exec(shown)[0]) - 1;
  await page.getByRole('button', { name: `Approve ${left} terms` }).waitFor();
}));
