import type { HostConfig } from '../../embed/protocol';
import { type ExportFormat, fileTypes } from '../../io/write/export-format';
import { defaultPolicy } from '../../release/default-policy';
import { parsePolicy, type Policy } from '../../release/policy';
import { formatBytes } from '../components/plain-numbers';
import type { StepName } from './app.svelte';
import { stateWords } from './words';

/** What the page around this one laid down; by itself the page shows and allows everything but saving a model in a frame. */
export class Arrangement {
  #steps = $state.raw<readonly StepName[] | null>(null);
  #formats = $state.raw<readonly ExportFormat[]>(Object.keys(fileTypes) as ExportFormat[]);
  #allowsModels = $state(false);
  #limits: NonNullable<HostConfig['limits']> = {};
  #policy: Policy = defaultPolicy;

  /** @param isFramed whether a page is around this one: it must then say that models may be saved */
  constructor(isFramed: boolean) {
    this.#allowsModels = !isFramed;
  }

  /** Whether what was learnt may be saved as a file. */
  get allowsModels(): boolean {
    return this.#allowsModels;
  }

  /** At least one. */
  get formats(): readonly ExportFormat[] {
    return this.#formats;
  }

  get policy(): Policy {
    return this.#policy;
  }

  /** Seconds; null for no limit. */
  get trainingSeconds(): number | null {
    return this.#limits.trainingSeconds ?? null;
  }

  shows(step: StepName): boolean {
    return step === 'open' || this.#steps === null || this.#steps.includes(step);
  }

  /** Why a table of this size is not taken, in one sentence; null where it is. */
  faultOf({ bytes = 0, rows = 0 }: { bytes?: number; rows?: number }): string | null {
    const { bytes: mostBytes = Infinity, rows: mostRows = Infinity } = this.#limits;
    if (bytes > mostBytes) return stateWords().fileTooLarge(formatBytes(bytes), formatBytes(mostBytes));
    if (rows > mostRows) return stateWords().tooManyRows(rows, mostRows);
    return null;
  }

  /** Takes over what is said of these. Throws UserError where the policy is none. */
  set({ steps, exports, limits, policy }: HostConfig): void {
    if (policy) this.#policy = parsePolicy(JSON.stringify(policy), 'config.policy');
    if (steps) this.#steps = steps;
    if (exports) this.#allowsModels = exports.includes('model');
    const formats = exports?.filter((one) => one !== 'model') ?? [];
    if (formats.length > 0) this.#formats = formats;
    if (limits) this.#limits = limits;
  }
}
