// A quiet line while the server is gone, and when it is back.

import { connection } from '../api/connection';
import { useMessages } from '../messages/catalogue';
import { common } from '../messages/common';
import { useStore } from '../state/store';

export function Banner() {
  const state = useStore(connection);
  const t = useMessages(common);
  return <div role="status" aria-live="polite">
    {state !== 'up' && <p class={`banner is-${state}`}>{state === 'lost' ? t.serverGone : t.serverBack}</p>}
  </div>;
}
