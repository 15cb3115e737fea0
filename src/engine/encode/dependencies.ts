import type { EncodedColumn, EncodedTable } from './encode-table';

/**
 * Two columns of which one decides the other. A pair of codes may occur together only where their groups agree:
 * `sourceGroups[code of the source] === ownGroups[code of this column]`.
 */
export interface Dependency {
  /** Index of the earlier column. */
  readonly source: number;
  readonly sourceGroups: Int32Array;
  readonly ownGroups: Int32Array;
}

/** With fewer rows per code on average, one column would seem to decide another by chance. */
const rowsPerCode = 8;

/**
 * For each column its functional dependencies with earlier columns, in either direction (city → country, code ↔ label),
 * where they hold in every row learnt. Drawing keeps to them, as New York must not lie in France.
 */
export function findDependencies(encoded: EncodedTable): Dependency[][] {
  const found: Dependency[][] = encoded.columns.map(() => []);
  const usable = encoded.order.filter((index) => isDiscrete(encoded.columns[index], encoded.rowCount));
  usable.forEach((index, place) => {
    for (const source of usable.slice(0, place)) {
      const dependency = findDependency(encoded.columns[source], encoded.columns[index], source);
      if (dependency) found[index].push(dependency);
    }
  });
  return found;
}

function isDiscrete({ codec, copySources }: EncodedColumn, rowCount: number): boolean {
  const { size, isAtom } = codec;
  return size > 1 && copySources.length === 0 && !isAtom.includes(0) && size * rowsPerCode <= rowCount;
}

function findDependency(source: EncodedColumn, own: EncodedColumn, index: number): Dependency | null {
  const decided = decides(source, own);
  if (decided) return { source: index, sourceGroups: decided, ownGroups: identity(own.codec.size) };
  const deciding = decides(own, source);
  if (deciding) return { source: index, sourceGroups: identity(source.codec.size), ownGroups: deciding };
  return null;
}

/** For each code of `a` the one code of `b` it occurs with (-1: with none); null when some code occurs with two. */
function decides(a: EncodedColumn, b: EncodedColumn): Int32Array | null {
  const partner = new Int32Array(a.codec.size).fill(-1);
  for (let row = 0; row < a.base.length; row++) {
    const code = a.base[row];
    const other = b.base[row];
    if (a.codec.withheld.includes(code) || b.codec.withheld.includes(other)) continue;
    if (partner[code] < 0) partner[code] = other;
    else if (partner[code] !== other) return null;
  }
  return partner;
}

function identity(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, code) => code);
}
