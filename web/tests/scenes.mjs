// Pages and states that are photographed and examined for accessibility. A page adds its own here.

import { answer, COVERAGE, TABLE_PREVIEW } from './answers.mjs';

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
  { name: 'export', path: '/export?project=samples&from_releases=true', isWhole: true },
  { name: 'export-other', path: '/export?project=samples&as=deepl&field=physics', isWhole: true },
  { name: 'export-filters', path: '/export?project=samples&as=glossary_docx', prepare: (page) => page.locator('details.export-filters summary, details.field-choice summary').first().click(), isWhole: true },
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
  { name: 'settings-server', path: '/settings?project=samples&section=server' },
  { name: 'help-tour', path: '/help?project=samples', isWhole: true },
  { name: 'help-keys', path: '/help?project=samples&section=keys' },
  { name: 'help-api', path: '/help?project=samples&section=api' },
  { name: 'help-operation', path: '/help?project=samples&section=api&q=terms#search_terms', isWhole: true },
  { name: 'overview', path: '/overview?project=samples', isWhole: true },
  { name: 'overview-coverage', path: '/overview?project=samples', isWhole: true, prepare: async (page) => { await answer(page, '**/v1/coverage*', COVERAGE); await page.reload(); await page.locator('.coverage-table').first().waitFor(); } },
  { name: 'export-rows', path: '/export?project=samples&from_releases=true', isWhole: true, prepare: async (page) => { await answer(page, '**/preview?*', TABLE_PREVIEW); await page.reload(); await page.locator('.export-preview td').first().waitFor(); } },
  { name: 'overview-several', path: '/overview?project=samples&list=several-english' },
];

/** The address of a scene, which may depend on what is in the base. */
export const scenePath = (scene, workbench) => typeof scene.path === 'function' ? scene.path(workbench) : scene.path;
