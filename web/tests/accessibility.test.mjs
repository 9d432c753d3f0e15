// Every page and state against WCAG 2.2 AA (axe-core): light, wide and English, and dark, on a phone and Japanese.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { openWindow, settle, startWorkbench } from './harness.mjs';
import { scenePath, scenes } from './scenes.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const EXAMINATION = `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} } }).then(({ violations, passes }) =>
  JSON.stringify(passes.length < 10 ? ['axe did not run'] : violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target + ' (' + node.failureSummary + ')').join('; '))))`;
const LOOKS = [{ locale: 'en', size: 'wide', dark: false }, { locale: 'ja', size: 'phone', dark: true }];

let workbench;
before(async () => { workbench = await startWorkbench(); });
after(async () => { await workbench?.close(); });

async function examine(scene, look) {
  const { page, context } = await openWindow(workbench, { ...look, settings: scene.settings });
  try {
    await page.goto(scenePath(scene, workbench));
    await settle(page);
    await scene.prepare?.(page, workbench);
    // Reflow (1.4.10), which axe does not examine: nothing makes the page wider than the screen.
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(width[0] <= width[1], `${JSON.stringify(look)} is ${width[0]} wide on a screen of ${width[1]}`);
    // The policy of the pages forbids scripts from elsewhere; the one of the test comes from the debugger instead.
    const session = await context.newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axe });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression: EXAMINATION, awaitPromise: true, returnByValue: true });
    assert.equal(exceptionDetails, undefined);
    assert.deepEqual(JSON.parse(result.value), [], JSON.stringify(look));
  } finally {
    await context.close();
  }
}

for (const scene of scenes) {
  test(`${scene.name} can be used by everybody`, async () => {
    if (scene.isAlone) for (const look of LOOKS) await examine(scene, look);
    else await Promise.all(LOOKS.map((look) => examine(scene, look)));
  });
}
