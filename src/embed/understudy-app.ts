import {
  type ColumnWish,
  type FaultCode,
  type FileFormat,
  FloodGate,
  type Greeting,
  type HostConfig,
  type HostRequest,
  type PageMessage,
  protocolVersion,
  type TrainWishes,
} from './protocol';

export type * from './protocol';

/** An answer that says no, or that will not come. */
export class UnderstudyFault extends Error {
  override readonly name = 'UnderstudyFault';
  readonly code: FaultCode | 'gone';
  constructor(code: FaultCode | 'gone', sentence: string) {
    super(sentence);
    this.code = code;
  }
}

type Answer<Type extends PageMessage['type']> = Extract<PageMessage, { type: Type }>;
type WithoutId<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/** A request under way: its answer, and its id to cancel it by. */
export interface Asked<Result> extends Promise<Result> {
  readonly id: number;
}

interface Waiting {
  /** What ends the request. */
  readonly ends: (message: PageMessage) => boolean;
  readonly resolve: (message: PageMessage) => void;
  readonly reject: (fault: Error) => void;
}

const usualSandbox = 'allow-scripts allow-same-origin allow-downloads allow-forms';
const types = ['ready', 'progress', 'schema', 'evidence', 'result', 'error', 'resize'];

/**
 * `<understudy-app src="…">`: an embedded Understudy. It makes the frame, waits for the page's greeting, configures it, and turns
 * requests into promises. Each message of the page is dispatched as an event `understudy-ready`, `understudy-progress`, … whose
 * `detail` it is. Nothing is posted to the frame's window, only to the port that it greeted with.
 *
 * Attributes: `src`; `sandbox`, the frame's; `autosize` makes the frame as high as what it shows. Set `config` before the element
 * is in a document, or later to change it.
 */
export class UnderstudyApp extends HTMLElement {
  #frame: HTMLIFrameElement | null = null;
  #port: MessagePort | null = null;
  #config: HostConfig = {};
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();
  #greeted: PromiseWithResolversOf<void> = withResolvers();
  readonly #listen = (event: MessageEvent<unknown>) => this.#greet(event);

  get config(): HostConfig {
    return this.#config;
  }

  set config(config: HostConfig) {
    this.#config = config;
    if (this.#port) void this.#configure();
  }

  /** Resolves when the page has greeted and been configured. */
  get ready(): Promise<void> {
    return this.#greeted.promise;
  }

  static readonly observedAttributes: readonly string[] = ['src'];

  connectedCallback(): void {
    this.ownerDocument.defaultView?.addEventListener('message', this.#listen);
    this.#open();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#open();
  }

  disconnectedCallback(): void {
    this.ownerDocument.defaultView?.removeEventListener('message', this.#listen);
    this.#hangUp(new UnderstudyFault('gone', 'The embedded page was taken away.'));
    this.#frame?.remove();
    this.#frame = null;
    this.#greeted = withResolvers();
  }

  load(file: Blob, name?: string): Asked<Answer<'schema'>> {
    return this.#ask({ type: 'load', file, ...(name === undefined ? {} : { name }) }, 'schema');
  }

  /** The buffer is moved, not copied: it is empty here afterwards. */
  loadBuffer(buffer: ArrayBuffer, name: string): Asked<Answer<'schema'>> {
    return this.#ask({ type: 'load', buffer, name }, 'schema', [buffer]);
  }

  applySchema(schema: readonly ColumnWish[]): Asked<Answer<'schema'>> {
    return this.#ask({ type: 'load', schema }, 'schema');
  }

  train(settings: TrainWishes = {}): Asked<Extract<PageMessage, { kind: 'model' }>> {
    return this.#ask({ type: 'train', settings }, 'result');
  }

  cancel(request: number): Asked<Extract<PageMessage, { kind: 'cancelled' }>> {
    return this.#ask({ type: 'cancel', request }, 'result');
  }

  /** Rows as the bytes of an Arrow file. */
  generate(rows: number, seed?: number): Asked<Extract<PageMessage, { kind: 'rows' }>> {
    return this.#ask({ type: 'generate', rows, ...(seed === undefined ? {} : { seed }) }, 'result');
  }

  export(
    format: FileFormat,
    options: { rows?: number; seed?: number } = {},
  ): Asked<Extract<PageMessage, { kind: 'file' }>> {
    return this.#ask({ type: 'export', format, ...options }, 'result');
  }

  /** Makes the frame anew: what its sandbox forbids is settled when its page is loaded. */
  #open(): void {
    if (!this.hasAttribute('src')) return;
    this.#frame?.remove();
    const frame = this.ownerDocument.createElement('iframe');
    frame.setAttribute('sandbox', this.getAttribute('sandbox') ?? usualSandbox);
    frame.title = this.getAttribute('title') ?? 'Understudy';
    Object.assign(frame.style, { display: 'block', width: '100%', height: '100%', border: '0' });
    frame.src = this.#address().href;
    this.#frame = frame;
    this.append(frame);
  }

  #address(): URL {
    return new URL(this.getAttribute('src') ?? '', this.ownerDocument.baseURI);
  }

  /** Of the frame's page: a frame that may not keep its origin has none. */
  #origin(): string {
    const sandbox = this.#frame?.sandbox;
    return sandbox?.contains('allow-same-origin') === true ? this.#address().origin : 'null';
  }

