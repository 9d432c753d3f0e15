// Finds the page of a path.

import { routes, type Route } from '../routes';

export interface RouteMatch {
  route: Route;
  /** What stands for `{id}` in the path. */
  parameters: Record<string, string>;
}

export function matchRoute(pathname: string): RouteMatch | undefined {
  for (const route of routes) {
    const parameters = matchPath(route.path, pathname);
    if (parameters) return { route, parameters };
  }
  return undefined;
}

function matchPath(pattern: string, pathname: string): Record<string, string> | undefined {
  const names = pattern.split('/');
  const parts = (pathname.replace(/\/+$/, '') || '/').split('/');
  if (names.length !== parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (!name.startsWith('{')) {
      if (name !== part) return undefined;
    } else {
      if (!/^\d+$/.test(part)) return undefined;
      parameters[name.slice(1, -1)] = part;
    }
  }
  return parameters;
}
