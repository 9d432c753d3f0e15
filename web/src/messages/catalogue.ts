// Messages in English and Japanese. A key that only one language has is a type error.

import { useStore } from '../state/store';
import { isOneOf, StoredValue } from '../state/storage';

export type Locale = 'en' | 'ja';

type Message = string | ((...values: never[]) => string);
/** The same keys, with a text or a function of the same parameters for each. */
export type Counterpart<M> = { readonly [K in keyof M]: M[K] extends (...values: infer V) => string ? (...values: V) => string : string };

export interface Catalogue<M> {
  readonly en: M;
  readonly ja: M;
}

/** Both languages of a page's messages. `{name}` in a text stands for a value; see `Message` and `fill`. */
export function catalogue<const M extends Record<string, Message>>(en: M, ja: NoInfer<Counterpart<M>>): Catalogue<Counterpart<M>> {
  return { en: en as unknown as Counterpart<M>, ja };
}

function preferred(): Locale {
  return navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'ja' || tag === 'en') as Locale | undefined ?? 'en';
}

/** The language of the pages: the person's choice, or the browser's. */
export const locale = new StoredValue<Locale>('locale', preferred(), isOneOf('en', 'ja'));

function apply(): void { document.documentElement.lang = locale.value; }
locale.subscribe(apply);
apply();

/** The messages of a catalogue in the language of the pages. */
export function useMessages<M>(messages: Catalogue<M>): M {
  return messages[useStore(locale)];
}

/** A text with its `{name}` parts filled in. For parts in another language, use the component `Message`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => name in values ? String(values[name]) : whole);
}
