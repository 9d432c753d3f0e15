// The definitions of a concept with where each is from. Those that people wrote can be changed.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useRole } from '../../api/session';
import { isComposing } from '../../keys/handler';
import { useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { Link } from '../../router/link';
import { useDraft } from '../../state/drafts';
import { type Concept } from '../../terms/concept';
import { useDecide } from '../../terms/decisions';
import { SourceIcon } from '../../terms/proof';
import { languageOf } from '../../terms/text';
import { messages } from './messages';

interface DefinitionsProps { concept: Concept; onChange(concept: Concept | undefined): void }
type Definition = Concept['definitions'][number];

export function Definitions({ concept, onChange }: DefinitionsProps) {
  const t = useMessages(messages);
  const mayReview = useRole('review');
  const [editing, setEditing] = useState<number | 'new'>();
  return <section aria-labelledby="definitions">
    <div class="section-head"><h2 id="definitions">{t.definitions}</h2>
      {mayReview && editing !== 'new' && <button type="button" class="link-button" onClick={() => setEditing('new')}>{t.addDefinition}</button>}</div>
    {concept.definitions.map((definition, index) => definition.id != null && editing === definition.id
      ? <DefinitionForm key={definition.id} concept={concept} definition={definition} onChange={onChange} onClose={() => setEditing(undefined)} />
      : <DefinitionText key={definition.id ?? index} concept={concept} definition={definition} onChange={onChange} onEdit={() => setEditing(definition.id ?? undefined)} />)}
    {concept.definitions.length === 0 && editing !== 'new' && <p class="is-none term-none">— {t.noDefinition}</p>}
    {editing === 'new' && <DefinitionForm concept={concept} onChange={onChange} onClose={() => setEditing(undefined)} />}
  </section>;
}

function DefinitionText({ concept, definition, onEdit, onChange }: DefinitionsProps & { definition: Definition; onEdit(): void }) {
  const t = useMessages(messages);
  const mayReview = useRole('review');
  const decide = useDecide();
  return <div class="proof">
    <p class="definition" lang={definition.lang}>{definition.text}</p>
    <span class="proof-source">
      <SourceIcon kind={definition.author ? 'person' : definition.release_id != null ? 'release' : 'import'} />
      {definition.release_id != null ? <Link to={`/releases/${definition.release_id}`}><span lang={languageOf(definition.source)}>{definition.source}</span></Link>
        : <span>{definition.author ?? definition.source}</span>}
      {definition.author && definition.id != null && mayReview && <>
        <button type="button" class="link-button" onClick={onEdit}>{t.edit}</button>
        <button type="button" class="link-button" onClick={() => void decide({ kind: 'define', concept_id: concept.id, definition_id: definition.id ?? null, revision: concept.revision }, { text: t.definitionRemovedToast, onChange })}>{t.removeDefinition}</button>
      </>}
    </span>
  </div>;
}

function DefinitionForm({ concept, definition, onChange, onClose }: DefinitionsProps & { definition?: Definition; onClose(): void }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const decide = useDecide();
  const draft = useDraft(`concept.${concept.id}.definition.${definition?.id ?? 'new'}`, definition?.text ?? '');
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => { field.current?.focus(); }, []);
  const isReady = draft.text.trim() !== '' && !isSaving;
  const save = async () => {
    if (!isReady) return;
    setSaving(true);
    const isDone = await decide({ kind: 'define', concept_id: concept.id, text: draft.text.trim(), revision: concept.revision, ...(definition?.id != null ? { definition_id: definition.id } : {}) }, { text: t.definedToast, onChange });
    setSaving(false);
    if (!isDone) return;
    draft.clear();
    onClose();
  };
  return <form class="term-form" onSubmit={(event) => { event.preventDefault(); void save(); }}
    onKeyDown={(event) => {
      if (isComposing(event)) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void save(); }
      if (event.key === 'Escape') { event.stopPropagation(); onClose(); }
    }}>
    <textarea aria-label={t.definitionField} lang={languageOf(draft.text)} value={draft.text} maxLength={4000} ref={field} onInput={(event) => draft.set(event.currentTarget.value)} />
    <div class="actions">
      <button type="submit" class="primary" disabled={!isReady}>{shared.save}</button>
      <button type="button" class="quiet" onClick={() => { draft.clear(); onClose(); }}>{shared.cancel}</button>
      {draft.text !== (definition?.text ?? '') && <small>{draft.restored ? shared.restoredDraft : shared.keptHere}</small>}
    </div>
  </form>;
}
