// Journeys through import: plan, outcomes, apply, undo, review sheets, what is refused before it is sent.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWindow, startWorkbench } from './harness.mjs';
import { planned } from './scenes.mjs';

let workbench;
before(async () => { workbench = await startWorkbench(); });
after(async () => { await workbench?.close(); });

const IMPORT = '/import?project=samples';
const toast = (page) => page.locator('.toast').last();
const count = (page, outcome) => page.locator(`.outcome-tab.is-${outcome} .outcome-count`).innerText();
const choose = (page, name, buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

async function visit(path, options, journey) {
  const opened = await openWindow(workbench, options);
  try {
    await opened.page.goto(path);
    await opened.page.locator('.import-history .section-head').waitFor();
    await journey(opened.page, opened);
    assert.deepEqual(opened.messages, [], 'no message in the console');
  } finally {
    await opened.context.close();
  }
}
const read = async (path) => (await fetch(workbench.server.url + path)).json();

test('A file is planned, its outcomes are shown with their rows, nothing has changed yet', () => visit(IMPORT, {}, async (page) => {
  await planned(page);
  assert.deepEqual(await Promise.all(['added', 'merged', 'in_conflict', 'refused'].map((one) => count(page, one))), ['1', '3', '1', '1']);
  await page.locator('.outcome-tab.is-in_conflict').click();
  await page.getByText('転移 is metastasis there, transposition in the file').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('outcome'), 'in_conflict');
  assert.equal(await page.locator('.import-rows tbody tr').count(), 1);
  await page.locator('.outcome-tab.is-refused').click();
  assert.match(await page.locator('.row-reason').innerText(), /Could not read the row/);
  assert.match(await page.locator('.import-columns summary').innerText(), /1 column is not used/);
  assert.deepEqual((await read('/v1/imports')).imports, []);
}));

test('It is imported, found again in the list, and undone', () => visit(IMPORT, {}, async (page) => {
  await planned(page);
  await page.getByRole('button', { name: 'Import 5 rows' }).click();
  await page.getByRole('heading', { name: 'Imported glossary.csv' }).waitFor();
  await page.getByText('line 6').waitFor();
  const id = new URL(page.url()).searchParams.get('import');
  assert.ok(id, 'the import is in the address');
  await page.reload();
  await page.getByRole('heading', { name: 'Imported glossary.csv' }).waitFor();
  assert.equal((await read(`/v1/terms?q=${encodeURIComponent('𠮷野家の原理')}&project=samples`)).matches[0]?.kind, 'exact');
  await page.getByRole('button', { name: 'Undo the import', exact: true }).click();
  await toast(page).getByText('Undid the import of glossary.csv').waitFor();
  await page.locator('.drop-zone').waitFor();
  assert.deepEqual((await read('/v1/imports')).imports, []);
}));

test('An option makes the plan anew; an earlier import asks before it is undone', () => visit(IMPORT, {}, async (page) => {
  await planned(page, 'other.csv', 'ja,en\r\nゼットン効果,Zetton effect\r\n');
  await page.locator('.import-plan > details > summary').click();
  const again = page.waitForRequest((request) => /approved=true/.test(request.url()) && /plan=true/.test(request.url()));
  await page.getByLabel('Counts as approved').check();
  await again;
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await page.locator('.import-done').waitFor();
  const { matches } = await read(`/v1/terms?q=${encodeURIComponent('Zetton effect')}&project=samples`);
  assert.equal(matches[0].concept.terms.find(({ lang }) => lang === 'en').review, 'approved');
  await page.getByRole('button', { name: 'Another file' }).click();
  await page.getByRole('button', { name: 'Undo: other.csv' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Nothing has been imported yet.').waitFor();
}));

test('Columns whose headings say nothing are told on the page', () => visit(IMPORT, {}, async (page) => {
  await choose(page, 'columns.csv', Buffer.from('番号,和,洋\r\n1,試験管の原理,test tube principle\r\n2,秤の原理,balance principle\r\n'));
  await page.getByText('Which columns hold the terms?').waitFor();
  await page.getByLabel('Japanese in column').fill('2');
  await page.getByLabel('English in column').fill('2');
  assert.ok(await page.getByRole('button', { name: 'Read it so' }).isDisabled(), 'one column cannot be both');
  await page.getByLabel('English in column').fill('3');
  await page.getByRole('button', { name: 'Read it so' }).click();
  await page.getByText('試験管の原理 = test tube principle').waitFor();
}));

test('A file over 64 MiB and an empty one are not sent', () => visit(IMPORT, {}, async (page, { requests }) => {
  await choose(page, 'empty.csv', Buffer.alloc(0));
  await page.getByText('empty.csv is empty').waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(65 * 1024 * 1024)], 'large.tmx'));
    dispatchEvent(new DragEvent('dragenter', { dataTransfer: data }));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  });
  await page.getByRole('alert').getByText('large.tmx').waitFor();
  assert.ok(!requests.some((url) => url.includes('plan=true')));
}));

test('A file in no known format says what to do', () => visit(IMPORT, {}, async (page) => {
  await choose(page, 'notes.bin', Buffer.from('this is not a table'));
  await page.getByText('This file cannot be imported').waitFor();
  await page.getByText('Save it as CSV').waitFor();
}));

test('A review sheet is looked at, carried out, and undone', () => visit(IMPORT, {}, async (page) => {
  const sheet = await (await fetch(`${workbench.server.url}/v1/review/sheet?project=samples`)).text();
  const [head, row] = sheet.split(/\r?\n/);
  const at = head.split(',').indexOf('decision') - head.split(',').length;
  const cells = row.split(',');
  cells[cells.length + at] = 'accept';
  await choose(page, 'sheet.csv', Buffer.from([head, cells.join(','), ''].join('\r\n')));
  await page.getByRole('button', { name: 'Carry out 1 decision' }).click();
  await page.getByRole('heading', { name: 'Carried out 1 decision' }).waitFor();
  const id = Number(cells[1]);
  const review = async () => (await read(`/v1/terms/${id}`)).terms.find((one) => one.id === id).review;
  assert.equal(await review(), 'approved');
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await toast(page).getByText('Undid').waitFor();
  assert.notEqual(await review(), 'approved');
}));

test('A reader sees what was imported, and why nothing more', async () => {
  await visit(IMPORT, { token: workbench.tokenOf('read') }, async (page) => {
    await page.getByText('Importing needs the role of a contributor').waitFor();
    assert.equal(await page.locator('.drop-zone').count(), 0);
  });
});
