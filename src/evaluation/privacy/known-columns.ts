import { namesOutwardMatter } from '../../engine/analyze/name-hints';
import type { TypedColumn } from '../../engine/typed-table';

/** The columns named that are there, by their places. */
export function placesOf(columns: readonly TypedColumn[], names: readonly string[]): number[] {
  return columns.flatMap((column, place) => (names.includes(column.schema.name) ? [place] : []));
}

/** All other places. */
export function otherPlaces(columns: readonly TypedColumn[], places: readonly number[]): number[] {
  return columns.flatMap((_, place) => (places.includes(place) ? [] : [place]));
}

/** Columns that are taken to be known where nobody says which. */
const mostKnown = 5;
const fewestKnown = 3;
/** A column that hardly repeats would make every combination rare by itself: a value is to be held by so many rows. */
const rowsPerValue = 10;

/**
 * What someone outside may know of a person: the columns named; else the first five whose names say so (age, sex, place,
 * occupation); where those are fewer than three, besides them the columns of most different values that still repeat.
 */
export function likelyKnown(columns: readonly TypedColumn[], names: readonly string[]): number[] {
  const named = placesOf(columns, names);
  if (named.length > 0) return named;
  const hinted = columns.flatMap((column, place) => (namesOutwardMatter(column.schema.name) ? [place] : []));
  if (hinted.length >= fewestKnown) return hinted.slice(0, mostKnown);
  const telling = otherPlaces(columns, hinted)
    .map((place) => ({ place, ...countValues(columns[place]) }))
    .filter(({ values, rows }) => values > 1 && rows / values >= rowsPerValue)
    .sort((a, b) => b.values - a.values);
  return [...hinted, ...telling.slice(0, fewestKnown - hinted.length).map(({ place }) => place)];
}

function countValues(column: TypedColumn): { readonly values: number; readonly rows: number } {
  const cells: ArrayLike<number> & Iterable<number> =
    column.type === 'numeric' ? column.values : column.codes;
  return { values: new Set(cells).size, rows: cells.length };
}
