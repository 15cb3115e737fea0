import { KeyedPermutation } from '../keyed-permutation';
import type { RandomStream } from '../random';

/** Distinct texts by number. */
export interface NumberedTexts {
  /** 1 … 2⁵² */
  readonly size: number;
  /** @param random draws what the number leaves open */
  textAt(number: number, random: RandomStream): string;
}

/** What is to be taken from levels of texts: those of the next where the one before has no room left. */
export interface KeyDemand {
  /** No two levels have a text in common; somewhere among them is a level as large as needed. */
  levelAt(level: number): NumberedTexts;
  /** Keys that a block is likely to need at most. */
  readonly perBlock: number;
  /** Texts that may turn out to be taken, of which `shareRefused` of the others are refused besides. */
  readonly taken: number;
}

/** Of any level, room is left for keys even where nearly all its texts are taken. */
const mostTaken = 0.9;
/** Share of free texts that are taken for real ones (blurred-texts.ts), and some room for chance. */
const shareRefused = 0.25;

/**
 * Texts in a random order without repetition, of which each block gets its own: block b takes those at the places from b times a
 * block's room on, of a permutation that is the same for all blocks.
 */
export class NumberedKeys {
  readonly #demand: KeyDemand;
  readonly #seed: number;
  readonly #name: string;
  readonly #orders: KeyedPermutation[] = [];

  /** @param name of the permutations' streams */
  constructor(demand: KeyDemand, seed: number, name: string) {
    this.#demand = demand;
    this.#seed = seed;
    this.#name = name;
  }

  /** A function that gives a text of the block's at each call, never the same twice. */
  ofBlock(block: number, random: RandomStream): () => string {
    let level = -1;
    let place = 0;
    let end = 0;
    return () => {
      while (place >= end) {
        level++;
        const { size } = this.#demand.levelAt(level);
        const room = this.#roomIn(size);
        place = block * room;
        end = Math.min(place + room, size);
      }
      return this.#demand.levelAt(level).textAt(this.#orderOf(level).at(place++), random);
    };
  }

  #roomIn(size: number): number {
    const { perBlock, taken } = this.#demand;
    return Math.ceil(perBlock / (1 - Math.min(mostTaken, shareRefused + taken / size)));
  }

  #orderOf(level: number): KeyedPermutation {
    return (this.#orders[level] ??= new KeyedPermutation(
      this.#demand.levelAt(level).size,
      this.#seed,
      `${this.#name} level ${level}`,
    ));
  }
}
