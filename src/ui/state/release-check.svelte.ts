import { UserError } from '../../engine/errors';
import { Sha256 } from '../../io/sha256';
import { canSign, type PublicJwk, readPublicKey } from '../../release/signature/signing-key';
import type { ReceivedFile } from '../../release/read-manifest';
import { type ReleaseCheck, verifyRelease } from '../../release/signature/verify-release';
import { explainFailure } from './failure';
import { releaseStateWords } from './release-words';

/** Checking a release that someone was given: no table need be open. */
export class ReleaseCheckState {
  #found = $state.raw<ReleaseCheck | null>(null);
  #busy = $state(false);
  #error = $state<string | null>(null);
  /** The sheet is shown. */
  open = $state(false);

  get found(): ReleaseCheck | null {
    return this.#found;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get error(): string | null {
    return this.#error;
  }

  forget(): void {
    this.#found = null;
    this.#error = null;
    this.open = false;
  }

  /** A manifest, the files it names and, where there is one, the sender's public key, in any order. */
  async look(files: readonly File[]): Promise<void> {
    this.#error = null;
    this.#found = null;
    this.#busy = true;
    try {
      this.#found = await check(files);
    } catch (error) {
      this.#error = explainFailure(error, releaseStateWords().checkingRelease);
    } finally {
      this.#busy = false;
    }
  }
}

async function check(files: readonly File[]): Promise<ReleaseCheck> {
  if (!canSign()) throw new UserError(releaseStateWords().cannotCheck);
  const manifests = files.filter(({ name }) => /\.json$/i.test(name));
  if (manifests.length !== 1) throw new UserError(releaseStateWords().oneManifest);
  const key = files.find(isKey);
  const data = files.filter((file) => file !== manifests[0] && file !== key);
  return verifyRelease(await manifests[0].text(), await Promise.all(data.map(hashFile)), await readKey(key));
}

function isKey({ name }: File): boolean {
  return /\.jwk$/i.test(name);
}

async function readKey(file: File | undefined): Promise<PublicJwk | null> {
  return file ? readPublicKey(await file.text()) : null;
}

async function hashFile(file: File): Promise<ReceivedFile> {
  const hash = new Sha256();
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) hash.update(read.value);
  return { name: file.name, byteCount: file.size, sha256: hash.hexDigest() };
}
