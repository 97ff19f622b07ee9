import type { Sex } from '../../../../contracts/vocabulary';
import type { StaffKey } from '../seed/plan.types';

/**
 * People whom delegates wrote down in the villages. What others hold is hidden from a delegate (C8), so whoever
 * resembles one of these waits for an officer.
 */
export interface WrittenDown {
  /** days before today */
  ago: number;
  by: Extract<StaffKey, `delegate${string}`>;
  /** left out: the name of the person at the desk whom it is */
  name?: string;
  sex: Sex;
  birthYear?: number;
  phone: string;
  /** shares this of the person who is known at the desk */
  shares?: 'phone' | 'name';
  /** days ago an officer saw that both are one person, and merged the files */
  mergedAgo?: number;
  note?: string;
}

export const writtenDown: readonly WrittenDown[] = [
  // A man who had asked at the desk asked the delegate too.
  {
    ago: 12,
    by: 'delegate1',
    sex: 'male',
    phone: '+966500091001',
    shares: 'name',
    mergedAgo: 7,
    note: 'اتصلنا به فأكد أنه سجّل عند مندوب القرية أيضًا، وهويته واحدة.',
  },
  // A son who gives his mother's phone.
  {
    ago: 9,
    by: 'delegate2',
    name: 'سلطان بن مطلق بن عايض المقاطي',
    sex: 'male',
    birthYear: 2006,
    phone: '+966500091002',
    shares: 'phone',
  },
  // One woman in two villages, her father's name a letter apart.
  {
    ago: 6,
    by: 'delegate1',
    name: 'منيرة بنت سعد بن راشد السبيعي',
    sex: 'female',
    birthYear: 1983,
    phone: '+966500091003',
  },
  {
    ago: 4,
    by: 'delegate2',
    name: 'منيره بنت سعيد بن راشد السبيعي',
    sex: 'female',
    birthYear: 1983,
    phone: '+966500091004',
  },
  // Namesakes, or one man: nobody wrote a year down.
  {
    ago: 2,
    by: 'delegate2',
    sex: 'male',
    phone: '+966500091005',
    shares: 'name',
  },
];
