import { remainder } from '../check-digits';
import { drawBirthday, drawDigits, type OfficialNumber } from '../official-number';

/** Corsica's departments 2A and 2B count as 19 and 18. */
function nirKey(body: string): string {
  const digits = body.replace('2A', '19').replace('2B', '18');
  return String(97 - remainder(digits, 97)).padStart(2, '0');
}

/**
 * French registration numbers (NIR): 97 less the remainder of thirteen digits by 97 (INSEE; décret n° 82-103). Made ones name
 * department 00, which there is not.
 */
export const nir: OfficialNumber = {
  form: /^[1-478]\d{4}(?:\d{2}|2[AB])\d{8}$/,
  names: /^nir$|securitesociale|numerosecu|numsecu|insee/,
  chance: 1 / 97,
  isValid: (compact) => nirKey(compact.slice(0, 13)) === compact.slice(13),
  make: (random) => {
    const born = drawBirthday(random, 'yymmdd').slice(0, 4);
    const body = `${1 + random.int(2)}${born}00${drawDigits(random, 6)}`;
    return body + nirKey(body);
  },
  isReserved: true,
};

const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/**
 * Spanish identity numbers, DNI and NIE: the letter that stands at the remainder by 23; X, Y, Z before a foreigner's number
 * count as 0, 1, 2 (Real Decreto 1553/2005; Ministerio del Interior). There is no range for tests.
 */
export const dni: OfficialNumber = {
  form: /^(?:\d{8}|[XYZ]\d{7})[A-Z]$/,
  names: /^dni$|^nie$|^nif$|documentoidentidad/,
  chance: 1 / 26,
  isValid: (compact) => {
    const digits = compact.slice(0, 8).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
    return dniLetters[Number(digits) % 23] === compact[8];
  },
  make: (random) => {
    const digits = drawDigits(random, 8);
    return digits + dniLetters[Number(digits) % 23];
  },
  isReserved: false,
};

/** Value of a character at an odd place, counted from 1: by its place in 0–9 or A–Z (decreto ministeriale 23/12/1976). */
const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

function fiscalLetter(body: string): string {
  const placeOf = (character: string) => Number.parseInt(character, 36) - (/\d/.test(character) ? 0 : 10);
  const sum = [...body].reduce(
    (total, character, i) => total + (i % 2 === 0 ? oddValues[placeOf(character)] : placeOf(character)),
    0,
  );
  return String.fromCharCode(65 + (sum % 26));
}

const consonants = 'BCDFGLMNPRSTVZ';

/** Italian tax codes: a letter from odd and even places. Made ones name the place Z999, a code that was given to none. */
export const codiceFiscale: OfficialNumber = {
  form: /^[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPR-T][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]$/,
  names: /codicefiscale|codfisc/,
  chance: 1 / 26,
  isValid: (compact) => fiscalLetter(compact.slice(0, 15)) === compact[15],
  make: (random) => {
    const birthday = drawBirthday(random, 'yymmdd');
    const month = 'ABCDEHLMPRST'[Number(birthday.slice(2, 4)) - 1];
    const day = String(Number(birthday.slice(4)) + 40 * random.int(2)).padStart(2, '0');
    let body = '';
    for (let i = 0; i < 6; i++) body += consonants[random.int(consonants.length)];
    body += `${birthday.slice(0, 2)}${month}${day}Z999`;
    return body + fiscalLetter(body);
  },
  isReserved: true,
};
