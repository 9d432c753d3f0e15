// The project that the pages work in. It is part of the address (`?project=`); without one, it is the server's default.

import { Store, useStore } from '../state/store';
import { isString, readStored, writeStored } from '../state/storage';
import { address, navigate } from '../router/address';
import { api, type Schemas } from './client';
import { session } from './session';

/** Stands in the address for all projects together. */
export const ALL_PROJECTS = '*';

export const projects = new Store<Schemas['Project'][]>([]);

export async function loadProjects(): Promise<void> {
  projects.set((await api.projects()).projects);
}

export interface ProjectChoice {
  /** The name, or `*`. */
  name: string;
  /** The parameter `project` of a request that can read several projects; undefined for all. */
  query: string | undefined;
  /** The project that something is added to. */
  target: string;
}

function choice(parameter: string | null, fallback: string): ProjectChoice {
  const name = parameter ?? fallback;
  return name === ALL_PROJECTS ? { name, query: undefined, target: fallback } : { name, query: name, target: name };
}

/** The default project of the session: the server's, or the first that the token may use. */
function defaultProject(): string {
  const own = session.value;
  const name = own?.default_project ?? 'default';
  return own?.projects && !own.projects.includes(name) ? own.projects[0] ?? name : name;
}

export function useProject(): ProjectChoice {
  useStore(session);
  return choice(useStore(address).searchParams.get('project'), defaultProject());
}

export function chooseProject(name: string): void {
  writeStored('project', name);
  const url = new URL(address.value);
  if (name === defaultProject()) url.searchParams.delete('project');
  else url.searchParams.set('project', name);
  navigate(url.pathname + url.search, { replace: true, keepsProject: false });
}

/** Opens the front page in the project of the last visit, unless the address says otherwise. */
export function restoreProject(): void {
  const stored = readStored('project', isString);
  const { pathname, search, hash } = address.value;
  if (pathname !== '/' || search || hash || !stored || stored === defaultProject()) return;
  if (stored !== ALL_PROJECTS && !projects.value.some(({ name }) => name === stored)) return;
  navigate(`/?project=${encodeURIComponent(stored)}`, { replace: true });
}
