import { describe, expect, it } from 'vitest';
import { isWhole, passphraseKey, seal, unseal } from '../../src/kept/seal';
import { keptWords } from '../../src/kept/words';

const content = Uint8Array.from({ length: 5000 }, (_, i) => i % 251);
const key = await passphraseKey('four words of your own');
const sealed = await seal(content, key);

const changedAt = (place: number) => {
  const changed = sealed.slice();
  changed[place] ^= 1;
  return changed;
};

describe('a sealed content', () => {
  it('is had again with the passphrase', async () => {
    expect(await unseal(sealed, key)).toEqual(content);
  });

  it('is had again however the letters of the passphrase are composed', async () => {
    const composed = await seal(content, await passphraseKey('Mühle am Fluß'));
    expect(await unseal(composed, await passphraseKey('Mühle am Fluß'.normalize('NFD')))).toEqual(content);
  });

  it('is sealed under another salt and other IVs each time', async () => {
    const again = await seal(content, key);
    const randomParts = [
      [28, 44],
      [44, 56],
      [72, 84],
    ];
    for (const [from, to] of randomParts) expect(again.slice(from, to)).not.toEqual(sealed.slice(from, to));
    expect(again.slice(84, 100)).not.toEqual(sealed.slice(84, 100));
  });

  it('derives its key by a million rounds of PBKDF2 with SHA-256, as another implementation does', async () => {
    const { createDecipheriv, pbkdf2Sync } = await import('node:crypto');
    expect(new DataView(sealed.buffer).getUint32(20, true)).toBe(1_000_000);
    const derived = pbkdf2Sync('four words of your own', sealed.slice(28, 44), 1_000_000, 32, 'sha256');
    const cipher = createDecipheriv('aes-256-gcm', derived, sealed.slice(72, 84));
    cipher.setAAD(sealed.slice(0, 84));
    cipher.setAuthTag(sealed.slice(-16));
    const opened = Buffer.concat([cipher.update(sealed.slice(84, -16)), cipher.final()]);
    expect(new Uint8Array(opened)).toEqual(content);
  });

  it('does not open to another passphrase, and says so', async () => {
    const other = await passphraseKey('four words of their own');
    await expect(unseal(sealed, other)).rejects.toThrow(keptWords().wrongPassphrase);
  });

  it.each([
    ['its content', 2000],
    ['its tag', sealed.length - 1],
    ['the IV of the content', 75],
    ['its name', 3],
  ])('whose bytes were changed in %s is refused as damaged', async (_, place) => {
    await expect(unseal(changedAt(place), key)).rejects.toThrow(keptWords().damaged);
  });

  it.each([
    ['the rounds', 20],
    ['the salt', 30],
    ['the tag that tells a wrong passphrase', 60],
  ])('whose bytes were changed in %s does not open', async (_, place) => {
    await expect(unseal(changedAt(place), key)).rejects.toThrow(keptWords().wrongPassphrase);
  });

  it('that was cut short, or asks for rounds without end, is refused before anything is derived', async () => {
    expect(isWhole(sealed)).toBe(true);
    for (const end of [0, 40, 84, sealed.length - 1]) {
      expect(isWhole(sealed.slice(0, end))).toBe(false);
      await expect(unseal(sealed.slice(0, end), key)).rejects.toThrow(keptWords().damaged);
    }
    await expect(unseal(changedAt(23).fill(255, 20, 24), key)).rejects.toThrow(keptWords().damaged);
  });

  it('of a later version of the format is refused as such', async () => {
    await expect(unseal(changedAt(17), key)).rejects.toThrow(keptWords().otherFormat);
  });
});
