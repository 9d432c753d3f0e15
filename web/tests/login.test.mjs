// Log-in with a token, typed or from a link, on a server that wants one from everybody.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWindow, startWorkbench } from './harness.mjs';

let workbench;
before(async () => { workbench = await startWorkbench({ args: ['--require-token'] }); });
after(async () => { await workbench?.close(); });

async function visit(path, journey, { expects = /401/ } = {}) {
  const opened = await openWindow(workbench);
  const sent = [];
  opened.page.on('request', (request) => { if (request.url().endsWith('/v1/session')) sent.push({ method: request.method(), headers: request.headers(), body: request.postDataJSON() }); });
  try {
    await opened.page.goto(path);
    await journey(opened.page, sent);
    assert.deepEqual(opened.messages.filter((message) => !expects.test(message)), [], 'no message in the console');
  } finally {
    await opened.context.close();
  }
}

test('The token of a link logs in, and is neither in the address nor in the history', async () => {
  const token = workbench.tokenOf('read');
  await visit(`/login#token=${token}`, async (page, sent) => {
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByText('Yamada').waitFor();
    const post = sent.find(({ method }) => method === 'POST');
    assert.deepEqual(post.body, { token });
    assert.equal(post.headers['taiyaku-client'], 'workbench');
    assert.ok(!page.url().includes('tyk_'));
    const [cookie] = await page.context().cookies();
    assert.deepEqual([cookie.httpOnly, cookie.sameSite], [true, 'Strict']);
    assert.ok(!JSON.stringify(await page.evaluate(() => ({ ...localStorage, ...sessionStorage, cookie: document.cookie }))).includes('tyk_'), 'no script can read it');
    await page.goBack().catch(() => undefined);
    assert.ok(!page.url().includes('tyk_'));
  });
});

test('Who is not logged in comes to the log-in, and from there to the page they wanted; a reader may not write', async () => {
  const token = workbench.tokenOf('read');
  await visit('/?q=metastasis&project=samples', async (page) => {
    await page.waitForURL('**/login?to=*');
    await page.getByLabel('Token').fill('tyk_wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The token is not valid').waitFor();
    await page.getByLabel('Token').fill(token);
    await page.keyboard.press('Enter');
    await page.locator('.result').first().waitFor();
    assert.equal(new URL(page.url()).searchParams.get('q'), 'metastasis');
    assert.equal(await page.getByRole('button', { name: /^Add/ }).count(), 0, 'a reader adds nothing');
    // What the pages do not offer, the server refuses, too.
    const status = await page.evaluate(async () => (await fetch('/v1/terms', { method: 'POST', headers: { 'content-type': 'application/json', 'taiyaku-client': 'workbench' }, body: JSON.stringify({ ja: '無断', en: 'without leave', project: 'samples' }) })).status);
    assert.equal(status, 403);
    await page.goto('/releases?project=samples');
    await page.locator('.releases-table').waitFor();
    assert.equal(await page.locator('[data-input="files"]').count(), 0);
    await page.reload();
    await page.locator('.releases-table').waitFor();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Token').waitFor();
    assert.equal(await page.evaluate(async () => (await fetch('/v1/terms?q=x')).status), 401, 'the session is over on the server, too');
  }, { expects: /40[13]/ });
});

test('A token that is revoked while its holder is logged in leads back to the log-in', async () => {
  const token = workbench.tokenOf('review', 'Suzuki');
  await visit(`/login?to=%2F%3Fproject%3Dsamples#token=${token}`, async (page) => {
    await page.locator('[data-search-box]').waitFor();
    const { tokens } = await workbench.read('/v1/tokens');
    workbench.server.run('token', 'revoke', String(tokens.find(({ name }) => name === 'Suzuki').id));
    // The next request finds out; if one was still under way, that is the one.
    await Promise.any([page.locator('[data-search-box]').fill('metastasis'), page.getByLabel('Token').waitFor()]);
    await page.getByLabel('Token').waitFor();
    assert.equal(new URL(page.url()).pathname, '/login');
  });
});

test('The log-in leads to pages of this server only', async () => {
  const token = workbench.tokenOf('read');
  await visit('/login?to=https%3A%2F%2Fexample.com%2F', async (page) => {
    await page.getByLabel('Token').fill(token);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    assert.equal(new URL(page.url()).origin, workbench.url);
  });
});
