/** One plain file of an archive. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const blockBytes = 512;
const decoder = new TextDecoder();

/** The plain files of a tar archive (POSIX ustar, with the long names of pax and GNU), in order. */
export function* readTar(archive: Uint8Array): Generator<ArchivedFile> {
  let longPath: string | null = null;
  for (let at = 0; at + blockBytes <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + blockBytes);
    const size = parseInt(field(header, 124, 12), 8);
    const bytes = archive.subarray(at + blockBytes, at + blockBytes + size);
    at += blockBytes + Math.ceil(size / blockBytes) * blockBytes;
    const type = field(header, 156, 1);
    if (type === 'x') longPath = /\d+ path=(.*)\n/.exec(decoder.decode(bytes))?.[1] ?? null;
    else if (type === 'L') longPath = decoder.decode(bytes).replace(/\0.*$/s, '');
    else {
      if (type === '0' || type === '') yield { path: longPath ?? ownPath(header), bytes };
      longPath = null;
    }
  }
}

function ownPath(header: Uint8Array): string {
  const prefix = field(header, 257, 5) === 'ustar' ? field(header, 345, 155) : '';
  const name = field(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function field(header: Uint8Array, start: number, length: number): string {
  return decoder.decode(header.subarray(start, start + length)).replace(/\0.*$/s, '');
}
