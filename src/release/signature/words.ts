import { count } from '../../evaluation/sentences';
import { catalogue } from '../../words';

export const signatureWords = catalogue({
  en: {
    publicKeyAlone: 'That file holds a public key alone: signing wants the private one.',
    cannotSign: 'That file holds no key that can sign.',
    otherKey: 'That is not a key for signing releases: an Ed25519 or P-256 key as JWK is wanted.',
    noKey: 'That file is no key: a JWK file, which is JSON, is wanted.',
    partChanged: (name: string) => `The manifest’s part “${name}” was changed after it was signed.`,
    notGiven: (name: string) => `The manifest also names ${name}, which was not given.`,
    unsigned: 'The manifest is not signed: anyone could have written it.',
    broken: 'The signature does not hold: it was changed, or what it covers was.',
    validByAnother: (fingerprint: string) =>
      `The signature holds, but it was made with another key (${fingerprint}) than the one you gave.`,
    validAsExpected: (fingerprint: string) =>
      `The signature holds, and it was made with the key you gave (${fingerprint}).`,
    valid: (fingerprint: string) =>
      `The signature holds. It was made with the key ${fingerprint}: ask the sender whether that is theirs.`,
    asSigned: (name: string, before: string | null) =>
      `${name} is, byte for byte, the file the manifest names.${before === null ? '' : ` It was named ${before}.`}`,
    notNamed: (name: string) => `${name} is not a file that the manifest names.`,
    otherBytes: (name: string) =>
      `${name} was changed after the manifest was made: it has as many bytes, but not the same ones.`,
    otherSize: (name: string, bytes: number, signed: number) =>
      `${name} was changed after the manifest was made: it has ${count(bytes)} bytes, where ${count(signed)} were signed.`,
    otherSpaces: 'Spaces in the manifest’s text were changed since it was written; what it says was not.',
    otherSpelling:
      'The manifest’s text was changed since it was written: keys that stand twice, or other spellings.',
  },
  de: {
    publicKeyAlone:
      'Diese Datei enthält nur einen öffentlichen Schlüssel: Zum Signieren ist der private nötig.',
    cannotSign: 'Diese Datei enthält keinen Schlüssel, der signieren kann.',
    otherKey:
      'Das ist kein Schlüssel zum Signieren von Freigaben: Nötig ist ein Ed25519- oder P-256-Schlüssel als JWK.',
    noKey: 'Diese Datei ist kein Schlüssel: Nötig ist eine JWK-Datei, also JSON.',
    partChanged: (name) => `Der Teil „${name}“ des Manifests wurde nach dem Signieren geändert.`,
    notGiven: (name) => `Das Manifest nennt auch ${name}; diese Datei wurde nicht mitgegeben.`,
    unsigned: 'Das Manifest ist nicht signiert: Jeder könnte es geschrieben haben.',
    broken: 'Die Signatur gilt nicht: Sie wurde geändert, oder das, was sie abdeckt.',
    validByAnother: (fingerprint) =>
      `Die Signatur gilt, stammt aber von einem anderen Schlüssel (${fingerprint}) als dem, den Sie angegeben haben.`,
    validAsExpected: (fingerprint) =>
      `Die Signatur gilt und stammt von dem Schlüssel, den Sie angegeben haben (${fingerprint}).`,
    valid: (fingerprint) =>
      `Die Signatur gilt. Sie stammt vom Schlüssel ${fingerprint}: Fragen Sie den Absender, ob das seiner ist.`,
    asSigned: (name, before) =>
      `${name} ist Byte für Byte die Datei, die das Manifest nennt.${before === null ? '' : ` Sie hieß ${before}.`}`,
    notNamed: (name) => `${name} ist keine Datei, die das Manifest nennt.`,
    otherBytes: (name) =>
      `${name} wurde geändert, nachdem das Manifest entstand: gleich viele Bytes, aber nicht dieselben.`,
    otherSize: (name, bytes, signed) =>
      `${name} wurde geändert, nachdem das Manifest entstand: ${count(bytes)} Bytes, signiert wurden ${count(signed)}.`,
    otherSpaces: 'Leerzeichen im Text des Manifests wurden seit dem Schreiben geändert; was es sagt, nicht.',
    otherSpelling:
      'Der Text des Manifests wurde seit dem Schreiben geändert: doppelte Schlüssel oder andere Schreibweisen.',
  },
});
