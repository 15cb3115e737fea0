import { readFile } from 'node:fs/promises';
import { UserError } from '../src/engine/errors';
import { parseFacts, settleFacts } from '../src/engine/privacy/facts-file';
import type { PrivacyUnit } from '../src/engine/privacy/ledger';
import { type PrivacySettings, privateMechanisms, proposeDelta } from '../src/engine/privacy/settings';
import type { ColumnSchema } from '../src/engine/schema';

export const privacyOptions = {
  epsilon: { type: 'string' },
  delta: { type: 'string' },
  'declared-rows': { type: 'string' },
  unit: { type: 'string' },
  mechanism: { type: 'string' },
  bounds: { type: 'string' },
  'accept-noise': { type: 'boolean' },
} as const;

type Values = { readonly [Name in keyof typeof privacyOptions]?: string | boolean };

/**
 * What the command line asks of differential privacy; null where it asks for none.
 * @throws UserError where something is missing or cannot be
 */
export async function readPrivacy(
  values: Values,
  columns: readonly ColumnSchema[],
): Promise<PrivacySettings | null> {
  const text = (name: keyof typeof privacyOptions) => values[name] as string | undefined;
  const epsilon = text('epsilon');
  if (epsilon === undefined) {
    const stray = (Object.keys(privacyOptions) as (keyof Values)[]).find(
      (name) => values[name] !== undefined,
    );
    if (stray)
      throw new UserError(`--${stray} belongs to differential privacy: say --epsilon too, or leave it out.`);
    return null;
  }
  const rows = text('declared-rows');
  if (rows === undefined) {
    throw new UserError(
      'Say about how many rows the table has, as everybody may know it: --declared-rows N. The exact number is private.',
    );
  }
  const declaredRows = readNumber('declared-rows', rows);
  return {
    epsilon: readNumber('epsilon', epsilon),
    delta: values.delta === undefined ? proposeDelta(declaredRows) : readNumber('delta', text('delta')),
    declaredRows,
    unit: readUnit(text('unit') ?? 'row', columns),
    mechanism: readMechanism(text('mechanism')),
    ...(await readBounds(text('bounds'), columns)),
    acceptsNoise: values['accept-noise'] === true,
  };
}

function readNumber(name: string, text = ''): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new UserError(`--${name} must be a number, not "${text}".`);
  return value;
}

/** `row`, or a column that tells subjects apart, with the rows used of each after a colon. */
function readUnit(text: string, columns: readonly ColumnSchema[]): PrivacyUnit {
  if (text === 'row') return { kind: 'row' };
  if (columns.some(({ name }) => name === text)) return { kind: 'subject', column: text, mostRows: 1 };
  const at = text.lastIndexOf(':');
  return {
    kind: 'subject',
    column: text.slice(0, at < 0 ? undefined : at),
    mostRows: at < 0 ? 1 : Number(text.slice(at + 1)),
  };
}

function readMechanism(text: string | undefined): PrivacySettings['mechanism'] {
  const found = ['proposed' as const, ...privateMechanisms].find((one) => one === (text ?? 'proposed'));
  if (!found)
    throw new UserError(
      `--mechanism must be one of proposed, ${privateMechanisms.join(', ')}, not "${text}".`,
    );
  return found;
}

/** `private`: found for a part of ε. Else a JSON file of two bounds, or all categories, for each column. */
async function readBounds(
  text: string | undefined,
  columns: readonly ColumnSchema[],
): Promise<Pick<PrivacySettings, 'facts' | 'findsFacts'>> {
  if (text === undefined) return { facts: {}, findsFacts: false };
  if (text === 'private') return { facts: {}, findsFacts: true };
  return settleFacts(parseFacts(await readFile(text, 'utf8'), text), columns, text);
}
