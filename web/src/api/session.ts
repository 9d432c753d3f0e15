// Who is logged in, and with which role.

import { Store, useStore } from '../state/store';
import { allowActorIf } from './actor';
import { api, onUnauthorized, TaiyakuError, type Schemas } from './client';

export type Role = Schemas['RoleWord'];

export type Session = Required<Schemas['Session']>;

/** `undefined` until the server has answered. */
export const session = new Store<Session | undefined>(undefined);

const ANONYMOUS: Session = { name: null, role: null, projects: null, by: null, default_project: null, version: '' };

const complete = (answer: Schemas['Session']): Session => ({ ...ANONYMOUS, ...answer });

export async function loadSession(): Promise<void> {
  try {
    session.set(complete(await api.session()));
  } catch (error) {
    if (error instanceof TaiyakuError && error.status === 401) session.set(ANONYMOUS);
    else throw error;
  }
}

export async function logIn(token: string): Promise<void> {
  session.set(complete(await api.logIn(token)));
}

export async function logOut(): Promise<void> {
  await api.logOut();
  session.set({ ...ANONYMOUS, default_project: session.value?.default_project ?? null });
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
