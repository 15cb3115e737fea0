import type {
  EvidenceFigure,
  FaultCode,
  Gift,
  HostConfig,
  HostRequest,
  PageMessage,
  TrainWishes,
} from '../../embed/protocol';
import { protocolVersion } from '../../embed/protocol';
import { idOf, readRequest } from '../../embed/read-request';
import { UserError } from '../../engine/errors';
import type { ColumnKind, ColumnRole } from '../../engine/schema';
import type { Finding } from '../../evaluation/evidence';
import { type HostDoor, openHostDoor } from '../clients/host-door';
import { keepFilesWith, type SavedAs } from '../clients/save-file';
import type { AppState } from './app.svelte';
import { Consent } from './consent.svelte';
import { product } from './product';
import type { Study } from './study.svelte';

/** A request could not be met; the sentence may be told to the host. */
class Fault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

interface Job {
  readonly id: number;
  readonly stop: () => void;
  stopped: boolean;
}

type Of<Type extends HostRequest['type']> = Extract<HostRequest, { type: Type }>;

/** As the door has checked it. */
type Wish = { name: string; kind?: ColumnKind; role?: ColumnRole };

/** Between two reports of progress, milliseconds. */
const reportEvery = 100;
const plainSentence = 'That did not work; the embedded page itself says why.';

/** Does what the page around this one asks, within what its configuration, this page's owner and the person allow. */
export class HostState {
  readonly #page: Window;
  readonly #app: AppState;
  readonly consent = new Consent();
  #door: HostDoor | null = null;
  #config: HostConfig | null = null;
  #lastId = 0;
  #job: Job | null = null;
  /** The study of a table that the host itself brought: it knows what is in it. */
  #own: Study | null = null;

