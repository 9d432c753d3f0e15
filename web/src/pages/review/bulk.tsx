// Decides on everything in the list, after a look at what that is.

import { useState } from 'preact/hooks';
import { api, TaiyakuError, type Schemas } from '../../api/client';
import { problems, problemText } from '../../api/problem';
import { useResource } from '../../api/resource';
import { useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { Dialog } from '../../shell/dialog';
import { Loading } from '../../shell/states';
import { showToast } from '../../shell/toasts';
import { isLanguage, mainTerm } from '../../terms/concept';
import { StatusMark, TermText } from '../../terms/marks';
import { messages } from './messages';
import type { ReviewFilter, ReviewItem } from './queue';

interface BulkProps { filter: ReviewFilter; onClose(): void; onDone(): void }

export function Bulk({ filter, onClose, onDone }: BulkProps) {
  const t = useMessages(messages);
  const problemMessages = useMessages(problems);
  const formats = useFormats();
  const [kind, setKind] = useState<Schemas['BulkKindWord']>('accept');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const plan = useResource(`bulk ${JSON.stringify(filter)} ${kind}`, (signal) => api.planBulk(filter, kind, signal), { keep: true });
  const count = plan.data ? formats.number(plan.data.count) : '';
  const carryOut = async (expected: number) => {
    setSending(true);
    setError(undefined);
    try {
      const { act, done, refused } = await api.decideBulk(filter, kind, expected);
      const text = (kind === 'accept' ? t.bulkDone : t.bulkRejected)(formats.number(done));
      showToast({ text: refused.length > 0 ? `${text}. ${t.bulkRefused(refused.length)}` : text, undo: async () => { await api.undoBulk(act); onDone(); } });
      onDone();
      onClose();
    } catch (reason) {
      setSending(false);
      setError(reason);
      if (isCode(reason, 'selection_changed')) plan.reload();
    }
  };
  const reason = error ?? plan.error;
  const problem = reason === undefined ? undefined
    : isCode(reason, 'selection_changed') ? { text: t.bulkChanged, lang: undefined }
    : isCode(reason, 'invalid_request') ? { text: t.bulkTooMany, lang: undefined } : problemText(reason, problemMessages);
  return <Dialog title={t.bulkTitle} onClose={onClose}>
    <div class="review-tabs bulk-kinds" role="group" aria-label={t.bulkTitle}>
      {(['accept', 'reject'] as const).map((one) => <button key={one} type="button" class="review-tab" aria-pressed={one === kind} onClick={() => setKind(one)}>{one === 'accept' ? t.bulkAccept : t.bulkReject}</button>)}
    </div>
    {problem && <p class="problem" role="alert" lang={problem.lang}>{problem.text}</p>}
    {!plan.data && plan.isLoading && <Loading />}
    {plan.data?.count === 0 && <p class="muted">{t.bulkEmpty}</p>}
    {plan.data && plan.data.count > 0 && <>
      <p class="bulk-count" role="status">{t.bulkCount(count)}</p>
      <ol class="review-lines bulk-list" tabIndex={0} aria-label={t.bulkFirst}>{plan.data.items.map((item) => <BulkLine key={item.term_id} item={item} />)}
        {plan.data.count > plan.data.items.length && <li class="muted">{t.bulkAnd(formats.number(plan.data.count - plan.data.items.length))}</li>}</ol>
      <div class="actions">
        <button type="button" class="primary" disabled={isSending || plan.isLoading} onClick={() => void carryOut(plan.data?.count ?? 0)}>{(kind === 'accept' ? t.bulkDoAccept : t.bulkDoReject)(count)}</button>
        <small>{t.bulkHint}</small>
      </div>
    </>}
  </Dialog>;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof TaiyakuError && error.code === code;
}

function BulkLine({ item }: { item: ReviewItem }) {
  const term = item.concept.terms.find(({ id }) => id === item.term_id);
  if (!term) return null;
  const partner = mainTerm(item.concept, isLanguage(term, 'ja') ? 'en' : 'ja');
  return <li class="review-term"><span>{partner && <><TermText term={partner} /> = </>}<TermText term={term} /></span><StatusMark term={term} /></li>;
}
