import type { Matter } from '../sensitive/matters';
import { type OfficialName, officialNumber } from '../sensitive/official-numbers';
import { planOf, type PhonePlan } from '../sensitive/phone-plans';
import { learnTexts, type TextModel } from './text';
import { countOne, weighCounts, type WeightedList } from './weighted-list';

/** How values of a known sort are made: of the same sort and written alike, and from ranges that belong to nobody. Plain data. */
export type SensitiveShape = OfficialShape | PhoneShape | DeviceShape | UrlShape;

export interface OfficialShape {
  readonly type: 'official';
  readonly name: OfficialName;
  /** How they are written: 9 for a digit, A or a for a letter, marks as they are; an IBAN's country as it is. */
  readonly layouts: WeightedList<string>;
}

export interface PhoneShape {
  readonly type: 'phone';
  readonly layouts: WeightedList<PhoneLayout>;
}

interface PhoneLayout {
  readonly plan: PhonePlan;
  readonly layout: string;
}

export interface DeviceShape {
  readonly type: 'ip' | 'mac';
  readonly layouts: WeightedList<string>;
}

/** Web addresses: the way of access, a host that is reserved for examples, and an invented path. */
export interface UrlShape {
  readonly type: 'url';
  readonly path: TextModel;
}

/** What fewer share is not kept. */
const leastToShare = 5;

/** The shape of values in which that was found; null for sorts that are made by their own look alone. */
export function findSensitiveShape(texts: readonly string[], matter: Matter): SensitiveShape | null {
  if (officialNumber(matter)) {
    const name = matter as OfficialName;
    return { type: 'official', name, layouts: shared(texts, name === 'iban' ? layoutOfIban : layoutOf) };
  }
  switch (matter) {
    case 'phone':
      return { type: 'phone', layouts: phoneLayouts(texts) };
    case 'ip':
    case 'mac':
      return { type: matter, layouts: shared(texts, matter === 'ip' ? familyOf : layoutOfMac) };
    case 'url':
      return { type: 'url', path: learnTexts(new Map(texts.map((text) => [pathOf(text), 1]))) };
    default:
      return null;
  }
}

/** 9 for each digit, A and a for letters, every mark as it is. */
function layoutOf(text: string): string {
  return text.trim().replaceAll(/\d/g, '9').replaceAll(/[A-Z]/g, 'A').replaceAll(/[a-z]/g, 'a');
}

function layoutOfIban(text: string): string {
  return text.trim().slice(0, 2).toUpperCase() + layoutOf(text).slice(2);
}

function layoutOfMac(text: string): string {
  return text.trim().replaceAll(/[0-9a-f]/gi, /[A-F]/.test(text) ? 'A' : 'a');
}

function familyOf(text: string): string {
  return text.includes(':') ? 'long' : 'short';
}

function pathOf(text: string): string {
  return text.replace(/^\w+:\/\/[^/]*\//, '');
}

function shared(texts: readonly string[], outline: (text: string) => string): WeightedList<string> {
  const counts = new Map<string, number>();
  for (const text of texts) countOne(counts, outline(text));
  return weighCounts(counts, leastToShare);
}

function phoneLayouts(texts: readonly string[]): WeightedList<PhoneLayout> {
  const counts = new Map<string, number>();
  for (const text of texts) countOne(counts, JSON.stringify([planOf(text), layoutOf(text)]));
  const { items, cumulative } = weighCounts(counts, leastToShare);
  return {
    items: items.map((item) => {
      const [plan, layout] = JSON.parse(item) as [PhonePlan, string];
      return { plan, layout };
    }),
    cumulative,
  };
}
