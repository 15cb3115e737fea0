import { UserError } from '../../engine/errors';
import { canonicalJson } from './canonical-json';
import { digestOf, toBase64Url } from './bytes';
import { signatureWords } from './words';

export type SignatureAlgorithm = 'Ed25519' | 'ECDSA-P256-SHA256';

/** A public key as RFC 7517 and RFC 8037 write it: its required members alone. */
export type PublicJwk =
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };

/** What a person signs releases with. */
export interface SigningKey {
  readonly algorithm: SignatureAlgorithm;
  readonly publicKey: PublicJwk;
  /** Of the public key: what people compare to know whose it is. */
  readonly fingerprint: string;
  readonly privateKey: CryptoKey;
}

interface Scheme {
  /** How WebCrypto names the key. */
  readonly key: EcKeyImportParams | Algorithm;
  /** How WebCrypto names signing with it. */
  readonly signing: EcdsaParams | Algorithm;
}

const schemes: Readonly<Record<SignatureAlgorithm, Scheme>> = {
  Ed25519: { key: { name: 'Ed25519' }, signing: { name: 'Ed25519' } },
  'ECDSA-P256-SHA256': {
    key: { name: 'ECDSA', namedCurve: 'P-256' } satisfies EcKeyImportParams,
    signing: { name: 'ECDSA', hash: 'SHA-256' } satisfies EcdsaParams,
  },
};

/** WebCrypto is there in secure contexts alone: over HTTPS, on localhost, and from a file on the disk. */
export function canSign(): boolean {
  return (globalThis.crypto as Crypto | undefined)?.subtle !== undefined;
}

/**
 * A new key: Ed25519 (RFC 8032) where this program offers it, else ECDSA on P-256 (FIPS 186-5). Unless `extractable`, not
 * even this program can read the private half.
 */
export async function makeSigningKey(extractable: boolean): Promise<SigningKey> {
  const pair = await generate('Ed25519', extractable).catch(() => generate('ECDSA-P256-SHA256', extractable));
  const publicKey = publicPart(await crypto.subtle.exportKey('jwk', pair.publicKey));
  return keyOf(publicKey, pair.privateKey);
}

/** The private key as a JWK file's text. Throws where it was made to stay. */
export async function keyFileText({ privateKey }: SigningKey): Promise<string> {
  return `${JSON.stringify(await crypto.subtle.exportKey('jwk', privateKey), null, 2)}\n`;
}

/** The key of a JWK file that `keyFileText` wrote. Throws UserError where it is none. */
export async function readSigningKey(text: string): Promise<SigningKey> {
  const jwk = parseJwk(text);
  const publicKey = publicPart(jwk);
  if (typeof jwk.d !== 'string') throw new UserError(signatureWords().publicKeyAlone);
  const { key } = schemes[algorithmOf(publicKey)];
  const privateKey = await crypto.subtle
    .importKey('jwk', { ...publicKey, d: jwk.d }, key, false, ['sign'])
    .catch(() => Promise.reject(new UserError(signatureWords().cannotSign)));
  return keyOf(publicKey, privateKey);
}

/** The public key of a JWK file. Throws UserError where it is none. */
export function readPublicKey(text: string): PublicJwk {
  return publicPart(parseJwk(text));
}

/** RFC 7638: the SHA-256 of the key's required members in canonical form, base64url. */
export async function fingerprintOf(publicKey: PublicJwk): Promise<string> {
  return `SHA256:${toBase64Url(await digestOf(canonicalJson(publicPart(publicKey))))}`;
}

function algorithmOf(publicKey: PublicJwk): SignatureAlgorithm {
  return publicKey.kty === 'OKP' ? 'Ed25519' : 'ECDSA-P256-SHA256';
}

export async function signBytes(key: SigningKey, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign(schemes[key.algorithm].signing, key.privateKey, bytes));
}

/** False also where the signature is not of that key's form. Throws where this program does not know the algorithm. */
export async function signatureHolds(
  publicKey: PublicJwk,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { key, signing } = schemes[algorithmOf(publicKey)];
  const imported = await crypto.subtle.importKey('jwk', { ...publicKey }, key, false, ['verify']);
  return crypto.subtle.verify(signing, imported, signature, bytes);
}

/** The required members in the order of their names; throws UserError for any other kind of key. */
export function publicPart(jwk: JsonWebKey): PublicJwk {
  const { kty, crv, x, y } = jwk;
  if (kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string') return { crv, kty, x };
  if (kty === 'EC' && crv === 'P-256' && typeof x === 'string' && typeof y === 'string')
    return { crv, kty, x, y };
  throw new UserError(signatureWords().otherKey);
}

function generate(algorithm: SignatureAlgorithm, extractable: boolean): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(schemes[algorithm].key, extractable, [
    'sign',
    'verify',
  ]) as Promise<CryptoKeyPair>;
}

async function keyOf(publicKey: PublicJwk, privateKey: CryptoKey): Promise<SigningKey> {
  return {
    algorithm: algorithmOf(publicKey),
    publicKey,
    fingerprint: await fingerprintOf(publicKey),
    privateKey,
  };
}

function parseJwk(text: string): JsonWebKey {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch {
    // Said below, with what is no object.
  }
  throw new UserError(signatureWords().noKey);
}
