import type { AutoregressiveModel } from '../../src/engine/models/autoregressive/model';
import { median } from '../quality/results-table';

export interface Round {
  /** Seconds per step. */
  readonly alone: number;
  readonly pooled: number;
  /** Of the pooled step: this thread's exchange of gradients, its wait for the others included. */
  readonly exchange: number;
}

/** What a step of so many members is made of, in seconds, each measured by itself with nothing else in the way. */
export interface Pieces {
  readonly members: number;
  /** Rows of the largest share. */
  readonly share: number;
  readonly gradient: number;
  readonly adam: number;
  /** Copying and adding gradients, and handing them to channels. */
  readonly handling: number;
  /** Waiting for messages that are under way. */
  readonly messages: number;
}

const milliseconds = (seconds: number): string => (1000 * seconds).toFixed(2);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** What was measured with all threads at work. */
export function describeRounds(
  { recipe, network }: AutoregressiveModel,
  workers: number,
  rounds: readonly Round[],
): string[] {
  const of = (measure: (round: Round) => number) => median(rounds.map(measure));
  const line = (count: number, seconds: number, exchange: string) =>
    row(count, Math.round(recipe.batchSize / seconds), milliseconds(seconds), exchange);
  return [
    `${network.parameterCount} trained weights, batches of ${recipe.batchSize}; medians of ${rounds.length} rounds.`,
    '',
    row('workers', 'rows/s', 'ms a step', 'of which exchange, waiting included'),
    '| ---: | ---: | ---: | ---: |',
    line(
      1,
      of(({ alone }) => alone),
      '–',
    ),
    line(
      workers,
      of(({ pooled }) => pooled),
      percent(of(({ pooled, exchange }) => exchange / pooled)),
    ),
    '',
    `${workers} workers are ${of(({ alone, pooled }) => alone / pooled).toFixed(2)} times as fast as one.`,
  ];
}

/** What more threads would come to, put together from their pieces: on paper, with a core for each. */
export function describePieces(pieces: readonly Pieces[]): string[] {
  const total = ({ gradient, adam, handling, messages }: Pieces) => gradient + adam + handling + messages;
  return [
    'On paper, from the pieces of a step, each measured by itself (quickest of 40):',
    '',
    row(
      'workers',
      'rows each',
      'gradient ms',
      'Adam ms',
      'copying and adding ms',
      'messages ms',
      'step ms',
      'times one',
      'communication',
    ),
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...pieces.map((own) =>
      row(
        own.members,
        own.share,
        ...[own.gradient, own.adam, own.handling, own.messages, total(own)].map(milliseconds),
        (total(pieces[0]) / total(own)).toFixed(2),
        percent((own.handling + own.messages) / total(own)),
      ),
    ),
  ];
}
