import { count } from '../../evaluation/sentences';
import { type ReadManifest, readManifest, type ReceivedFile } from '../read-manifest';
import { fromBase64Url } from './bytes';
import { digestParts, type ManifestSignature, signedBytes } from './sign-manifest';
import { fingerprintOf, type PublicJwk, publicPart, signatureHolds } from './signing-key';

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
      ...altered.map((name) => `The manifest’s part “${name}” was changed after it was signed.`),
      ...spelling.faults,
      ...files.filter(({ state }) => state !== 'as signed').map(({ sentence }) => sentence),
    ],
    notes: [
      ...spelling.notes,
      ...missing.map(({ fileName }) => `The manifest also names ${fileName}, which was not given.`),
    ],
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
      sentence: 'The manifest is not signed: anyone could have written it.',
    };
  const read = await readSignature(found);
  if (!read || !(await holds(read.signature, read.publicKey)))
    return {
      state: 'broken',
      fingerprint: read?.fingerprint ?? null,
      expected: null,
      sentence: 'The signature does not hold: it was changed, or what it covers was.',
    };
  const { fingerprint } = read;
  const isExpected = expected && fingerprint === (await fingerprintOf(expected));
  return { state: 'valid', fingerprint, expected: isExpected, sentence: validWords(fingerprint, isExpected) };
}

function validWords(fingerprint: string, isExpected: boolean | null): string {
  if (isExpected === false)
    return `The signature holds, but it was made with another key (${fingerprint}) than the one you gave.`;
  return isExpected
    ? `The signature holds, and it was made with the key you gave (${fingerprint}).`
    : `The signature holds. It was made with the key ${fingerprint}: ask the sender whether that is theirs.`;
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
  if (same) {
    const renamed = same.fileName === name ? '' : ` It was named ${same.fileName}.`;
    return {
      name,
      state: 'as signed',
      sentence: `${name} is, byte for byte, the file the manifest names.${renamed}`,
    };
  }
  const named = outputs.find(({ fileName }) => fileName === name);
  if (!named) return { name, state: 'not named', sentence: `${name} is not a file that the manifest names.` };
  const sizes =
    named.byteCount === file.byteCount
      ? 'it has as many bytes, but not the same ones'
      : `it has ${count(file.byteCount)} bytes, where ${count(named.byteCount)} were signed`;
  return { name, state: 'altered', sentence: `${name} was changed after the manifest was made: ${sizes}.` };
}

/** What can be changed in a text without changing what JSON reads from it: spaces, and keys that stand twice. */
function checkSpelling(text: string, document: object): { faults: string[]; notes: string[] } {
  if (text === `${JSON.stringify(document, null, 2)}\n`) return { faults: [], notes: [] };
  const unspaced = text.replace(/("(?:\\.|[^"\\])*")|\s+/g, '$1');
  return unspaced === JSON.stringify(document)
    ? {
        faults: [],
        notes: ['Spaces in the manifest’s text were changed since it was written; what it says was not.'],
      }
    : {
        faults: [
          'The manifest’s text was changed since it was written: keys that stand twice, or other spellings.',
        ],
        notes: [],
      };
}
