// Positions in a long text. The server counts bytes of UTF-8 and Unicode characters, JavaScript UTF-16 units; this converts
// between them without walking through the whole text each time.

/** Units between two known positions. */
const STEP = 512;

export class TextPositions {
  readonly text: string;
  readonly #units: number[] = [];
  readonly #bytes: number[] = [];
  readonly #characters: number[] = [];

  constructor(text: string) {
    this.text = text;
    let bytes = 0;
    let characters = 0;
    let next = 0;
    for (let unit = 0; unit < text.length;) {
      if (unit >= next) {
        this.#units.push(unit);
        this.#bytes.push(bytes);
        this.#characters.push(characters);
        next = unit + STEP;
      }
      const code = text.codePointAt(unit) ?? 0;
      unit += code > 0xffff ? 2 : 1;
      bytes += utf8Length(code);
      characters += 1;
    }
    if (this.#units.length === 0) {
      this.#units.push(0);
      this.#bytes.push(0);
      this.#characters.push(0);
    }
  }

  /** The units of a span in bytes; a span outside the text is cut to it. */
  fromBytes([start = 0, end = 0]: readonly number[]): [number, number] {
    return [this.#find(this.#bytes, start, utf8Length), this.#find(this.#bytes, end, utf8Length)];
  }

  /** The units of a span in characters. */
  fromCharacters([start = 0, end = 0]: readonly number[]): [number, number] {
    return [this.#find(this.#characters, start, one), this.#find(this.#characters, end, one)];
  }

  toBytes([start, end]: readonly [number, number]): [number, number] {
    return [this.#count(this.#bytes, start, utf8Length), this.#count(this.#bytes, end, utf8Length)];
  }

  toCharacters([start, end]: readonly [number, number]): [number, number] {
    return [this.#count(this.#characters, start, one), this.#count(this.#characters, end, one)];
  }

  /** The first unit at or after which `wanted` of what `length` counts have passed. */
  #find(known: readonly number[], wanted: number, length: (code: number) => number): number {
    const index = lastAtMost(known, wanted);
    let unit = this.#units[index] ?? 0;
    let count = known[index] ?? 0;
    while (unit < this.text.length && count < wanted) {
      const code = this.text.codePointAt(unit) ?? 0;
      unit += code > 0xffff ? 2 : 1;
      count += length(code);
    }
    return unit;
  }

  #count(known: readonly number[], wanted: number, length: (code: number) => number): number {
    const index = lastAtMost(this.#units, wanted);
    let count = known[index] ?? 0;
    for (let unit = this.#units[index] ?? 0; unit < wanted && unit < this.text.length;) {
      const code = this.text.codePointAt(unit) ?? 0;
      unit += code > 0xffff ? 2 : 1;
      count += length(code);
    }
    return count;
  }
}

function one(): number { return 1; }

function utf8Length(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** The index of the last value that is not larger. */
function lastAtMost(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
