import { remainder } from '../check-digits';
import { drawDigits, type OfficialNumber } from '../official-number';

/** Characters of an IBAN by country (SWIFT, IBAN registry). */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 ' +
    'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 ' +
    'MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 TL23 TN24 ' +
    'TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Letters as two digits, A = 10 … Z = 35; the first four characters put last. */
function asDigits(iban: string): string {
  return (iban.slice(4) + iban.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
}

/** The IBAN with the check digits that make it pass, whatever stands in their place (ISO 13616: remainder by 97 is 1). */
export function withIbanDigits(iban: string): string {
  const check = 98 - remainder(asDigits(`${iban.slice(0, 2)}00${iban.slice(4)}`), 97);
  return iban.slice(0, 2) + String(check).padStart(2, '0') + iban.slice(4);
}

/** International bank account numbers (ISO 13616). Made ones name bank 0000, which no country gives to a bank. */
export const iban: OfficialNumber = {
  form: /^[A-Z]{2}\d{2}[A-Z0-9]{11,27}$/,
  telling:
    /^[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?$|^(?:DE|AT)\d{18,20}$|^GB\d{2}[A-Z]{4}\d{14}$/,
  names: /iban|kontonummer|bankaccount/,
  chance: 1 / 97,
  isValid: (compact) =>
    lengths[compact.slice(0, 2)] === compact.length && remainder(asDigits(compact), 97) === 1,
  make: (random) => withIbanDigits(`DE00${'0'.repeat(8)}${drawDigits(random, 10)}`),
  isReserved: true,
};
