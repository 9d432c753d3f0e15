// The matches of a query in the groups in which they are shown.

import type { Schemas } from '../../api/client';
import type { Concept } from '../../terms/concept';

export type GroupName = 'exact' | 'variant' | 'part' | 'similar' | 'component';

export interface Result {
  concept: Concept;
  /** The term that matched. */
  termId: number;
}

export interface ResultGroup { name: GroupName; results: Result[] }

const GROUPS: Record<Schemas['MatchWord'], GroupName> = {
  exact: 'exact', variant: 'variant', reading: 'variant', prefix: 'part', substring: 'part', fuzzy: 'similar',
};
const ORDER: readonly GroupName[] = ['exact', 'variant', 'part', 'component', 'similar'];

/** Groups matches, each concept once, in the best of its groups. */
export function groupResults(list: Schemas['MatchList']): ResultGroup[] {
  const groups = new Map<GroupName, Result[]>(ORDER.map((name) => [name, []]));
  const seen = new Set<number>();
  const put = (name: GroupName, { concept, term_id: termId }: Schemas['Match']) => {
    if (seen.has(concept.id)) return;
    seen.add(concept.id);
    groups.get(name)?.push({ concept, termId });
  };
  const isSimilar = ({ kind }: Schemas['Match']) => kind === 'fuzzy';
  for (const match of list.matches.filter((one) => !isSimilar(one))) put(GROUPS[match.kind], match);
  for (const { match } of list.components ?? []) put('component', match);
  for (const match of list.matches.filter(isSimilar)) put('similar', match);
  return ORDER.map((name) => ({ name, results: groups.get(name) ?? [] })).filter(({ results }) => results.length > 0);
}
