import { isWhole } from './seal';

type Bytes = Uint8Array<ArrayBuffer>;

/** In the browser's private storage for this page's origin (OPFS), and alone there. */
const folderName = 'kept-training';
const secondsToDelete = 3;

/** What only workers have: TypeScript's types of the page lack it. */
interface SyncFile {
  write(bytes: Bytes): number;
  flush(): void;
  close(): void;
}
type WritableFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncFile> };

/** What was kept, and when (milliseconds since 1970). */
interface KeptBytes {
  readonly bytes: Bytes;
  readonly at: number;
}

/** Whether there may be a place to keep anything: that it is refused after all shows only on trying. */
export function canKeep(): boolean {
  return isSecureContext && typeof navigator.storage?.getDirectory === 'function';
}

/**
 * Writes what is kept, in a worker. Each writing is a file of its own, and those before it go only when it is whole, so that there
 * is a whole one whatever breaks off.
 * @throws DOMException QuotaExceededError where there is no room
 */
export async function writeKept(bytes: Bytes): Promise<void> {
  const folder = await (
    await navigator.storage.getDirectory()
  ).getDirectoryHandle(folderName, { create: true });
  const before = await numbersIn(folder);
  const name = String((before[0] ?? 0) + 1);
  try {
    await writeFile(await folder.getFileHandle(name, { create: true }), bytes);
  } catch (error) {
    await folder.removeEntry(name);
    throw error;
  }
  // One that another tab holds open stays until the next time.
  await Promise.allSettled(before.map((number) => folder.removeEntry(String(number))));
}

async function writeFile(handle: FileSystemFileHandle, bytes: Bytes): Promise<void> {
  const file = await (handle as WritableFile).createSyncAccessHandle();
  try {
    if (file.write(bytes) < bytes.length) throw new DOMException('No room.', 'QuotaExceededError');
    file.flush();
  } finally {
    file.close();
  }
}

/** The last that was written whole, or what there is of it; null where nothing is kept. */
export async function readKept(): Promise<KeptBytes | null> {
  const folder = await openFolder();
  if (!folder) return null;
  let last: KeptBytes | null = null;
  for (const number of await numbersIn(folder)) {
    const file = await (await folder.getFileHandle(String(number))).getFile();
    const kept = { bytes: new Uint8Array(await file.arrayBuffer()), at: file.lastModified };
    if (isWhole(kept.bytes)) return kept;
    last ??= kept;
  }
  return last;
}

/** When something was kept last (milliseconds since 1970); null where nothing is. */
export async function keptAt(): Promise<number | null> {
  const folder = await openFolder();
  const [last] = folder ? await numbersIn(folder) : [];
  if (!folder || last === undefined) return null;
  return (await (await folder.getFileHandle(String(last))).getFile()).lastModified;
}

/**
 * Deletes all that is kept. A worker that was just ended may hold a file open for a moment yet.
 * @throws DOMException NoModificationAllowedError where another tab goes on holding it
 */
export async function deleteKept(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const giveUpAt = performance.now() + 1000 * secondsToDelete;
  for (;;) {
    try {
      return await root.removeEntry(folderName, { recursive: true });
    } catch (error) {
      if (nameOf(error) === 'NotFoundError') return;
      if (performance.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function openFolder(): Promise<FileSystemDirectoryHandle | null> {
  const root = await navigator.storage.getDirectory();
  try {
    return await root.getDirectoryHandle(folderName);
  } catch (error) {
    if (nameOf(error) === 'NotFoundError') return null;
    throw error;
  }
}

/** Of the files, the last first. */
async function numbersIn(folder: FileSystemDirectoryHandle): Promise<number[]> {
  const numbers: number[] = [];
  for await (const name of folder.keys()) numbers.push(Number(name));
  return numbers.filter(Number.isInteger).sort((a, b) => b - a);
}

function nameOf(error: unknown): string {
  return error instanceof DOMException ? error.name : '';
}
