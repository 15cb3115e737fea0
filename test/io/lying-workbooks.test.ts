import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/engine/errors';
import { workbookWords } from '../../src/io/excel/words';
import { limits } from '../../src/io/limits';
import { namesOf, read, rowsOf } from './csv/write-sample';

const book = new Uint8Array(readFileSync(new URL('../fixtures/files/book.xlsx', import.meta.url)));
const parts = unzipSync(book);
const sheetPath = Object.keys(parts).find((path) => /worksheets\/sheet1\.xml$/.test(path)) ?? '';
const sheet = new TextDecoder().decode(parts[sheetPath]);
const withSheet = (xml: string) => zipSync({ ...(parts as Zippable), [sheetPath]: strToU8(xml) });
const honest = await read(book);

const sentenceOf = async (content: Uint8Array): Promise<string> => {
  const error: unknown = await read(content).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
};

/** The archive with another unpacked size in its directory and at the file itself. */
function claiming(archive: Uint8Array, path: string, size: number): Uint8Array {
  const lie = archive.slice();
  const view = new DataView(lie.buffer);
  const name = strToU8(path);
  const isName = (at: number) => name.every((byte, i) => lie[at + i] === byte);
  for (let at = 0; at + 46 < lie.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50 && isName(at + 46)) view.setUint32(at + 24, size, true);
    if (signature === 0x04034b50 && isName(at + 30)) view.setUint32(at + 22, size, true);
  }
  return lie;
}

describe('a workbook', () => {
  it('that claims a huge area is read by the cells it has', async () => {
    expect(sheet).toContain('<dimension');
    const huge = sheet.replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"');
    const { table } = await read(withSheet(huge));
    expect(namesOf(table)).toEqual(namesOf(honest.table));
    expect(rowsOf(table)).toEqual(rowsOf(honest.table));
  });

  it('whose sheet says it is smaller than it is, is refused and never unpacked beyond what it says', async () => {
    const bomb = withSheet(`${sheet}${' '.repeat(20_000_000)}`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await sentenceOf(claiming(bomb, sheetPath, 200))).toMatch(/^The Excel workbook is damaged.*\.$/);
  });

  it('that says it unpacks to more than is read of one is refused', async () => {
    const lie = claiming(withSheet(sheet), sheetPath, limits.workbookBytes + 1);
    expect(await sentenceOf(lie)).toMatch(/^The workbook unpacks to more than 400 MB/);
  });

  const rowAt = (row: string, cell: string) =>
    sheet.replace('</sheetData>', `<row r=${row}><c r=${cell}><v>1</v></c></row></sheetData>`);

  it.each([
    ['a row in the thousands of millions', rowAt('"4000000000"', '"A4000000000"')],
    ['a cell at the far corner', rowAt('"1048576"', '"XFD1048576"')],
    ['a column beyond all columns', rowAt('"900"', '"ZZZZZZ900"')],
    ['single quotes and spaces', rowAt("'1048576'", "\n'XFD1048576'")],
    ['names with a prefix', rowAt('"1048576"', '"XFD1048576"').replaceAll(/<(row|c) /g, '<x:$1 ')],
    ['a number behind an entity', rowAt('"&#57;99999999"', '"A&#57;99999999"')],
  ])(
    'that puts a cell so far off that the empty ones would fill the memory is refused: %s',
    async (_, xml) => {
      expect(await sentenceOf(withSheet(xml))).toBe(workbookWords().tooFar(limits.workbookCells));
    },
  );

  it('with a cell some way off is read, empty cells and all', async () => {
    const { table } = await read(withSheet(rowAt('"60"', '"T60"')));
    expect(rowsOf(table).length).toBeGreaterThan(rowsOf(honest.table).length);
  });
});
