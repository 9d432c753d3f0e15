// Takes a picture of every page in light and dark, Japanese and English, on a phone and on a wide screen.
// node screenshots.mjs [--out FOLDER] [--only PATTERN]; the pattern is of names such as review-ja-dark-phone

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, settle, startWorkbench } from './tests/harness.mjs';
import { scenePath, scenes } from './tests/scenes.mjs';

const option = (name, fallback) => { const at = process.argv.indexOf(`--${name}`); return at > 0 ? process.argv[at + 1] : fallback; };
const folder = option('out', fileURLToPath(new URL('./screenshots', import.meta.url)));
const only = new RegExp(option('only', ''));
await mkdir(folder, { recursive: true });

const workbench = await startWorkbench();
try {
  for (const locale of ['en', 'ja']) for (const dark of [false, true]) for (const size of ['wide', 'phone']) {
    for (const scene of scenes) {
      const name = `${scene.name}-${locale}-${dark ? 'dark' : 'light'}-${size}`;
      if (!only.test(name)) continue;
      const { page, context } = await openWindow(workbench, { locale, dark, size, settings: scene.settings });
      await page.goto(scenePath(scene, workbench));
      await settle(page);
      await scene.prepare?.(page, workbench);
      await page.waitForTimeout(200);
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: scene.isWhole ?? false });
      await context.close();
    }
  }
} finally {
  await workbench.close();
}
console.log(`Screenshots are in ${folder}`);
