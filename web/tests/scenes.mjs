// Pages and states that are photographed and examined for accessibility. A page adds its own here.
// `isWhole`: the picture is of the whole page; `isAlone`: it changes the base, so it is not shown in two windows at once.

import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const GLOSSARY = ['ja,en,note,owner', '細胞老化,cellular senescence,,', '量子もつれ,quantum entanglement,pairs of particles,', '転移,transposition,,', '𠮷野家の原理,Yoshino principle,,', '渦格子,"vortex', '光格子時計,optical lattice clock,,', ''].join('\r\n');

const choose = (page, name, text) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

/** Chooses a small glossary whose rows have several outcomes, and waits for its plan. */
export async function planned(page, name = 'glossary.csv', text = GLOSSARY) {
  await choose(page, name, text);
  await page.locator('.outcomes').waitFor();
}

/** The import page of a project that no other scene shows. */
async function openTrial(page, server) {
  await fetch(`${server.url}/v1/projects`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'trial', starter: [] }) });
  await page.goto('/import?project=trial');
  await page.locator('.drop-zone').waitFor();
}

/** Selects the words of the first element that matches. */
async function selectText(page, selector) {
  await page.locator(selector).first().waitFor();
  await page.evaluate((wanted) => getSelection().selectAllChildren(document.querySelector(wanted)), selector);
  await page.waitForTimeout(400);
}

async function dropSamples(page) {
  const buffer = await readFile(new URL('../../glossary/samples/cell-senescence.txt', import.meta.url));
  const files = [['cell-senescence.txt', buffer], ['会見写真.png', Buffer.from('89504e470d0a1a0a', 'hex')], ['発表（案）.txt', Buffer.alloc(0)]];
  await page.locator('[data-input="files"]').setInputFiles(files.map(([name, content]) => ({ name, mimeType: 'application/octet-stream', buffer: content })));
  await page.locator('.queue-line.is-failed').nth(1).waitFor();
  await page.locator('.queue-line.is-done').first().waitFor();
}

const PAIR = [
  ['細胞老化の仕組み.txt', '2026年1月28日\n架空工業大学\n\n細胞老化を抑える仕組みを解明\n\n架空工業大学の研究チームは、細胞老化を抑える仕組みを明らかにした。\n研究チームは2028年までに臨床試験を始める計画である。\n'],
  ['senescence-en.txt', 'January 28, 2026\nFictional Institute of Technology\n\nResearchers find how to prevent cellular senescence\n\nA research team at Fictional Institute of Technology has found how to prevent cellular senescence.\nThe team plans to start clinical trials by 2028.\n'],
];

/** Reads a release in two languages, and shows them side by side. */
async function openPair(page, workbench) {
  const folder = await mkdtemp(join(tmpdir(), 'taiyaku-pair-'));
  const files = PAIR.map(([name]) => join(folder, name));
  for (const [index, [, text]] of PAIR.entries()) await writeFile(files[index], text);
  workbench.server.run('--project', 'samples', 'ingest', '--quiet', '--pair', ...files);
  await rm(folder, { recursive: true });
  const { releases } = await workbench.read('/v1/releases?project=samples&limit=200');
  const { id } = releases.find(({ name }) => name === PAIR[0][0]);
  await page.goto(`/releases/${id}?project=samples&view=pair`);
  await page.locator('.side-segment').first().waitFor();
}

async function inviteReader(page) {
  await page.locator('.setting-form input[type=text]').fill(`広報課 ${randomUUID().slice(0, 4)}`);
  await page.locator('.setting-form button[type=submit]').click();
  await page.locator('.token-shown').waitFor();
}

