// Serves dist/ and forwards the API to a Taiyaku server, with the headers the server itself will send for pages.
// node dev.mjs [--port 8730] [--server http://127.0.0.1:8722] [--watch]

import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
/** `/export` is a page, what is below it are files. */
const FORWARDED = /^\/(?:(?:v1|v2|v3|t|lookup|tmserver|health|ready|metrics|openapi\.json)(?:\/|$)|export\/)/;
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json' };

/** Starts serving; resolves to the server once it listens. */
export function serve({ port = 8730, server = 'http://127.0.0.1:8722' } = {}) {
  const target = new URL(server);
  const listener = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://pages');
    if (FORWARDED.test(pathname)) forward(target, incoming, outgoing);
    else void page(pathname, outgoing);
  });
  return new Promise((resolve) => listener.listen(port, '127.0.0.1', () => resolve(listener)));
}

function forward(target, incoming, outgoing) {
  const headers = { ...incoming.headers, host: target.host };
  // The pages are the server's own, whatever port they are developed on.
  if (headers.origin) headers.origin = target.origin;
  if (headers.referer) delete headers.referer;
  const upstream = request({ host: target.hostname, port: target.port, path: incoming.url, method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    outgoing.flushHeaders();
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  upstream.on('error', () => outgoing.destroy());
  outgoing.on('close', () => upstream.destroy());
  incoming.pipe(upstream);
}

async function page(pathname, outgoing) {
  const file = pathname.startsWith('/assets/') ? normalize(pathname) : '/index.html';
  try {
    const bytes = await readFile(join(dist, file));
    const immutable = file.startsWith('/assets/');
    outgoing.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin',
    });
    outgoing.end(bytes);
  } catch {
    outgoing.writeHead(404, { 'content-type': 'text/plain' }).end('Not found. Run `npm run build` first.');
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const option = (name, fallback) => { const at = process.argv.indexOf(`--${name}`); return at > 0 ? process.argv[at + 1] : fallback; };
  const port = Number(option('port', '8730'));
  const server = option('server', 'http://127.0.0.1:8722');
  await serve({ port, server });
  console.log(`Open http://127.0.0.1:${port}/ (API: ${server})`);
  if (process.argv.includes('--watch')) {
    let timer;
    watch(join(root, 'src'), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => spawn(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' }), 100);
    });
  }
}
