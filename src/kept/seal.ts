import { UserError } from '../engine/errors';
import { keptWords } from './words';

/*
 * What is kept, as bytes: 16 letters that name it; the format's version, the rounds of PBKDF2 and the length of the sealed content
 * (unsigned 32 bits each, little-endian); a salt; an IV and AES-GCM's tag of nothing, by which a wrong passphrase is told from
 * a damaged file; another IV, and the content sealed by AES-GCM, tag included. All that stands before a seal is authenticated by it.
 */
const magic = 'UNDERSTUDY-KEPT.';
const version = 1;
/** OWASP's Password Storage Cheat Sheet (2023) asks for 600,000 with SHA-256. */
const rounds = 1_000_000;
const mostRounds = 100_000_000;
const saltAt = 28;
const checkIvAt = 44;
const checkAt = 56;
const bodyIvAt = 72;
const bodyAt = 84;
const ivBytes = 12;

type Bytes = Uint8Array<ArrayBuffer>;

/** A key to keep in memory in place of the passphrase, which cannot be had from it again. */
export function passphraseKey(passphrase: string): Promise<CryptoKey> {
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  return crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
}

/** The content, encrypted by AES-256-GCM under a key from the passphrase; salt and IVs are drawn anew. */
export async function seal(content: Bytes, passphrase: CryptoKey): Promise<Bytes> {
  const sealed = new Uint8Array(bodyAt + content.length + 16);
  sealed.set(new TextEncoder().encode(magic));
  const view = new DataView(sealed.buffer);
  view.setUint32(magic.length, version, true);
  view.setUint32(magic.length + 4, rounds, true);
  view.setUint32(magic.length + 8, content.length + 16, true);
  crypto.getRandomValues(sealed.subarray(saltAt, checkAt));
  crypto.getRandomValues(sealed.subarray(bodyIvAt, bodyAt));
  const key = await keyFrom(passphrase, sealed);
  const encrypt = async (ivAt: number, at: number, text: Bytes) =>
    sealed.set(new Uint8Array(await crypto.subtle.encrypt(parameters(sealed, ivAt), key, text)), at);
  await encrypt(checkIvAt, checkAt, new Uint8Array(0));
  await encrypt(bodyIvAt, bodyAt, content);
  return sealed;
}

/** Whether nothing is missing at the end, as where writing was broken off. */
export function isWhole(sealed: Bytes): boolean {
  if (sealed.length < bodyAt) return false;
  return sealed.length === bodyAt + viewOf(sealed).getUint32(magic.length + 8, true);
}

/**
 * What was sealed.
 * @throws UserError where the passphrase is another, the bytes have been changed or are of another version of the format
 */
export async function unseal(sealed: Bytes, passphrase: CryptoKey): Promise<Bytes> {
  if (!isWhole(sealed) || new TextDecoder('latin1').decode(sealed.subarray(0, magic.length)) !== magic)
    throw new UserError(keptWords().damaged);
  const view = viewOf(sealed);
  if (view.getUint32(magic.length, true) !== version) throw new UserError(keptWords().otherFormat);
  if (view.getUint32(magic.length + 4, true) > mostRounds) throw new UserError(keptWords().damaged);
  const key = await keyFrom(passphrase, sealed);
  await decrypt(sealed, key, checkIvAt, sealed.subarray(checkAt, bodyIvAt), keptWords().wrongPassphrase);
  return decrypt(sealed, key, bodyIvAt, sealed.subarray(bodyAt), keptWords().damaged);
}

async function decrypt(
  sealed: Bytes,
  key: CryptoKey,
  ivAt: number,
  text: Bytes,
  fault: string,
): Promise<Bytes> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(sealed, ivAt), key, text));
  } catch {
    throw new UserError(fault);
  }
}

/** All before the sealed part, its IV among it, is authenticated with it. */
function parameters(sealed: Bytes, ivAt: number): AesGcmParams {
  const end = ivAt + ivBytes;
  return { name: 'AES-GCM', iv: sealed.slice(ivAt, end), additionalData: sealed.slice(0, end) };
}

function keyFrom(passphrase: CryptoKey, sealed: Bytes): Promise<CryptoKey> {
  const iterations = viewOf(sealed).getUint32(magic.length + 4, true);
  const salt = sealed.slice(saltAt, checkIvAt);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    passphrase,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function viewOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
