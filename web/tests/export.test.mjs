// Journeys through export, overview and help in a real browser against a real server.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openWindow, startWorkbench } from './harness.mjs';

let workbench;
before(async () => { workbench = await startWorkbench(); });
after(async () => { await workbench?.close(); });

async function visit(path, journey, options = {}) {
  const opened = await openWindow(workbench, options);
  try {
    await opened.page.goto(path);
    await opened.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await journey(opened.page, opened);
    assert.deepEqual(opened.messages, [], 'no message in the console');
  } finally {
    await opened.context.close();
  }
}

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

test('Rows are shown as they will be, as cells or as text; those of a Word document are not', async () => {
  await visit('/export?project=samples&from_releases=true', async (page) => {
    const { columns, rows } = await workbench.read('/v1/exports/samples.xlsx/preview?format=xlsx&from_releases=true&rows=20');
    await page.getByRole('columnheader', { name: columns[1], exact: true }).waitFor();
    assert.deepEqual(await page.locator('.export-preview tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent))), rows);
    assert.equal(await page.locator('.export-preview td:not(:empty)').filter({ hasText: /^[ぁ-ん一-龠]+$/ }).first().getAttribute('lang'), 'ja');
  });
  await visit('/export?project=samples&as=tbx3', async (page) => {
    await page.locator('pre.preview-scroll').waitFor();
    assert.match(await page.locator('pre.preview-scroll').innerText(), /<tbx /);
  });
  await visit('/export?project=samples&as=glossary_docx', (page) => page.getByText('Rows of a Word document cannot be shown here').waitFor());
});

test('A TBX file and the printable glossary are downloaded', () => visit('/export?project=samples&from_releases=true', async (page) => {
  const download = async () => {
    await contents(page);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download' }).click()]);
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
  };
  await page.getByRole('radio', { name: /^Printable glossary/ }).check();
  const glossary = await download();
  assert.deepEqual([glossary.name, glossary.content.subarray(0, 2).toString()], ['samples.docx', 'PK']);
  await page.getByLabel('Other formats').selectOption('tbx3');
  const tbx = await download();
  assert.equal(tbx.name, 'samples.tbx');
  assert.match(tbx.content.toString(), /<tbx [^>]*type="TBX-Basic"/);
  assert.match(tbx.content.toString(), /<term>細胞老化<\/term>/);
}));

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

test('Coverage is a table with bars, and a CSV without formulas', async () => {
  const term = { ja: '式の名前', en: 'formula name', field: '=1+1', project: 'samples' };
  const { status } = await fetch(`${workbench.server.url}/v1/terms`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(term) });
  assert.equal(status, 201);
  const { heads, fields } = await workbench.read('/v1/coverage?project=samples');
  await visit('/overview?project=samples', async (page) => {
    await page.getByText(heads.heads === heads.with_english ? `All ${heads.heads}` : `${heads.with_english} of ${heads.heads} glossary terms have English`).waitFor();
    const table = page.getByRole('table', { name: 'By subject field' });
    const { terms, with_english: found, approved } = fields.find(({ field }) => field === 'physics');
    assert.match(await table.getByRole('row', { name: /^Physics/ }).innerText(), new RegExp(`${terms}\\s+${found}\\s+${approved}\\s+\\d+ %`));
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'By subject field: CSV' }).click()]);
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    assert.equal(lines[0], '\ufeffField,Terms,With English,Approved');
    assert.ok(lines.some((line) => line.startsWith("'=1+1,1,1,")), lines.join('\n'));
  });
});

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
