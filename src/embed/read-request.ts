import {
  anArrayOfTexts,
  aSwitch,
  aText,
  checkAgainst,
  oneOf,
  type Rule,
  type Rules,
  within,
} from '../engine/rules';
import { inLanguage } from '../words';
import { UserError } from '../engine/errors';
import { columnKinds, columnRoles } from '../engine/schema';
import { modelKinds } from '../engine/models/table-model';
import type { ColumnWish, HostConfig, HostRequest, TrainWishes } from './protocol';

const mostRows = 100_000_000;
const mostSeed = 4_294_967_295;
const mostText = 200;
const stepNames = ['open', 'columns', 'train', 'compare', 'release'];
const formats = ['csv', 'xlsx', 'parquet', 'arrow', 'jsonl', 'sql'];
const gifts = ['rows', 'evidence'];

const anObject: Rule = {
  wants: () => 'an object',
  accepts: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};
const aCount = within(1, Number.MAX_SAFE_INTEGER, true);
const aBlob: Rule = { wants: () => 'a File or a Blob', accepts: (value) => value instanceof Blob };
const aBuffer: Rule = {
  wants: () => 'an ArrayBuffer',
  accepts: (value) => value instanceof ArrayBuffer,
};
const aShortText: Rule = {
  wants: () => `a text of 1 to ${mostText} characters`,
  accepts: (value) => typeof value === 'string' && value !== '' && value.length <= mostText,
};
const anArray: Rule = { wants: () => 'an array', accepts: Array.isArray };

function someOf(choices: readonly string[]): Rule {
  return {
    wants: () => `an array of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`,
    accepts: (value) =>
      anArrayOfTexts.accepts(value) && (value as string[]).every((one) => choices.includes(one)),
  };
}

const configRules: Rules<HostConfig> = {
  tokens: anObject,
  scheme: oneOf(['light', 'dark']),
  locale: aShortText,
  steps: someOf(stepNames),
  fit: oneOf(['page', 'content']),
  limits: anObject,
  policy: anObject,
  exports: someOf([...formats, 'model']),
  gifts: someOf(gifts),
  downloads: oneOf(['page', 'host']),
};

const limitRules: Rules<NonNullable<HostConfig['limits']>> = {
  bytes: aCount,
  rows: aCount,
  trainingSeconds: aCount,
};

const trainRules: Rules<TrainWishes> = {
  model: oneOf(modelKinds),
  preset: oneOf(['fast', 'balanced', 'best']),
  seed: within(0, mostSeed, true),
  evidence: aSwitch,
};

const columnRules: Rules<ColumnWish> = { name: aText, kind: oneOf(columnKinds), role: oneOf(columnRoles) };

/** Of a token's name and of what it may be: a colour, and nothing that could load anything. */
const aToken = /^--[a-z-]{1,40}$/;
const aColour = /^(#[\da-f]{3,8}|[a-z]{3,30}|(rgb|hsl|oklch|oklab|lab|lch)a?\([\d\s.,%/a-z-]{1,60}\))$/i;

type Asked = Record<string, unknown>;

/** By what they ask; each checks all but `id` and `type`. */
const readers: Readonly<Record<HostRequest['type'], (rest: Asked) => void>> = {
  configure: (rest) => {
    check({ config: anObject }, rest, ['config']);
    checkConfig(rest['config'] as HostConfig);
  },
  load: (rest) => {
    if ('schema' in rest) {
      check({ schema: anArray }, rest, ['schema']);
      for (const wish of rest['schema'] as unknown[]) check(columnRules, wish as Asked, ['name']);
    } else if ('buffer' in rest) check({ buffer: aBuffer, name: aShortText }, rest, ['buffer', 'name']);
    else check({ file: aBlob, name: aShortText }, rest, ['file']);
  },
  train: (rest) => {
    check({ settings: anObject }, rest, []);
    if ('settings' in rest) checkAgainst(trainRules, rest['settings'], 'settings');
  },
  cancel: (rest) => check({ request: aCount }, rest, ['request']),
  generate: (rest) =>
    check({ rows: within(1, mostRows, true), seed: within(0, mostSeed, true) }, rest, ['rows']),
  export: (rest) =>
    check(
      { format: oneOf(formats), rows: within(1, mostRows, true), seed: within(0, mostSeed, true) },
      rest,
      ['format'],
    ),
};

/** The id of a message, where it has one. */
export function idOf(message: unknown): number | null {
  const id = (message as { id?: unknown } | null)?.id;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** What a host asks. Throws UserError with one sentence where it is not what the protocol knows. */
export function readRequest(message: unknown): HostRequest {
  if (!anObject.accepts(message)) throw new UserError('A request must be an object.');
  const { id, type, ...rest } = message as Asked;
  if (idOf(message) === null) throw new UserError('A request must have an id: a whole number from 1 up.');
  if (typeof type !== 'string' || !Object.hasOwn(readers, type))
    throw new UserError(`A request’s type must be one of ${Object.keys(readers).join(', ')}.`);
  // What programs are told is English, whatever the page speaks.
  inLanguage('en', () => readers[type as HostRequest['type']](rest));
  return { id, type, ...rest } as unknown as HostRequest;
}

function check(rules: Readonly<Record<string, Rule>>, value: Asked, needed: readonly string[]): void {
  checkAgainst(rules, value, 'The request');
  const missing = needed.find((name) => value[name] === undefined);
  if (missing !== undefined) throw new UserError(`The request must have ${missing}.`);
}

function checkConfig(config: HostConfig): void {
  checkAgainst(configRules, config, 'config');
  if (config.limits) checkAgainst(limitRules, config.limits, 'config.limits');
  for (const [name, value] of Object.entries(config.tokens ?? {})) {
    if (!aToken.test(name) || typeof value !== 'string' || !aColour.test(value))
      throw new UserError(
        'config.tokens must give colours by the names of tokens, such as { "--accent": "#00647a" }.',
      );
  }
}
