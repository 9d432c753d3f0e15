// All tests in one process, so that they share a browser and the base with the samples: node --test tests/suite.mjs
// Each file can also be run by itself.

import { readdir } from 'node:fs/promises';
import { after, before, describe } from 'node:test';
import { releaseShared, useShared } from './harness.mjs';

const files = (await readdir(new URL('.', import.meta.url))).filter((name) => name.endsWith('.test.mjs') && !name.startsWith('access')).sort();

before(useShared);
after(releaseShared);
for (const file of files) describe(file, async () => { await import(`./${file}`); });
