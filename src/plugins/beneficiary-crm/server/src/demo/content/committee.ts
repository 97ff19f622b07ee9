import { t, type Bilingual } from './types';

export type CommitteeSeat = 'chair' | 'deputy' | 'secretary' | 'member';

export type DemoCommittee = {
  slug: string;
  purpose: 'requests' | 'appeals';
  name: Bilingual;
  preset: 'saudi_associations';
  seats: { seat: CommitteeSeat; firstname: string; lastname: string; email: string }[];
};

/** The research committee of five. Its members are invented people. */
export const committee: DemoCommittee = {
  slug: 'research-committee',
  purpose: 'requests',
  name: t('لجنة البحث', 'Research committee'),
  preset: 'saudi_associations',
  seats: [
    { seat: 'chair', firstname: 'عبدالرحمن', lastname: 'الحارثي', email: 'chair@alkitab.example' },
    { seat: 'deputy', firstname: 'سعد', lastname: 'المالكي', email: 'deputy@alkitab.example' },
    {
      seat: 'secretary',
      firstname: 'فهد',
      lastname: 'الزهراني',
      email: 'secretary@alkitab.example',
    },
    { seat: 'member', firstname: 'عائشة', lastname: 'الثقفي', email: 'member1@alkitab.example' },
    { seat: 'member', firstname: 'خالد', lastname: 'النفيعي', email: 'member2@alkitab.example' },
  ],
};

/** Who hears appeals: none of them sits on the research committee. */
export const panel: DemoCommittee = {
  slug: 'appeal-panel',
  purpose: 'appeals',
  name: t('لجنة التظلّم', 'Appeal panel'),
  preset: 'saudi_associations',
  seats: [
    {
      seat: 'chair',
      firstname: 'عبدالعزيز',
      lastname: 'القرشي',
      email: 'appeals-chair@alkitab.example',
    },
    {
      seat: 'deputy',
      firstname: 'مها',
      lastname: 'العتيبي',
      email: 'appeals-deputy@alkitab.example',
    },
    {
      seat: 'secretary',
      firstname: 'سلطان',
      lastname: 'الطلحي',
      email: 'appeals-secretary@alkitab.example',
    },
  ],
};

export const committees: readonly DemoCommittee[] = [committee, panel];
