// The OpenAPI document as it was reviewed in, the types of the client out (src/schema.ts).
//
// `--check` writes nothing and fails where the types are not those of the document.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const here = (path) => new URL(path, import.meta.url);
const reviewed = here('../../../tests/suite/http/snapshots/suite__http__openapi__openapi.snap');
const written = here('../src/schema.ts');

// A snapshot begins with two lines of dashes around what it is a snapshot of.
const text = await readFile(reviewed, 'utf8');
const document = JSON.parse(text.slice(text.indexOf('\n---\n', 3) + 5));
const types = astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
const schema = `// Made from the OpenAPI document by \`npm run generate\`. Do not edit.\n\n${types}`;

if (process.argv.includes('--check')) {
  if ((await readFile(written, 'utf8').catch(() => '')) !== schema) {
    console.error('src/schema.ts is not what the OpenAPI document says. Run `npm run generate` and commit the result.');
    process.exit(1);
  }
} else {
  await writeFile(written, schema);
}
