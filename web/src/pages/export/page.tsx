// Export: what it is for, what comes out, the file. All choices are in the address.

import { sendJson, type Schemas } from '../../api/client';
import { projects, useProject } from '../../api/projects';
import { useResource } from '../../api/resource';
import { useChanges } from '../../api/changes';
import { useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { address, setParameters } from '../../router/address';
import { PageFrame } from '../../shell/states';
import { showToast } from '../../shell/toasts';
import { common } from '../../messages/common';
import { useStore } from '../../state/store';
import { Contents } from './contents';
import { Filters } from './filters';
import { FIRST_FORMATS, formatGroups, formatOf, type FormatGroup } from './formats';
import { formatWords, messages } from './messages';
import { exportPath, fileName, readRequest, type ExportRequest } from './request';

export default function ExportPage() {
  const t = useMessages(messages);
  const { searchParams } = useStore(address);
  const all = useStore(projects).map(({ name }) => name);
  const request = readRequest(searchParams, useProject(), all);
  // The names of all projects come a moment later than the page.
  const isReady = request.projects.length > 0;
  const path = exportPath(request, '/summary');
  const summary = useResource(isReady ? path : null, (signal) => sendJson<Schemas['ExportSummary']>(path, { signal }), { keep: true });
  useChanges(({ entity }) => entity === 'concept' || entity === 'term' || entity === 'segment' || entity === 'release', summary.reload);
  return <PageFrame title={t.title} class="export">
    <FormatChoice current={request.format.name} />
    <Result request={request} summary={summary.isLoading && summary.data?.format !== request.format.name ? undefined : summary.data} />
    <div class="export-columns">
      <Filters request={request} />
      {isReady && <Contents request={request} summary={summary} />}
    </div>
  </PageFrame>;
}

/** Filters stay; a profile that was chosen for another format does not. */
const choose = (name: string) => setParameters({ as: name === FIRST_FORMATS[0] ? null : name, profile: null });

function FormatChoice({ current }: { current: string }) {
  const t = useMessages(messages);
  const words = useMessages(formatWords);
  const groupNames: Record<FormatGroup, string> = { people: t.groupPeople, tools: t.groupTools, machine: t.groupMachine, memory: t.groupMemory, programs: t.groupPrograms };
  const isOther = !FIRST_FORMATS.some((name) => name === current);
  const other = formatOf(current);
  return <>
    <fieldset class="format-choice">
      <legend class="hidden">{t.formatLegend}</legend>
      {FIRST_FORMATS.map((name) => <label key={name} class="format-tile">
        <input type="radio" name="format" value={name} checked={name === current} onChange={() => choose(name)} />
        <span class="format-name">{words[name]}</span>
        <span class="format-for">{words[`${name}_for`]}</span>
      </label>)}
    </fieldset>
    <div class={`other-format${isOther ? ' is-chosen' : ''}`}>
      <label><span>{t.otherFormats}</span>
        <select value={isOther ? current : ''} onChange={(event) => { if (event.currentTarget.value) choose(event.currentTarget.value); }}>
          {!isOther && <option value="">{t.chooseOther}</option>}
          {formatGroups.map(([group, formats]) => <optgroup key={group} label={groupNames[group]}>
            {formats.filter(({ name }) => !FIRST_FORMATS.includes(name)).map(({ name }) => <option key={name} value={name}>{words[name]}</option>)}
          </optgroup>)}
        </select></label>
      {isOther && <span class="muted small">{words[`${other.name}_for`]}</span>}
    </div>
  </>;
}

function Result({ request, summary }: { request: ExportRequest; summary: Schemas['ExportSummary'] | undefined }) {
  const t = useMessages(messages);
  const shared = useMessages(common);
  const words = useMessages(formatWords);
  const formats = useFormats();
  const path = exportPath(request);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(path, location.origin).href);
      showToast({ text: t.linkCopied });
    } catch {
      showToast({ text: shared.copyFailed, isProblem: true });
    }
  };
  const counts = [
    summary?.concepts !== null && summary?.concepts !== undefined ? t.concepts(formats.number(summary.concepts), summary.concepts === 1) : '',
    summary?.segments !== null && summary?.segments !== undefined ? t.segments(formats.number(summary.segments), summary.segments === 1) : '',
    summary ? size(summary.bytes) : '',
  ].filter(Boolean).join(' · ');
  return <section class="export-file" aria-label={words[request.format.name]}>
    <div class="export-file-name">
      <span class="file-name">{fileName(request)}</span>
      <span class="muted small" role="status">{counts || t.counting}</span>
    </div>
    <div class="actions">
      <a class={`button${summary && !summary.concepts && !summary.segments ? '' : ' primary'}`} href={path} download={fileName(request)}>{t.download}</a>
      <button type="button" onClick={() => void copy()}>{t.copyLink}</button>
    </div>
  </section>;
}

/** A size as file managers write it. */
function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
