import { canonicalJson } from './canonical-json';
import { digestOf, toBase64Url, toHexadecimal, utf8 } from './bytes';
import { type PublicJwk, type SignatureAlgorithm, signBytes, type SigningKey } from './signing-key';

/** Stands in a signed manifest as its last field. */
export interface ManifestSignature {
  readonly signs: typeof signedForm;
  readonly algorithm: SignatureAlgorithm;
  readonly publicKey: PublicJwk;
  readonly fingerprint: string;
  /** SHA-256 of the canonical form of every other field, so that a field that was changed can be named. */
  readonly parts: Readonly<Record<string, string>>;
  /** Base64url. */
  readonly value: string;
}

export type Signed<Document> = Document & { readonly signature: ManifestSignature };

const signedForm =
  'The canonical form (RFC 8785) of this field without “value”; “parts” holds the SHA-256 of the canonical form of every other field.';

/** The document, as JSON reads it again, with its signature. */
export async function signManifest<Document extends object>(
  document: Document,
  key: SigningKey,
): Promise<Signed<Document>> {
  const { algorithm, publicKey, fingerprint } = key;
  const written = JSON.parse(JSON.stringify(document)) as Document;
  const unsigned = {
    signs: signedForm,
    algorithm,
    publicKey,
    fingerprint,
    parts: await digestParts(written),
  } as const;
  const value = toBase64Url(await signBytes(key, signedBytes(unsigned)));
  return { ...written, signature: { ...unsigned, value } };
}

/** What is signed. */
export function signedBytes(signature: Omit<ManifestSignature, 'value'>): Uint8Array<ArrayBuffer> {
  return utf8(canonicalJson(signature));
}

/** Hexadecimal SHA-256 of every field's canonical form, the signature's own left out. */
export async function digestParts(document: object): Promise<Record<string, string>> {
  const fields = Object.entries(document).filter(
    ([name, field]) => name !== 'signature' && field !== undefined,
  );
  const digests = fields.map(
    async ([name, field]) => [name, toHexadecimal(await digestOf(canonicalJson(field)))] as const,
  );
  return Object.fromEntries(await Promise.all(digests));
}
