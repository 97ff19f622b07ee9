import { t, type Bilingual } from './types';

export type ChannelClause = 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6' | 'C7' | 'C8';

export type DemoChannel = {
  clause: ChannelClause;
  slug:
    | 'interview'
    | 'phone'
    | 'social'
    | 'letter'
    | 'assistance'
    | 'volunteering'
    | 'website'
    | 'delegate';
  name: Bilingual;
  howTo: Bilingual;
  hours: Bilingual;
};

const OFFICE_HOURS = t(
  'من الأحد إلى الخميس، 8:00 صباحًا – 12:00 ظهرًا، و4:00 – 8:00 مساءً',
  'Sunday to Thursday, 8:00 am – noon and 4:00 – 8:00 pm',
);
const ANY_TIME = t(
  'في أي وقت، ونبدأ العمل على ما يصلنا في أول يوم عمل',
  'Any time; we take up what arrives on the next working day',
);

/** The eight channels of the policy, C1 to C8. */
export const channels: DemoChannel[] = [
  {
    clause: 'C1',
    slug: 'interview',
    name: t('المقابلة', 'Interview'),
    howTo: t(
      'تفضّل بزيارتنا في المقر. يستقبلك موظف علاقات المستفيدين في غرفة خاصة، ولك من الوقت ما يكفيك. ويمكنك حجز موعد قبل الحضور إن شئت.',
      'Visit us at the office. A beneficiary-relations officer receives you in a private room and you have all the time you need. You may book an appointment first if you wish.',
    ),
    hours: OFFICE_HOURS,
  },
  {
    clause: 'C2',
    slug: 'phone',
    name: t('الاتصال الهاتفي', 'Phone call'),
    howTo: t(
      'اتصل بنا ونسجّل طلبك معك سؤالًا سؤالًا، أو أرسل رسالة نصية بكلمة «اتصلوا بي» فنعاود الاتصال بك حتى لا تتحمّل تكلفة المكالمة.',
      'Call us and we will fill in your request with you, question by question, or text us “call me” and we will call back so that the call costs you nothing.',
    ),
    hours: OFFICE_HOURS,
  },
  {
    clause: 'C3',
    slug: 'social',
    name: t('وسائل التواصل الاجتماعي', 'Social media'),
    howTo: t(
      'اكتب لنا رسالة خاصة في حساباتنا. لا تكتب رقم هويتك ولا تفاصيل ظروفك في التعليقات العامة، وسنأخذ بياناتك في قناة آمنة.',
      'Send us a private message on our accounts. Please do not write your ID number or your circumstances in public comments; we will take your details over a safe channel.',
    ),
    hours: t(
      'نردّ من الأحد إلى الخميس خلال يوم عمل',
      'Answered Sunday to Thursday, within one working day',
    ),
  },
  {
    clause: 'C4',
    slug: 'letter',
    name: t('الخطابات', 'Letters'),
    howTo: t(
      'سلّم خطابك في المقر أو لمندوب قريتك، أو أرسله بالبريد. يُقيَّد في يوم وصوله ونعطيك رقمًا تتابع به.',
      'Hand your letter in at the office or to your village delegate, or post it. It is registered the day it arrives and you are given a number to follow it.',
    ),
    hours: OFFICE_HOURS,
  },
  {
    clause: 'C5',
    slug: 'assistance',
    name: t('خدمات طلب المساعدة', 'Assistance requests'),
    howTo: t(
      'اختر الخدمة التي تناسب حاجتك وأجب عن أسئلتها القليلة من جوالك، أو عبّئ النموذج الورقي. نعطيك رقم الطلب وموعدي الردّ فور التقديم.',
      'Choose the service that fits your need and answer its few questions from your phone, or fill in the paper form. You get a reference and both reply dates at once.',
    ),
    hours: ANY_TIME,
  },
  {
    clause: 'C6',
    slug: 'volunteering',
    name: t('خدمة التطوع', 'Volunteering'),
    howTo: t(
      'إن أحببت أن تعين غيرك بوقتك أو خبرتك فاملأ طلب التطوع. ويمكن للمستفيد أن يكون متطوعًا أيضًا، ولا علاقة لذلك بقبول طلبه.',
      'If you would like to help others with your time or skill, fill in the volunteering form. A beneficiary may volunteer too; it has no bearing on any request.',
    ),
    hours: ANY_TIME,
  },
  {
    clause: 'C7',
    slug: 'website',
    name: t('الموقع الإلكتروني', 'The website'),
    howTo: t(
      'من الموقع تقدّم طلبك، وتتابعه برقم الطلب ورمز المتابعة، وترسل ما ينقصه، وتقيّم خدمتنا، دون أن تحضر.',
      'On the website you apply, follow your request with its reference and access code, send what is missing and evaluate our service, without coming to us.',
    ),
    hours: ANY_TIME,
  },
  {
    clause: 'C8',
    slug: 'delegate',
    name: t('مندوبو المكاتب الفرعية', 'Branch-office delegates'),
    howTo: t(
      'لكل مكتب فرعي مندوب من أهل المنطقة يستلم طلبك، ويطابق بياناتك، ويزورك في بيتك إن تعذّر عليك الحضور.',
      'Each branch has a delegate from the area who takes your request, checks your details, and visits you at home if you cannot come.',
    ),
    hours: t(
      'بحسب أوقات كل مندوب المبيّنة في صفحة المكاتب',
      'See the hours of each delegate on the branches page',
    ),
  },
];
