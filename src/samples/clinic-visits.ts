import { RandomStream } from '../engine/random';
import { csvText } from './csv-text';
import { dayNumber, isoDate, isoMinute, weekday } from './days';
import { chance, logistic, normalBetween, pick, pickWeighted } from './draw';

/** Invented places: the postcode settles the town. */
const towns = [
  ['2041', 'Aldermoor', 30],
  ['2043', 'Aldermoor', 18],
  ['2107', 'Brackwater', 16],
  ['2118', 'Cinder Hill', 11],
  ['2120', 'Cinder Hill', 5],
  ['2233', 'Dunmarrow', 9],
  ['2310', 'Eastfold', 7],
  ['2385', 'Fenwick Ferry', 4],
] as const;

interface Department {
  readonly name: string;
  readonly share: number;
  /** Usual age of its patients, in years. */
  readonly age: readonly [mean: number, deviation: number];
  readonly femaleShare: number;
  readonly admitted: number;
  /** Median hours of a stay. */
  readonly stay: number;
  /** Share of visits with a measured HbA1c. */
  readonly tested: number;
  readonly diagnoses: readonly (readonly [code: string, weight: number])[];
}

const departments: readonly Department[] = [
  {
    name: 'Cardiology',
    share: 22,
    age: [66, 12],
    femaleShare: 0.44,
    admitted: 0.45,
    stay: 76,
    tested: 0.75,
    diagnoses: [
      ['I10', 10],
      ['I25.1', 7],
      ['I48.0', 6],
      ['I50.9', 5],
      ['I21.4', 2],
    ],
  },
  {
    name: 'Orthopaedics',
    share: 20,
    age: [52, 19],
    femaleShare: 0.52,
    admitted: 0.3,
    stay: 54,
    tested: 0.3,
    diagnoses: [
      ['M17.1', 7],
      ['S52.5', 5],
      ['M54.5', 8],
      ['S82.8', 3],
      ['M16.1', 4],
    ],
  },
  {
    name: 'Endocrinology',
    share: 16,
    age: [55, 15],
    femaleShare: 0.55,
    admitted: 0.08,
    stay: 40,
    tested: 0.97,
    diagnoses: [
      ['E11.9', 14],
      ['E10.9', 3],
      ['E03.9', 5],
      ['E66.0', 4],
    ],
  },
  {
    name: 'Emergency',
    share: 24,
    age: [43, 22],
    femaleShare: 0.49,
    admitted: 0.35,
    stay: 21,
    tested: 0.4,
    diagnoses: [
      ['R07.4', 6],
      ['S06.0', 4],
      ['J18.9', 5],
      ['K35.8', 3],
      ['N39.0', 4],
      ['T78.4', 2],
    ],
  },
  {
    name: 'Maternity',
    share: 10,
    age: [30.5, 5],
    femaleShare: 1,
    admitted: 0.85,
    stay: 58,
    tested: 0.6,
    diagnoses: [
      ['O80', 10],
      ['O82', 4],
      ['O24.4', 2],
    ],
  },
  {
    name: 'Respiratory',
    share: 8,
    age: [61, 15],
    femaleShare: 0.47,
    admitted: 0.4,
    stay: 92,
    tested: 0.45,
    diagnoses: [
      ['J44.1', 8],
      ['J45.9', 5],
      ['J18.9', 5],
      ['G47.3', 3],
    ],
  },
];

const firstDay = dayNumber(2022, 1, 3);
const lastDay = dayNumber(2024, 12, 30);
const diabetes = ['E11.9', 'E10.9', 'O24.4'];

/**
 * Visits to an invented clinic, one row per patient: dates in order (birth, visit and admission, discharge), towns that
 * follow from postcodes, diagnoses that follow from departments, blood pressure that rises with age and weight, a
 * body-mass index computed from height and weight, laboratory values missing where nobody asked for them.
 */
export function clinicVisits(rows = 2400): string {
  const random = new RandomStream(20240117, 'sample: clinic visits');
  const numbers = new Set<number>();
  return csvText(Array.from({ length: rows }, () => visit(random, numbers)));
}

function visit(random: RandomStream, numbers: Set<number>): Record<string, string> {
  const department = pickWeighted(
    random,
    departments.map((one) => [one, one.share] as const),
  );
  const [postcode, city] = pickWeighted(
    random,
    towns.map((town) => [town, town[2]] as const),
  );
  const bounds = department.name === 'Maternity' ? ([17, 46] as const) : ([1, 97] as const);
  const age = normalBetween(random, ...department.age, bounds);
  const sex = chance(random, department.femaleShare) ? 'F' : 'M';
  const day = visitDay(random, department.name);
  const diagnosis = pickWeighted(random, department.diagnoses);
  const smoker = age > 15 && chance(random, sex === 'M' ? 0.24 : 0.17);
  const body = bodyOf(random, age, sex, diagnosis);
  return {
    patient_id: `P-${uniqueNumber(random, numbers)}`,
    visit_date: isoDate(day),
    birth_date: isoDate(Math.floor(day - age * 365.2425)),
    sex,
    postcode,
    city,
    department: department.name,
    diagnosis_code: diagnosis,
    smoker: age > 15 && chance(random, 0.06) ? '' : smoker ? 'yes' : 'no',
    ...vitals(random, age, body, smoker, diagnosis),
    hba1c_percent: chance(random, department.tested)
      ? hba1c(random, age, body.bmi, diagnosis).toFixed(1)
      : '',
    ...stay(random, department, day, age),
  };
}

