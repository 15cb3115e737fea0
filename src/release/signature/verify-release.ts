import { type ReadManifest, readManifest, type ReceivedFile } from '../read-manifest';
import { fromBase64Url } from './bytes';
import { digestParts, type ManifestSignature, signedBytes } from './sign-manifest';
import { fingerprintOf, type PublicJwk, publicPart, signatureHolds } from './signing-key';
import { signatureWords } from './words';

interface CheckedFile {
  readonly name: string;
  readonly state: 'as signed' | 'altered' | 'not named';
  /** One sentence. */
  readonly sentence: string;
}

/** What was found out about a release. */
export interface ReleaseCheck {
  readonly manifest: ReadManifest;
  readonly signature: {
    readonly state: 'valid' | 'broken' | 'absent';
    readonly fingerprint: string | null;
    /** Whether it is the key that was to be expected; null where none was given. */
    readonly expected: boolean | null;
    readonly sentence: string;
  };
  readonly files: readonly CheckedFile[];
  /** Everything that is not as it should be, one sentence each. */
  readonly faults: readonly string[];
  /** What is worth knowing and no fault. */
  readonly notes: readonly string[];
}

/**
 * Checks a manifest's text, the files that came with it, and its signature.
 * @param expected the key that the release should be signed with, from somewhere other than the release itself
 * @throws UserError where the text is no manifest of this program
 */
export async function verifyRelease(
  text: string,
  received: readonly ReceivedFile[],
  expected: PublicJwk | null = null,
): Promise<ReleaseCheck> {
  const document = readManifest(text);
  const { signature: found, ...manifest } = document;
  const signature = await checkSignature(found, expected);
  const altered = found === undefined ? [] : await alteredParts(manifest, partsOf(found));
  const files = received.map((file) => checkFile(file, manifest));
  const spelling = checkSpelling(text, document);
  const missing = manifest.outputs.filter(({ fileName, sha256 }) =>
    received.every((file) => file.name !== fileName && file.sha256 !== sha256),
  );
  return {
    manifest,
    signature,
    files,
    faults: [
      ...(signature.state === 'valid' && signature.expected !== false ? [] : [signature.sentence]),
      ...altered.map(signatureWords().partChanged),
      ...spelling.faults,
      ...files.filter(({ state }) => state !== 'as signed').map(({ sentence }) => sentence),
    ],
    notes: [...spelling.notes, ...missing.map(({ fileName }) => signatureWords().notGiven(fileName))],
  };
}

async function checkSignature(
  found: unknown,
  expected: PublicJwk | null,
): Promise<ReleaseCheck['signature']> {
  if (found === undefined)
    return {
      state: 'absent',
      fingerprint: null,
      expected: null,
      sentence: signatureWords().unsigned,
    };
  const read = await readSignature(found);
  if (!read || !(await holds(read.signature, read.publicKey)))
    return {
      state: 'broken',
      fingerprint: read?.fingerprint ?? null,
      expected: null,
      sentence: signatureWords().broken,
    };
  const { fingerprint } = read;
  const isExpected = expected && fingerprint === (await fingerprintOf(expected));
  return { state: 'valid', fingerprint, expected: isExpected, sentence: validWords(fingerprint, isExpected) };
}

function validWords(fingerprint: string, isExpected: boolean | null): string {
  const words = signatureWords();
  if (isExpected === false) return words.validByAnother(fingerprint);
  return (isExpected ? words.validAsExpected : words.valid)(fingerprint);
}

async function readSignature(
  found: unknown,
): Promise<{ signature: ManifestSignature; publicKey: PublicJwk; fingerprint: string } | null> {
  try {
    const signature = found as ManifestSignature;
    const publicKey = publicPart(signature.publicKey);
    return { signature, publicKey, fingerprint: await fingerprintOf(publicKey) };
  } catch {
    return null;
  }
}

async function holds({ value, ...signed }: ManifestSignature, publicKey: PublicJwk): Promise<boolean> {
  try {
    const isOwn = signed.fingerprint === (await fingerprintOf(publicKey));
    return isOwn && (await signatureHolds(publicKey, fromBase64Url(value), signedBytes(signed)));
  } catch {
    return false;
  }
}

function partsOf(signature: unknown): Readonly<Record<string, unknown>> {
  const { parts } = (signature ?? {}) as { parts?: unknown };
  return typeof parts === 'object' && parts !== null ? (parts as Record<string, unknown>) : {};
}

/** Fields that are not what their digest says, that were added, or that are gone. */
async function alteredParts(manifest: object, signed: Readonly<Record<string, unknown>>): Promise<string[]> {
  const found = await digestParts(manifest);
  const names = new Set([...Object.keys(found), ...Object.keys(signed)]);
  return [...names].filter((name) => !Object.hasOwn(found, name) || found[name] !== signed[name]);
}

function checkFile(file: ReceivedFile, { outputs }: ReadManifest): CheckedFile {
  const { name } = file;
  const same = outputs.find(({ sha256 }) => sha256 === file.sha256);
  const words = signatureWords();
  if (same) {
    const before = same.fileName === name ? null : same.fileName;
    return { name, state: 'as signed', sentence: words.asSigned(name, before) };
  }
  const named = outputs.find(({ fileName }) => fileName === name);
  if (!named) return { name, state: 'not named', sentence: words.notNamed(name) };
  const sentence =
    named.byteCount === file.byteCount
      ? words.otherBytes(name)
      : words.otherSize(name, file.byteCount, named.byteCount);
  return { name, state: 'altered', sentence };
}

/** What can be changed in a text without changing what JSON reads from it: spaces, and keys that stand twice. */
function checkSpelling(text: string, document: object): { faults: string[]; notes: string[] } {
  if (text === `${JSON.stringify(document, null, 2)}\n`) return { faults: [], notes: [] };
  const unspaced = text.replace(/("(?:\\.|[^"\\])*")|\s+/g, '$1');
  const { otherSpaces, otherSpelling } = signatureWords();
  return unspaced === JSON.stringify(document)
    ? { faults: [], notes: [otherSpaces] }
    : { faults: [otherSpelling], notes: [] };
}
