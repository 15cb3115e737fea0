import { readFile } from 'node:fs/promises';
import { UserError } from '../src/engine/errors';
import type { LedgerRecord, PrivacyUnit } from '../src/engine/privacy/ledger';
import { readFacts } from '../src/engine/privacy/read-facts';
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
  const { others, ...typed } = parseFacts(await readFile(text, 'utf8'), text);
  const facts = Object.entries(typed).map(([name, list]) => {
    const column = columns.find((one) => one.name === name);
    if (!column) throw new UserError(`${text} names a column "${name}" that is not in the table.`);
    if (!Array.isArray(list))
      throw new UserError(`${text}: "${name}" must be a list of bounds or categories.`);
    return [name, readFacts(column, list.map(String))] as const;
  });
  return { facts: Object.fromEntries(facts), findsFacts: others === 'private' };
}

function parseFacts(text: string, path: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Said below.
  }
  throw new UserError(
    `${path} must hold one JSON object: { "age": [0, 120], "ward": ["A", "B"], "others": "private" }.`,
  );
}

/** The ledger as lines of text. */
export function describeLedger({ unit, budget, spent, entries }: LedgerRecord): string {
  const whose =
    unit.kind === 'row' ? 'one row' : `all rows of one “${unit.column}”, ${unit.mostRows} at most`;
  const lines = entries.map(({ subject, payment }) => `  ${subject}: ${costOf(payment)}`);
  return [
    `(ε, δ)-differential privacy, ε = ${budget.epsilon}, δ = ${budget.delta}, for ${whose} more or less:`,
    ...lines,
    `  spent in all: ε = ${spent.epsilon.toFixed(4)} at δ = ${spent.delta}`,
  ].join('\n');
}

function costOf(payment: LedgerRecord['entries'][number]['payment']): string {
  switch (payment.kind) {
    case 'public':
      return `public, ${payment.source}`;
    case 'concentrated':
      return `ρ = ${payment.rho.toPrecision(3)}`;
    case 'gaussian':
      return `noise of σ = ${payment.sigma.toPrecision(3)}, ${payment.times} times`;
    case 'exponential':
      return `${payment.times} choices of ε = ${payment.epsilon.toPrecision(3)}`;
    case 'sampled-gaussian':
      return `${payment.steps} steps, each row with probability ${payment.rate}, noise ${payment.sigma.toPrecision(3)} times the clipping length`;
    case 'threshold':
      return `δ = ${payment.delta.toPrecision(3)}`;
  }
}
