import { Sha256 } from '../../io/sha256';
import { policiesOf } from '../load-rest';

/** One thing the page's policy refused. */
export interface Refusal {
  readonly directive: string;
  /** The origin or kind of address that was refused, never its path. */
  readonly target: string;
}

/** Counts what the page asked of the network since it was loaded, as the browser itself reports it. */
export class SealState {
  readonly #page: Window & typeof globalThis;
  readonly #folder: string;
  #requests = $state(0);
  #ownParts = $state(0);
  #refusals = $state.raw<readonly Refusal[]>([]);
  /** SHA-256, hexadecimal, of the policy that the page came with; null in a development copy, which has none. */
  readonly fingerprint: string | null;

  constructor(page: Window & typeof globalThis) {
    this.#page = page;
    this.#folder = page.document.baseURI.replace(/[^/]*([?#].*)?$/, '');
    this.fingerprint = fingerprintOf(this.policies);
    page.document.addEventListener('securitypolicyviolation', (event) => this.#note(event));
    if (page.document.readyState === 'complete') this.#watch();
    else page.addEventListener('load', () => this.#watch(), { once: true });
  }

  /** In force now, from the page itself; none in a development copy. */
  get policies(): readonly string[] {
    return policiesOf(this.#page.document);
  }

  get requests(): number {
    return this.#requests;
  }

  /** Scripts that belong to the page and came after it, from the same folder. */
  get ownParts(): number {
    return this.#ownParts;
  }

  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  #watch(): void {
    const since = this.#page.performance.now();
    const observer = new this.#page.PerformanceObserver((list) => {
      const asked = list.getEntries().filter((entry) => entry.startTime > since && isRequest(entry.name));
      const own = asked.filter((entry) => this.#isOwnPart(entry.name)).length;
      this.#ownParts += own;
      this.#requests += asked.length - own;
    });
    observer.observe({ type: 'resource', buffered: true });
  }

  #isOwnPart(address: string): boolean {
    return (
      address.startsWith(this.#folder) && /^assets\/[\w-]+\.js$/.test(address.slice(this.#folder.length))
    );
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

function fingerprintOf([policy]: readonly string[]): string | null {
  if (policy === undefined) return null;
  return new Sha256().update(new TextEncoder().encode(policy)).hexDigest();
}
