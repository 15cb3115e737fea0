import type { ManifestInput } from './manifest';

/** How to make the same files again, and whether that can be relied on. */
export interface RepeatAdvice {
  /** False where the training's length hung on the clock or on a person's hand. */
  readonly sameFileExpected: boolean;
  readonly why: string;
  readonly steps: readonly string[];
}

/** The steps, in the words of the page's five rooms; the values they point to stand in the same manifest. */
export function repeatAdvice(input: ManifestInput): RepeatAdvice {
  const { product, source, training } = input;
  return {
    ...certainty(training.stopped),
    steps: [
      `Use ${product.name} ${product.version}.`,
      `Open the file whose SHA-256 is ${source.sha256}.`,
      'Give the columns the kinds, roles, missing tokens and formats listed under “columns”.',
      `Train with the “settings” listed, seed ${training.seed}, on the backend ${training.backend}.`,
      ...input.outputs.map(
        (output) =>
          `Release ${output.rowCount} rows with seed ${output.seed} as ${output.format}` +
          `${output.guardFormulas ? ', guarding formulas' : ''}: the file's SHA-256 should be ${output.sha256}.`,
      ),
    ],
  };
}

function certainty(stopped: ManifestInput['training']['stopped']): Omit<RepeatAdvice, 'steps'> {
  switch (stopped) {
    case 'finished':
    case 'no-gain':
      return {
        sameFileExpected: true,
        why: 'The same steps on the same kind of device give the same bytes; another kind may round sums differently.',
      };
    case 'by-user':
      return {
        sameFileExpected: false,
        why: 'Training was stopped by hand, so a new training may end at another step and give other rows.',
      };
    case 'time-limit':
      return {
        sameFileExpected: false,
        why: 'Training was ended by the clock, so a new training may end at another step and give other rows.',
      };
  }
}
