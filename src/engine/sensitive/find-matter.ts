import { namesBirthDate, namesCoordinate, namesPersonalMatter } from '../analyze/name-hints';
import { commonShape, countWordsIn, shareOf, type TextShape } from '../analyze/text-shapes';
import type { ColumnKind } from '../schema';
import { looksLikeName, namesPeople } from './given-names';
import type { Matter } from './matters';
import { compactText, type OfficialNumber } from './official-number';
import { officialNames, officialNumbers } from './official-numbers';

/** What a column was found to hold. Private: its figures are the real table's. */
export interface MatterFinding {
  readonly matter: Matter;
  /** Whether the values themselves show it, or the column's name alone promises it. */
  readonly by: 'values' | 'name';
  /** Different values looked at. */
  readonly lookedAt: number;
  /** Share of those that have the form, 0 … 1. */
  readonly share: number;
  /** Share of those with the form that pass their check digits; null where there are none. */
  readonly validShare: number | null;
}

/** What a column's different values are, and what is known of it besides. */
export interface MatterEvidence {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Different values as texts, trimmed: all, or at most 2,000 from all over. */
  readonly texts: readonly string[];
  /** Digits after the decimal separator; 0 of texts. */
  readonly fractionDigits: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

const fewestTexts = 10;
const leastShare = 0.9;
const leastValid = 0.8;
/** Log of the odds against chance that values alone must show, and values that the column's name speaks for. */
const oddsByValues = Math.log(1e6);
const oddsByName = Math.log(20);

/** What of people the column holds, if anything; the values come before the name. */
export function findMatter(evidence: MatterEvidence): MatterFinding | null {
  return (
    findOfficialNumber(evidence) ?? findShape(evidence) ?? findPlaceOrTime(evidence) ?? findNames(evidence)
  );
}

function findOfficialNumber({ name, texts, fractionDigits }: MatterEvidence): MatterFinding | null {
  if (texts.length < fewestTexts || fractionDigits > 0) return null;
  const joined = joinedName(name);
  let best: { readonly finding: MatterFinding; readonly odds: number } | null = null;
  for (const matter of officialNames) {
    const number: OfficialNumber = officialNumbers[matter];
    const fitting = texts.map(compactText).filter((text) => number.form.test(text));
    const share = fitting.length / texts.length;
    if (share < leastShare) continue;
    const valid = fitting.filter((text) => number.isValid(text)).length;
    const validShare = valid / fitting.length;
    const isNamed = number.names.test(joined);
    const odds = oddsAgainstChance(valid, fitting.length, number.chance);
    const isTelling = number.telling !== undefined && shareOf(texts, isLike(number.telling)) >= leastShare;
    const isShown =
      isTelling ||
      (number.chance < 1
        ? validShare >= leastValid && odds >= (isNamed ? oddsByName : oddsByValues)
        : isNamed && validShare >= leastValid);
    if (!isShown || (best && best.odds >= odds)) continue;
    best = {
      finding: {
        matter,
        by: 'values',
        lookedAt: texts.length,
        share,
        validShare: number.chance < 1 ? validShare : null,
      },
      odds,
    };
  }
  return best?.finding ?? null;
}

/**
 * Log of how unlikely so many valid ones or more are by chance, at least (Chernoff's bound: n times the divergence of the
 * share seen from the chance).
 */
function oddsAgainstChance(valid: number, count: number, chance: number): number {
  const seen = valid / count;
  if (seen <= chance || chance >= 1) return 0;
  const rest = seen < 1 ? (1 - seen) * Math.log((1 - seen) / (1 - chance)) : 0;
  return count * (seen * Math.log(seen / chance) + rest);
}

function isLike(form: RegExp): (text: string) => boolean {
  return (text) => form.test(text);
}

const matterOfShape: Readonly<Partial<Record<TextShape, Matter>>> = {
  email: 'email',
  phone: 'phone',
  ip: 'ip',
  mac: 'mac',
  uuid: 'uuid',
  url: 'url',
  coordinates: 'coordinates',
};

function findShape({ texts, kind }: MatterEvidence): MatterFinding | null {
  const isText = kind === 'identifier' || kind === 'text' || kind === 'category';
  const shape = isText && texts.length >= fewestTexts ? commonShape(texts) : null;
  const matter = shape && matterOfShape[shape];
  if (!matter) return null;
  return { matter, by: 'values', lookedAt: texts.length, share: leastShare, validShare: null };
}

/** Fewer digits after the separator are too coarse to point at a house: a hundredth of a degree is about a kilometre. */
const fewestDegreesDigits = 3;

function findPlaceOrTime(evidence: MatterEvidence): MatterFinding | null {
  const { name, kind, fractionDigits, minimum, maximum, texts } = evidence;
  const found = (matter: Matter): MatterFinding => ({
    matter,
    by: 'name',
    lookedAt: texts.length,
    share: 1,
    validShare: null,
  });
  if ((kind === 'date' || kind === 'datetime') && namesBirthDate(name)) return found('birth-date');
  const axis = kind === 'decimal' ? namesCoordinate(name) : null;
  if (!axis || fractionDigits < fewestDegreesDigits || minimum === null || maximum === null) return null;
  const most = axis === 'latitude' ? 90 : 180;
  return minimum >= -most && maximum <= most ? found(axis) : null;
}

const fewestNames = 20;
const leastNames = 0.3;
/** Texts with so many words on average are running text. */
const wordsOfProse = 6;
const leastNaming = 0.02;
const fewestNaming = 3;

function findNames(evidence: MatterEvidence): MatterFinding | null {
  const { name, kind, texts } = evidence;
  const isText = kind === 'text' || kind === 'identifier' || kind === 'category';
  const promised = namesPersonalMatter(name);
  if (promised) {
    const isTelling = isText || kind === 'integer';
    if (!isTelling || texts.length < fewestTexts) return null;
    const isShown = promised === 'name' && shareOf(texts, looksLikeName) >= leastNames;
    return {
      matter: promised,
      by: isShown ? 'values' : 'name',
      lookedAt: texts.length,
      share: 1,
      validShare: null,
    };
  }
  if (!isText || texts.length < fewestNames) return null;
  const shown = (matter: Matter, share: number): MatterFinding => ({
    matter,
    by: 'values',
    lookedAt: texts.length,
    share,
    validShare: null,
  });
  const words = texts.reduce((sum, text) => sum + countWordsIn(text), 0) / texts.length;
  if (words >= wordsOfProse) {
    const share = shareOf(texts, namesPeople);
    return share >= leastNaming && share * texts.length >= fewestNaming
      ? shown('people-in-text', share)
      : null;
  }
  const share = shareOf(texts, looksLikeName);
  return share >= leastNames ? shown('name', share) : null;
}

function joinedName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
