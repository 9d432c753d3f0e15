// Parts that the sections share.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { Dialog } from '../../shell/dialog';
import { showToast, useProblemToast } from '../../shell/toasts';
import { messages } from './messages';

export function Section({ title, intro, children }: { title: string; intro?: ComponentChildren; children: ComponentChildren }) {
  return <section class="setting-section" aria-label={title}>
    <h2>{title}</h2>
    {intro && <p class="muted setting-intro">{intro}</p>}
    {children}
  </section>;
}

/** Text to take along, such as a command, with a button that copies it. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 3000);
    } catch {
      showToast({ text: shared.copyFailed, isProblem: true });
    }
  };
  return <div class="copyable"><code lang="en">{text}</code>
    <button type="button" onClick={() => void copy()} aria-label={`${t.copy}: ${label}`}>{isCopied ? t.copied : t.copy}</button>
    <span class="hidden" role="status">{isCopied ? t.copied : ''}</span></div>;
}

interface ConfirmProps {
  title: string;
  action: string;
  onClose(): void;
  /** Carries it out. */
  run(): Promise<unknown>;
  children: ComponentChildren;
}

/** Asks before something that cannot be undone. */
export function Confirm({ title, action, onClose, run, children }: ConfirmProps) {
  const t = useMessages(common);
  const fail = useProblemToast();
  const [isRunning, setRunning] = useState(false);
  const confirm = async () => {
    setRunning(true);
    try {
      await run();
    } catch (error) {
      fail(error);
    }
    onClose();
  };
  return <Dialog title={title} onClose={onClose}>
    <div class="form">{children}
      <div class="actions"><button type="button" class="primary is-danger" disabled={isRunning} onClick={() => void confirm()}>{action}</button>
        <button type="button" onClick={onClose}>{t.cancel}</button></div></div>
  </Dialog>;
}
