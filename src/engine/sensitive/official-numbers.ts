import { identityCard, taxNumber } from './numbers/germany';
import { iban } from './numbers/iban';
import { npi, socialInsurance, socialSecurity } from './numbers/north-america';
import { bsn, personnummer, pesel } from './numbers/northern-europe';
import { paymentCard } from './numbers/payment-card';
import { codiceFiscale, dni, nir } from './numbers/southern-europe';
import { nationalInsurance, nhsNumber } from './numbers/united-kingdom';
import { aadhaar, cpf } from './numbers/wider-world';
import type { OfficialNumber } from './official-number';

/** Every sort that is known, by the name that a schema gives it. */
export const officialNumbers = {
  'payment-card': paymentCard,
  iban,
  'us-ssn': socialSecurity,
  'us-npi': npi,
  'ca-sin': socialInsurance,
  'gb-nhs': nhsNumber,
  'gb-nino': nationalInsurance,
  'de-tax': taxNumber,
  'de-card': identityCard,
  'fr-nir': nir,
  'es-dni': dni,
  'it-cf': codiceFiscale,
  'nl-bsn': bsn,
  'se-pnr': personnummer,
  'pl-pesel': pesel,
  'in-aadhaar': aadhaar,
  'br-cpf': cpf,
} as const satisfies Readonly<Record<string, OfficialNumber>>;

export type OfficialName = keyof typeof officialNumbers;

export const officialNames = Object.keys(officialNumbers) as OfficialName[];

/** The sort of that name; null where the name is of something else. */
export function officialNumber(name: string | null | undefined): OfficialNumber | null {
  return name != null && Object.hasOwn(officialNumbers, name) ? officialNumbers[name as OfficialName] : null;
}
