import { beforeAll, describe, expect, it } from 'vitest';
import { signManifest } from '../../../src/release/signature/sign-manifest';
import {
  fingerprintOf,
  keyFileText,
  makeSigningKey,
  readPublicKey,
  readSigningKey,
  type SigningKey,
} from '../../../src/release/signature/signing-key';
import { verifyRelease } from '../../../src/release/signature/verify-release';

const manifest = {
  manifest: 'understudy',
  audience: 'shareable',
  created: '2026-02-03T04:05:06.000Z',
  notice: 'Shareable.',
  product: { name: 'Understudy', version: '0.1.0' },
  guarantee: { formal: false, statement: 'No formal guarantee.' },
  columns: [{ name: 'age', kind: 'integer' }],
  measured: { distance: Number.NaN },
  outputs: [{ fileName: 'made.csv', format: 'csv', rowCount: 2, byteCount: 10, sha256: 'cafe' }],
};
const data = { name: 'made.csv', byteCount: 10, sha256: 'cafe' };

let key: SigningKey;
let text: string;

beforeAll(async () => {
  key = await makeSigningKey(false);
  text = `${JSON.stringify(await signManifest(manifest, key), null, 2)}\n`;
});

describe('verifyRelease', () => {
  it('finds nothing amiss in a release as it was signed', async () => {
    const check = await verifyRelease(text, [data], key.publicKey);
    expect(check.faults).toEqual([]);
    expect(check.notes).toEqual([]);
    expect(check.signature).toMatchObject({ state: 'valid', expected: true, fingerprint: key.fingerprint });
    expect(check.files[0].state).toBe('as signed');
  });

  it('names the part of the manifest that was changed, added or taken away', async () => {
    const parsed = JSON.parse(text) as Record<string, unknown>;
    const without = { ...parsed, columns: undefined };
    for (const [changed, part] of [
      [{ ...parsed, notice: 'Public.' }, 'notice'],
      [{ ...parsed, more: 1 }, 'more'],
      [without, 'columns'],
    ] as const) {
      const { faults, signature } = await verifyRelease(`${JSON.stringify(changed, null, 2)}\n`, [data]);
      expect(faults).toContain(`The manifest’s part “${part}” was changed after it was signed.`);
      expect(signature.state).toBe('valid');
    }
  });

  it('notices any byte that is changed, wherever it stands', { timeout: 60_000 }, async () => {
    for (let at = 0; at < text.length; at += 7) {
      const other = text[at] === 'x' ? 'y' : 'x';
      const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
      const found = await verifyRelease(changed, [data]).then(
        ({ faults, notes }) => [...faults, ...notes],
        (error: Error) => [error.message],
      );
      expect(found, `byte ${at}`).not.toEqual([]);
    }
  });

  it('tells spaces from what was changed', async () => {
    const { faults, notes } = await verifyRelease(JSON.stringify(JSON.parse(text)), [data]);
    expect(faults).toEqual([]);
    expect(notes).toEqual([
      'Spaces in the manifest’s text were changed since it was written; what it says was not.',
    ]);
    const twice = text.replace('"notice": ', '"notice": "Another.", "notice": ');
    expect((await verifyRelease(twice, [data])).faults[0]).toContain('keys that stand twice');
  });

  it('names the file that was changed, and the one that is unknown', async () => {
    const files = [
      { ...data, sha256: 'beef' },
      { name: 'other.csv', byteCount: 1, sha256: 'f00d' },
      { ...data, name: 'renamed.csv' },
    ];
    const check = await verifyRelease(text, files);
    expect(check.files.map(({ state }) => state)).toEqual(['altered', 'not named', 'as signed']);
    expect(check.faults).toEqual([
      'made.csv was changed after the manifest was made: it has as many bytes, but not the same ones.',
      'other.csv is not a file that the manifest names.',
    ]);
  });

  it('does not take another key for the one that was expected', async () => {
    const other = await makeSigningKey(false);
    const { faults, signature } = await verifyRelease(text, [data], other.publicKey);
    expect(signature).toMatchObject({ state: 'valid', expected: false });
    expect(faults[0]).toContain('another key');
  });

  it('does not take a signature whose key was exchanged', async () => {
    const other = await makeSigningKey(false);
    const parsed = JSON.parse(text) as { signature: Record<string, unknown> };
    parsed.signature.publicKey = other.publicKey;
    parsed.signature.fingerprint = other.fingerprint;
    const { signature } = await verifyRelease(JSON.stringify(parsed), [data]);
    expect(signature.state).toBe('broken');
  });

  it('says that a manifest without a signature has none', async () => {
    const { faults, signature } = await verifyRelease(`${JSON.stringify(manifest, null, 2)}\n`, [data]);
    expect(signature.state).toBe('absent');
    expect(faults[0]).toContain('not signed');
  });

  it('says of another file that it is no manifest', async () => {
    await expect(verifyRelease('{}', [])).rejects.toThrow(/no manifest/);
    await expect(verifyRelease('null', [])).rejects.toThrow(/no manifest/);
    await expect(verifyRelease('a,b', [])).rejects.toThrow(/not JSON/);
  });
});

describe('a signing key', () => {
  it('has the fingerprint of RFC 8037, appendix A.3', async () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const;
    expect(await fingerprintOf(jwk)).toBe('SHA256:kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('cannot be read where it was made to stay', async () => {
    await expect(keyFileText(key)).rejects.toThrow();
  });

  it('signs the same after it was kept in a file', async () => {
    const made = await makeSigningKey(true);
    const file = await keyFileText(made);
    const read = await readSigningKey(file);
    expect(read.fingerprint).toBe(made.fingerprint);
    const signed = `${JSON.stringify(await signManifest(manifest, read), null, 2)}\n`;
    expect((await verifyRelease(signed, [data], readPublicKey(file))).faults).toEqual([]);
  });

  it('is not made of a file that holds none', async () => {
    await expect(readSigningKey('key')).rejects.toThrow(/JWK/);
    await expect(readSigningKey('{"kty":"RSA"}')).rejects.toThrow(/Ed25519 or P-256/);
    await expect(readSigningKey(JSON.stringify(key.publicKey))).rejects.toThrow(/private/);
  });
});
