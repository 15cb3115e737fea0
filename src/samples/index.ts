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
    title: 'A clinic’s visits',
    description:
      'Visits to an invented clinic with dates in order, diagnoses, blood pressure and laboratory values.',
    fileName: 'clinic-visits.csv',
    rows: 2400,
    columns: 19,
    makeCsv: () => clinicVisits(2400),
  },
  {
    id: 'bank-customers',
    title: 'A bank’s customers',
    description: 'Customers of an invented bank with incomes, balances, loans and who left.',
    fileName: 'bank-customers.csv',
    rows: 3000,
    columns: 16,
    makeCsv: () => bankCustomers(3000),
  },
  {
    id: 'survey',
    title: 'A survey with free text',
    description:
      'Answers to an invented shop’s survey with ratings, e-mail addresses, remarks and many gaps.',
    fileName: 'survey.csv',
    rows: 400,
    columns: 11,
    makeCsv: () => surveyWithFreeText(400),
  },
];
