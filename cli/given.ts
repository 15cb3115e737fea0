import { gatherChunks } from '../src/engine/generate/gather-chunks';
import { chunkRows } from '../src/engine/generate/generate-table';
import { resolveConditions } from '../src/engine/generate/given/allowed-values';
import { type Condition, conditionText, parseCondition } from '../src/engine/generate/given/condition';
import { ConditionalDraw } from '../src/engine/generate/given/conditional-draw';
import { describeDraw, describeRarity } from '../src/engine/generate/given/describe';
import { checkConditions } from '../src/engine/generate/given/released';
import type { GivenReport } from '../src/engine/generate/given/report';
import type { TableModel } from '../src/engine/models/table-model';
import { publicColumns } from '../src/engine/privacy/public-columns';
import { factsOf } from '../src/engine/privacy/settings';
import type { TrainingSettings } from '../src/engine/train/types';
import type { TypedColumn, TypedTable } from '../src/engine/typed-table';

/** Rows under conditions as they are drawn, and afterwards how well that went. */
export interface GivenRows {
  readonly chunks: AsyncIterable<TypedTable>;
  /** Sentences for the person. */
  readonly describe: () => string;
  readonly conditions: readonly Condition[];
  /** How well it went so far. */
  readonly report: () => GivenReport;
}

/**
 * Checks the conditions of `--given` before the training: against the table or, where that is private, against what is public
 * of it. What only the model can tell is said once it is there.
 * @throws UserError naming the condition that cannot be met
 */
export function checkGiven(
  texts: readonly string[],
  table: TypedTable,
  { minCategoryRows, privacy }: Pick<TrainingSettings, 'minCategoryRows' | 'privacy'>,
): void {
  if (!privacy) {
    checkConditions(parseAll(texts, table.columns), table, minCategoryRows);
    return;
  }
  const facts = factsOf(privacy);
  const columns = publicColumns(table.columns, facts);
  const isKnown = ({ column: name }: Condition) =>
    columns.some(({ schema, type }) => schema.name === name && (type === 'numeric' || facts.has(name)));
  resolveConditions(parseAll(texts, columns).filter(isKnown), columns);
}

/**
 * Rows of the model that meet the conditions; the table's number columns reach as far as the rows do.
 * @throws UserError naming the condition that the model cannot meet
 */
export function drawGiven(
  model: TableModel,
  texts: readonly string[],
  rows: number,
  seed: number,
): GivenRows {
  const conditions = parseAll(
    texts,
    model.encoded.columns.map(({ column }) => column),
  );
  const draw = new ConditionalDraw(model, conditions);
  return {
    chunks: gatherChunks(drawAndDispose(draw, rows, seed), chunkRows),
    describe: () => `${describeRarity(draw.report, model.encoded.rowCount)} ${describeDraw(draw.report)}`,
    conditions,
    report: () => draw.report,
  };
}

/** What a summary says of them. */
export function describeGiven({ conditions, report }: GivenRows): object {
  return { conditions: conditions.map(conditionText), ...report() };
}

function parseAll(texts: readonly string[], columns: readonly TypedColumn[]): Condition[] {
  return texts.map((text) => parseCondition(text, columns));
}

async function* drawAndDispose(
  draw: ConditionalDraw,
  rows: number,
  seed: number,
): AsyncGenerator<TypedTable> {
  try {
    yield* draw.rows(rows, seed);
  } finally {
    draw.dispose();
  }
}
