import * as Comlink from 'comlink';
import { interpretTable } from '../src/engine/interpret';
import type { TableSchema } from '../src/engine/schema';
import { selectRows } from '../src/engine/typed-table';
import { alignTables, type AlignedTables } from '../src/evaluation/align-tables';
import {
  drawCurve,
  type Examiner,
  type ExaminerRequest,
  type ExaminerWatch,
  examineHere,
} from '../src/evaluation/examiner';
import { compareJoint } from '../src/evaluation/joint';
import type { SectionResult } from '../src/evaluation/measure-context';
import type { ComparisonReport, JointComparison } from '../src/evaluation/report';
import { sections } from '../src/evaluation/sections';
import type { CurveName } from '../src/evaluation/utility/curve-plans';
import type { LearningCurve } from '../src/evaluation/utility/learning-curves';
import { evaluationWords } from '../src/evaluation/words';
import { type InEachLanguage, inEachLanguage } from '../src/words';
import { hearLanguage } from '../src/words/thread-language';
import type { EvaluateApi, RealTableSource, SectionOutline, SyntheticTableSource } from './api';
import { handOver } from './hand-over';

/** Milliseconds of work between two looks at the message queue. */
const longestTurn = 16;
/** Milliseconds between two words on how far a phase is: more would keep the page from its own work. */
const progressPause = 100;

/** Proxies are kept for the worker's whole life: a call on a collected one never answers. */
interface Sources {
  readonly real: Comlink.Remote<RealTableSource>;
  readonly synthetic: Comlink.Remote<SyntheticTableSource>;
}

class Evaluator implements EvaluateApi {
  #sources: Sources | null = null;
  #tables: Promise<AlignedTables> | null = null;
  #examiner: Examiner | null = null;

  connect(real: MessagePort, synthetic: MessagePort): Promise<void> {
    this.#sources = {
      real: Comlink.wrap<RealTableSource>(real),
      synthetic: Comlink.wrap<SyntheticTableSource>(synthetic),
    };
    this.#tables = null;
    this.#examiner = null;
    return Promise.resolve();
  }

  async prepare(schema: TableSchema, request: ExaminerRequest): Promise<readonly SectionOutline[]> {
    this.#examiner = examineHere(await this.#tablesOf(schema), request, createYield());
    return sections.map(({ name, family, asks, together }) => ({ name, family, asks, together }));
  }

  async compare(
    onPartial: ExaminerWatch['onPartial'],
    onProgress: ExaminerWatch['onProgress'],
  ): Promise<InEachLanguage<Partial<ComparisonReport>>> {
    const partials = awaitable(onPartial);
    const steps = awaitable(onProgress);
    const rest = await this.#prepared().compare({
      onPartial: (report) => partials.send(handOver(report)),
      onProgress: paced(({ phase }) => phase, steps.send),
    });
    await Promise.all([partials.delivered(), steps.delivered()]);
    return rest;
  }

  async measure(
    section: string,
    onProgress: (phase: string, done: number, total: number) => void,
  ): Promise<InEachLanguage<SectionResult<unknown>>> {
    const examiner = this.#prepared();
    const steps = awaitable(onProgress);
    try {
      return await examiner.measure(
        section,
        paced((phase) => phase, steps.send),
      );
    } catch (error) {
      const fault = error instanceof Error ? error.name : 'unknown error';
      return inEachLanguage(() => ({
        details: null,
        findings: [],
        notes: [evaluationWords().brokeOff(section, fault)],
      }));
    } finally {
      await steps.delivered();
    }
  }

  async joint(schema: TableSchema, first: string, second: string): Promise<JointComparison> {
    return compareJoint(await this.#tablesOf(schema), first, second);
  }

  async curve(
    schema: TableSchema,
    request: ExaminerRequest,
    name: CurveName,
    onProgress: (phase: string, done: number, total: number) => void,
  ): Promise<LearningCurve | string> {
    const tables = await this.#tablesOf(schema);
    const steps = awaitable(onProgress);
    try {
      return await drawCurve(name, tables, request, {
        onProgress: paced((phase) => phase, steps.send),
        yieldControl: createYield(),
      });
    } finally {
      await steps.delivered();
    }
  }

  #prepared(): Examiner {
    if (!this.#examiner) throw new Error('prepare must be called first.');
    return this.#examiner;
  }

  /** The tables are taken in once: with another schema or model there is another worker. */
  #tablesOf(schema: TableSchema): Promise<AlignedTables> {
    this.#tables ??= this.#loadTables(schema);
    return this.#tables;
  }

  async #loadTables(schema: TableSchema): Promise<AlignedTables> {
    if (!this.#sources) throw new Error('connect must be called before prepare.');
    const { real, synthetic } = this.#sources;
    const [table, split, sample] = await Promise.all([real.table(), synthetic.split(), synthetic.sample()]);
    const typed = interpretTable(table, schema);
    return alignTables(selectRows(typed, split.training), selectRows(typed, split.holdout), sample);
  }
}

/** Callbacks whose answers are awaited. They are held on to: one that is collected meanwhile never answers. */
const heard = new Set<unknown>();

/**
 * Callbacks travel on ports of their own, so the answer could overtake them: it waits until all were heard.
 * A callback from the page answers with a promise, though its type says void.
 */
function awaitable<Message extends readonly unknown[]>(
  callback: (...message: Message) => unknown,
): { send: (...message: Message) => void; delivered: () => Promise<unknown> } {
  let last: unknown;
  heard.add(callback);
  return {
    send: (...message) => void (last = callback(...message)),
    delivered: async () => {
      await last;
      heard.delete(callback);
    },
  };
}

/** Passes on what is new: another phase at once, the same one when the pause is over. */
function paced<Message extends readonly unknown[]>(
  phaseOf: (...message: Message) => string,
  send: (...message: Message) => void,
): (...message: Message) => void {
  let phase: string | null = null;
  let sentAt = 0;
  return (...message) => {
    const now = performance.now();
    if (phaseOf(...message) === phase && now - sentAt < progressPause) return;
    phase = phaseOf(...message);
    sentAt = now;
    send(...message);
  };
}

function createYield(): () => Promise<void> {
  let turnBegan = performance.now();
  return async () => {
    if (performance.now() - turnBegan < longestTurn) return;
    await new Promise((resolve) => setTimeout(resolve));
    turnBegan = performance.now();
  };
}

hearLanguage(self);
Comlink.expose(new Evaluator());
