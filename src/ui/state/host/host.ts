import type { HostConfig, HostRequest, PageMessage } from '../../../embed/protocol';
import { protocolVersion } from '../../../embed/protocol';
import { idOf } from '../../../embed/read-request';
import { type HostDoor, openHostDoor } from '../../clients/host-door';
import { keepFilesWith, type SavedAs } from '../../clients/save-file';
import type { AppState } from '../app.svelte';
import type { Consent } from '../consent.svelte';
import { product } from '../product';
import { ContentFit } from './content-fit';
import { Fault, orMalformed, readAs, tellOf } from './fault';
import { HostGifts } from './gifts';
import { watchProgress } from './progress.svelte';
import { HostTasks, type Task } from './tasks';

interface Job {
  readonly id: number;
  stopped: boolean;
}

type Of<Type extends HostRequest['type']> = Extract<HostRequest, { type: Type }>;

/**
 * Hears what the page around this one asks, in its order and one task at a time, within what its configuration, this page's owner
 * and the person allow.
 */
export class HostState {
  readonly #page: Window & typeof globalThis;
  readonly #app: AppState;
  readonly #gifts = new HostGifts(() => this.#door?.origin ?? '');
  readonly #tasks: HostTasks;
  readonly #fit: ContentFit;
  #door: HostDoor | null = null;
  #isConfigured = false;
  #lastId = 0;
  #job: Job | null = null;

  constructor(page: Window & typeof globalThis, app: AppState) {
    this.#page = page;
    this.#app = app;
    this.#fit = new ContentFit(page, (height) => this.#send({ type: 'resize', id: null, height }));
    this.#tasks = new HostTasks(app, this.#gifts, {
      origin: () => this.#door?.origin ?? '',
      send: (message, transfer) => this.#send(message, transfer),
      pause: (milliseconds) => new Promise((resolve) => page.setTimeout(resolve, milliseconds)),
    });
    openHostDoor(page, product.version, {
      onMessage: (message, door) => this.#hear(message, door),
      onFlood: (door) => {
        tell(door, null, new Fault('flooding', 'Too many messages came at once; this page listens no more.'));
        door.close();
      },
    });
  }

  /** What the person is asked before anything goes out. */
  get consent(): Consent {
    return this.#gifts.consent;
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
      else if (!this.#isConfigured) throw new Fault('not-configured', 'The first request must be configure.');
      else if (request.type === 'cancel') this.#cancel(request);
      else this.#begin(request, door);
    } catch (error) {
      tell(door, id, error);
    }
  }

  #configure({ id, config }: Of<'configure'>): void {
    orMalformed(() => this.#app.arrangement.set(config));
    this.#isConfigured = true;
    if (config.gifts) this.#gifts.name(config.gifts);
    this.#dress(config);
    if (config.fit === 'content') this.#fit.begin();
    if (config.downloads === 'host') keepFilesWith((blob, name, what) => void this.#offer(blob, name, what));
    this.#send({
      type: 'ready',
      id,
      protocol: protocolVersion,
      version: product.version,
      locale: this.#app.language.current,
    });
  }

  #dress({ tokens = {}, locale, scheme }: HostConfig): void {
    const root = this.#page.document.documentElement;
    for (const [name, colour] of Object.entries(tokens)) root.style.setProperty(name, colour);
    if (locale) this.#app.language.propose(locale);
    if (scheme) root.dataset['theme'] = scheme;
  }

  #cancel({ id, request }: Of<'cancel'>): void {
    if (this.#job?.id === request) {
      this.#job.stopped = true;
      this.consent.answer(false);
      this.#tasks.stop();
    }
    this.#send({ type: 'result', id, kind: 'cancelled', request });
  }

  #begin(task: Task, door: HostDoor): void {
    if (this.#job)
      throw new Fault('busy', 'Another request is being met; wait for its answer, or cancel it.');
    const { id } = task;
    const job: Job = { id, stopped: false };
    this.#job = job;
    const unwatch = watchProgress(
      this.#app,
      () => this.#page.performance.now(),
      (done) => this.#send({ type: 'progress', id, ...done }),
    );
    this.#tasks
      .meet(task)
      .finally(unwatch)
      .catch((error: unknown) =>
        tell(door, id, job.stopped ? new Fault('cancelled', 'It was cancelled.') : error),
      )
      .finally(() => (this.#job = null));
  }

  /** A file that the person saves, in a frame where the host keeps files. */
  async #offer(blob: Blob, name: string, what: SavedAs): Promise<void> {
    if (!(await this.#gifts.askForFile(name, what))) return;
    this.#send({ type: 'result', id: null, kind: 'download', name, blob });
  }

  #send(message: PageMessage, transfer?: Transferable[]): void {
    this.#door?.send(message, transfer);
  }
}

function tell(door: HostDoor, id: number | null, error: unknown): void {
  door.send({ type: 'error', id, ...tellOf(error) });
}
