import { catalogue, writeOf } from '../../words';

/** Sizes and times. */
export const amountWords = catalogue({
  en: {
    bytes: (bytes: number) => writeOf(bytes, 'byte', 'bytes'),
    fewSeconds: 'a few seconds',
    about: (time: string) => `about ${time}`,
  },
  de: {
    bytes: (bytes) => writeOf(bytes, 'Byte', 'Byte'),
    fewSeconds: 'einige Sekunden',
    about: (time) => `etwa ${time}`,
  },
});
