import { weightedSum } from '../check-digits';
import { drawDigits, drawUntil, type OfficialNumber } from '../official-number';

const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/** Null where the remainder leaves no digit. */
function nhsDigit(digits: string): string | null {
  const check = (11 - (weightedSum(digits, weights) % 11)) % 11;
  return check === 10 ? null : String(check);
}

/**
 * NHS numbers of England and Wales: modulus 11 with weights 10 … 2 (NHS Data Dictionary, "NHS number"). Given out are those
 * that begin with 3, 4, 6 or 7; those with 999 are for tests, and so are made ones.
 */
export const nhsNumber: OfficialNumber = {
  form: /^(?:[3467]\d{9}|999\d{7})$/,
  names: /nhs/,
  chance: 1 / 11,
  isValid: (compact) => nhsDigit(compact) === compact[9],
  make: (random) =>
    drawUntil(() => {
      const digits = `999${drawDigits(random, 6)}`;
      const check = nhsDigit(digits);
      return check === null ? null : digits + check;
    }),
  isReserved: true,
};

/**
 * National insurance numbers: no check digit, but letters that are never used (HMRC, National Insurance Manual NIM39110). Made
 * ones begin with QQ, as in HMRC's own examples.
 */
export const nationalInsurance: OfficialNumber = {
  form: /^[A-Z]{2}\d{6}[A-D]$/,
  telling: /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/i,
  names: /nino|nationalinsurance/,
  chance: 1,
  isValid: (compact) => /^(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])\d{6}[A-D]$/.test(compact),
  make: (random) => `QQ${drawDigits(random, 6)}${'ABCD'[random.int(4)]}`,
  isReserved: true,
};
