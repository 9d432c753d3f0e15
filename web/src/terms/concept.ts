// Reads a concept as a translator does: its best term in a language, how sure it is, and what supports it.

import type { Schemas } from '../api/client';

export type Concept = Schemas['Concept'];
export type Term = Schemas['Term'];
export type Evidence = Schemas['Evidence'];

/** How sure a term is, as shown: by a sign and a word. */
export type Certainty = 'approved' | 'strong' | 'suggested' | 'starter' | 'candidate' | 'deprecated' | 'forbidden' | 'rejected';

export function certainty(term: Term): Certainty {
  if (term.review === 'rejected') return 'rejected';
  if (term.usage === 'forbidden' || term.usage === 'deprecated') return term.usage;
  if (term.review === 'approved') return 'approved';
  if (isStarterOnly(term)) return 'starter';
  if (term.review === 'candidate') return 'candidate';
  return term.standing === 'suggested_strong' ? 'strong' : 'suggested';
}

/** Whether nothing but the starter base supports the term. */
export function isStarterOnly(term: Term): boolean {
  return term.evidence.length > 0 && term.evidence.every(({ method }) => method === 'starter');
}

/** Whether a translator may use the term. */
export function isUsable(term: Term): boolean {
  return !['rejected', 'forbidden', 'deprecated'].includes(certainty(term));
}

export function isLanguage(term: { lang: string }, lang: 'ja' | 'en'): boolean {
  return term.lang === lang || term.lang.startsWith(`${lang}-`);
}

export function termsOf(concept: Concept, lang: 'ja' | 'en'): Term[] {
  return concept.terms.filter((term) => isLanguage(term, lang));
}

/** The term to show for a language: the preferred one, else the first that may be used, else the first. */
export function mainTerm(concept: Concept, lang: 'ja' | 'en'): Term | undefined {
  const terms = termsOf(concept, lang);
  const usable = terms.filter(isUsable);
  return usable.find(({ usage }) => usage === 'preferred') ?? usable[0] ?? terms[0];
}

export type SourceKind = 'release' | 'person' | 'import' | 'starter';

export function sourceKind(evidence: Evidence): SourceKind {
  if (evidence.kind === 'document') return 'release';
  if (evidence.kind === 'person') return 'person';
  return evidence.kind === 'curated' ? 'starter' : 'import';
}

/** One proof: the evidence that stands at one place, found by one method or several. */
export interface Proof {
  kind: SourceKind;
  source: string;
  releaseId: number | undefined;
  /** Bytes in the text of the release. */
  span: readonly [number, number] | undefined;
  snippet: string | undefined;
  url: string | undefined;
  licence: string | undefined;
  /** Terms it supports. */
  termIds: number[];
  confidence: number;
  /** Whether it is only the head of a glossary entry: a sentence says more. */
  isHead: boolean;
}

const HEAD_METHODS: readonly string[] = ['entry', 'head_gloss', 'paired_entry'];
const ORDER: Record<SourceKind, number> = { person: 0, release: 1, import: 2, starter: 3 };

/** The proofs of terms, each place once: people first, then releases (sentences before heads), imports, the starter base. */
export function proofs(terms: readonly Term[]): Proof[] {
  const found = new Map<string, Proof>();
  for (const term of terms) {
    for (const evidence of term.evidence) {
      const kind = sourceKind(evidence);
      const key = JSON.stringify([kind, evidence.source, evidence.release_id ?? null, evidence.span ?? evidence.snippet ?? null]);
      const known = found.get(key);
      if (known) {
        if (!known.termIds.includes(term.id)) known.termIds.push(term.id);
        known.confidence = Math.max(known.confidence, evidence.confidence);
        continue;
      }
      const [start, end] = evidence.span ?? [];
      found.set(key, {
        kind, source: evidence.source, releaseId: evidence.release_id ?? undefined,
        span: start !== undefined && end !== undefined ? [start, end] : undefined,
        snippet: evidence.snippet ?? undefined, url: evidence.url ?? undefined, licence: evidence.licence ?? undefined,
        termIds: [term.id], confidence: evidence.confidence, isHead: HEAD_METHODS.includes(evidence.method),
      });
    }
  }
  return [...found.values()].sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || Number(a.isHead) - Number(b.isHead) || b.confidence - a.confidence);
}

/** How many releases name the concept. */
export function releaseCount(concept: Concept): number {
  return new Set(concept.terms.flatMap(({ evidence }) => evidence.flatMap(({ release_id }) => release_id ?? []))).size;
}

/** The name of a source as people say it: `starter:physics` is the starter base. */
export function sourceField(source: string): string | undefined {
  return /^starter:(.+)$/.exec(source)?.[1];
}
