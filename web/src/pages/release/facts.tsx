// Facts about the release with where each is printed, facts about its file, and its doubts.

import { fill, locale, useMessages } from '../../messages/catalogue';
import { useFormats } from '../../messages/format';
import type { Release } from '../../releases/release';
import type { Schemas } from '../../api/client';
import { useStore } from '../../state/store';
import { languageOf } from '../../terms/text';
import { Item } from './items';
import { doubtTexts, messages } from './messages';

type Field = Schemas['MetadataFieldWord'];

export function Facts({ release }: { release: Release }) {
  const t = useMessages(messages);
  const formats = useFormats();
  const { metadata, metadata_evidence: evidence } = release;
  const names: Record<Field, string> = {
    title_ja: t.factTitleJa, title_en: t.factTitleEn, institution: t.factInstitution, date: t.factDate, journal: t.factJournal,
    paper_title_en: t.factPaperEn, paper_title_ja: t.factPaperJa, doi: t.factDoi,
  };
  const signs: Record<Schemas['MetadataSignWord'], string> = {
    label: t.signLabel, heading: t.signHeading, top: t.signTop, file: t.signFile, pair: t.signPair, sentence: t.signSentence, form: t.signForm,
  };
  const fields = Object.keys(names) as Field[];
  const stated = fields.filter((field) => metadata[field]);
  const missing = fields.filter((field) => !metadata[field] && field !== 'title_en' && field !== 'paper_title_ja');
  const value = (field: Field) => field === 'date' ? formats.date(metadata.date ?? '') : metadata[field] ?? '';
  return <div>
    <ol class="items" data-items aria-label={t.tabFacts}>{stated.map((field) => {
      const proof = evidence.find((one) => one.field === field);
      return <Item key={field} item={`fact-${field}`} span={proof?.span} label={<>
        <span class="item-kind">{names[field]}{proof && <span class="muted"> · {signs[proof.sign]}</span>}</span>
        <span class="item-value" lang={field === 'date' ? undefined : languageOf(value(field))}>{value(field)}</span>
      </>}>{field === 'doi' && metadata.doi && <a href={`https://doi.org/${encodeURI(metadata.doi)}`} rel="noreferrer">doi.org/{metadata.doi}</a>}</Item>;
    })}</ol>
    {missing.length > 0 && <p class="muted small panel-note">{fill(t.notStated, { facts: missing.map((field) => names[field]).join(', ') })}</p>}
    <FileFacts release={release} />
  </div>;
}

const KINDS: Record<Schemas['MediaWord'], string> = { pdf: 'PDF', docx: 'Word (DOCX)', html: 'HTML', text: 'TXT' };

function FileFacts({ release }: { release: Release }) {
  const t = useMessages(messages);
  const formats = useFormats();
  const rows: [string, string | undefined, ('en' | 'ja')?][] = [
    [t.fileName, release.name, languageOf(release.name)], [t.fileKind, KINDS[release.media]], [t.filePages, release.pages ? formats.number(release.pages) : undefined],
    [t.fileSize, size(release.size, formats.number)], [t.fileEncoding, release.encoding ?? undefined], [t.fileEngine, release.engine],
    [t.fileAdded, formats.dateTime(release.ingested_at)], [t.project, release.project], [t.fileAddress, release.url ?? undefined],
  ];
  return <>
    <h2 class="items-title">{t.file}</h2>
    <dl class="file-facts">{rows.map(([name, text, lang]) => text && <div key={name}><dt>{name}</dt><dd lang={lang}>{text}</dd></div>)}</dl>
  </>;
}

function size(bytes: number, number: (value: number) => string): string {
  if (bytes < 1024) return `${number(bytes)} B`;
  return bytes < 1024 * 1024 ? `${number(Math.round(bytes / 1024))} KiB` : `${number(Math.round(bytes / 104857.6) / 10)} MiB`;
}

export function Doubts({ release: { doubts } }: { release: Release }) {
  const t = useMessages(messages);
  const lang = useStore(locale);
  if (doubts.length === 0) return <div class="panel-empty"><p>{t.noDoubts}</p></div>;
  return <ol class="items" data-items aria-label={t.tabDoubts}>{doubts.map(({ code, message, span }, index) => {
    const known = lang === 'ja' ? doubtTexts[code] : undefined;
    const hasPlace = (span[1] ?? 0) > (span[0] ?? 0);
    return <Item key={`${code}-${index}`} item={`doubt-${index}`} span={hasPlace ? span : undefined} label={<span class="item-doubt">
      <span class="doubt-sign" aria-hidden="true">?</span>
      <span>{known ?? <span lang="en">{message}</span>}{known && <small lang="en">{message}</small>}</span>
    </span>} />;
  })}</ol>;
}
