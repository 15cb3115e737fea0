import { catalogue } from '../../words';

export const chartWords = catalogue({
  en: {
    points: (written: string) => `${written}\u00a0points`,
  },
  de: {
    points: (written) => `${written}\u00a0Prozentpunkte`,
  },
});
