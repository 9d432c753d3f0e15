// What will be in the file and what will not: its first rows, what is left out and why, what the format cannot carry.

import { sendJson, type Schemas } from '../../api/client';
import type { Resource } from '../../api/resource';
import { useResource } from '../../api/resource';
import { useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import { setParameters } from '../../router/address';
import { Empty, Failure, Loaded, Loading } from '../../shell/states';
import { languageOf } from '../../terms/text';
import { NO_FILTERS } from './filters';
import { messages } from './messages';
import { exportPath, filterCount, type ExportRequest } from './request';

const ROWS = 20;

export function Contents({ request, summary }: { request: ExportRequest; summary: Resource<Schemas['ExportSummary']> }) {
  return <div class="export-contents" aria-busy={summary.isLoading}>
    <Loaded resource={summary}>{(data) => isEmpty(data) ? <NothingThere request={request} /> : <>
      <Missing request={request} summary={data} />
      <Preview request={request} revision={data.bytes} />
    </>}</Loaded>
  </div>;
}

const isEmpty = ({ concepts, segments }: Schemas['ExportSummary']) => !concepts && !segments;

function NothingThere({ request }: { request: ExportRequest }) {
  const t = useMessages(messages);
  const isMemory = request.format.holds === 'memory' && filterCount(request) === 0;
  return <Empty title={isMemory ? t.nothingMemory : t.nothing}>
    <p>{isMemory ? t.nothingMemoryHint : t.nothingHint}</p>
    {filterCount(request) > 0 && <button type="button" onClick={() => setParameters(NO_FILTERS)}>{t.clearFilters}</button>}
  </Empty>;
}

function Missing({ request, summary }: { request: ExportRequest; summary: Schemas['ExportSummary'] }) {
  const t = useMessages(messages);
  const formats = useFormats();
  const { left_out: leftOut, lost } = summary;
  if (leftOut.length === 0 && lost.length === 0) return <p class="export-complete"><span aria-hidden="true">✓</span> {summary.segments !== null && summary.concepts === null ? t.completeMemory : t.complete}</p>;
  return <section class="export-missing" aria-labelledby="missing">
    <h2 id="missing">{t.notIn}</h2>
    <div class="missing-lists">
      {leftOut.length > 0 && <div><h3>{t.leftOut}</h3><ul class="counted">{leftOut.map(({ reason, concepts }) => <li key={reason}>
        <span class="number">{formats.number(concepts)}</span><span>{t[reason]}
          {reason === 'candidates' && <> <button type="button" class="link-button" onClick={() => setParameters({ review: 'candidate' })}>{t.includeCandidates}</button></>}
          {reason === 'unapproved' && <> <button type="button" class="link-button" onClick={() => setParameters({ review: null })}>{t.includeSuggested}</button></>}
        </span></li>)}</ul></div>}
      {lost.length > 0 && <div><h3>{t.lost}</h3><ul class="counted is-flowing">{lost.map(({ fact, count }) => <li key={fact}>
        <span class="number">{formats.number(count)}</span><span>{t[`fact_${fact}`]}</span></li>)}</ul></div>}
    </div>
    {lost.length > 0 && request.format.holds !== 'everything' && <p class="muted small">{t.full}</p>}
  </section>;
}

function Preview({ request, revision }: { request: ExportRequest; revision: number }) {
  const t = useMessages(messages);
  const path = exportPath(request, '/preview', { rows: String(ROWS) });
  const preview = useResource(`${path} ${revision}`, (signal) => sendJson<Schemas['ExportPreview']>(path, { signal }), { keep: true });
  if (preview.error !== undefined) return <Failure error={preview.error} retry={preview.reload} />;
  if (!preview.data) return <Loading />;
  const { columns, rows, text, more } = preview.data;
  return <section class="export-preview">
    <h2 id="preview">{t.preview}</h2>
    {rows ? <div class="preview-scroll" tabIndex={0} role="region" aria-labelledby="preview">
      <table><caption class="hidden">{t.previewOf(rows.length)}</caption>
        {columns && <thead><tr>{columns.map((column, index) => <th key={index} scope="col">{column}</th>)}</tr></thead>}
        <tbody>{rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={at} lang={cell ? languageOf(cell) : undefined}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </div> : text !== null ? <pre class="preview-scroll" tabIndex={0} role="region" aria-labelledby="preview">{text}</pre> : <p class="muted">{t.documentNotShown}</p>}
    {more && (rows || text !== null) && <p class="muted small">… {t.more}</p>}
  </section>;
}
