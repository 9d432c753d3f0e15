// A decision in the language of the pages. The server's summary is English; the terms in it stand between backticks.

import type { Schemas } from '../api/client';
import { catalogue, useMessages } from '../messages/catalogue';
import { languageOf } from './text';

const messages = catalogue({
  accept: 'Approved', edit: 'Changed', reject: 'Rejected', merge: 'Merged', split: 'Split', retire: 'Deprecated', usage: 'Changed the usage of', note: 'Added a note to',
  scope: 'Changed the scope of', define: 'Changed a definition of', delete: 'Deleted', forbid: 'Forbade',
}, {
  accept: '承認', edit: '修正', reject: '却下', merge: '統合', split: '分割', retire: '非推奨に変更', usage: '用法の変更', note: 'メモの追加',
  scope: '適用範囲の変更', define: '定義の変更', delete: '削除', forbid: '使用禁止に変更',
});

export function DecisionText({ decision }: { decision: Schemas['Decision'] }) {
  const t = useMessages(messages);
  const [first, second] = [...decision.summary.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  const isForbidden = decision.kind === 'usage' && / forbidden\b/.test(decision.summary);
  return <span class="decision-text">{t[isForbidden ? 'forbid' : decision.kind]} {first && <span lang={languageOf(first)}>{first}</span>}
    {decision.kind === 'edit' && second && <> → <span lang={languageOf(second)}>{second}</span></>}</span>;
}
