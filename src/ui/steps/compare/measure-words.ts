import { catalogue } from '../../../words';

/** What each figure means, under the name it is published by; `findings` by their ids up to a dot or in full. */
export const measureWords = catalogue({
  en: {
    ks: 'The Kolmogorov–Smirnov distance: the widest gap between the two cumulative distributions. 0\u00a0% is equal, 100\u00a0% has nothing in common. SDMetrics calls 1 minus it KSComplement.',
    tv: 'The total variation distance: the share of rows that would have to change category. 0\u00a0% is equal, 100\u00a0% has nothing in common. SDMetrics calls 1 minus it TVComplement.',
    wasserstein:
      'The Wasserstein-1 distance: how far values would have to be moved on average, as a share of the column’s range.',
    shape:
      'The mean over the columns of the Kolmogorov–Smirnov distance (numbers, dates) or the total variation distance (categories). SDMetrics calls 1 minus it Column Shapes.',
    trend:
      'The mean over all pairs of columns of 1 minus CorrelationSimilarity (two numbers) or ContingencySimilarity (otherwise). SDMetrics calls 1 minus it Column Pair Trends.',
    missing:
      'The mean over the columns of the difference between the shares of missing cells. SDMetrics calls 1 minus it MissingValueSimilarity.',
    exact:
      'The share of rows that equal a row the model learnt from in every compared column. SDMetrics’ NewRowSynthesis counts those that do not.',
    near: 'The share of rows nearer to a row the model learnt from than 1\u00a0% of the usual distance between rows (distance to closest record).',
    lean: 'The distance to the closest record among the rows learnt from, beside the distance to the closest among as many rows never seen. A generator that has learnt no one by heart comes out even.',
    attack:
      'Attacks after Anonymeter (Giomi et al., 2023). The lines about rows learnt from bear a 95\u00a0% Wilson interval; the same attack on rows never seen is the control; chance is what blind guessing gets right.',
    inference:
      'Attribute inference after Anonymeter: the column is guessed from the nearest synthetic row. What is guessed as well about rows never seen is knowledge about people in general, not about those in the table.',
    nearest:
      'The distance to the closest record (DCR) among the rows learnt from, on Gower’s scale: 0 is an equal row, 1 is as unlike as rows can be in one column.',
    transfer:
      'Train on synthetic, test on real (TSTR), beside train on real, test on real (TRTR): gradient-boosted trees, tested on rows that neither has seen.',
    importance:
      'Permutation importance: by how much the score drops when the column is shuffled among the rows it is tested on.',
    slice:
      'The same scores within groups of the rows it is tested on. What is clear only in a slice is lost in the mean.',
    tails:
      'Beyond the real 1\u00a0% or 0.1\u00a0% quantile (99\u00a0%, 99.9\u00a0%): the share of values there, over the share in the rows learnt from. A tail is called lost below one half, where chance does not explain it.',
    smoothing:
      'Over-smoothing: frequent exact values that are smeared or gone, valleys between peaks that are filled up, or a variance (what is outside the 5\u00a0% and 95\u00a0% quantiles pulled in) below 0.8 of the real one, each beyond what chance explains.',
    marginal2:
      '2-way marginals (NIST SDNist k-marginal score): 1000 is every combination of values as often as in the rows learnt from, 0 no combination in common. Numbers are cut into ten groups.',
    marginal3:
      '3-way marginals (NIST SDNist k-marginal score): 1000 is every combination of three values as often as in the rows learnt from, 0 no combination in common. Lower than of pairs by nature, as combinations are rarer.',
    alphaPrecision:
      'α-precision (Alaa et al., 2022): whether as many synthetic rows as real ones lie within each distance of the real rows’ mean.',
    betaRecall:
      'β-recall (Alaa et al., 2022): whether a synthetic row is as near to a real row as another real row is.',
    density:
      'Density (Naeem et al., 2020): in how many real rows’ neighbourhoods a synthetic row lies, against a real row.',
    coverage:
      'Coverage (Naeem et al., 2020): the share of real rows with a synthetic row nearer than their fifth nearest real one.',
    vendi:
      'The Vendi score (Friedman & Dieng, 2023): the exponential of the entropy of the similarities between rows. The interval is from four samples.',
    duplicates:
      'All rows of a group of equal ones count. Equal rows happen in real tables too: they are the ruler.',
    curves:
      'Learning curves: gradient-boosted trees learn from more and more rows, and are tested on real rows that none has seen. The shaded bands are 95\u00a0% intervals, from resampling the rows tested on.',
    rates:
      'Base rate: the share of a group’s rows with the class. Its spread between groups is what a fair model would inherit.',
    giveaway:
      'Permutation importance: by how much worse the detector becomes when it cannot make out the column.',
    association:
      'Pearson’s correlation without its sign for two numbers, Cramér’s V for two categories, the correlation ratio for one of each. 0 is unrelated, 1 determined.',
    ratio:
      'How far the nearest row learnt from is, divided by how far the second nearest is. Small ratios mean that single rows are hugged.',
    singlingOut:
      'An attacker makes a description that fits one synthetic row, and looks whether it fits exactly one person in the table. The risk is what succeeds beyond the same attack on rows never seen.',
    linkability:
      'An attacker has two halves of the columns in two lists, and joins people by their nearest synthetic rows. The risk is what succeeds beyond the same attack on rows never seen.',
    guessing:
      'An attacker guesses a column from the nearest synthetic row. The risk is what succeeds beyond the same attack on rows never seen.',
    membership:
      'An attacker tells whether a person was in the table, by how dense synthetic rows are around the person compared with real ones (DOMIAS).',
    rareCombinations:
      'Of the people whose combination of known columns fewer than five share, those whose combination is among the synthetic rows (k-map).',
    detectionAuc:
      'Classifier two-sample test: gradient-boosted trees learn to tell real rows from synthetic ones, and are tested on rows they have not seen.',
    detection:
      'Classifier two-sample test (C2ST): gradient-boosted trees learn to tell real rows from synthetic ones, and are tested on rows they have not seen.',
    importanceAgreement:
      'Whether the columns that matter to a model trained on synthetic rows are those that matter to one trained on real rows.',
    utility:
      'Gradient-boosted trees and a linear model learn from synthetic rows (TSTR) or from real rows (TRTR), and are tested on real rows that neither has seen.',
    fairness: 'Groups of the columns marked sensitive, each compared and predicted by itself.',
  },
  de: {
    ks: 'Der Kolmogorow-Smirnow-Abstand: die größte Lücke zwischen den beiden kumulierten Verteilungen. 0\u00a0% heißt gleich, 100\u00a0% nichts gemeinsam. SDMetrics nennt 1 minus diesen Wert KSComplement.',
    tv: 'Der Totalvariationsabstand: der Anteil der Zeilen, die die Kategorie wechseln müssten. 0\u00a0% heißt gleich, 100\u00a0% nichts gemeinsam. SDMetrics nennt 1 minus diesen Wert TVComplement.',
    wasserstein:
      'Der Wasserstein-1-Abstand: wie weit Werte im Mittel verschoben werden müssten, als Anteil am Bereich der Spalte.',
    shape:
      'Das Mittel über die Spalten des Kolmogorow-Smirnow-Abstands (Zahlen, Datumsangaben) oder des Totalvariationsabstands (Kategorien). SDMetrics nennt 1 minus diesen Wert Column Shapes.',
    trend:
      'Das Mittel über alle Spaltenpaare von 1 minus CorrelationSimilarity (zwei Zahlen) oder ContingencySimilarity (sonst). SDMetrics nennt 1 minus diesen Wert Column Pair Trends.',
    missing:
      'Das Mittel über die Spalten des Unterschieds zwischen den Anteilen fehlender Werte. SDMetrics nennt 1 minus diesen Wert MissingValueSimilarity.',
    exact:
      'Der Anteil der Zeilen, die in jeder verglichenen Spalte einer gelernten Zeile gleichen. NewRowSynthesis von SDMetrics zählt die, die es nicht tun.',
    near: 'Der Anteil der Zeilen, die einer gelernten Zeile näher sind als 1\u00a0% des üblichen Abstands zwischen Zeilen (distance to closest record).',
    lean: 'Der Abstand zur nächsten der gelernten Zeilen, neben dem Abstand zur nächsten von ebenso vielen zurückgehaltenen. Ein Generator, der niemanden auswendig gelernt hat, ist ausgeglichen.',
    attack:
      'Angriffe nach Anonymeter (Giomi et al., 2023). Die Linien zu gelernten Zeilen tragen ein 95-%-Wilson-Intervall; derselbe Angriff auf zurückgehaltene Zeilen ist die Kontrolle; Zufall ist, was blindes Raten trifft.',
    inference:
      'Merkmalsschluss nach Anonymeter: Die Spalte wird aus der nächsten synthetischen Zeile geraten. Was bei zurückgehaltenen Zeilen ebenso gut geraten wird, ist Wissen über Menschen im Allgemeinen, nicht über die in der Tabelle.',
    nearest:
      'Der Abstand zur nächsten gelernten Zeile (distance to closest record, DCR) auf Gowers Skala: 0 ist eine gleiche Zeile, 1 so ungleich, wie Zeilen in einer Spalte sein können.',
    transfer:
      'Aus synthetischen Zeilen gelernt, an echten geprüft (TSTR), neben aus echten gelernt, an echten geprüft (TRTR): Gradient-Boosting-Bäume, geprüft an Zeilen, die keines der Modelle sah.',
    importance:
      'Permutationswichtigkeit: um wie viel die Güte sinkt, wenn die Spalte unter den Prüfzeilen gemischt wird.',
    slice:
      'Die gleichen Maße innerhalb von Gruppen der Prüfzeilen. Was nur in einem Ausschnitt deutlich ist, geht im Mittel unter.',
    tails:
      'Jenseits des echten 1-%- oder 0,1-%-Quantils (99\u00a0%, 99,9\u00a0%): der Anteil der Werte dort, geteilt durch den Anteil in den gelernten Zeilen. Ein Rand heißt verloren, wenn es weniger als die Hälfte ist und Zufall das nicht erklärt.',
    smoothing:
      'Übermäßige Glättung: häufige genaue Werte, die verwischt oder verschwunden sind, aufgefüllte Täler zwischen Gipfeln oder eine Varianz (was außerhalb der 5-%- und 95-%-Quantile liegt, hineingezogen) unter dem 0,8-Fachen der echten, jeweils mehr, als Zufall erklärt.',
    marginal2:
      'Zweidimensionale Randverteilungen (k-marginal score von NIST SDNist): 1000 heißt jede Kombination von Werten so oft wie in den gelernten Zeilen, 0 keine Kombination gemeinsam. Zahlen sind in zehn Gruppen geteilt.',
    marginal3:
      'Dreidimensionale Randverteilungen (k-marginal score von NIST SDNist): 1000 heißt jede Kombination dreier Werte so oft wie in den gelernten Zeilen, 0 keine Kombination gemeinsam. Von Natur aus niedriger als bei Paaren, weil Kombinationen seltener sind.',
    alphaPrecision:
      'α-Precision (Alaa et al., 2022): ob in jedem Abstand vom Mittel der echten Zeilen so viele synthetische wie echte liegen.',
    betaRecall:
      'β-Recall (Alaa et al., 2022): ob eine synthetische Zeile einer echten so nahe ist wie eine andere echte.',
    density:
      'Dichte (Density; Naeem et al., 2020): in den Nachbarschaften wie vieler echter Zeilen eine synthetische liegt, im Vergleich zu einer echten.',
    coverage:
      'Abdeckung (Coverage; Naeem et al., 2020): der Anteil echter Zeilen mit einer synthetischen, die näher liegt als ihre fünftnächste echte.',
    vendi:
      'Der Vendi-Score (Friedman & Dieng, 2023): die Exponentialfunktion der Entropie der Ähnlichkeiten zwischen Zeilen. Das Intervall stammt aus vier Stichproben.',
    duplicates:
      'Alle Zeilen einer Gruppe gleicher zählen. Gleiche Zeilen gibt es auch in echten Tabellen: Sie sind der Maßstab.',
    curves:
      'Lernkurven: Gradient-Boosting-Bäume lernen aus immer mehr Zeilen und werden an echten Zeilen geprüft, die keiner sah. Die getönten Bänder sind 95-%-Intervalle, durch wiederholtes Ziehen aus den Prüfzeilen.',
    rates:
      'Grundrate: der Anteil der Zeilen einer Gruppe mit der Klasse. Ihre Spannweite zwischen Gruppen würde auch ein faires Modell erben.',
    giveaway:
      'Permutationswichtigkeit: um wie viel schlechter der Detektor wird, wenn er die Spalte nicht erkennen kann.',
    association:
      'Pearsons Korrelation ohne Vorzeichen für zwei Zahlen, Cramérs V für zwei Kategorien, das Korrelationsverhältnis für je eine. 0 ist unabhängig, 1 bestimmt.',
    ratio:
      'Wie weit die nächste gelernte Zeile entfernt ist, geteilt durch die Entfernung der zweitnächsten. Kleine Verhältnisse heißen, dass sich Zeilen an einzelne anschmiegen.',
    singlingOut:
      'Ein Angreifer macht eine Beschreibung, die auf eine synthetische Zeile passt, und sieht nach, ob sie auf genau eine Person in der Tabelle passt. Das Risiko ist, was über denselben Angriff auf zurückgehaltene Zeilen hinaus gelingt.',
    linkability:
      'Ein Angreifer hat zwei Hälften der Spalten in zwei Listen und verbindet Personen über ihre nächsten synthetischen Zeilen. Das Risiko ist, was über denselben Angriff auf zurückgehaltene Zeilen hinaus gelingt.',
    guessing:
      'Ein Angreifer rät eine Spalte aus der nächsten synthetischen Zeile. Das Risiko ist, was über denselben Angriff auf zurückgehaltene Zeilen hinaus gelingt.',
    membership:
      'Ein Angreifer schließt, ob eine Person in der Tabelle war, daraus, wie dicht synthetische Zeilen im Vergleich zu echten um sie liegen (DOMIAS).',
    rareCombinations:
      'Von den Personen, deren Kombination bekannter Spalten weniger als fünf teilen, jene, deren Kombination unter den synthetischen Zeilen ist (k-map).',
    detectionAuc:
      'Zwei-Stichproben-Test mit Klassifikator: Gradient-Boosting-Bäume lernen, echte von synthetischen Zeilen zu unterscheiden, und werden an Zeilen geprüft, die sie nicht sahen.',
    detection:
      'Zwei-Stichproben-Test mit Klassifikator (C2ST): Gradient-Boosting-Bäume lernen, echte von synthetischen Zeilen zu unterscheiden, und werden an Zeilen geprüft, die sie nicht sahen.',
    importanceAgreement:
      'Ob die Spalten, auf die es einem Modell aus synthetischen Zeilen ankommt, die sind, auf die es einem aus echten Zeilen ankommt.',
    utility:
      'Gradient-Boosting-Bäume und ein lineares Modell lernen aus synthetischen (TSTR) oder aus echten Zeilen (TRTR) und werden an echten Zeilen geprüft, die keines sah.',
    fairness: 'Gruppen der als sensibel markierten Spalten, jede für sich verglichen und vorhergesagt.',
  },
});