export const scenes = [
  { name: 'lookup-empty-project', path: '/' },
  { name: 'lookup-start', path: '/?project=samples', settings: { recent: ['細胞老化', 'vortex lattice', 'てんい'] } },
  { name: 'lookup-results', path: '/?project=samples&q=%E7%B4%B0%E8%83%9E%E8%80%81%E5%8C%96' },
  { name: 'lookup-two-senses', path: '/?project=samples&q=%E8%BB%A2%E7%A7%BB' },
  { name: 'lookup-nothing', path: '/?project=samples&q=qqqq' },
  { name: 'lookup-memory', path: '/?project=samples&q=%E6%B8%A6' },
  { name: 'lookup-add', path: '/?project=samples&q=%E9%87%8F%E5%AD%90%E6%B8%A6&add=1' },
  { name: 'lookup-proof', path: '/?project=samples&q=metastasis', prepare: (page) => page.locator('.source-mark').first().focus() },
  { name: 'concept', path: (workbench) => `/concepts/${workbench.concepts.exosome}?project=samples` },
  { name: 'concept-conflict', path: (workbench) => `/concepts/${workbench.concepts.metastasis}?project=samples`, isWhole: true },
  { name: 'concept-term', path: (workbench) => `/concepts/${workbench.concepts.exosome}?project=samples`, prepare: (page) => page.locator('[data-term]').last().click() },
  { name: 'concept-missing', path: '/concepts/999999999' },
  { name: 'review', path: '/review?project=samples', isWhole: true },
  { name: 'review-conflict', path: (workbench) => `/review?project=samples&at=${workbench.terms.metastasis}`, isWhole: true },
  { name: 'review-edit', path: '/review?project=samples', prepare: async (page) => { await page.locator('.review-item').waitFor(); await page.keyboard.press('e'); } },
  { name: 'review-merge', path: (workbench) => `/review?project=samples&at=${workbench.terms.metastasis}`, prepare: async (page) => { await page.locator('.review-rival').first().waitFor(); await page.locator('.review-item').focus(); await page.keyboard.press('m'); } },
  { name: 'review-split', path: '/review?project=samples', prepare: async (page) => { await page.locator('.review-item').waitFor(); await page.keyboard.press('s'); } },
  { name: 'review-history', path: '/review?project=samples&history=1' },
  { name: 'review-bulk', path: '/review?project=samples&status=suggested_strong&bulk=1' },
  { name: 'review-finished', path: '/review?project=samples&field=none-of-these' },
  { name: 'import', path: '/import?project=samples' },
  { name: 'import-plan', path: '/import?project=samples', isWhole: true, prepare: (page) => planned(page) },
  { name: 'import-conflicts', path: '/import?project=samples', prepare: async (page) => { await planned(page); await page.locator('.outcome-tab.is-in_conflict').click(); } },
  { name: 'import-options', path: '/import?project=samples', prepare: async (page) => { await planned(page); await page.locator('.import-plan > details > summary').click(); } },
  { name: 'import-unreadable', path: '/import?project=samples', prepare: async (page) => { await choose(page, 'notes.bin', 'this is not a table'); await page.getByText(/Save it as CSV|CSV.*保存/).first().waitFor(); } },
  { name: 'import-done', isAlone: true, path: '/import?project=samples', prepare: async (page, { server }) => { await openTrial(page, server); await planned(page, 'glossary.csv', `${GLOSSARY}${randomUUID()},random\r\n`); await page.locator('.import-apply .primary').click(); await page.locator('.import-done').waitFor(); } },
  { name: 'not-found', path: '/nowhere' },
  { name: 'keys', path: '/', prepare: async (page) => { await page.locator('h1').waitFor({ state: 'attached' }); await page.locator('.brand').focus(); await page.keyboard.press('?'); } },
  { name: 'login', path: '/login' },
  { name: 'export', path: '/export?project=samples&from_releases=true', isWhole: true },
  { name: 'export-other', path: '/export?project=samples&as=deepl&field=physics', isWhole: true },
  { name: 'export-filters', path: '/export?project=samples&as=glossary_docx', prepare: (page) => page.locator('details.export-filters summary, details.field-choice summary').first().click(), isWhole: true },
  { name: 'export-text', path: '/export?project=samples&as=tbx3' },
  { name: 'export-nothing', path: '/export?project=samples&review=approved&as=omegat' },
  { name: 'export-memory', path: '/export?project=samples&as=tmx' },
  { name: 'settings-you', path: '/settings?project=samples' },
  { name: 'settings-keys', path: '/settings?project=samples&section=keys', settings: { keys: { areLettersOn: true, changed: { 'result.copyEnglish': 'x' } } } },
  { name: 'settings-projects', path: '/settings?project=samples&section=projects', isWhole: true },
  { name: 'settings-delete', path: '/settings?project=samples&section=projects', prepare: (page) => page.getByRole('button', { name: /^(Delete …|削除 …)/ }).first().click() },
  { name: 'settings-starter', path: '/settings?project=samples&section=starter' },
  { name: 'settings-checks', path: '/settings?project=samples&section=checks', isWhole: true },
  { name: 'settings-sources', path: '/settings?project=samples&section=sources' },
  { name: 'settings-people', path: '/settings?project=samples&section=people', isWhole: true },
  { name: 'settings-token', isAlone: true, path: '/settings?project=samples&section=people', prepare: inviteReader },
  { name: 'settings-server', path: '/settings?project=samples&section=server' },
  { name: 'help-tour', path: '/help?project=samples', isWhole: true },
  { name: 'help-keys', path: '/help?project=samples&section=keys' },
  { name: 'help-api', path: '/help?project=samples&section=api' },
  { name: 'help-operation', path: '/help?project=samples&section=api&q=terms#search_terms', isWhole: true },
  { name: 'overview', path: '/overview?project=samples', isWhole: true },
  { name: 'overview-several', path: '/overview?project=samples&list=several-english' },
  { name: 'releases-list', path: '/releases?project=samples' },
  { name: 'releases-empty', path: '/releases' },
  { name: 'release-text', path: '/releases/5?project=samples' },
  { name: 'release-place', path: '/releases/1?project=samples&at=2201-2223' },
  { name: 'release-facts', path: '/releases/6?project=samples&tab=facts' },
  { name: 'release-candidates', path: '/releases/5?project=samples&tab=candidates' },
  { name: 'release-corrections', path: '/releases/5?project=samples&tab=corrections' },
  { name: 'release-doubts', path: '/releases/5?project=samples&tab=doubts' },
  { name: 'release-selection', path: '/releases/5?project=samples', prepare: (page) => selectText(page, '.text-pane .tint.is-link') },
  { name: 'release-pair', isAlone: true, path: '/releases?project=samples', prepare: openPair },
  { name: 'release-pairing', path: '/releases/5?project=samples', prepare: async (page) => {
    await page.getByRole('button', { name: /Pair with its other language|別言語版と対応づける/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('ce');
    await page.locator('.pair-choices input').first().check();
  } },
  { name: 'releases-queue', isAlone: true, path: '/releases?project=samples', prepare: dropSamples },
  { name: 'release-missing', path: '/releases/99999?project=samples' },
];

/** The address of a scene, which may depend on what is in the base. */
export const scenePath = (scene, workbench) => typeof scene.path === 'function' ? scene.path(workbench) : scene.path;
