export interface Edit { kind: 'equal' | 'insert' | 'delete' | 'replace'; source_span: number[]; source_span_chars: number[]; segment_span: number[]; segment_span_chars: number[]; characters: Edit[] }
export interface Evidence { source: string; method: string; snippet?: string | null }
export interface Term { id: number; lang: string; text: string; usage: string; review: string; evidence: Evidence[] }
export interface Concept { id: number; terms: Term[]; definitions: { text: string; source: string }[] }
export interface Match { concept: Concept; term_id: number }
export interface MatchList { matches: Match[]; did_you_mean: string[] }
export interface FoundTerm { text: string; nested: boolean; concept: Concept; translations: { text: string; usage: string; review: string; releases: number }[] }
export interface MemoryMatch { score: number; class: string; review: string; origin: string; created_at?: string | null; penalties: { points: number; reason: string }[]; diff: Edit[]; source: string; target: string; repaired?: { target: string; score: number } | null }
export interface Finding { rule: string; severity: string; message: string }
export interface Assist { terms: FoundTerm[]; matches: MemoryMatch[]; findings: Finding[]; complete: boolean }
export class TaiyakuClient {
  constructor(readonly options: { baseUrl: string; token?: string }) {}
  async searchTerms(query: Record<string, unknown>): Promise<MatchList> { throw new Error(JSON.stringify(query)); }
}
