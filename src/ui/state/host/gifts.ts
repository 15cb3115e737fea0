import type { Gift } from '../../../embed/protocol';
import type { SavedAs } from '../../clients/save-file';
import { Consent } from '../consent.svelte';
import type { Study } from '../study.svelte';
import { Fault } from './fault';

/** What may go to the page around this one: only what it named beforehand, and only where the person agrees. */
export class HostGifts {
  readonly consent = new Consent();
  readonly #origin: () => string;
  #named: readonly Gift[] = [];

  /** @param origin the host's */
  constructor(origin: () => string) {
    this.#origin = origin;
  }

  /** What the host would have. */
  name(gifts: readonly Gift[]): void {
    this.#named = gifts;
  }

  /** Throws Fault where the person need not even be asked. */
  check(gift: Gift, study: Study): void {
    if (!this.#named.includes(gift))
      throw new Fault('not-allowed', `The configuration does not ask for ${gift} (gifts).`);
    if (gift === 'evidence' && study.privacy.isOn)
      throw new Fault(
        'not-allowed',
        'Evidence is computed from the real table, and no guarantee covers it: it stays here.',
      );
  }

  /** @param file that it comes in; empty for evidence. Throws Fault where the person declines. */
  async ask(gift: Gift, study: Study, file: string): Promise<void> {
    if (await this.consent.askOnce(gift, study, { origin: this.#origin(), name: file })) return;
    throw new Fault('refused', 'The person keeps it in the embedded page.');
  }

  /** Whether a file that the person saves may go to the host, which keeps files for the frame. */
  askForFile(name: string, what: SavedAs): Promise<boolean> {
    return this.consent.ask({ origin: this.#origin(), what, name });
  }
}
