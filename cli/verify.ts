import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/engine/errors';
import { Sha256 } from '../src/io/sha256';
import { readPublicKey } from '../src/release/signature/signing-key';
import type { ReceivedFile } from '../src/release/read-manifest';
import { type ReleaseCheck, verifyRelease } from '../src/release/signature/verify-release';
import { commandWords } from './words';

const options = { key: { type: 'string' } } as const;

/**
 * `understudy verify`: whether a manifest and the files that came with it are as they were signed. Prints what was found,
 * and fails where anything is not.
 */
export async function verify(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [manifest, ...data] = positionals;
  if (data.length === 0)
    throw new UserError('Name a manifest and its data: understudy verify MANIFEST.json SYNTHETIC.csv');
  const key = values.key === undefined ? null : readPublicKey(await readFile(values.key, 'utf8'));
  const files = await Promise.all(data.map(hashFile));
  const check = await verifyRelease(await readFile(manifest, 'utf8'), files, key);
  process.stdout.write(describe(check));
  if (check.faults.length > 0) throw new UserError(commandWords().altered(check.faults));
}

async function hashFile(path: string): Promise<ReceivedFile> {
  const hash = new Sha256();
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return { name: basename(path), byteCount: (await stat(path)).size, sha256: hash.hexDigest() };
}

function describe({ manifest, signature, files, notes }: ReleaseCheck): string {
  const lines = [
    signature.sentence,
    ...files.map(({ sentence }) => sentence),
    ...notes,
    commandWords().madeWith(manifest.created, manifest.product.name, manifest.product.version),
    manifest.notice,
    manifest.guarantee.statement,
  ];
  return `${lines.join('\n')}\n`;
}
