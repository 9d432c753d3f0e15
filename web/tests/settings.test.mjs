// Journeys through the settings in a real browser against a real server.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clipboardHas, openWindow, startWorkbench } from './harness.mjs';

let workbench;
before(async () => { workbench = await startWorkbench(); });
after(async () => { await workbench?.close(); });

async function visit(section, journey, options = {}) {
  const opened = await openWindow(workbench, options);
  try {
    await opened.page.goto(`/settings?project=samples&section=${section}`);
    await opened.page.getByRole('heading', { level: 2 }).first().waitFor();
    await journey(opened.page);
    assert.deepEqual(opened.messages.filter((message) => !/404 .*\/v1\/projects\/\w+$/.test(message)), [], 'no message in the console');
  } finally {
    await opened.context.close();
  }
}

const get = async (path) => (await fetch(workbench.server.url + path)).json();
const toast = (page) => page.locator('.toast').last();

test('A name is kept in the browser and stands in the history', () => visit('you', async (page) => {
  await page.getByLabel('Your name').fill('山田花子');
  await page.getByText('Kept in this browser, not sent yet').waitFor();
  await page.reload();
  assert.equal(await page.getByLabel('Your name').inputValue(), '山田花子', 'a draft survives');
  await page.getByLabel('Your name').press('Enter');
  await page.getByText('recorded as 山田花子').waitFor();
  await page.goto('/settings?project=samples&section=starter');
  await page.getByRole('checkbox', { name: /^Agriculture/ }).click();
  await toast(page).getByText('Removed Agriculture').waitFor();
  const { changes } = await get('/v1/changes?project=samples&limit=200&since=' + ((await get('/ready')).revision - 100));
  assert.ok(changes.some(({ actor }) => actor === '山田花子'), 'the change is theirs');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  // Terms are added one by one to what is there, which takes a while.
  await page.waitForFunction(() => document.querySelector('.is-tight input').checked, undefined, { timeout: 120_000 });
}));

test('Language and appearance change at once', () => visit('you', async (page) => {
  await page.getByRole('radio', { name: 'Dark' }).check();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.getByRole('radio', { name: '日本語' }).check();
  await page.getByRole('heading', { level: 1, name: '設定' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'ja');
}));

test('A project is created, renamed, renamed back and deleted after a question', () => visit('projects', async (page) => {
  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.fill('a/b');
  await page.getByText('A name cannot contain').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Create project' }).isDisabled());
  await name.fill('広報');
  await page.getByRole('radio', { name: 'Some subject fields' }).check();
  await page.getByRole('checkbox', { name: 'Physics' }).check();
  await page.getByRole('button', { name: 'Create project' }).click();
  await toast(page).getByText('Created the project 広報').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('project'), '広報');
  assert.deepEqual((await get(`/v1/projects/${encodeURIComponent('広報')}`)).project.starter, ['physics']);
  await page.getByRole('button', { name: 'Rename 広報' }).click();
  await page.keyboard.type('広報課');
  await page.keyboard.press('Enter');
  await toast(page).getByText('now called 広報課').waitFor();
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Delete … 広報', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/It holds 0 releases/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete … 広報', exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await toast(page).getByText('Deleted the project 広報').waitFor();
  assert.ok(!(await get('/v1/projects')).projects.some((project) => project.name.startsWith('広報')));
}));

test('Checks change at once and can be undone', () => visit('checks', async (page) => {
  await page.getByLabel('Numbers that differ').selectOption('error');
  await toast(page).getByText('Changed: Numbers that differ').waitFor();
  assert.deepEqual((await get('/v1/checks/settings?project=samples')).rules, { numbers: 'error' });
  await page.getByLabel('Round brackets').selectOption('full');
  await page.waitForFunction(async () => (await (await fetch('/v1/checks/settings?project=samples')).json()).style.brackets === 'full');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction(async () => (await (await fetch('/v1/checks/settings?project=samples')).json()).style.brackets === 'any');
  assert.deepEqual((await get('/v1/checks/settings?project=samples')).rules, { numbers: 'error' });
}));

test('A key is changed, refused where it is taken, and works on the pages', () => visit('keys', async (page) => {
  await page.getByRole('button', { name: 'Copy the English: c. Change' }).click();
  await page.keyboard.press('j');
  await page.locator('.problem', { hasText: '“j” is taken by: Copy the Japanese' }).waitFor();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Copy the English: x. Change' }).waitFor();
  await page.goto('/?project=samples&q=metastasis');
  await page.locator('.result').first().waitFor();
  await page.locator('[data-search-box]').press('ArrowDown');
  await page.keyboard.press('c');
  await page.keyboard.press('x');
  await toast(page).getByText('Copied metastasis').waitFor();
  assert.equal(await page.locator('.toast').count(), 1, 'the old key does nothing');
}));

test('Keys that an IME or a modifier makes are not taken', () => visit('keys', async (page) => {
  const button = page.getByRole('button', { name: /^Copy the English/ });
  await button.click();
  await page.keyboard.press('Control+b');
  await page.locator('.problem', { hasText: 'Use a letter, digit or sign' }).waitFor();
  await button.dispatchEvent('keydown', { key: 'あ', isComposing: true, bubbles: true });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Copy the English: c. Change' }).waitFor();
}));

test('An imported file is listed with its licence and removed after a question', async () => {
  const utx = '#UTX 1.11; ja/en; 2026-11-20; copyright: Example (2026); license: CC-BY 4.0\n#src\ttgt\tsrc:pos\tterm status\n量子もつれ渦\tentangled vortex\tnoun\tapproved\n';
  await fetch(`${workbench.server.url}/v1/imports?name=physics.utx&project=samples`, { method: 'POST', body: utx });
  await visit('sources', async (page) => {
    await page.getByText('Example (2026) · CC-BY 4.0').waitFor();
    await page.getByRole('button', { name: 'Remove … physics.utx' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await toast(page).getByText('Removed physics.utx. 2 terms went with it.').waitFor();
    await page.getByText('Nothing imported yet').waitFor();
  });
});

test('A link for a reader is shown once and can be revoked', () => visit('people', async (page) => {
  await page.getByRole('textbox', { name: /^Name/ }).fill('広報課');
  await page.getByRole('radio', { name: 'Only these' }).check();
  await page.getByRole('checkbox', { name: 'samples' }).check();
  await page.getByRole('button', { name: 'Create link' }).click();
  await page.getByText('The link for 広報課 is ready').waitFor();
  const [link, secret] = await page.locator('.token-shown code').allInnerTexts();
  assert.equal(link, `${workbench.url}/login#token=${secret}`);
  const who = await (await fetch(`${workbench.server.url}/v1/session`, { headers: { authorization: `Bearer ${secret}` } })).json();
  assert.deepEqual([who.name, who.role, who.projects], ['広報課', 'read', ['samples']]);
  await page.reload();
  await page.locator('.setting-name', { hasText: '広報課' }).waitFor();
  assert.ok(!(await page.content()).includes(secret), 'the secret is gone');
  await page.getByRole('button', { name: 'Revoke … 広報課' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await toast(page).getByText('Revoked the token of 広報課').waitFor();
  assert.equal((await fetch(`${workbench.server.url}/v1/terms?q=x`, { headers: { authorization: `Bearer ${secret}` } })).status, 401);
}));

test('The server says that it runs, and how to make a backup', () => visit('server', async (page) => {
  await page.getByText('Running').waitFor();
  await page.getByRole('button', { name: 'Copy: One backup now' }).click();
  await clipboardHas(page, 'taiyaku backup taiyaku.bak');
}));
