import { bilingual } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';

/** The five grades of satisfaction. Fixed: figures of different waves are compared. */
export const satisfactionScale: readonly { value: 1 | 2 | 3 | 4 | 5; label: Bilingual }[] = [
  { value: 5, label: bilingual('راضٍ جدًّا', 'Very satisfied') },
  { value: 4, label: bilingual('راضٍ', 'Satisfied') },
  { value: 3, label: bilingual('محايد', 'Neither') },
  { value: 2, label: bilingual('غير راضٍ', 'Dissatisfied') },
  { value: 1, label: bilingual('غير راضٍ إطلاقًا', 'Very dissatisfied') },
];
export const notApplicable = bilingual('لا ينطبق', 'Does not apply');
