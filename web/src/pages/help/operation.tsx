// One operation of the API: a line, and when open its parameters, body, answers and an example.

import { useMessages } from '../../messages/catalogue';
import { address, navigate } from '../../router/address';
import type { Role } from '../../api/session';
import { messages } from './messages';
import type { Operation, Schema } from './openapi';
import { Member, Prose, SchemaView } from './schema';

interface Props { operation: Operation; schemas: Record<string, Schema>; isOpen: boolean }

/** Refusals that every path has; the manual explains them once. */
const USUAL = new Set(['401', '403', '429', '500', '503']);

export function OperationView({ operation, schemas, isOpen }: Props) {
  const t = useMessages(messages);
  const { id, method, path, summary, role } = operation;
  // The open operation is the anchor of the address, so that it can be linked to.
  const toggle = () => navigate(address.value.pathname + address.value.search + (isOpen ? '' : `#${id}`), { replace: true, keepsProject: false });
  return <article id={id} class={`operation${isOpen ? ' is-open' : ''}`}>
    <h4><button type="button" class="operation-line" aria-expanded={isOpen} aria-controls={isOpen ? `${id}-more` : undefined} onClick={toggle}>
      <span class={`method is-${method.toLowerCase()}`} lang="en">{method}</span>
      <span class="operation-path" lang="en">{path.split('/').map((part, index) => <span key={index}>{index > 0 && <>/<wbr /></>}{part}</span>)}</span>
      <span class="operation-summary" lang="en"><Prose text={summary} /></span>
      <span class="operation-role">{role ? <>{t[`role_${role.split(' ')[0] as Role}`]}</> : t.noRole}</span>
    </button></h4>
    {isOpen && <div id={`${id}-more`} class="operation-more"><Details operation={operation} schemas={schemas} /></div>}
  </article>;
}

function Details({ operation, schemas }: { operation: Operation; schemas: Record<string, Schema> }) {
  const t = useMessages(messages);
  const { description, parameters, body, answers } = operation;
  const groups = [[t.inPath, 'path'], [t.inQuery, 'query'], [t.inHeader, 'header']] as const;
  const own = answers.filter(({ status }) => !USUAL.has(status));
  return <>
    {description && description.split('\n\n').map((text, index) => <p key={index} lang="en"><Prose text={text} /></p>)}
    {groups.map(([title, place]) => {
      const found = parameters.filter((one) => one.in === place);
      return found.length > 0 && <div key={place} class="operation-part"><h5>{title}</h5><dl class="members">{found.map((one) =>
        <Member key={one.name} name={one.name} schema={{ ...one.schema, ...(one.description ? { description: one.description } : {}) }} isRequired={one.required ?? false} schemas={schemas} />)}</dl></div>;
    })}
    {body && <div class="operation-part"><h5>{t.body} <code lang="en">{body.mediaType}</code></h5>
      {body.description && <p lang="en"><Prose text={body.description} /></p>}{body.schema && <SchemaView schema={body.schema} schemas={schemas} />}</div>}
    <div class="operation-part"><h5>{t.answers}</h5>
      {own.map(({ status, description: text, schema, mediaType }) => <div key={status} class="answer">
        <p><code class={`answer-status${status.startsWith('2') ? ' is-good' : ''}`}>{status}</code> <span lang="en"><Prose text={text} /></span></p>
        {schema && status.startsWith('2') && mediaType === 'application/json' && <details><summary>{t.members}</summary><SchemaView schema={schema} schemas={schemas} /></details>}
      </div>)}
      <p class="muted small">{t.usualRefusals}</p></div>
    <div class="operation-part"><h5>{t.example}</h5><pre tabIndex={0} lang="en">{curl(operation)}</pre>
      {own[0]?.example !== undefined && typeof own[0].example === 'object' && <details><summary>{t.exampleAnswer}</summary><pre tabIndex={0} lang="en">{JSON.stringify(own[0].example, null, 2)}</pre></details>}</div>
  </>;
}

/** A request on the command line, with the example of the document. */
function curl({ method, path, parameters, body }: Operation): string {
  const query = parameters.filter((one) => one.in === 'query' && one.required).map(({ name }) => `${name}=…`).join('&');
  const url = `'${location.origin}${path}${query ? `?${query}` : ''}'`;
  const json = body?.mediaType === 'application/json' ? ` --json '${JSON.stringify(body.example ?? {}, null, 1).replace(/\n\s*/g, ' ').replaceAll("'", "'\\''")}'` : body ? ' --data-binary @FILE' : '';
  const verb = method === 'GET' || (method === 'POST' && json) ? '' : ` -X ${method}`;
  return `curl -s${verb} ${url}${json}`;
}
