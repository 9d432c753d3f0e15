// A server with the sample releases, the built pages in front of it, and a browser. Shared by tests and screenshots.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
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

/** Starts a server on a new base with the project `samples`. `options.args` are further arguments of `taiyaku serve`. */
export async function startServer({ args = [] } = {}) {
  const binary = firstOf(BINARIES, 'the program `taiyaku`', 'TAIYAKU_BINARY');
  const folder = await mkdtemp(join(tmpdir(), 'taiyaku-web-'));
  const env = { ...process.env, TAIYAKU_DATABASE: join(folder, 'base.db'), TAIYAKU_OCR: 'never' };
  delete env.TAIYAKU_TOKEN;
  const run = (...words) => {
    const { status, stdout, stderr } = spawnSync(binary, words, { env, encoding: 'utf8', cwd: folder });
    if (status !== 0) throw new Error(`taiyaku ${words.join(' ')}: ${stderr}`);
    return stdout;
  };
  run('--project', 'samples', 'ingest', '--quiet', join(repository, 'glossary/samples'));
  const port = await freePort();
  let child;
  const start = async () => {
    child = spawn(binary, ['serve', '--listen', `127.0.0.1:${port}`, ...args], { env, stdio: 'ignore', cwd: folder });
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

/** A server with pages in front of it, and a browser. */
export async function startWorkbench(options = {}) {
  const server = await startServer(options);
  const port = await freePort();
  const pages = await serve({ port, server: server.url });
  const browser = await chromium.launch({ executablePath: firstOf(BROWSERS, 'Chromium', 'CHROMIUM'), args: ['--no-sandbox'] });
  const find = async (query) => {
    const answer = await fetch(`${server.url}/v1/terms?q=${encodeURIComponent(query)}&project=samples`);
    return (await answer.json()).matches[0].concept.id;
  };
  const concepts = { metastasis: await find('metastasis'), exosome: await find('エクソソーム') };
  return {
    server, browser, concepts, url: `http://127.0.0.1:${port}`,
    close: async () => { await browser.close(); pages.closeAllConnections(); pages.close(); await server.close(); },
  };
}

export const SIZES = { wide: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };

/** Opens a window. `settings` are what the browser has stored of the pages. */
export async function openWindow(workbench, { locale = 'en', size = 'wide', dark = false, settings = {} } = {}) {
  const context = await workbench.browser.newContext({
    locale: locale === 'ja' ? 'ja-JP' : 'en-GB', viewport: SIZES[size], colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce',
    hasTouch: size === 'phone', isMobile: size === 'phone', permissions: ['clipboard-read', 'clipboard-write'], baseURL: workbench.url,
  });
  await context.addInitScript((stored) => {
    if (sessionStorage.getItem('prepared')) return;
    sessionStorage.setItem('prepared', '1');
    for (const [name, value] of Object.entries(stored)) localStorage.setItem(`taiyaku.${name}`, JSON.stringify(value));
  }, settings);
  context.setDefaultTimeout(10_000);
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
