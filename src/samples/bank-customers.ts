import { RandomStream } from '../engine/random';
import { csvText } from './csv-text';
import { dayNumber, slashDate } from './days';
import { chance, logistic, normalBetween, pick, pickWeighted } from './draw';

/** Invented places: the branch settles the region. */
const branches = [
  ['Harbour Street', 'North', 14],
  ['Mill Gate', 'North', 9],
  ['Cathedral Square', 'Central', 22],
  ['Parliament Row', 'Central', 15],
  ['Orchard Road', 'South', 12],
  ['Saltpan Quay', 'South', 8],
  ['Hillfort', 'West', 6],
  ['Online', 'Online', 24],
] as const;

interface Segment {
  readonly name: string;
  readonly share: number;
  readonly age: readonly [mean: number, deviation: number];
  /** Median yearly income. */
  readonly income: number;
  /** Spread of the logarithm of income. */
  readonly spread: number;
  readonly loans: number;
}

const segments: readonly Segment[] = [
  { name: 'Retail', share: 58, age: [45, 14], income: 33_000, spread: 0.42, loans: 0.34 },
  { name: 'Student', share: 14, age: [22, 2.5], income: 9_500, spread: 0.38, loans: 0.21 },
  { name: 'Self-employed', share: 13, age: [44, 11], income: 41_000, spread: 0.75, loans: 0.47 },
  { name: 'Premium', share: 10, age: [54, 11], income: 98_000, spread: 0.55, loans: 0.4 },
  { name: 'Retired', share: 5, age: [72, 6], income: 23_000, spread: 0.33, loans: 0.08 },
];

const opening = dayNumber(2004, 3, 1);
const today = dayNumber(2025, 6, 30);
const daysPerYear = 365.2425;

/**
 * Customers of an invented bank, one row each: incomes with a long tail, balances with a spike at nothing, branches that
 * settle their region, loans that bring an amount and a rate with them, and a target, `churned`, that hangs on several
 * columns at once. Dates are written day first.
 */
export function bankCustomers(rows = 3000): string {
  const random = new RandomStream(20250630, 'sample: bank customers');
  const accounts = new Set<string>();
  return csvText(Array.from({ length: rows }, () => customer(random, accounts)));
}

function customer(random: RandomStream, accounts: Set<string>): Record<string, string> {
  const segment = pickWeighted(
    random,
    segments.map((one) => [one, one.share] as const),
  );
  const [branch, region] = pickWeighted(
    random,
    branches.map((one) => [one, branchWeight(one, segment)] as const),
  );
  const age = Math.floor(normalBetween(random, ...segment.age, [18, 95]));
  const joined = joiningDay(random, age);
  const tenure = (today - joined) / daysPerYear;
  const income = incomeOf(random, segment, age);
  const score = scoreOf(random, income, age, tenure);
  const card = chance(random, logistic(-1.6 + 0.7 * Math.log(income / 20_000) + 0.05 * tenure));
  const loan = loanOf(random, segment, income, score);
  const logins = Math.round(Math.exp(normalBetween(random, 2.9 - 0.025 * (age - 40), 0.7, [0, 5])) - 1);
  const balance = balanceOf(random, income, age);
  const complaints = complaintsOf(random);
  const leaving =
    -0.5 -
    0.13 * tenure -
    0.045 * logins +
    0.95 * complaints +
    (balance === 0 ? 1.7 : 0) -
    (card ? 0.6 : 0) -
    (loan.has_loan === 'yes' ? 0.7 : 0) +
    (region === 'Online' ? 0.5 : 0);
  return {
    account_id: accountId(random, accounts),
    joined: slashDate(joined),
    segment: segment.name,
    region,
    branch,
    age: String(age),
    income: chance(random, 0.07) ? 'NA' : String(income),
    balance: balance.toFixed(2),
    credit_score: chance(random, segment.name === 'Student' ? 0.35 : 0.05) ? 'NA' : String(score),
    has_card: card ? 'yes' : 'no',
    ...loan,
    logins_per_month: String(logins),
    complaints: String(complaints),
    churned: chance(random, logistic(leaving)) ? '1' : '0',
  };
}

/** The young and the self-employed bank online; the retired hardly do. */
function branchWeight([name, , weight]: (typeof branches)[number], segment: Segment): number {
  if (name === 'Online') return segment.name === 'Student' ? 60 : segment.name === 'Retired' ? 4 : weight;
  return name === 'Parliament Row' && segment.name === 'Premium' ? 3 * weight : weight;
}

function accountId(random: RandomStream, taken: Set<string>): string {
  const draw = () =>
    `ACC-${String(random.int(10_000)).padStart(4, '0')}-${String(random.int(10_000)).padStart(4, '0')}`;
  let id = draw();
  while (taken.has(id)) id = draw();
  taken.add(id);
  return id;
}

/** Not before the bank opened, nor before the customer turned sixteen; more of late. */
function joiningDay(random: RandomStream, age: number): number {
  const first = Math.max(opening, Math.ceil(today - (age - 16) * daysPerYear));
  return first + Math.floor((today - first) * Math.sqrt(random.float()));
}

/** Log-normal, with one in forty far out; most people name a round sum. */
function incomeOf(random: RandomStream, segment: Segment, age: number): number {
  const career = 1 - 0.00035 * (Math.min(age, 70) - 50) ** 2;
  const tail = chance(random, 0.025) ? Math.exp(0.9 + 0.6 * Math.abs(random.normal())) : 1;
  const income = segment.income * Math.max(0.55, career) * Math.exp(segment.spread * random.normal()) * tail;
  const step = pick(random, [1, 100, 100, 500, 1000]);
  return Math.max(1200, Math.round(income / step) * step);
}

function scoreOf(random: RandomStream, income: number, age: number, tenure: number): number {
  const mean = 560 + 38 * Math.log(income / 20_000) + 1.1 * (age - 40) + 3.2 * tenure;
  return Math.round(normalBetween(random, mean, 58, [300, 850]));
}

/** One account in eight is empty, a few are overdrawn, and a little wealth goes a long way. */
function balanceOf(random: RandomStream, income: number, age: number): number {
  if (chance(random, 0.13)) return 0;
  if (chance(random, 0.06)) return -Math.round(Math.exp(5.2 + 0.9 * random.normal()) * 100) / 100;
  const saved = Math.exp(0.75 * Math.log(income) + 0.018 * (age - 40) + 1.05 * random.normal());
  return Math.round(saved * 100) / 100;
}

/** Amount and rate only where there is a loan. */
function loanOf(
  random: RandomStream,
  segment: Segment,
  income: number,
  score: number,
): Record<string, string> {
  if (!chance(random, segment.loans)) return { has_loan: 'no', loan_amount: '', loan_rate_percent: '' };
  const amount = Math.max(500, Math.round((income * Math.exp(-0.9 + 0.8 * random.normal())) / 250) * 250);
  const rate = Math.round(normalBetween(random, 9.8 - 0.011 * (score - 500), 0.7, [2.1, 16.9]) * 20) / 20;
  return { has_loan: 'yes', loan_amount: String(amount), loan_rate_percent: rate.toFixed(2) };
}

function complaintsOf(random: RandomStream): number {
  return pickWeighted(random, [
    [0, 78],
    [1, 15],
    [2, 5],
    [3, 1.5],
    [4, 0.5],
  ] as const);
}
