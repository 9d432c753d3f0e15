// Log-in with a token: typed, or from the link of an administrator (`/login#token=tyk_…`).

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { problems, problemText } from '../../api/problem';
import { logIn, session } from '../../api/session';
import { isComposing } from '../../keys/handler';
import { useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { address, navigate } from '../../router/address';
import { Link } from '../../router/link';
import { Loading, PageFrame } from '../../shell/states';
import { useStore } from '../../state/store';
import { messages } from './messages';

/** The token of the link. It is taken out of the address at once, so that it is not in the history. */
function takeToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? undefined;
  if (token) navigate(location.pathname + location.search, { replace: true, keepsProject: false });
  return token;
}

/** Where to go afterwards: only to this server's own pages. */
function destination(): string {
  const to = address.value.searchParams.get('to') ?? '/';
  const url = new URL(to, location.origin);
  return url.origin === location.origin && !url.pathname.startsWith('/login') ? url.pathname + url.search : '/';
}

export default function LogInPage() {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const problemMessages = useMessages(problems);
  const current = useStore(session);
  const [token, setToken] = useState('');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const field = useRef<HTMLInputElement>(null);

  const submit = async (value: string) => {
    setSending(true);
    setError(undefined);
    try {
      await logIn(value.trim());
      navigate(destination(), { replace: true, keepsProject: false });
    } catch (reason) {
      setError(reason);
      setSending(false);
      field.current?.focus();
    }
  };
  useEffect(() => {
    const linked = takeToken();
    if (linked) void submit(linked);
  }, []);
  useLayoutEffect(() => { field.current?.focus(); }, [current === undefined]);

  // On the own machine nobody needs to log in; until it is known who asks, nothing flashes.
  if (!current) return <Loading />;
  if (current.role && !isSending) {
    return <PageFrame title={t.title} class="narrow"><p>{current.by === 'loopback' ? shared.thisMachineHint : t.already}</p><p><Link to="/">{shared.goToLookup}</Link></p></PageFrame>;
  }
  const problem = error === undefined ? undefined : problemText(error, problemMessages);
  return <PageFrame title={t.title} class="narrow" takesFocus>
    <p class="muted">{t.intro}</p>
    <form class="form" onSubmit={(event) => { event.preventDefault(); if (token.trim()) void submit(token); }}>
      {/* Password managers keep a password only with a name. */}
      <input type="text" name="username" autoComplete="username" value="taiyaku" readOnly hidden />
      <label class="field"><span>{t.token}</span>
        <input ref={field} type="password" autoComplete="current-password" spellcheck={false} value={token} disabled={isSending}
          aria-describedby="token-hint" aria-invalid={problem !== undefined}
          onInput={(event) => setToken(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter' && isComposing(event)) event.preventDefault(); }} />
        <span class="field-hint" id="token-hint">{t.hint}</span></label>
      {problem && <p class="problem" role="alert" lang={problem.lang}>{problem.text}</p>}
      <div class="actions"><button type="submit" class="primary" disabled={isSending || !token.trim()}>{isSending ? t.working : t.title}</button></div>
    </form>
  </PageFrame>;
}
