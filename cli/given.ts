import { gatherChunks } from '../src/engine/generate/gather-chunks';
import { chunkRows } from '../src/engine/generate/generate-table';
import { type Condition, conditionText, parseCondition } from '../src/engine/generate/given/condition';
import { ConditionalDraw } from '../src/engine/generate/given/conditional-draw';
import { describeDraw, describeRarity } from '../src/engine/generate/given/describe';
import { checkConditions } from '../src/engine/generate/given/released';
import type { GivenReport } from '../src/engine/generate/given/report';
import type { TableModel } from '../src/engine/models/table-model';
import type { TypedTable } from '../src/engine/typed-table';

/** Rows under conditions as they are drawn, and afterwards how well that went. */
export interface GivenRows {
  readonly chunks: AsyncIterable<TypedTable>;
  /** Sentences for the person. */
  describe(): string;
  /** Figures for the summary. */
  summarise(): GivenSummary;
}

interface GivenSummary extends GivenReport {
  readonly conditions: readonly string[];
}

/** Reads the conditions of `--given`. Throws UserError, before the training, where one cannot be met. */
export function readGiven(
  texts: readonly string[],
  table: TypedTable,
  minCategoryRows: number,
): readonly Condition[] {
  const conditions = texts.map((text) => parseCondition(text, table.columns));
  checkConditions(conditions, table, minCategoryRows);
  return conditions;
}

/** Rows of the model that meet the conditions; the table's number columns reach as far as the rows do. */
export function drawGiven(
  model: TableModel,
  conditions: readonly Condition[],
  rows: number,
  seed: number,
): GivenRows {
  const draw = new ConditionalDraw(model, conditions);
  return {
    chunks: gatherChunks(drawAndDispose(draw, rows, seed), chunkRows),
    describe: () => `${describeRarity(draw.report, model.encoded.rowCount)} ${describeDraw(draw.report)}`,
    summarise: () => ({ conditions: conditions.map(conditionText), ...draw.report }),
  };
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
