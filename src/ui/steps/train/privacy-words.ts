import { catalogue, code, type Rich, strong, writeCount, writeOf } from '../../../words';

/** Learning under differential privacy: what is asked, what it means and what it costs. */
export const privacyWords = catalogue({
  en: {
    promise: {
      legend: 'What is promised',
      without: 'No formal guarantee',
      withoutText:
        'The rows are new, but nothing proves that none of them gives a real person away. Compare measures how many come too close to a real row, beside rows the model never saw.',
      formal: '(ε, δ)-differential privacy',
      formalText:
        'Noise proves a limit: whatever somebody works out from the rows, they would have worked out nearly as well without any one person in the table. It costs likeness, most of all in small tables.',
    },
    epsilon: {
      title: 'How much one person may show',
      why: 'Smaller protects more and costs more likeness. 1 is a strong promise; beyond 10 little is promised.',
      slider: 'ε, from much protection to little',
      is: (epsilon: string) => `ε = ${epsilon}`,
      protects: 'protects more',
      likeness: 'likeness',
    },
    meaning: {
      allButCertain: 'all but certain',
      sure: (percent: number) => `${percent} % sure`,
      certainty: (afterHalf: string, afterTenth: string, factor: string) =>
        'Someone who is 50 % sure that a person is in the table can become at most ' +
        `${afterHalf} by seeing the rows; who is 10 % sure, at most ${afterTenth}. The odds change by a factor of ${factor} at most.`,
      noise: (rows: string, ofRows: number, percent: string) =>
        `Every count of a column is off by about ${rows} of ${writeCount(ofRows)} rows (${percent} %), by noise alone.`,
      likeness: (columns: string, pairs: string) =>
        `On made-up customers of a bank, with bounds and lists typed, as much noise put single columns off by about ${columns}, and pairs of them by ${pairs}.`,
      chance: (oneIn: number) => `1 in ${writeCount(oneIn)}`,
    },
    rows: {
      title: 'How many rows',
      declared: 'Declared rows',
      declaredWhy: 'About how many rows the table has, as a newspaper might print it.',
      aboutHowMany: 'about how many',
      notRead:
        'You declare it, and it is not read: the exact number tells whether a known person was counted.',
      exact: 'This is the exact number. Declare a round one, unless it is known anyway.',
      acceptNoise: 'Make it, though it is mostly noise',
    },
    bounds: {
      title: 'Bounds and lists',
      lead: 'How far numbers reach and which categories there are, from a code book or from knowing the matter.',
      typed: (typed: number, columns: number) => `${typed} of ${writeOf(columns, 'column', 'columns')}`,
      type: 'Type them',
      findRest: 'Find the rest privately',
      findColumns: (columns: number) => `Find the rest privately (${writeOf(columns, 'column', 'columns')})`,
      findingCosts: 'It is paid for out of the budget, and rare categories are not found.',
      explained:
        'Of numbers and dates the smallest and the largest value there can be; of other columns all the categories. Nothing is filled in from the table: what is read off it without noise is not covered by the promise. Cells beyond the bounds count as the nearest bound, and categories not listed as missing.',
      list: 'Columns to type',
      ends: ['smallest', 'largest'],
      smallestOf: (column: string) => `smallest value of ${column}`,
      largestOf: (column: string) => `largest value of ${column}`,
      oneALine: 'one a line',
      categoriesOf: (column: string) => `Categories of ${column}, one a line`,
      asFile: 'As a file',
      json: (example: string): Rich => [
        'The JSON that the command line’s ',
        code('--bounds'),
        ' takes: ',
        code(example),
      ],
      asJson: 'Bounds and lists as JSON',
      pasted: 'What was pasted',
      takePasted: 'Take over what was pasted',
      openFile: 'Open a file',
      saveFile: 'Save as a file',
      file: 'File of bounds and lists',
      done: 'Done',
    },
    unit: {
      title: 'Who is protected',
      row: 'One row: each person has one',
      person: 'All rows of one person',
      toldApart: 'Told apart by',
      rowsOfEach: 'Rows used of each',
      rowsOfEachWhy: 'More of them keep more of the table, and each row is counted with as much more noise.',
      personNote:
        'No more rows of one person are used, chosen at random; the rest are left out. Tables with and without a person count as neighbours.',
      rowNote:
        'Tables with and without a row count as neighbours. If a person can have several rows, protect all of them.',
    },
    how: {
      title: 'How',
      mechanism: 'Mechanism',
      asProposed: 'As proposed',
      takes: (time: string) => `It takes ${time}.`,
      deltaWhy: 'Empty: as proposed, well below one in the declared rows.',
      proposed: 'proposed',
      delta: 'The probability with which the promise may fail altogether.',
      deltaIs: (chance: string) =>
        `It is ${chance}, and must stay below one in the declared rows: with more, a whole row could be given away and the promise still be kept.`,
      needsRows: 'Which one is proposed hangs on the declared rows.',
      proposal: (mechanism: string, product: number, isSubject: boolean, isEnough: boolean) =>
        `${mechanism} is proposed, as rows × ε${isSubject ? ', over the rows used of each,' : ''} come to ` +
        `${writeCount(product)}: ${isEnough ? '30,000 or more' : 'less than 30,000'}.`,
    },
    mechanisms: {
      hybrid: {
        label: 'Pairs, then a network',
        text: 'What AIM counts teaches a network, which private steps on the real rows refine: best where rows × ε come to 30,000.',
      },
      'dp-sgd': {
        label: 'A network (DP-SGD)',
        text: 'Private steps on the real rows alone, from random weights: for comparison, as it is behind the others at most sizes.',
      },
      aim: {
        label: 'Chosen pairs (AIM)',
        text: 'Columns, and the pairs that tell most, are counted with noise: best for smaller tables.',
      },
      mst: {
        label: 'A tree of pairs (MST)',
        text: 'Each column with one other: quick, and what the tree does not hold is lost.',
      },
      independent: {
        label: 'Columns alone',
        text: 'Every column by itself: the least noise in each, and no connection between them.',
      },
    },
    ledger: {
      was: 'What was looked at, and what it cost',
      willBe: 'What will be looked at, and what it costs',
      look: 'Look at the real table',
      cost: 'Cost',
      free: 'free: declared',
      partOfBudget: 'a part of the budget',
      partOfDelta: 'a part of δ',
      shareOfBudget: (percent: number) => `${percent} % of the budget`,
      shareOfDelta: (percent: number) => `${percent} % of δ`,
      spent: (epsilon: string, budget: string, delta: string, unit: string): Rich => [
        strong(`Spent in all: ε = ${epsilon}`),
        ` of ${budget}, at δ = ${delta}, for ${unit} more or less.`,
      ],
      planned: (epsilon: string, budget: string, delta: string, unit: string): Rich => [
        strong(`In all: ε = ${epsilon}`),
        ` of ${budget}, at δ = ${delta}, for ${unit} more or less.`,
      ],
      again:
        'Learning again is another look: where the rows of both go out, their ε add up, and so do their δ.',
      notLooked: 'It is put together from what you typed alone; the table has not been looked at for it.',
    },
  },
  de: {
    promise: {
      legend: 'Was zugesagt wird',
      without: 'Keine formale Garantie',
      withoutText:
        'Die Zeilen sind neu, aber nichts beweist, dass keine von ihnen eine echte Person verrät. Der Vergleich misst, wie viele einer echten Zeile zu nahe kommen, neben Zeilen, die das Modell nie sah.',
      formal: '(ε, δ)-Differential Privacy',
      formalText:
        'Rauschen beweist eine Schranke: Was jemand aus den Zeilen schließt, hätte er ohne irgendeine einzelne Person in der Tabelle fast ebenso gut geschlossen. Das kostet Ähnlichkeit, am meisten bei kleinen Tabellen.',
    },
    epsilon: {
      title: 'Wie viel von einer Person zu sehen sein darf',
      why: 'Kleiner schützt mehr und kostet mehr Ähnlichkeit. 1 ist eine starke Zusage; über 10 ist wenig zugesagt.',
      slider: 'ε, von viel Schutz zu wenig',
      is: (epsilon) => `ε = ${epsilon}`,
      protects: 'schützt mehr',
      likeness: 'Ähnlichkeit',
    },
    meaning: {
      allButCertain: 'so gut wie sicher',
      sure: (percent) => `zu ${percent} % sicher`,
      certainty: (afterHalf, afterTenth, factor) =>
        'Wer zu 50 % sicher ist, dass eine Person in der Tabelle steht, kann durch die Zeilen höchstens ' +
        `${afterHalf} werden; wer zu 10 % sicher ist, höchstens ${afterTenth}. Die Chancen ändern sich höchstens um den Faktor ${factor}.`,
      noise: (rows, ofRows, percent) =>
        `Jede Zählung einer Spalte weicht allein durch Rauschen um etwa ${rows} von ${writeCount(ofRows)} Zeilen ab (${percent} %).`,
      likeness: (columns, pairs) =>
        `Bei erfundenen Bankkunden, mit eingegebenen Grenzen und Listen, ließ so viel Rauschen einzelne Spalten um etwa ${columns} abweichen und Paare um ${pairs}.`,
      chance: (oneIn) => `1 zu ${writeCount(oneIn)}`,
    },
    rows: {
      title: 'Wie viele Zeilen',
      declared: 'Angegebene Zeilen',
      declaredWhy: 'Wie viele Zeilen die Tabelle ungefähr hat, so wie es in einer Zeitung stünde.',
      aboutHowMany: 'wie viele etwa',
      notRead:
        'Sie geben die Zahl an, gelesen wird sie nicht: Die genaue verrät, ob eine bekannte Person mitgezählt wurde.',
      exact: 'Das ist die genaue Zahl. Geben Sie eine runde an, es sei denn, sie ist ohnehin bekannt.',
      acceptNoise: 'Trotzdem erzeugen, auch wenn es vor allem Rauschen ist',
    },
    bounds: {
      title: 'Grenzen und Listen',
      lead: 'Wie weit Zahlen reichen und welche Kategorien es gibt, aus einem Codebuch oder aus Sachkenntnis.',
      typed: (typed, columns) => `${typed} von ${writeOf(columns, 'Spalte', 'Spalten')}`,
      type: 'Eingeben',
      findRest: 'Den Rest privat ermitteln',
      findColumns: (columns) => `Den Rest privat ermitteln (${writeOf(columns, 'Spalte', 'Spalten')})`,
      findingCosts: 'Das wird aus dem Budget bezahlt, und seltene Kategorien werden nicht gefunden.',
      explained:
        'Bei Zahlen und Datumsangaben der kleinste und der größte Wert, den es geben kann; bei anderen Spalten alle Kategorien. Aus der Tabelle wird nichts vorausgefüllt: Was ohne Rauschen aus ihr abgelesen wird, deckt die Zusage nicht. Zellen jenseits der Grenzen zählen als die nächste Grenze, nicht aufgeführte Kategorien als fehlend.',
      list: 'Einzugebende Spalten',
      ends: ['kleinster', 'größter'],
      smallestOf: (column) => `kleinster Wert von ${column}`,
      largestOf: (column) => `größter Wert von ${column}`,
      oneALine: 'eine je Zeile',
      categoriesOf: (column) => `Kategorien von ${column}, eine je Zeile`,
      asFile: 'Als Datei',
      json: (example) => [
        'Das JSON, das die Befehlszeile bei ',
        code('--bounds'),
        ' annimmt: ',
        code(example),
      ],
      asJson: 'Grenzen und Listen als JSON',
      pasted: 'Das Eingefügte',
      takePasted: 'Eingefügtes übernehmen',
      openFile: 'Datei öffnen',
      saveFile: 'Als Datei speichern',
      file: 'Datei mit Grenzen und Listen',
      done: 'Fertig',
    },
    unit: {
      title: 'Wer geschützt wird',
      row: 'Eine Zeile: Jede Person hat eine',
      person: 'Alle Zeilen einer Person',
      toldApart: 'Unterschieden durch',
      rowsOfEach: 'Zeilen je Person',
      rowsOfEachWhy:
        'Mehr davon bewahren mehr von der Tabelle, und jede Zeile wird mit entsprechend mehr Rauschen gezählt.',
      personNote:
        'Von einer Person werden höchstens so viele Zeilen verwendet, zufällig gewählt; die übrigen bleiben weg. Als Nachbarn gelten Tabellen mit und ohne eine Person.',
      rowNote:
        'Als Nachbarn gelten Tabellen mit und ohne eine Zeile. Kann eine Person mehrere Zeilen haben, schützen Sie alle.',
    },
    how: {
      title: 'Wie',
      mechanism: 'Mechanismus',
      asProposed: 'Vorgeschlagen',
      takes: (time) => `Es dauert ${time}.`,
      deltaWhy: 'Leer: wie vorgeschlagen, deutlich kleiner als eins durch die angegebenen Zeilen.',
      proposed: 'vorgeschlagen',
      delta: 'Die Wahrscheinlichkeit, mit der die Zusage ganz ausfallen darf.',
      deltaIs: (chance) =>
        `Sie ist ${chance} und muss kleiner bleiben als eins durch die angegebenen Zeilen: Mit mehr könnte eine ganze Zeile verraten werden, und die Zusage wäre dennoch gehalten.`,
      needsRows: 'Welcher vorgeschlagen wird, hängt von den angegebenen Zeilen ab.',
      proposal: (mechanism, product, isSubject, isEnough) =>
        `Vorgeschlagen: ${mechanism}, denn Zeilen × ε${isSubject ? ', durch die Zeilen je Person,' : ''} ergeben ` +
        `${writeCount(product)}: ${isEnough ? '30.000 oder mehr' : 'weniger als 30.000'}.`,
    },
    mechanisms: {
      hybrid: {
        label: 'Paare, dann ein Netz',
        text: 'Was AIM zählt, lehrt ein Netz, das private Schritte an den echten Zeilen verfeinern: am besten, wo Zeilen × ε 30.000 erreichen.',
      },
      'dp-sgd': {
        label: 'Ein Netz (DP-SGD)',
        text: 'Allein private Schritte an den echten Zeilen, von zufälligen Gewichten aus: zum Vergleich, denn es liegt bei den meisten Größen hinter den anderen.',
      },
      aim: {
        label: 'Gewählte Paare (AIM)',
        text: 'Spalten und die Paare, die am meisten sagen, werden mit Rauschen gezählt: am besten für kleinere Tabellen.',
      },
      mst: {
        label: 'Ein Baum von Paaren (MST)',
        text: 'Jede Spalte mit einer anderen: schnell, und was der Baum nicht enthält, geht verloren.',
      },
      independent: {
        label: 'Nur einzelne Spalten',
        text: 'Jede Spalte für sich: das wenigste Rauschen in jeder und kein Zusammenhang zwischen ihnen.',
      },
    },
    ledger: {
      was: 'Was angesehen wurde und was es gekostet hat',
      willBe: 'Was angesehen wird und was es kostet',
      look: 'Blick auf die echte Tabelle',
      cost: 'Kosten',
      free: 'kostenlos: angegeben',
      partOfBudget: 'ein Teil des Budgets',
      partOfDelta: 'ein Teil von δ',
      shareOfBudget: (percent) => `${percent} % des Budgets`,
      shareOfDelta: (percent) => `${percent} % von δ`,
      spent: (epsilon, budget, delta, unit) => [
        strong(`Insgesamt ausgegeben: ε = ${epsilon}`),
        ` von ${budget}, bei δ = ${delta}, für ${unit} mehr oder weniger.`,
      ],
      planned: (epsilon, budget, delta, unit) => [
        strong(`Insgesamt: ε = ${epsilon}`),
        ` von ${budget}, bei δ = ${delta}, für ${unit} mehr oder weniger.`,
      ],
      again:
        'Neu zu lernen ist ein weiterer Blick: Gehen die Zeilen von beiden hinaus, addieren sich ihre ε und ebenso ihre δ.',
      notLooked:
        'Das ist allein aus Ihren Eingaben zusammengestellt; die Tabelle wurde dafür nicht angesehen.',
    },
  },
});
