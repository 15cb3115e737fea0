import * as Comlink from 'comlink';
import EvaluateWorker from '../../../workers/evaluate.worker.ts?worker&inline';
import type { EvaluateApi, SectionOutline } from '../../../workers/api';
import type { TableSchema } from '../../engine/schema';
import type { Evidence } from '../../evaluation/evidence';
import type { Examiner, ExaminerRequest } from '../../evaluation/examiner';
import { gatherFrom, type GatheringWatch, MeasuredParts } from '../../evaluation/gather-parts';
import { noChoices, type EvidenceChoices, type MeasureContext } from '../../evaluation/measure-context';
import type { JointComparison } from '../../evaluation/report';
import type { CurveName } from '../../evaluation/utility/curve-plans';
import type { LearningCurve } from '../../evaluation/utility/learning-curves';
import type { InEachLanguage } from '../../words';
import type { PortSource } from './ports';
import { connect } from './ports';
import { WorkerLease } from './worker-lease';
import { faultWords } from './words';

/** Random samples of rows are drawn alike each time, so that the same tables give the same evidence. */
const seed = 1;
/** Each worker holds the tables anew: above so many real cells there is one worker alone. */
const mostSharedCells = 10_000_000;

/** The table that the model learnt. */
export interface LearntTable {
  readonly schema: TableSchema;
  readonly rows: number;
}

/**
 * Compares the model's sample with the real table, in two workers where the machine and memory allow; both tables reach
 * them by ports of their own. What has been measured is kept until `forget`.
 */
export class EvaluateClient {
  readonly #leases: readonly WorkerLease<EvaluateApi>[];
  #parts = new MeasuredParts();
  #measuredFor = noChoices;

  constructor(real: PortSource, synthetic: PortSource) {
    const lease = () =>
      new WorkerLease<EvaluateApi>(
        () => new EvaluateWorker(),
        () => faultWords().job.compare,
        (api) =>
          connect(real, (realPort) =>
            connect(synthetic, (port) =>
              api.connect(Comlink.transfer(realPort, [realPort]), Comlink.transfer(port, [port])),
            ),
          ),
      );
    this.#leases = [lease(), lease()];
  }

  /** Measures what is not known yet, or depends on choices that are others now. */
  async compare(
    table: LearntTable,
    choices: EvidenceChoices,
    watch: GatheringWatch,
  ): Promise<InEachLanguage<Evidence>> {
    const parts = this.#parts;
    const request: ExaminerRequest = { choices, effort: 'standard', seed };
    const prepared = this.#leases.slice(0, workersFor(table)).map((lease) => ({
      lease,
      sections: lease.call((api) => api.prepare(table.schema, request)),
    }));
    // Where one fails, so does the whole: what becomes of the others then is nobody's to hear.
    for (const { sections } of prepared) sections.catch(() => undefined);
    const sections = await prepared[0].sections;
    parts.forget(sections.filter(dependsOnChange(this.#measuredFor, choices)));
    this.#measuredFor = choices;
    return gatherFrom(prepared.map(examineIn), sections, parts, watch);
  }

  joint(schema: TableSchema, first: string, second: string): Promise<JointComparison> {
    return this.#leases[0].call((api) => api.joint(schema, first, second));
  }

  /** A curve that is no part of the evidence. Throws Cancelled where it is ended meanwhile. */
  curve(
    table: LearntTable,
    choices: EvidenceChoices,
    name: CurveName,
    onProgress: MeasureContext['onProgress'],
  ): Promise<LearningCurve | string> {
    const request: ExaminerRequest = { choices, effort: 'standard', seed };
    return this.#curveLease(table).call<LearningCurve | string>((api) =>
      api.curve(table.schema, request, name, Comlink.proxy(onProgress)),
    );
  }

  endCurve(table: LearntTable): void {
    this.#curveLease(table).end();
  }

  /** Ends what is being computed; what has been measured is kept. */
  end(reason?: Error): void {
    for (const lease of this.#leases) lease.end(reason);
  }

  forget(): void {
    this.end();
    this.#parts = new MeasuredParts();
  }

  /** Joint pictures come from the first worker: where there are two they need not wait for a curve. */
  #curveLease(table: LearntTable): WorkerLease<EvaluateApi> {
    return this.#leases[workersFor(table) - 1];
  }
}

function workersFor({ schema, rows }: LearntTable): number {
  return navigator.hardwareConcurrency > 1 && rows * schema.columns.length <= mostSharedCells ? 2 : 1;
}

interface PreparedLease {
  readonly lease: WorkerLease<EvaluateApi>;
  /** Resolves when the worker has the tables. */
  readonly sections: Promise<unknown>;
}

function examineIn({ lease, sections }: PreparedLease): Examiner {
  return {
    compare: async ({ onPartial, onProgress }) => {
      await sections;
      return lease.call((api) => api.compare(Comlink.proxy(onPartial), Comlink.proxy(onProgress)));
    },
    measure: async (section, onProgress) => {
      await sections;
      return lease.call((api) => api.measure(section, Comlink.proxy(onProgress)));
    },
  };
}

function dependsOnChange(
  before: EvidenceChoices,
  now: EvidenceChoices,
): (section: SectionOutline) => boolean {
  const all = ['target', 'sensitive', 'known'] as const;
  const changed = all.filter((choice) => JSON.stringify(before[choice]) !== JSON.stringify(now[choice]));
  return ({ asks = all }) => asks.some((choice) => changed.includes(choice));
}
