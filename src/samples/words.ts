import { catalogue } from '../words';

/** What the samples are of, by their ids; their rows are the same in every language. */
export const sampleWords = catalogue({
  en: {
    'clinic-visits': {
      title: 'A clinic’s visits',
      description:
        'Visits to an invented clinic with dates in order, diagnoses, blood pressure and laboratory values.',
    },
    'bank-customers': {
      title: 'A bank’s customers',
      description: 'Customers of an invented bank with incomes, balances, loans and who left.',
    },
    survey: {
      title: 'A survey with free text',
      description:
        'Answers to an invented shop’s survey with ratings, e-mail addresses, remarks and many gaps.',
    },
  },
  de: {
    'clinic-visits': {
      title: 'Besuche in einer Klinik',
      description:
        'Besuche in einer erfundenen Klinik mit Datumsangaben in ihrer Folge, Diagnosen, Blutdruck und Laborwerten.',
    },
    'bank-customers': {
      title: 'Kunden einer Bank',
      description:
        'Kunden einer erfundenen Bank mit Einkommen, Guthaben, Krediten und der Angabe, wer gegangen ist.',
    },
    survey: {
      title: 'Eine Umfrage mit Freitext',
      description:
        'Antworten auf die Umfrage eines erfundenen Ladens mit Noten, E-Mail-Adressen, Anmerkungen und vielen Lücken.',
    },
  },
});
