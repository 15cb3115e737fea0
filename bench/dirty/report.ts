import { measureNames, type PollutedFile, simpleScore, weightedScore } from './pollock';
import type { FileOutcome } from './load-file';

/** A Markdown row per file: what was loaded, or the sentence with which it was refused. */
export function fileTable(files: readonly FileOutcome[]): string {
  const rows = files.map(({ path, kind, told }) => `| ${path} | ${kind} | ${told} |`);
  return ['| File | | What is told |', '| --- | --- | --- |', ...rows].join('\n');
}

/** A Markdown row per corpus: files, loaded, refused, faults, the slowest file's seconds. */
export function corpusTable(files: readonly FileOutcome[]): string {
  const corpora = [...new Set(files.map(({ corpus }) => corpus))];
  const rows = corpora.map((corpus) => {
    const own = files.filter((file) => file.corpus === corpus);
    const count = (kind: FileOutcome['kind']) => own.filter((file) => file.kind === kind).length;
    const slowest = Math.max(...own.map(({ seconds }) => seconds));
    const cells = [corpus, own.length, count('loaded'), count('refused'), count('fault'), slowest.toFixed(2)];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| Corpus | Files | Loaded | Refused | Faults | Slowest, s |',
    '| --- | --: | --: | --: | --: | --: |',
  ]
    .concat(rows)
    .join('\n');
}

/** The sentences of refusal with the number of files that met each. */
export function refusalTable(files: readonly FileOutcome[]): string {
  const counts = new Map<string, number>();
  for (const { kind, told } of files) {
    if (kind !== 'refused') continue;
    const sentence = told.replaceAll(/\b\d[\d,]*/g, 'N');
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  const rows = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([sentence, count]) => `| ${count} | ${sentence} |`);
  return ['| Files | Refused with |', '| --: | --- |', ...rows].join('\n');
}

/** Pollock's two scores, what each kind of pollution loses of its ten points, and what the mean of each measure is. */
export function pollockTable(files: readonly PollutedFile[]): string {
  const kindOf = (file: PollutedFile) =>
    file.name.startsWith('row_') ? file.name.replaceAll(/\d+/g, 'N') : file.name;
  const rows = [...new Set(files.map(kindOf))]
    .map((kind) => ({ kind, own: files.filter((file) => kindOf(file) === kind) }))
    .map(({ kind, own }) => ({ kind, count: own.length, score: simpleScore(own) }))
    .filter(({ score }) => score < 9.9995)
    .sort((a, b) => a.score - b.score)
    .map(({ kind, count, score }) => `| ${kind} | ${count} | ${score.toFixed(3)} |`);
  const means = measureNames.map((name, i) => {
    const mean = files.reduce((sum, { measures }) => sum + measures[i], 0) / files.length;
    return `${name} ${mean.toFixed(4)}`;
  });
  return [
    `Pollock: simple ${simpleScore(files).toFixed(3)}, weighted ${weightedScore(files).toFixed(3)} of 10 (${files.length} files)`,
    means.join(', '),
    '',
    '| Polluted files short of 10 | Files | Score |',
    '| --- | --: | --: |',
    ...rows,
  ].join('\n');
}
