// The items that wait for review, one at a time. The next ones are fetched before they are needed, and a decided item gives way at
// once; if the server refuses the decision, the item comes back.

import { api, isAborted, TaiyakuError, type Schemas } from '../../api/client';
import { Store } from '../../state/store';
import { releaseCount, type Concept } from '../../terms/concept';

export type ReviewItem = Schemas['ReviewItem'];
export type OpenStatus = 'suggested_strong' | 'suggested' | 'candidate';
export const STATUSES: readonly OpenStatus[] = ['suggested_strong', 'suggested', 'candidate'];

/** Which items, with the names of the API. */
export interface ReviewFilter {
  project?: string;
  field?: string;
  release?: number;
  lang?: string;
  status?: OpenStatus;
}

export interface QueueState {
  items: readonly ReviewItem[];
  /** Items that were put off, the newest last. */
  later: readonly ReviewItem[];
  /** Where the next page begins; `null` after the last page. */
  next: string | null | undefined;
  isLoading: boolean;
  error: unknown;
  /** Decisions of this visit that stand. */
  decided: number;
  /** How many items of a status were decided since the counts were made. */
  balance: Readonly<Record<OpenStatus, number>>;
  /** The term whose concept somebody else changed while it was decided on. */
  changedTerm: number | undefined;
}

const PAGE = 12;
/** Fewer than this at hand, and the next page is fetched. */
const RESERVE = 6;

export class ReviewQueue extends Store<QueueState> {
  readonly filter: ReviewFilter;
  readonly #seen = new Set<number>();
  readonly #aborter = new AbortController();
  #first: number | undefined;
  #isSecondRound = false;

  /** `first`: the term to begin with, as the address says. */
  constructor(filter: ReviewFilter, first?: number) {
    super({ items: [], later: [], next: undefined, isLoading: true, error: undefined, decided: 0, balance: { suggested_strong: 0, suggested: 0, candidate: 0 }, changedTerm: undefined });
    this.filter = filter;
    this.#first = first;
  }

  #change(part: Partial<QueueState>): void { this.set({ ...this.value, ...part }); }

  close(): void { this.#aborter.abort(); }

  /** Fetches more items if few are at hand. */
  async fill(): Promise<void> {
    this.#change({ isLoading: true, error: undefined });
    try {
      while (this.value.items.length < RESERVE && this.value.next !== null) await this.#page();
      // Decisions move items up in the queue, before the page that comes next: look once more from the start.
      if (this.value.items.length === 0 && this.value.decided > 0 && !this.#isSecondRound) {
        this.#isSecondRound = true;
        this.#change({ next: undefined });
        while (this.value.items.length === 0 && this.value.next !== null) await this.#page();
      }
      this.#change({ isLoading: false });
    } catch (error) {
      if (!isAborted(error)) this.#change({ isLoading: false, error });
    }
  }

  async #page(): Promise<void> {
    const { next } = this.value;
    const { signal } = this.#aborter;
    const [page, wanted] = await Promise.all([
      api.call('get', '/v1/review', { query: { ...this.filter, limit: PAGE, ...(next ? { after: next } : {}) }, signal }),
      this.#wanted(signal),
    ]);
    const fresh = page.items.filter(({ term_id: id }) => !this.#seen.has(id) && (id !== wanted?.term_id));
    const own = page.items.find(({ term_id: id }) => id === wanted?.term_id) ?? wanted;
    const items = own ? [own, ...fresh] : fresh;
    for (const { term_id: id } of items) this.#seen.add(id);
    this.#change({ items: [...this.value.items, ...items], next: page.next_after ?? null });
  }

  /** The item of the address, if its term still waits. */
  async #wanted(signal: AbortSignal): Promise<ReviewItem | undefined> {
    const id = this.#first;
    this.#first = undefined;
    if (id === undefined) return undefined;
    try {
      const concept = await api.call('get', '/v1/terms/{id}', { path: { id }, signal });
      // A filter by project holds for the address, too.
      return this.filter.project === undefined || this.filter.project.split(',').includes(concept.project) ? itemOf(concept, id) : undefined;
    } catch (error) {
      if (error instanceof TaiyakuError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Takes an item out, because it is being decided on. */
  take(item: ReviewItem): void {
    this.#change({ items: without(this.value.items, item.term_id), later: without(this.value.later, item.term_id), changedTerm: undefined });
    this.#count(item, 1);
    this.#refill();
  }

  /** Puts an item in front again: its decision was undone or refused. */
  putBack(item: ReviewItem, concept?: Concept, isConflict = false): void {
    const current = concept && concept.terms.some(({ id }) => id === item.term_id) ? { ...item, concept } : item;
    this.#count(item, -1);
    this.#change({
      items: [current, ...without(this.value.items, item.term_id)], later: without(this.value.later, item.term_id),
      changedTerm: isConflict ? item.term_id : undefined,
    });
    if (concept) this.update(concept);
  }

  #count({ standing }: ReviewItem, by: 1 | -1): void {
    const { balance, decided } = this.value;
    const status = STATUSES.find((one) => one === standing);
    this.#change({ decided: decided + by, ...(status ? { balance: { ...balance, [status]: balance[status] + by } } : {}) });
  }

