// All keys, as the sheet (`?`) shows them.

import { Key } from '../../keys/sheet';
import { keyOf, keySettings } from '../../keys/settings';
import { keyTable, type KeyGroup, type KeyGroupName } from '../../keys/table';
import { locale, useMessages } from '../../messages/catalogue';
import { Link } from '../../router/link';
import { useStore } from '../../state/store';
import { messages } from './messages';

export function HelpKeys() {
  const t = useMessages(messages);
  const lang = useStore(locale);
  const settings = useStore(keySettings);
  return <section aria-labelledby="keys">
    <h2 id="keys">{t.keysTitle}</h2>
    <p class="muted">{t.keysText} <Link to="/settings?section=keys">{t.changeKeys}</Link></p>
    <div class="key-groups">{(Object.entries(keyTable) as [KeyGroupName, KeyGroup][]).map(([name, group]) => <section key={name}>
      <h3>{group[lang]}</h3>
      <dl>{Object.entries(group.commands).map(([command, entry]) => {
        const key = keyOf(name, command, settings);
        return <div key={command} class={key ? '' : 'is-off'}><dt>{key ? <Key name={key} /> : '—'}</dt><dd>{entry[lang]}</dd></div>;
      })}</dl>
    </section>)}</div>
  </section>;
}
