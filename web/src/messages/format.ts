// Dates, times and numbers as the language of the pages writes them.

import { useStore } from '../state/store';
import { locale, type Locale } from './catalogue';

const TAGS: Record<Locale, string> = { en: 'en-GB', ja: 'ja-JP' };

export interface Formats {
  number(value: number): string;
  date(value: string | Date): string;
  time(value: string | Date): string;
  dateTime(value: string | Date): string;
  /** “2 hours ago”, and the date from a week on. */
  ago(value: string | Date): string;
}

function formats(current: Locale): Formats {
  const tag = TAGS[current];
  const style = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, options);
    return (value: string | Date) => format.format(new Date(value));
  };
  const numbers = new Intl.NumberFormat(tag);
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const date = style({ year: 'numeric', month: 'short', day: 'numeric' });
  return {
    number: (value) => numbers.format(value),
    date,
    time: style({ hour: '2-digit', minute: '2-digit' }),
    dateTime: style({ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }),
    ago(value) {
      const seconds = (new Date(value).getTime() - Date.now()) / 1000;
      if (seconds > -60) return relative.format(0, 'minute');
      if (seconds > -3600) return relative.format(Math.round(seconds / 60), 'minute');
      if (seconds > -86400) return relative.format(Math.round(seconds / 3600), 'hour');
      if (seconds > -7 * 86400) return relative.format(Math.round(seconds / 86400), 'day');
      return date(value);
    },
  };
}

const CACHED: Partial<Record<Locale, Formats>> = {};

export function useFormats(): Formats {
  const current = useStore(locale);
  return CACHED[current] ??= formats(current);
}
