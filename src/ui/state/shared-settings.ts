import { UserError } from '../../engine/errors';
import { type ModelKind, modelKinds } from '../../engine/models/table-model';
import type { PrivacySettings } from '../../engine/privacy/settings';
import type { Preset } from '../../engine/train/types';
import { type ExportFormat, fileTypes } from '../../io/write/export-format';
import type { Policy } from '../../release/policy';
import { readPolicyParts, writePolicyParts } from './shared-policy';
import { type SharedName, sharedWords } from './shared-words';

/**
 * Settings that one page can tell another: choices and numbers alone, none of which comes from a table. What would disclose
 * something (the real extremes) or is accepted by a person for one table (mostly noise) is not among them.
 */
export interface SharedSettings {
  readonly model?: ModelKind;
  readonly preset?: Preset;
  readonly seed?: number;
  /** Seconds. */
  readonly time?: number;
  /** Percent of the rows kept from the model. */
  readonly aside?: number;
  /** Rows a category needs. */
  readonly rare?: number;
  /** With it, differential privacy is asked for. */
  readonly epsilon?: number;
  readonly delta?: number;
  readonly declared?: number;
  readonly mechanism?: PrivacySettings['mechanism'];
  /** Bounds and categories that are not typed are found privately. */
  readonly find?: boolean;
  readonly rows?: number;
  readonly format?: ExportFormat;
  readonly guard?: boolean;
  readonly policy?: Policy;
}

const version = '1';
/** What a fragment of ours begins with; another one is somebody else’s. */
const sign = 'settings=';
const mostCharacters = 2000;

/** The text is the value's own writing, so that there is one link for each choice. */
type Reader = (text: string) => string | number | boolean | undefined;

const oneOf =
  (choices: readonly string[]): Reader =>
  (text) =>
    choices.find((choice) => choice === text);

const within =
  (least: number, most: number, isWhole = true): Reader =>
  (text) => {
    const value = /^\d{1,16}(\.\d{1,20})?(e-\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most && (!isWhole || Number.isInteger(value)) ? value : undefined;
  };

const yesOrNo: Reader = (text) => (text === 'yes' ? true : text === 'no' ? false : undefined);

const readers: Readonly<Record<Exclude<SharedName, 'policy'>, Reader>> = {
  model: oneOf(modelKinds),
  preset: oneOf(['fast', 'balanced', 'best'] satisfies Preset[]),
  seed: within(0, 4_294_967_295),
  time: within(5, 86_400),
  aside: within(0, 50),
  rare: within(1, 1000),
  epsilon: within(0.01, 50, false),
  delta: within(1e-300, 0.5, false),
  declared: within(1, 1_000_000_000),
  mechanism: oneOf([
    'proposed',
    'hybrid',
    'dp-sgd',
    'aim',
    'mst',
    'independent',
  ] satisfies PrivacySettings['mechanism'][]),
  find: yesOrNo,
  rows: within(1, 100_000_000),
  format: oneOf(Object.keys(fileTypes)),
  guard: yesOrNo,
};

/** The settings as the fragment of an address, without its `#`: `settings=1&preset=fast&rare=5`. */
export function writeSettings({ policy, ...flat }: SharedSettings): string {
  const parts = Object.entries(flat)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === 'boolean' ? (value ? 'yes' : 'no') : value}`);
  return [`${sign}${version}`, ...parts, ...(policy ? writePolicyParts(policy) : [])].join('&');
}

/**
 * What such a fragment says; null where it is none of ours. All of it is taken or nothing.
 * @throws UserError in one sentence, which repeats nothing of the fragment
 */
export function readSettings(fragment: string): SharedSettings | null {
  if (!fragment.startsWith(sign)) return null;
  const words = sharedWords();
  if (fragment.length > mostCharacters) throw new UserError(words.tooLong);
  const [first, ...parts] = fragment.split('&');
  if (first !== `${sign}${version}`) throw new UserError(words.otherVersion);
  const read = new Map<string, string | number | boolean>();
  const policyParts = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const [name, text] = [part.slice(0, at), part.slice(at + 1)];
    if (at < 1 || read.has(name) || policyParts.has(name)) throw new UserError(words.unknown);
    if (['judge', 'missing', 'limits'].includes(name)) policyParts.set(name, text);
    else read.set(name, readOne(name, text));
  }
  return {
    ...Object.fromEntries(read),
    ...(policyParts.size > 0 ? { policy: readPolicyParts(policyParts) } : {}),
  };
}

function readOne(name: string, text: string): string | number | boolean {
  if (!isFlat(name)) throw new UserError(sharedWords().unknown);
  const value = readers[name](text);
  if (value === undefined) throw new UserError(sharedWords().badValue(sharedWords().names[name]));
  return value;
}

function isFlat(name: string): name is keyof typeof readers {
  return Object.hasOwn(readers, name);
}
