// What translations are checked for in the project.

import { api, type Schemas } from '../../api/client';
import { useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { useRole } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { Loaded } from '../../shell/states';
import { showToast, useProblemToast } from '../../shell/toasts';
import { messages } from './messages';
import { Section } from './parts';

type Settings = Schemas['CheckSettings'];
type Rule = Schemas['RuleWord'];
type Action = Schemas['RuleActionWord'];
type StyleName = 'latin_width' | 'brackets' | 'spacing';

const RULES: readonly Rule[] = ['term_not_used', 'term_forbidden', 'term_inconsistent', 'source_inconsistent', 'term_without_translation', 'abbreviation_unexpanded',
  'numbers', 'untranslated', 'placeholders', 'tags', 'addresses', 'repeated_words', 'brackets', 'style'];
const ACTIONS: readonly Action[] = ['usual', 'error', 'warning', 'information', 'hint', 'off'];
const STYLES = { latin_width: ['half', 'full', 'any'], brackets: ['any', 'full', 'half'], spacing: ['any', 'none', 'space'] } as const;
const STYLE_NAMES: readonly StyleName[] = ['latin_width', 'brackets', 'spacing'];

export function CheckSection() {
  const t = useMessages(messages);
  const fail = useProblemToast();
  const isAdmin = useRole('admin');
  const { target: project } = useProject();
  const settings = useResource<Settings>(`checks ${project}`, (signal) => api.call('get', '/v1/checks/settings', { query: { project }, signal }));
  const put = async (body: Settings) => settings.replace(await api.call('put', '/v1/checks/settings', { query: { project }, body }));
  const change = async (before: Settings, after: Settings, what: string) => {
    settings.replace(after);
    try {
      await put(after);
      showToast({ text: fill(t.checkChanged, { what }), undo: () => put(before) });
    } catch (error) {
      settings.replace(before);
      fail(error);
    }
  };
  return <Section title={t.checks} intro={fill(t.checksIntro, { project })}>
    <Loaded resource={settings}>{(current) => <>
      <ul class="setting-list is-tight">{RULES.map((rule) => {
        const action = current.rules?.[rule] ?? 'usual';
        return <li key={rule}><label class="setting-line">
          <span class={action === 'off' ? 'muted' : ''}>{t[`rule_${rule}`]}</span>
          <select class={action === 'usual' ? 'is-usual' : ''} value={action} disabled={!isAdmin} onChange={(event) => {
            const value = event.currentTarget.value as Action;
            const rules = { ...current.rules };
            if (value === 'usual') delete rules[rule];
            else rules[rule] = value;
            void change(current, { ...current, rules }, t[`rule_${rule}`]);
          }}>{ACTIONS.map((one) => <option key={one} value={one}>{t[`action_${one}`]}</option>)}</select></label></li>;
      })}</ul>
      <h3 class="setting-subhead">{t.style}</h3>
      <ul class="setting-list is-tight">{STYLE_NAMES.map((name) => <li key={name}><label class="setting-line">
        <span>{t[`style_${name}`]}</span>
        <select value={current.style?.[name] ?? STYLES[name][0]} disabled={!isAdmin} onChange={(event) => {
          void change(current, { ...current, style: { ...current.style, [name]: event.currentTarget.value } }, t[`style_${name}`]);
        }}>{STYLES[name].map((one) => <option key={one} value={one}>{t[`${name === 'spacing' ? 'spacing' : 'width'}_${one}` as 'width_half']}</option>)}</select></label></li>)}</ul>
      {!isAdmin && <p class="muted small">{t.adminOnly}</p>}
    </>}</Loaded>
  </Section>;
}
