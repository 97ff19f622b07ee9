import { t, type Bilingual } from './types';

export type DemoAssociation = {
  name: Bilingual;
  shortName: Bilingual;
  sentence: Bilingual;
  about: Bilingual;
  address: Bilingual;
  phone: string;
  email: string;
  licenceNumber: string;
  social: { platform: 'x' | 'instagram' | 'whatsapp' | 'youtube'; handle: string }[];
  workingHours: Bilingual;
  letterFooter: Bilingual;
};

/** The association of the demo. Its contacts and its licence number are invented. */
export const association: DemoAssociation = {
  name: t(
    'الجمعية الخيرية (الكتاب) لتحفيظ القرآن الكريم بمركز قيا بني الحارث',
    'Al-Kitab Charitable Society for Memorising the Holy Quran, Qiya Bani Al-Harith',
  ),
  shortName: t('جمعية الكتاب', 'Al-Kitab Society'),
  sentence: t(
    'نعلّم القرآن الكريم في قيا بني الحارث وقراها، ونعين طلاب الحلقات وأسرهم على ما يشقّ عليهم.',
    'We teach the Holy Quran in Qiya Bani Al-Harith and its villages, and help students and their families with what weighs on them.',
  ),
  about: t(
    'جمعية أهلية تخدم مركز قيا بني الحارث والقرى المحيطة به جنوب الطائف. نقيم حلقات التحفيظ للرجال والنساء والناشئة، ونقف مع طلابها ومعلميها وأسرهم المتعففة بمساعدات مدروسة تحفظ الكرامة. كل طلب يصلنا يُقرأ، ويُدرس، ويُردّ عليه في موعد معلوم، وتقييمك لخدمتنا حق لك نتعلّم منه.',
    'A community association that serves Qiya Bani Al-Harith and the villages around it, south of Taif. We hold Quran circles for men, women and the young, and stand by their students, teachers and families in need with support that is studied and keeps dignity. Every request that reaches us is read, studied and answered by a known date, and evaluating our service is your right, from which we learn.',
  ),
  address: t(
    'مركز قيا بني الحارث، محافظة الطائف، منطقة مكة المكرمة',
    'Qiya Bani Al-Harith, Taif Governorate, Makkah Region',
  ),
  phone: '+966500000100',
  email: 'care@alkitab.example',
  licenceNumber: '0000',
  social: [
    { platform: 'x', handle: '@alkitab_example' },
    { platform: 'instagram', handle: '@alkitab.example' },
    { platform: 'whatsapp', handle: '+966500000101' },
  ],
  workingHours: t(
    'من الأحد إلى الخميس: من 8:00 صباحًا إلى 12:00 ظهرًا، ومن 4:00 عصرًا إلى 8:00 مساءً',
    'Sunday to Thursday: 8:00 am to noon, and 4:00 pm to 8:00 pm',
  ),
  letterFooter: t(
    'نسعد بخدمتك. إن احتجت إلى توضيح فاتصل بنا أو تفضّل بزيارتنا، ولا يلزمك أن تشرح ظروفك لغير المختصين.',
    'We are glad to serve you. If anything is unclear, call or visit us; you need not explain your circumstances to anyone but the officer in charge.',
  ),
};
