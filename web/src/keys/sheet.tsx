// The sheet of all keys (`?`).

import { useLayoutEffect, useRef } from 'preact/hooks';
import { common } from '../messages/common';
import { locale, useMessages, catalogue } from '../messages/catalogue';
import { Store, useStore } from '../state/store';
import { keyOf, keySettings } from './settings';
import { keyTable, type KeyGroup, type KeyGroupName } from './table';

export const isKeySheetOpen = new Store(false);

const messages = catalogue({
  letters: 'Single letters act while a result or item has the focus',
  note: 'They never act in a text field, nor while Japanese is being composed.',
}, {
  letters: '検索結果や項目にフォーカスがあるとき、文字キーで操作する',
  note: '入力欄と日本語の変換中には働きません。',
});

const SIGNS: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', Enter: 'Enter' };

export function Key({ name }: { name: string }) {
  return <kbd>{SIGNS[name] ?? name}</kbd>;
}

export function KeySheet() {
  const isOpen = useStore(isKeySheetOpen);
  const dialog = useRef<HTMLDialogElement>(null);
  const t = useMessages(common);
  const own = useMessages(messages);
  const lang = useStore(locale);
  const settings = useStore(keySettings);
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return <dialog ref={dialog} class="sheet" aria-labelledby="key-sheet-title" onClose={() => isKeySheetOpen.set(false)}
    onClick={(event) => { if (event.target === dialog.current) isKeySheetOpen.set(false); }}>
    <div class="sheet-body">
      <header class="sheet-head">
        <h2 id="key-sheet-title">{t.keys}</h2>
        <button type="button" class="quiet" onClick={() => isKeySheetOpen.set(false)}>{t.close}</button>
      </header>
      <div class="key-groups">
        {(Object.entries(keyTable) as [KeyGroupName, KeyGroup][]).map(([name, group]) => <section key={name}>
          <h3>{group[lang]}</h3>
          <dl>{Object.entries(group.commands).map(([command, entry]) => {
            const key = keyOf(name, command, settings);
            return <div key={command} class={key ? '' : 'is-off'}><dt>{key ? <Key name={key} /> : '—'}</dt><dd>{entry[lang]}</dd></div>;
          })}</dl>
        </section>)}
      </div>
      <label class="choice">
        <input type="checkbox" checked={settings.areLettersOn} onChange={(event) => keySettings.set({ ...settings, areLettersOn: event.currentTarget.checked })} />
        <span>{own.letters}<small>{own.note}</small></span>
      </label>
    </div>
  </dialog>;
}
