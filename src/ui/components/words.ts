import { catalogue } from '../../words';

/** What frames every step: the header, the seal, sheets over the page. */
export const frameWords = catalogue({
  en: {
    readInThis: 'Read this page in English',
    checkRelease: 'Check a release',
    checkReleaseYouGot: 'Check a release that you were given',
    lightColours: 'Change to light colours',
    darkColours: 'Change to dark colours',
    cancel: 'Cancel',
  },
  de: {
    readInThis: 'Diese Seite auf Deutsch lesen',
    checkRelease: 'Freigabe prüfen',
    checkReleaseYouGot: 'Eine Freigabe prüfen, die Sie erhalten haben',
    lightColours: 'Zu hellen Farben wechseln',
    darkColours: 'Zu dunklen Farben wechseln',
    cancel: 'Abbrechen',
  },
});
