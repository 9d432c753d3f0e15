// A schema as a list of members; objects in it open in place.

import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/catalogue';
import { messages } from './messages';
import { members, resolve, typeText, type Schema } from './openapi';

/** Text with `code` in it. */
export function Prose({ text }: { text: string }) {
  return <>{text.split(/`([^`]+)`/).map((part, index): ComponentChildren => index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>)}</>;
}

interface Schemas { schemas: Record<string, Schema> }

/** The object that a schema is or lists, if it has members to show. */
function inner(schema: Schema, schemas: Record<string, Schema>): Schema | undefined {
  const { schema: known } = resolve(schema, schemas);
  if (known.items) return inner(known.items, schemas);
  if (known.oneOf ?? known.anyOf) return known;
  return members(known, schemas).length > 0 ? known : undefined;
}

export function SchemaView({ schema, schemas }: { schema: Schema } & Schemas) {
  const object = inner(schema, schemas);
  const { schema: known } = resolve(schema, schemas);
  if (!object) return <p class="schema-type"><code>{typeText(schema, schemas)}</code></p>;
  return <div class="schema">
    {known.items && <p class="schema-type"><code>{typeText(schema, schemas)}</code></p>}
    {(object.oneOf ?? object.anyOf)?.map((one, index) => <SchemaView key={index} schema={one} schemas={schemas} />)}
    <dl class="members">{members(object, schemas).map(([name, value, isRequired]) => <Member key={name} name={name} schema={value} isRequired={isRequired} schemas={schemas} />)}</dl>
  </div>;
}

export function Member({ name, schema, isRequired, schemas }: { name: string; schema: Schema; isRequired: boolean } & Schemas) {
  const t = useMessages(messages);
  const [isOpen, setOpen] = useState(false);
  const object = inner(schema, schemas);
  const { schema: known } = resolve(schema, schemas);
  const type = typeText(schema, schemas);
  const fallback = schema.default ?? known.default;
  const description = schema.description ?? schema.oneOf?.find((one) => one.description)?.description ?? known.description;
  return <div class="member">
    <dt><code class="member-name">{name}</code>
      {object ? <button type="button" class="link-button member-type" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{type}</button> : <span class="member-type">{type}</span>}
      {isRequired && <span class="member-required">{t.required}</span>}</dt>
    <dd>{description && <p lang="en"><Prose text={description} /></p>}
      {fallback !== undefined && fallback !== null && <p class="muted">{t.default}: <code>{JSON.stringify(fallback)}</code></p>}
      {isOpen && <SchemaView schema={object ?? schema} schemas={schemas} />}</dd>
  </div>;
}
