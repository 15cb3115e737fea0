import { existsSync } from 'node:fs';
import { bankCustomers } from '../../src/samples/bank-customers';
import { clinicVisits } from '../../src/samples/clinic-visits';
import { readCorpora } from '../dirty/corpora';

const mostBytes = 3000;
const fewRows = 12;
/** Files of a corpus that are alike teach little: so many of each are taken. */
const mostOfCorpus = 300;

/** Heads of files to make others from: of the corpora where they are at hand, and made-up tables in several dialects. */
export function readSeeds(folder: string): Uint8Array[] {
  const seeds = madeUpSeeds();
  if (!existsSync(folder)) return seeds;
  for (const { files } of readCorpora(folder)) {
    const stride = Math.max(1, Math.floor(files.length / mostOfCorpus));
    for (let i = 0; i < files.length; i += stride) seeds.push(files[i].bytes.slice(0, mostBytes));
  }
  return seeds;
}

function madeUpSeeds(): Uint8Array[] {
  const tables = [bankCustomers(fewRows), clinicVisits(fewRows)];
  const dialects = [',', ';', '\t', '|', '::', ', '].flatMap((delimiter) =>
    ['\n', '\r\n', '\r'].map((newline) => ({ delimiter, newline })),
  );
  return tables.flatMap((text) =>
    dialects.map(({ delimiter, newline }) =>
      new TextEncoder().encode(text.replaceAll(',', delimiter).replaceAll(/\r?\n/g, newline)),
    ),
  );
}
