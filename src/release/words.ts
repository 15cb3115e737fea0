import type { Family, Verdict } from '../evaluation/evidence';
import { count } from '../evaluation/sentences';
import { catalogue } from '../words';

type JudgedFamily = Exclude<Family, 'utility'>;

/** A limit on a figure: the figure itself, or what held-out rows come to, with that figure where it is told. */
interface Limit {
  readonly figure: string | null;
  readonly isHoldout: boolean;
}

interface Checked {
  readonly tasks: readonly string[];
  readonly policy: string;
  /** The thresholds spoken of, written out. */
  readonly thresholds: readonly string[];
}

const amiss: Readonly<Record<JudgedFamily, Readonly<Record<'fair' | 'poor', string>>>> = {
  fidelity: { fair: 'likeness wants a look', poor: 'likeness wants a look' },
  diversity: { fair: 'variety is lost', poor: 'variety is lost' },
  fairness: { fair: 'groups fare unlike', poor: 'groups fare unlike' },
  privacy: { fair: 'privacy wants a look', poor: 'signs of copying' },
};

const amissInGerman: typeof amiss = {
  fidelity: { fair: 'Ähnlichkeit ansehen', poor: 'Ähnlichkeit ansehen' },
  diversity: { fair: 'Vielfalt geht verloren', poor: 'Vielfalt geht verloren' },
  fairness: { fair: 'Gruppen ergeht es ungleich', poor: 'Gruppen ergeht es ungleich' },
  privacy: { fair: 'Datenschutz ansehen', poor: 'Anzeichen von Kopien' },
};

const standIns: Readonly<Record<Verdict, string>> = {
  good: 'Good stand-in for',
  fair: 'Usable stand-in, at some loss, for',
  poor: 'Poor stand-in for',
  unmeasured: 'Not known how good a stand-in for',
};

const standInsInGerman: typeof standIns = {
  good: 'Guter Ersatz zum',
  fair: 'Mit Abstrichen brauchbarer Ersatz zum',
  poor: 'Schlechter Ersatz zum',
  unmeasured: 'Nicht bekannt, wie gut der Ersatz ist zum',
};

