import { type AlignedTables, comparableColumns } from '../align-tables';
import type { EvidenceSection, MeasureContext } from '../measure-context';
import type { RuledFigure } from '../report';
import { attainableAccuracy } from '../single-column/attainable-accuracy';
import { tvDistance } from '../single-column/tv-complement';
import { describeFidelity } from './describe-fidelity';
import { type ColumnCoverage, type ColumnFidelity, coverageAt, measureColumn } from './measure-column';
import { type MeasuredMarginals, measureMarginals } from './measure-marginals';
import { countMissingPatterns } from './missing-patterns';
import { fidelityWords } from './words';

export interface FidelityDetails {
  readonly columns: readonly ComparedColumn[];
  readonly pairs: MeasuredMarginals | null;
  readonly triples: MeasuredMarginals | null;
  /** Null where no cell is missing. */
  readonly missing: MissingPatterns | null;
}

export interface ComparedColumn {
  readonly name: string;
  readonly synthetic: ColumnFidelity;
  readonly holdout: ColumnFidelity | null;
  /** What as many synthetic rows as were held out would cover. Null without a ruler. */
  readonly coverageAlike: ColumnCoverage | null;
}

interface MissingPatterns {
  /** Total variation distance of the patterns. */
  readonly distance: RuledFigure;
  /** What chance alone is expected to make of it. */
  readonly chance: RuledFigure;
}

/** What the comparison of columns and pairs leaves open: chance's part, coverage, tails, smoothing, and more columns at once. */
export const fidelitySection: EvidenceSection<'fidelity'> = {
  name: 'fidelity',
  family: 'fidelity',
  asks: [],
  async measure(context) {
    const { tables } = context;
    if (tables.columns.length === 0 || tables.rows.training === 0 || tables.rows.synthetic === 0) {
      return () => ({ details: null, findings: [], notes: [fidelityWords().noRows] });
    }
    const columns = await measureColumns(context);
    const missing = await measureMissing(context);
    const details = { columns, missing, ...(await measureMarginals(context)) };
    return () => ({ details, findings: describeFidelity(details), notes: notesOn(details) });
  },
};

async function measureColumns(context: MeasureContext): Promise<ComparedColumn[]> {
  const { rows } = context.tables;
  const columns = comparableColumns(context.tables);
  const compared: ComparedColumn[] = [];
  for (const column of columns) {
    const others = column.holdout ? [column.synthetic, column.holdout] : [column.synthetic];
    const [synthetic, holdout = null] = await measureColumn(column, others, () => context.yieldControl());
    compared.push({
      name: column.schema.name,
      synthetic,
      holdout,
      coverageAlike: holdout && coverageAt(column, rows.holdout, rows.synthetic),
    });
    context.onProgress(fidelityWords().looking, compared.length, columns.length);
    await context.yieldControl();
  }
  return compared;
}

async function measureMissing(context: MeasureContext): Promise<MissingPatterns | null> {
  const { tables } = context;
  const { rows } = tables;
  const held = holdoutColumns(tables);
  const counts = await countMissingPatterns(
    [
      tables.columns.map((column) => column.training),
      tables.columns.map((column) => column.synthetic),
      ...(held ? [held] : []),
    ],
    [rows.training, rows.synthetic, ...(held ? [rows.holdout] : [])],
    () => context.yieldControl(),
  );
  if (!counts) return null;
  const chanceFor = (rowCount: number) => 1 - attainableAccuracy(counts[0], rows.training, rowCount);
  return {
    distance: {
      synthetic: tvDistance(counts[0], counts[1]),
      holdout: held && tvDistance(counts[0], counts[2]),
    },
    chance: { synthetic: chanceFor(rows.synthetic), holdout: held && chanceFor(rows.holdout) },
  };
}

function holdoutColumns({ columns }: AlignedTables) {
  const held = columns.flatMap(({ holdout }) => holdout ?? []);
  return held.length === columns.length ? held : null;
}

function notesOn({ pairs, triples }: FidelityDetails): string[] {
  const { sampled } = fidelityWords();
  return [
    ...(pairs && pairs.compared < pairs.possible ? [sampled.pairs(pairs.possible, pairs.compared)] : []),
    ...(triples && triples.compared < triples.possible
      ? [sampled.triples(triples.possible, triples.compared)]
      : []),
  ];
}
