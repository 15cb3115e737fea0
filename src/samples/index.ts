import { bankCustomers } from './bank-customers';
import { clinicVisits } from './clinic-visits';
import type { Sample } from './sample';
import { surveyWithFreeText } from './survey';

export type { Sample } from './sample';
export { bankCustomers, clinicVisits, surveyWithFreeText };

/** The tables the page offers to try with: made on the spot, nothing is fetched. */
export const samples: readonly Sample[] = [
  {
    id: 'clinic-visits',
    fileName: 'clinic-visits.csv',
    rows: 2400,
    columns: 19,
    makeCsv: () => clinicVisits(2400),
  },
  {
    id: 'bank-customers',
    fileName: 'bank-customers.csv',
    rows: 3000,
    columns: 16,
    makeCsv: () => bankCustomers(3000),
  },
  {
    id: 'survey',
    fileName: 'survey.csv',
    rows: 400,
    columns: 11,
    makeCsv: () => surveyWithFreeText(400),
  },
];
