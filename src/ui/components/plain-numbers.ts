import { writeCount, writeNumber } from '../../words';
import { amountWords } from './amount-words';

/** `32,561` */
export function formatCount(count: number): string {
  return writeNumber(count);
}

/** `4.2 MB` (powers of 1,000, as file managers count). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return amountWords().bytes(Math.round(bytes));
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const value = bytes / 1000 ** power;
  return `${value < 10 ? tenths(value) : writeCount(value)} ${units[power - 1]}`;
}

/** `8 s`, `1 min 20 s`, `2 h 5 min`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return whole % 60 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${whole / 60} min`;
  return `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`;
}

/** For what is only estimated: `about 20 s`, `about 4 min`, `about 2 h`. */
export function formatRoughly(seconds: number): string {
  const { fewSeconds, about } = amountWords();
  if (seconds < 10) return fewSeconds;
  if (seconds < 57) return about(`${Math.round(seconds / 5) * 5} s`);
  if (seconds < 3300) return about(`${Math.max(1, Math.round(seconds / 60))} min`);
  return about(`${tenths(Math.round(seconds / 1800) / 2)} h`);
}

function tenths(value: number): string {
  return writeNumber(value, { maximumFractionDigits: 1 });
}
