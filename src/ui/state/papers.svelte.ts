import { UserError } from '../../engine/errors';
import type { IntendedUse } from '../../release/manifest';
import { parsePolicy, type Policy } from '../../release/policy';
import { defaultDisclosure, type Disclosure } from '../../release/report/shareable-report';
import {
  keyFileText,
  makeSigningKey,
  readSigningKey,
  type SigningKey,
} from '../../release/signature/signing-key';
import { explainFailure } from './failure';
import { releaseStateWords } from './release-words';

/** What a person says of a release, for the papers that go with it: its use, its thresholds, what may be told, whose it is. */
export class PapersState {
  use = $state('');
  limits = $state('');
  figures = $state<Disclosure['figures']>(defaultDisclosure.figures);
  exactRowCount = $state(defaultDisclosure.exactRowCount);
  readonly #usual: Policy;
  #policy: Policy;
  #key = $state.raw<SigningKey | null>(null);
  #error = $state<string | null>(null);

  /** @param usual the policy unless a person chooses another */
  constructor(usual: Policy) {
    this.#usual = usual;
    this.#policy = $state.raw(usual);
  }

  get policy(): Policy {
    return this.#policy;
  }

  /** Releases are signed with it; null: they are not signed. */
  get key(): SigningKey | null {
    return this.#key;
  }

  get error(): string | null {
    return this.#error;
  }

  get intended(): IntendedUse {
    return { use: this.use.trim(), limits: this.limits.trim() };
  }

  get disclosure(): Disclosure {
    return { ...defaultDisclosure, figures: this.figures, exactRowCount: this.exactRowCount };
  }

  /** Another than the usual one is judged by. */
  get hasOwnPolicy(): boolean {
    return this.#policy !== this.#usual;
  }

  takePolicy(policy: Policy): void {
    this.#policy = policy;
  }

  /** The policy in a file; null: the usual one. */
  choosePolicy(file: File | null): Promise<void> {
    return this.#attempt(releaseStateWords().readingPolicy, async () => {
      this.#policy = file ? parsePolicy(await file.text(), file.name) : this.#usual;
    });
  }

  /** A key that stays in this page and is gone when it is closed. */
  makeKey(): Promise<void> {
    return this.#attempt(releaseStateWords().makingKey, async () => {
      this.#key = await makeSigningKey(false);
    });
  }

  /** A key to sign further releases with: the text of its file. Here it is kept so that it cannot be read. */
  async makeKeyToKeep(): Promise<string | null> {
    let text: string | null = null;
    await this.#attempt(releaseStateWords().makingKey, async () => {
      text = await keyFileText(await makeSigningKey(true));
      this.#key = await readSigningKey(text);
    });
    return text;
  }

  useKey(file: File): Promise<void> {
    return this.#attempt(releaseStateWords().readingKey, async () => {
      this.#key = await readSigningKey(await file.text());
    });
  }

  forgetKey(): void {
    this.#key = null;
    this.#error = null;
  }

  async #attempt(what: string, act: () => Promise<void>): Promise<void> {
    this.#error = null;
    try {
      await act();
    } catch (error) {
      this.#error = error instanceof UserError ? error.message : explainFailure(error, what);
    }
  }
}
