import { officialNames, type OfficialName } from './official-numbers';

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

export const matters: readonly Matter[] = [
  ...officialNames,
  'name',
  'email',
  'phone',
  'address',
  'number',
  'ip',
  'mac',
  'uuid',
  'url',
  'coordinates',
  'latitude',
  'longitude',
  'birth-date',
  'people-in-text',
];