  constructor(page: Window & typeof globalThis, app: AppState) {
    this.#page = page;
    this.#app = app;
    openHostDoor(page, product.version, {
      onMessage: (message, door) => this.#hear(message, door),
      onFlood: (door) => {
        this.#tell(
          door,
          null,
          new Fault('flooding', 'Too many messages came at once; this page listens no more.'),
        );
        door.close();
      },
    });
  }

  #hear(message: unknown, door: HostDoor): void {
    this.#door = door;
    const id = idOf(message);
    try {
      const request = readAs(message);
      if (request.id <= this.#lastId)
        throw new Fault('replayed', 'A request’s id must be larger than all before it.');
      this.#lastId = request.id;
      if (request.type === 'configure') this.#configure(request);
      else if (!this.#config) throw new Fault('not-configured', 'The first request must be configure.');
      else if (request.type === 'cancel') this.#cancel(request);
      else this.#begin(request);
    } catch (error) {
      this.#tell(door, id, error);
    }
  }

  #configure({ id, config }: Of<'configure'>): void {
    try {
      this.#app.arrangement.set(config);
    } catch (error) {
      throw error instanceof UserError ? new Fault('malformed', error.message) : error;
    }
    this.#config = { ...this.#config, ...config };
    const root = this.#page.document.documentElement;
    for (const [name, colour] of Object.entries(config.tokens ?? {})) root.style.setProperty(name, colour);
    if (config.locale) this.#app.language.propose(config.locale);
    if (config.scheme) root.dataset['theme'] = config.scheme;
    if (config.fit === 'content') this.#fitContent(root);
    if (config.downloads === 'host') keepFilesWith((blob, name, what) => void this.#offer(blob, name, what));
    this.#send({
      type: 'ready',
      id,
      protocol: protocolVersion,
      version: product.version,
      locale: this.#app.language.current,
    });
  }

  #fitContent(root: HTMLElement): void {
    root.style.setProperty('--page-height', '0px');
    const form = this.#page.document.getElementById('app');
    if (!form) return;
    new ResizeObserver(() =>
      this.#send({ type: 'resize', id: null, height: Math.ceil(form.getBoundingClientRect().height) }),
    ).observe(form);
  }

  #cancel({ id, request }: Of<'cancel'>): void {
    if (this.#job?.id === request) {
      this.#job.stopped = true;
      this.consent.answer(false);
      this.#job.stop();
    }
    this.#send({ type: 'result', id, kind: 'cancelled', request });
  }

  #begin(request: Exclude<HostRequest, { type: 'configure' | 'cancel' }>): void {
    if (this.#job)
      throw new Fault('busy', 'Another request is being met; wait for its answer, or cancel it.');
    const job: Job = { id: request.id, stop: () => this.#stop(), stopped: false };
    this.#job = job;
    const door = this.#door;
    this.#meet(request)
      .catch((error: unknown) => {
        const cancelled = new Fault('cancelled', 'It was cancelled.');
        if (door) this.#tell(door, request.id, job.stopped ? cancelled : error);
      })
      .finally(() => (this.#job = null));
  }

  #stop(): void {
    const { opening, study } = this.#app;
    if (opening.progress) opening.cancel();
    if (study?.training.active) study.training.cancel();
    if (study?.comparison.progress) study.comparison.stop();
    if (study?.release.file.progress) study.release.file.cancel();
  }

  async #meet(request: Exclude<HostRequest, { type: 'configure' | 'cancel' }>): Promise<void> {
    const unwatch = this.#reportProgress(request.id);
    try {
      if (request.type === 'load') await ('schema' in request ? this.#wish(request) : this.#load(request));
      else if (request.type === 'train') await this.#train(request.id, request.settings ?? {});
      else await this.#make(request);
    } finally {
      unwatch();
    }
  }

  async #load(request: Exclude<Of<'load'>, { schema: unknown }>): Promise<void> {
    const { opening } = this.#app;
    if (this.#app.study?.unsaved) throw new Fault('busy', 'The person has work here that is not saved yet.');
    const before = this.#app.study;
    const bytes = 'buffer' in request ? new Blob([request.buffer]) : request.file;
    const given =
      'buffer' in request ? request.name : (request.name ?? (bytes instanceof File ? bytes.name : ''));
    await this.#app.read({ bytes, name: given || 'table' });
    const { study } = this.#app;
    if (!study || study === before) throw new Fault('failed', opening.error ?? plainSentence);
    this.#own = study;
    this.#sendSchema(request.id, study);
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
    while (names.some((_, index) => study.columns.isPending(index))) await this.#pause(20);
    this.#sendSchema(id, study);
  }

  async #train(id: number, { evidence = false, ...wishes }: TrainWishes): Promise<void> {
    const study = this.#study();
    if (evidence) this.#mayAsk('evidence', study);
    const { training } = study;
    const maxSeconds = this.#app.arrangement.trainingSeconds;
    Object.assign(training.settings, wishes, maxSeconds === null ? {} : { maxSeconds });
    this.#app.go('train');
    await study.learn();
    const { learnt } = training;
    if (!learnt) throw new Fault('failed', this.#speakOf(study, training.error ?? study.privacy.asked.fault));
    if (evidence) {
      await study.compare();
      const { whole, error } = study.comparison;
      if (!whole) throw new Fault('failed', this.#speakOf(study, error));
      await this.#ask('evidence', study, '');
      this.#send({ type: 'evidence', id, figures: whole.findings.map(figureOf) });
    }
    this.#send({ type: 'result', id, kind: 'model', seconds: learnt.summary.seconds });
  }

  async #make(request: Of<'generate'> | Of<'export'>): Promise<void> {
    const { id } = request;
    const study = this.#study();
    const { file, kept: keptColumns } = study.release;
    if (!study.training.learnt) throw new Fault('no-model', 'No table has been learnt yet.');
    const format = request.type === 'generate' ? 'arrow' : request.format;
    if (!file.formats.includes(format))
      throw new Fault('not-allowed', `The configuration allows no files in the format ${format}.`);
    if (keptColumns.length > 0)
      throw new Fault(
        'not-allowed',
        'Some columns keep their real cells: these rows stay in the embedded page.',
      );
    this.#mayAsk('rows', study);
    await this.#ask('rows', study, `${file.name}.${format}`);
    const { rows = file.rows, seed = file.seed } = request;
    let given: Promise<void> = Promise.reject(new Fault('failed', plainSentence));
    given.catch(() => undefined);
    await file.export(
      { format, rows, seed },
      {
        origin: this.#origin(),
        take: (blob, { name, rowCount, sha256 }) => {
          const made = { id, name, format, rows: rowCount, sha256 };
          given =
            request.type === 'export'
              ? Promise.resolve(this.#send({ type: 'result', kind: 'file', blob, ...made }))
              : blob
                  .arrayBuffer()
                  .then((buffer) => this.#send({ type: 'result', kind: 'rows', buffer, ...made }, [buffer]));
        },
      },
    );
    if (file.error) throw new Fault('failed', this.#speakOf(study, file.error));
    await given;
  }

  /** A file that the person saves, in a frame where the host keeps files. */
  async #offer(blob: Blob, name: string, what: SavedAs): Promise<void> {
    if (!(await this.consent.ask({ origin: this.#origin(), what, name }))) return;
    this.#send({ type: 'result', id: null, kind: 'download', name, blob });
  }

  #study(): Study {
    const { study } = this.#app;
    if (!study) throw new Fault('no-table', 'No table is open yet.');
    return study;
  }

  #mayAsk(gift: Gift, study: Study): void {
    if (!this.#config?.gifts?.includes(gift))
      throw new Fault('not-allowed', `The configuration does not ask for ${gift} (gifts).`);
    if (gift === 'evidence' && study.privacy.isOn)
      throw new Fault(
        'not-allowed',
        'Evidence is computed from the real table, and no guarantee covers it: it stays here.',
      );
  }

  /** Throws Fault where the person declines. */
  async #ask(gift: Gift, study: Study, name: string): Promise<void> {
    if (await this.consent.askOnce(gift, study, { origin: this.#origin(), name })) return;
    throw new Fault('refused', 'The person keeps it in the embedded page.');
  }

  #origin(): string {
    return this.#door?.origin ?? '';
  }

  #sendSchema(id: number, study: Study): void {
    const columns = study.columns.schema.columns.map(({ name, kind, role }) => ({ name, kind, role }));
    const table = study === this.#own ? { rows: study.table.rowCount, columns } : null;
    this.#send({ type: 'schema', id, table });
  }

  /** Sentences may name columns: of a table that is not the host's own it hears none. */
  #speakOf(study: Study, sentence: string | null): string {
    return (study === this.#own ? sentence : null) ?? plainSentence;
  }

  #reportProgress(id: number): () => void {
    let last = -Infinity;
    return $effect.root(() => {
      $effect(() => {
        const now = progressOf(this.#app);
        const time = this.#page.performance.now();
        if (!now || time - last < reportEvery) return;
        last = time;
        this.#send({ type: 'progress', id, ...now });
      });
    });
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#page.setTimeout(resolve, milliseconds));
  }

  #send(message: PageMessage, transfer?: Transferable[]): void {
    this.#door?.send(message, transfer);
  }

  #tell(door: HostDoor, id: number | null, error: unknown): void {
    const [code, sentence] =
      error instanceof Fault ? [error.code, error.message] : (['failed', plainSentence] as const);
    door.send({ type: 'error', id, code, sentence });
  }
}

function readAs(message: unknown): HostRequest {
  try {
    return readRequest(message);
  } catch (error) {
    throw error instanceof UserError ? new Fault('malformed', error.message) : error;
  }
}

/** What is being done; `share` 0 … 1. */
function progressOf({ opening, study }: AppState): { phase: string; share: number | null } | null {
  const counted = opening.progress ?? study?.comparison.progress ?? study?.release.file.progress;
  if (counted)
    return { phase: counted.phase, share: counted.total > 0 ? counted.done / counted.total : null };
  if (!study?.training.active) return null;
  const { step, phase } = study.training;
  return { phase: 'Learning', share: step ? step.step / step.totalSteps : (phase?.progress ?? null) };
}

function figureOf({ id, family, verdict, synthetic, holdout }: Finding): EvidenceFigure {
  const known = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);
  return { id, family, verdict, synthetic: known(synthetic.value), holdout: known(holdout?.value) };
}
