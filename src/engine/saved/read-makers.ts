import type { BlurredTexts } from '../encode/blurred-texts';
import type { IdentifierModel } from '../encode/identifier';
import type { IdentifierShape, Template } from '../encode/identifier-shape';
import type { MakerModel, Makers } from '../encode/makers';
import { mostTokens, type TextModel } from '../encode/text';
import { type TokenKind, tokenKinds } from '../encode/text-outline';
import type { WeightedList } from '../encode/weighted-list';
import { officialNames } from '../sensitive/official-numbers';
import type { PhonePlan } from '../sensitive/phone-plans';
import {
  arrayOf,
  aSwitch,
  aText,
  damaged,
  fields,
  listOf,
  mapOf,
  oneKindOf,
  oneOf,
  type Reader,
  whole,
} from './readers';

const longestToken = 24;

/** Items with running sums of weights above 0. */
function weighted<T>(read: Reader<T>): Reader<WeightedList<T>> {
  const parts = fields<WeightedList<T>>({
    items: listOf(read),
    cumulative: listOf(whole(1, Number.MAX_SAFE_INTEGER)),
  });
  return (value, where) => {
    const list = parts(value, where);
    const { items, cumulative } = list;
    const rises = cumulative.every((sum, i) => i === 0 || sum > cumulative[i - 1]);
    if (items.length !== cumulative.length || !rises) throw damaged(where);
    return list;
  };
}

const blurred: Reader<BlurredTexts> = (value, where) => {
  const size = fields({ size: whole(0, 2 ** 33) })(value, where);
  const bits = fields({ bits: arrayOf(Uint8Array, undefined, Math.ceil(size.size / 8)) })(value, where);
  return { ...size, ...bits };
};

const tokenKind = oneOf<TokenKind>(tokenKinds);

function byKind<T>(read: Reader<T>): Reader<Record<TokenKind, T>> {
  return fields(Object.fromEntries(tokenKinds.map((kind) => [kind, read])) as Record<TokenKind, Reader<T>>);
}

const style = fields<TextModel['styles']['items'][number]>({
  tokenCounts: weighted(whole(0, mostTokens)),
  openings: weighted(aText),
  endings: weighted(aText),
  first: weighted(tokenKind),
  next: byKind(weighted(fields({ gap: aText, kind: tokenKind }))),
  lengths: byKind(weighted(whole(1, longestToken))),
});

const textModel = fields<TextModel>({
  script: oneOf(['latin', 'cyrillic', 'greek']),
  styles: weighted(style),
  real: blurred,
});

const alphabet: Reader<string> = (value, where) => {
  const text = aText(value, where);
  if (text.length === 0) throw damaged(where);
  return text;
};

const safeNumber = whole(0, Number.MAX_SAFE_INTEGER);

const phoneLayout = fields({
  plan: fields<PhonePlan>({
    country: oneOf(['us', 'gb', 'fr', 'de', 'au', null]),
    lead: aText,
    first: aText,
  }),
  layout: aText,
});

const device = fields<Extract<IdentifierShape, { type: 'ip' | 'mac' }>>({
  type: oneOf(['ip', 'mac']),
  layouts: weighted(aText),
});

const shape = oneKindOf<IdentifierShape>('type', {
  sequence: fields<Extract<IdentifierShape, { type: 'sequence' }>>({
    type: oneOf(['sequence']),
    prefix: aText,
    suffix: aText,
    width: whole(0, 15),
    start: whole(0, 1e15),
    isRowNumber: aSwitch,
  }),
  range: (value, where) => {
    const range = fields<Extract<IdentifierShape, { type: 'range' }>>({
      type: oneOf(['range']),
      low: whole(0, 1e15),
      high: whole(0, 1e15),
    })(value, where);
    if (range.low > range.high) throw damaged(where);
    return range;
  },
  email: fields<Extract<IdentifierShape, { type: 'email' }>>({ type: oneOf(['email']), local: textModel }),
  pattern: fields<Extract<IdentifierShape, { type: 'pattern' }>>({
    type: oneOf(['pattern']),
    templates: weighted<Template>(listOf(alphabet)),
  }),
  official: fields<Extract<IdentifierShape, { type: 'official' }>>({
    type: oneOf(['official']),
    name: oneOf(officialNames),
    layouts: weighted(aText),
  }),
  phone: fields<Extract<IdentifierShape, { type: 'phone' }>>({
    type: oneOf(['phone']),
    layouts: weighted(phoneLayout),
  }),
  ip: device,
  mac: device,
  url: fields<Extract<IdentifierShape, { type: 'url' }>>({ type: oneOf(['url']), path: textModel }),
});

const identifierModel = fields<IdentifierModel>({
  shape,
  rowsPerKey: weighted(whole(1, Number.MAX_SAFE_INTEGER)),
  isGrouped: aSwitch,
  real: blurred,
});

/** The makers of a saved model. */
export const readMakers: Reader<Makers> = mapOf(
  safeNumber,
  oneKindOf<MakerModel>('kind', {
    identifier: fields<Extract<MakerModel, { kind: 'identifier' }>>({
      kind: oneOf(['identifier']),
      model: identifierModel,
    }),
    text: fields<Extract<MakerModel, { kind: 'text' }>>({ kind: oneOf(['text']), model: textModel }),
  }),
);
