import { type ArithmeticScope, hasFastArithmetic } from '../engine/backend/fast-arithmetic';

/**
 * What a browser may lack that the page can do without, at a cost: found by looking for the thing itself, never by the
 * browser's name. What is cheaper to list than to notice is in docs/browsers.md.
 */
export type Gap =
  'secure-context' | 'graphics-card' | 'fast-arithmetic' | 'direct-saving' | 'many-cores' | 'much-memory';

/** The parts of a window that say so. */
export interface Surroundings extends ArithmeticScope {
  readonly isSecureContext: boolean;
  readonly navigator: {
    readonly hardwareConcurrency?: number;
    /** GiB, rounded to a power of two and at most 8 in most browsers that tell it. */
    readonly deviceMemory?: number;
    readonly gpu?: unknown;
  };
  readonly showSaveFilePicker?: unknown;
}

/** Where learning cannot be shared, and where large tables become a risk. */
const fewCores = 2;
const littleMemory = 4;

/**
 * @param hasCard whether WebGPU, where there is such a thing, has a graphics card to give; taken for granted before that is known
 * @returns in the order of what they cost; a page over plain HTTP lacks by that alone what its browser may well have.
 */
export function findGaps(page: Surroundings, hasCard = true): readonly Gap[] {
  const { hardwareConcurrency = Infinity, deviceMemory = Infinity } = page.navigator;
  const lacks: Record<Gap, boolean> = {
    'secure-context': !page.isSecureContext,
    'fast-arithmetic': !hasFastArithmetic(page),
    'graphics-card': page.isSecureContext && (page.navigator.gpu === undefined || !hasCard),
    'direct-saving': page.isSecureContext && !savesDirectly(page),
    'many-cores': hardwareConcurrency <= fewCores,
    'much-memory': deviceMemory <= littleMemory,
  };
  return (Object.keys(lacks) as Gap[]).filter((gap) => lacks[gap]);
}

/** Whether a file can be written to the disk while it is made. */
export function savesDirectly(page: Surroundings): boolean {
  return page.showSaveFilePicker !== undefined;
}

/** What a page may take of this machine's memory before it is a risk, bytes; 2 GB where nobody tells how much there is. */
export function safeMemory({ navigator: { deviceMemory = Infinity } }: Surroundings): number {
  return Math.min(mostSafeMemory, safeShare * deviceMemory * 2 ** 30);
}

/** Browsers commonly end a tab that asks for more. */
const mostSafeMemory = 2e9;
const safeShare = 0.4;
