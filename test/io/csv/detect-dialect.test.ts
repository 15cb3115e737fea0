import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../src/io/csv/dialect';
import { detectDialect } from '../../../src/io/csv/detect-dialect';
import { encodeText } from './encode-text';

/** A file's text and what is to be found in it; what is not named is UTF-8, comma, double quotes, header, LF, point. */
const files: readonly { readonly what: string; readonly text: string; readonly found: Partial<Dialect> }[] = [
  { what: 'commas', text: 'id,name,age\n1,Ada,36\n2,Bo,41\n', found: {} },
  {
    what: 'semicolons and decimal commas',
    text: 'id;height;mass\n1;1,75;70,5\n2;1,8;82,25\n',
    found: { delimiter: ';', decimalSeparator: ',' },
  },
  { what: 'semicolons and decimal points', text: 'id;height\n1;1.75\n2;1.8\n', found: { delimiter: ';' } },
  {
    what: 'tabs with commas in the texts',
    text: 'id\tnote\n1\tone, two\n2\tthree\n3\tfour, five, six\n',
    found: { delimiter: '\t' },
  },
  { what: 'bars', text: 'id|a|b\n1|x|2\n2|y|3\n', found: { delimiter: '|' } },
  { what: 'carets', text: 'id^a^b\n1^x^2\n2^y^3\n', found: { delimiter: '^' } },
  { what: 'tildes', text: 'id~a~b\n1~x~2\n2~y~3\n', found: { delimiter: '~' } },
  {
    what: 'colons',
    text: 'root:0:10:home\nada:1:11:away\nbo:2:12:home\ncy:3:13:away\n',
    found: { delimiter: ':', headerRows: 0 },
  },
  {
    what: 'double colons',
    text: '1::1193::5\n1::661::3\n2::914::3\n',
    found: { delimiter: '::', headerRows: 0 },
  },
  {
    what: 'spaces between numbers',
    text: '1 2 3\n4 5 6\n7 8 9\n',
    found: { delimiter: ' ', headerRows: 0 },
  },
  {
    what: 'a space after every comma',
    text: 'id, name, age\n1, Ada, 36\n2, Bo, 41\n',
    found: { delimiter: ', ' },
  },
  {
    what: 'a space after every comma, quoted cells among them',
    text: 'id, name, note\n1, Ada, "x, y"\n2, Bo, ""\n3, Cy, "z"\n',
    found: { delimiter: ', ' },
  },
  {
    what: 'the delimiter that Excel declares',
    text: 'sep=;\nid;sum\n1;2,5\n2;3,5\n',
    found: { delimiter: ';', decimalSeparator: ',', preambleRecords: 1 },
  },
  {
    what: 'a second row of units',
    text: 'id,height,mass\n,cm,kg\n1,2.5,3\n2,3.5,4\n3,4.5,5\n',
    found: { headerRows: 2 },
  },
  {
    what: 'a row of groups above the names',
    text: 'id,first,,second,\n,min,max,min,max\n1,2,3,4,5\n2,3,4,5,6\n3,4,5,6,7\n',
    found: { headerRows: 2 },
  },
  {
    what: 'a line drawn under the names',
    text: 'id,height\n---,------\n1,2.5\n2,3.5\n',
    found: { headerRows: 2 },
  },
  {
    what: 'a first row of words among numbers, which is a row',
    text: 'id,height,mass\n1,NA,NA\n2,3.5,4\n3,4.5,5\n4,4.5,5\n',
    found: {},
  },
  { what: 'CRLF', text: 'id,a\r\n1,x\r\n2,y\r\n', found: { newline: '\r\n' } },
  { what: 'CR', text: 'id,a\r1,x\r2,y\r', found: { newline: '\r' } },
  {
    what: 'commas inside quotes',
    text: 'id;n\n'.replace(';', ',') + '1,"a;b;c"\n2,"d, e"\n3,"f;g"\n',
    found: {},
  },
  { what: 'single quotes', text: "id,n\n1,'a, b'\n2,'c, d'\n3,'e'\n", found: { quote: "'" } },
  { what: 'apostrophes that quote nothing', text: "id,n\n1,'tis\n2,O'Hara\n3,dogs'\n", found: {} },
  {
    what: 'backslash escapes',
    text: 'id,n\n1,"a \\"b\\" c"\n2,"d, \\"e\\""\n3,"f"\n',
    found: { escape: 'backslash' },
  },
  { what: 'no header above numbers', text: '1,2.5\n2,3.5\n3,4.5\n', found: { headerRows: 0 } },
  {
    what: 'no header above repeated texts',
    text: 'red,1\nblue,2\nred,3\nblue,4\n',
    found: { headerRows: 0 },
  },
  {
    what: 'a header above texts',
    text: 'colour,town\nred,Rome\nblue,Oslo\nred,Rome\nblue,Oslo\n',
    found: {},
  },
  { what: 'years as names', text: 'country,1990,1991,1992\nA,1.5,2.5,3.5\nB,4.5,5.5,6.5\n', found: {} },
  { what: 'one column of times', text: 'at\n12:30\n13:45\n08:10\n', found: {} },
  {
    what: 'one column of date-times',
    text: '2014-01-01 12:30\n2014-01-02 13:45\n2014-01-03 08:10\n',
    found: { headerRows: 0 },
  },
  {
    what: 'one column of sentences',
    text: 'note\nI went, then I left.\nNo.\nYes, yes, yes.\n',
    found: { delimiter: '\t' },
  },
  {
    what: 'a title above the table',
    text: 'Sales of the year\n\nid,town,sum\n1,Rome,2\n2,Oslo,3\n',
    found: { preambleRecords: 1 },
  },
];

