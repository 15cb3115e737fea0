import { catalogue, writeCount } from '../../words';

/** Rows drawn under conditions. `wish`: a condition as it is written on the command line. */
export const generateWords = catalogue({
  en: {
    noKeptColumn: (wish: string) => `"${wish}" names no kept column.`,
    noValueLeft: (wishes: readonly string[], column: string) =>
      `${quoteAll(wishes)} leave no value of ${column}: change one of them.`,
    madeAnew: (wish: string, column: string) =>
      `"${wish}": values of ${column} are made anew and cannot be asked for; whether it is missing can.`,
    noOrder: (wish: string, column: string, kind: string) =>
      `"${wish}": ${column} has no order (${kind}); write ${column}=value.`,
    noCategory: (wish: string, column: string) =>
      `"${wish}": ${column} has no such category; see the profile command, or the Columns step.`,
    noFit: (wish: string, kind: string, dateFormat: string | null) =>
      `"${wish}": what follows the sign does not fit the column's kind (${kind}${dateFormat === null ? '' : `, written ${dateFormat}`}).`,
    noCondition: (text: string) =>
      `"${text}" is not a condition on a kept column: write column=value, column=a|b, column!=value, column>=value, column<=value, column>value, column<value, “column is missing” or “column is not missing”.`,
    tooFewForRelease: (wish: string) =>
      `"${wish}": too few rows hold that category for it to be released; lower the fewest rows per category (--min-category-rows), or ask for another.`,
    keptHaveRows:
      'Rows cannot be asked for under conditions where real columns are kept: there is one row for each real one.',
    tooRare: (kept: number, drawn: number) =>
      `Only ${writeCount(kept)} of ${writeCount(drawn)} rows drawn could be kept under the conditions: ask for something less rare, or for fewer conditions at once.`,
    hardlyAny: (wishes: readonly string[], others: boolean) =>
      `${quoteAll(wishes)}${others ? ' together with the other conditions' : ''}: the model draws next to no such row; ask for something less rare.`,
    rarity: (share: string) => `About ${share} of the model's rows meet the conditions.`,
    rarerThanARow: (share: string) =>
      `About ${share} of the model's rows meet the conditions. That is less than one row in as many as were learnt: such rows are what the model makes of others.`,
    exact: 'The draw is exact: all rows drawn meet them and weigh the same, so none was thrown away.',
    weighted: ({ effective, drawn, kept, cutOff, isUnsure }: Weighted) =>
      `Drawn by likelihood weighting with rejection: effective sample size ${effective} of the ${writeCount(drawn)} rows drawn (Kong 1992), ${kept} kept, ${cutOff} of the weight cut off.` +
      (isUnsure ? ' So few effective rows make the result unsure: look at it before it is used.' : ''),
  },
  de: {
    noKeptColumn: (wish) => `„${wish}“ nennt keine behaltene Spalte.`,
    noValueLeft: (wishes, column) =>
      `${quoteAllInGerman(wishes)} lassen keinen Wert von ${column} übrig: Ändern Sie eine der Bedingungen.`,
    madeAnew: (wish, column) =>
      `„${wish}“: Werte von ${column} werden neu erzeugt und lassen sich nicht verlangen; ob der Wert fehlt, schon.`,
    noOrder: (wish, column, kind) =>
      `„${wish}“: ${column} hat keine Reihenfolge (${kind}); schreiben Sie ${column}=Wert.`,
    noCategory: (wish, column) =>
      `„${wish}“: ${column} hat keine solche Kategorie; sehen Sie im Befehl profile oder im Schritt Spalten nach.`,
    noFit: (wish, kind, dateFormat) =>
      `„${wish}“: Was auf das Zeichen folgt, passt nicht zur Art der Spalte (${kind}${dateFormat === null ? '' : `, geschrieben ${dateFormat}`}).`,
    noCondition: (text) =>
      `„${text}“ ist keine Bedingung an eine behaltene Spalte: Schreiben Sie Spalte=Wert, Spalte=a|b, Spalte!=Wert, Spalte>=Wert, Spalte<=Wert, Spalte>Wert, Spalte<Wert, „Spalte is missing“ oder „Spalte is not missing“.`,
    tooFewForRelease: (wish) =>
      `„${wish}“: Zu wenige Zeilen haben diese Kategorie, um sie freizugeben; senken Sie die Mindestzahl von Zeilen je Kategorie (--min-category-rows), oder verlangen Sie eine andere.`,
    keptHaveRows:
      'Wo echte Spalten behalten werden, lassen sich keine Zeilen unter Bedingungen verlangen: Es gibt zu jeder echten Zeile eine.',
    tooRare: (kept, drawn) =>
      `Nur ${writeCount(kept)} von ${writeCount(drawn)} gezogenen Zeilen ließen sich unter den Bedingungen behalten: Verlangen Sie etwas weniger Seltenes oder weniger Bedingungen zugleich.`,
    hardlyAny: (wishes, others) =>
      `${quoteAllInGerman(wishes)}${others ? ' zusammen mit den anderen Bedingungen' : ''}: Das Modell zieht so gut wie keine solche Zeile; verlangen Sie etwas weniger Seltenes.`,
    rarity: (share) => `Etwa ${share} der Zeilen des Modells erfüllen die Bedingungen.`,
    rarerThanARow: (share) =>
      `Etwa ${share} der Zeilen des Modells erfüllen die Bedingungen. Das ist weniger als eine Zeile auf so viele, wie gelernt wurden: Solche Zeilen macht das Modell aus anderen.`,
    exact: 'Exakt gezogen: Alle gezogenen Zeilen erfüllen sie und wiegen gleich; keine wurde verworfen.',
    weighted: ({ effective, drawn, kept, cutOff, isUnsure }) =>
      `Gezogen durch Likelihood-Gewichtung mit Verwerfung: effektiver Stichprobenumfang ${effective} der ${writeCount(drawn)} gezogenen Zeilen (Kong 1992), ${kept} behalten, ${cutOff} des Gewichts abgeschnitten.` +
      (isUnsure
        ? ' Mit so wenigen effektiven Zeilen ist das Ergebnis unsicher: Sehen Sie es an, bevor es verwendet wird.'
        : ''),
  },
});

/** Shares are written out. */
interface Weighted {
  readonly effective: string;
  readonly drawn: number;
  readonly kept: string;
  readonly cutOff: string;
  readonly isUnsure: boolean;
}

function quoteAll(wishes: readonly string[]): string {
  return wishes.map((wish) => `"${wish}"`).join(' and ');
}

function quoteAllInGerman(wishes: readonly string[]): string {
  return wishes.map((wish) => `„${wish}“`).join(' und ');
}
