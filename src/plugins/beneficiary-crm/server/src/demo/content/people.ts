import { familyNames, femaleNames, maleNames } from './names';

export type DemoCategory =
  'family' | 'orphan_family' | 'student' | 'teacher' | 'elderly' | 'disability' | 'learner';

export type DemoPerson = {
  index: number;
  gender: 'male' | 'female';
  name: { given: string; father: string; grandfather: string; family: string };
  fullName: string;
  birthYear: number;
  nationality: 'SA' | 'other';
  idType: 'national_id' | 'iqama';
  /** Checksum-valid, from the start of the range, one for each index. */
  idNumber: string;
  mobile: string;
  email?: string;
  city: string;
  branch: string;
  familySize: number;
  category: DemoCategory;
};

/** Seeded generator of numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One element, chosen by the generator; throws on an empty list. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new RangeError('pick: the list is empty');
  return chosen;
}

/** Appends the Luhn check digit of a Saudi ID to its first nine digits. */
export function withCheckDigit(nine: string): string {
  const sum = [...nine].reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return nine + String((10 - (sum % 10)) % 10);
}

const places = [
  'قيا',
  'القرى العليا',
  'قرى الوادي',
  'السرو',
  'جنوب الطائف',
  'ميسان',
  'الطائف',
] as const;

const branchOf: Record<(typeof places)[number], string> = {
  قيا: 'qiya-centre',
  السرو: 'qiya-centre',
  ميسان: 'qiya-centre',
  'القرى العليا': 'upper-villages',
  'قرى الوادي': 'wadi',
  'جنوب الطائف': 'taif-south',
  الطائف: 'taif-south',
};

const categories: readonly DemoCategory[] = [
  'family',
  'family',
  'family',
  'orphan_family',
  'student',
  'student',
  'teacher',
  'elderly',
  'disability',
  'learner',
];

const between = (random: () => number, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

function birthYearOf(random: () => number, category: DemoCategory): number {
  if (category === 'elderly') return between(random, 1942, 1960);
  if (category === 'student') return between(random, 1996, 2007);
  return between(random, 1961, 1999);
}

function familySizeOf(random: () => number, category: DemoCategory): number {
  if (category === 'elderly') return between(random, 1, 4);
  if (category === 'student' || category === 'learner') return between(random, 2, 8);
  return between(random, 3, 11);
}

function demoPerson(random: () => number, index: number): DemoPerson {
  const category = pick(random, categories);
  const gender = category === 'learner' || random() < 0.45 ? 'female' : 'male';
  const name = {
    given: pick(random, gender === 'male' ? maleNames : femaleNames),
    father: pick(random, maleNames),
    grandfather: pick(random, maleNames),
    family: pick(random, familyNames),
  };
  const citizen = random() < 0.88;
  const serial = String(index).padStart(5, '0');
  const city = pick(random, places);
  const hasEmail = random() < 0.34;
  return {
    index,
    gender,
    name,
    fullName: [
      name.given,
      gender === 'male' ? 'بن' : 'بنت',
      name.father,
      'بن',
      name.grandfather,
      name.family,
    ].join(' '),
    birthYear: birthYearOf(random, category),
    nationality: citizen ? 'SA' : 'other',
    idType: citizen ? 'national_id' : 'iqama',
    idNumber: withCheckDigit(`${citizen ? 1 : 2}000${serial}`),
    mobile: `+9665000${serial}`,
    email: hasEmail ? `person${serial}@example.com` : undefined,
    city,
    branch: branchOf[city],
    familySize: familySizeOf(random, category),
    category,
  };
}

/**
 * Invented beneficiaries, the same for the same seed.
 * @param count how many, at most 99,999 (the serial has five digits)
 */
export function demoPeople(count: number, seed: number): DemoPerson[] {
  if (!Number.isInteger(count) || count < 0 || count > 99_999)
    throw new RangeError('demoPeople: count must be an integer from 0 to 99,999');
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, place) => demoPerson(random, place + 1));
}
