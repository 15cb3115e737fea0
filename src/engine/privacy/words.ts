import { catalogue, writeCount, writeDigits, writeNumber } from '../../words';

export const privacyWords = catalogue({
  en: {
    isSampled:
      'The file is too large to be held, and how many of its rows were drawn hung on what is in them, which no guarantee covers: open a smaller extract of it, or learn without a guarantee.',
    keptReal:
      'Real values cannot be kept under differential privacy: no noise covers what goes out as it is.',
    epsilonRange: (least: number, most: number) =>
      `ε must be a number from ${writeNumber(least)} to ${writeNumber(most)}.`,
    declareRows: 'Say about how many rows the table has, as a whole number: δ must be below one in that.',
    deltaRange: (most: number) =>
      `δ must be above 0 and below one in the declared rows (${writeDigits(most.toPrecision(2))}): with more, one whole row could be given away and the promise still be kept.`,
    openFacts: (named: readonly string[], more: number) =>
      `Not known without a look at the table: how far numbers reach, or which categories there are, in ${named.join(', ')}${more > 0 ? ` and ${writeCount(more)} more` : ''}. Type them from a code book, or have them found privately for a part of ε.`,
    noSubjectColumn: (column: string) => `There is no column “${column}” that would tell subjects apart.`,
    subjectRows: 'The rows used of each subject are a whole number from 1 to 1000.',
    mostlyNoise: (epsilon: number, share: number, rows: number) =>
      `At ε = ${writeDigits(String(epsilon))} the noise in every count is about ${writeCount(Math.round(100 * share))} % of ${writeCount(rows)} rows: the table would be mostly noise. Take a larger ε, keep fewer columns, or say that you want it all the same.`,
    keepSubjectColumn: (column: string) =>
      `“${column}” tells subjects apart: keep the column, it is made anew in the synthetic table.`,
    factsAreLists: (source: string, column: string) =>
      `${source}: "${column}" must be a list of bounds or categories.`,
    factsOfNoColumn: (source: string, column: string) =>
      `${source} names a column "${column}" that is not in the table.`,
    factsAreAnObject: (source: string) =>
      `${source} must hold one JSON object: { "age": [0, 120], "ward": ["A", "B"], "others": "private" }.`,
    twoBounds: (column: string) => `${column} takes two bounds: the smallest and the largest value.`,
    wrongWayRound: (column: string) =>
      `The bounds of ${column} are the wrong way round: the smaller one comes first.`,
    boundIsNumber: (column: string) => `A bound of ${column} must be a number.`,
    boundIsDate: (column: string, format: string | null) =>
      `A bound of ${column} must be a date such as 2001-12-31${format === null ? '' : ` or one written as ${format}`}.`,
    oneRow: 'one row',
    rowsOfSubject: (column: string, most: number) =>
      `all rows of one “${column}”, of which ${writeCount(most)} at most ${most === 1 ? 'is' : 'are'} used`,
    paid: {
      public: (source: string) => `public, ${source}`,
      gaussian: (sigma: string, times: number) => `noise of σ = ${sigma}, ${writeCount(times)} times`,
      exponential: (times: number, epsilon: string) => `${writeCount(times)} choices of ε = ${epsilon}`,
      sampled: (steps: number, rate: string, noise: string) =>
        `${writeCount(steps)} steps, each row with probability ${rate}, noise ${noise} times the clipping length`,
    },
    ledgerHead: (epsilon: string, delta: string, unit: string) =>
      `(ε, δ)-differential privacy, ε = ${epsilon}, δ = ${delta}, for ${unit} more or less:`,
    spentInAll: (epsilon: string, delta: string) => `spent in all: ε = ${epsilon} at δ = ${delta}`,
    look: (recorded: string) => recorded,
  },
  de: {
    isSampled:
      'Die Datei ist zu groß, um sie zu halten, und wie viele ihrer Zeilen gezogen wurden, hing von ihrem Inhalt ab, was keine Garantie abdeckt: Öffnen Sie einen kleineren Auszug, oder lernen Sie ohne Garantie.',
    keptReal:
      'Unter Differential Privacy lassen sich keine echten Werte behalten: Kein Rauschen deckt ab, was unverändert hinausgeht.',
    epsilonRange: (least, most) =>
      `ε muss eine Zahl von ${writeNumber(least)} bis ${writeNumber(most)} sein.`,
    declareRows:
      'Sagen Sie, wie viele Zeilen die Tabelle ungefähr hat, als ganze Zahl: δ muss unter deren Kehrwert liegen.',
    deltaRange: (most) =>
      `δ muss über 0 und unter dem Kehrwert der angegebenen Zeilen liegen (${writeDigits(most.toPrecision(2))}): Mit mehr könnte eine ganze Zeile preisgegeben und das Versprechen doch gehalten werden.`,
    openFacts: (named, more) =>
      `Ohne Blick in die Tabelle nicht bekannt: wie weit Zahlen reichen oder welche Kategorien es gibt, in ${named.join(', ')}${more > 0 ? ` und ${writeCount(more)} weiteren` : ''}. Geben Sie sie aus einem Codebuch ein, oder lassen Sie sie für einen Teil von ε geschützt ermitteln.`,
    noSubjectColumn: (column) => `Es gibt keine Spalte „${column}“, die Personen unterscheiden könnte.`,
    subjectRows: 'Wie viele Zeilen je Person verwendet werden, ist eine ganze Zahl von 1 bis 1000.',
    mostlyNoise: (epsilon, share, rows) =>
      `Bei ε = ${writeDigits(String(epsilon))} beträgt das Rauschen jeder Zählung etwa ${writeCount(Math.round(100 * share))} % von ${writeCount(rows)} Zeilen: Die Tabelle wäre vor allem Rauschen. Nehmen Sie ein größeres ε, behalten Sie weniger Spalten, oder sagen Sie, dass Sie sie trotzdem wollen.`,
    keepSubjectColumn: (column) =>
      `„${column}“ unterscheidet Personen: Behalten Sie die Spalte; in der synthetischen Tabelle wird sie neu erzeugt.`,
    factsAreLists: (source, column) =>
      `${source}: „${column}“ muss eine Liste von Grenzen oder Kategorien sein.`,
    factsOfNoColumn: (source, column) =>
      `${source} nennt eine Spalte „${column}“, die nicht in der Tabelle ist.`,
    factsAreAnObject: (source) =>
      `${source} muss ein JSON-Objekt enthalten: { "age": [0, 120], "ward": ["A", "B"], "others": "private" }.`,
    twoBounds: (column) => `${column} braucht zwei Grenzen: den kleinsten und den größten Wert.`,
    wrongWayRound: (column) => `Die Grenzen von ${column} sind vertauscht: Die kleinere kommt zuerst.`,
    boundIsNumber: (column) => `Eine Grenze von ${column} muss eine Zahl sein.`,
    boundIsDate: (column, format) =>
      `Eine Grenze von ${column} muss ein Datum wie 2001-12-31 sein${format === null ? '' : ` oder eines der Form ${format}`}.`,
    oneRow: 'eine Zeile',
    rowsOfSubject: (column, most) =>
      `alle Zeilen von je einem „${column}“, von denen höchstens ${writeCount(most)} verwendet ${most === 1 ? 'wird' : 'werden'}`,
    paid: {
      public: (source) => `öffentlich, ${source}`,
      gaussian: (sigma, times) => `Rauschen mit σ = ${sigma}, ${writeCount(times)}-mal`,
      exponential: (times, epsilon) => `${writeCount(times)} Auswahlen mit ε = ${epsilon}`,
      sampled: (steps, rate, noise) =>
        `${writeCount(steps)} Schritte, jede Zeile mit Wahrscheinlichkeit ${rate}, Rauschen vom ${noise}-Fachen der Kürzungslänge`,
    },
    ledgerHead: (epsilon, delta, unit) =>
      `(ε, δ)-Differential-Privacy, ε = ${epsilon}, δ = ${delta}, für ${unit} mehr oder weniger:`,
    spentInAll: (epsilon, delta) => `insgesamt verbraucht: ε = ${epsilon} bei δ = ${delta}`,
    look: (recorded) => {
      for (const [pattern, told] of germanLooks)
        if (pattern.test(recorded)) return recorded.replace(pattern, told);
      return recorded;
    },
  },
});

