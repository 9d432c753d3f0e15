// What is left, by status, and which part of it is shown. All of it is in the address.

import { useEffect } from 'preact/hooks';
import { api } from '../../api/client';
import { useProject, type ProjectChoice } from '../../api/projects';
import { useResource } from '../../api/resource';
import { locale, fill, useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { setParameters } from '../../router/address';
import { useStore } from '../../state/store';
import { fieldName } from '../../terms/messages';
import { messages } from './messages';
import { STATUSES, type OpenStatus, type QueueState, type ReviewFilter } from './queue';

export function filterOf(parameters: URLSearchParams, project: ProjectChoice): ReviewFilter {
  const filter: ReviewFilter = {};
  if (project.query !== undefined) filter.project = project.query;
  const field = parameters.get('field');
  if (field) filter.field = field;
  const release = Number(parameters.get('release'));
  if (Number.isInteger(release) && release > 0) filter.release = release;
  if (parameters.get('lang') === 'ja') filter.lang = 'ja';
  const status = STATUSES.find((one) => one === parameters.get('status'));
  if (status) filter.status = status;
  return filter;
}

export const isNarrowed = ({ field, release, status, lang }: ReviewFilter) => [field, release, status, lang].some((value) => value !== undefined);

/** How many terms wait with each status; `null` for more than the server counts, `undefined` for who may not decide. */
export type Counts = Record<OpenStatus, number | null> | undefined;

export function useCounts(filter: ReviewFilter, turn: number, mayReview: boolean): Counts {
  const { status: _, ...rest } = filter;
  const counts = useResource(mayReview ? `review counts ${JSON.stringify(rest)} ${turn}` : null, async (signal): Promise<Counts> => {
    const found: (number | null)[] = [];
    for (const status of STATUSES) {
      try {
        found.push((await api.planBulk({ ...rest, status }, 'accept', signal)).count);
      } catch (error) {
        if (signal.aborted) throw error;
        found.push(null);
      }
    }
    const [strong = null, suggested = null, candidate = null] = found;
    return { suggested_strong: strong, suggested, candidate };
  }, { keep: true });
  return counts.data;
}

interface FiltersProps { filter: ReviewFilter; counts: Counts; state: QueueState }

export function Filters({ filter, counts, state }: FiltersProps) {
  const t = useMessages(messages);
  const lang = useStore(locale);
  const formats = useFormats();
  const project = useProject();
  const fields = useResource(`fields ${project.target}`, (signal) => api.call('get', '/v1/projects/{name}/starter', { path: { name: project.target }, signal })).data?.fields ?? [];
  const releases = useResource(`releases ${project.query ?? '*'}`, (signal) => api.call('get', '/v1/releases', { query: { limit: 200, ...(project.query ? { project: project.query } : {}) }, signal })).data?.releases ?? [];
  const names = [...new Set([...fields.map(({ field }) => field), ...(filter.field ? [filter.field] : [])])];
  const left = (status: OpenStatus) => {
    const count = counts?.[status];
    return count === null ? t.tooMany : count === undefined ? undefined : formats.number(Math.max(0, count - state.balance[status]));
  };
  const total = counts && STATUSES.every((status) => counts[status] !== null)
    ? STATUSES.reduce((sum, status) => sum + Math.max(0, (counts[status] ?? 0) - state.balance[status]), 0) : undefined;
  const choose = (parameters: Record<string, string | null>) => setParameters({ ...parameters, at: null });
  // A filter of another project would show an empty list.
  useEffect(() => { if (filter.release && releases.length > 0 && releases.length < 200 && !releases.some(({ id }) => id === filter.release)) choose({ release: null }); }, [releases]);
  return <div class="review-filters">
    <div class="review-tabs" role="group" aria-label={t.status}>
      <Tab label={t.all} count={total === undefined ? undefined : formats.number(total)} isOn={!filter.status} onChoose={() => choose({ status: null })} />
      {STATUSES.map((status) => <Tab key={status} label={t[status]} count={left(status)} isOn={filter.status === status} onChoose={() => choose({ status })} />)}
    </div>
    <div class="review-selects">
      <label class="review-select"><span class="hidden">{t.field}</span>
        <select value={filter.field ?? ''} class={filter.field ? 'is-on' : ''} onChange={(event) => choose({ field: event.currentTarget.value || null })}>
          <option value="">{t.anyField}</option>
          {names.map((name) => <option key={name} value={name}>{fieldName(name, lang)}</option>)}
        </select></label>
      <label class="review-select"><span class="hidden">{t.release}</span>
        <select value={filter.release ?? ''} class={filter.release ? 'is-on' : ''} onChange={(event) => choose({ release: event.currentTarget.value || null })}>
          <option value="">{t.anyRelease}</option>
          {filter.release && !releases.some(({ id }) => id === filter.release) && <option value={filter.release}>{fill(t.releaseNumber, { id: filter.release })}</option>}
          {releases.map(({ id, title, name }) => <option key={id} value={id}>{title ?? name}</option>)}
        </select></label>
      <label class="review-select"><span class="hidden">{t.waits}</span>
        <select value={filter.lang ?? 'en'} class={filter.lang ? 'is-on' : ''} onChange={(event) => choose({ lang: event.currentTarget.value === 'ja' ? 'ja' : null })}>
          <option value="en">{t.waitsEn}</option><option value="ja">{t.waitsJa}</option>
        </select></label>
    </div>
    {total !== undefined && <Bar counts={counts} state={state} total={total} />}
  </div>;
}

function Tab({ label, count, isOn, onChoose }: { label: string; count: string | undefined; isOn: boolean; onChoose(): void }) {
  return <button type="button" class="review-tab" aria-pressed={isOn} onClick={onChoose}>{label}{count !== undefined && <span class="count">{count}</span>}</button>;
}

/** What is left and what was decided in this visit, as a thin bar; the numbers are in the tabs. */
function Bar({ counts, state, total }: { counts: Counts; state: QueueState; total: number }) {
  const whole = total + state.decided;
  if (whole === 0 || !counts) return null;
  return <svg class="review-bar" viewBox="0 0 1000 4" preserveAspectRatio="none" aria-hidden="true">
    <rect width="1000" height="4" class="review-bar-left" />
    <rect width={Math.round(1000 * state.decided / whole)} height="4" class="review-bar-done" />
  </svg>;
}
