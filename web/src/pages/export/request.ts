// The export that the address of the page describes. The parameters are those of the API.

import type { ProjectChoice } from '../../api/projects';
import { formatOf, type Format, type ProfileName } from './formats';

export type ReviewLevel = 'approved' | 'suggested' | 'candidate';
export const PROFILES: readonly ProfileName[] = ['standard', 'human', 'mt', 'omegat', 'weblate'];
export const LEVELS: readonly ReviewLevel[] = ['approved', 'suggested', 'candidate'];

export interface ExportRequest {
  format: Format;
  /** Names of the projects, the most trusted first. */
  projects: readonly string[];
  profile: ProfileName;
  review: ReviewLevel;
  isFromEnglish: boolean;
  fields: readonly string[];
  release: string | null;
  source: string | null;
  since: string | null;
  isFromReleases: boolean;
}

const oneOf = <T extends string>(words: readonly T[], word: string | null, fallback: T): T => words.find((known) => known === word) ?? fallback;

export function readRequest(parameters: URLSearchParams, project: ProjectChoice, allProjects: readonly string[]): ExportRequest {
  const format = formatOf(parameters.get('as'));
  const isDay = (text: string | null) => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
  const release = parameters.get('release');
  return {
    format,
    projects: project.query === undefined ? allProjects : [project.target],
    profile: oneOf(PROFILES, parameters.get('profile'), format.profile),
    review: oneOf(LEVELS, parameters.get('review'), 'suggested'),
    isFromEnglish: parameters.get('from') === 'en',
    fields: parameters.get('field')?.split(',').filter(Boolean) ?? [],
    release: release && /^\d+$/.test(release) ? release : null,
    source: parameters.get('source'),
    since: isDay(parameters.get('since')) ? parameters.get('since') : null,
    isFromReleases: parameters.get('from_releases') === 'true',
  };
}

/** Whether concepts can be filtered. The memory takes only review and direction. */
export const hasConceptFilters = ({ format }: ExportRequest): boolean => format.holds !== 'memory';

/** How many filters are set, for a screen where they are folded away. */
export function filterCount(request: ExportRequest): number {
  const { review, fields, release, source, since, isFromReleases, isFromEnglish, profile, format } = request;
  const concepts = hasConceptFilters(request) ? [fields.length > 0, release, source, since, isFromReleases, profile !== format.profile] : [];
  return [review !== 'suggested', isFromEnglish && format.isDirected, ...concepts].filter(Boolean).length;
}

/** The path of the export, with `part` behind the file (`/summary`, `/preview`). */
export function exportPath(request: ExportRequest, part = '', extra: Record<string, string> = {}): string {
  const { format, profile, review, isFromEnglish, fields, release, source, since, isFromReleases } = request;
  const query = new URLSearchParams({ format: format.name });
  if (review !== 'suggested') query.set('review', review);
  if (hasConceptFilters(request)) {
    if (profile !== 'standard') query.set('profile', profile);
    if (fields.length > 0) query.set('field', fields.join(','));
    if (release) query.set('release', release);
    if (source) query.set('source', source);
    if (since) query.set('since', since);
    if (isFromReleases) query.set('from_releases', 'true');
  }
  if (isFromEnglish && format.isDirected) {
    query.set('from', 'en');
    query.set('into', 'ja');
  }
  for (const [name, value] of Object.entries(extra)) query.set(name, value);
  return `/v1/exports/${fileName(request).split(',').map(encodeURIComponent).join(',')}${part}?${query}`;
}

export function fileName({ projects, format }: ExportRequest): string {
  return `${projects.join(',')}.${format.extension}`;
}
