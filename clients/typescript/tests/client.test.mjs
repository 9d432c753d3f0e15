// The client against a real server over a fresh base: `TAIYAKU_BINARY` names the program.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { TaiyakuClient, TaiyakuError } from '../dist/index.js';

const binary = process.env.TAIYAKU_BINARY ?? new URL('../../../target/debug/taiyaku', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'taiyaku-client-'));
const env = { ...process.env, TAIYAKU_DATABASE: join(folder, 'base.db'), TAIYAKU_LOG: 'info', NO_COLOR: '1' };
delete env.TAIYAKU_TOKEN;
let server, baseUrl, token;

before(async () => {
  token = execFileSync(binary, ['token', 'create', '--role', 'review', '--name', 'client', '--all-projects', '--quiet'], { env }).toString().trim();
  server = spawn(binary, ['serve', '--listen', '127.0.0.1:0', '--require-token'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  baseUrl = await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    server.stderr.on('data', (piece) => {
      said += piece;
      const address = /listening address=(\S+)/.exec(said);
      if (address) resolve(`http://${address[1]}/`);
    });
  });
});

after(async () => {
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true });
});

test('a term and a translation are added, and one answer offers both and what is wrong with a draft', async () => {
  const client = new TaiyakuClient({ baseUrl, token });
  const term = await client.createTerm({ ja: '𠮷田細胞', en: 'Yoshida cell' });
  assert.equal(term.outcome, 'created');
  assert.equal((await client.readConcept(term.concept.id)).terms.length, 2);
  const pair = { source: '𠮷田細胞を2個調べた。', target: 'We examined 2 Yoshida cells.', source_lang: 'ja', target_lang: 'en' };
  assert.equal((await client.confirmSegment(pair)).outcome, 'created');
  assert.equal((await client.confirmSegment(pair)).outcome, 'unchanged');
  const help = await client.assist({ ...pair, source: '𠮷田細胞を3個調べた。', target: 'We examined 4 lymphocytes.' });
  assert.equal(help.terms[0].translations[0].text, 'Yoshida cell');
  assert.equal(help.matches[0].repaired.target, 'We examined 3 Yoshida cells.');
  assert.ok(help.findings.some((finding) => finding.rule === 'numbers'));
  const found = await client.searchTerms({ q: '𠮷田細胞', limit: 5 });
  assert.equal(found.matches[0].concept.id, term.concept.id);
  const changes = await client.changes({ since: term.concept.revision, limit: 200 });
  assert.ok(changes.changes.some((change) => change.entity === 'segment' && change.actor === 'client'));
});

test('changes are followed from where somebody stopped', async () => {
  const client = new TaiyakuClient({ baseUrl, token });
  const { revision } = await client.ready();
  const seen = [];
  const added = client.createTerm({ ja: '海馬傍回', en: 'parahippocampal gyrus' });
  for await (const change of client.followChanges({ since: revision, entity: 'term' })) {
    seen.push(change);
    if (seen.length === 2) break;
  }
  const { ja_term_id, en_term_id } = await added;
  assert.deepEqual(seen.map((change) => change.entity_id), [ja_term_id, en_term_id]);
  const again = [];
  for await (const change of client.followChanges({ since: revision, entity: 'term', seconds: 0 })) again.push(change.revision);
  assert.deepEqual(again.slice(0, 2), seen.map((change) => change.revision));
});

test('a problem is an error with its code', async () => {
  const client = new TaiyakuClient({ baseUrl, token });
  await assert.rejects(client.readConcept(999999), (error) => error instanceof TaiyakuError && error.code === 'not_found' && error.status === 404);
  await assert.rejects(new TaiyakuClient({ baseUrl }).projects(), { code: 'unauthorized' });
  await assert.rejects(client.createTerm({ ja: '脳', en: '脳' }), /`en`/);
  assert.equal((await new TaiyakuClient({ baseUrl }).ready()).status, 'ready');
});

test('a request ends when nobody waits for it any more', async () => {
  const client = new TaiyakuClient({ baseUrl, token });
  await assert.rejects(client.assist({ source: '脳', source_lang: 'ja', target_lang: 'en' }, AbortSignal.abort()), { name: 'AbortError' });
});
