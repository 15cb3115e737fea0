import type { Gift } from '../../embed/protocol';
import type { SavedAs } from '../clients/save-file';
import type { Study } from './study.svelte';

/** What the person is asked before anything goes to the page around this one. */
export interface HandOver {
  readonly origin: string;
  readonly what: Gift | SavedAs;
  /** Of the file; empty for evidence. */
  readonly name: string;
}

/** What the person agreed to hand over: one question at a time. */
export class Consent {
  #asked = $state.raw<HandOver | null>(null);
  #answer: (agreed: boolean) => void = () => undefined;
  /** Gifts agreed to, of this study alone. */
  #agreed: { readonly study: Study; readonly gifts: readonly Gift[] } | null = null;

  /** What waits for an answer. */
  get asked(): HandOver | null {
    return this.#asked;
  }

  answer(agreed: boolean): void {
    this.#asked = null;
    this.#answer(agreed);
    this.#answer = () => undefined;
  }

  /** Asks each time. A question that comes while another waits is answered with no. */
  ask(question: HandOver): Promise<boolean> {
    if (this.#asked) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#asked = question;
    });
  }

  /** Asks once for each table and gift. */
  async askOnce(gift: Gift, study: Study, question: Omit<HandOver, 'what'>): Promise<boolean> {
    const before = this.#agreed?.study === study ? this.#agreed.gifts : [];
    if (before.includes(gift)) return true;
    const agreed = await this.ask({ ...question, what: gift });
    if (agreed) this.#agreed = { study, gifts: [...before, gift] };
    return agreed;
  }
}
