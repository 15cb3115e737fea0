import { catalogue } from '../../words';

/** What the sheet that checks a release says. */
export const checkWords = catalogue({
  en: {
    title: 'Check a release',
    files: 'Files of the release',
    lead: 'Drop the manifest (JSON) and the files it came with; add the sender’s public key (JWK) if you have it. They are read on this machine and go nowhere.',
    choose: 'Choose the files',
    manifestAndFiles: 'Manifest and its files',
    checking: 'Checking the release',
    asSigned: 'As it was signed',
    notAsSigned: 'Not as it was signed',
    says: 'What it says',
    made: (day: string, product: string, version: string) => `Made ${day} with ${product} ${version}.`,
    use: (use: string) => `Intended use: ${use}`,
    limits: (limits: string) => `Limits: ${limits}`,
  },
  de: {
    title: 'Freigabe prüfen',
    files: 'Dateien der Freigabe',
    lead: 'Legen Sie das Manifest (JSON) und die zugehörigen Dateien ab; dazu den öffentlichen Schlüssel des Absenders (JWK), wenn Sie ihn haben. Sie werden auf diesem Gerät gelesen und gehen nirgendwohin.',
    choose: 'Dateien wählen',
    manifestAndFiles: 'Manifest und seine Dateien',
    checking: 'Die Freigabe wird geprüft',
    asSigned: 'Wie unterschrieben',
    notAsSigned: 'Nicht wie unterschrieben',
    says: 'Was darin steht',
    made: (day, product, version) => `Erstellt am ${day} mit ${product} ${version}.`,
    use: (use) => `Vorgesehener Zweck: ${use}`,
    limits: (limits) => `Grenzen: ${limits}`,
  },
});
