import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bankCustomers, clinicVisits, samples, surveyWithFreeText } from '../../src/samples';
import { sampleWords } from '../../src/samples/words';
import { languages } from '../../src/words';

/** SHA-256 of each table's text: a change of these is a change of what people see. */
const hashes: Readonly<Record<string, string>> = {
  'clinic-visits': 'e70d3c68e088934468773da2b3b709dce6aab432d0145ee2858284806cb9bc4f',
  'bank-customers': '7a9ede9a77ca722d27b408e9d9a0c8dc8a4d0e6841ca1ef7c9f9e80aec567d36',
  survey: '31ffa9eba4bf4928439ca2d64b088634034d266156e907eca9334898cae65f52',
};

type Row = Readonly<Record<string, string>>;

function rowsOf(csv: string): Row[] {
  const { data, errors } = Papa.parse<Row>(csv, {
    header: true,
    delimiter: ',',
    newline: '\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

const share = (rows: readonly Row[], holds: (row: Row) => boolean) => rows.filter(holds).length / rows.length;
const distinct = (rows: readonly Row[], name: string) => new Set(rows.map((row) => row[name])).size;

/** Whether each value of the first column comes with a single value of the second. */
function determines(rows: readonly Row[], first: string, second: string): boolean {
  return new Set(rows.map((row) => JSON.stringify([row[first], row[second]]))).size === distinct(rows, first);
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const product = (a: 0 | 1, b: 0 | 1) =>
    pairs.reduce((sum, p) => sum + (p[a] - (a ? meanY : meanX)) * (p[b] - (b ? meanY : meanX)), 0);
  return product(0, 1) / Math.sqrt(product(0, 0) * product(1, 1));
}

describe.each(samples)('the sample “$id”', (sample) => {
  it('has the rows and columns that it is offered with', () => {
    const rows = rowsOf(sample.makeCsv());
    expect(rows).toHaveLength(sample.rows);
    for (const row of rows) expect(Object.keys(row)).toHaveLength(sample.columns);
  });

  it('is the same text every time', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect([hash(sample.makeCsv()), hash(sample.makeCsv())]).toEqual(Array(2).fill(hashes[sample.id]));
  });

  it('says what it is in one sentence', () => {
    for (const language of languages)
      expect(sampleWords.texts[language][sample.id].description).toMatch(/^[A-Z][^.]+\.$/);
    expect(sample.fileName).toBe(`${sample.id}.csv`);
  });
});

describe('clinicVisits', () => {
  const rows = rowsOf(clinicVisits());
  const admitted = rows.filter((row) => row.admitted_at !== '');
  const age = (row: Row) =>
    (Date.parse(row.visit_date) - Date.parse(row.birth_date)) / (365.2425 * 86_400_000);

  it('puts birth before visit, admission on the day of the visit, and discharge after it', () => {
    for (const row of rows) expect(row.birth_date < row.visit_date).toBe(true);
    for (const row of admitted) {
      expect(row.admitted_at.slice(0, 10)).toBe(row.visit_date);
      expect(row.admitted_at < row.discharged_at).toBe(true);
    }
  });

  it('leaves everything of a stay empty together', () => {
    for (const row of rows) {
      const filled = [row.admitted_at, row.discharged_at, row.ward, row.readmitted_30d].filter(
        (cell) => cell !== '',
      );
      expect([0, 4]).toContain(filled.length);
    }
    expect(admitted.length).toBeGreaterThan(rows.length / 4);
  });

  it('lets postcodes settle towns, and computes the body-mass index', () => {
    expect(determines(rows, 'postcode', 'city')).toBe(true);
    expect(distinct(rows, 'city')).toBeLessThan(distinct(rows, 'postcode'));
    for (const row of rows) {
      expect(row.bmi).toBe((Number(row.weight_kg) / (Number(row.height_cm) / 100) ** 2).toFixed(1));
    }
  });

  it('raises blood pressure with age, systolic above diastolic', () => {
    const measured = rows.filter((row) => row.systolic_mmhg !== '');
    expect(correlation(measured.map((row) => [age(row), Number(row.systolic_mmhg)]))).toBeGreaterThan(0.5);
    for (const row of measured) expect(Number(row.systolic_mmhg)).toBeGreaterThan(Number(row.diastolic_mmhg));
  });

  it('gives every patient a number of their own and leaves many laboratory values out', () => {
    expect(distinct(rows, 'patient_id')).toBe(rows.length);
    expect(share(rows, (row) => row.hba1c_percent === '')).toBeGreaterThan(0.3);
    expect(rows.every((row) => row.department !== 'Maternity' || row.sex === 'F')).toBe(true);
  });
});

describe('bankCustomers', () => {
  const rows = rowsOf(bankCustomers());

  it('lets branches settle regions and gives every account a number of its own', () => {
    expect(determines(rows, 'branch', 'region')).toBe(true);
    expect(distinct(rows, 'account_id')).toBe(rows.length);
  });

  it('has a spike of empty balances and incomes with a long tail', () => {
    expect(share(rows, (row) => row.balance === '0.00')).toBeGreaterThan(0.1);
    const incomes = rows
      .filter((row) => row.income !== 'NA')
      .map((row) => Number(row.income))
      .sort((a, b) => a - b);
    const mean = incomes.reduce((sum, income) => sum + income, 0) / incomes.length;
    expect(mean / incomes[incomes.length >> 1]).toBeGreaterThan(1.25);
  });

  it('has an amount and a rate exactly where there is a loan', () => {
    for (const row of rows) {
      expect([row.loan_amount !== '', row.loan_rate_percent !== '']).toEqual(
        Array(2).fill(row.has_loan === 'yes'),
      );
    }
  });

  it('loses more of the customers who complained', () => {
    const churned = (some: readonly Row[]) => share(some, (row) => row.churned === '1');
    const unhappy = rows.filter((row) => Number(row.complaints) >= 2);
    expect(churned(unhappy)).toBeGreaterThan(2 * churned(rows.filter((row) => row.complaints === '0')));
    expect(churned(rows)).toBeGreaterThan(0.05);
  });

  it('writes dates day first, none before the bank opened or before the customer was sixteen', () => {
    for (const row of rows) {
      const [day, month, year] = row.joined.split('/').map(Number);
      const joined = Date.UTC(year, month - 1, day);
      expect(joined).toBeGreaterThanOrEqual(Date.UTC(2004, 2, 1));
      const years = (Date.UTC(2025, 5, 30) - joined) / (365.2425 * 86_400_000);
      expect(Number(row.age) - years).toBeGreaterThanOrEqual(15.99);
    }
  });
});

describe('surveyWithFreeText', () => {
  const rows = rowsOf(surveyWithFreeText());

  it('writes to nobody: every address is in a domain kept for examples', () => {
    const addresses = rows.map((row) => row.email).filter((email) => email !== '');
    expect(addresses.length).toBeGreaterThan(200);
    for (const address of addresses) expect(address).toMatch(/^[a-z.0-9]+@(?:[a-z]+\.)?example\.org$/);
  });

  it('has ratings that go together', () => {
    const both = rows.filter((row) => row.recommend_0_10 !== '');
    const pairs = both.map((row) => [Number(row.satisfaction), Number(row.recommend_0_10)] as const);
    expect(correlation(pairs)).toBeGreaterThan(0.7);
    for (const [satisfaction, recommends] of pairs) {
      expect(satisfaction >= 1 && satisfaction <= 5 && recommends >= 0 && recommends <= 10).toBe(true);
    }
  });

  it('has remarks with commas, quotes and line breaks, and many left empty', () => {
    for (const part of [',', '"', '\n']) expect(rows.some((row) => row.comment.includes(part))).toBe(true);
    expect(share(rows, (row) => row.comment === '')).toBeGreaterThan(0.15);
    expect(distinct(rows, 'comment')).toBeGreaterThan(200);
  });
});

describe('the generators', () => {
  it('make as many rows as they are asked for, the first ones always the same', () => {
    for (const make of [clinicVisits, bankCustomers, surveyWithFreeText]) {
      const [few, more] = [make(5), make(8)];
      expect(rowsOf(few)).toHaveLength(5);
      expect(more.startsWith(few)).toBe(true);
    }
  });
});
