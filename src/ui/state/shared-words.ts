import { catalogue, writeCount, writeNumber } from '../../words';
import type { SharedSettings } from './shared-settings';

export type SharedName = keyof SharedSettings;

/** What a link with settings is called, what it says came with it, and why one is not taken. */
export const sharedWords = catalogue({
  en: {
    tooLong: 'The link’s settings were not taken: they are longer than any that this page writes.',
    otherVersion: 'The link’s settings were not taken: another version of Understudy wrote them.',
    unknown:
      'The link’s settings were not taken: among them is one that this page does not know, or one twice.',
    badValue: (name: string) =>
      `The link’s settings were not taken: “${name}” has a value that it cannot have.`,
    policyName: 'From a link',
    names: {
      model: 'Model',
      preset: 'How long to learn',
      seed: 'Seed',
      time: 'Time limit',
      aside: 'Kept from the model',
      rare: 'Category needs',
      epsilon: 'Differential privacy',
      delta: 'δ',
      declared: 'Declared rows',
      mechanism: 'Mechanism',
      find: 'Bounds and lists',
      rows: 'Rows to make',
      format: 'Format',
      guard: 'Cells that begin like formulas',
      policy: 'Thresholds of the policy',
    },
    values: {
      autoregressive: 'network',
      'gaussian-copula': 'Gaussian copula',
      independent: 'columns alone',
      fast: 'fast',
      balanced: 'balanced',
      best: 'best',
      proposed: 'as proposed',
      hybrid: 'pairs, then a network',
      'dp-sgd': 'a network (DP-SGD)',
      aim: 'chosen pairs (AIM)',
      mst: 'a tree of pairs (MST)',
    },
    seconds: (seconds: number) => `${writeCount(seconds)} s`,
    percentOfRows: (percent: number) => `${writeCount(percent)} % of the rows`,
    rows: (rows: number) => `${writeCount(rows)} rows`,
    epsilonIs: (epsilon: number) => `ε = ${writeNumber(epsilon)}`,
    found: 'those not typed are found privately',
    typed: 'typed',
    guarded: 'get an apostrophe',
    unguarded: 'stay as they are',
  },
  de: {
    tooLong:
      'Die Einstellungen des Links wurden nicht übernommen: Sie sind länger als alle, die diese Seite schreibt.',
    otherVersion:
      'Die Einstellungen des Links wurden nicht übernommen: Eine andere Version von Understudy hat sie geschrieben.',
    unknown:
      'Die Einstellungen des Links wurden nicht übernommen: Eine darunter kennt diese Seite nicht, oder eine kommt zweimal vor.',
    badValue: (name) =>
      `Die Einstellungen des Links wurden nicht übernommen: „${name}“ hat einen Wert, der dort nicht stehen kann.`,
    policyName: 'Aus einem Link',
    names: {
      model: 'Modell',
      preset: 'Wie lange gelernt wird',
      seed: 'Startwert',
      time: 'Zeitgrenze',
      aside: 'Vor dem Modell zurückgehalten',
      rare: 'Eine Kategorie braucht',
      epsilon: 'Differential Privacy',
      delta: 'δ',
      declared: 'Angegebene Zeilen',
      mechanism: 'Verfahren',
      find: 'Grenzen und Listen',
      rows: 'Zu erzeugende Zeilen',
      format: 'Format',
      guard: 'Zellen, die wie Formeln beginnen',
      policy: 'Schwellen der Richtlinie',
    },
    values: {
      autoregressive: 'Netz',
      'gaussian-copula': 'Gauß-Copula',
      independent: 'Spalten für sich',
      fast: 'schnell',
      balanced: 'ausgewogen',
      best: 'am besten',
      proposed: 'wie vorgeschlagen',
      hybrid: 'Paare, dann ein Netz',
      'dp-sgd': 'ein Netz (DP-SGD)',
      aim: 'gewählte Paare (AIM)',
      mst: 'ein Baum aus Paaren (MST)',
    },
    seconds: (seconds) => `${writeCount(seconds)} s`,
    percentOfRows: (percent) => `${writeCount(percent)} % der Zeilen`,
    rows: (rows) => `${writeCount(rows)} Zeilen`,
    epsilonIs: (epsilon) => `ε = ${writeNumber(epsilon)}`,
    found: 'nicht angegebene werden privat gefunden',
    typed: 'angegeben',
    guarded: 'erhalten ein Hochkomma',
    unguarded: 'bleiben, wie sie sind',
  },
});

/** The settings, each as its name and its value in words. */
export function describeShared(
  settings: SharedSettings,
): readonly (readonly [name: string, value: string])[] {
  const words = sharedWords();
  return Object.keys(settings).map((key) => {
    const name = key as SharedName;
    return [words.names[name], valueOf(name, settings)];
  });
}

function valueOf(name: SharedName, settings: SharedSettings): string {
  const words = sharedWords();
  const { seed = 0, time = 0, aside = 0, rare = 0, declared = 0, rows = 0 } = settings;
  switch (name) {
    case 'model':
    case 'preset':
    case 'mechanism':
      return words.values[settings[name] ?? 'proposed'];
    case 'seed':
      return String(seed);
    case 'time':
      return words.seconds(time);
    case 'aside':
      return words.percentOfRows(aside);
    case 'rare':
      return words.rows(rare);
    case 'epsilon':
      return words.epsilonIs(settings.epsilon ?? 0);
    case 'delta':
      return String(settings.delta);
    case 'declared':
      return words.rows(declared);
    case 'find':
      return settings.find ? words.found : words.typed;
    case 'rows':
      return words.rows(rows);
    case 'format':
      return (settings.format ?? '').toUpperCase();
    case 'guard':
      return settings.guard ? words.guarded : words.unguarded;
    case 'policy':
      return Object.keys(settings.policy?.thresholds ?? {}).join(', ');
  }
}
