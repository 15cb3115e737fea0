import { UserError } from '../../engine/errors';
import { readSettings, type SharedSettings, writeSettings } from './shared-settings';
import type { Study } from './study.svelte';

/**
 * Settings that came behind the `#` of the page's address. They are taken out of it as they are read, and kept for as long
 * as the page is open. Not in a frame: there the address, and what is settled, are the host's.
 */
export class SharedLink {
  #settings = $state.raw<SharedSettings | null>(null);
  #fault = $state<string | null>(null);

  /** @param onSettings other settings came while the page was open */
  constructor(page: Window, onSettings: () => void) {
    if (page.parent !== page) return;
    this.#read(page);
    page.addEventListener('hashchange', () => {
      if (this.#read(page)) onSettings();
    });
  }

  get settings(): SharedSettings | null {
    return this.#settings;
  }

  /** Why those of a link were not taken, in one sentence. */
  get fault(): string | null {
    return this.#fault;
  }

  forget(): void {
    this.#settings = null;
    this.#fault = null;
  }

  /** What the study is told of learning, privacy and release; the rest of it stays as it is. */
  applyTo({ training, privacy, release }: Study): void {
    const { policy, ...told } = this.#settings ?? {};
    const { settings } = training;
    training.settings = {
      ...settings,
      model: told.model ?? settings.model,
      preset: told.preset ?? settings.preset,
      seed: told.seed ?? settings.seed,
      maxSeconds: told.time ?? settings.maxSeconds,
      holdoutShare: told.aside === undefined ? settings.holdoutShare : told.aside / 100,
      minCategoryRows: told.rare ?? settings.minCategoryRows,
    };
    if (told.epsilon !== undefined) {
      privacy.isOn = true;
      privacy.epsilon = told.epsilon;
      privacy.ownDelta = told.delta ?? null;
      privacy.declaredRows = told.declared ?? null;
      privacy.mechanism = told.mechanism ?? 'proposed';
      privacy.findsFacts = told.find ?? false;
    }
    const { file } = release;
    if (told.rows !== undefined) file.rows = told.rows;
    if (told.format && file.formats.includes(told.format)) file.format = told.format;
    file.guardFormulas = told.guard ?? file.guardFormulas;
    if (policy) release.papers.takePolicy(policy);
  }

  /** @returns whether there were any that could be taken */
  #read(page: Window): boolean {
    const { location, history } = page;
    try {
      const settings = readSettings(location.hash.slice(1));
      if (!settings) return false;
      this.#settings = settings;
      this.#fault = null;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#settings = null;
      this.#fault = error.message;
    }
    history.replaceState(history.state, '', location.href.replace(/#.*$/s, ''));
    return this.#settings !== null;
  }
}

/**
 * What a link to this study's settings tells: of learning what counts, of rows only a number that a person chose.
 * @param withSeed whether the seed is among them: with it a guess at the whole table could be confirmed
 */
export function settingsOf({ training, privacy, release }: Study, withSeed: boolean): SharedSettings {
  const { model, preset, seed, maxSeconds, holdoutShare, minCategoryRows } = training.settings;
  const { papers, file } = release;
  return {
    ...(privacy.isOn
      ? {
          epsilon: privacy.epsilon,
          delta: privacy.ownDelta ?? undefined,
          declared: privacy.declaredRows ?? undefined,
          mechanism: privacy.mechanism,
          find: privacy.findsFacts,
        }
      : {
          model,
          preset: model === 'autoregressive' ? preset : undefined,
          rare: minCategoryRows,
          time: maxSeconds ?? undefined,
        }),
    seed: withSeed ? seed : undefined,
    aside: Math.round(100 * holdoutShare),
    rows: file.chosenRows ?? undefined,
    format: file.format,
    guard: file.format === 'csv' ? file.guardFormulas : undefined,
    policy: papers.hasOwnPolicy ? papers.policy : undefined,
  };
}

/** The page's own address with the settings behind its `#`, which browsers send to no server. */
export function linkTo(address: string, settings: SharedSettings): string {
  return `${address.replace(/#.*$/s, '')}#${writeSettings(settings)}`;
}
