// Starts the pages.

import { render } from 'preact';
import { followChanges, useChanges } from './api/changes';
import { loadProjects, restoreProject } from './api/projects';
import { loadSession, session } from './api/session';
import { reconnections } from './api/connection';
import { matchRoute } from './router/match';
import { App } from './shell/app';
import './state/theme';

// The page's code comes while the session is asked for.
void matchRoute(location.pathname)?.route.load().catch(() => undefined);

let isFollowing = false;

async function begin(): Promise<void> {
  try {
    await loadSession();
  } catch {
    return; // The banner says that the server is gone; it is tried again when it is back.
  }
}

async function beginReading(): Promise<void> {
  if (!session.value?.role || isFollowing) return;
  isFollowing = true;
  await loadProjects().catch(() => undefined);
  restoreProject();
  followChanges();
}

session.subscribe(() => void beginReading());
reconnections.subscribe(() => { if (session.value === undefined) void begin(); });

function Root() {
  useChanges(({ entity }) => entity === 'release' || entity === 'source', () => void loadProjects().catch(() => undefined));
  return <App />;
}

const root = document.getElementById('app');
if (root) render(<Root />, root);
void begin();
