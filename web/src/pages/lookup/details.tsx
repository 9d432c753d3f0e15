// What is known about the selected result: its terms, its definition, its proofs.

import { locale, useMessages } from '../../messages/catalogue';
import { Link } from '../../router/link';
import { useStore } from '../../state/store';
import { useCopy } from '../../terms/copy';
import { mainTerm, proofs, termsOf, type Concept } from '../../terms/concept';
import { fieldName, termMessages } from '../../terms/messages';
import { Reading, Replacement, StatusMark, TermText } from '../../terms/marks';
import { SentenceProof } from '../../terms/proof';
import { messages } from './messages';

const MOST_PROOFS = 3;

export function Details({ concept, onOpen, isInline }: { concept: Concept; onOpen(): void; isInline?: boolean }) {
  const t = useMessages(messages);
  const words = useMessages(termMessages);
  const lang = useStore(locale);
  const copy = useCopy();
  const english = mainTerm(concept, 'en');
  const found = proofs(concept.terms);
  const shown = found.slice(0, MOST_PROOFS);
  const texts = concept.terms.map(({ text }) => text);
  return <div class={`details${isInline ? ' is-inline' : ''}`}>
    {(['ja', 'en'] as const).map((language) => <ul key={language} class={`details-terms is-${language}`}>
      {termsOf(concept, language).map((term) => <li key={term.id}><TermText term={term} /><Reading term={term} /> <StatusMark term={term} hasWord={!isInline && language === 'en'} /> <Replacement concept={concept} term={term} /></li>)}
      {language === 'en' && !english && <li class="is-none">— {words.none}</li>}
    </ul>)}
    {concept.field && <p class="tag">{fieldName(concept.field, lang)}</p>}
    {concept.definitions.slice(0, 1).map((definition) => <p key={definition.id} class="details-definition" lang={definition.lang}>{definition.text}</p>)}
    {shown.length > 0 && <div class="details-proofs"><h3>{t.proofs}</h3>{shown.map((proof, index) => <SentenceProof key={index} proof={proof} terms={texts} />)}</div>}
    <div class="actions">
      {english && <button type="button" onClick={() => void copy(english.text, english.lang)}>{t.copyEnglish}</button>}
      <Link to={`/concepts/${concept.id}`} class="quiet-link" onClick={onOpen}>{t.openConcept}</Link>
    </div>
  </div>;
}
