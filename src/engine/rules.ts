import { UserError } from './errors';
import { fileWords } from './words';

/** What a value in a file that a person writes must be. */
export interface Rule {
  /** Completes "must be …". */
  readonly wants: () => string;
  accepts(value: unknown): boolean;
}

export type Rules<T> = Readonly<Record<keyof T, Rule>>;

export const aText: Rule = {
  wants: () => fileWords().wantsText,
  accepts: (value) => typeof value === 'string',
};
export const aSwitch: Rule = {
  wants: () => fileWords().wantsSwitch,
  accepts: (value) => typeof value === 'boolean',
};
export const anArrayOfTexts: Rule = {
  wants: () => fileWords().wantsTexts,
  accepts: (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
};

export function oneOf(choices: readonly string[]): Rule {
  return {
    wants: () => fileWords().wantsOneOf(choices.map((choice) => JSON.stringify(choice))),
    accepts: (value) => choices.includes(value as string),
  };
}

export function within(least: number, most: number, isWhole: boolean): Rule {
  const end = most === Number.MAX_SAFE_INTEGER ? null : most;
  return {
    wants: () => fileWords().wantsNumber(least, end, isWhole),
    accepts: (value) =>
      typeof value === 'number' && value >= least && value <= most && (!isWhole || Number.isInteger(value)),
  };
}

/** Throws UserError at the first entry that no rule knows or that its rule does not accept. */
export function checkAgainst<T>(rules: Rules<T>, value: unknown, where: string): void {
  const words = fileWords();
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UserError(words.mustBeObject(where));
  const byName = new Map(Object.entries<Rule>(rules));
  for (const [name, entry] of Object.entries(value)) {
    const rule = byName.get(name);
    if (!rule) throw new UserError(words.mayHold(where, [...byName.keys()], name));
    if (!rule.accepts(entry)) throw new UserError(words.mustBe(where, name, rule.wants()));
  }
}