  #greet(event: MessageEvent<unknown>): void {
    if (event.source === null || event.source !== this.#frame?.contentWindow) return;
    if (event.origin !== this.#origin() || !isGreeting(event.data) || event.ports.length !== 1) return;
    // The frame was loaded anew: what was asked of the page before will not be answered.
    this.#hangUp(new UnderstudyFault('gone', 'The embedded page was loaded again.'));
    const [port] = event.ports;
    const gate = new FloodGate(() => performance.now());
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (gate.admits()) this.#hear(data);
      else
        this.#hangUp(
          new UnderstudyFault('flooding', 'Too many messages came from the embedded page at once.'),
        );
    };
    void this.#configure().then(this.#greeted.resolve, this.#greeted.reject);
  }

  /** Whether files are saved here, as the frame may not, or as the host would have it. */
  get #keepsFiles(): boolean {
    const mayDownload = this.#frame?.sandbox.contains('allow-downloads') === true;
    return (this.#config.downloads ?? (mayDownload ? 'page' : 'host')) === 'host';
  }

  async #configure(): Promise<void> {
    const config: HostConfig = {
      downloads: this.#keepsFiles ? 'host' : 'page',
      ...(this.hasAttribute('autosize') ? { fit: 'content' as const } : {}),
      ...this.#config,
    };
    await this.#ask({ type: 'configure', config }, 'ready');
  }

  #ask<Result extends PageMessage>(
    request: WithoutId<HostRequest>,
    type: PageMessage['type'],
    transfer: Transferable[] = [],
  ): Asked<Result> {
    const id = ++this.#lastId;
    const answer = new Promise<Result>((resolve, reject) => {
      const port = this.#port;
      if (!port)
        return reject(new UnderstudyFault('gone', 'The embedded page has not greeted yet: await ready.'));
      this.#waiting.set(id, {
        ends: (message) => message.type === type,
        resolve: resolve as (message: PageMessage) => void,
        reject,
      });
      port.postMessage({ id, ...request }, transfer);
    });
    return Object.assign(answer, { id });
  }

  /** What is no message of the protocol, or answers nothing that was asked, is not listened to. */
  #hear(data: unknown): void {
    if (!isPageMessage(data)) return;
    const waiting = data.id === null ? undefined : this.#waiting.get(data.id);
    if (data.id !== null && !waiting) return;
    if (data.type === 'resize' && this.hasAttribute('autosize') && this.#frame)
      this.#frame.style.height = `${data.height}px`;
    const event = new CustomEvent(`understudy-${data.type}`, { detail: data, cancelable: true });
    const goesOn = this.dispatchEvent(event);
    if (data.type === 'result' && data.kind === 'download' && goesOn && this.#keepsFiles)
      this.#download(data.blob, data.name);
    if (!waiting || data.id === null) return;
    if (data.type === 'error') waiting.reject(new UnderstudyFault(data.code, data.sentence));
    else if (waiting.ends(data)) waiting.resolve(data);
    else return;
    this.#waiting.delete(data.id);
  }

  /** What a host does with a file that its frame may not save, unless it prevents the event's default. */
  #download(blob: Blob, name: string): void {
    const link = this.ownerDocument.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  #hangUp(fault: UnderstudyFault): void {
    this.#port?.close();
    this.#port = null;
    for (const { reject } of this.#waiting.values()) reject(fault);
    this.#waiting.clear();
  }
}

interface PromiseWithResolversOf<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: Error) => void;
}

function withResolvers(): PromiseWithResolversOf<void> {
  let resolve: () => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

function isGreeting(data: unknown): data is Greeting {
  const greeting = data as Partial<Greeting> | null;
  return greeting?.understudy === 'greeting' && greeting.protocol === protocolVersion;
}

function isPageMessage(data: unknown): data is PageMessage {
  const message = data as {
    type?: unknown;
    id?: unknown;
    kind?: unknown;
    height?: unknown;
    blob?: unknown;
  } | null;
  if (typeof message !== 'object' || message === null || !types.includes(message.type as string))
    return false;
  if (message.id !== null && typeof message.id !== 'number') return false;
  if (message.type === 'resize') return typeof message.height === 'number' && Number.isFinite(message.height);
  return message.kind !== 'download' || (message.id === null && message.blob instanceof Blob);
}

if (!customElements.get('understudy-app')) customElements.define('understudy-app', UnderstudyApp);
