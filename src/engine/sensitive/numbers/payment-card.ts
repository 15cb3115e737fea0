import { luhnDigit, passesLuhn } from '../check-digits';
import { drawDigits, type OfficialNumber } from '../official-number';

/**
 * Payment card numbers (ISO/IEC 7812-1): Luhn. The networks' beginnings are 34 and 37 (American Express), 2221–2720 and
 * 51–55 (Mastercard), 4 (Visa), 35 (JCB), 36, 38 and 60–65 (Diners, Discover, UnionPay, Maestro). Made ones begin with
 * 9999: a 9 leaves the next three digits to the country they name (ISO 3166-1), and no country is 999.
 */
export const paymentCard: OfficialNumber = {
  form: /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[568]\d{12,14}|6[0-5]\d{14})$/,
  telling: /^\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}$/,
  names: /creditcard|cardnumber|cardno|ccnumber|kreditkart|cartebancaire|pan$/,
  chance: 0.1,
  isValid: passesLuhn,
  make: (random) => {
    const digits = `9999${drawDigits(random, 11)}`;
    return digits + luhnDigit(digits);
  },
  isReserved: true,
};
