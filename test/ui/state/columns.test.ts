import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../../../src/engine/analyze/profile';
import type { ColumnSchema } from '../../../src/engine/schema';
import { plainIntegerFormat } from '../../../src/engine/table';
import { ColumnsState } from '../../../src/ui/state/columns.svelte';

function profile(name: string, change: Partial<ColumnSchema> = {}, distinctCount = 1): ColumnProfile {
  const schema: ColumnSchema = {
    name,
    kind: 'integer',
    role: 'keep',
    missingTokens: [''],
    numberFormat: plainIntegerFormat,
    dateFormat: null,
    why: 'Every number is whole.',
    chosenByUser: false,
    ...change,
  };
  return {
    schema,
    rowCount: 3,
    missingCount: 0,
    missingTokenCounts: [],
    distinctCount,
    notParsedCount: 0,
    firstNotParsedRow: null,
    minimum: null,
    maximum: null,
    mean: null,
    bins: null,
    counts: new Float64Array(0),
    finding: null,
    warnings: [],
  };
}

/** A describer whose answers come when, and in the order, the test says. */
function makeDescriber() {
  const asked: {
    schema: ColumnSchema;
    answer: (profile: ColumnProfile) => void;
    fail: (error: Error) => void;
  }[] = [];
  const describeColumn = (_index: number, schema: ColumnSchema) =>
    new Promise<ColumnProfile>((answer, fail) => asked.push({ schema, answer, fail }));
  return { asked, client: { describe: describeColumn } };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the columns', () => {
  it('show a change at once, and what was found when it is there', async () => {
    const { asked, client } = makeDescriber();
    const columns = new ColumnsState(client, [profile('age'), profile('code')]);
    columns.setKind([1], 'category');
    expect(columns.profiles[1].schema).toMatchObject({ kind: 'category', chosenByUser: true });
    expect(columns.isPending(1)).toBe(true);
    asked[0].answer(profile('code', asked[0].schema, 7));
    await settled();
    expect(columns.isPending(1)).toBe(false);
    expect(columns.profiles[1].distinctCount).toBe(7);
  });

  it('drop an answer that a later change has overtaken', async () => {
    const { asked, client } = makeDescriber();
    const columns = new ColumnsState(client, [profile('age')]);
    columns.setKind([0], 'category');
    columns.setKind([0], 'decimal');
    asked[1].answer(profile('age', asked[1].schema, 2));
    await settled();
    asked[0].answer(profile('age', asked[0].schema, 1));
    await settled();
    expect(columns.profiles[0].schema.kind).toBe('decimal');
    expect(columns.profiles[0].distinctCount).toBe(2);
  });

  it('keep a role that was changed while a kind was being looked at', async () => {
    const { asked, client } = makeDescriber();
    const columns = new ColumnsState(client, [profile('age')]);
    columns.setKind([0], 'category');
    columns.setRole([0], 'drop');
    asked[0].answer(profile('age', asked[0].schema));
    await settled();
    expect(columns.profiles[0].schema.role).toBe('drop');
  });

  it('go back to what they were when a change fails, and say why', async () => {
    const { asked, client } = makeDescriber();
    const columns = new ColumnsState(client, [profile('age')]);
    columns.setKind([0], 'date');
    asked[0].fail(Object.assign(new Error('No cell is a date.'), { name: 'UserError' }));
    await settled();
    expect(columns.profiles[0].schema.kind).toBe('integer');
    expect(columns.errorOf(0)).toBe('No cell is a date.');
  });

  it('ask nothing of the worker for a role', () => {
    const { asked, client } = makeDescriber();
    const columns = new ColumnsState(client, [profile('age'), profile('name'), profile('sex')]);
    columns.setRole([0, 2], 'sensitive');
    expect(columns.profiles.map(({ schema }) => schema.role)).toEqual(['sensitive', 'keep', 'sensitive']);
    expect(asked).toHaveLength(0);
  });

  it('are found by name, kind, role and warning', () => {
    const { client } = makeDescriber();
    const columns = new ColumnsState(client, [
      profile('Age'),
      profile('seen', { kind: 'date' }),
      profile('x', { role: 'drop' }),
    ]);
    const found = (text: string) => {
      columns.filter = text;
      return columns.shown;
    };
    expect([found('age'), found('date'), found('drop'), found('nothing'), found('')]).toEqual([
      [0],
      [1],
      [2],
      [],
      [0, 1, 2],
    ]);
  });
});

describe('columns chosen together', () => {
  it('are those chosen, in their order, until they are let go', () => {
    const columns = new ColumnsState(
      makeDescriber().client,
      ['a', 'b', 'c'].map((name) => profile(name)),
    );
    columns.select([2, 0], true);
    columns.select([2], true);
    expect(columns.selected).toEqual([0, 2]);
    expect([0, 1, 2].map((index) => columns.isSelected(index))).toEqual([true, false, true]);
    columns.select([1, 2], false);
    expect(columns.selected).toEqual([0]);
  });
});
