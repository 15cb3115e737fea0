import type { RandomStream } from '../random';
import { withIbanDigits } from '../sensitive/numbers/iban';
import { drawDigits } from '../sensitive/official-number';
import { officialNumbers } from '../sensitive/official-numbers';
import { drawPhone } from '../sensitive/phone-plans';
import type { CandidateDraw } from './identifier-draw';
import type { DeviceShape, OfficialShape, PhoneShape, SensitiveShape, UrlShape } from './sensitive-shape';
import { createTextDraw } from './text';
import { drawFrom } from './weighted-list';

/** Candidates of a known sort. @param host of web addresses, within their domain, with its dot; '' for the domain itself */
export function createSensitiveDraw(
  shape: SensitiveShape,
  random: RandomStream,
  host: string,
): CandidateDraw {
  switch (shape.type) {
    case 'official':
      return { next: () => drawOfficial(shape, random), report: () => undefined };
    case 'phone':
      return new PhoneDraw(shape, random);
    case 'ip':
    case 'mac':
      return new DeviceDraw(shape, random);
    case 'url':
      return createUrlDraw(shape, random, host);
  }
}

function drawOfficial({ name, layouts }: OfficialShape, random: RandomStream): string {
  const layout = drawFrom(layouts, random, '');
  if (name === 'iban' && layout !== '') return writeIn(layout, drawIban(layout, random));
  const compact = officialNumbers[name].make(random);
  const room = layout.replaceAll(/[^9Aa]/g, '').length;
  if (name === 'se-pnr' && room === compact.length + 2) return writeIn(layout, `19${compact}`);
  return room === compact.length ? writeIn(layout, compact) : compact;
}

/** Of the layout's country, with a bank code of zeros (or X). */
function drawIban(layout: string, random: RandomStream): string {
  const compact = layout.replaceAll(/[^9A-Za-z]/g, '');
  const account = [...compact.slice(4)].map((place, at) => {
    if (place === '9') return at < 4 ? '0' : String(random.int(10));
    return at < 4 ? 'X' : String.fromCharCode(65 + random.int(26));
  });
  return withIbanDigits(`${compact.slice(0, 2)}00${account.join('')}`);
}

/** The characters in the layout's places. */
function writeIn(layout: string, characters: string): string {
  let at = 0;
  return layout.replaceAll(/[0-9A-Za-z]/g, (place) => {
    const character = characters[at++];
    return place === 'a' ? character.toLowerCase() : character;
  });
}

/** So many candidates in a row that are taken mean that hardly any is left. */
const mostTaken = 30;

class PhoneDraw implements CandidateDraw {
  #taken = 0;
  #isShort = false;
  readonly #shape: PhoneShape;
  readonly #random: RandomStream;

  constructor(shape: PhoneShape, random: RandomStream) {
    this.#shape = shape;
    this.#random = random;
  }

  next(): string {
    const { plan, layout } = drawFrom(this.#shape.layouts, this.#random, anyPhone);
    const count = layout.replaceAll(/[^9]/g, '').length;
    return writeIn(layout, drawPhone(plan, count, this.#isShort, this.#random));
  }

  report(isNew: boolean): void {
    this.#taken = isNew ? 0 : this.#taken + 1;
    if (this.#taken >= mostTaken) this.#isShort = true;
  }
}

const anyPhone = { plan: { country: 'us', lead: '', first: '' }, layout: '999-999-9999' } as const;

/** For documentation: RFC 5737. */
const documentation = ['192.0.2', '198.51.100', '203.0.113'];

/**
 * Internet addresses for documentation (RFC 5737, RFC 3849), then those of benchmarks (RFC 2544: 198.18.0.0/15), then those
 * of class E, which nobody has. Card addresses are of the kind that whoever runs a machine gives it (IEEE 802, bit 1 of the first
 * byte), so that no maker's is met.
 */
class DeviceDraw implements CandidateDraw {
  #taken = 0;
  #range: 'documentation' | 'benchmarks' | 'class E' = 'documentation';
  readonly #shape: DeviceShape;
  readonly #random: RandomStream;

  constructor(shape: DeviceShape, random: RandomStream) {
    this.#shape = shape;
    this.#random = random;
  }

  next(): string {
    const layout = drawFrom(this.#shape.layouts, this.#random, '');
    if (this.#shape.type === 'mac') return this.#drawMac(layout === '' ? 'aa:aa:aa:aa:aa:aa' : layout);
    return layout === 'long' ? `2001:db8:${this.#groups(6)}` : this.#drawShort();
  }

  report(isNew: boolean): void {
    this.#taken = isNew ? 0 : this.#taken + 1;
    if (this.#taken < mostTaken) return;
    this.#range = this.#range === 'documentation' ? 'benchmarks' : 'class E';
    this.#taken = 0;
  }

  #drawShort(): string {
    const byte = () => this.#random.int(256);
    if (this.#range === 'documentation') return `${documentation[this.#random.int(3)]}.${byte()}`;
    if (this.#range === 'benchmarks') return `198.${18 + this.#random.int(2)}.${byte()}.${byte()}`;
    return `${240 + this.#random.int(15)}.${byte()}.${byte()}.${byte()}`;
  }

  #groups(count: number): string {
    return Array.from({ length: count }, () => this.#random.int(65_536).toString(16)).join(':');
  }

  #drawMac(layout: string): string {
    let digits = '02';
    while (digits.length < 12) digits += this.#random.int(16).toString(16);
    const text = layout.includes('A') ? digits.toUpperCase() : digits;
    let at = 0;
    return layout.replaceAll(/[9Aa]/g, () => text[at++]);
  }
}

function createUrlDraw({ path }: UrlShape, random: RandomStream, host: string): CandidateDraw {
  const makePath = createTextDraw(path, random);
  let extra = 0;
  let taken = 0;
  return {
    next: () => `https://${host}example.org/${makePath().replaceAll(/\s/g, '-')}${drawDigits(random, extra)}`,
    report: (isNew) => {
      taken = isNew ? 0 : taken + 1;
      if (taken < mostTaken) return;
      extra++;
      taken = 0;
    },
  };
}
