// Journeys through export, overview and help in a real browser against a real server.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { answer, COVERAGE, TABLE_PREVIEW } from './answers.mjs';
import { openWindow, startWorkbench } from './harness.mjs';

let workbench;
before(async () => { workbench = await startWorkbench(); });
after(async () => { await workbench?.close(); });

async function visit(path, journey, { prepare, ...options } = {}) {
  const opened = await openWindow(workbench, options);
  try {
    await prepare?.(opened.page);
    await opened.page.goto(path);
    await opened.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await journey(opened.page, opened);
    assert.deepEqual(opened.messages.filter((message) => !isExpected(message)), [], 'no message in the console');
  } finally {
    await opened.context.close();
  }
}

/** Routes that a server is too old for answer 404, which browsers log. */
const isExpected = (message) => /404 .*\/(v1\/session|preview\?.*|v1\/coverage.*)$/.test(message);

const parameters = (page) => new URL(page.url()).searchParams;
const contents = async (page) => { await page.locator('.export-file [role=status]').filter({ hasText: /\d/ }).waitFor(); };

test('An Excel sheet is one click away', () => visit('/export?project=samples', async (page) => {
  await contents(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download' }).click()]);
  assert.equal(download.suggestedFilename(), 'samples.xlsx');
  assert.equal((await readFile(await download.path())).subarray(0, 2).toString(), 'PK');
}));

test('Format and filters are in the address, survive a reload, and can be removed at once', () => visit('/export?project=samples', async (page) => {
  await page.getByRole('radio', { name: /^OmegaT/ }).check();
  await page.getByRole('radio', { name: /^Only terms from our releases/ }).check();
  await page.locator('summary', { hasText: 'Subject fields' }).click();
  await page.getByRole('checkbox', { name: 'Physics' }).check();
  await page.waitForFunction(() => new URL(location.href).searchParams.get('field') === 'physics');
  assert.equal(parameters(page).get('as'), 'omegat');
  assert.equal(parameters(page).get('from_releases'), 'true');
  await page.reload();
  await contents(page);
  assert.ok(await page.getByRole('radio', { name: /^OmegaT/ }).isChecked());
  const href = await page.getByRole('link', { name: 'Download' }).getAttribute('href');
  assert.equal(href, '/v1/exports/samples.utf8?format=omegat&profile=omegat&field=physics&from_releases=true');
  await page.getByRole('button', { name: 'Remove all filters' }).first().click();
  assert.deepEqual([...parameters(page).keys()].sort(), ['as', 'project']);
}));

test('The memory is not asked for with filters of terms', () => visit('/export?project=samples&field=physics&profile=human', async (page) => {
  await page.getByLabel('Other formats').selectOption('tmx');
  await page.getByText(/4 segments/).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Download' }).getAttribute('href'), '/v1/exports/samples.tmx?format=tmx');
  assert.equal(await page.getByText('Subject fields').count(), 0);
}));

test('Every format can be counted and downloaded', () => visit('/export?project=samples&from_releases=true', async (page) => {
  const names = await page.getByLabel('Other formats').locator('option').evaluateAll((all) => all.map(({ value }) => value).filter(Boolean));
  assert.equal(names.length, 23);
  for (const name of names) {
    await page.getByLabel('Other formats').selectOption(name);
    const path = await page.getByRole('link', { name: 'Download' }).getAttribute('href');
    assert.equal(new URL(path, workbench.url).searchParams.get('format'), name);
    assert.equal((await fetch(workbench.server.url + path, { method: 'HEAD' })).status, 200, path);
  }
  await contents(page);
  assert.equal(await page.getByRole('alert').count(), 0);
}));

test('The address for programs is copied whole', () => visit('/export?project=samples&review=candidate', async (page) => {
  await page.getByRole('button', { name: 'Copy address' }).click();
  await page.getByText(/^Address copied/).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(text, `${workbench.url}/v1/exports/samples.xlsx?format=xlsx&review=candidate`);
  assert.equal((await fetch(text)).status, 200);
}));

test('Rows are shown as they will be, or it is said that the server cannot', async () => {
  await visit('/export?project=samples', async (page) => {
    await contents(page);
    assert.equal(await page.getByRole('alert').count(), 0);
  });
  await visit('/export?project=samples', async (page) => {
    await page.getByRole('columnheader', { name: 'reading' }).waitFor();
    assert.equal(await page.locator('.export-preview tbody tr').count(), 20);
    assert.equal(await page.locator('.export-preview td').nth(0).getAttribute('lang'), 'ja');
  }, { prepare: (page) => answer(page, '**/preview?*', TABLE_PREVIEW) });
  await visit('/export?project=samples&as=glossary_docx', (page) => page.getByText('Rows of a Word document cannot be shown here').waitFor(),
    { prepare: (page) => answer(page, '**/preview?*', { columns: null, rows: null, text: null, more: false }) });
});

test('Nothing to export is said with a way out', () => visit('/export?project=samples&review=approved&as=omegat', async (page) => {
  await page.getByText('Nothing matches these filters').waitFor();
  await page.locator('.export-contents').getByRole('button', { name: 'Remove all filters' }).click();
  await page.getByText('Not in the file').waitFor();
}));

test('All projects are one file', () => visit('/export?project=*', async (page) => {
  await contents(page);
  assert.match(await page.getByRole('link', { name: 'Download' }).getAttribute('href'), /^\/v1\/exports\/default,samples\.xlsx\?/);
  await page.getByText(/concepts/).first().waitFor();
}));

test('The overview lists terms that need work, and they lead to their concepts', () => visit('/overview?project=samples', async (page) => {
  await page.getByRole('button', { name: 'Several English terms' }).click();
  await page.locator('.work-item a').first().waitFor();
  assert.equal(parameters(page).get('list'), 'several-english');
  assert.equal(await page.locator('.work-item').count(), 10);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.work-item').length > 10);
  await page.locator('.work-item a').first().click();
  await page.waitForURL(/\/concepts\/\d+/);
}));

test('Coverage is a table with bars, and a CSV without formulas', () => visit('/overview?project=samples', async (page) => {
  await page.getByText('53 of 56 glossary terms have English').waitFor();
  const table = page.getByRole('table', { name: 'By subject field' });
  assert.match(await table.getByRole('row', { name: /^Life sciences/ }).innerText(), /482\s+480\s+120\s+99 %/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'By subject field: CSV' }).click()]);
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
  assert.equal(lines[0], '\ufeffField,Terms,With English,Approved');
  assert.ok(lines.includes("'=1+1,3,0,0"));
}, { prepare: (page) => answer(page, '**/v1/coverage*', COVERAGE) }));

