import { describe, expect, it } from 'vitest';
import { noChoices } from '../../../../src/evaluation/measure-context';
import {
  choosableColumns,
  describeChoices,
  groupingColumns,
} from '../../../../src/ui/steps/compare/choice-words';
import { schemaOf } from '../../../evaluation/make-tables';

const schema = {
  columns: [
    schemaOf('id', 'identifier'),
    schemaOf('age', 'integer'),
    schemaOf('sex', 'category'),
    { ...schemaOf('ward', 'category'), role: 'drop' as const },
    schemaOf('note', 'text'),
  ],
};

it('columns that are left out or made anew cannot be chosen; groups are made of categories first', () => {
  expect(choosableColumns(schema)).toEqual(['age', 'sex']);
  expect(groupingColumns(schema)).toEqual(['sex', 'age']);
});

describe('what the evidence was asked for', () => {
  it('is told where nothing was chosen, with the reason for what is proposed', () => {
    expect(describeChoices(noChoices, '“income” is predicted: its name sounds like an outcome.')).toEqual([
      '“income” is predicted: its name sounds like an outcome.',
      'No column is marked sensitive.',
      'Attackers may know any column of a person.',
    ]);
  });

  it('names what was chosen, a few of many', () => {
    const choices = { target: 'income', sensitive: ['sex', 'race'], known: ['a', 'b', 'c', 'd', 'e', 'f'] };
    expect(describeChoices(choices, null)).toEqual([
      'A model is to predict income.',
      'Groups of sex and race are to fare alike.',
      'Attackers know a, b, c and 3 more of a person.',
    ]);
  });
});
