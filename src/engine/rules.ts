import { UserError } from './errors';

/** What a value in a file that a person writes must be. */
export interface Rule {
  /** Completes "must be …". */
  readonly wants: string;
  accepts(value: unknown): boolean;
}

export type Rules<T> = Readonly<Record<keyof T, Rule>>;

export const aText: Rule = { wants: 'a text', accepts: (value) => typeof value === 'string' };
export const aSwitch: Rule = { wants: 'true or false', accepts: (value) => typeof value === 'boolean' };
export const anArrayOfTexts: Rule = {
  wants: 'an array of texts',
  accepts: (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
};

export function oneOf(choices: readonly string[]): Rule {
  return {
    wants: `one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`,
    accepts: (value) => choices.includes(value as string),
  };
}

export function within(least: number, most: number, isWhole: boolean): Rule {
  const end = most === Number.MAX_SAFE_INTEGER ? 'up' : `to ${most}`;
  return {
    wants: `a ${isWhole ? 'whole ' : ''}number from ${least} ${end}`,
    accepts: (value) =>
      typeof value === 'number' && value >= least && value <= most && (!isWhole || Number.isInteger(value)),
  };
}

/** Throws UserError at the first entry that no rule knows or that its rule does not accept. */
export function checkAgainst<T>(rules: Rules<T>, value: unknown, where: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UserError(`${where} must be an object.`);
  const byName = new Map(Object.entries<Rule>(rules));
  for (const [name, entry] of Object.entries(value)) {
    const rule = byName.get(name);
    if (!rule) throw new UserError(`${where} may hold ${[...byName.keys()].join(', ')}, not "${name}".`);
    if (!rule.accepts(entry)) throw new UserError(`${where}: ${name} must be ${rule.wants}.`);
  }
}
