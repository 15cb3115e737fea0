import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UserError } from '../../src/engine/errors';
import { type ArchivedFile, readTar } from './tar';

export interface Corpus {
  readonly name: string;
  readonly files: readonly ArchivedFile[];
}

/** The name of the corpus that has its own score. */
export const pollockName = 'pollock-polluted';

const ending = '.tar.gz';
/** What lies beside the tables of a corpus and is none itself. */
const noTable = /(^|\/)(LICENSE|README[^/]*|\.gitattributes|\.gitignore)$|\.(md|mjs|html)$/i;

/** Every corpus of the folder, one archive at a time. @throws UserError where there are none */
export function* readCorpora(folder: string): Generator<Corpus> {
  const archives = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
  if (archives.length === 0) {
    throw new UserError(
      `There are no corpora in ${folder}: name the folder that holds them with --folder FOLDER.`,
    );
  }
  for (const archive of archives.sort()) {
    const files = [...readTar(gunzipSync(readFileSync(join(folder, archive))))];
    yield { name: basename(archive, ending), files: files.filter(({ path }) => !noTable.test(path)) };
  }
}
