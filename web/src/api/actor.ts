// The name that the history shows for what is done from this browser, where the server lets the caller choose it.

import { isString, StoredValue } from '../state/storage';

/** The person's name on this computer; empty until somebody enters one. */
export const personName = new StoredValue<string>('person', '', isString);

let mayChoose: () => boolean = () => false;

/** Tells whether the caller may act under a name of their choice (role `admin`). */
export function allowActorIf(condition: () => boolean): void { mayChoose = condition; }

/** The routes that take `actor`. Others refuse parameters they do not know. */
const ROUTES: readonly [methods: string, path: RegExp][] = [
  ['POST DELETE', /^\/v1\/checks\/ignores$/],
  ['PUT', /^\/v1\/checks\/settings$/],
  ['DELETE', /^\/v1\/(concepts|imports)\/\d+$/],
  ['POST', /^\/v1\/concepts\/\d+\/definitions$/],
  ['PATCH DELETE', /^\/v1\/(definitions|terms|segments)\/\d+$/],
  ['PATCH DELETE', /^\/v1\/projects\/[^/]+$/],
  ['DELETE', /^\/v1\/projects\/[^/]+\/starter$/],
  ['POST', /^\/v1\/releases\/\d+\/corrections$/],
  ['DELETE', /^\/v1\/releases\/\d+\/corrections\/\d+$/],
  ['POST', /^\/v1\/review\/(decisions|decisions\/\d+\/undo|bulk|bulk\/\d+\/undo|sheet)$/],
  ['POST', /^\/v1\/(segments|terms)$/],
  ['DELETE', /^\/v1\/sources$/],
];

/** The address with the person's name, if the route takes one. */
export function withActor(input: string | URL, method: string): string | URL {
  const name = personName.value.trim();
  if (!name || method === 'GET' || method === 'HEAD' || !mayChoose()) return input;
  const url = new URL(input, location.origin);
  const takesActor = ROUTES.some(([methods, path]) => methods.split(' ').includes(method) && path.test(url.pathname));
  if (!takesActor || url.searchParams.has('actor')) return input;
  url.searchParams.set('actor', name);
  return url;
}
