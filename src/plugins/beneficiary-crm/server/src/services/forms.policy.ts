import { bilingual } from '../kernel/bilingual';
import type { FieldDefinition, PlainForm, PlainFormKind } from './form.types';

const field = (
  definition: Pick<FieldDefinition, 'key' | 'type' | 'label'> & Partial<FieldDefinition>,
): FieldDefinition => ({
  hint: null,
  required: true,
  min: null,
  max: null,
  maxLength: null,
  options: [],
  showIf: null,
  ...definition,
});

const option = (value: string, ar: string, en: string) => ({ value, label: bilingual(ar, en) });

/**
 * The forms of requests that ask for no service (O3, O6, C6): few questions, no papers, no
 * signature. Who they come from is asked of every request, so it is not asked here.
 */
export const plainForms: Readonly<Record<PlainFormKind, PlainForm>> = {
  inquiry: {
    kind: 'inquiry',
    declares: false,
    documents: [],
    fields: [
      field({
        key: 'question',
        type: 'textarea',
        label: bilingual('ما سؤالك؟', 'What is your question?'),
        hint: bilingual(
          'اكتبه كما تقوله لمن تثق به. لا يلزمك أن تذكر ظروفك.',
          'Write it as you would say it. You need not describe your circumstances.',
        ),
        maxLength: 2_000,
      }),
    ],
  },
  complaint: {
    kind: 'complaint',
    declares: false,
    documents: [],
    fields: [
      field({
        key: 'about',
        type: 'choice',
        label: bilingual('ما موضوع شكواك؟', 'What is your complaint about?'),
        options: [
          option('delay', 'تأخر في الردّ أو الخدمة', 'A delay in the reply or the service'),
          option('conduct', 'تعامل لم يرضك', 'How you were treated'),
          option('decision', 'قرار في طلبك', 'A decision on your request'),
          option('service', 'الخدمة نفسها', 'The service itself'),
          option('privacy', 'بياناتك وخصوصيتك', 'Your data and privacy'),
          option('other', 'أمر آخر', 'Something else'),
        ],
      }),
      field({
        key: 'details',
        type: 'textarea',
        label: bilingual('ماذا حدث؟', 'What happened?'),
        hint: bilingual(
          'متى كان ذلك تقريبًا، ومع أي مكتب أو خدمة. شكواك لا تؤثر في أي مساعدة.',
          'When it was, roughly, and with which office or service. A complaint affects no aid.',
        ),
        maxLength: 4_000,
      }),
      field({
        key: 'remedy',
        type: 'textarea',
        label: bilingual('ما الذي يصلح الأمر في رأيك؟', 'What would put it right?'),
        required: false,
        maxLength: 1_000,
      }),
    ],
  },
  suggestion: {
    kind: 'suggestion',
    declares: false,
    documents: [],
    fields: [
      field({
        key: 'suggestion',
        type: 'textarea',
        label: bilingual('ما مقترحك؟', 'What do you suggest?'),
        maxLength: 4_000,
      }),
      field({
        key: 'benefit',
        type: 'textarea',
        label: bilingual('من ينتفع به، وكيف؟', 'Who would benefit, and how?'),
        required: false,
        maxLength: 1_000,
      }),
    ],
  },
  volunteering: {
    kind: 'volunteering',
    declares: false,
    documents: [],
    fields: [
      field({
        key: 'adult',
        type: 'yes_no',
        label: bilingual('هل أتممت الثامنة عشرة؟', 'Are you eighteen or older?'),
      }),
      field({
        key: 'guardian_phone',
        type: 'phone',
        label: bilingual('ما رقم جوال وليّ أمرك؟', 'What is your guardian’s mobile number?'),
        hint: bilingual(
          'نستأذنه قبل أن نتفق معك على مهمة.',
          'We ask for their permission before agreeing on a task with you.',
        ),
        showIf: { field: 'adult', equals: 'no' },
      }),
      field({
        key: 'skill',
        type: 'choice',
        label: bilingual('بماذا تحب أن تتطوع؟', 'What would you like to help with?'),
        options: [
          option('teaching', 'التعليم في الحلقات', 'Teaching in the circles'),
          option('visits', 'مرافقة الزيارات والتوصيل', 'Visits and deliveries'),
          option('events', 'تنظيم الفعاليات', 'Events'),
          option('office', 'الأعمال المكتبية والتقنية', 'Office and technical work'),
          option('other', 'غير ذلك', 'Something else'),
        ],
      }),
      field({
        key: 'experience',
        type: 'textarea',
        label: bilingual('ما خبرتك في ذلك؟', 'What experience have you of it?'),
        hint: bilingual('سطر أو سطران يكفيان.', 'A line or two is enough.'),
        required: false,
        maxLength: 1_000,
      }),
      field({
        key: 'availability',
        type: 'text',
        label: bilingual('متى يناسبك أن تتطوع؟', 'When would it suit you?'),
        hint: bilingual('مثال: مساء الأحد والثلاثاء', 'For example: Sunday and Tuesday evenings'),
        maxLength: 200,
      }),
    ],
  },
};

export const plainFormKinds = Object.keys(plainForms) as PlainFormKind[];
