// Making a token, and showing it the one time the server tells it.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api, type Schemas } from '../../api/client';
import { projects } from '../../api/projects';
import { session, type Role } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { useProblemToast } from '../../shell/toasts';
import { useDraft } from '../../state/drafts';
import { useStore } from '../../state/store';
import { messages } from './messages';
import { Copyable } from './parts';

const ROLES: readonly Role[] = ['read', 'suggest', 'review', 'admin'];

export function NewToken({ isFirst, onMade }: { isFirst: boolean; onMade(token: Schemas['NewToken']): void }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const fail = useProblemToast();
  const all = useStore(projects);
  const isLimited = useStore(session)?.projects != null;
  const draft = useDraft('settings.token', '');
  const [role, setRole] = useState<Role>('read');
  const [isForAll, setForAll] = useState(!isLimited);
  const [chosen, setChosen] = useState<string[]>([]);
  const [expires, setExpires] = useState('');
  const [isSending, setSending] = useState(false);
  const name = draft.text.trim();
  const isReady = name !== '' && (isForAll || chosen.length > 0);
  const roles: Record<Role, string> = { read: shared.roleRead, suggest: shared.roleSuggest, review: shared.roleReview, admin: shared.roleAdmin };
  const create = async () => {
    setSending(true);
    try {
      const token = await api.createToken({ name, role, projects: isForAll ? null : chosen, expires: expires || null });
      draft.clear();
      onMade(token);
    } catch (error) {
      fail(error);
      setSending(false);
    }
  };
  return <form class={`form setting-form${isFirst ? ' is-first' : ''}`} onSubmit={(event) => { event.preventDefault(); if (isReady) void create(); }}>
    <h3>{t.invite}</h3>
    <label class="field"><span>{t.tokenName}</span>
      <input type="text" value={draft.text} maxLength={200} autoComplete="off" aria-describedby="token-name-hint" onInput={(event) => draft.set(event.currentTarget.value)} />
      <span class="field-hint" id="token-name-hint">{t.tokenNameHint}</span></label>
    <fieldset class="radio-list role-list"><legend>{t.role}</legend>
      {ROLES.map((one) => <label key={one}><input type="radio" name="role" checked={role === one} onChange={() => setRole(one)} /><span><span class="role-name">{roles[one]}</span><small>{t[`may_${one}`]}</small></span></label>)}
    </fieldset>
    <fieldset class="radio-list"><legend>{t.forProjects}</legend>
      {!isLimited && <label><input type="radio" name="scope" checked={isForAll} onChange={() => setForAll(true)} /><span>{t.allAndFuture}</span></label>}
      {!isLimited && <label><input type="radio" name="scope" checked={!isForAll} onChange={() => setForAll(false)} /><span>{t.onlyThese}</span></label>}
      {!isForAll && <div class="field-grid">{all.map((project) => <label key={project.id}>
        <input type="checkbox" checked={chosen.includes(project.name)} onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, project.name] : chosen.filter((other) => other !== project.name))} /><span>{project.name}</span></label>)}</div>}
    </fieldset>
    <label class="field is-short"><span>{t.expires}</span><input type="date" value={expires} min={new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)} onChange={(event) => setExpires(event.currentTarget.value)} /></label>
    <div class="actions"><button type="submit" class="primary" disabled={!isReady || isSending}>{t.makeLink}</button></div>
  </form>;
}

/** Whether an address is this computer's own, which is another computer elsewhere. */
const isLoopback = (name: string) => name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127\./.test(name);

export function TokenShown({ token, onClose }: { token: Schemas['NewToken']; onClose(): void }) {
  const t = useMessages(messages);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => { box.current?.focus(); }, []);
  return <div class="token-shown" ref={box} tabIndex={-1} role="group" aria-labelledby="token-shown">
    <h3 id="token-shown">{fill(t.tokenMade, { name: token.name })}</h3>
    <p>{t.shownOnce}</p>
    <p class="copy-label">{t.loginLink}</p>
    <Copyable label={t.loginLink} text={`${location.origin}/login#token=${token.token}`} />
    {isLoopback(location.hostname) && <p class="problem">{t.linkIsLocal}</p>}
    <p class="copy-label">{t.tokenItself}</p>
    <Copyable label={t.tokenItself} text={token.token} />
    <div class="actions"><button type="button" onClick={onClose}>{t.tokenDone}</button></div>
  </div>;
}