/** A ledger keeps what was looked at, and where public facts are from, in English: it is signed, and others read it. */
const germanLooks: readonly (readonly [RegExp, string])[] = [
  [/^the table’s layout$/, 'der Aufbau der Tabelle'],
  [
    /^kinds, roles, names, formats and missing tokens of the columns, as the schema has them; ε, δ, the declared rows and the mechanism$/,
    'Arten, Rollen, Namen, Formate und Zeichen für fehlende Werte der Spalten, wie das Schema sie hat; ε, δ, die angegebenen Zeilen und der Mechanismus',
  ],
  [/^bounds or categories of (\d+) columns$/, 'Grenzen oder Kategorien von $1 Spalten'],
  [/^typed by the owner$/, 'von der Eigentümerin oder dem Eigentümer eingegeben'],
  [
    /^which categories, and which single numbers, occur often$/,
    'welche Kategorien und welche einzelnen Zahlen häufig vorkommen',
  ],
  [
    /^(\d+) noisy counts of single columns, and the number of rows$/,
    '$1 verrauschte Zählungen einzelner Spalten und die Zahl der Zeilen',
  ],
  [
    /^pairs of columns, chosen one after the other and counted with noise$/,
    'Spaltenpaare, nacheinander ausgewählt und mit Rauschen gezählt',
  ],
  [
    /^a spanning tree of pairs of columns, chosen and counted with noise$/,
    'ein Spannbaum von Spaltenpaaren, ausgewählt und mit Rauschen gezählt',
  ],
  [/^gradients of random samples of the rows$/, 'Gradienten zufälliger Stichproben der Zeilen'],
  [/^gradients of random samples of the subjects$/, 'Gradienten zufälliger Stichproben der Personen'],
];