  /** Leaves the item in front for later. */
  putOff(): void {
    const [item, ...items] = this.value.items;
    if (!item) return;
    this.#change({ items, later: [...this.value.later, item], changedTerm: undefined });
    this.#refill();
  }

  /** Back to the item that was put off last. */
  takeUp(): boolean {
    const item = this.value.later.at(-1);
    if (!item) return false;
    this.#change({ items: [item, ...this.value.items], later: this.value.later.slice(0, -1), changedTerm: undefined });
    return true;
  }

  /** All items that were put off, the first again first. */
  takeUpAll(): void {
    this.#change({ items: [...this.value.later, ...this.value.items], later: [] });
  }

  /** A concept as it is now: its items show it, and those whose term no longer waits go. */
  update(concept: Concept): void {
    const renew = (list: readonly ReviewItem[]) => list.flatMap((item) => {
      if (item.concept.id !== concept.id || item.concept.revision > concept.revision) return [item];
      return isOpen(concept, item.term_id) ? [withConcept(item, concept)] : [];
    });
    this.#change({ items: renew(this.value.items), later: renew(this.value.later) });
    this.#refill();
  }

  /** What somebody else made of a concept. The item in front stays where it is, so that nothing moves under the hand. */
  updateFromElsewhere(concept: Concept): void {
    const [front] = this.value.items;
    if (!front || front.concept.id !== concept.id || front.concept.revision >= concept.revision) return this.update(concept);
    const changed = withConcept(front, concept);
    this.#change({ items: [changed, ...this.value.items.slice(1)], changedTerm: front.term_id });
  }

  /** Lets go of the item in front, on which somebody else decided. */
  skip(): void {
    this.#change({ items: this.value.items.slice(1), changedTerm: undefined });
    this.#refill();
  }

  /** Reads the concept of an item again: after a merge or split it may be another one. */
  async refresh(item: ReviewItem): Promise<void> {
    const concept = await api.call('get', '/v1/terms/{id}', { path: { id: item.term_id } });
    const renew = (list: readonly ReviewItem[]) => list.map((one) => one.term_id === item.term_id ? withConcept(one, concept) : one);
    this.#change({ items: renew(this.value.items), later: renew(this.value.later) });
  }

  #refill(): void {
    const { items, next, isLoading, decided } = this.value;
    if (isLoading) return;
    if ((items.length < RESERVE && next !== null) || (items.length === 0 && decided > 0 && !this.#isSecondRound)) void this.fill();
  }
}

/** An item with its concept as it is now; terms that joined the concept are no rivals any more. */
function withConcept(item: ReviewItem, concept: Concept): ReviewItem {
  return { ...item, concept, rivals: item.rivals.filter(({ term_id: id }) => !concept.terms.some((term) => term.id === id)) };
}

function without(list: readonly ReviewItem[], termId: number): readonly ReviewItem[] {
  return list.filter(({ term_id: id }) => id !== termId);
}

/** Whether a term still waits. */
export function isOpen(concept: Concept, termId: number): boolean {
  const term = concept.terms.find(({ id }) => id === termId);
  return term !== undefined && (term.review === 'suggested' || term.review === 'candidate');
}

/** An item made of a concept alone. Terms of other concepts for the same word are then only known from its conflicts. */
function itemOf(concept: Concept, termId: number): ReviewItem | undefined {
  const term = concept.terms.find(({ id }) => id === termId);
  if (!term || !isOpen(concept, termId)) return undefined;
  return { concept, term_id: termId, standing: term.standing, releases: releaseCount(concept), priority: 0, uncertainty: 0, rivals: [], replacements: [], notes: [], scope_release_id: concept.scope_release_id ?? null };
}
