// The formats of exports: the extension of each, what it is for, and what it can be told. See docs/FORMATS.md.

import type { Schemas } from '../../api/client';

export type FormatName = Schemas['ExportFormatWord'];
export type ProfileName = 'standard' | 'human' | 'mt' | 'omegat' | 'weblate';

export interface Format {
  name: FormatName;
  extension: string;
  holds: 'terms' | 'memory' | 'everything';
  /** The reader it is usually made for. */
  profile: ProfileName;
  /** Whether it has a direction. */
  isDirected?: boolean;
}

export type FormatGroup = 'people' | 'tools' | 'machine' | 'memory' | 'programs';

/** The few that most people come for, in this order. */
export const FIRST_FORMATS: readonly FormatName[] = ['xlsx', 'glossary_docx', 'omegat', 'jsonl'];

const TABLE: Record<FormatGroup, Format[]> = {
  people: [
    { name: 'xlsx', extension: 'xlsx', holds: 'terms', profile: 'standard' },
    { name: 'glossary_docx', extension: 'docx', holds: 'terms', profile: 'human', isDirected: true },
    { name: 'glossary_html', extension: 'html', holds: 'terms', profile: 'human', isDirected: true },
    { name: 'terms_docx', extension: 'docx', holds: 'terms', profile: 'standard' },
    { name: 'csv_excel', extension: 'csv', holds: 'terms', profile: 'standard' },
    { name: 'csv', extension: 'csv', holds: 'terms', profile: 'standard' },
  ],
  tools: [
    { name: 'omegat', extension: 'utf8', holds: 'terms', profile: 'omegat', isDirected: true },
    { name: 'memoq', extension: 'csv', holds: 'terms', profile: 'standard' },
    { name: 'multiterm', extension: 'txt', holds: 'terms', profile: 'standard' },
    { name: 'weblate', extension: 'csv', holds: 'terms', profile: 'weblate', isDirected: true },
    { name: 'tbx2', extension: 'tbx', holds: 'terms', profile: 'standard' },
    { name: 'tbx3', extension: 'tbx', holds: 'terms', profile: 'standard' },
    { name: 'tbx3_dct', extension: 'tbx', holds: 'terms', profile: 'standard' },
    { name: 'utx', extension: 'utx', holds: 'terms', profile: 'standard', isDirected: true },
    { name: 'xliff21_glossary', extension: 'xlf', holds: 'terms', profile: 'standard', isDirected: true },
  ],
  machine: [
    { name: 'deepl', extension: 'tsv', holds: 'terms', profile: 'mt', isDirected: true },
    { name: 'deepl_csv', extension: 'csv', holds: 'terms', profile: 'mt', isDirected: true },
    { name: 'google', extension: 'csv', holds: 'terms', profile: 'mt', isDirected: true },
    { name: 'google_set', extension: 'csv', holds: 'terms', profile: 'mt' },
  ],
  memory: [
    { name: 'tmx', extension: 'tmx', holds: 'memory', profile: 'standard', isDirected: true },
    { name: 'xliff12', extension: 'xlf', holds: 'memory', profile: 'standard', isDirected: true },
    { name: 'xliff21', extension: 'xlf', holds: 'memory', profile: 'standard', isDirected: true },
    { name: 'po', extension: 'po', holds: 'memory', profile: 'standard', isDirected: true },
    { name: 'bilingual_docx', extension: 'docx', holds: 'memory', profile: 'standard', isDirected: true },
  ],
  programs: [
    { name: 'jsonl', extension: 'jsonl', holds: 'everything', profile: 'standard' },
    { name: 'skos', extension: 'jsonld', holds: 'terms', profile: 'standard' },
    { name: 'prh', extension: 'yml', holds: 'terms', profile: 'standard' },
  ],
};

export const formatGroups = Object.entries(TABLE) as [FormatGroup, Format[]][];
const formats = new Map(Object.values(TABLE).flat().map((format) => [format.name as string, format]));

export function formatOf(name: string | null): Format {
  return formats.get(name ?? '') ?? TABLE.people[0]!;
}
