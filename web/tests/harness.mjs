// A server with the sample releases, the built pages in front of it, and a browser. Shared by tests and screenshots.
//
// Reading the samples and starting a browser take longest: both are done once, and each server gets a copy of the base.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../dev.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const BINARIES = [process.env.TAIYAKU_BINARY, join(repository, 'target/release/taiyaku'), join(repository, 'target/debug/taiyaku')];
const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function firstOf(paths, name, variable) {
  const found = paths.find((path) => path && existsSync(path));
  if (!found) throw new Error(`Could not find ${name}. Set ${variable} to its path.`);
  return found;
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export const browserPath = () => firstOf(BROWSERS, 'Chromium', 'CHROMIUM');
export const binary = () => firstOf(BINARIES, 'the program `taiyaku`', 'TAIYAKU_BINARY');

function environment(folder) {
  const env = { ...process.env, TAIYAKU_DATABASE: join(folder, 'base.db'), TAIYAKU_OCR: 'never' };
  delete env.TAIYAKU_TOKEN;
  return env;
}

/** Runs a command on the base in a folder, and gives what it prints. */
function runIn(folder, words) {
  const { status, stdout, stderr } = spawnSync(binary(), words, { env: environment(folder), encoding: 'utf8', cwd: folder });
  if (status !== 0) throw new Error(`taiyaku ${words.join(' ')}: ${stderr}`);
  return stdout;
}

let users = 0;
let shared;

async function makeShared() {
  const samples = await mkdtemp(join(tmpdir(), 'taiyaku-samples-'));
  runIn(samples, ['--project', 'samples', 'ingest', '--quiet', join(repository, 'glossary/samples')]);
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  return { samples, browser };
}

/** The browser and the base with the samples, for as long as anybody uses them. */
export function useShared() {
  users += 1;
  shared ??= makeShared();
  return shared;
}

export async function releaseShared() {
  users -= 1;
  if (users > 0 || !shared) return;
  const { samples, browser } = await shared;
  shared = undefined;
  await browser.close();
  await rm(samples, { recursive: true, force: true });
}

/** Starts a server on a copy of the base with the project `samples`. `args` are further arguments of `taiyaku serve`. */
async function startServer(samples, args, prepare) {
  const folder = await mkdtemp(join(tmpdir(), 'taiyaku-web-'));
  await cp(samples, folder, { recursive: true });
  const run = (...words) => runIn(folder, words);
  prepare?.(run);
  const port = await freePort();
  let child;
  const start = async () => {
    child = spawn(binary(), ['serve', '--listen', `127.0.0.1:${port}`, ...args], { env: environment(folder), stdio: 'ignore', cwd: folder });
    for (let tries = 0; ; tries += 1) {
      try {
        if ((await fetch(`http://127.0.0.1:${port}/ready`)).ok) return;
      } catch (error) {
        if (tries > 100) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const stop = () => new Promise((resolve) => { child.once('exit', resolve); child.kill(); });
  await start();
  return { url: `http://127.0.0.1:${port}`, run, start, stop, close: async () => { await stop(); await rm(folder, { recursive: true, force: true }); } };
}

/** A new token with a role in the sample project. */
function makeToken(run, role, name) {
  return JSON.parse(run('--json', '--project', 'samples', 'token', 'create', '--role', role, '--name', name)).token;
}

/** A server with pages in front of it, and a browser. */
export async function startWorkbench({ args = [] } = {}) {
  const { samples, browser } = await useShared();
  const headers = {};
  // A server that wants a token from everybody does not start while there is none.
  const server = await startServer(samples, args, !args.includes('--require-token') ? undefined : (run) => { headers.authorization = `Bearer ${makeToken(run, 'admin', 'tests')}`; });
  const port = await freePort();
  const pages = await serve({ port, server: server.url });
  const read = async (path) => (await fetch(server.url + path, { headers })).json();
  const find = async (query) => (await read(`/v1/terms?q=${encodeURIComponent(query)}&project=samples`)).matches[0];
  const [metastasis, exosome] = [await find('metastasis'), await find('エクソソーム')];
  const concepts = { metastasis: metastasis.concept.id, exosome: exosome.concept.id };
  const terms = { metastasis: metastasis.term_id };
  const tokens = new Map();
  return {
    server, browser, concepts, terms, read, url: `http://127.0.0.1:${port}`,
    /** The token of a person with a role in the sample project. */
    tokenOf(role, name = 'Yamada') {
      if (!tokens.has(name)) tokens.set(name, makeToken(server.run, role, name));
      return tokens.get(name);
    },
    close: async () => { pages.closeAllConnections(); pages.close(); await server.close(); await releaseShared(); },
  };
}

/** Longer than anything takes on an idle machine: tests also run on busy ones. */
export const TIMEOUT_MS = 20_000;

export const SIZES = { wide: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };

/** Opens a window, logged in with `token` if there is one. `settings` are what the browser has stored of the pages. */
export async function openWindow(workbench, { locale = 'en', size = 'wide', dark = false, settings = {}, token } = {}) {
  const context = await workbench.browser.newContext({
    locale: locale === 'ja' ? 'ja-JP' : 'en-GB', viewport: SIZES[size], colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce',
    hasTouch: size === 'phone', isMobile: size === 'phone', permissions: ['clipboard-read', 'clipboard-write'], baseURL: workbench.url,
  });
  await context.addInitScript((stored) => {
    // An empty window has no storage.
    if (location.origin === 'null' || sessionStorage.getItem('prepared')) return;
    sessionStorage.setItem('prepared', '1');
    for (const [name, value] of Object.entries(stored)) localStorage.setItem(`taiyaku.${name}`, JSON.stringify(value));
  }, settings);
  context.setDefaultTimeout(TIMEOUT_MS);
  if (token) {
    const answer = await context.request.post('/v1/session', { data: { token }, headers: { 'taiyaku-client': 'workbench', origin: workbench.url } });
    if (!answer.ok()) throw new Error(`The log-in was refused: ${await answer.text()}`);
  }
  const page = await context.newPage();
  const messages = [];
  const requests = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => messages.push(`error: ${error.stack ?? error}`));
  page.on('request', (request) => requests.push(request.url()));
  return { page, context, messages, requests };
}

/** Waits until the page shows what it has to show. The stream of changes never ends, so there is no idle network to wait for. */
export async function settle(page) {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => !document.querySelector('.state.loading'));
  await page.waitForTimeout(250);
}

/** Waits until the clipboard has a text: a page copies while it goes on. */
export async function clipboardHas(page, text) {
  await page.waitForFunction(async (wanted) => await navigator.clipboard.readText() === wanted, text);
}
