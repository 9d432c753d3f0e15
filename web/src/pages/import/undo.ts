// Who may undo an import: who made it, and administrators.

import type { Schemas } from '../../api/client';
import type { Session } from '../../api/session';

export function mayUndo(session: Session | undefined): (made: Schemas['Import']) => boolean {
  return ({ actor }) => session?.role === 'admin' || (session?.name != null && session.name === actor);
}
