import { catalogue } from '../words';

export const numberWords = catalogue({
  en: { leastShare: 'less than 0.1 %', mostShare: 'more than 99.9 %' },
  de: { leastShare: 'weniger als 0,1 %', mostShare: 'mehr als 99,9 %' },
});
