// What the panel and the commands ask for, and whom: the language server, which asks the term base it was started with,
// or straight the server in the settings.
import type { LanguageClient } from 'vscode-languageclient/node';

import { LOOK_UP, SEGMENT, type LookUpAnswer, type LookUpParams, type SegmentAnswer, type SegmentParams } from './protocol';
import { TaiyakuClient, type MatchList } from './shapes';

/** Looks terms up. */
export interface Dictionary {
  lookUp(query: string): Promise<MatchList>;
}

/** The pair at a place, with what is offered for it; nothing where no pair is. */
export function segmentAt(client: LanguageClient, params: SegmentParams): Promise<SegmentAnswer | null> {
  return client.sendRequest<SegmentAnswer | null>(SEGMENT, params);
}

/** Looks terms up through the language server. */
export class ServerDictionary implements Dictionary {
  constructor(private readonly client: LanguageClient) {}

  lookUp(query: string): Promise<MatchList> {
    const params: LookUpParams = { query };
    return this.client.sendRequest<LookUpAnswer>(LOOK_UP, params);
  }
}

/** Looks terms up at the address in the settings. */
export class RemoteDictionary implements Dictionary {
  private readonly client: TaiyakuClient;

  constructor(url: string, token: string | undefined, private readonly projects: readonly string[]) {
    this.client = new TaiyakuClient(token === undefined ? { baseUrl: url } : { baseUrl: url, token });
  }

  lookUp(query: string): Promise<MatchList> {
    const project = this.projects.length > 0 ? { project: this.projects.join(',') } : {};
    return this.client.searchTerms({ q: query, limit: 20, ...project });
  }
}
