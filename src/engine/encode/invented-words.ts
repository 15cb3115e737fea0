import type { RandomStream } from '../random';

/** Sounds of a script's syllables. A sound that is listed twice is drawn twice as often. */
interface Sounds {
  readonly onsets: readonly string[];
  readonly vowels: readonly string[];
  readonly codas: readonly string[];
}

export type Script = 'latin' | 'cyrillic' | 'greek';

const sounds: Readonly<Record<Script, Sounds>> = {
  latin: {
    onsets: 't t n n s s r r l l d d m m c c p p b f g h v w st tr pr br pl cl gr sh ch th'.split(' '),
    vowels: 'e e e e a a a i i i o o o u u ea ou ai'.split(' '),
    codas: ['', '', '', '', ...'n n r r s s l t d m nd st rt ng'.split(' ')],
  },
  cyrillic: {
    onsets: 'т т н н с с р р л л в в к к м д п б г з ст пр тр ш'.split(' '),
    vowels: 'о о о а а е е и и у я ы'.split(' '),
    codas: ['', '', '', '', ...'н н р с л т м й к'.split(' ')],
  },
  greek: {
    onsets: 'τ τ ν ν σ σ κ κ π π ρ ρ λ μ δ γ θ β φ στ πρ'.split(' '),
    vowels: 'α α α ο ο ε ε ι ι η ου αι ω'.split(' '),
    codas: ['', '', '', '', ...'ν ν ς ρ λ'.split(' ')],
  },
};

/** The script most of the letters belong to; Latin where it is another than these three. */
export function scriptOf(text: string): Script {
  const greek = text.match(/\p{Script=Greek}/gu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic > latin && cyrillic >= greek) return 'cyrillic';
  return greek > latin ? 'greek' : 'latin';
}

/** A pronounceable word of exactly `length` letters in small letters, made of syllables; it may by chance be a real one. */
export function inventWord(length: number, script: Script, random: RandomStream): string {
  const { onsets, vowels, codas } = sounds[script];
  let word = random.int(4) === 0 ? pick(vowels, random) : '';
  while (word.length < length) word += pick(onsets, random) + pick(vowels, random) + pick(codas, random);
  return word.slice(0, length);
}

function pick(items: readonly string[], random: RandomStream): string {
  return items[random.int(items.length)];
}
