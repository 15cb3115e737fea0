import { iso7064Digit } from '../check-digits';
import { type OfficialNumber } from '../official-number';

/** One digit of the first ten comes twice or three times, each other once at most. */
function repeatsOne(digits: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of digits) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return repeated.length === 1 && repeated[0] <= 3;
}

/**
 * German tax identification numbers (§ 139b AO; Bundeszentralamt für Steuern): ISO/IEC 7064 MOD 11,10 over ten digits of which
 * exactly one comes more than once. None begins with 0, so made ones do.
 */
export const taxNumber: OfficialNumber = {
  form: /^\d{11}$/,
  names: /steueridentifikation|steuerid|idnr|steuernummer/,
  chance: 0.005,
  isValid: (compact) =>
    repeatsOne(compact.slice(0, 10)) && iso7064Digit(compact.slice(0, 10)) === compact[10],
  make: (random) => {
    const order = random.shuffle([1, 2, 3, 4, 5, 6, 7, 8, 9]).slice(0, 8);
    // A second one of some digit but the leading 0, anywhere after it.
    const digits = [...order];
    digits.splice(random.int(9), 0, order[random.int(8)]);
    const text = `0${digits.join('')}`;
    return text + iso7064Digit(text);
  },
  isReserved: true,
};

const serialCharacters = '0123456789CFGHJKLMNPRTVWXYZ';

/** Weights 7, 3, 1 over digits and letters (A = 10 … Z = 35), remainder by ten: ICAO Doc 9303, part 3, section 4.9. */
function documentDigit(text: string): string {
  const sum = [...text].reduce(
    (total, character, i) => total + Number.parseInt(character, 36) * [7, 3, 1][i % 3],
    0,
  );
  return String(sum % 10);
}

/**
 * Serial numbers of German identity cards and passports with their check digit: a letter or digit for the authority,
 * eight more of a set without vowels (BSI TR-03110 after ICAO Doc 9303). There is no range for tests.
 */
export const identityCard: OfficialNumber = {
  form: /^[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}\d$/,
  names: /personalausweis|ausweisnummer|ausweisnr/,
  chance: 0.1,
  isValid: (compact) => documentDigit(compact.slice(0, 9)) === compact[9],
  make: (random) => {
    let serial = 'L';
    for (let i = 0; i < 8; i++) serial += serialCharacters[random.int(serialCharacters.length)];
    return serial + documentDigit(serial);
  },
  isReserved: false,
};
