// The shapes of answers, from the client that is made from the server's OpenAPI document. The language server answers in the
// same ones.
import type { Schemas } from '../../../clients/typescript/src/index';

export { TaiyakuClient } from '../../../clients/typescript/src/index';

export type Assist = Pick<Schemas['Assist'], 'terms' | 'concepts' | 'matches' | 'findings' | 'complete'>;
export type Edit = Schemas['Edit'];
export type Finding = Schemas['Finding'];
export type SuggestedConcept = Schemas['SuggestedConcept'];
export type TermOccurrence = Schemas['TermOccurrence'];
export type Match = Schemas['Match'];
export type MatchList = Schemas['MatchList'];
export type MemoryMatch = Schemas['MemoryMatch'];
export type Term = Schemas['Term'];
