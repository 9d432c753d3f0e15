// Signs for how sure a term is, and terms with their reading. Shape and word tell states apart, not colour alone.

import { useMessages, fill } from '../messages/catalogue';
import { Message } from '../messages/message';
import { certainty, isLanguage, isUsable, mainTerm, type Certainty, type Concept, type Term } from './concept';
import { termMessages } from './messages';
import { hiragana, isJapanese } from './text';

const SIGNS: Record<Certainty, string> = { approved: '✓', strong: '◌', suggested: '◌', starter: '☆', candidate: '·', deprecated: '△', forbidden: '✕', rejected: '✕' };
const HAS_VALUE: readonly Certainty[] = ['strong', 'suggested', 'candidate'];

export function StatusMark({ term, hasWord }: { term: Term; hasWord?: boolean }) {
  const t = useMessages(termMessages);
  const state = certainty(term);
  const value = HAS_VALUE.includes(state) ? confidenceText(term.confidence) : undefined;
  const words = value ? `${t[state]}, ${fill(t.confidence, { value })}` : t[state];
  return <span class={`mark-status is-${state}`} title={words}>
    <span class="sign" aria-hidden="true">{SIGNS[state]}</span>
    {hasWord ? <span>{t[state]}{value && ` ${value}`}</span>
      : <>{value && <span aria-hidden="true">{value}</span>}<span class="hidden">{words}</span></>}
  </span>;
}

/** Two digits; never 1.00, because certainty is a person's. */
function confidenceText(confidence: number): string {
  return Math.min(confidence, 0.99).toFixed(2);
}

/** The text of a term, struck through if it must not be used. */
export function TermText({ term, class: name }: { term: Term; class?: string }) {
  const className = [name, isUsable(term) ? '' : 'is-struck'].filter(Boolean).join(' ');
  return isUsable(term) ? <span lang={term.lang} class={className || undefined}>{term.text}</span>
    : <s lang={term.lang} class={className}>{term.text}</s>;
}

export function Reading({ term }: { term: Term }) {
  if (!term.reading || !isJapanese(term.text) || hiragana(term.reading) === hiragana(term.text)) return null;
  return <span class="reading" lang="ja">（{hiragana(term.reading)}）</span>;
}

/** What to use in place of a term that must not be used. */
export function Replacement({ concept, term }: { concept: Concept; term: Term }) {
  const t = useMessages(termMessages);
  if (isUsable(term)) return null;
  const other = mainTerm(concept, isLanguage(term, 'ja') ? 'ja' : 'en');
  if (!other || other.id === term.id || !isUsable(other)) return null;
  return <span class="small"><Message text={t.useInstead} values={{ term: <span lang={other.lang}>{other.text}</span> }} /></span>;
}

/** The English of a concept in a line, or that there is none yet. */
export function English({ concept }: { concept: Concept }) {
  const t = useMessages(termMessages);
  const term = mainTerm(concept, 'en');
  if (!term) return <span class="is-none">— {t.none}</span>;
  return <TermText term={term} />;
}

/** The Japanese of a concept in a line. */
export function Japanese({ concept, term = mainTerm(concept, 'ja') }: { concept: Concept; term?: Term | undefined }) {
  const t = useMessages(termMessages);
  if (!term) return <span class="is-none">— {t.noneJa}</span>;
  return <><TermText term={term} /><Reading term={term} /></>;
}
