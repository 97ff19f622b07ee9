import { t, type Bilingual } from './types';

export type DemoBranch = {
  slug: string;
  name: Bilingual;
  place: Bilingual;
  phone: string;
  delegateName: Bilingual;
  delegateHours: Bilingual;
  mapNote: Bilingual;
};

/** Branch offices; places are described neutrally and the delegates are invented. */
export const branches: DemoBranch[] = [
  {
    slug: 'qiya-centre',
    name: t('المكتب الرئيس – قيا', 'Main office – Qiya'),
    place: t('مركز قيا، الحي الأوسط', 'Qiya, the middle quarter'),
    phone: '+966500000110',
    delegateName: t('عبدالمحسن بن دخيل الحارثي', 'Abdulmohsen bin Dakhil Al-Harthi'),
    delegateHours: t('من الأحد إلى الخميس، 4:00 – 8:00 مساءً', 'Sunday to Thursday, 4:00 – 8:00 pm'),
    mapNote: t(
      'بجوار الجامع، المدخل الجانبي مهيأ للكراسي المتحركة',
      'Beside the mosque; the side entrance takes wheelchairs',
    ),
  },
  {
    slug: 'upper-villages',
    name: t('مكتب القرى العليا', 'Upper Villages office'),
    place: t(
      'القرى العليا من بني الحارث، مجمع الحلقات',
      'The upper villages of Bani Al-Harith, circles’ building',
    ),
    phone: '+966500000120',
    delegateName: t('صالح بن عيضة السفري', 'Saleh bin Aidah Al-Sufri'),
    delegateHours: t(
      'الأحد والثلاثاء، من بعد صلاة العصر إلى المغرب',
      'Sunday and Tuesday, from the afternoon prayer to sunset',
    ),
    mapNote: t(
      'مقابل المدرسة الابتدائية، والطريق إليه معبّد',
      'Opposite the primary school; the road is paved',
    ),
  },
  {
    slug: 'wadi',
    name: t('مكتب الوادي', 'Wadi office'),
    place: t('قرى الوادي شرق المركز', 'The valley villages, east of the centre'),
    phone: '+966500000130',
    delegateName: t('نورة بنت معيض الحارثي', 'Noura bint Muaid Al-Harthi'),
    delegateHours: t(
      'الاثنين والأربعاء، 9:00 – 11:30 صباحًا (قسم النساء)',
      'Monday and Wednesday, 9:00 – 11:30 am (women’s section)',
    ),
    mapNote: t('الدور الأرضي من دار التحفيظ النسائية', 'Ground floor of the women’s Quran house'),
  },
  {
    slug: 'taif-south',
    name: t('مكتب جنوب الطائف', 'South Taif office'),
    place: t('الطائف، الأحياء الجنوبية', 'Taif, the southern districts'),
    phone: '+966500000140',
    delegateName: t('ماجد بن حامد الثبيتي', 'Majed bin Hamed Al-Thubaiti'),
    delegateHours: t('السبت، 4:30 – 7:30 مساءً', 'Saturday, 4:30 – 7:30 pm'),
    mapNote: t('ملحق الجامع من جهة الشارع الخلفي', 'Annex of the mosque, on the back street'),
  },
];
