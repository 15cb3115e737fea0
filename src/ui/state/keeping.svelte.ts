import type { KeepOrder, OpenedTable } from '../../../workers/api';
import { UserError } from '../../engine/errors';
import { type KeptTable, type KeptTraining, unpackTraining } from '../../kept/kept-training';
import { passphraseKey, unseal } from '../../kept/seal';
import { canKeep, deleteKept, keptAt, readKept } from '../../kept/store';
import { keptWords } from '../../kept/words';
import { explainFailure } from './failure';
import { product } from './product';

/** The only thing that is stored besides: without it nothing is looked for, so that nothing touches the disk. */
const storageKey = 'understudy-kept';
const program = `${product.name} ${product.version}`;

export const fewestCharacters = 12;

/** A training kept on the disk, where that was asked for: made ready, found again after a reload, unlocked, deleted. */
export class KeepingState {
  readonly #page: Window;
  /** Whether the trainings to come are to be kept. */
  #isOn = $state(false);
  /** As it is typed; gone once there is a key. */
  passphrase = $state('');
  #key = $state.raw<Promise<CryptoKey> | null>(null);
  /** Milliseconds since 1970; null where nothing is kept. */
  #keptAt = $state<number | null>(null);
  #unlocked = $state.raw<KeptTraining | null>(null);
  #isBusy = $state(false);
  #fault = $state<string | null>(null);

  constructor(page: Window) {
    this.#page = page;
    if (canKeep() && recall(page)) void this.#find();
  }

  get isPossible(): boolean {
    return canKeep();
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Turned on only where the browser really gives a place. */
  async turn(isOn: boolean): Promise<void> {
    this.#isOn = isOn;
    this.#fault = null;
    try {
      if (isOn) await openPlace(this.#page);
    } catch {
      this.#isOn = false;
      this.#fault = keptWords().impossible;
    }
  }

  get hasKey(): boolean {
    return this.#key !== null;
  }

  /** What keeps a training from beginning; null where nothing does. */
  get lacks(): string | null {
    if (!this.#isOn || this.hasKey || this.passphrase.length >= fewestCharacters) return null;
    return keptWords().passphraseShort(fewestCharacters);
  }

  get keptAt(): number | null {
    return this.#keptAt;
  }

  get unlocked(): KeptTraining | null {
    return this.#unlocked;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  get fault(): string | null {
    return this.#fault;
  }

  /** There is something from before this page was loaded, which nobody has gone on with. */
  get waits(): boolean {
    return this.#keptAt !== null && (this.#unlocked !== null || !this.#isOn);
  }

  /** How a training that begins now is to be kept; null where it is not to be. */
  order(table: KeptTable): Promise<KeepOrder> | null {
    if (!this.#isOn || this.lacks !== null) return null;
    this.#key ??= passphraseKey(this.passphrase);
    this.passphrase = '';
    remember(this.#page, true);
    return this.#key.then((key) => ({ key, table, program }));
  }

  /** A training has been kept (null), or has not, and why. */
  take(fault: string | null): void {
    this.#fault = fault;
    if (fault === null) this.#keptAt = Date.now();
  }

  /** Decrypts what is kept; what comes of it is in `unlocked` or `fault`. */
  async unlock(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#fault = null;
    try {
      const kept = await readKept();
      if (!kept) throw new UserError(keptWords().gone);
      const key = await passphraseKey(this.passphrase);
      this.#unlocked = unpackTraining(await unseal(kept.bytes, key), program);
      this.#key = Promise.resolve(key);
      this.#isOn = true;
      this.passphrase = '';
    } catch (error) {
      this.#fault = explainFailure(error, keptWords().whileUnlocking);
    } finally {
      this.#isBusy = false;
    }
  }

  /** It stays on the disk, encrypted. */
  lock(): void {
    this.#unlocked = null;
    this.#key = null;
    this.#isOn = false;
    this.#fault = null;
  }

  /**
   * What is unlocked, for the table that was opened: it is gone on with once. Null where nothing is unlocked.
   * @throws UserError where the table is another
   */
  goOn({ fileName, sha256, rowCount }: OpenedTable): KeptTraining | null {
    const kept = this.#unlocked;
    if (!kept) return null;
    if (kept.table.sha256 !== sha256 || kept.table.rowCount !== rowCount)
      throw new UserError(keptWords().otherFile(fileName, kept.table.fileName));
    this.#unlocked = null;
    return kept;
  }

  /** Whoever writes must have ended before. */
  async delete(): Promise<void> {
    this.lock();
    this.passphrase = '';
    if (!recall(this.#page)) return;
    try {
      await deleteKept();
      this.#keptAt = null;
      remember(this.#page, false);
    } catch {
      this.#fault = keptWords().notDeleted;
    }
  }

  async #find(): Promise<void> {
    // Refused or spoilt since: then there is nothing that could be gone on with.
    this.#keptAt = await keptAt().catch(() => null);
  }
}

/** Throws where either store is refused, as in sandboxed frames. */
async function openPlace(page: Window): Promise<void> {
  page.localStorage.getItem(storageKey);
  await page.navigator.storage.getDirectory();
}

function recall(page: Window): boolean {
  try {
    return page.localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
}

function remember(page: Window, isKept: boolean): void {
  if (isKept) page.localStorage.setItem(storageKey, 'yes');
  else page.localStorage.removeItem(storageKey);
}
