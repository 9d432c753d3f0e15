// Adds a pair of terms. What was looked up stands in the field of its language.

import { useRef, useState } from 'preact/hooks';
import { api } from '../../api/client';
import { problems, problemText } from '../../api/problem';
import { useProject } from '../../api/projects';
import { useRole } from '../../api/session';
import { isComposing } from '../../keys/handler';
import { useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { Message } from '../../messages/message';
import { Dialog } from '../../shell/dialog';
import { showToast } from '../../shell/toasts';
import { useDraft } from '../../state/drafts';
import { isJapanese } from '../../terms/text';
import { messages } from './messages';

interface AddTermProps { query: string; onClose(): void; onAdded(): void }

export function AddTerm({ query, onClose, onAdded }: AddTermProps) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const problemMessages = useMessages(problems);
  const project = useProject();
  const mayReview = useRole('review');
  const ja = useDraft(`add.ja.${query}`, isJapanese(query) ? query : '');
  const en = useDraft(`add.en.${query}`, isJapanese(query) ? '' : query);
  const definition = useDraft(`add.definition.${query}`, '');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);
  const hasKana = isJapanese(en.text);
  const isReady = ja.text.trim() !== '' && en.text.trim() !== '' && !hasKana && !isSending;

  const submit = async () => {
    if (!isReady) return;
    setSending(true);
    setError(undefined);
    try {
      const pair = { ja: ja.text.trim(), en: en.text.trim() };
      const made = await api.createTerm({ ...pair, project: project.target, ...(definition.text.trim() ? { definition: definition.text.trim() } : {}) });
      for (const draft of [ja, en, definition]) draft.clear();
      const text = { created: t.added, updated: t.updated, unchanged: t.unchanged }[made.outcome];
      const remove = (id: number) => api.call('delete', '/v1/terms/{id}', { path: { id } });
      showToast({
        text: <Message text={text} values={{ ja: <span lang="ja">{pair.ja}</span>, en: <span lang="en">{pair.en}</span> }} />,
        ...(made.outcome === 'created' && mayReview ? { undo: async () => { await remove(made.en_term_id); onAdded(); } } : {}),
      });
      onAdded();
      onClose();
    } catch (reason) {
      setError(reason);
      setSending(false);
    }
  };
  const problem = error === undefined ? undefined : problemText(error, problemMessages);
  const isRestored = ja.restored || en.restored || definition.restored;
  const startsInEnglish = isJapanese(query);
  return <Dialog title={t.addTitle} onClose={onClose}>
    <form ref={form} class="form" onSubmit={(event) => { event.preventDefault(); void submit(); }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        if (isComposing(event)) event.preventDefault();
        else if ((event.ctrlKey || event.metaKey)) { event.preventDefault(); void submit(); }
      }}>
      <label class="field"><span>{t.japanese}</span><input lang="ja" value={ja.text} maxLength={400} data-first={startsInEnglish ? undefined : ''} onInput={(event) => ja.set(event.currentTarget.value)} /></label>
      <label class="field"><span>{t.english}</span><input lang="en" value={en.text} maxLength={400} data-first={startsInEnglish ? '' : undefined} aria-invalid={hasKana} aria-describedby={hasKana ? 'english-only' : undefined} onInput={(event) => en.set(event.currentTarget.value)} /></label>
      {hasKana && <p class="problem" id="english-only">{t.englishOnly}</p>}
      <label class="field"><span>{t.definitionOptional}</span><textarea value={definition.text} maxLength={4000} placeholder={t.definitionHint} onInput={(event) => definition.set(event.currentTarget.value)} /></label>
      <p class="muted small"><Message text={t.addTo} values={{ project: <strong>{project.target}</strong> }} />{!mayReview && ` ${t.waits}`}{isRestored && ` ${shared.restoredDraft}`}</p>
      {problem && <p class="problem" role="alert" lang={problem.lang}>{problem.text}</p>}
      <div class="actions"><button type="submit" class="primary" disabled={!isReady}>{shared.add}</button></div>
    </form>
  </Dialog>;
}
