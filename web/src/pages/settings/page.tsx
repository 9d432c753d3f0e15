// Settings: one section at a time, named in the address.

import type { ComponentType } from 'preact';
import { useRole } from '../../api/session';
import { useMessages } from '../../messages/catalogue';
import { address } from '../../router/address';
import { Link } from '../../router/link';
import { PageFrame } from '../../shell/states';
import { useStore } from '../../state/store';
import { CheckSection } from './checks';
import { KeySection } from './keys';
import { messages } from './messages';
import { PersonSection } from './person';
import { ProjectSection } from './projects';
import { ServerSection } from './server';
import { SourceSection } from './sources';
import { StarterSection } from './starter';
import { TokenSection } from './tokens';

interface Section {
  name: 'you' | 'keys' | 'projects' | 'starter' | 'checks' | 'sources' | 'people' | 'server';
  Content: ComponentType;
  isForAdmins?: boolean;
}

const SECTIONS: readonly Section[] = [
  { name: 'you', Content: PersonSection },
  { name: 'keys', Content: KeySection },
  { name: 'projects', Content: ProjectSection },
  { name: 'starter', Content: StarterSection },
  { name: 'checks', Content: CheckSection },
  { name: 'sources', Content: SourceSection },
  { name: 'people', Content: TokenSection, isForAdmins: true },
  { name: 'server', Content: ServerSection },
];

export default function SettingsPage() {
  const t = useMessages(messages);
  const isAdmin = useRole('admin');
  const wanted = useStore(address).searchParams.get('section');
  const shown = SECTIONS.filter(({ isForAdmins }) => isAdmin || !isForAdmins);
  const { name, Content } = shown.find((section) => section.name === wanted) ?? shown[0]!;
  return <PageFrame title={`${t[name]} – ${t.title}`} heading={t.title} class="settings">
    <div class="side-columns">
      <nav class="side-nav" aria-label={t.title}>
        {shown.map((section) => <Link key={section.name} to={`/settings${section.name === 'you' ? '' : `?section=${section.name}`}`}
          aria-current={section.name === name ? 'page' : undefined}>{t[section.name]}</Link>)}
      </nav>
      <div class="side-content"><Content key={name} /></div>
    </div>
  </PageFrame>;
}
