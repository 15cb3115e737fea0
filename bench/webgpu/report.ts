import type { Measured, Way } from './laboratory';

export type Results = readonly (readonly [Way, Measured])[];

const names: Readonly<Record<Way, string>> = { ours: 'ours', stock: 'TF.js gradients and Adam' };

/** Two Markdown tables: what a step asks of the device and how long it takes, and its dispatches by kind. */
export function reportWays(results: Results, steps: number): string {
  return [
    '| training step | dispatches | submits | bind groups | bytes sent | bytes of buffers computed into anew | readings | ms | rows/s |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...results.map(([way, { use, bytesTaken, seconds, batchSize }]) => {
      const perStep = (count: number) => Math.round(count / steps).toLocaleString('en');
      const cells = [
        names[way],
        perStep(dispatchesOf(use.dispatches)),
        perStep(use.submits),
        perStep(use.bindGroups),
        perStep(use.bytesUp),
        perStep(bytesTaken + use.bytesMade),
        perStep(use.readings),
        ((1000 * seconds) / steps).toFixed(1),
        Math.round((batchSize * steps) / seconds).toLocaleString('en'),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
    ...results.flatMap(([way, { use, reading, preparation }]) => [
      `Dispatches of a step, ${names[way]}: ${kindsOf(use.dispatches, steps)}.`,
      `Before the steps were timed: ${preparation.pipelines} pipelines, ${inMegabytes(preparation.bytesMade)} of buffers made, ${inMegabytes(preparation.bytesUp)} sent; during them: ${use.pipelines} pipelines. Reading their losses brings ${reading.bytesDown.toLocaleString('en')} bytes back.`,
      '',
    ]),
  ].join('\n');
}

function dispatchesOf(dispatches: Readonly<Record<string, number>>): number {
  return Object.values(dispatches).reduce((sum, count) => sum + count, 0);
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function kindsOf(dispatches: Readonly<Record<string, number>>, steps: number): string {
  return Object.entries(dispatches)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${kind} ${count / steps}`)
    .join(', ');
}
