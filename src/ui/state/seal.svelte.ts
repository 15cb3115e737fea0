/** One thing the page's policy refused. */
export interface Refusal {
  readonly directive: string;
  /** The origin or kind of address that was refused, never its path. */
  readonly target: string;
}

/** Counts what the page asked of the network since it was loaded, as the browser itself reports it. */
export class SealState {
  #requests = $state(0);
  #refusals = $state.raw<readonly Refusal[]>([]);
  /** The policy in force, from the page itself; null in a development copy. */
  readonly policy: string | null;

  constructor(page: Window & typeof globalThis) {
    const meta = page.document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
    this.policy = meta?.content ?? null;
    page.document.addEventListener('securitypolicyviolation', (event) => this.#note(event));
    if (page.document.readyState === 'complete') this.#watch(page);
    else page.addEventListener('load', () => this.#watch(page), { once: true });
  }

  get requests(): number {
    return this.#requests;
  }

  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  #watch(page: Window & typeof globalThis): void {
    const since = page.performance.now();
    const observer = new page.PerformanceObserver((list) => {
      this.#requests += list
        .getEntries()
        .filter((entry) => entry.startTime > since && isRequest(entry.name)).length;
    });
    observer.observe({ type: 'resource', buffered: true });
  }

  #note(event: SecurityPolicyViolationEvent): void {
    const target = /^[a-z-]+:\/\/[^/]+/.exec(event.blockedURI)?.[0] ?? event.blockedURI;
    this.#refusals = [...this.#refusals, { directive: event.effectiveDirective, target }];
  }
}

/** Addresses inside the page's own memory are not requests. */
function isRequest(address: string): boolean {
  return !/^(blob|data):/.test(address);
}
