// A Taiyaku server's address in, its answers out, typed as its OpenAPI document says.

import type { components, paths } from './schema.js';

export type { components, operations, paths } from './schema.js';

/** The things answers and requests are made of, by name: `Schemas['Assist']`. */
export type Schemas = components['schemas'];

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type PathsWith<V extends Verb> = {
  [P in keyof paths]: paths[P][V] extends { responses: unknown } ? P : never;
}[keyof paths];
type Of<P extends keyof paths, V extends Verb> = Exclude<paths[P][V], undefined>;
type Parameters_<O, K extends string> = O extends { parameters: infer Q } ? (K extends keyof Q ? Q[K] : undefined) : undefined;
type Body_<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? B : never;
type Good<O> = O extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 ? (R[S] extends { content: { 'application/json': infer A } } ? A : undefined) : never }[keyof R]
  : never;

/** What an operation is asked with. */
export interface Asked<P extends keyof paths, V extends Verb> {
  /** What stands in the braces of the path. */
  path?: Parameters_<Of<P, V>, 'path'>;
  /** The query. */
  query?: Parameters_<Of<P, V>, 'query'>;
  /** The body. */
  body?: Body_<Of<P, V>>;
  /** Ends the request early. */
  signal?: AbortSignal;
}

/** How to reach a server. */
export interface Options {
  /** Its address, such as `http://127.0.0.1:8722`. */
  baseUrl: string;
  /** A token, where it wants one. */
  token?: string;
  /** What sends requests; the platform's own without. */
  fetch?: typeof fetch;
}

/** A request that was not answered as asked (RFC 9457). `code` is stable; docs/ERRORS.md explains each. */
export class TaiyakuError extends Error {
  override readonly name = 'TaiyakuError';
  /** Seconds to wait before the next try, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(readonly problem: Schemas['Problem'], headers: Headers) {
    super(problem.detail);
    const seconds = Number(headers.get('retry-after') ?? NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  }

  get status(): number { return this.problem.status; }
  get code(): string { return this.problem.code; }
}

/** A Taiyaku server. */
export class TaiyakuClient {
  constructor(readonly options: Options) {}

  /** Asks any operation there is; the methods below are the usual ones by name. */
  async call<V extends Verb, P extends PathsWith<V>>(verb: V, path: P, asked: Asked<P, V> = {}): Promise<Good<Of<P, V>>> {
    const response = await this.send(verb, path, asked);
    if (response.status === 204) return undefined as Good<Of<P, V>>;
    return await response.json() as Good<Of<P, V>>;
  }

  assist(body: Schemas['AssistRequest'], signal?: AbortSignal) { return this.call('post', '/v1/assist', with_({ body }, signal)); }
  suggest(body: Schemas['SuggestionRequest'], signal?: AbortSignal) { return this.call('post', '/v1/suggestions', with_({ body }, signal)); }
  check(body: Schemas['CheckRequest'], signal?: AbortSignal) { return this.call('post', '/v1/checks', with_({ body }, signal)); }
  searchTerms(query: Query<'/v1/terms'>, signal?: AbortSignal) { return this.call('get', '/v1/terms', with_({ query }, signal)); }
  searchConcordance(query: Query<'/v1/concordance'>, signal?: AbortSignal) { return this.call('get', '/v1/concordance', with_({ query }, signal)); }
  readConcept(id: number) { return this.call('get', '/v1/concepts/{id}', { path: { id } }); }
  readRelease(id: number) { return this.call('get', '/v1/releases/{id}', { path: { id } }); }
  createTerm(body: Schemas['TermRequest']) { return this.call('post', '/v1/terms', { body }); }
  confirmSegment(body: Schemas['ConfirmRequest']) { return this.call('post', '/v1/segments', { body }); }
  ignoreFinding(body: Schemas['IgnoreRequest']) { return this.call('post', '/v1/checks/ignores', { body }); }
  projects() { return this.call('get', '/v1/projects'); }
  ready() { return this.call('get', '/ready'); }
  session() { return this.call('get', '/v1/session'); }
  logIn(token: string) { return this.call('post', '/v1/session', { body: { token } }); }
  logOut() { return this.call('delete', '/v1/session'); }
  tokens() { return this.call('get', '/v1/tokens'); }
  createToken(body: Schemas['NewTokenRequest']) { return this.call('post', '/v1/tokens', { body }); }
  revokeToken(id: number) { return this.call('delete', '/v1/tokens/{id}', { path: { id } }); }
  coverage(query: Query<'/v1/coverage'> = {}, signal?: AbortSignal) { return this.call('get', '/v1/coverage', with_({ query }, signal)); }
  previewExport(file: string, query: Query<'/v1/exports/{file}/preview'> = {}, signal?: AbortSignal) { return this.call('get', '/v1/exports/{file}/preview', with_({ path: { file }, query }, signal)); }
  pairReleases(id: number, body: Schemas['PairRequest']) { return this.call('post', '/v1/releases/{id}/pair', { path: { id }, body }); }
  releaseSegments(id: number, signal?: AbortSignal) { return this.call('get', '/v1/releases/{id}/segments', with_({ path: { id } }, signal)); }
  corrections(id: number, signal?: AbortSignal) { return this.call('get', '/v1/releases/{id}/corrections', with_({ path: { id } }, signal)); }
  correctReading(id: number, body: Schemas['NewCorrection']) { return this.call('post', '/v1/releases/{id}/corrections', { path: { id }, body }); }
  undoCorrection(id: number, correction: number) { return this.call('delete', '/v1/releases/{id}/corrections/{correction_id}', { path: { id, correction_id: correction } }); }
  decisions(query: Query<'/v1/review/decisions'> = {}, signal?: AbortSignal) { return this.call('get', '/v1/review/decisions', with_({ query }, signal)); }
  undoBulk(act: number) { return this.call('post', '/v1/review/bulk/{id}/undo', { path: { id: act } }); }

