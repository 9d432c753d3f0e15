// Builds the pages into dist/: hashed files under assets/, each with its gzip and brotli form beside it, index.html and a
// manifest. Fails when the first load of `/` is larger than the budget.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Bytes that the first load of `/` may take, compressed with gzip, the larger of the two forms. */
const BUDGET = 100 * 1024;
const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
const assets = join(dist, 'assets');

await rm(dist, { recursive: true, force: true });
await mkdir(assets, { recursive: true });

const shared = {
  bundle: true, minify: true, target: ['es2022', 'safari16', 'firefox115', 'chrome115'], outdir: assets, metafile: true,
  entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]', legalComments: 'none', charset: 'utf8', logLevel: 'warning', absWorkingDir: root,
};
const scripts = await build({
  ...shared, entryPoints: ['src/main.tsx'], format: 'esm', splitting: true, jsx: 'automatic', jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
});
const early = await build({ ...shared, entryPoints: ['src/early.ts'], format: 'iife' });
const styles = await build({ ...shared, stdin: { contents: await stylesheet(), resolveDir: root, sourcefile: 'workbench.css', loader: 'css' }, entryNames: 'workbench-[hash]' });

const main = entry(scripts, 'src/main.tsx');
const page = chunk(scripts, 'src/pages/lookup/page.tsx');
const firstScripts = [...new Set([main, ...imports(scripts, main), page, ...imports(scripts, page)])];
const css = Object.keys(styles.metafile.outputs).map((path) => basename(path))[0];
const earlyScript = entry(early, 'src/early.ts');
const icon = await hashed('icon.svg', await readFile(join(root, 'src/icon.svg')));

const html = (await readFile(join(root, 'src/index.html'), 'utf8'))
  .replace('<!-- assets -->', [
    `<link rel="icon" type="image/svg+xml" href="/assets/${icon}">`,
    `<link rel="stylesheet" href="/assets/${css}">`,
    `<script src="/assets/${earlyScript}"></script>`,
    ...imports(scripts, main).map((name) => `<link rel="modulepreload" href="/assets/${name}">`),
    `<script type="module" src="/assets/${main}"></script>`,
  ].join('\n    '));
await writeFile(join(dist, 'index.html'), html);

const sizes = {};
for (const path of ['index.html', ...(await readdir(assets)).map((name) => `assets/${name}`)]) sizes[path] = await compress(path);
const first = ['index.html', ...[css, earlyScript, icon, ...firstScripts].map((name) => `assets/${name}`)];
const total = first.reduce((sum, path) => sum + sizes[path].gzip, 0);
await writeFile(join(dist, 'manifest.json'), JSON.stringify({ entry: main, first_load: { files: first, gzip_bytes: total }, files: sizes }, null, 1) + '\n');

for (const [path, { bytes, gzip, brotli }] of Object.entries(sizes)) console.log(`${path.padEnd(42)} ${String(bytes).padStart(8)} ${String(gzip).padStart(8)} gzip ${String(brotli).padStart(8)} brotli`);
console.log(`First load of /: ${(total / 1024).toFixed(1)} KiB of ${BUDGET / 1024} KiB (gzip)`);
if (total > BUDGET) {
  console.error(`The first load of / is ${total} bytes, the limit is ${BUDGET}. Load what is not needed at once with import().`);
  process.exit(1);
}

/** All style sheets in one: those of the shell in order, then one for each page that has one. */
async function stylesheet() {
  const pages = (await readdir(join(root, 'src/pages'), { recursive: true })).filter((name) => name.endsWith('.css')).sort();
  return ['tokens', 'base', 'shell', 'parts', 'print'].map((name) => `@import './src/styles/${name}.css';`)
    .concat(pages.map((name) => `@import './src/pages/${name}' layer(pages);`)).join('\n');
}

function entry(result, source) {
  const found = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint === source);
  if (!found) throw new Error(`${source} was not built`);
  return basename(found[0]);
}

/** The file of a page, which is loaded with import(). */
function chunk(result, source) {
  return entry(result, source);
}

/** The files that a file imports, directly or through others, without those loaded later. */
function imports(result, file) {
  const output = Object.entries(result.metafile.outputs).find(([path]) => basename(path) === file)?.[1];
  const direct = (output?.imports ?? []).filter(({ kind }) => kind === 'import-statement').map(({ path }) => basename(path));
  return [...new Set(direct.flatMap((name) => [name, ...imports(result, name)]))];
}

async function hashed(name, bytes) {
  const [stem, extension] = name.split('.');
  const file = `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase()}.${extension}`;
  await writeFile(join(assets, file), bytes);
  return file;
}

async function compress(path) {
  const bytes = await readFile(join(dist, path));
  const gzip = gzipSync(bytes, { level: 9 });
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  await writeFile(join(dist, `${path}.gz`), gzip);
  await writeFile(join(dist, `${path}.br`), brotli);
  return { bytes: bytes.length, gzip: gzip.length, brotli: brotli.length };
}
