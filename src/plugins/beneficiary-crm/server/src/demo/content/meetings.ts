import type { AppointmentKind } from '../../../../contracts/vocabulary';

/** A meeting of the demo's week, by working days from today. */
export interface DemoMeeting {
  /** working days from today; below 0: it is over */
  day: number;
  /** hours after the opening */
  hour: number;
  kind: AppointmentKind;
  with: 'officer' | 'officer2' | 'researcher';
  purpose: string;
  /** what came of it, when it is over */
  end: { state: 'held'; report: string } | { state: 'missed' | 'cancelled'; reason: string };
}

const held = (report: string) => ({ state: 'held', report }) as const;

/** A week of meetings around the day on which the demo is filled. */
export const meetings: readonly DemoMeeting[] = [
  {
    day: -3,
    hour: 1,
    kind: 'home_visit',
    with: 'researcher',
    purpose: 'دراسة الحالة والاطلاع على السكن',
    end: held(
      'استقبلنا رب الأسرة مشكوراً. السكن إيجار من غرفتين لأسرة من ستة أفراد، والأثاث قديم ونظيف. لا دخل ثابتاً سوى الضمان، وعليهم إيجار شهرين. اتفقنا أن يرسل صورة عقد الإيجار هذا الأسبوع.',
    ),
  },
  {
    day: -3,
    hour: 3,
    kind: 'office',
    with: 'officer',
    purpose: 'شرح خطوات الطلب والمستندات الناقصة',
    end: held(
      'شرحنا له الخطوات ومدة الرد، واستلم قائمة بالمستندات. سيحضر تعريف الراتب الأسبوع القادم.',
    ),
  },
  {
    day: -2,
    hour: 1,
    kind: 'home_visit',
    with: 'researcher',
    purpose: 'زيارة أسرة أيتام لدراسة الحالة',
    end: held(
      'زرنا الأسرة في بيت الجدّ. الأيتام ثلاثة، أكبرهم في الصف السادس ومنتظم في الحلقة. تحتاج الأسرة إلى مكيّف ومستلزمات مدرسية.',
    ),
  },
  {
    day: -2,
    hour: 2.5,
    kind: 'call',
    with: 'officer2',
    purpose: 'السؤال عن مستند ناقص',
    end: { state: 'missed', reason: 'لم يُجب على ثلاث محاولات. نعاود الاتصال مساءً.' },
  },
  {
    day: -1,
    hour: 1,
    kind: 'home_visit',
    with: 'researcher',
    purpose: 'دراسة الحالة',
    end: { state: 'missed', reason: 'لم نجد أحداً في البيت، وتركنا لهم رقم التواصل.' },
  },
  {
    day: -1,
    hour: 2,
    kind: 'office',
    with: 'officer',
    purpose: 'مقابلة للاستماع إلى ملاحظته على الخدمة',
    end: held('استمعنا إليه بما يكفي من الوقت، وسجّلنا ملاحظته، ووعدناه بالرد قبل نهاية الأسبوع.'),
  },
  {
    day: 0,
    hour: 1,
    kind: 'home_visit',
    with: 'researcher',
    purpose: 'دراسة الحالة',
    end: held('زرنا الأسرة واطلعنا على السكن، والحاجة ظاهرة. كتبنا الدراسة.'),
  },
  {
    day: 0,
    hour: 2,
    kind: 'office',
    with: 'officer',
    purpose: 'استكمال المستندات',
    end: held('أحضر المستندات الناقصة وتحققنا منها معه.'),
  },
  {
    day: 0,
    hour: 4,
    kind: 'call',
    with: 'officer',
    purpose: 'إبلاغه بما ينقص الطلب',
    end: held('اتصلنا به وأخبرناه، وسيحضر غداً.'),
  },
  {
    day: 1,
    hour: 1,
    kind: 'home_visit',
    with: 'researcher',
    purpose: 'زيارة لاستكمال دراسة الحالة',
    end: held('تمت الزيارة.'),
  },
  {
    day: 1,
    hour: 2,
    kind: 'office',
    with: 'officer',
    purpose: 'مقابلة لشرح الرد وطريق التظلّم',
    end: held('تمت المقابلة.'),
  },
  {
    day: 1,
    hour: 3,
    kind: 'office',
    with: 'officer2',
    purpose: 'توقيع الإقرار بصحة البيانات',
    end: held('تم التوقيع.'),
  },
  {
    day: 2,
    hour: 1.5,
    kind: 'home_visit',
    with: 'researcher',
    purpose: 'زيارة ميدانية في القرى العليا',
    end: held('تمت الزيارة.'),
  },
  {
    day: 3,
    hour: 1,
    kind: 'call',
    with: 'officer2',
    purpose: 'متابعة بعد تقديم الخدمة',
    end: held('تم الاتصال.'),
  },
  {
    day: 4,
    hour: 2,
    kind: 'home_visit',
    with: 'officer',
    purpose: 'توصيل الحقيبة المدرسية إلى البيت',
    end: held('تم التوصيل.'),
  },
];
