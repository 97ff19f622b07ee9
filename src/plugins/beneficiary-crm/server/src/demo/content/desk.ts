import type {
  ChannelSlug,
  InteractionDirection,
  QuestionAudience,
  VisitReason,
} from '../../../../contracts/vocabulary';
import type { StaffKey } from '../seed/plan.types';

/** What the demo's desk sees and hears. People with a file are named by their place among the files. */

interface TodaysVisitor {
  /** how far into the time since the desk opened: 0 then, 1 now */
  arrived: number;
  name?: string;
  phone?: string;
  /** place among those who have a file */
  file?: number;
  reason: VisitReason;
  by: StaffKey;
  /** served, or still being served */
  served?: { until: 'now' | 'end'; note?: string };
}

/** The day on which the demo is filled: one gone, one gone before, one at the desk, two who wait. */
export const todaysVisitors: readonly TodaysVisitor[] = [
  {
    arrived: 0.05,
    file: 2,
    reason: 'papers',
    by: 'officer',
    served: { until: 'end', note: 'سلّمت صورة عقد الإيجار الجديد، وراجعنا معًا بيانات ملفها.' },
  },
  {
    arrived: 0.2,
    name: 'عوض بن مرزوق الثبيتي',
    phone: '0552340981',
    reason: 'inquiry',
    by: 'officer2',
    served: { until: 'end', note: 'سأل عن تسجيل ابنه في الحلقات، وأخذ ورقة المواعيد.' },
  },
  {
    arrived: 0.5,
    name: 'أم سلطان الحارثي',
    phone: '0557719024',
    reason: 'assistance',
    by: 'officer',
    served: { until: 'now' },
  },
  { arrived: 0.75, file: 5, reason: 'follow_up', by: 'officer' },
  { arrived: 0.9, name: 'حمدان السلمي', reason: 'volunteering', by: 'officer2' },
];

interface Spoken {
  /** days before today */
  ago: number;
  file: number;
  channel: ChannelSlug;
  direction: InteractionDirection;
  reason: VisitReason;
  by: StaffKey;
  summary: string;
}

/** What was said over the last weeks with people who have a file. */
export const spoken: readonly Spoken[] = [
  {
    ago: 44,
    file: 0,
    channel: 'phone',
    direction: 'incoming',
    reason: 'follow_up',
    by: 'officer',
    summary: 'اتصلت تسأل عن موعد الرد على طلبها، فشرحت لها التاريخين المكتوبين في الإيصال.',
  },
  {
    ago: 41,
    file: 3,
    channel: 'phone',
    direction: 'outgoing',
    reason: 'papers',
    by: 'officer2',
    summary: 'اتصلنا نذكّره بقرب انتهاء هويته، ووعد بالحضور بعد تجديدها.',
  },
  {
    ago: 37,
    file: 1,
    channel: 'interview',
    direction: 'incoming',
    reason: 'inquiry',
    by: 'officer',
    summary: 'حضر يسأل عن الحقيبة المدرسية، ومن يستحقها من أولاده.',
  },
  {
    ago: 33,
    file: 6,
    channel: 'social',
    direction: 'incoming',
    reason: 'inquiry',
    by: 'officer2',
    summary: 'كتبت تسأل إن كان التقديم متاحًا في رمضان، فأجبناها وأرسلنا رابط الصفحة.',
  },
  {
    ago: 29,
    file: 4,
    channel: 'letter',
    direction: 'incoming',
    reason: 'complaint',
    by: 'officer',
    summary: 'وصلت رسالة بخط اليد يشكو فيها تأخر التسليم، وسلّمناها لمن يتابعها.',
  },
  {
    ago: 26,
    file: 4,
    channel: 'phone',
    direction: 'outgoing',
    reason: 'complaint',
    by: 'officer',
    summary: 'اتصلنا نعتذر عن التأخر، واتفقنا على موعد يناسبه للتسليم.',
  },
  {
    ago: 22,
    file: 2,
    channel: 'phone',
    direction: 'incoming',
    reason: 'papers',
    by: 'officer2',
    summary: 'سألت عن الأوراق المطلوبة بعد انتقالها إلى بيت آخر.',
  },
  {
    ago: 18,
    file: 7,
    channel: 'interview',
    direction: 'incoming',
    reason: 'assistance',
    by: 'officer',
    summary: 'حضرت مع ابنها تسأل عن كفالة الأيتام، فشرحنا لها الخطوات والأوراق.',
  },
  {
    ago: 14,
    file: 5,
    channel: 'phone',
    direction: 'outgoing',
    reason: 'follow_up',
    by: 'officer',
    summary: 'أخبرناه أن طلبه رُفع إلى لجنة البحث، وذكرنا له موعد الرد.',
  },
  {
    ago: 10,
    file: 0,
    channel: 'phone',
    direction: 'outgoing',
    reason: 'follow_up',
    by: 'officer2',
    summary: 'اطمأننا عليها بعد التسليم الأول، ولا ينقصها شيء هذا الشهر.',
  },
  {
    ago: 6,
    file: 8,
    channel: 'interview',
    direction: 'incoming',
    reason: 'suggestion',
    by: 'officer',
    summary: 'اقترح أن يكون للنساء وقت مخصص في الاستقبال صباحًا.',
  },
  {
    ago: 3,
    file: 6,
    channel: 'phone',
    direction: 'incoming',
    reason: 'inquiry',
    by: 'officer2',
    summary: 'سألت عن دورة الخياطة القادمة، ووعدناها باتصال حين يُعلن موعدها.',
  },
];

interface PassedOn {
  audience: QuestionAudience;
  question: string;
  by: StaffKey;
  /** days before today, at work; none: today, by the visitor at that place */
  ago?: number;
  visitor?: number;
  name?: string;
  phone?: string;
  answer?: string;
}

/** One that the website does not answer yet, one for the researcher, and one whose answer is still to be told. */
export const passedOn: readonly PassedOn[] = [
  {
    audience: 'editors',
    question: 'هل تستقبل الجمعية الأثاث المستعمل لتوزيعه على الأسر؟',
    by: 'officer2',
    ago: 1,
    name: 'سعيد بن علي القرني',
  },
  {
    audience: 'researcher',
    question: 'تسكن مع والدها المسنّ وهو الذي يدفع الإيجار: أيُحسب دخله مع دخلها عند دراسة الطلب؟',
    by: 'officer',
    visitor: 2,
  },
  {
    audience: 'researcher',
    question: 'تعمل زوجته بعقد مؤقت ينتهي بعد شهرين: هل ننتظر انتهاءه أم يتقدم الآن؟',
    by: 'officer',
    ago: 2,
    name: 'نايف بن حمود الذبياني',
    phone: '0554470126',
    answer: 'يتقدم الآن ويذكر تاريخ انتهاء العقد، وتراعي الدراسة دخل الأسرة بعده.',
  },
];
