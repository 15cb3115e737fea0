import type { EvidenceFigure, HostRequest, PageMessage, TrainWishes } from '../../../embed/protocol';
import type { ColumnKind, ColumnRole } from '../../../engine/schema';
import type { Finding } from '../../../evaluation/evidence';
import type { AppState } from '../app.svelte';
import type { Study } from '../study.svelte';
import { Fault, plainSentence } from './fault';
import type { HostGifts } from './gifts';

type Of<Type extends HostRequest['type']> = Extract<HostRequest, { type: Type }>;

/** What takes a while; one is met at a time. */
export type Task = Exclude<HostRequest, { type: 'configure' | 'cancel' }>;

/** As the door has checked it. */
type Wish = { name: string; kind?: ColumnKind; role?: ColumnRole };

/** The page's side of a conversation with its host. */
export interface Answering {
  readonly origin: () => string;
  send(message: PageMessage, transfer?: Transferable[]): void;
  pause(milliseconds: number): Promise<void>;
}

/** Does what a host asks for by the page's own means, as if the person had. */
export class HostTasks {
  readonly #app: AppState;
  readonly #gifts: HostGifts;
  readonly #host: Answering;
  /** The study of a table that the host itself brought: it knows what is in it. */
  #own: Study | null = null;

  constructor(app: AppState, gifts: HostGifts, host: Answering) {
    this.#app = app;
    this.#gifts = gifts;
    this.#host = host;
  }

  /** Throws Fault where it cannot be met. */
  meet(task: Task): Promise<void> {
    if (task.type === 'load') return 'schema' in task ? this.#wish(task) : this.#load(task);
    return task.type === 'train' ? this.#train(task.id, task.settings ?? {}) : this.#make(task);
  }

  /** Ends what is being done. */
  stop(): void {
    const { opening, study } = this.#app;
    if (opening.progress) opening.cancel();
    if (study?.training.active) study.training.cancel();
    if (study?.comparison.progress) study.comparison.stop();
    if (study?.release.file.progress) study.release.file.cancel();
  }

  async #load(task: Exclude<Of<'load'>, { schema: unknown }>): Promise<void> {
    const { opening } = this.#app;
    if (this.#app.study?.unsaved) throw new Fault('busy', 'The person has work here that is not saved yet.');
    const before = this.#app.study;
    const bytes = 'buffer' in task ? new Blob([task.buffer]) : task.file;
    const given = 'buffer' in task ? task.name : (task.name ?? (bytes instanceof File ? bytes.name : ''));
    await this.#app.read({ bytes, name: given || 'table' });
    const { study } = this.#app;
    if (!study || study === before) throw new Fault('failed', opening.error ?? plainSentence);
    this.#own = study;
    this.#sendSchema(task.id, study);
  }

  /** Kinds and roles of columns, by their names; a name that is not there is left out. */
  async #wish({ id, schema }: Extract<HostRequest, { schema: unknown }>): Promise<void> {
    const study = this.#study();
    const names = study.columns.schema.columns.map(({ name }) => name);
    for (const { name, kind, role } of schema as readonly Wish[]) {
      const index = names.indexOf(name);
      if (index < 0) continue;
      if (kind) study.columns.setKind([index], kind);
      if (role) study.columns.setRole([index], role);
    }
    while (names.some((_, index) => study.columns.isPending(index))) await this.#host.pause(20);
    this.#sendSchema(id, study);
  }

  async #train(id: number, { evidence = false, ...wishes }: TrainWishes): Promise<void> {
    const study = this.#study();
    if (evidence) this.#gifts.check('evidence', study);
    const { training } = study;
    const maxSeconds = this.#app.arrangement.trainingSeconds;
    Object.assign(training.settings, wishes, maxSeconds === null ? {} : { maxSeconds });
    this.#app.go('train');
    await study.learn();
    const { learnt } = training;
    if (!learnt) throw new Fault('failed', this.#speakOf(study, training.error ?? study.privacy.asked.fault));
    if (evidence) await this.#giveEvidence(id, study);
    this.#host.send({ type: 'result', id, kind: 'model', seconds: learnt.summary.seconds });
  }

  async #giveEvidence(id: number, study: Study): Promise<void> {
    await study.compare();
    const { whole, error } = study.comparison;
    if (!whole) throw new Fault('failed', this.#speakOf(study, error));
    await this.#gifts.ask('evidence', study, '');
    this.#host.send({ type: 'evidence', id, figures: whole.findings.map(figureOf) });
  }

  async #make(task: Of<'generate'> | Of<'export'>): Promise<void> {
    const { id } = task;
    const study = this.#study();
    const format = task.type === 'generate' ? 'arrow' : task.format;
    checkRows(study, format);
    this.#gifts.check('rows', study);
    const { file } = study.release;
    await this.#gifts.ask('rows', study, `${file.name}.${format}`);
    const { rows = file.rows, seed = file.seed } = task;
    let given: Promise<void> = Promise.reject(new Fault('failed', plainSentence));
    given.catch(() => undefined);
    await file.export(
      { format, rows, seed },
      {
        origin: this.#host.origin(),
        take: (blob, { name, rowCount, sha256 }) => {
          const made = { id, name, format, rows: rowCount, sha256 };
          given =
            task.type === 'export'
              ? Promise.resolve(this.#host.send({ type: 'result', kind: 'file', blob, ...made }))
              : blob
                  .arrayBuffer()
                  .then((buffer) =>
                    this.#host.send({ type: 'result', kind: 'rows', buffer, ...made }, [buffer]),
                  );
        },
      },
    );
    if (file.error) throw new Fault('failed', this.#speakOf(study, file.error));
    await given;
  }

  #study(): Study {
    const { study } = this.#app;
    if (!study) throw new Fault('no-table', 'No table is open yet.');
    return study;
  }

  #sendSchema(id: number, study: Study): void {
    const columns = study.columns.schema.columns.map(({ name, kind, role }) => ({ name, kind, role }));
    const table = study === this.#own ? { rows: study.table.rowCount, columns } : null;
    this.#host.send({ type: 'schema', id, table });
  }

  /** Sentences may name columns: of a table that is not the host's own it hears none. */
  #speakOf(study: Study, sentence: string | null): string {
    return (study === this.#own ? sentence : null) ?? plainSentence;
  }
}

/** Throws Fault where no rows of this study may leave in such a file. */
function checkRows({ training, release }: Study, format: Of<'export'>['format']): void {
  if (!training.learnt) throw new Fault('no-model', 'No table has been learnt yet.');
  if (!release.file.formats.includes(format))
    throw new Fault('not-allowed', `The configuration allows no files in the format ${format}.`);
  if (release.kept.length > 0)
    throw new Fault(
      'not-allowed',
      'Some columns keep their real cells: these rows stay in the embedded page.',
    );
}

function figureOf({ id, family, verdict, synthetic, holdout }: Finding): EvidenceFigure {
  const known = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);
  return { id, family, verdict, synthetic: known(synthetic.value), holdout: known(holdout?.value) };
}
