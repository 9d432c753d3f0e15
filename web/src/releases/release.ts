// A release as the pages see it: its terms with their English.

import type { Schemas } from '../api/client';

export type Release = Schemas['Release'];
export type ReleaseSummary = Schemas['ReleaseSummary'];
export type Entry = Schemas['Entry'];
export type Link = Schemas['Link'];
export type Correction = Schemas['Correction'];
export type CorrectionKind = Schemas['CorrectionWord'];
export type ReleaseSegment = Schemas['ReleaseSegment'];
export type ReleaseSegments = Schemas['ReleaseSegments'];

/** What a release is called: its title as printed, the title of the file, or the file's name. */
export function releaseTitle({ metadata, title, name }: ReleaseSummary): string {
  return metadata.title_ja || metadata.title_en || title || name;
}

/** Whether a link says what a term is called in English, rather than naming people, journals and the like. */
export function isTranslation({ relation }: Link): boolean {
  return relation === 'equivalent' || relation === 'abbreviation_of';
}

/** Whether a link is about the term of an entry: printed in its head, or of the same name elsewhere. What its definition says of other things is not. */
export function isAbout(link: Link, entry: Entry): boolean {
  const [start, end] = entry.head_span;
  const isInHead = (link.span[0] ?? 0) >= (start ?? 0) && (link.span[1] ?? 0) <= (end ?? 0);
  return link.ja === entry.term || link.en === entry.term || (link.entry === entry.position && isInHead);
}

const isEnglish = ({ lang }: Entry) => /^en\b/.test(lang);

/** What a link gives for the term of an entry: its English, or its Japanese where the glossary is English. */
export const partnerOf = (entry: Entry, link: Link): { text: string; lang: 'ja' | 'en' } => isEnglish(entry) ? { text: link.ja, lang: 'ja' } : { text: link.en, lang: 'en' };

/** The links that translate the term of an entry, the surest first, each translation once. */
export function translationsOf(entry: Entry, links: readonly Link[]): Link[] {
  const found = links.filter((link) => isTranslation(link) && isAbout(link, entry)).sort((a, b) => b.confidence - a.confidence);
  const text = (link: Link) => partnerOf(entry, link).text;
  return found.filter((link, index) => found.findIndex((other) => text(other) === text(link)) === index);
}

export interface ReleaseCounts {
  terms: number;
  /** `undefined` where the glossary is English. */
  withEnglish: number | undefined;
  doubts: number;
}

/** Terms and how many of the Japanese ones have English, counted as the server does. */
export function countsOf({ entries, links, doubts }: Pick<Release, 'entries' | 'links' | 'doubts'>): ReleaseCounts {
  const withEnglish = entries.filter((entry) => /^ja\b/.test(entry.lang) && links.some((link) => isTranslation(link) && isAbout(link, entry))).length;
  return { terms: entries.length, withEnglish: entries.every(isEnglish) ? undefined : withEnglish, doubts: doubts.length };
}

/** Minutes that reviewing terms takes, at twenty seconds each. */
export function reviewMinutes(terms: number): number { return Math.max(1, Math.ceil(terms / 3)); }