const plain: Dialect = {
  encoding: 'utf-8',
  hasByteOrderMark: false,
  delimiter: ',',
  quote: '"',
  escape: 'double',
  preambleRecords: 0,
  headerRows: 1,
  newline: '\n',
  decimalSeparator: '.',
};

describe('detectDialect', () => {
  it.each(files)('finds $what', ({ text, found }) => {
    expect(detectDialect(encodeText(text, 'utf-8'), true, {})).toEqual({ ...plain, ...found });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('finds %s by its byte-order mark', (encoding) => {
    const found = detectDialect(encodeText('\uFEFFid,a\n1,ä\n2,ö\n', encoding), true, {});
    expect(found).toEqual({ ...plain, encoding, hasByteOrderMark: true });
  });

  it.each(['utf-16le', 'utf-16be', 'windows-1252'] as const)('finds %s without a mark', (encoding) => {
    const found = detectDialect(encodeText('id,a\n1,ä\n2,ö\n', encoding), true, {});
    expect(found).toEqual({ ...plain, encoding });
  });

  it.each([
    ['shift_jis', '田中太郎,とても良い'],
    ['euc-jp', '田中太郎,カメラを買う'],
    ['gb18030', '张伟王芳李娜,非常满意没有意见'],
    ['big5', '張偉王芳李娜,非常滿意沒有意見'],
    ['euc-kr', '김철수,매우 좋음'],
    ['windows-1251', 'Иван,очень хорошо и дёшево'],
    ['koi8-r', 'Иван,очень хорошо и дёшево'],
    ['windows-1253', 'Γιώργος,πολύ καλό'],
    ['windows-1252', 'Åse Müller,très déçue à l’été'],
  ] as const)('finds %s by how its texts look', (encoding, cells) => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},${cells}\n`).join('');
    expect(detectDialect(encodeText(`id,a,b\n${rows}`, encoding), true, {}).encoding).toBe(encoding);
  });

  it('does not take a UTF-8 letter cut by the sample for another encoding', () => {
    const bytes = encodeText('id,a\n1,ä\n2,ö', 'utf-8');
    expect(detectDialect(bytes.subarray(0, bytes.length - 1), false, {}).encoding).toBe('utf-8');
  });

  it('is not led astray by hundreds of cells that begin with a quote of another kind', () => {
    const rows = Array.from({ length: 500 }, (_, i) => `${i},'word ${i},"x, y"`).join('\n');
    expect(detectDialect(encodeText(`id,a,b\n${rows}\n`, 'utf-8'), false, {})).toEqual(plain);
  });

  it('takes the choice as it is', () => {
    const choice = {
      delimiter: ';',
      quote: '',
      escape: 'backslash',
      headerRows: 0,
      preambleRecords: 1,
      decimalSeparator: ',',
      encoding: 'windows-1252',
    } as const;
    expect(detectDialect(encodeText('id,a\n1,x\n', 'utf-8'), true, choice)).toEqual({ ...plain, ...choice });
  });
});
