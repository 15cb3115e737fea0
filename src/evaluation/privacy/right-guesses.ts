import { isNumericKind } from '../../engine/schema';
import type { TypedColumn } from '../../engine/typed-table';
import { rangeOf } from '../column-pairs/pair-codes';

/** A number guessed within 5 % of itself is right, as in Anonymeter; a date within 1 % of the training dates' range. */
const numberTolerance = 0.05;
const dateTolerance = 0.01;

/** Whether a guessed cell is right. */
export type IsRight = (guess: TypedColumn, guessRow: number, truth: TypedColumn, truthRow: number) => boolean;

/** The test of a column's guesses: categories alike, numbers within a tolerance, or both missing. */
export function rightnessOf(training: TypedColumn): IsRight {
  if (training.type === 'categorical') {
    return (guess, guessRow, truth, truthRow) => codeOf(guess, guessRow) === codeOf(truth, truthRow);
  }
  const { kind } = training.schema;
  const { low, high } = rangeOf(training.values);
  const isDate = isNumericKind(kind) && kind !== 'integer' && kind !== 'decimal';
  return (guess, guessRow, truth, truthRow) => {
    const [guessed, meant] = [numberOf(guess, guessRow), numberOf(truth, truthRow)];
    if (Number.isNaN(guessed) || Number.isNaN(meant)) return Object.is(guessed, meant);
    const tolerance = isDate ? dateTolerance * (high - low) : numberTolerance * Math.abs(guessed);
    return Math.abs(guessed - meant) <= tolerance;
  };
}

function codeOf(column: TypedColumn, row: number): number {
  return column.type === 'categorical' ? column.codes[row] : Number.NaN;
}

function numberOf(column: TypedColumn, row: number): number {
  return column.type === 'numeric' ? column.values[row] : Number.NaN;
}
