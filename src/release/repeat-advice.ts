import { type Condition, conditionText } from '../engine/generate/given/condition';
import type { ManifestInput } from './manifest';

/** How to make the same files again, or as good ones, and whether that can be relied on. */
export interface RepeatAdvice {
  /** False where the training's length hung on the clock or on a person's hand, or its noise on nothing that is kept. */
  readonly sameFileExpected: boolean;
  readonly why: string;
  readonly steps: readonly string[];
}

/** The steps, in the words of the page's five rooms; the values they point to stand in the same manifest. */
export function repeatAdvice(input: ManifestInput): RepeatAdvice {
  const { product, source, training } = input;
  return {
    ...certainty(training),
    steps: [
      `Use ${product.name} ${product.version}.`,
      `Open the file whose SHA-256 is ${source.sha256}.`,
      'Give the columns the kinds, roles, missing tokens, formats and coarsenings listed under “columns”.',
      `Train with the “settings” listed, seed ${training.seed}, on the backend ${training.backend}${sharing(training)}.`,
      ...input.outputs.map(
        (output) =>
          `Release ${output.rowCount} rows ${conditionWords(output.conditions)}with seed ${output.seed} as ${output.format}` +
          `${output.guardFormulas ? ', guarding formulas' : ''}: the file's SHA-256 ${training.ledger ? 'was' : 'should be'} ${output.sha256}.`,
      ),
    ],
  };
}

/** Workers add their gradients up in parts: another number of them rounds, and drops out, otherwise. */
function sharing({ workers }: ManifestInput['training']): string {
  return workers === 1 ? ' with 1 worker' : ` with ${workers} workers`;
}

function conditionWords(conditions: readonly Condition[]): string {
  if (conditions.length === 0) return '';
  return `given ${conditions.map((condition) => `“${conditionText(condition)}”`).join(' and ')}, `;
}

function certainty({ stopped, workersLost, ledger }: ManifestInput['training']): Omit<RepeatAdvice, 'steps'> {
  if (ledger) {
    return {
      sameFileExpected: false,
      why: 'The noise that protects people has no seed and was never kept, so a new training gives another model and other rows, and is another look at the real table.',
    };
  }
  if (workersLost > 0) {
    return {
      sameFileExpected: false,
      why: 'A worker that shared the training stopped on the way, so a new training will round otherwise and give other rows.',
    };
  }
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
