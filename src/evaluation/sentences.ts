import type { RuledFigure } from './report';

/** A share as people read it: `0 %`, `less than 0.1 %`, `0.8 %`, `12.3 %`, `100 %`. */
export function percent(share: number): string {
  const value = share * 100;
  if (value === 0 || value === 100) return `${value} %`;
  if (value < 0.05) return 'less than 0.1 %';
  return value > 99.95 ? 'more than 99.9 %' : `${value.toFixed(1)} %`;
}

/** A count with commas between thousands: `32,561`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "…; rows the model never saw are off by 0.9 %." or the full stop alone where there is no ruler. */
export function besideHoldout(figure: RuledFigure): string {
  return figure.holdout === null ? '.' : `; rows the model never saw are off by ${percent(figure.holdout)}.`;
}
