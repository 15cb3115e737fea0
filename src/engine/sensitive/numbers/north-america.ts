import { luhnDigit, passesLuhn } from '../check-digits';
import { drawDigits, type OfficialNumber } from '../official-number';

/**
 * US social security numbers: no check digit; areas 000, 666 and from 900 up, group 00 and serial 0000 are never given out
 * (Social Security Administration, "Social security number randomization"). Made ones have an area from 900 up and a group
 * below 50, which no taxpayer number (ITIN) has either.
 */
export const socialSecurity: OfficialNumber = {
  form: /^\d{9}$/,
  telling: /^(?!000|666)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/,
  names: /ssn|socialsecurity/,
  chance: 1,
  isValid: (compact) => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(compact),
  make: (random) => {
    const group = String(1 + random.int(49)).padStart(2, '0');
    return `9${drawDigits(random, 2)}${group}${String(1 + random.int(9999)).padStart(4, '0')}`;
  },
  isReserved: true,
};

/** US national provider identifiers: Luhn with 80840 before the ten digits (45 CFR 162.406; CMS, "NPI check digit calculation"). */
export const npi: OfficialNumber = {
  form: /^[12]\d{9}$/,
  names: /npi|providernumber/,
  chance: 0.1,
  isValid: (compact) => passesLuhn(`80840${compact}`),
  make: (random) => {
    const digits = `1${drawDigits(random, 8)}`;
    return digits + luhnDigit(`80840${digits}`);
  },
  isReserved: false,
};

/** Canadian social insurance numbers: Luhn. None given to a person begins with 0, so made ones do. */
export const socialInsurance: OfficialNumber = {
  form: /^\d{9}$/,
  names: /socialinsurance|^sin$/,
  chance: 0.1,
  isValid: passesLuhn,
  make: (random) => {
    const digits = `0${drawDigits(random, 7)}`;
    return digits + luhnDigit(digits);
  },
  isReserved: true,
};
