// The official Node client against a served Taiyaku: server's address, tokens of the roles review and read.
const assert = require("node:assert/strict");
const deepl = require("deepl-node");

const [url, key, reader] = process.argv.slice(2);
const options = { serverUrl: url, maxRetries: 0, minTimeout: 2000 };
const client = new deepl.DeepLClient(key, options);
const entries = (object) => new deepl.GlossaryEntries({ entries: object });
const listOf = (id) => client.getMultilingualGlossaryDictionaryEntries(id, "ja", "en").then((list) => list.entries.entries());

async function main() {
  assert.equal((await client.getUsage()).character.count, 0);
  assert.deepEqual((await client.getGlossaryLanguagePairs()).map((pair) => [pair.sourceLang, pair.targetLang]), [["ja", "en"], ["en", "ja"]]);

  const given = { 量子もつれ: "quantum entanglement", 𠮷野川: "Yoshino River" };
  const second = await client.createGlossary("press", "ja", "en", entries(given));
  assert.equal(second.entryCount, 2);
  assert.deepEqual((await client.getGlossaryEntries(second)).entries(), given);
  assert.equal((await client.translateText("量子もつれ", "ja", "en-US", { glossary: second })).text, "quantum entanglement");
  await client.deleteGlossary(second);
  await assert.rejects(client.getGlossary(second.glossaryId), deepl.GlossaryNotFoundError);

  const made = await client.createMultilingualGlossary("多", [{ sourceLangCode: "ja", targetLangCode: "en", entries: entries({ 格子: "lattice" }) }]);
  await client.updateMultilingualGlossaryDictionary(made, { sourceLangCode: "ja", targetLangCode: "en", entries: entries({ 格子: "grid", 欠陥: "defect" }) });
  assert.deepEqual(await listOf(made), { 格子: "grid", 欠陥: "defect" });
  await client.replaceMultilingualGlossaryDictionary(made, { sourceLangCode: "ja", targetLangCode: "en", entries: entries({ 欠陥: "flaw" }) });
  assert.deepEqual(await listOf(made), { 欠陥: "flaw" });
  await client.updateMultilingualGlossaryName(made, "別名");
  assert.ok((await client.listMultilingualGlossaries()).some((glossary) => glossary.name === "別名"));
  await client.deleteMultilingualGlossary(made);
  await assert.rejects(client.getMultilingualGlossary(made.glossaryId), deepl.GlossaryNotFoundError);

  await assert.rejects(client.translateText("知らない文。", "ja", "en-US"), /item 1 \(`知らない文。`\)/);
  await assert.rejects(new deepl.DeepLClient("wrong", options).getUsage(), deepl.AuthorizationError);
  await assert.rejects(new deepl.DeepLClient(reader, options).createGlossary("x", "ja", "en", entries({ a: "b" })), deepl.AuthorizationError);

  const memory = (await client.listTranslationMemories()).find((one) => one.name === "default");
  assert.deepEqual([memory.sourceLanguage, memory.targetLanguages, memory.segmentCount], ["ja", ["en"], 4]);
  const page = await client.listTranslationMemorySegments(memory, { pageSize: 3 });
  assert.equal(page.segments.length, 3);
  const rest = await client.listTranslationMemorySegments(memory, { pageSize: 3, pageCursor: page.nextPageCursor });
  assert.equal(rest.segments.length, 1);
  assert.equal(rest.nextPageCursor, undefined);
  const tmx = Buffer.from('<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="ja" datatype="plaintext"/><body><tu><tuv xml:lang="ja"><seg>結晶を育てた。</seg></tuv><tuv xml:lang="en"><seg>A crystal was grown.</seg></tuv></tu></body></tmx>');
  const job = await client.createTranslationMemoryImport("結晶.tmx", tmx.length, { displayName: "結晶" });
  await client.uploadTranslationMemoryFile(job, tmx);
  const done = await client.isTranslationMemoryJobComplete(job.jobId, 30000);
  const crystal = await client.getTranslationMemory(done.results[0].translationMemoryId);
  assert.deepEqual([crystal.name, crystal.segmentCount], ["結晶", 1]);
  const exported = await client.createTranslationMemoryExport(crystal);
  const ready = await client.isTranslationMemoryJobComplete(exported.jobId, 30000);
  assert.match(await (await fetch(ready.results[0].downloadUrl)).text(), /<seg>結晶を育てた。<\/seg>/);
  console.log("deepl-node passed");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
