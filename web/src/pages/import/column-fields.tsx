// Says which columns of a table hold the terms, where its headings do not.

import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/catalogue';
import type { Options } from './api';
import { messages } from './messages';

interface ColumnFieldsProps { options: Options; onChange(options: Options): void }

const numberOf = (map: string, lang: string, otherwise: string) => new RegExp(`(?:^|,)${lang}=(\\d+)`).exec(map)?.[1] ?? otherwise;

export function ColumnFields({ options, onChange }: ColumnFieldsProps) {
  const t = useMessages(messages);
  const [ja, setJa] = useState(numberOf(options.map, 'ja', '1'));
  const [en, setEn] = useState(numberOf(options.map, 'en', '2'));
  const isReady = [ja, en].every((value) => /^[1-9]\d{0,3}$/.test(value)) && ja !== en;
  const field = (label: string, value: string, set: (value: string) => void) => <label class="field is-short"><span>{label}</span>
    <input type="number" min={1} max={9999} value={value} aria-describedby="column-hint" onInput={(event) => set(event.currentTarget.value)} /></label>;
  return <form class="column-fields" onSubmit={(event) => { event.preventDefault(); if (isReady) onChange({ ...options, map: `ja=${ja},en=${en}` }); }}>
    {field(t.columnJa, ja, setJa)}{field(t.columnEn, en, setEn)}
    <button type="submit" disabled={!isReady}>{t.columnsRead}</button>
    <small id="column-hint">{t.columnHint}</small>
  </form>;
}
