// What went wrong, in the language of the pages. The server explains problems in English; the usual ones are here in both.

import { catalogue } from '../messages/catalogue';
import { isUnreachable, TaiyakuError } from './client';

export const problems = catalogue({
  unreachable: 'Could not reach the server. Check that it is running, then try again.',
  unexpected: 'The page ran into an error it does not know. Load it again; if it comes back, report it.',
  unauthorized: 'The token is not valid: it was mistyped, revoked, or has expired. Ask for a new one.',
  forbidden: 'Your token does not allow this. Ask an administrator for a role that does.',
  not_found: 'It does not exist, or not any more.',
  revision_conflict: 'Somebody changed this in the meantime. The page now shows the current state; decide again.',
  undo_conflict: 'A newer decision changed the same items. Undo that one first.',
  already_undone: 'Somebody has undone this already.',
  pair_rejected: 'A person rejected this pair. Undo that decision first if it should be added.',
  already_exists: 'The name is already taken.',
  too_many_requests: 'Too many requests at once. Wait a moment, then try again.',
  payload_too_large: 'The file or text is too large for the server.',
  database_busy: 'The term base is busy. Try again in a moment.',
  import_in_progress: 'An import into this project is running. Wait until it has finished.',
}, {
  unreachable: 'サーバーに接続できませんでした。サーバーが動いているか確認し、もう一度お試しください。',
  unexpected: '想定外のエラーが発生しました。ページを再読み込みしてください。繰り返し起こる場合はご報告ください。',
  unauthorized: 'トークンが無効です。入力の誤り、失効、または期限切れの可能性があります。新しいトークンを管理者に依頼してください。',
  forbidden: 'この操作を行う権限がありません。必要な権限を管理者に依頼してください。',
  not_found: '見つかりません。すでに削除された可能性があります。',
  revision_conflict: '他の人が先に変更しました。最新の内容を表示していますので、もう一度判断してください。',
  undo_conflict: '同じ項目がその後の操作で変更されています。先にその操作を元に戻してください。',
  already_undone: 'すでに元に戻されています。',
  pair_rejected: 'この組み合わせは却下されています。追加するには、先に却下を元に戻してください。',
  already_exists: 'その名前はすでに使われています。',
  too_many_requests: 'リクエストが多すぎます。少し待ってからお試しください。',
  payload_too_large: 'ファイルまたはテキストが大きすぎます。',
  database_busy: '用語ベースが使用中です。少し待ってからお試しください。',
  import_in_progress: 'このプロジェクトへの取り込みが進行中です。終わるまでお待ちください。',
});

export interface ProblemText {
  text: string;
  /** `en` where only the server's own words are available. */
  lang: 'en' | undefined;
  /** The server's code, for reports. */
  code: string | undefined;
}

export function problemText(error: unknown, messages: typeof problems.en): ProblemText {
  if (isUnreachable(error)) return { text: messages.unreachable, lang: undefined, code: undefined };
  if (!(error instanceof TaiyakuError)) return { text: messages.unexpected, lang: undefined, code: undefined };
  const { code } = error;
  const known = code in messages ? messages[code as keyof typeof messages] : undefined;
  return known === undefined ? { text: error.problem.detail, lang: 'en', code } : { text: known, lang: undefined, code };
}
