// Words for states of terms and for sources, wherever they are shown.

import { catalogue } from '../messages/catalogue';

export const termMessages = catalogue({
  approved: 'approved', strong: 'suggested, well supported', suggested: 'suggested', starter: 'starter base, not reviewed', candidate: 'candidate',
  deprecated: 'deprecated', forbidden: 'forbidden', rejected: 'rejected',
  useInstead: 'use {term}',
  none: 'no English yet',
  noneJa: 'no Japanese yet',
  confidence: 'confidence {value}',
  release: 'Release', person: 'Person', import: 'Import', starterBase: 'Starter base',
  sourceMark: 'Source: {kind}, {source}',
  releases: (n: number) => n === 1 ? '1 release' : `${n} releases`,
  reading: 'reading',
  preferred: 'preferred', admitted: 'admitted',
  abbreviation: 'abbreviation', symbol: 'symbol', variant: 'variant', full_form: 'full form',
  english_conflict: 'Different English', definition_conflict: 'Different definition',
}, {
  approved: '承認済み', strong: '提案（裏付け十分）', suggested: '提案', starter: '基本用語集（未確認）', candidate: '候補',
  deprecated: '非推奨', forbidden: '使用禁止', rejected: '却下',
  useInstead: '代わりに {term}',
  none: '英語訳なし',
  noneJa: '日本語訳なし',
  confidence: '確度 {value}',
  release: 'リリース', person: '人', import: '取り込み', starterBase: '基本用語集',
  sourceMark: '出典：{kind}、{source}',
  releases: (n) => `リリース${n}件`,
  reading: '読み',
  preferred: '優先', admitted: '許容',
  abbreviation: '略語', symbol: '記号', variant: '異形', full_form: '正式形',
  english_conflict: '英語訳の相違', definition_conflict: '定義の相違',
});

const FIELDS: Record<string, { en: string; ja: string }> = {
  'agriculture': { en: 'Agriculture', ja: '農学' },
  'chemistry-materials': { en: 'Chemistry, materials', ja: '化学・材料' },
  'earth-space': { en: 'Earth and space', ja: '地球・宇宙' },
  'engineering': { en: 'Engineering', ja: '工学' },
  'information-science': { en: 'Information science', ja: '情報科学' },
  'life-sciences': { en: 'Life sciences', ja: '生命科学' },
  'mathematics': { en: 'Mathematics', ja: '数学' },
  'medicine-psychiatry': { en: 'Medicine', ja: '医学' },
  'physics': { en: 'Physics', ja: '物理学' },
  'research-general': { en: 'Research', ja: '研究一般' },
  'social-sciences': { en: 'Social sciences', ja: '社会科学' },
};

/** The name of a subject field; fields that people made keep their own. */
export function fieldName(field: string, lang: 'en' | 'ja'): string {
  return FIELDS[field]?.[lang] ?? field;
}
