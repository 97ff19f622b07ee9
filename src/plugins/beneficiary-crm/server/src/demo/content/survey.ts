import { t, type Bilingual } from './types';

export type SurveyItem =
  | 'access'
  | 'speed'
  | 'clarity'
  | 'conduct'
  | 'adequacy'
  | 'dignity'
  | 'reason'
  | 'overall'
  | 'shortfall'
  | 'ease'
  | 'recommend'
  | 'comment';

export type SurveyQuestion = {
  key: string;
  type: 'satisfaction5' | 'ces' | 'nps' | 'choice' | 'comment';
  item: SurveyItem;
  text: Bilingual;
  optional: boolean;
  options?: { code: number; label: Bilingual }[];
  /** asked only of who answered so, as the editor writes it */
  askedIf?: { key: SurveyItem; answers: string };
};

export type DemoSurvey = {
  slug: string;
  version: number;
  title: Bilingual;
  intro: Bilingual;
  items: Record<SurveyItem, Bilingual>;
  scale: { value: 1 | 2 | 3 | 4 | 5; label: Bilingual }[];
  notApplicable: Bilingual;
  npsEnds: { low: Bilingual; high: Bilingual };
  questions: SurveyQuestion[];
  /** after which contacts it is asked */
  occasions: { kind: 'any'; outcome: 'any'; afterDays: number; reminderAfterDays: number }[];
};

const satisfaction = (item: SurveyItem, text: Bilingual, optional = true): SurveyQuestion => ({
  key: item,
  type: 'satisfaction5',
  item,
  text,
  optional,
});

/** The survey everyone is invited to, the rejected and those who only asked a question included. */
export const survey: DemoSurvey = {
  slug: 'service-experience',
  version: 1,
  title: t('كيف كانت تجربتك معنا؟', 'How was your experience with us?'),
  intro: t(
    'تقييم الخدمة حق لك. إجابتك لا تؤثر في أي مساعدة، ولا يراها من خدمك، ونستعملها لنصلح ما قصّرنا فيه لا لمعاقبة أحد.',
    'Evaluating the service is your right. Your answer affects no aid and is not seen by those who served you; we use it to mend what fell short, not to punish anyone.',
  ),
  items: {
    access: t('سهولة الوصول', 'Ease of access'),
    speed: t('سرعة الإنجاز', 'Speed'),
    clarity: t('وضوح الإجراءات', 'Clarity of procedure'),
    conduct: t('جودة التعامل', 'Quality of conduct'),
    adequacy: t('كفاية المساعدة', 'Adequacy of support'),
    dignity: t('حفظ الكرامة', 'Keeping dignity'),
    reason: t('وضوح سبب القرار', 'Clarity of the decision’s reason'),
    overall: t('الرضا العام', 'Overall satisfaction'),
    shortfall: t('ما قصّرنا فيه', 'Where we fell short'),
    ease: t('سهولة المعاملة', 'Ease'),
    recommend: t('التوصية بالجمعية', 'Recommending the association'),
    comment: t('رأي حر', 'In your words'),
  },
  scale: [
    { value: 5, label: t('راضٍ جدًّا', 'Very satisfied') },
    { value: 4, label: t('راضٍ', 'Satisfied') },
    { value: 3, label: t('محايد', 'Neither') },
    { value: 2, label: t('غير راضٍ', 'Dissatisfied') },
    { value: 1, label: t('غير راضٍ إطلاقًا', 'Very dissatisfied') },
  ],
  notApplicable: t('لا ينطبق', 'Does not apply'),
  npsEnds: {
    low: t('لا أنصح به أبدًا', 'Not at all likely'),
    high: t('أنصح به بلا تردد', 'Extremely likely'),
  },
  questions: [
    satisfaction(
      'overall',
      t(
        'ما مدى رضاك عن تجربتك معنا عمومًا؟',
        'Overall, how satisfied are you with your experience with us?',
      ),
      false,
    ),
    {
      key: 'shortfall',
      type: 'choice',
      item: 'shortfall',
      text: t('يؤسفنا ذلك. ما أكثر ما قصّرنا فيه؟', 'We are sorry. Where did we fall short most?'),
      optional: true,
      options: [
        { code: 1, label: t('تأخرتم عليّ', 'You took too long') },
        { code: 2, label: t('لم أفهم المطلوب مني', 'I did not understand what was asked of me') },
        { code: 3, label: t('لم يُحسَن التعامل معي', 'I was not treated well') },
        { code: 4, label: t('لم أُعطَ ما يكفي حاجتي', 'What I received was not enough') },
        {
          code: 5,
          label: t('لم أقتنع بسبب القرار', 'The reason for the decision did not convince me'),
        },
        { code: 6, label: t('شيء آخر', 'Something else') },
      ],
      askedIf: { key: 'overall', answers: '1, 2' },
    },
    satisfaction(
      'access',
      t(
        'ما مدى رضاك عن سهولة الوصول إلينا وتقديم طلبك؟',
        'How satisfied are you with how easy it was to reach us and apply?',
      ),
    ),
    satisfaction(
      'speed',
      t(
        'ما مدى رضاك عن سرعة إنجاز طلبك؟',
        'How satisfied are you with how quickly your request was handled?',
      ),
    ),
    satisfaction(
      'clarity',
      t(
        'ما مدى رضاك عن وضوح الإجراءات والمطلوب منك؟',
        'How satisfied are you with how clear the procedure was, and what was asked of you?',
      ),
    ),
    satisfaction(
      'conduct',
      t('ما مدى رضاك عن تعامل من خدمك؟', 'How satisfied are you with how you were treated?'),
    ),
    satisfaction(
      'adequacy',
      t(
        'ما مدى رضاك عن كفاية ما قُدّم لك لحاجتك؟',
        'How satisfied are you with how far the support met your need?',
      ),
    ),
    satisfaction(
      'dignity',
      t(
        'ما مدى رضاك عن حفظنا لكرامتك وخصوصيتك؟',
        'How satisfied are you with how we kept your dignity and privacy?',
      ),
    ),
    satisfaction(
      'reason',
      t(
        'ما مدى رضاك عن وضوح سبب القرار؟',
        'How satisfied are you with how clear the reason for the decision was?',
      ),
    ),
    {
      key: 'ease',
      type: 'ces',
      item: 'ease',
      text: t(
        'ما مدى سهولة إنهاء أمرك معنا؟',
        'How easy was it to get done with us what you came for?',
      ),
      optional: true,
    },
    {
      key: 'recommend',
      type: 'nps',
      item: 'recommend',
      text: t(
        'لو احتاج قريب أو جار إلى مثل ما احتجت إليه، فهل تنصحه بنا؟',
        'If a relative or neighbour needed what you needed, how likely would you be to recommend us?',
      ),
      optional: true,
    },
    {
      key: 'comment',
      type: 'comment',
      item: 'comment',
      text: t(
        'ما الشيء الواحد الذي لو أصلحناه لكانت تجربتك أفضل؟',
        'What one thing, if we mended it, would have made it better?',
      ),
      optional: true,
    },
  ],
  occasions: [{ kind: 'any', outcome: 'any', afterDays: 0, reminderAfterDays: 7 }],
};
