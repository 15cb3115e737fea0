import { luhnDigit, passesLuhn, weightedSum } from '../check-digits';
import { drawBirthday, drawDigits, drawUntil, type OfficialNumber } from '../official-number';

const elevenTest = [9, 8, 7, 6, 5, 4, 3, 2];

/** Dutch citizen service numbers: the eleven-test with weights 9 … 2, −1 (Logisch Ontwerp BSN). There is no range for tests. */
export const bsn: OfficialNumber = {
  form: /^\d{9}$/,
  names: /bsn|burgerservice|sofinummer/,
  chance: 1 / 11,
  isValid: (compact) =>
    Number(compact) > 0 && (weightedSum(compact, elevenTest) - Number(compact[8])) % 11 === 0,
  make: (random) =>
    drawUntil(() => {
      const digits = drawDigits(random, 8);
      const check = weightedSum(digits, elevenTest) % 11;
      return check === 10 || Number(digits) === 0 ? null : digits + String(check);
    }),
  isReserved: false,
};

/** True of month and day, each in two digits; coordination numbers add 60 to the day. */
function isBirthday(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
}

/**
 * Swedish personal identity numbers: Luhn over the last ten digits, which begin with the birthday (Skatteverket, SKV 704). There is no
 * range for tests.
 */
export const personnummer: OfficialNumber = {
  form: /^(?:19|20)?\d{6}\+?\d{4}$/,
  names: /personnummer|personnr|pnr/,
  chance: 0.006,
  isValid: (compact) => {
    const digits = compact.replace('+', '').slice(-10);
    return isBirthday(Number(digits.slice(2, 4)), Number(digits.slice(4, 6))) && passesLuhn(digits);
  },
  make: (random) => {
    const digits = drawBirthday(random, 'yymmdd') + drawDigits(random, 3);
    return digits + luhnDigit(digits);
  },
  isReserved: false,
};

const peselWeights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

function peselDigit(digits: string): string {
  return String((10 - (weightedSum(digits, peselWeights) % 10)) % 10);
}

/**
 * Polish PESEL numbers: weights 1, 3, 7, 9; the month says the century by 20, 40, 60 or 80 more (ustawa o ewidencji ludności,
 * art. 15). Made ones are of the 2200s.
 */
export const pesel: OfficialNumber = {
  form: /^\d{11}$/,
  names: /pesel/,
  chance: 0.02,
  isValid: (compact) => {
    const month = Number(compact.slice(2, 4)) % 20;
    const day = Number(compact.slice(4, 6));
    return (
      month >= 1 && month <= 12 && day >= 1 && day <= 31 && peselDigit(compact.slice(0, 10)) === compact[10]
    );
  },
  make: (random) => {
    const birthday = drawBirthday(random, 'yymmdd');
    const month = String(Number(birthday.slice(2, 4)) + 60);
    const digits = birthday.slice(0, 2) + month + birthday.slice(4) + drawDigits(random, 4);
    return digits + peselDigit(digits);
  },
  isReserved: true,
};
