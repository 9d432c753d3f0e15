// The typed client of this server, as the pages use it.

import { TaiyakuClient, TaiyakuError, type Schemas } from '../../../clients/typescript/src/index';
import { withActor } from './actor';
import { connectionLost, connectionWorks } from './connection';

export { TaiyakuError };
export type { Schemas };

/** `fetch` with the header that cookie requests need and the person's name; notices when the server is gone. */
export async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('taiyaku-client', 'workbench');
  let response: Response;
  try {
    response = await fetch(input instanceof Request ? input : withActor(input, init.method ?? 'GET'), { ...init, headers, credentials: 'same-origin' });
  } catch (error) {
    if (!isAborted(error)) connectionLost();
    throw error;
  }
  connectionWorks();
  if (response.status === 401) unauthorized();
  return response;
}

export const api = new TaiyakuClient({ baseUrl: location.origin, fetch: send });

export function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Whether a request never reached the server. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError;
}

let unauthorized: () => void = () => undefined;

/** Calls `listener` when the server wants a log-in. */
export function onUnauthorized(listener: () => void): void { unauthorized = listener; }

/** Sends what the typed client has no method for, such as a file, and gives the JSON of the answer. */
export async function sendJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await send(path, init);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as T;
  const problem = response.headers.get('content-type')?.startsWith('application/problem+json')
    ? JSON.parse(text) as Schemas['Problem']
    : { type: 'about:blank', title: response.statusText, status: response.status, detail: text.slice(0, 200), code: 'not_taiyaku', instance: '' };
  throw new TaiyakuError(problem, response.headers);
}
