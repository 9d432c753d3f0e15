// Keys: switch single letters off, or give a command another key.

import { useState } from 'preact/hooks';
import { isComposing } from '../../keys/handler';
import { Key } from '../../keys/sheet';
import { keyOf, keySettings, type KeySettings } from '../../keys/settings';
import { keyTable, type KeyGroup, type KeyGroupName } from '../../keys/table';
import { fill, locale, useMessages } from '../../messages/catalogue';
import { announce } from '../../shell/announcer';
import { showToast } from '../../shell/toasts';
import { useStore } from '../../state/store';
import { messages } from './messages';
import { Section } from './parts';

export function KeySection() {
  const t = useMessages(messages);
  const lang = useStore(locale);
  const settings = useStore(keySettings);
  const apply = (after: KeySettings, text: string) => {
    const before = keySettings.value;
    keySettings.set(after);
    showToast({ text, undo: async () => keySettings.set(before) });
  };
  const groups = (Object.entries(keyTable) as [KeyGroupName, KeyGroup][]).filter(([, group]) => Object.values(group.commands).some(({ isFixed }) => !isFixed));
  const isChanged = Object.keys(settings.changed).length > 0;
  return <Section title={t.keys} intro={t.keysIntro}>
    <label class="choice is-first"><input type="checkbox" checked={settings.areLettersOn} onChange={(event) => keySettings.set({ ...settings, areLettersOn: event.currentTarget.checked })} />
      <span>{t.lettersOn}<small>{t.lettersHint}</small></span></label>
    {groups.map(([name, group]) => <div key={name}>
      <h3 class="setting-subhead">{group[lang]}</h3>
      <ul class="setting-list is-tight">{Object.entries(group.commands).filter(([, entry]) => !entry.isFixed).map(([command, entry]) =>
        <KeyLine key={command} group={name} command={command} label={entry[lang]} standard={entry.key} settings={settings} apply={apply} />)}</ul>
    </div>)}
    {isChanged && <div class="actions setting-end"><button type="button" onClick={() => apply({ ...settings, changed: {} }, t.keysReset)}>{t.resetKeys}</button></div>}
  </Section>;
}

interface KeyLineProps {
  group: KeyGroupName;
  command: string;
  label: string;
  standard: string;
  settings: KeySettings;
  apply(after: KeySettings, text: string): void;
}

/** The command that has the key already, in the same group or in the keys that work everywhere. */
function holder(group: KeyGroupName, command: string, key: string, settings: KeySettings): { name: KeyGroupName; command: string } | undefined {
  const all = (Object.keys(keyTable) as KeyGroupName[]).filter((name) => name === group || name === 'everywhere' || group === 'everywhere');
  for (const name of all) {
    const found = Object.keys(keyTable[name].commands).find((other) => (other !== command || name !== group) && keyOf(name, other, { ...settings, areLettersOn: true }) === key);
    if (found) return { name, command: found };
  }
  return undefined;
}

function KeyLine({ group, command, label, standard, settings, apply }: KeyLineProps) {
  const t = useMessages(messages);
  const lang = useStore(locale);
  const [isListening, setListening] = useState(false);
  const [problem, setProblem] = useState<string>();
  const name = `${group}.${command}`;
  const key = settings.changed[name] ?? standard;
  const isOff = key === '' || !settings.areLettersOn;
  const set = (value: string) => {
    const changed = { ...settings.changed };
    if (value === standard) delete changed[name];
    else changed[name] = value;
    setListening(false);
    setProblem(undefined);
    apply({ ...settings, changed }, value ? fill(t.keySet, { command: label, key: value }) : fill(t.keyOff, { command: label }));
  };
  const listen = (event: KeyboardEvent) => {
    if (!isListening || ['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setListening(false);
    if (event.key === 'Backspace' || event.key === 'Delete') return set('');
    if (isComposing(event) || event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey || event.key > '~') return say(t.keyNotPossible);
    const other = holder(group, command, event.key, settings);
    if (other) return say(fill(t.keyTaken, { key: event.key, command: (keyTable[other.name] as KeyGroup).commands[other.command]?.[lang] ?? '' }));
    set(event.key);
  };
  const say = (text: string) => { setProblem(text); announce(text); };
  return <li><div class={`setting-line${isOff ? ' is-off' : ''}`}>
    <span>{label}{problem && <span class="problem"> {problem}</span>}</span>
    <span class="key-tools">
      {settings.changed[name] !== undefined && !isListening && <button type="button" class="link-button" onClick={() => set(standard)} aria-label={fill(t.resetKey, { key: standard, command: label })}>{fill(t.resetTo, { key: standard })}</button>}
      <button type="button" class={`key-button${isListening ? ' is-listening' : ''}`} aria-label={fill(isListening ? t.pressFor : t.changeKey, { command: label, key: key || t.off })}
        onClick={() => setListening(true)} onKeyDown={listen} onBlur={() => { setListening(false); setProblem(undefined); }}>
        {isListening ? t.pressKey : key ? <Key name={key} /> : t.off}</button>
    </span></div></li>;
}