  /** What a decision about a whole list would be about. */
  async planBulk(filter: BulkFilter, kind: Schemas['BulkKindWord'], signal?: AbortSignal) {
    return await this.call('post', '/v1/review/bulk', with_({ body: { filter, kind, plan: true } }, signal)) as Schemas['BulkPlan'];
  }

  /** Decides on a whole list; `expected` is the `count` of its plan. */
  async decideBulk(filter: BulkFilter, kind: Schemas['BulkKindWord'], expected: number) {
    return await this.call('post', '/v1/review/bulk', { body: { filter, kind, expected } }) as Schemas['BulkAct'];
  }

  changes(query: Query<'/v1/changes'>, signal?: AbortSignal) { return this.call('get', '/v1/changes', with_({ query }, signal)); }

  /** Follows changes as they happen, from `since` on or from now. Cut off, it resumes; it ends when `signal` says so. */
  async *followChanges(query: Query<'/v1/changes/stream'> = {}, signal?: AbortSignal): AsyncGenerator<Schemas['Change']> {
    let since = query.since ?? (await this.ready()).revision;
    while (!signal?.aborted) {
      try {
        const response = await this.send('get', '/v1/changes/stream', with_({ query: { ...query, since } }, signal), 'text/event-stream');
        for await (const event of events(response)) {
          if (event.id === undefined) continue;
          since = Number(event.id);
          yield JSON.parse(event.data) as Schemas['Change'];
        }
        if (query.seconds !== undefined) return;
      } catch (error) {
        if (signal?.aborted) return;
        // What the server refuses it will refuse again, unless it says when to come back.
        if (error instanceof TaiyakuError && error.retryAfter === undefined) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  }

  /** Sends a request and gives the answer as it comes. */
  protected async send(verb: Verb, path: string, asked: { path?: unknown; query?: unknown; body?: unknown; signal?: AbortSignal }, accept = 'application/json'): Promise<Response> {
    const named = (asked.path ?? {}) as Record<string, unknown>;
    const url = new URL(this.options.baseUrl.replace(/\/+$/, '') + path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(named[name]))));
    for (const [name, value] of Object.entries((asked.query ?? {}) as Record<string, unknown>)) {
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
    }
    const headers: Record<string, string> = { accept };
    if (this.options.token) headers['authorization'] = `Bearer ${this.options.token}`;
    const init: RequestInit = { method: verb.toUpperCase(), headers };
    if (asked.body !== undefined) {
      headers['content-type'] = 'application/json';
      init.body = JSON.stringify(asked.body);
    }
    if (asked.signal) init.signal = asked.signal;
    const response = await (this.options.fetch ?? fetch)(url, init);
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

/** The terms that a decision about a whole list is about. */
export type BulkFilter = Exclude<Schemas['BulkRequest']['filter'], undefined>;

/** The query of a `GET`. */
export type Query<P extends PathsWith<'get'>> = Exclude<Parameters_<Of<P, 'get'>, 'query'>, undefined>;

function with_<A extends object>(asked: A, signal?: AbortSignal): A & { signal?: AbortSignal } {
  return signal ? { ...asked, signal } : asked;
}

/** The events of a stream; comments are passed over. */
async function* events(response: Response): AsyncGenerator<{ id?: string; data: string }> {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ''; ;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const line = (name: string) => block.split('\n').find((one) => one.startsWith(name))?.slice(name.length);
      const [id, data] = [line('id: '), line('data: ')];
      if (data !== undefined) yield id === undefined ? { data } : { id, data };
    }
  }
}

async function refusal(response: Response): Promise<TaiyakuError> {
  const text = await response.text();
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return new TaiyakuError(JSON.parse(text) as Schemas['Problem'], response.headers);
  }
  // Something between here and the server answered instead of it.
  const { status, statusText } = response;
  const problem = { type: 'about:blank', title: statusText, status, detail: `${status} ${statusText}: ${text.slice(0, 200)}`, code: 'not_taiyaku', instance: '' };
  return new TaiyakuError(problem, response.headers);
}
