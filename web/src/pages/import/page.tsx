// Import: a file, what it would change, then the change itself, which can be undone.

import { useRef, useState } from 'preact/hooks';
import { useProject } from '../../api/projects';
import { useRole } from '../../api/session';
import { fill, useMessages } from '../../messages/catalogue';
import { Message } from '../../messages/message';
import { address, setParameters } from '../../router/address';
import { PageFrame } from '../../shell/states';
import { useStore } from '../../state/store';
import { MOST_BYTES, type Options } from './api';
import { DropZone, useFileDrop } from './drop';
import { History } from './history';
import { JobView } from './job';
import { messages } from './messages';
import { PlanView } from './plan';

export default function ImportPage() {
  const t = useMessages(messages);
  const { searchParams } = useStore(address);
  const project = useProject();
  const mayImport = useRole('suggest');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [at, setAt] = useState(0);
  const [turn, setTurn] = useState(0);
  const options = useRef<Options>({ project: project.target, approved: false, again: false, source_lang: '', target_lang: '', map: '', kept: '' });
  const jobId = Number(searchParams.get('import')) || undefined;
  const file = files[at];

  // What the columns of one file hold says nothing of the next.
  const forgetColumns = () => { options.current = { ...options.current, map: '' }; };
  const choose = (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    setFiles(chosen);
    setAt(0);
    forgetColumns();
    setParameters({ import: null, outcome: null });
  };
  const restart = () => {
    setFiles([]);
    setParameters({ import: null, outcome: null });
  };
  const next = files[at + 1];
  const goOn = next && (() => { forgetColumns(); setAt(at + 1); setParameters({ import: null, outcome: null }); });
  const isOver = useFileDrop(mayImport, choose);
  // Another project in the header is the target from then on, also of a file that is being looked at.
  const target = useRef(project.target);
  if (target.current !== project.target) {
    target.current = project.target;
    options.current = { ...options.current, project: project.target };
  }
  const problem = file && (file.size > MOST_BYTES
    ? <Message text={t.tooLarge} values={{ name: <strong>{file.name}</strong>, size: Math.ceil(file.size / 1024 / 1024), command: <code>taiyaku import</code> }} />
    : file.size === 0 ? fill(t.emptyFile, { name: file.name }) : undefined);
  return <PageFrame title={t.title} class="import">
    {!mayImport && <p class="muted">{t.readOnly}</p>}
    {isOver && <div class="import-over" aria-hidden="true"><p>{t.dropNow}</p></div>}
    {files.length > 1 && file && <p class="muted small import-count">{t.files(at + 1, files.length)}</p>}
    {jobId !== undefined ? <JobView key={jobId} id={jobId} next={next} onNext={goOn} onRestart={restart} onChange={() => setTurn((n) => n + 1)} />
      : mayImport && file && !problem ? <PlanView key={`${at} ${file.name} ${file.lastModified} ${project.target}`} file={file} initial={options.current} next={next} onNext={goOn} onRestart={restart}
        onOptions={(changed) => { options.current = { ...changed, again: false }; }} onChange={() => setTurn((n) => n + 1)} />
      : mayImport && <DropZone onChoose={choose} problem={problem} />}
    <History turn={turn} current={jobId} />
  </PageFrame>;
}
