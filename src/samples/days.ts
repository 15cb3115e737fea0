const millisecondsPerDay = 86_400_000;
const millisecondsPerMinute = 60_000;

/** Days since 1970-01-01 of a date of the calendar; month 1 … 12. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / millisecondsPerDay;
}

/** `yyyy-MM-dd`. */
export function isoDate(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** `dd/MM/yyyy`. */
export function slashDate(day: number): string {
  return isoDate(day).split('-').reverse().join('/');
}

/** `yyyy-MM-dd HH:mm` so many minutes after that day began. */
export function isoMinute(day: number, minutes: number): string {
  const moment = new Date(day * millisecondsPerDay + minutes * millisecondsPerMinute);
  return moment.toISOString().slice(0, 16).replace('T', ' ');
}

/** 0 is Sunday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
