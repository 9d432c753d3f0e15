// Five minutes on the sample project, each step with a link that shows it.

import { api } from '../../api/client';
import { projects } from '../../api/projects';
import { useResource } from '../../api/resource';
import { useMessages } from '../../messages/catalogue';
import { Message } from '../../messages/message';
import { Key } from '../../keys/sheet';
import { Link } from '../../router/link';
import { useStore } from '../../state/store';
import { messages } from './messages';

const SAMPLES = 'samples';

interface Step { title: string; text: string; to: string | undefined; action: string }

export function Tour() {
  const t = useMessages(messages);
  const hasSamples = useStore(projects).some(({ name }) => name === SAMPLES);
  const first = useResource(hasSamples ? 'tour' : null, (signal) => api.call('get', '/v1/releases', { query: { project: SAMPLES, limit: 1 }, signal }));
  const release = first.data?.releases[0]?.id;
  const project = `project=${SAMPLES}`;
  const steps: readonly Step[] = [
    { title: t.step1, text: t.step1Text, action: t.step1Action, to: `/?${project}&q=${encodeURIComponent('転移')}` },
    { title: t.step2, text: t.step2Text, action: t.step2Action, to: `/?${project}&q=${encodeURIComponent('エクソソーム')}` },
    { title: t.step3, text: t.step3Text, action: t.step3Action, to: release === undefined ? undefined : `/releases/${release}?${project}` },
    { title: t.step4, text: t.step4Text, action: t.step4Action, to: `/review?${project}` },
    { title: t.step5, text: t.step5Text, action: t.step5Action, to: `/export?${project}&from_releases=true` },
  ];
  return <section class="tour" aria-labelledby="tour">
    <h2 id="tour">{t.tourTitle}</h2>
    <p class="muted">{hasSamples ? t.tourIntro : t.noSamples}</p>
    <ol>{steps.map(({ title, text, to, action }, index) => <li key={index}>
      <h3>{title}</h3>
      <p><Message text={text} values={{ down: <Key name="ArrowDown" />, copy: <Key name="c" />, accept: <Key name="a" />, help: <Key name="?" /> }} /></p>
      {hasSamples && to && <Link to={to}>{action}</Link>}
    </li>)}</ol>
  </section>;
}
