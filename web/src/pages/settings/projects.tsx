// Projects: how much each holds, create, rename, delete.

import { useState } from 'preact/hooks';
import { api, type Schemas } from '../../api/client';
import { chooseProject, loadProjects, projects, useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { session, useRole } from '../../api/session';
import { fill, locale, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { useFormats } from '../../messages/format';
import { showToast, useProblemToast } from '../../shell/toasts';
import { useDraft } from '../../state/drafts';
import { useStore } from '../../state/store';
import { fieldName } from '../../terms/messages';
import { messages } from './messages';
import { Confirm, Section } from './parts';

export function ProjectSection() {
  const t = useMessages(messages);
  const all = useStore(projects);
  const current = useStore(session);
  const isAdmin = useRole('admin');
  return <Section title={t.projects} intro={t.projectsIntro}>
    <ul class="setting-list">{all.map((project) => <ProjectLine key={project.id} project={project} isAdmin={isAdmin} />)}</ul>
    {isAdmin && current?.projects === null && <NewProject />}
  </Section>;
}

function ProjectLine({ project, isAdmin }: { project: Schemas['Project']; isAdmin: boolean }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const formats = useFormats();
  const { name: selected } = useProject();
  const [mode, setMode] = useState<'rename' | 'delete'>();
  const summary = useResource(`project ${project.name}`, (signal) => api.call('get', '/v1/projects/{name}', { path: { name: project.name }, signal }));
  const counts = summary.data?.counts;
  const isCurrent = project.name === selected;
  const remove = async () => {
    await api.call('delete', '/v1/projects/{name}', { path: { name: project.name } });
    if (isCurrent) chooseProject('default');
    await loadProjects();
    summary.reload();
    showToast({ text: fill(project.name === 'default' ? t.projectEmptied : t.projectDeleted, { name: project.name }) });
  };
  const about = counts && [t.releaseCount(formats.number(counts.releases), counts.releases), t.conceptCount(formats.number(counts.concepts), counts.concepts), t.segmentCount(formats.number(counts.segments), counts.segments)].join(' · ');
  return <li>
    {mode === 'rename' ? <Rename name={project.name} onClose={() => setMode(undefined)} /> : <div class="setting-line">
      <div><span class="setting-name">{project.name}</span>{isCurrent && <span class="tag"> {t.currentProject}</span>}<div class="muted small">{about ?? ' '}</div></div>
      <div class="actions">
        {!isCurrent && <button type="button" class="quiet" onClick={() => chooseProject(project.name)}>{t.open}<span class="hidden"> {project.name}</span></button>}
        {isAdmin && project.name !== 'default' && <button type="button" class="quiet" onClick={() => setMode('rename')}>{t.rename}<span class="hidden"> {project.name}</span></button>}
        {isAdmin && <button type="button" class="quiet" onClick={() => setMode('delete')}>{project.name === 'default' ? t.empty : t.delete} …<span class="hidden"> {project.name}</span></button>}
      </div></div>}
    {mode === 'delete' && <Confirm title={fill(project.name === 'default' ? t.emptyTitle : t.deleteTitle, { name: project.name })} action={project.name === 'default' ? t.empty : t.deleteForGood} onClose={() => setMode(undefined)} run={remove}>
      <p>{fill(t.deleteText, { what: about ?? shared.loading })}</p><p class="muted">{t.deleteHint}</p>
    </Confirm>}
  </li>;
}

async function rename(name: string, to: string): Promise<void> {
  await api.call('patch', '/v1/projects/{name}', { path: { name }, body: { name: to } });
  await loadProjects();
}

function Rename({ name, onClose }: { name: string; onClose(): void }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const fail = useProblemToast();
  const { name: selected } = useProject();
  const draft = useDraft(`settings.rename.${name}`, name);
  const submit = async () => {
    const to = draft.text.trim();
    if (!to || to === name) return onClose();
    try {
      await rename(name, to);
      draft.clear();
      if (selected === name) chooseProject(to);
      onClose();
      showToast({ text: fill(t.renamed, { name: to }), undo: async () => { await rename(to, name); if (selected === name) chooseProject(name); } });
    } catch (error) {
      fail(error);
    }
  };
  return <form class="setting-line" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
    <input type="text" aria-label={t.projectName} value={draft.text} maxLength={100} ref={(element) => { if (element && document.activeElement !== element && !element.dataset['seen']) { element.dataset['seen'] = '1'; element.select(); } }}
      onInput={(event) => draft.set(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Escape' && !event.isComposing) { draft.clear(); onClose(); } }} />
    <div class="actions"><button type="submit" class="primary">{shared.save}</button><button type="button" onClick={() => { draft.clear(); onClose(); }}>{shared.cancel}</button></div>
  </form>;
}

/** What a project's name must not contain. */
const FORBIDDEN = /[,/\\\u0000-\u001f\u007f-\u009f]|^\.{1,2}$/;

function NewProject() {
  const t = useMessages(messages);
  const lang = useStore(locale);
  const fail = useProblemToast();
  const draft = useDraft('settings.project', '');
  const [starter, setStarter] = useState<'all' | 'none' | 'some'>('all');
  const [fields, setFields] = useState<string[]>([]);
  const [isSending, setSending] = useState(false);
  const known = useResource('starter fields', (signal) => api.call('get', '/v1/projects/{name}/starter', { path: { name: projects.value[0]?.name ?? 'default' }, signal }));
  const name = draft.text.trim();
  const isWrong = FORBIDDEN.test(name);
  const create = async () => {
    setSending(true);
    try {
      await api.call('post', '/v1/projects', { body: { name, ...(starter === 'all' ? {} : { starter: starter === 'none' ? [] : fields }) } });
      await loadProjects();
      draft.clear();
      chooseProject(name);
      showToast({ text: fill(t.projectCreated, { name }) });
    } catch (error) {
      fail(error);
    }
    setSending(false);
  };
  return <form class="form setting-form" onSubmit={(event) => { event.preventDefault(); if (name && !isWrong) void create(); }}>
    <h3>{t.newProject}</h3>
    <label class="field"><span>{t.projectName}</span>
      <input type="text" value={draft.text} maxLength={100} autoComplete="off" aria-invalid={isWrong} aria-describedby="project-hint" onInput={(event) => draft.set(event.currentTarget.value)} />
      <span id="project-hint" class={isWrong ? 'problem' : 'field-hint'} role="status">{isWrong ? t.projectNameWrong : t.projectNameHint}</span></label>
    <fieldset class="radio-list"><legend>{t.withStarter}</legend>
      {(['all', 'some', 'none'] as const).map((one) => <label key={one}><input type="radio" name="starter" checked={starter === one} onChange={() => setStarter(one)} /><span>{t[`starter_${one}`]}</span></label>)}
      {starter === 'some' && <div class="field-grid">{known.data?.fields.map(({ field }) => <label key={field}>
        <input type="checkbox" checked={fields.includes(field)} onChange={(event) => setFields(event.currentTarget.checked ? [...fields, field] : fields.filter((other) => other !== field))} /><span>{fieldName(field, lang)}</span></label>)}</div>}
    </fieldset>
    <div class="actions"><button type="submit" class="primary" disabled={!name || isWrong || isSending || (starter === 'some' && fields.length === 0)}>{t.createProject}</button></div>
  </form>;
}