test('The tour leads through the samples', () => visit('/help?project=samples', async (page) => {
  await page.getByRole('link', { name: 'Look up 転移' }).click();
  await page.locator('.result').first().waitFor();
  assert.equal(parameters(page).get('q'), '転移');
  await page.goBack();
  await page.getByRole('heading', { name: 'Five minutes with the sample project' }).waitFor();
}));

test('The API reference finds, opens and links operations', () => visit('/help?section=api', async (page) => {
  const box = page.getByRole('searchbox');
  await box.fill('exports summary');
  await page.waitForFunction(() => document.querySelectorAll('.operation').length === 1);
  await page.getByRole('button', { name: /^GET \/v1\/exports/ }).click();
  await page.getByText('Only concepts of these subject fields, separated by commas.').waitFor();
  assert.equal(new URL(page.url()).hash, '#summarize_export');
  await page.reload();
  await page.getByRole('heading', { name: 'Query' }).waitFor();
  await box.fill('qqqq');
  await page.getByText('Nothing in the API matches “qqqq”').waitFor();
  await box.press('Escape');
  assert.equal(await box.inputValue(), '');
  const documented = Object.values((await (await fetch(`${workbench.server.url}/openapi.json`)).json()).paths).flatMap((path) => Object.keys(path)).length;
  await page.waitForFunction((count) => document.querySelectorAll('.operation').length === count, documented);
}));

test('Every operation of the API can be opened', () => visit('/help?section=api', async (page) => {
  await page.locator('.operation').first().waitFor();
  const missing = await page.evaluate(async () => {
    const isDrawn = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
    const closed = [];
    for (const { id } of [...document.querySelectorAll('.operation')]) {
      document.querySelector(`#${id} .operation-line`).click();
      await isDrawn();
      const more = document.getElementById(`${id}-more`);
      if (!more?.querySelector('pre')) closed.push(id);
      for (const type of [...more?.querySelectorAll('button.member-type') ?? []]) type.click();
      await isDrawn();
      if (more?.querySelectorAll('button[aria-expanded=true]').length !== more?.querySelectorAll('button.member-type').length - (more?.querySelectorAll('.member .schema button.member-type').length ?? 0)) closed.push(`members of ${id}`);
    }
    return closed;
  });
  assert.deepEqual(missing, []);
}));
