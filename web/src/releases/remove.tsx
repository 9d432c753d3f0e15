// Asks before a release is deleted: that cannot be undone.

import { useState } from 'preact/hooks';
import { api } from '../api/client';
import { fill, useMessages } from '../messages/catalogue';
import { common } from '../messages/common';
import { Dialog } from '../shell/dialog';
import { showToast, useProblemToast } from '../shell/toasts';
import { languageOf } from '../terms/text';
import { releaseMessages } from './messages';
import { releaseTitle, type ReleaseSummary } from './release';

export function RemoveDialog({ release, onClose, onRemoved }: { release: ReleaseSummary; onClose(): void; onRemoved(): void }) {
  const t = useMessages(releaseMessages);
  const shared = useMessages(common);
  const fail = useProblemToast();
  const [isBusy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await api.call('delete', '/v1/releases/{id}', { path: { id: release.id } });
      showToast({ text: fill(t.removed, { name: release.name }) });
      onRemoved();
    } catch (error) {
      fail(error);
      setBusy(false);
    }
  };
  return <Dialog title={t.removeTitle} onClose={onClose}>
    <p><strong lang={languageOf(releaseTitle(release))}>{releaseTitle(release)}</strong></p>
    <p>{t.removeText}</p>
    <div class="actions">
      <button type="button" class="danger" disabled={isBusy} onClick={() => void remove()}>{t.remove}</button>
      <button type="button" class="quiet" onClick={onClose}>{shared.cancel}</button>
    </div>
  </Dialog>;
}
