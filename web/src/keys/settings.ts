// What a person changed about the keys: other keys, or single letters switched off (WCAG 2.1.4).

import { StoredValue } from '../state/storage';
import { keyTable, type KeyCommand, type KeyGroupName } from './table';

export interface KeySettings {
  /** Whether single letters and signs do something. */
  areLettersOn: boolean;
  /** Keys by `group.command`; an empty text switches a command off. */
  changed: Record<string, string>;
}

function isSettings(value: unknown): value is KeySettings {
  return typeof value === 'object' && value !== null && 'areLettersOn' in value && typeof value.areLettersOn === 'boolean'
    && 'changed' in value && typeof value.changed === 'object' && value.changed !== null;
}

export const keySettings = new StoredValue<KeySettings>('keys', { areLettersOn: true, changed: {} }, isSettings);

/** The key of a command; undefined if it is switched off. */
export function keyOf(group: KeyGroupName, command: string, settings: KeySettings): string | undefined {
  const entry: KeyCommand | undefined = (keyTable[group].commands as Record<string, KeyCommand>)[command];
  if (!entry) return undefined;
  if (entry.isFixed) return entry.key;
  const key = settings.changed[`${group}.${command}`] ?? entry.key;
  return key && (settings.areLettersOn || key.length > 1) ? key : undefined;
}
