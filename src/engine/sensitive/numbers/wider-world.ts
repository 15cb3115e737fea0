import { verhoeffDigit, weightedSum } from '../check-digits';
import { drawDigits, type OfficialNumber } from '../official-number';

/** Indian Aadhaar numbers: Verhoeff; none begins with 0 or 1 (UIDAI), so made ones begin with 1. */
export const aadhaar: OfficialNumber = {
  form: /^[2-9]\d{11}$/,
  names: /aadhaar|aadhar|uidai/,
  chance: 0.1,
  isValid: (compact) => verhoeffDigit(compact.slice(0, 11)) === compact[11],
  make: (random) => {
    const digits = `1${drawDigits(random, 10)}`;
    return digits + verhoeffDigit(digits);
  },
  isReserved: true,
};

function cpfDigit(digits: string): string {
  const weights = Array.from(digits, (_, i) => digits.length + 1 - i);
  const rest = weightedSum(digits, weights) % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}

/** Brazilian CPF numbers: two digits by modulus 11 (Receita Federal). There is no range for tests. */
export const cpf: OfficialNumber = {
  form: /^\d{11}$/,
  telling: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/,
  names: /^cpf$|cpfnumber|numerocpf/,
  chance: 0.01,
  isValid: (compact) => {
    const first = cpfDigit(compact.slice(0, 9));
    return first === compact[9] && cpfDigit(compact.slice(0, 9) + first) === compact[10];
  },
  make: (random) => {
    const digits = drawDigits(random, 9);
    const first = cpfDigit(digits);
    return digits + first + cpfDigit(digits + first);
  },
  isReserved: false,
};
