// Positions in text. The server counts Unicode characters and bytes of UTF-8, JavaScript UTF-16 units.

/** A run of text, marked or not. */
export interface Run { text: string; isMarked: boolean }

/** Splits a text at spans in Unicode characters. */
export function runsByCharacters(text: string, spans: readonly (readonly number[])[]): Run[] {
  const characters = [...text];
  return runs(spans, characters.length, (start, end) => characters.slice(start, end).join(''));
}

/** Splits a text where any of the needles stands, whatever its case. */
export function runsOf(text: string, needles: readonly string[]): Run[] {
  const lower = text.toLowerCase();
  // Lower case may be longer (İ); positions would then be wrong.
  if (lower.length !== text.length) return [{ text, isMarked: false }];
  const spans: [number, number][] = [];
  for (const needle of [...needles].sort((a, b) => b.length - a.length)) {
    const wanted = needle.toLowerCase();
    if (!wanted) continue;
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      if (!spans.some((span) => at < span[1] && end > span[0]) && isWhole(text, at, end)) spans.push([at, end]);
    }
  }
  return runs(spans, text.length, (start, end) => text.slice(start, end));
}

/** Whether no Latin word goes on at either end: “ion” is not in “region”. */
function isWhole(text: string, start: number, end: number): boolean {
  const isLetter = (character: string | undefined) => character !== undefined && /[A-Za-z]/.test(character);
  return !(isLetter(text[start]) && isLetter(text[start - 1])) && !(isLetter(text[end - 1]) && isLetter(text[end]) && !/^(s|es)\b/.test(text.slice(end)));
}

function runs(spans: readonly (readonly number[])[], length: number, slice: (start: number, end: number) => string): Run[] {
  const found: Run[] = [];
  let last = 0;
  for (const [start = 0, end = 0] of [...spans].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))) {
    if (start < last || end <= start) continue;
    if (start > last) found.push({ text: slice(last, start), isMarked: false });
    found.push({ text: slice(start, end), isMarked: true });
    last = end;
  }
  if (last < length) found.push({ text: slice(last, length), isMarked: false });
  return found;
}

/** A text with its bytes, for spans in bytes. */
export class ByteText {
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder();

  constructor(text: string) { this.#bytes = new TextEncoder().encode(text); }

  slice(start: number, end: number): string { return this.#decoder.decode(this.#bytes.subarray(Math.max(0, start), Math.max(0, end))); }

  /** The sentence around a span: what is before it, the span, what is after it. */
  sentence(start: number, end: number): { before: string; marked: string; after: string } {
    const parts = [this.slice(this.#boundary(start - REACH), start), this.slice(start, end), this.slice(end, this.#boundary(end + REACH))];
    const [before = '', marked = '', after = ''] = unwrap(parts.join(SEAM)).split(SEAM);
    const from = Math.max(...[...before.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length), 0);
    const to = SENTENCE_END.exec(after);
    SENTENCE_END.lastIndex = 0;
    return {
      before: before.slice(from).trimStart(), marked,
      after: (to ? after.slice(0, to.index + to[0].length) : after).trimEnd(),
    };
  }

  /** The next byte at or after `at` where a character begins. */
  #boundary(at: number): number {
    let position = Math.max(0, Math.min(at, this.#bytes.length));
    while (position < this.#bytes.length && ((this.#bytes[position] ?? 0) & 0xc0) === 0x80) position += 1;
    return position;
  }
}

/** Bytes to each side in which the ends of the sentence are sought. */
const REACH = 480;
/** Stands between the parts while lines are joined; no text has it. */
const SEAM = '\u0000';
const SENTENCE_END = /[。！？\n]|[.!?](?=\s|$)/g;
/** Characters from which a line is taken to go on in the next, in Japanese and in Latin letters. */
const WRAPPED = { ja: 28, en: 60 };

/** Joins lines that were only broken because they were full. */
function unwrap(text: string): string {
  return text.replace(/([^\n]*)\n(?=[^\n])/g, (whole, line: string) => {
    const last = line.replaceAll(SEAM, '').trimEnd().at(-1) ?? '';
    if (/[。！？.!?：:]/.test(last) || line.length < WRAPPED[languageOf(line)]) return whole;
    return isJapanese(last) ? line : `${line} `;
  });
}

/** Whether a text has kana or kanji. */
export function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
}

/** The language of a text for its `lang`. */
export function languageOf(text: string): 'ja' | 'en' { return isJapanese(text) ? 'ja' : 'en'; }

/** The reading in hiragana: dictionaries have it in katakana. */
export function hiragana(reading: string): string {
  return reading.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
