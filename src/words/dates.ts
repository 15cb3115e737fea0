import { languageNow } from './language';

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as people write it, by UTC: `4 Mar 2021`, `4. März 2021` for a day, a short month and a year. */
export function writeInstant(instant: Date, options: Intl.DateTimeFormatOptions): string {
  const key = languageNow() + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = formatOf(options)));
  return format.format(instant);
}

/** The day of an ISO 8601 instant: `28 November 2026`, `28. November 2026`; a text that is none is left as it is. */
export function writeDay(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return writeInstant(date, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** When something happened, by the reader's own clock: `28 November at 14:03`, `28. November um 14:03`. */
export function writeMoment(milliseconds: number): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const parts = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
  return writeInstant(new Date(milliseconds), { ...parts, timeZone });
}

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = languageNow() === 'en' ? 'en-GB' : languageNow();
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
}
