// The starter term base of the project, by field.

import { useState } from 'preact/hooks';
import { api, type Schemas } from '../../api/client';
import { loadProjects, useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { fill, locale, useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { Loaded } from '../../shell/states';
import { showToast, useProblemToast } from '../../shell/toasts';
import { useStore } from '../../state/store';
import { fieldName } from '../../terms/messages';
import { messages } from './messages';
import { Section } from './parts';

type Fields = { fields: Schemas['StarterField'][] };

export function StarterSection() {
  const t = useMessages(messages);
  const lang = useStore(locale);
  const formats = useFormats();
  const fail = useProblemToast();
  const isAdmin = useRole('admin');
  const { target: name } = useProject();
  const [busy, setBusy] = useState<string>();
  const starter = useResource<Fields>(`starter ${name}`, (signal) => api.call('get', '/v1/projects/{name}/starter', { path: { name }, signal }));
  const change = async (fields: string[], isAdding: boolean) => {
    setBusy(fields[0]);
    try {
      starter.replace(isAdding ? await api.call('post', '/v1/projects/{name}/starter', { path: { name }, body: { fields } })
        : await api.call('delete', '/v1/projects/{name}/starter', { path: { name }, query: { field: fields.join(',') } }));
    } finally {
      setBusy(undefined);
    }
    void loadProjects();
  };
  const toggle = async ({ field, in_project: isThere }: Schemas['StarterField']) => {
    try {
      await change([field], !isThere);
      showToast({ text: fill(isThere ? t.fieldRemoved : t.fieldAdded, { field: fieldName(field, lang) }), undo: () => change([field], isThere) });
    } catch (error) {
      fail(error);
    }
  };
  return <Section title={t.starter} intro={fill(t.starterIntro, { project: name })}>
    <Loaded resource={starter}>{({ fields }) => <>
      <p class="setting-value">{fill(t.starterCount, { n: fields.filter((one) => one.in_project).length, all: fields.length, rows: formats.number(fields.reduce((sum, one) => sum + (one.in_project ? one.rows : 0), 0)) })}</p>
      <ul class="setting-list is-tight">{fields.map((one) => <li key={one.field}><label class="setting-line">
        <span class="check-label"><input type="checkbox" checked={one.in_project} disabled={!isAdmin || busy !== undefined} onChange={() => void toggle(one)} /><span>{fieldName(one.field, lang)}</span></span>
        <span class="muted small">{busy === one.field ? t.working : fill(t.rows, { n: formats.number(one.rows) })}</span></label></li>)}</ul>
      <p class="muted small">{isAdmin ? t.starterHint : t.adminOnly}</p></>}</Loaded>
  </Section>;
}
