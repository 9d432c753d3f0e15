// The head of every page: pages, project, language, appearance, who is logged in.

import { useLayoutEffect, useState } from 'preact/hooks';
import { ALL_PROJECTS, chooseProject, projects, useProject } from '../api/projects';
import { logOut, session, type Role } from '../api/session';
import { fill, locale, useMessages } from '../messages/catalogue';
import { common } from '../messages/common';
import { isKeySheetOpen } from '../keys/sheet';
import { address, navigate } from '../router/address';
import { Link } from '../router/link';
import { routes } from '../routes';
import { useStore } from '../state/store';
import { theme, type Theme } from '../state/theme';
import { useProblemToast } from './toasts';

export function Header() {
  const t = useMessages(common);
  const path = useStore(address).pathname;
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => setOpen(false), [path]);
  const shown = routes.filter((route) => route.label);
  return <header class="head">
    <Link to="/" class="brand"><span lang="ja" aria-hidden="true">対訳</span><span lang="en">{t.product}</span></Link>
    <button type="button" class="menu-button quiet" aria-expanded={isOpen} aria-controls="head-menu" onClick={() => setOpen(!isOpen)}>{t.menu}</button>
    <div id="head-menu" class={`head-menu${isOpen ? ' is-open' : ''}`}>
      <nav aria-label={t.pages} class="head-pages">
        {shown.map(({ path: to, label, position }) => <Link key={to} to={to} class={position === 'end' ? 'is-end' : ''}
          aria-current={path === to || (to !== '/' && path.startsWith(`${to}/`)) ? 'page' : undefined}>{label && t[label] as string}</Link>)}
      </nav>
      <div class="head-tools">
        <ProjectSwitcher />
        <button type="button" class="quiet" lang={locale.value === 'ja' ? 'en' : 'ja'} onClick={() => locale.set(locale.value === 'ja' ? 'en' : 'ja')}>{t.otherLanguage}</button>
        <ThemeButton />
        <button type="button" class="quiet icon-button keys-button" aria-label={t.keys} title={t.keys} onClick={() => isKeySheetOpen.set(true)}>?</button>
        <LogInState />
      </div>
    </div>
  </header>;
}

function ProjectSwitcher() {
  const t = useMessages(common);
  const all = useStore(projects);
  const { name } = useProject();
  if (all.length === 0) return null;
  const names = all.map((project) => project.name);
  return <label class="project"><span class="hidden">{t.project}</span>
    <select value={name} onChange={(event) => chooseProject(event.currentTarget.value)}>
      {!names.includes(name) && name !== ALL_PROJECTS && <option value={name}>{name}</option>}
      {names.map((one) => <option key={one} value={one}>{one}</option>)}
      {names.length > 1 && <option value={ALL_PROJECTS}>{t.allProjects}</option>}
    </select>
    <svg viewBox="0 0 10 10" width="10" height="10" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M2 3.5 5 6.5l3-3" /></svg>
  </label>;
}

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

function ThemeButton() {
  const t = useMessages(common);
  const current = useStore(theme);
  const name = { system: t.themeSystem, light: t.themeLight, dark: t.themeDark }[current];
  const label = `${t.theme}: ${name}`;
  return <button type="button" class="quiet icon-button" aria-label={label} title={label} onClick={() => theme.set(NEXT[current])}>
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.4" />
      {current !== 'light' && <path d={current === 'dark' ? 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11' : 'M8 2.5a5.5 5.5 0 0 1 0 11z'} fill="currentColor" />}
    </svg>
  </button>;
}

export function LogInState() {
  const t = useMessages(common);
  const fail = useProblemToast();
  const current = useStore(session);
  if (!current) return null;
  if (current.role === null) return <Link to="/login" class="quiet-link">{t.logIn}</Link>;
  const roles: Record<Role, string> = { read: t.roleRead, suggest: t.roleSuggest, review: t.roleReview, admin: t.roleAdmin };
  if (current.by !== 'cookie') return <span class="whoami" title={current.by === 'loopback' ? t.thisMachineHint : undefined}>{current.name ?? t.thisMachine}</span>;
  const label = fill(t.loggedInAs, { name: current.name ?? '', role: roles[current.role] });
  return <span class="whoami"><span title={label}>{current.name}</span>
    <button type="button" class="quiet" onClick={() => void logOut().then(() => navigate('/login'), fail)}>{t.logOut}</button></span>;
}