export const releaseWords = catalogue({
  en: {
    standIn: (verdict: Verdict, target: string | null, faults: string) =>
      `${standIns[verdict]} ${target === null ? 'modelling' : `modelling ${target}`}${faults === '' ? '' : ` (look at ${faults})`}`,
    good: {
      fidelity: 'columns and pairs are alike',
      diversity: 'as varied as real rows',
      fairness: 'no gap between groups is widened',
      privacy: 'no sign of copying',
    },
    unmeasured: {
      fidelity: 'likeness was not judged',
      diversity: 'variety was not measured',
      fairness: 'no column was marked sensitive',
      privacy: 'copying was not measured',
    },
    amiss: (family: JudgedFamily, verdict: 'fair' | 'poor', faults: string) =>
      `${amiss[family][verdict]} (${faults})`,
    faults: (named: readonly string[], more: number) =>
      `${named.join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`,
    thinTails: (columns: string) => `tails of ${columns} are thin`,
    noRows: 'there are no rows',
    verdict: (kept: string | null, clauses: readonly string[]) =>
      `${kept === null ? '' : `Real cells of ${kept} are in every row. `}${clauses.join('; ')}.`,
    noGuarantee: 'no formal guarantee',
    guaranteeInShort: (epsilon: string, delta: string, unit: string) =>
      `differential privacy with ε = ${epsilon} and δ = ${delta} for ${unit}`,
    noFormalGuarantee:
      'No formal guarantee: the rows were not made under differential privacy, so nothing proves that they say nothing about a person in the real table. They are drawn from a model of it and are not rows of it by design; whether some came out alike is measured in the private manifest.',
    partialSynthesis: (columns: readonly string[]) =>
      `Partial synthesis: every row stands for one real row, in the real table’s order, and its cells of ${columns.join(', ')} are the real ones. Whoever knows these of a person can find their row. Only the other columns were drawn from a model, to go with the real cells, and what they say of that person may come near the truth. No formal guarantee, and no measure of privacy, covers this.`,
    promise: (epsilon: string, delta: string, unit: string, factor: string) =>
      `Differential privacy with ε = ${epsilon} and δ = ${delta}, for ${unit} more or less in the real table: an attacker’s odds of telling that somebody is in it change by at most a factor of ${factor}, but for a probability of δ. It holds for the synthetic rows; figures that compare them with the real rows are not covered.`,
    describingTask: 'describing single columns and pairs of columns',
    predictingTask: (target: string | null) =>
      target === null ? 'predicting one column' : `predicting ${target}`,
    groupsTask: 'treating groups alike',
    heldOutAlike: 'The held-out rows came about as the rows that the model learnt from did.',
    noneHeldOut: 'There were no held-out rows: what chance alone would give is not known.',
    attackerKnows: (columns: readonly string[]) =>
      columns.length > 0
        ? `Whoever attacks knows ${columns.join(', ')} of a person, and tries what was tried here.`
        : 'Whoever attacks knows no more of a person than the attacks tried here were given.',
    rowsOfThisModel: 'The rows released come from the model that was measured.',
    besideGuarantee:
      'This is evidence, not proof, and no part of the formal guarantee: that covers the rows alone.',
    evidenceOnly: 'This is evidence, not proof: there is no formal guarantee.',
    unmet: ({ tasks, policy, thresholds }: Checked) =>
      `On these tasks (${tasks.join('; ')}), under these assumptions, this release does not meet these thresholds of “${policy}”: ${thresholds.join('; ') || 'none'}.`,
    met: ({ tasks, policy, thresholds }: Checked, open: readonly string[]) =>
      `On these tasks (${tasks.join('; ')}), under these assumptions, this release meets these thresholds of “${policy}”: ${thresholds.join('; ') || 'none'}.` +
      (open.length > 0 ? ` Not measured: ${open.join('; ')}.` : ''),
    threshold: (name: string, limit: string) => `${name}, ${limit}`,
    keptUnjudged: (columns: string) =>
      ` Real cells of ${columns} go out in every row: no threshold speaks for them.`,
    policyName: (name: string) => name,
    limits: (least: Limit | null, most: Limit | null) =>
      [least && `at least ${tellLimit(least)}`, most && `at most ${tellLimit(most)}`]
        .filter(Boolean)
        .join(' and '),
    interval: (low: string, high: string) => `${low} to ${high}`,
    thePolicy: 'The policy',
    policyIsNoJson: (where: string) => `${where} is not JSON: docs/release.md shows what one looks like.`,
    policyHasNoName: (where: string) => `${where} must have a name: "policy": "…".`,
    policyHasNoVersion: (where: string) => `${where} must have a version: "version": 1.`,
    policySetsNothing: (where: string) => `${where} must set a threshold at least: "thresholds": { … }.`,
    wantsThresholds: 'an object of thresholds by their names, such as { "membership.auc": { "most": 0.55 } }',
    wantsBound: 'a number or "holdout"',
    inThreshold: (where: string, id: string) => `${where}: threshold "${id}"`,
    thresholdAsksNothing: (where: string, id: string) =>
      `${where}: threshold "${id}" must say "most" or "least".`,
    thresholdIsEmpty: (where: string, id: string, least: number, most: number) =>
      `${where}: threshold "${id}" asks for at least ${least} and at most ${most}.`,
    marginWithoutHoldout: (where: string, id: string) =>
      `${where}: threshold "${id}" has a margin, which goes with "holdout" alone.`,
    manifestIsNoJson: 'The manifest is not JSON: it was cut off or changed, or is another file.',
    noManifest: 'That is no manifest of a release: it should be the JSON file saved with the data.',
    otherFile: (name: string) =>
      `The certificate does not name ${name} as it is now: it belongs to another file, or the table was changed since.`,
  },
  de: {
    standIn: (verdict, target, faults) =>
      `${standInsInGerman[verdict]} ${target === null ? 'Modellieren' : `Modellieren von ${target}`}${faults === '' ? '' : ` (ansehen: ${faults})`}`,
    good: {
      fidelity: 'Spalten und Paare sind ähnlich',
      diversity: 'so vielfältig wie echte Zeilen',
      fairness: 'kein Abstand zwischen Gruppen wächst',
      privacy: 'kein Anzeichen von Kopien',
    },
    unmeasured: {
      fidelity: 'Ähnlichkeit wurde nicht beurteilt',
      diversity: 'Vielfalt wurde nicht gemessen',
      fairness: 'keine Spalte wurde als sensibel markiert',
      privacy: 'Kopien wurden nicht gemessen',
    },
    amiss: (family, verdict, faults) => `${amissInGerman[family][verdict]} (${faults})`,
    faults: (named, more) => `${named.join(', ')}${more > 0 ? ` und ${count(more)} weitere` : ''}`,
    thinTails: (columns) => `Ränder von ${columns} sind dünn`,
    noRows: 'es gibt keine Zeilen',
    verdict: (kept, clauses) =>
      `${kept === null ? '' : `Echte Zellen von ${kept} stehen in jeder Zeile. `}${clauses.join('; ')}.`,
    noGuarantee: 'keine formale Garantie',
    guaranteeInShort: (epsilon, delta, unit) =>
      `Differential Privacy mit ε = ${epsilon} und δ = ${delta} für ${unit}`,
    noFormalGuarantee:
      'Keine formale Garantie: Die Zeilen entstanden nicht unter Differential Privacy; nichts beweist also, dass sie nichts über eine Person in der echten Tabelle sagen. Sie sind aus einem Modell von ihr gezogen und absichtlich keine Zeilen von ihr; ob manche gleich ausfielen, ist im privaten Manifest gemessen.',
    partialSynthesis: (columns) =>
      `Teilsynthese: Jede Zeile steht für eine echte Zeile, in der Reihenfolge der echten Tabelle, und ihre Zellen von ${columns.join(', ')} sind die echten. Wer diese von einer Person kennt, kann ihre Zeile finden. Nur die übrigen Spalten wurden aus einem Modell gezogen, passend zu den echten Zellen, und was sie über diese Person sagen, kann der Wahrheit nahekommen. Keine formale Garantie und kein Maß für Datenschutz deckt das ab.`,
    promise: (epsilon, delta, unit, factor) =>
      `Differential Privacy mit ε = ${epsilon} und δ = ${delta}, für ${unit} mehr oder weniger in der echten Tabelle: Die Chancen eines Angreifers zu erkennen, dass jemand darin ist, ändern sich höchstens um den Faktor ${factor}, bis auf eine Wahrscheinlichkeit von δ. Das gilt für die synthetischen Zeilen; Angaben, die sie mit den echten vergleichen, sind nicht abgedeckt.`,
    describingTask: 'einzelne Spalten und Spaltenpaare beschreiben',
    predictingTask: (target) => (target === null ? 'eine Spalte vorhersagen' : `${target} vorhersagen`),
    groupsTask: 'Gruppen gleich behandeln',
    heldOutAlike: 'Die zurückgehaltenen Zeilen entstanden wie die, aus denen das Modell lernte.',
    noneHeldOut: 'Es gab keine zurückgehaltenen Zeilen: Was der Zufall allein ergäbe, ist nicht bekannt.',
    attackerKnows: (columns) =>
      columns.length > 0
        ? `Wer angreift, kennt von einer Person ${columns.join(', ')} und versucht, was hier versucht wurde.`
        : 'Wer angreift, weiß von einer Person nicht mehr, als den hier versuchten Angriffen gegeben wurde.',
    rowsOfThisModel: 'Die freigegebenen Zeilen stammen aus dem Modell, das gemessen wurde.',
    besideGuarantee:
      'Das ist ein Nachweis, kein Beweis, und nicht Teil der formalen Garantie: Diese deckt nur die Zeilen ab.',
    evidenceOnly: 'Das ist ein Nachweis, kein Beweis: Es gibt keine formale Garantie.',
    unmet: ({ tasks, policy, thresholds }) =>
      `Für diese Aufgaben (${tasks.join('; ')}), unter diesen Annahmen, hält diese Freigabe diese Schwellen von „${policy}“ nicht ein: ${thresholds.join('; ') || 'keine'}.`,
    met: ({ tasks, policy, thresholds }, open) =>
      `Für diese Aufgaben (${tasks.join('; ')}), unter diesen Annahmen, hält diese Freigabe diese Schwellen von „${policy}“ ein: ${thresholds.join('; ') || 'keine'}.` +
      (open.length > 0 ? ` Nicht gemessen: ${open.join('; ')}.` : ''),
    threshold: (name, limit) => `${name}: ${limit}`,
    keptUnjudged: (columns) =>
      ` Echte Zellen von ${columns} gehen in jeder Zeile hinaus: Keine Schwelle spricht für sie.`,
    policyName: (name) => (name === 'Understudy’s default' ? 'Voreinstellung von Understudy' : name),
    limits: (least, most) =>
      [least && `mindestens ${tellLimitInGerman(least)}`, most && `höchstens ${tellLimitInGerman(most)}`]
        .filter(Boolean)
        .join(' und '),
    interval: (low, high) => `${low} bis ${high}`,
    thePolicy: 'Die Richtlinie',
    policyIsNoJson: (where) => `${where} ist kein JSON: docs/release.md zeigt, wie eine aussieht.`,
    policyHasNoName: (where) => `${where} muss einen Namen haben: "policy": "…".`,
    policyHasNoVersion: (where) => `${where} muss eine Version haben: "version": 1.`,
    policySetsNothing: (where) => `${where} muss mindestens eine Schwelle setzen: "thresholds": { … }.`,
    wantsThresholds: 'ein Objekt von Schwellen nach ihren Namen, etwa { "membership.auc": { "most": 0.55 } }',
    wantsBound: 'eine Zahl oder "holdout"',
    inThreshold: (where, id) => `${where}: Schwelle "${id}"`,
    thresholdAsksNothing: (where, id) => `${where}: Schwelle "${id}" muss "most" oder "least" nennen.`,
    thresholdIsEmpty: (where, id, least, most) =>
      `${where}: Schwelle "${id}" verlangt mindestens ${least} und höchstens ${most}.`,
    marginWithoutHoldout: (where, id) =>
      `${where}: Schwelle "${id}" hat einen Spielraum (margin), der nur zu "holdout" gehört.`,
    manifestIsNoJson:
      'Das Manifest ist kein JSON: Es wurde abgeschnitten oder geändert, oder es ist eine andere Datei.',
    noManifest:
      'Das ist kein Manifest einer Freigabe: Es sollte die JSON-Datei sein, die mit den Daten gespeichert wurde.',
    otherFile: (name) =>
      `Das Zertifikat nennt ${name} nicht so, wie die Datei jetzt ist: Es gehört zu einer anderen Datei, oder die Tabelle wurde seither geändert.`,
  },
});

function tellLimit({ figure, isHoldout }: Limit): string {
  if (!isHoldout) return figure ?? '–';
  return `what rows never seen come to${figure === null ? '' : ` (${figure})`}`;
}

function tellLimitInGerman({ figure, isHoldout }: Limit): string {
  if (!isHoldout) return figure ?? '–';
  return `was nie gesehene Zeilen erreichen${figure === null ? '' : ` (${figure})`}`;
}
