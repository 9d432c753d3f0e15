// Light, dark, or as the system has it. `early.ts` applies the stored choice before the first paint.

import { isOneOf, StoredValue } from './storage';

export type Theme = 'system' | 'light' | 'dark';

export const theme = new StoredValue<Theme>('theme', 'system', isOneOf('system', 'light', 'dark'));

function apply(): void {
  if (theme.value === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.value;
}

theme.subscribe(apply);
apply();
