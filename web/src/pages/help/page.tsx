// Help: a tour on the sample project, the keys, the API. The section is in the address.

import type { ComponentType } from 'preact';
import { useMessages } from '../../messages/catalogue';
import { address } from '../../router/address';
import { Link } from '../../router/link';
import { PageFrame } from '../../shell/states';
import { useStore } from '../../state/store';
import { ApiReference } from './api';
import { HelpKeys } from './keys';
import { messages } from './messages';
import { Tour } from './tour';

const SECTIONS: readonly { name: 'tour' | 'keys' | 'api'; Content: ComponentType }[] = [
  { name: 'tour', Content: Tour }, { name: 'keys', Content: HelpKeys }, { name: 'api', Content: ApiReference },
];

export default function HelpPage() {
  const t = useMessages(messages);
  const wanted = useStore(address).searchParams.get('section');
  const { name, Content } = SECTIONS.find((section) => section.name === wanted) ?? SECTIONS[0]!;
  return <PageFrame title={`${t[name]} – ${t.title}`} heading={t.title} class="help">
    <div class={`side-columns is-${name}`}>
      <nav class="side-nav" aria-label={t.title}>
        {SECTIONS.map((section) => <Link key={section.name} to={`/help${section.name === 'tour' ? '' : `?section=${section.name}`}`}
          aria-current={section.name === name ? 'page' : undefined}>{t[section.name]}</Link>)}
      </nav>
      <div class="side-content"><Content /></div>
    </div>
  </PageFrame>;
}
