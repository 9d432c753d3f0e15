// All pages: where each is, and its place in the navigation. A page is one folder under pages/ and one line here.

import type { ComponentType } from 'preact';
import type { common } from './messages/common';

export interface PageProps {
  /** What stands for `{id}` in the path. */
  parameters: Record<string, string>;
}

export interface PageModule { default: ComponentType<PageProps> }

export interface Route {
  /** `{id}` stands for digits. */
  path: string;
  load: () => Promise<PageModule>;
  /** Its name in the navigation; pages without one are reached from others. */
  label?: keyof typeof common.en & string;
  /** `end`: at the right end of the navigation, smaller. */
  position?: 'end';
}

export const routes: readonly Route[] = [
  { path: '/', load: () => import('./pages/lookup/page'), label: 'lookup' },
  { path: '/concepts/{id}', load: () => import('./pages/concept/page') },
  { path: '/review', load: () => import('./pages/review/page'), label: 'review' },
  { path: '/releases', load: () => import('./pages/releases/page'), label: 'releases' },
  { path: '/releases/{id}', load: () => import('./pages/release/page') },
  { path: '/overview', load: () => import('./pages/overview/page'), label: 'overview' },
  { path: '/import', load: () => import('./pages/import/page'), label: 'import' },
  { path: '/export', load: () => import('./pages/export/page'), label: 'export' },
  { path: '/settings', load: () => import('./pages/settings/page'), label: 'settings', position: 'end' },
  { path: '/help', load: () => import('./pages/help/page'), label: 'help', position: 'end' },
  { path: '/login', load: () => import('./pages/login/page') },
];
