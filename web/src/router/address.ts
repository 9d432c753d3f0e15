// The address of the page: all state that back, reload, share and bookmark must keep.

import { Store } from '../state/store';

export const address = new Store(new URL(location.href));

/** How the address last changed, for focus and scrolling. */
export const arrival = { kind: 'load' as 'load' | 'push' | 'replace' | 'traverse' };

export interface NavigationOptions {
  /** Replaces the entry of the history: for what is typed or selected, not for pages. */
  replace?: boolean;
  /** Whether the current `project` is added. */
  keepsProject?: boolean;
}

/** The address of a page of the same project. */
export function pageAddress(to: string, keepsProject = true): URL {
  const url = new URL(to, address.value);
  const project = address.value.searchParams.get('project');
  if (keepsProject && project && !url.searchParams.has('project')) url.searchParams.set('project', project);
  return url;
}

export function navigate(to: string, { replace = false, keepsProject = true }: NavigationOptions = {}): void {
  const url = pageAddress(to, keepsProject);
  if (url.href === address.value.href) return;
  if (replace) history.replaceState(history.state, '', url);
  else {
    rememberScroll();
    history.pushState(null, '', url);
  }
  arrival.kind = replace ? 'replace' : 'push';
  address.set(url);
}

/** Changes parameters of the address without a new entry in the history; an empty value removes one. */
export function setParameters(parameters: Record<string, string | null | undefined>): void {
  const url = new URL(address.value);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  navigate(url.pathname + url.search + url.hash, { replace: true, keepsProject: false });
}

function rememberScroll(): void {
  history.replaceState({ scroll: scrollY }, '');
}

export function rememberedScroll(): number {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'scroll' in state && typeof state.scroll === 'number' ? state.scroll : 0;
}

history.scrollRestoration = 'manual';
addEventListener('popstate', () => {
  arrival.kind = 'traverse';
  address.set(new URL(location.href));
});
addEventListener('pagehide', rememberScroll);
