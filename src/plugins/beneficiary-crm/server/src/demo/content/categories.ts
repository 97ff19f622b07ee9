import { t, type Bilingual } from './types';

/** Whom the demo association serves; an association adds its own. */
export const categories: { slug: string; name: Bilingual; description: Bilingual }[] = [
  {
    slug: 'circle-students',
    name: t('طلاب الحلقات وطالباتها', 'Students of the circles'),
    description: t(
      'من يدرسون القرآن الكريم في حلقات الجمعية ودورها.',
      'Those who study the Holy Quran in the association’s circles and schools.',
    ),
  },
  {
    slug: 'student-families',
    name: t('أسر طلاب الحلقات', 'Families of students'),
    description: t(
      'الأسر التي يدرس أبناؤها في الحلقات.',
      'Families whose children study in the circles.',
    ),
  },
  {
    slug: 'needy-families',
    name: t('الأسر المحتاجة', 'Families in need'),
    description: t(
      'أسر لا يكفيها دخلها، ممن تشملهم سياسة الدعم.',
      'Families whose income is not enough, as the support policy defines them.',
    ),
  },
  {
    slug: 'orphans',
    name: t('الأيتام', 'Orphans'),
    description: t(
      'من فقدوا العائل، وأسرهم.',
      'Those who lost their breadwinner, and their families.',
    ),
  },
  {
    slug: 'teachers',
    name: t('المعلمون والمعلمات', 'Teachers'),
    description: t(
      'معلمو الحلقات ومعلماتها ومن في حكمهم.',
      'Teachers of the circles and those like them.',
    ),
  },
];
