import assert from 'node:assert/strict';
import { test } from 'node:test';

import { needsRestart, start, told, type Settings } from '../src/settings';

const usual: Settings = {
  command: 'taiyaku', arguments: [], database: '', dictionary: '', serverUrl: '', projects: [], minScore: 60,
  sourceLanguage: '', targetLanguage: '', rules: {},
};

test('a base on this machine and a server elsewhere are started differently, and the token is no argument', () => {
  assert.deepEqual(start(usual, 'secret'), { command: 'taiyaku', args: ['lsp'], env: {} });
  assert.deepEqual(start({ ...usual, database: '/d/t.db', dictionary: '/d/ipadic', arguments: ['--quiet'] }, undefined), {
    command: 'taiyaku', args: ['lsp', '--quiet'], env: { TAIYAKU_DATABASE: '/d/t.db', TAIYAKU_DICTIONARY: '/d/ipadic' },
  });
  const remote = start({ ...usual, serverUrl: 'https://t.example', database: '/d/t.db' }, 'secret');
  assert.deepEqual(remote, { command: 'taiyaku', args: ['lsp', '--server', 'https://t.example'], env: { TAIYAKU_TOKEN: 'secret' } });
  assert.ok(!remote.args.includes('secret'));
});

test('only what the program is started with needs another start', () => {
  assert.equal(needsRestart(usual, { ...usual, minScore: 80, projects: ['腸'], rules: { numbers: 'off' } }), false);
  assert.equal(needsRestart(usual, { ...usual, command: '/opt/taiyaku' }), true);
  assert.equal(needsRestart(usual, { ...usual, serverUrl: 'https://t.example' }), true);
});

test('languages nobody names are left to the documents', () => {
  assert.deepEqual(told(usual), { projects: [], min_score: 60, rules: {} });
  assert.deepEqual(told({ ...usual, sourceLanguage: 'en', targetLanguage: 'ja' })['source_lang'], 'en');
});
