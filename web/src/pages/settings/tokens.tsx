// People and programs that may use this server: their tokens, and links that log a person in.

import { useState } from 'preact/hooks';
import { api, type Schemas } from '../../api/client';
import { useChanges } from '../../api/changes';
import { useResource } from '../../api/resource';
import type { Role } from '../../api/session';
import { fill, locale, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { useFormats } from '../../messages/format';
import { Loaded } from '../../shell/states';
import { showToast } from '../../shell/toasts';
import { useStore } from '../../state/store';
import { languageOf } from '../../terms/text';
import { messages } from './messages';
import { NewToken, TokenShown } from './new-token';
import { Confirm, Section } from './parts';

type Token = Schemas['Token'];

const today = () => new Date().toISOString().slice(0, 10);
const isValid = ({ revoked_at: revoked, expires_on: expires }: Token) => !revoked && (!expires || expires > today());

export function TokenSection() {
  const t = useMessages(messages);
  const [made, setMade] = useState<Schemas['NewToken']>();
  const [revoking, setRevoking] = useState<Token>();
  const list = useResource('tokens', () => api.tokens());
  useChanges(({ entity }) => entity === 'token', list.reload);
  const revoke = async ({ id, name }: Token) => {
    await api.revokeToken(id);
    list.reload();
    if (made?.id === id) setMade(undefined);
    showToast({ text: fill(t.tokenRevoked, { name }) });
  };
  return <Section title={t.people} intro={t.peopleIntro}>
    {made && <TokenShown token={made} onClose={() => setMade(undefined)} />}
    <Loaded resource={list}>{({ tokens }) => <People tokens={tokens} onRevoke={setRevoking} />}</Loaded>
    {list.data && !made && <NewToken isFirst={list.data.tokens.length === 0} onMade={(token) => { setMade(token); list.reload(); scrollTo(0, 0); }} />}
    {revoking && <Confirm title={fill(t.revokeTitle, { name: revoking.name })} action={t.revoke} onClose={() => setRevoking(undefined)} run={() => revoke(revoking)}>
      <p>{t.revokeText}</p></Confirm>}
  </Section>;
}

function People({ tokens, onRevoke }: { tokens: readonly Token[]; onRevoke(token: Token): void }) {
  const t = useMessages(messages);
  const valid = tokens.filter(isValid);
  const ended = tokens.filter((token) => !isValid(token));
  return <>
    {valid.length > 0 && <ul class="setting-list" aria-label={t.whoMay}>{valid.map((token) => <TokenLine key={token.id} token={token} onRevoke={() => onRevoke(token)} />)}</ul>}
    {valid.length === 0 && <p class="setting-value">{t.nobody} <span class="muted">{t.nobodyHint}</span></p>}
    {ended.length > 0 && <details class="ended"><summary>{fill(t.ended, { n: ended.length })}</summary>
      <ul class="setting-list">{ended.map((token) => <TokenLine key={token.id} token={token} />)}</ul></details>}
  </>;
}

function TokenLine({ token, onRevoke }: { token: Token; onRevoke?: () => void }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const lang = useStore(locale);
  const formats = useFormats();
  const roles: Record<Role, string> = { read: shared.roleRead, suggest: shared.roleSuggest, review: shared.roleReview, admin: shared.roleAdmin };
  const about = [
    token.projects ? token.projects.join(lang === 'ja' ? '、' : ', ') : shared.allProjects,
    token.revoked_at ? fill(t.revokedOn, { date: formats.date(token.revoked_at), name: token.revoked_by ?? '' }) : token.expires_on ? fill(t.until, { date: formats.date(token.expires_on) }) : '',
    token.used_on ? fill(t.lastUsed, { date: formats.date(token.used_on) }) : t.neverUsed,
  ].filter(Boolean).join(' · ');
  return <li><div class="setting-line">
    <div><span class={`setting-name${onRevoke ? '' : ' is-struck'}`} lang={languageOf(token.name)}>{token.name}</span> <span class="tag">{roles[token.role]}</span>
      <div class="muted small">{about}</div></div>
    {onRevoke && <button type="button" class="quiet" onClick={onRevoke}>{t.revoke} …<span class="hidden"> {token.name}</span></button>}</div></li>;
}
