// Charts that are their own tables: each row of numbers has its bar beside it.

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { fill, useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { messages } from './messages';

interface Part { name: string; kind: string; value: number }

/** One bar in parts, with its legend as a list of numbers. Width and pattern tell parts apart, the legend names them in order. */
export function SplitBar({ caption, parts }: { caption: string; parts: readonly Part[] }) {
  const formats = useFormats();
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  let start = 0;
  return <figure class="split">
    <svg class="split-bar" width="100%" height="12" aria-hidden="true">{parts.map(({ kind, value }) => {
      const x = start;
      start += value;
      return <rect key={kind} class={`part is-${kind}`} x={`${(x / total) * 100}%`} width={`${(value / total) * 100}%`} height="12" />;
    })}</svg>
    <figcaption class="hidden">{caption}</figcaption>
    <dl class="split-legend">{parts.map(({ name, kind, value }) => <div key={kind}>
      <dt><svg width="10" height="10" aria-hidden="true"><rect class={`part is-${kind}`} width="10" height="10" rx="2" /></svg>{name}</dt><dd>{formats.number(value)}</dd></div>)}</dl>
  </figure>;
}

interface Row {
  key: string;
  label: ComponentChildren;
  /** The label in the CSV. */
  text: string;
  total: number;
  found: number;
  approved?: number;
}

interface CoverageTableProps { name: string; title: string; first: string; total: string; hint?: string; rows: readonly Row[] }

export function CoverageTable({ name, title, first, total, hint, rows }: CoverageTableProps) {
  const t = useMessages(messages);
  const formats = useFormats();
  const id = useId();
  const largest = Math.max(...rows.map((row) => row.total), 1);
  const hasApproved = rows.some(({ approved }) => approved !== undefined);
  const save = () => {
    const heads = [first, total, t.withEnglish, ...(hasApproved ? [t.approved] : [])];
    download(`${name}.csv`, [heads, ...rows.map((row) => [row.text, row.total, row.found, ...(hasApproved ? [row.approved ?? 0] : [])])]);
  };
  return <section class="coverage-table" aria-labelledby={id}>
    <div class="section-head"><h2 id={id}>{title}</h2><button type="button" class="link-button muted" aria-label={`${title}: ${t.csv}`} onClick={save}>{t.csv}</button></div>
    <table aria-labelledby={id}>
      <thead><tr><th scope="col">{first}</th><th class="bar-cell" aria-hidden="true">{hint && <span class="hint">{hint}</span>}</th><th scope="col" class="number">{total}</th>
        <th scope="col" class="number">{t.withEnglish}</th>{hasApproved && <th scope="col" class="number is-extra">{t.approved}</th>}<th scope="col" class="number">{t.share}</th></tr></thead>
      <tbody>{rows.map((row) => <tr key={row.key}>
        <th scope="row">{row.label}</th>
        <td class="bar-cell" aria-hidden="true"><svg width="100%" height="8">
          <rect class="bar-all" width={`${(row.total / largest) * 100}%`} height="8" rx="2" />
          <rect class="bar-found" width={`${(row.found / largest) * 100}%`} height="8" rx="2" />
          {row.approved !== undefined && row.approved > 0 && <rect class="bar-approved" width={`${(row.approved / largest) * 100}%`} height="8" rx="2" />}
        </svg></td>
        <td class="number">{formats.number(row.total)}</td><td class="number">{formats.number(row.found)}</td>
        {hasApproved && <td class="number is-extra">{formats.number(row.approved ?? 0)}</td>}
        <td class="number">{row.total > 0 ? fill(t.shareText, { value: share(row.found, row.total) }) : '—'}</td>
      </tr>)}</tbody>
    </table>
  </section>;
}

/** Never 100 where something is missing. */
const share = (part: number, whole: number) => part === whole ? 100 : Math.min(99, Math.round((part / whole) * 100));

/** Saves a table for Excel. A cell that Excel would take for a formula gets an apostrophe. */
function download(name: string, rows: readonly (readonly (string | number)[])[]): void {
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const content = '\ufeff' + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
