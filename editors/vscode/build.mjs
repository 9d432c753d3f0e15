// The sources come in; `dist/extension.js` for the editor and `dist/panel.js` for the side panel go out.
// With `--tests` the tests of what needs no editor, as `dist-tests/*.js`.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const common = { bundle: true, sourcemap: true, logLevel: 'warning' };
if (process.argv.includes('--tests')) {
  const entryPoints = readdirSync('tests').filter((name) => name.endsWith('.test.ts')).map((name) => `tests/${name}`);
  await build({ ...common, entryPoints, outdir: 'dist-tests', platform: 'node', format: 'cjs', target: 'node20' });
} else {
  await build({
    ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', platform: 'node', format: 'cjs',
    target: 'node20', external: ['vscode'], minify: true,
  });
  await build({
    ...common, entryPoints: ['src/panel/main.ts'], outfile: 'dist/panel.js', platform: 'browser', format: 'iife',
    target: 'es2022', minify: true,
  });
}
