// Who is logged in, and with which role.

import { Store, useStore } from '../state/store';
import { allowActorIf } from './actor';
import { api, onUnauthorized, sendJson, TaiyakuError, type Schemas } from './client';

export type Role = Schemas['RoleWord'];

/** What `/v1/session` answers. */
export interface Session {
  name: string | null;
  /** `null` for a caller who is not logged in. */
  role: Role | null;
  /** `null` stands for all. */
  projects: string[] | null;
  by: 'loopback' | 'token' | 'cookie' | null;
  default_project: string;
  version: string;
}

/** `undefined` until the server has answered. */
export const session = new Store<Session | undefined>(undefined);

const ANONYMOUS: Session = { name: null, role: null, projects: null, by: null, default_project: 'default', version: '' };

export async function loadSession(): Promise<void> {
  try {
    session.set(await sendJson<Session>('/v1/session'));
  } catch (error) {
    if (error instanceof TaiyakuError && error.status === 401) session.set(ANONYMOUS);
    // Servers without sessions are used from their own machine only, where everything is allowed.
    else if (error instanceof TaiyakuError && error.status === 404) session.set(await loopbackSession());
    else throw error;
  }
}

async function loopbackSession(): Promise<Session> {
  const { version } = await api.call('get', '/health');
  return { ...ANONYMOUS, role: 'admin', by: 'loopback', version };
}

export async function logIn(token: string): Promise<void> {
  session.set(await sendJson<Session>('/v1/session', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }),
  }));
}

export async function logOut(): Promise<void> {
  await sendJson('/v1/session', { method: 'DELETE' });
  session.set({ ...ANONYMOUS, default_project: session.value?.default_project ?? 'default' });
}

onUnauthorized(() => {
  if (session.value?.role) session.set({ ...ANONYMOUS, default_project: session.value.default_project });
});

allowActorIf(() => session.value?.role === 'admin');

const RANK: Record<Role, number> = { read: 0, suggest: 1, review: 2, admin: 3 };

/** Whether the session has at least this role. */
export function useRole(role: Role): boolean {
  const own = useStore(session)?.role;
  return own !== undefined && own !== null && RANK[own] >= RANK[role];
}
