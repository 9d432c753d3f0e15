// Pages and states that are photographed and examined for accessibility. A page adds its own here.

import { readFile } from 'node:fs/promises';

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
  { name: 'not-found', path: '/nowhere' },
  { name: 'keys', path: '/', prepare: async (page) => { await page.locator('h1').waitFor({ state: 'attached' }); await page.locator('.brand').focus(); await page.keyboard.press('?'); } },
  { name: 'login', path: '/login' },
  { name: 'releases-list', path: '/releases?project=samples' },
  { name: 'releases-empty', path: '/releases' },
  { name: 'release-text', path: '/releases/5?project=samples' },
  { name: 'release-place', path: '/releases/1?project=samples&at=2201-2223' },
  { name: 'release-facts', path: '/releases/6?project=samples&tab=facts' },
  { name: 'release-candidates', path: '/releases/5?project=samples&tab=candidates' },
  { name: 'release-corrections', path: '/releases/5?project=samples&tab=corrections' },
  { name: 'release-doubts', path: '/releases/5?project=samples&tab=doubts' },
  { name: 'release-selection', path: '/releases/5?project=samples', prepare: (page) => selectText(page, '.text-pane .tint.is-link') },
  { name: 'releases-queue', path: '/releases?project=samples', prepare: dropSamples },
  { name: 'release-missing', path: '/releases/99999?project=samples' },
];

/** The address of a scene, which may depend on what is in the base. */
export const scenePath = (scene, workbench) => typeof scene.path === 'function' ? scene.path(workbench) : scene.path;
