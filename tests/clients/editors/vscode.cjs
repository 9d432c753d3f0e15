// Run by `vscode` beside this file: node vscode.cjs ADDRESS FOLDER PICTURES. Says what it saw; fails where something is not
// as it should be. The draft's line 3 holds the fault, line 4 is right.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { chromium } = require('playwright-core');

const [address, folder, pictures] = process.argv.slice(2);
const file = join(folder, 'draft.xlf');
const lines = () => readFileSync(file, 'utf8').split('\n');

function must(condition, text) {
  console.log(`vscode: ${condition ? 'ok' : 'FAILED'} ${text}`);
  if (!condition) throw new Error(text);
}

async function until(condition, milliseconds = 15000) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await condition()) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}

async function main() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
  });
  const page = await browser.newPage({ viewport: { width: 1360, height: 800 } });
  const picture = (name) => page.screenshot({ path: join(pictures, `${name}.png`) });
  try {
    await page.goto(`${address}?folder=${encodeURIComponent(folder)}`, { waitUntil: 'domcontentloaded' });
    await page.waitForSelector('.monaco-workbench', { timeout: 90000 });
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'draft.xlf' }).first().dblclick({ timeout: 60000 });
    await page.waitForSelector('.monaco-editor .view-line', { timeout: 30000 });

    await page.waitForSelector('.squiggly-error', { timeout: 60000 });
    await picture('1-squiggle');
    must(true, 'a forbidden rendering has a squiggle');

    const goTo = async (line, column) => {
      await page.locator('.monaco-editor .view-lines').first().click({ position: { x: 5, y: 5 } });
      await page.keyboard.press('Control+g');
      await page.waitForSelector('.quick-input-widget input', { state: 'visible' });
      await page.keyboard.type(`${line},${column}`);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    };
    const save = async () => { await page.keyboard.press('Control+s'); await page.waitForTimeout(300); };
    // The middle of a word: the box counts a character outside the BMP as one column, a string as two.
    const column = (line, text) => lines()[line - 1].indexOf(text) + 2 + Math.floor(text.length / 2);

    await goTo(3, column(3, '視床下部'));
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    const hover = page.locator('.monaco-hover', { hasText: 'hypothalamus' });
    await hover.first().waitFor({ timeout: 15000 });
    await picture('2-hover');
    must((await hover.first().innerText()).includes('hypothalamus'), 'hovering over a Japanese term shows its English');
    await page.keyboard.press('Escape');

    await goTo(3, column(3, 'under-thalamus'));
    await page.keyboard.press('Control+.');
    const action = page.locator('.action-widget .monaco-list-row.action, .action-widget .monaco-list-row').filter({ hasText: 'hypothalamus' });
    await action.first().waitFor({ timeout: 15000 });
    await picture('3-quick-fix');
    await action.first().click();
    await page.waitForTimeout(500);
    await save();
    must(await until(() => lines()[2].includes('𠮷: We examined the hypothalamus of the Yoshino bear.')), `the quick fix mends exactly that word: ${lines()[2]}`);
    must(await until(async () => (await page.locator('.squiggly-error').count()) === 0), 'and the squiggle goes away');

    await page.locator('.activitybar [aria-label="Taiyaku"], .activitybar a[aria-label^="Taiyaku"]').first().click();
    await goTo(3, column(3, '詳しく'));
    const find = async () => {
      for (const frame of page.frames()) {
        const matches = frame.locator('li.match');
        if ((await matches.count().catch(() => 0)) > 0) return frame;
      }
      return undefined;
    };
    let panel;
    must(await until(async () => (panel = await find()) !== undefined, 30000), 'the side panel has a match');
    await picture('4-panel');
    const text = await panel.locator('#segment').innerText();
    must(/We examined the hypothalamus of the Yoshino bear\./.test(text), 'it shows the remembered translation');
    must((await panel.locator('li.match ins').allInnerTexts()).join('').includes('詳しく'), 'what differs is marked');
    must((await panel.locator('li.term').allInnerTexts()).some((term) => term.includes('視床下部') && term.includes('hypothalamus')), 'it shows the terms');

    // By keyboard alone: the first button of the panel is the best match's.
    await panel.locator('li.match button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(800);
    await save();
    must(await until(() => lines()[2].includes('<target>We examined the hypothalamus of the Yoshino bear.</target>')), `the match is put into the document: ${lines()[2]}`);
    must(lines()[3].includes('<target>There were three neurons.</target>'), 'the rest of the document is as it was');
    await picture('5-inserted');

    // What a translator adds; `vscode` looks into the base afterwards.
    await goTo(3, column(3, '詳しく'));
    await page.keyboard.press('Control+Alt+Enter');
    await page.waitForTimeout(1500);
    await page.keyboard.press('F1');
    await page.waitForSelector('.quick-input-widget input', { state: 'visible' });
    await page.keyboard.type('Taiyaku: Add Selection as a Term');
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    for (const text of ['細胞集団', 'cell population']) {
      await page.waitForTimeout(700);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await page.waitForTimeout(1500);
    await picture('6-added');
  } catch (error) {
    await picture('failed');
    throw error;
  } finally {
    await browser.close();
  }
}

main().catch((error) => { console.error(`vscode: ${error.message ?? error}`); process.exit(1); });
