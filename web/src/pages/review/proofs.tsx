// The proofs of an item as sentences with the term marked, then other places of its counterpart.

import { fill, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { Message } from '../../messages/message';
import { useState } from 'preact/hooks';
import { proofs, type Concept, type Term } from '../../terms/concept';
import { SentenceProof } from '../../terms/proof';
import { messages } from './messages';

const MOST = 4;
const MOST_OTHER = 3;

export function ItemProofs({ concept, term, partner }: { concept: Concept; term: Term; partner: Term | undefined }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const [whole, setWhole] = useState<number>();
  const own = proofs([term]);
  const place = (one: ReturnType<typeof proofs>[number]) => JSON.stringify([one.source, one.releaseId, one.span ?? one.snippet]);
  const known = new Set(own.map(place));
  // Headings and entries repeat the term alone; a sentence says more.
  const others = partner ? proofs([partner]).filter((one) => one.kind === 'release' && !known.has(place(one)) && !isWithin(one, own)).slice(0, MOST_OTHER) : [];
  const texts = [term.text, ...(partner ? [partner.text] : [])];
  const shown = whole === term.id ? own : own.slice(0, MOST);
  return <div>
    <section aria-labelledby="review-proofs">
      <div class="section-head"><h3 id="review-proofs">{t.proofs}<span class="count">{own.length}</span></h3></div>
      {own.length === 0 && <p class="muted small review-none">{t.noProofs}</p>}
      {shown.map((proof) => <SentenceProof key={`${concept.id} ${place(proof)}`} proof={proof} terms={texts} />)}
      {own.length > shown.length && <button type="button" class="link-button" onClick={() => setWhole(term.id)}>{shared.showAll(own.length)}</button>}
    </section>
    {others.length > 0 && partner && <section aria-label={fill(t.context, { term: partner.text })}>
      <div class="section-head"><h3><Message text={t.context} values={{ term: <span lang={partner.lang}>{partner.text}</span> }} /></h3></div>
      {others.map((proof) => <SentenceProof key={`${concept.id} ${place(proof)}`} proof={proof} terms={texts} />)}
    </section>}
  </div>;
}

/** Whether a proof lies in the sentence of another, so that it would be shown twice. */
function isWithin(one: ReturnType<typeof proofs>[number], all: ReturnType<typeof proofs>): boolean {
  return all.some((other) => other.releaseId === one.releaseId && other.span && one.span && one.span[0] < other.span[1] && one.span[1] > other.span[0]);
}
