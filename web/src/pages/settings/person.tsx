// The person at this browser: name, log-in, language, appearance.

import { useState } from 'preact/hooks';
import { personName } from '../../api/actor';
import { session, type Role } from '../../api/session';
import { fill, locale, useMessages } from '../../messages/catalogue';
import { common } from '../../messages/common';
import { LogInState } from '../../shell/header';
import { useDraft } from '../../state/drafts';
import { useStore } from '../../state/store';
import { theme, type Theme } from '../../state/theme';
import { messages } from './messages';
import { Section } from './parts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function PersonSection() {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const current = useStore(session);
  const lang = useStore(locale);
  const appearance = useStore(theme);
  if (!current?.role) return null;
  const roles: Record<Role, string> = { read: shared.roleRead, suggest: shared.roleSuggest, review: shared.roleReview, admin: shared.roleAdmin };
  const themeNames: Record<Theme, string> = { system: shared.themeSystem, light: shared.themeLight, dark: shared.themeDark };
  return <Section title={t.you}>
    {current.role === 'admin' && <Name fallback={current.name} />}
    <div class="setting-row"><h3>{t.access}</h3>
      <div><p class="setting-value">{current.by === 'loopback' ? shared.thisMachineHint : fill(shared.loggedInAs, { name: current.name ?? '', role: roles[current.role] })}</p>
        <p class="muted small">{t[`can_${current.role}`]}{current.projects && <> {fill(t.inProjects, { projects: current.projects.join(lang === 'ja' ? '、' : ', ') })}</>}</p>
        {current.by === 'cookie' && <LogInState />}</div></div>
    <fieldset class="setting-row"><legend>{shared.language}</legend>
      <div class="segmented">{(['ja', 'en'] as const).map((one) => <label key={one} lang={one}><input type="radio" name="locale" checked={lang === one} onChange={() => locale.set(one)} /><span>{one === 'ja' ? '日本語' : 'English'}</span></label>)}</div></fieldset>
    <fieldset class="setting-row"><legend>{shared.theme}</legend>
      <div class="segmented">{THEMES.map((one) => <label key={one}><input type="radio" name="theme" checked={appearance === one} onChange={() => theme.set(one)} /><span>{themeNames[one]}</span></label>)}</div></fieldset>
    <p class="muted small">{t.hereOnly}</p>
  </Section>;
}

function Name({ fallback }: { fallback: string | null }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const stored = useStore(personName);
  const draft = useDraft('settings.name', stored);
  const [isEdited, setEdited] = useState(draft.restored);
  const text = isEdited ? draft.text : stored;
  const isChanged = text.trim() !== stored;
  const save = () => { personName.set(text.trim()); draft.clear(); setEdited(false); };
  return <form class="setting-row" onSubmit={(event) => { event.preventDefault(); save(); }}>
    <label for="person-name"><h3>{t.name}</h3></label>
    <div class="field"><div class="input-row">
      <input id="person-name" type="text" value={text} maxLength={200} autoComplete="name" placeholder={fallback ?? t.namePlaceholder} aria-describedby="name-hint"
        onInput={(event) => { draft.set(event.currentTarget.value); setEdited(true); }} />
      <button type="submit" disabled={!isChanged}>{shared.save}</button></div>
      <span class="field-hint" id="name-hint" role="status">{isChanged ? shared.keptHere : stored ? fill(t.nameUsed, { name: stored }) : t.nameHint}</span></div>
  </form>;
}
