// The API reference, made from the document that the server itself gives (/openapi.json).

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useResource } from '../../api/resource';
import { onKeys } from '../../keys/handler';
import { useMessages, fill } from '../../messages/catalogue';
import { address, setParameters } from '../../router/address';
import { announce } from '../../shell/announcer';
import { Empty, Loaded } from '../../shell/states';
import { useStore } from '../../state/store';
import { loadOpenApi, matches, operationGroups, type OpenApi } from './openapi';
import { messages } from './messages';
import { OperationView } from './operation';

export function ApiReference() {
  const t = useMessages(messages);
  const document = useResource('openapi', loadOpenApi);
  return <section class="api" aria-labelledby="api">
    <h2 id="api">{t.apiTitle}</h2>
    <p class="muted">{t.apiIntro} <a href="/openapi.json" lang="en">/openapi.json</a></p>
    <Loaded resource={document}>{(data) => <Reference document={data} />}</Loaded>
  </section>;
}

function Reference({ document: data }: { document: OpenApi }) {
  const t = useMessages(messages);
  const url = useStore(address);
  const query = url.searchParams.get('q') ?? '';
  const [text, setText] = useState(query);
  const box = useRef<HTMLInputElement>(null);
  const [groups] = useState(() => operationGroups(data));
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = groups.map((group) => ({ ...group, operations: group.operations.filter((one) => matches(one, words)) })).filter(({ operations }) => operations.length > 0);
  const count = shown.reduce((sum, { operations }) => sum + operations.length, 0);
  const opened = decodeURIComponent(url.hash.slice(1));
  useLayoutEffect(() => { if (query !== text.trim()) setText(query); }, [query]);
  useEffect(() => { if (opened) window.document.getElementById(opened)?.scrollIntoView({ block: 'start' }); }, []);
  useEffect(() => {
    if (words.length === 0) return;
    const timer = setTimeout(() => announce(t.operations(count)), 700);
    return () => clearTimeout(timer);
  }, [count, text]);
  const change = (value: string) => { setText(value); setParameters({ q: value.trim() || null }); };
  return <>
    <input ref={box} class="api-search" type="search" data-search-box value={text} aria-label={t.searchApi} placeholder={t.searchApi} autoComplete="off" spellcheck={false}
      onInput={(event) => change(event.currentTarget.value)} onKeyDown={onKeys('everywhere', { escape: () => change('') })} />
    {words.length === 0 && <nav class="api-groups" aria-label={t.groups}>{groups.map(({ name }) => <a key={name} href={`#group-${name}`} onClick={(event) => {
      event.preventDefault();
      const heading = window.document.getElementById(`group-${name}`);
      heading?.scrollIntoView();
      heading?.focus({ preventScroll: true });
    }} lang="en">{name}</a>)}</nav>}
    {count === 0 && <Empty title={fill(t.nothingInApi, { query: text })}><button type="button" onClick={() => { change(''); box.current?.focus(); }}>{t.clearSearch}</button></Empty>}
    {shown.map(({ name, description, operations }) => <section key={name} class="api-group" aria-labelledby={`group-${name}`}>
      <h3 id={`group-${name}`} tabIndex={-1} lang="en">{name}<span class="muted">{description}</span></h3>
      {operations.map((operation) => <OperationView key={operation.id} operation={operation} schemas={data.components.schemas} isOpen={operation.id === opened} />)}
    </section>)}
  </>;
}
