// Smoke journeys in Firefox, through WebDriver BiDi: what a page must not need Chromium for. Left out where Firefox is not installed.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { startWorkbench, TIMEOUT_MS } from './harness.mjs';

const executablePath = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => path && existsSync(path));
const options = { skip: executablePath ? false : 'Firefox is not installed' };

/** Starting a browser takes long on a busy machine. */
const START_MS = 120_000;

let workbench, firefox, home;
before(async () => {
  if (!executablePath) return;
  workbench = await startWorkbench();
  // Firefox does not start in a home folder of another user, as that of an administrator's shell may be.
  home = await mkdtemp(join(tmpdir(), 'taiyaku-firefox-'));
  firefox = await puppeteer.launch({
    browser: 'firefox', executablePath, headless: true, timeout: START_MS, env: { ...process.env, HOME: home }, extraPrefsFirefox: { 'intl.accept_languages': 'en-GB' },
  });
});
after(async () => {
  await firefox?.close();
  await workbench?.close();
  if (home) await rm(home, { recursive: true, force: true });
});

async function visit(path, journey) {
  const context = await firefox.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    const errors = [];
    page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(workbench.url + path);
    await journey(page);
    assert.deepEqual(errors, [], 'no error in the console');
  } finally {
    await context.close();
  }
}

const button = (page, name) => page.locator(`button ::-p-text(${name})`);
const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
/** Gives an input a file, as a person does in the dialog of the system, which no protocol reaches. */
async function choose(page, input, name, bytes) {
  await page.waitForSelector(input);
  await page.$eval(input, (element, called, content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(content)], called));
    element.files = transfer.files;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }, name, [...bytes]);
}
const sample = (name) => fileURLToPath(new URL(`../../glossary/samples/${name}`, import.meta.url));

for (const query of ['転移', 'metastasis', 'てんい', 'METASTASIS']) {
  test(`${query} is found, and its concept opened by keys`, options, () => visit('/?project=samples', async (page) => {
    await page.locator('[data-search-box]').fill(query);
    await page.waitForSelector('.result');
    assert.match(await text(page, '.result'), /転移/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.pathname.startsWith('/concepts/'));
    await page.waitForSelector('h1');
    assert.match(await text(page, 'main'), /metastasis/);
  }));
}

test('A release is put in, read, and its terms are tinted in its text', options, () => visit('/releases?project=default', async (page) => {
  await choose(page, '[data-input="files"]', 'flux-growth.docx', await readFile(sample('flux-growth.docx')));
  await page.waitForFunction(() => /^\/releases\/\d+/.test(location.pathname));
  await page.waitForSelector('.text-pane .tint.is-head');
  assert.ok((await page.$$('.text-pane .tint.is-head')).length >= 6);
}));

test('A term is accepted with one key, and Undo takes that back', options, () => visit('/review?project=samples', async (page) => {
  await page.waitForSelector('.is-open .claim-text');
  const before = await text(page, '.is-open .claim-text');
  await page.keyboard.press('a');
  await page.waitForFunction((old) => document.querySelector('.is-open .claim-text')?.textContent !== old, {}, before);
  await page.keyboard.press('u');
  await page.waitForFunction((old) => document.querySelector('.is-open .claim-text')?.textContent === old, {}, before);
}));

test('A table is planned, imported and undone', options, () => visit('/import?project=samples', async (page) => {
  await choose(page, 'input[type=file]', '用語.csv', Buffer.from('ja,en\r\n𠮷野家の原理,Yoshinoya principle\r\n'));
  await button(page, 'Import 1 row').click();
  await button(page, 'Undo the import').click();
  await page.waitForSelector('.drop-zone');
  assert.deepEqual((await workbench.read('/v1/imports')).imports, []);
}));

test('A filter of an export is in its address, and the file is there', options, () => visit('/export?project=samples&review=candidate', async (page) => {
  await page.waitForSelector('a[download]');
  const file = await page.$eval('a[download]', (link) => link.href);
  const answer = await fetch(file);
  assert.ok(answer.ok && (await answer.arrayBuffer()).byteLength > 100);
}));
