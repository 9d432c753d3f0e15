// The state of the server, and how to make backups.

import { api } from '../../api/client';
import { useResource } from '../../api/resource';
import { session } from '../../api/session';
import { useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { Loaded } from '../../shell/states';
import { useStore } from '../../state/store';
import { messages } from './messages';
import { Copyable, Section } from './parts';

const NIGHTLY = '15 3 * * *  taiyaku --quiet backup --force "$HOME/backups/taiyaku-$(date +\\%u).bak" >/dev/null';

export function ServerSection() {
  const t = useMessages(messages);
  const formats = useFormats();
  const version = useStore(session)?.version;
  const ready = useResource('ready', () => api.ready());
  return <>
    <Section title={t.server}>
      <Loaded resource={ready}>{({ revision, dictionary }) => <dl class="facts">
        <div><dt>{t.state}</dt><dd><span class="is-good" aria-hidden="true">✓</span> {t.running}</dd></div>
        <div><dt>{t.dictionary}</dt><dd>{dictionary ? <><span class="is-good" aria-hidden="true">✓</span> {t.dictionaryThere}</>
          : <><span class="is-bad" aria-hidden="true">△</span> {t.dictionaryMissing}</>}{!dictionary && <Copyable label={t.command} text="taiyaku dictionary build" />}</dd></div>
        <div><dt>{t.revision}</dt><dd>{formats.number(revision)}<small> {t.revisionHint}</small></dd></div>
        {version && <div><dt>{t.version}</dt><dd lang="en">{version}</dd></div>}
        <div><dt>{t.serverAddress}</dt><dd lang="en">{location.origin}</dd></div>
      </dl>}</Loaded>
    </Section>
    <Section title={t.backups} intro={t.backupsIntro}>
      <p class="copy-label">{t.backupNow}</p>
      <Copyable label={t.backupNow} text="taiyaku backup taiyaku.bak" />
      <p class="copy-label">{t.backupNightly}</p>
      <Copyable label={t.backupNightly} text={NIGHTLY} />
      <p class="copy-label">{t.backupRestore}</p>
      <Copyable label={t.backupRestore} text="taiyaku restore taiyaku.bak --force" />
      <p class="muted small">{t.backupWarning}</p>
    </Section>
  </>;
}
