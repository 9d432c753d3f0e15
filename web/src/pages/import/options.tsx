// How a file is imported, in plain words. A change makes the plan anew.

import { projects } from '../../api/projects';
import { useRole } from '../../api/session';
import { useMessages } from '../../messages/catalogue';
import { useStore } from '../../state/store';
import type { Options } from './api';
import { messages } from './messages';

interface OptionsProps { options: Options; onChange(options: Options): void }

export function OptionFields({ options, onChange }: OptionsProps) {
  const t = useMessages(messages);
  const mayReview = useRole('review');
  const names = useStore(projects).map(({ name }) => name);
  const set = (part: Partial<Options>) => onChange({ ...options, ...part });
  const language = (name: 'source_lang' | 'target_lang', label: string) => <label class="field"><span>{label}</span>
    <input type="text" value={options[name]} maxLength={35} autoComplete="off" autoCapitalize="off" spellcheck={false} lang="en" aria-describedby="import-languages"
      onChange={(event) => set({ [name]: event.currentTarget.value })} /></label>;
  return <div class="import-options">
    <label class="field"><span>{t.project}</span>
      <select value={options.project} onChange={(event) => set({ project: event.currentTarget.value })}>
        {!names.includes(options.project) && <option value={options.project}>{options.project}</option>}
        {names.map((name) => <option key={name} value={name}>{name}</option>)}
      </select></label>
    <label class="field"><span>{t.kept}</span>
      <select value={options.kept} onChange={(event) => set({ kept: event.currentTarget.value as Options['kept'] })}>
        <option value="">{t.keptAuto}</option><option value="terms">{t.keptTerms}</option><option value="evidence">{t.keptEvidence}</option>
      </select></label>
    <div class="import-languages">{language('source_lang', t.sourceLang)}{language('target_lang', t.targetLang)}
      <small id="import-languages">{t.languageHint}</small></div>
    <div class="import-checks">
      {mayReview ? <label class="import-check"><input type="checkbox" checked={options.approved} onChange={(event) => set({ approved: event.currentTarget.checked })} /><span>{t.approved}<small>{t.approvedHint}</small></span></label>
        : <p class="muted small">{t.approvedNeeds}</p>}
      <label class="import-check"><input type="checkbox" checked={options.again} onChange={(event) => set({ again: event.currentTarget.checked })} /><span>{t.again}</span></label>
    </div>
  </div>;
}
