// Copies a term, and says so.

import { useMessages } from '../messages/catalogue';
import { common } from '../messages/common';
import { Message } from '../messages/message';
import { showToast } from '../shell/toasts';

export function useCopy(): (text: string, lang: string) => Promise<void> {
  const t = useMessages(common);
  return async (text, lang) => {
    try {
      await navigator.clipboard.writeText(text);
      showToast({ text: <Message text={t.copied} values={{ text: <span lang={lang}>{text}</span> }} /> });
    } catch {
      showToast({ text: t.copyFailed, isProblem: true });
    }
  };
}
