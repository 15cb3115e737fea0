import { officialNames, officialNumbers, type OfficialName } from './official-numbers';

/** What of a person a column holds that points to them, or near them. */
export type Matter =
  | OfficialName
  | 'name'
  | 'email'
  | 'phone'
  | 'address'
  | 'number'
  | 'ip'
  | 'mac'
  | 'uuid'
  | 'url'
  | 'coordinates'
  | 'latitude'
  | 'longitude'
  | 'birth-date'
  | 'people-in-text';

const plurals: Readonly<Record<Exclude<Matter, OfficialName>, string>> = {
  name: 'people’s names',
  email: 'e-mail addresses',
  phone: 'telephone numbers',
  address: 'addresses',
  number: 'official numbers of people',
  ip: 'internet addresses (IP)',
  mac: 'network card addresses (MAC)',
  uuid: 'unique identifiers (UUID)',
  url: 'web addresses that name a page or a person',
  coordinates: 'coordinates of places',
  latitude: 'latitudes of places',
  longitude: 'longitudes of places',
  'birth-date': 'dates of birth',
  'people-in-text': 'texts in which people are named or can be reached',
};

export const matters: readonly Matter[] = [...officialNames, ...(Object.keys(plurals) as Matter[])];

/** What several of them are called. */
export function pluralOf(matter: Matter): string {
  return matter in plurals
    ? plurals[matter as keyof typeof plurals]
    : officialNumbers[matter as OfficialName].plural;
}
