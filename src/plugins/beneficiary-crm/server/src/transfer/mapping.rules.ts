import { createHash } from 'node:crypto';
import type { ImportField } from '../../../contracts/vocabulary';
import { cleanLine, normaliseName } from '../kernel/arabic.rules';

/** Which column of a spreadsheet says what, by the words that associations write above them. */

const words: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    'الاسم',
    'الاسم الكامل',
    'الاسم الرباعي',
    'الاسم الثلاثي',
    'الاسم كاملا',
    'اسم المستفيد',
    'اسم المستفيدة',
    'اسم الطالب',
    'اسم الطالبة',
    'اسم اليتيم',
    'اسم رب الأسرة',
    'name',
    'full name',
    'beneficiary name',
    'student name',
  ],
  first_name: ['الاسم الأول', 'first name', 'given name'],
  father_name: ['اسم الأب', 'الاسم الثاني', 'father name', 'second name', 'middle name'],
  grandfather_name: ['اسم الجد', 'الاسم الثالث', 'grandfather name', 'third name'],
  family_name: [
    'العائلة',
    'اسم العائلة',
    'اللقب',
    'القبيلة',
    'الاسم الرابع',
    'الاسم الأخير',
    'family name',
    'last name',
    'surname',
  ],
  id_number: [
    'رقم الهوية',
    'الهوية',
    'الهوية الوطنية',
    'رقم الهوية الوطنية',
    'السجل المدني',
    'رقم السجل المدني',
    'السجل',
    'رقم الإقامة',
    'الإقامة',
    'رقم الهوية أو الإقامة',
    'هوية المستفيد',
    'رقم هوية المستفيد',
    'id',
    'id number',
    'id no',
    'national id',
    'national id number',
    'civil id',
    'iqama',
    'iqama number',
  ],
  phone: [
    'الجوال',
    'رقم الجوال',
    'جوال',
    'رقم جوال المستفيد',
    'جوال المستفيد',
    'الهاتف',
    'رقم الهاتف',
    'هاتف',
    'رقم التواصل',
    'رقم الاتصال',
    'الموبايل',
    'phone',
    'phone number',
    'mobile',
    'mobile number',
    'mobile no',
    'cell',
    'telephone',
  ],
  other_phone: [
    'جوال آخر',
    'رقم آخر',
    'جوال 2',
    'رقم الجوال 2',
    'هاتف آخر',
    'جوال ولي الأمر',
    'رقم جوال ولي الأمر',
    'الجوال البديل',
    'other phone',
    'phone 2',
    'mobile 2',
    'alternative phone',
    'guardian phone',
  ],
  email: [
    'البريد',
    'البريد الإلكتروني',
    'الإيميل',
    'ايميل',
    'email',
    'e mail',
    'email address',
    'mail',
  ],
  sex: ['الجنس', 'النوع', 'ذكر أنثى', 'sex', 'gender'],
  birth_date: [
    'تاريخ الميلاد',
    'الميلاد',
    'تاريخ الولادة',
    'تاريخ الميلاد هجري',
    'تاريخ الميلاد ميلادي',
    'تاريخ الميلاد الهجري',
    'تاريخ الميلاد الميلادي',
    'date of birth',
    'birth date',
    'birthdate',
    'dob',
  ],
  birth_year: ['سنة الميلاد', 'عام الميلاد', 'year of birth', 'birth year'],
  city: ['المدينة', 'مدينة', 'المحافظة', 'المركز', 'القرية', 'مكان الإقامة', 'city', 'town'],
  district: ['الحي', 'حي', 'الحارة', 'district', 'neighbourhood', 'neighborhood'],
  address: [
    'العنوان',
    'العنوان الوطني',
    'عنوان السكن',
    'الشارع',
    'address',
    'street',
    'national address',
  ],
  category: ['الفئة', 'فئة المستفيد', 'التصنيف', 'نوع المستفيد', 'category', 'group', 'class'],
  branch: ['الفرع', 'فرع', 'اسم الفرع', 'المكتب', 'branch', 'office'],
};

/** A heading in one spelling: letters that are written for one another, case, signs and spaces do not matter. */
export const headingKey = (text: string): string =>
  normaliseName(cleanLine(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const fieldOf: ReadonlyMap<string, ImportField> = new Map(
  Object.entries(words).flatMap(([field, synonyms]) =>
    synonyms.map((word) => [headingKey(word), field as ImportField]),
  ),
);

/** What a heading says; null where it says nothing that the registry keeps. */
export function recognise(heading: string): ImportField | null {
  const key = headingKey(heading);
  // «رقم الهوية (10 أرقام)», «الجوال *»: the words in brackets explain, and are not the heading.
  const bare = headingKey(cleanLine(heading).replace(/[([{].*$/u, ''));
  return fieldOf.get(key) ?? fieldOf.get(bare) ?? null;
}

/** The first column for each field; a second one of the same meaning is left to the officer. */
export function suggestColumns(headings: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return headings.map((heading) => {
    const field = recognise(heading);
    if (field === 'phone' && taken.has('phone') && !taken.has('other_phone')) {
      taken.add('other_phone');
      return 'other_phone';
    }
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/**
 * Where the headings stand among the first rows: titles and logos are often above them.
 * @returns index of the row with the most known headings; the first row when none is known
 */
export function findHeadings(firstRows: readonly (readonly string[])[]): number {
  const known = firstRows.map(
    (row) => suggestColumns(row).filter((field) => field !== null).length,
  );
  const most = Math.max(0, ...known);
  return Math.max(0, known.indexOf(most));
}

/** Under this the officer's choice is kept for the next file with the same headings in the same order. */
export const headingsHash = (headings: readonly string[]): string =>
  createHash('sha256').update(headings.map(headingKey).join('\u0000')).digest('hex');

/** Why a choice of columns cannot be worked with; null when it can. */
export function columnsProblem(
  columns: readonly (ImportField | null)[],
): 'import.no_name_column' | 'import.column_twice' | null {
  const chosen = columns.filter((field) => field !== null);
  if (new Set(chosen).size < chosen.length) return 'import.column_twice';
  return chosen.includes('name') || chosen.includes('first_name') ? null : 'import.no_name_column';
}
