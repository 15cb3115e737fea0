import { catalogue, code, type Rich } from '../../../words';

/** What the Release step says of all that goes with the rows: decision, thresholds, signature, reports, certificates. */
export const papersWords = catalogue({
  en: {
    decision: 'The decision',
    paidByNobody:
      'All but the promise comes from the real table, and nobody paid for it: it is for the private report only.',
    notMeasured: 'Nothing has been measured whole yet: go to Compare first, then decide.',
    use: 'Intended use',
    useExample: 'Developing the ward dashboard; teaching',
    limits: 'Limits',
    limitsExample: 'Not for decisions about patients',
    wordForWord: 'Both stand in the certificates and reports, word for word.',
    reports: 'Reports',
    mayTell: 'What the shareable report may tell of the real table',
    rounded: 'Rounded figures',
    verdictsAlone: 'Verdicts alone',
    exactRows: 'The exact number of rows',
    shareable: {
      report: 'Verdicts, rounded figures, masked shapes: for whoever gets the file.',
      reportUnderPromise:
        'The promise, its ledger and the columns, for whoever gets the file: no figure of a comparison.',
      saveReport: 'Save the shareable report',
      reportAsJson: 'The shareable report as JSON',
      forWhom: 'To go with the file',
      certificate:
        'Which program and settings made it, the columns, size and SHA-256 of the file. It tells nothing of the real table beyond what the file itself shows.',
      certificateUnderPromise:
        'What is promised and the ledger that bears it out, which program made it, the columns, size and SHA-256 of the file. No figure of a comparison.',
      saveCertificate: 'Save the shareable certificate',
    },
    private: {
      report: 'Everything for the decision, with real values in it: keep it with the real table.',
      reportUnderPromise: 'Everything for the decision, with real values in it: keep it with the real table.',
      saveReport: 'Save the private report',
      reportAsJson: 'The private report as JSON',
      forWhom: 'For your own records',
      certificate:
        'All that is needed to make the same file again and to judge it: the real file’s name and SHA-256, seeds, settings and the comparison’s figures. Keep it where you keep the real table.',
      certificateUnderPromise:
        'All that is needed to judge it: the real file’s name and SHA-256, settings, the ledger and the comparison’s figures. The same file cannot be made again, as the noise was not kept. Keep it where you keep the real table.',
      saveCertificate: 'Save the private certificate',
    },
    theCertificate: 'The certificate',
    namesNothing:
      'A small file (JSON) that says how the rows came about, so that others can check it. Save the rows first, so that it can name their file.',
    writingCertificate: 'writing the certificate',
    names: (file: string) =>
      `A small file (JSON) that says how the rows came about, so that others can check it. It names ${file}.`,
    thresholdsOf: (policy: string, version: number) => `Thresholds of “${policy}”, version ${version}`,
    pass: 'Pass',
    fail: 'Fail',
    'not measured': 'Not measured',
    wanted: (limit: string) => `wanted: ${limit}`,
    usePolicy: 'Use the policy in a file',
    useDefault: 'Use the default policy',
    policyFile: 'Policy file',
    signature: 'Signature',
    cannotSign: 'This browser signs only on pages that come over HTTPS, from localhost or from the disk.',
    sign: 'Sign the certificates',
    signedWith: (algorithm: string, fingerprint: string): Rich => [
      `Signed with ${algorithm}, key `,
      code(fingerprint),
      '. Tell it to those who get the file by another way. The key cannot be read from this page and is gone when it is closed.',
    ],
    savePublic: 'Save the public key',
    makeKept: 'Make a key to keep',
    useKept: 'Use a kept key',
    keyFile: 'Key file',
  },
  de: {
    decision: 'Die Entscheidung',
    paidByNobody:
      'Alles außer der Zusage stammt aus der echten Tabelle, und niemand hat dafür bezahlt: Es ist nur für den privaten Bericht.',
    notMeasured: 'Noch ist nichts ganz gemessen: Gehen Sie zuerst zum Vergleich, dann entscheiden Sie.',
    use: 'Vorgesehener Zweck',
    useExample: 'Entwicklung der Stationsübersicht; Lehre',
    limits: 'Grenzen',
    limitsExample: 'Nicht für Entscheidungen über Patientinnen und Patienten',
    wordForWord: 'Beides steht wörtlich in den Zertifikaten und Berichten.',
    reports: 'Berichte',
    mayTell: 'Was der Bericht zum Weitergeben über die echte Tabelle sagen darf',
    rounded: 'Gerundete Zahlen',
    verdictsAlone: 'Nur Urteile',
    exactRows: 'Die genaue Zahl der Zeilen',
    shareable: {
      report: 'Urteile, gerundete Zahlen, maskierte Verteilungen: für alle, die die Datei erhalten.',
      reportUnderPromise:
        'Die Zusage, ihr Budgetbuch und die Spalten, für alle, die die Datei erhalten: keine Zahl eines Vergleichs.',
      saveReport: 'Bericht zum Weitergeben speichern',
      reportAsJson: 'Bericht zum Weitergeben als JSON',
      forWhom: 'Zum Weitergeben mit der Datei',
      certificate:
        'Welches Programm und welche Einstellungen sie gemacht haben, Spalten, Größe und SHA-256 der Datei. Es sagt über die echte Tabelle nichts, was nicht schon die Datei zeigt.',
      certificateUnderPromise:
        'Was zugesagt ist und das Budgetbuch, das es belegt, welches Programm sie gemacht hat, Spalten, Größe und SHA-256 der Datei. Keine Zahl eines Vergleichs.',
      saveCertificate: 'Zertifikat zum Weitergeben speichern',
    },
    private: {
      report:
        'Alles für die Entscheidung, mit echten Werten darin: Bewahren Sie ihn bei der echten Tabelle auf.',
      reportUnderPromise:
        'Alles für die Entscheidung, mit echten Werten darin: Bewahren Sie ihn bei der echten Tabelle auf.',
      saveReport: 'Privaten Bericht speichern',
      reportAsJson: 'Privater Bericht als JSON',
      forWhom: 'Für Ihre eigenen Unterlagen',
      certificate:
        'Alles, was nötig ist, um dieselbe Datei noch einmal zu machen und sie zu beurteilen: Name und SHA-256 der echten Datei, Startwerte, Einstellungen und die Zahlen des Vergleichs. Bewahren Sie es dort auf, wo die echte Tabelle liegt.',
      certificateUnderPromise:
        'Alles, was nötig ist, um sie zu beurteilen: Name und SHA-256 der echten Datei, Einstellungen, das Budgetbuch und die Zahlen des Vergleichs. Dieselbe Datei lässt sich nicht noch einmal machen, da das Rauschen nicht aufbewahrt wurde. Bewahren Sie es dort auf, wo die echte Tabelle liegt.',
      saveCertificate: 'Privates Zertifikat speichern',
    },
    theCertificate: 'Das Zertifikat',
    namesNothing:
      'Eine kleine Datei (JSON), die sagt, wie die Zeilen entstanden sind, damit andere es prüfen können. Speichern Sie zuerst die Zeilen, damit es deren Datei nennen kann.',
    writingCertificate: 'beim Schreiben des Zertifikats',
    names: (file) =>
      `Eine kleine Datei (JSON), die sagt, wie die Zeilen entstanden sind, damit andere es prüfen können. Es nennt ${file}.`,
    thresholdsOf: (policy, version) => `Schwellen von „${policy}“, Version ${version}`,
    pass: 'Erfüllt',
    fail: 'Nicht erfüllt',
    'not measured': 'Nicht gemessen',
    wanted: (limit) => `verlangt: ${limit}`,
    usePolicy: 'Richtlinie aus einer Datei verwenden',
    useDefault: 'Übliche Richtlinie verwenden',
    policyFile: 'Richtliniendatei',
    signature: 'Unterschrift',
    cannotSign:
      'Dieser Browser unterschreibt nur auf Seiten, die über HTTPS, von localhost oder vom Datenträger kommen.',
    sign: 'Zertifikate unterschreiben',
    signedWith: (algorithm, fingerprint) => [
      `Unterschrieben mit ${algorithm}, Schlüssel `,
      code(fingerprint),
      '. Nennen Sie ihn denen, die die Datei erhalten, auf anderem Weg. Der Schlüssel lässt sich aus dieser Seite nicht lesen und ist fort, wenn sie geschlossen wird.',
    ],
    savePublic: 'Öffentlichen Schlüssel speichern',
    makeKept: 'Schlüssel zum Aufbewahren erzeugen',
    useKept: 'Aufbewahrten Schlüssel verwenden',
    keyFile: 'Schlüsseldatei',
  },
});
