// The part of an OpenAPI 3.1 document that the reference shows.

import { sendJson } from '../../api/client';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: boolean | Schema;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  format?: string;
}

export interface Parameter { name: string; in: string; description?: string; required?: boolean; schema: Schema }
interface Media { schema?: Schema; example?: unknown }
export interface Answer { description: string; content?: Record<string, Media> }

interface OperationObject {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { description?: string; content: Record<string, Media>; required?: boolean };
  responses: Record<string, Answer>;
}

export interface OpenApi {
  info: { version: string; description?: string };
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, Schema> };
  tags: { name: string; description: string }[];
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  /** The role it needs, as the description says. */
  role: string | undefined;
  parameters: readonly Parameter[];
  body: { mediaType: string; schema: Schema | undefined; example: unknown; description: string | undefined } | undefined;
  answers: readonly { status: string; description: string; mediaType: string | undefined; schema: Schema | undefined; example: unknown }[];
}

export interface OperationGroup { name: string; description: string; operations: Operation[] }

export function loadOpenApi(signal: AbortSignal): Promise<OpenApi> {
  return sendJson<OpenApi>('/openapi.json', { signal });
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const ROLE = /\s*Needs the role `(\w+)`([^.]*)\./;

export function operationGroups(document: OpenApi): OperationGroup[] {
  const groups = new Map(document.tags.map(({ name, description }) => [name, { name, description, operations: [] as Operation[] }]));
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const found = methods[method];
      if (!found) continue;
      const tag = found.tags?.[0] ?? 'server';
      const group = groups.get(tag) ?? { name: tag, description: '', operations: [] };
      groups.set(tag, group);
      group.operations.push(operation(method, path, found));
    }
  }
  return [...groups.values()].filter(({ operations }) => operations.length > 0);
}

function operation(method: string, path: string, found: OperationObject): Operation {
  const [mediaType, body] = Object.entries(found.requestBody?.content ?? {})[0] ?? [];
  const description = found.description ?? '';
  const [, role, scope] = ROLE.exec(description) ?? [];
  return {
    id: found.operationId, method: method.toUpperCase(), path, summary: found.summary ?? '', description: description.replace(ROLE, '').trim(),
    role: role === undefined ? undefined : role + (scope ?? ''),
    parameters: found.parameters ?? [],
    body: mediaType === undefined ? undefined : { mediaType, schema: body?.schema, example: body?.example, description: found.requestBody?.description },
    answers: Object.entries(found.responses).map(([status, { description: text, content }]) => {
      const [type, media] = Object.entries(content ?? {})[0] ?? [];
      return { status, description: text, mediaType: type, schema: media?.schema, example: media?.example };
    }),
  };
}

/** Whether an operation has all words of a search in its path, method, description or parameters. */
export function matches(one: Operation, words: readonly string[]): boolean {
  const text = [one.method, one.path, one.summary, one.description, one.id, ...one.parameters.map(({ name }) => name)].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The schema itself in place of a reference, and its name. Of a choice with `null`, the other side. */
export function resolve(schema: Schema, schemas: Record<string, Schema>): { schema: Schema; name: string | undefined; isNullable: boolean } {
  let current = schema;
  let name: string | undefined;
  let isNullable = false;
  for (let steps = 0; steps < 10; steps += 1) {
    const choice = current.oneOf ?? current.anyOf;
    const others = choice?.filter(({ type }) => type !== 'null');
    if (current.$ref !== undefined) {
      name = current.$ref.split('/').at(-1) ?? '';
      current = schemas[name] ?? {};
    } else if (choice && others?.length === 1) {
      isNullable ||= others.length < choice.length;
      current = others[0]!;
    } else break;
  }
  if (Array.isArray(current.type) && current.type.includes('null')) isNullable = true;
  return { schema: current, name, isNullable };
}

/** The members of an object, also of one that is put together from several. */
export function members(schema: Schema, schemas: Record<string, Schema>): [name: string, schema: Schema, isRequired: boolean][] {
  const own = Object.entries(schema.properties ?? {}).map(([name, value]) => [name, value, schema.required?.includes(name) ?? false] as [string, Schema, boolean]);
  return [...(schema.allOf ?? []).flatMap((part) => members(resolve(part, schemas).schema, schemas)), ...own];
}

/** The type in a few words, such as `list of Term`. */
export function typeText(schema: Schema, schemas: Record<string, Schema>): string {
  const { schema: known, name, isNullable } = resolve(schema, schemas);
  const nullable = isNullable ? ' or null' : '';
  if (known.items) return `list of ${typeText(known.items, schemas)}${nullable}`;
  if (known.enum) return `${known.enum.map((word) => JSON.stringify(word)).join(' | ')}${nullable}`;
  const choice = known.oneOf ?? known.anyOf;
  if (choice && name === undefined) return choice.map((one) => typeText(one, schemas)).join(' or ') + nullable;
  if (name !== undefined && (known.properties || known.allOf || choice)) return name + nullable;
  const types = (Array.isArray(known.type) ? known.type : [known.type ?? 'any']).filter((type) => type !== 'null').map((type) => type === 'object' && name ? name : type);
  const format = known.format && ['date', 'date-time', 'binary'].includes(known.format) ? ` (${known.format})` : '';
  return types.join(' or ') + format + nullable;
}