function uniqueNumber(random: RandomStream, taken: Set<number>): string {
  let number = random.int(900_000) + 100_000;
  while (taken.has(number)) number = random.int(900_000) + 100_000;
  taken.add(number);
  return String(number);
}

/** Clinics are busier in winter and nearly closed at weekends; emergencies and births know no weekday. */
function visitDay(random: RandomStream, department: string): number {
  const always = department === 'Emergency' || department === 'Maternity';
  for (;;) {
    const day = firstDay + random.int(lastDay - firstDay + 1);
    const season = 0.75 + 0.25 * Math.cos((2 * Math.PI * (day - firstDay)) / 365.2425);
    const weekend = weekday(day) === 0 || weekday(day) === 6;
    if (chance(random, season) && (always || !weekend || chance(random, 0.05))) return day;
  }
}

interface Body {
  readonly height: number;
  readonly weight: number;
  readonly bmi: number;
}

function bodyOf(random: RandomStream, age: number, sex: string, diagnosis: string): Body {
  const grown = Math.min(1, 0.42 + 0.58 * (Math.min(age, 17) / 17));
  const adult =
    sex === 'F'
      ? normalBetween(random, 165.5, 6.6, [145, 190])
      : normalBetween(random, 178.8, 7.2, [155, 205]);
  const height = Math.round(adult * grown);
  const heavy = diagnosis === 'E66.0' ? 9 : diagnosis === 'E11.9' || diagnosis === 'G47.3' ? 3.5 : 0;
  const usual = age < 18 ? 16 + age * 0.3 : 24.5 + Math.min(age - 18, 42) * 0.055;
  const spread = 0.16 * random.normal();
  const weight = Math.round((usual + heavy) * Math.exp(spread) * (height / 100) ** 2 * 10) / 10;
  return { height, weight, bmi: weight / (height / 100) ** 2 };
}

function vitals(
  random: RandomStream,
  age: number,
  body: Body,
  smoker: boolean,
  diagnosis: string,
): Record<string, string> {
  const pressed = diagnosis === 'I10' ? 14 : diagnosis === 'I50.9' ? -6 : 0;
  const mean = 98 + 0.42 * age + 0.55 * (body.bmi - 24) + (smoker ? 4 : 0) + pressed;
  const systolic = Math.round(normalBetween(random, mean, 11, [78, 215]));
  const diastolic = Math.round(
    Math.min(systolic - 18, normalBetween(random, 22 + 0.44 * systolic, 6.5, [42, 125])),
  );
  const measured = !chance(random, 0.03);
  return {
    height_cm: String(body.height),
    weight_kg: body.weight.toFixed(1),
    bmi: body.bmi.toFixed(1),
    systolic_mmhg: measured ? String(systolic) : '',
    diastolic_mmhg: measured ? String(diastolic) : '',
  };
}

function hba1c(random: RandomStream, age: number, bmi: number, diagnosis: string): number {
  const base = 5.1 + 0.006 * age + 0.02 * (bmi - 24);
  if (!diabetes.includes(diagnosis)) return normalBetween(random, base, 0.35, [4.1, 6.9]);
  return 6.1 + Math.exp(0.35 + 0.5 * normalBetween(random, 0, 1, [-3, 2.4]));
}

/** Of those admitted: when they came and went, and whether they were back within thirty days. */
function stay(
  random: RandomStream,
  department: Department,
  day: number,
  age: number,
): Record<string, string> {
  if (!chance(random, department.admitted))
    return { admitted_at: '', discharged_at: '', ward: '', readmitted_30d: '' };
  const admitted = Math.round(normalBetween(random, 720, 260, [5, 1435]));
  const hours = department.stay * Math.exp(0.55 * random.normal() + 0.008 * (age - 50));
  const left = admitted + Math.max(95, Math.round((hours * 60) / 5) * 5);
  return {
    admitted_at: isoMinute(day, admitted),
    discharged_at: isoMinute(day, left),
    ward: `${department.name[0]}${pick(random, [1, 1, 2, 3])}`,
    readmitted_30d: chance(random, logistic(-3.4 + 0.022 * age + 0.006 * hours)) ? 'yes' : 'no',
  };
}
