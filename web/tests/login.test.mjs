// Log-in with a token, typed or from a link. The session is answered in the shapes of the API by the test, the rest by the server.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWindow, startWorkbench } from './harness.mjs';

const TOKEN = 'tyk_abcdefghijklmnop';
const ANONYMOUS = { name: null, role: null, projects: null, by: null, default_project: 'default', version: '0.1.0' };
const YAMADA = { ...ANONYMOUS, name: 'Yamada', role: 'read', projects: ['samples'], by: 'cookie' };

let workbench;
before(async () => { workbench = await startWorkbench(); });
after(async () => { await workbench?.close(); });

async function visit(path, journey) {
  const opened = await openWindow(workbench, {});
  const sent = [];
  let current = ANONYMOUS;
  await opened.page.route('**/v1/session', async (route) => {
    const request = route.request();
    sent.push({ method: request.method(), headers: request.headers(), body: request.postDataJSON() });
    if (request.method() === 'DELETE') { current = ANONYMOUS; return route.fulfill({ status: 204 }); }
    if (request.method() === 'POST') {
      if (request.postDataJSON().token !== TOKEN) {
        return route.fulfill({ status: 401, contentType: 'application/problem+json', json: { type: '', title: '', status: 401, detail: 'The token is not valid.', code: 'unauthorized', instance: '' } });
      }
      current = YAMADA;
    }
    return route.fulfill({ json: current });
  });
  try {
    await opened.page.goto(path);
    await journey(opened.page, sent);
  } finally {
    await opened.context.close();
  }
}

test('The token of a link logs in, and is neither in the address nor in the history', () => visit(`/login#token=${TOKEN}`, async (page, sent) => {
  await page.waitForURL((url) => url.pathname === '/');
  await page.getByText('Yamada').waitFor();
  const post = sent.find(({ method }) => method === 'POST');
  assert.deepEqual(post.body, { token: TOKEN });
  assert.equal(post.headers['taiyaku-client'], 'workbench');
  assert.ok(!page.url().includes('tyk_'));
  await page.goBack().catch(() => undefined);
  assert.ok(!page.url().includes('tyk_'));
}));

test('Who is not logged in comes to the log-in, and from there to the page they wanted', () => visit('/?q=metastasis&project=samples', async (page) => {
  await page.waitForURL('**/login?to=*');
  await page.getByLabel('Token').fill('tyk_wrong');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('The token is not valid').waitFor();
  await page.getByLabel('Token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await page.locator('.result').first().waitFor();
  assert.equal(new URL(page.url()).searchParams.get('q'), 'metastasis');
  assert.equal(await page.getByRole('button', { name: /^Add/ }).count(), 0, 'a reader adds nothing');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByLabel('Token').waitFor();
}));

test('The log-in leads to pages of this server only', () => visit('/login?to=https%3A%2F%2Fexample.com%2F', async (page) => {
  await page.getByLabel('Token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  assert.equal(new URL(page.url()).origin, workbench.url);
}));
