import { t, type Bilingual } from './types';

/** What the demo's staff and applicants write while a request is worked on, beside the stories. */

/** Reasons where no committee decides. */
export const directReasons: Record<string, { accept: string; reject: string }> = {
  'student-allowance': {
    accept: 'ثبت انتظام الطالب بإفادة المعلّم، ونسبة حضوره فوق الحد المذكور في دليل الدعم.',
    reject: 'نسبة الحضور في إفادة المعلّم دون 80٪ لهذا الفصل، وهي شرط المكافأة في دليل الدعم.',
  },
  'school-bag': {
    accept: 'بيانات الأبناء مطابقة، ولم تُصرف لهم قسيمة في هذا العام.',
    reject: 'صُرفت قسيمة للأبناء أنفسهم في هذا العام الدراسي، والدليل يجيز واحدة في السنة.',
  },
  'remote-circle': {
    accept: 'في الحلقة المناسبة لمستواكِ ووقتكِ مقعد، وتتصل بكِ المعلّمة خلال يومين.',
    reject:
      'لا حلقة في الوقت المطلوب هذا الفصل. سجّلناكِ في قائمة الانتظار وسنتصل بكِ أول الفصل القادم.',
  },
};

/** The paper that a story's officer asks for; a story that is not here is asked for a text. */
export const askedPapers: Record<string, string> = {
  'family-lost-job': 'lease',
  'family-elderly': 'income_statement',
  'orphan-grandparent': 'guardianship',
  'allowance-girl': 'attendance_letter',
  'teacher-surgery': 'cost_proof',
  'bill-piled-up': 'bill',
};

/** Needs in people's own words, so that one story is not told in the same words twice. */
export const needs: Record<string, string[]> = {
  'family-support': [
    'راتبي ينتهي قبل نصف الشهر، وعندنا رضيع يحتاج إلى حليب خاص.',
    'نقلنا إلى قيا بعد أن تركت عملي في الطائف، ولم أجد عملًا ثابتًا، والإيجار يأخذ أكثر الدخل.',
    'مرض رب الأسرة فانقطع عن عمله، ونعيش على ما يعيننا به الأقارب.',
    'زاد الإيجار وزادت مصاريف الدراسة، ولا نقدر على الأمرين معًا.',
    'أعول والديّ مع أبنائي، والدخل لا يكفي الدواء والطعام.',
  ],
  'orphan-student': [
    'يحتاج إلى مصاريف المدرسة والحلقة، وأنا لا أعمل.',
    'فقد والده وهو صغير، ويحفظ ثلاثة أجزاء ولا أريد أن ينقطع.',
    'نحتاج إلى ما يعيننا على الملابس والدفاتر والتوصيل.',
  ],
  'teacher-emergency': [
    'تعطلت سيارتي في حادث وأنا أقطع بها الطريق إلى الحلقة كل يوم.',
    'أجريت عملية في الأسنان لا يغطيها التأمين، وبقي عليّ أكثر المبلغ.',
    'احترق جزء من المطبخ وأتلف ما فيه، ولم يصب أحد والحمد لله.',
  ],
  'electricity-bill': [
    'تراكمت علينا فاتورة الصيف، والدخل لا يحتملها دفعة واحدة.',
    'كنت أسددها من عمل إضافي وقد توقف.',
  ],
};

export const studentNames = {
  boys: ['ريان', 'معاذ', 'أنس', 'زياد', 'عبدالملك', 'سلمان', 'تميم', 'البراء', 'مهند', 'يزن'],
  girls: ['شهد', 'جوري', 'لين', 'رغد', 'جنى', 'وسن', 'ليان', 'دانة', 'أروى', 'غلا'],
} as const;

export const circles = [
  'حلقة جامع قيا، المسائية',
  'حلقة القرى العليا، بعد العصر',
  'حلقة الوادي، الصباحية',
  'دار التحفيظ النسائية بالوادي',
  'حلقة جامع السرو، بعد المغرب',
] as const;

export const research = {
  questions: [
    'أرجو زيارة الأسرة والتحقق من السكن وعدد من تعولهم.',
    'ما مصادر الدخل الآن، وهل هي ثابتة؟',
    'أرجو التواصل ضحى، وبيان أشدّ ما تحتاجه الأسرة.',
  ],
  again: 'أجّلت اللجنة البتّ. أرجو استكمال ما ذكرته في سبب التأجيل.',
  answers: [
    'زرت الأسرة بموعد اختارته، والدراسة مرفقة بما رأيت وسمعت.',
    'تم الاتصال والتحقق، والبيانات مطابقة لما ذُكر في الطلب.',
    'استُكملت الدراسة، وفيها توصيتي.',
  ],
  answeredAgain: 'استُكمل ما طلبته اللجنة، ولا يبقى ما يمنع البتّ.',
  /** the most pressing first */
  needs: [
    ['الغذاء والدواء', 'المساعدة في الإيجار'],
    ['إيجار السكن المتأخر', 'مصاريف الدراسة'],
    ['كسوة الأبناء', 'مصروف النقل إلى الحلقة والمدرسة'],
    ['علاج مستمر لا يغطيه التأمين', 'حفّاضات وأجهزة مساعدة'],
  ],
  grounds: {
    accepted: 'نصيب الفرد بعد الإيجار لا يبلغ حد الكفاية في دليل الدعم، ولا جهة أخرى تسدّ الحاجة.',
    rejected: 'نصيب الفرد بعد الإيجار فوق الحد في دليل الدعم، ودلّلت الأسرة على خدمات أخرى تنفعها.',
    deferred: 'تنقص الدراسة وثيقة وعدت بها الأسرة، ولا يتبيّن الاستحقاق بدونها.',
  },
  workHindrance: 'ترعى صغارها ولا من يخلفها، والعمل بعيد عن القرية.',
  absence: 'البيت بعيد ولا وسيلة نقل ثابتة.',
} as const;

/** Written in the study beside the answer to the form's question on housing. */
export const housingNotes: Record<string, string> = {
  owned: 'ملك، بيت شعبي قديم',
  rented: 'إيجار سنوي',
  with_relatives: 'مع الأقارب في غرفتين',
  other: 'سكن من جهة العمل',
};

/** A recusal's or reservation's words, and why the chair lets a reply go out early. */
export const committeeWords = {
  recusal: 'بيني وبين مقدّم الطلب قرابة.',
  reservation: 'أتحفظ على المدة، وأرى أن تُراجع الحالة بعد ثلاثة أشهر.',
  /** of who defers */
  missing: 'إثبات حديث لدخل الأسرة، وصورة من عقد الإيجار الساري.',
  /** of the motion */
  conditions: 'تُراجع حال الأسرة بعد ستة أشهر، وتُبلغ الجمعية إن تغيّر دخلها.',
  urgent: 'حاجة ملحّة لا تحتمل الانتظار إلى الموعد الأدنى، كما بيّن الملف.',
  appeal: {
    accept:
      'نظرت اللجنة في التظلّم وما أُرفق به، فتبيّن أن ما بُني عليه القرار الأول قد تغيّر، فقُبل التظلّم ويُستأنف الطلب.',
    reject: 'نظرت اللجنة في التظلّم فلم تجد فيه ما يغيّر القرار الأول، وسببه باقٍ كما بُيّن لك.',
    defer: 'طلبت اللجنة إفادة حديثة من المعلّم قبل البتّ في التظلّم.',
  },
} as const;

export const appealMessages: Record<string, string[]> = {
  'student-allowance': [
    'غاب ابني أسبوعين لمرضه وأُبلغ المعلّم بذلك، ولم يُحسب عذره في الإفادة.',
    'الإفادة عن فصل قديم، وحضوره هذا الفصل كامل ويشهد بذلك معلّمه.',
  ],
  'school-bag': [
    'القسيمة السابقة كانت للكسوة الشتوية وليست للحقيبة، ولم نستلم غيرها.',
    'انضم إلينا ابنا أختي هذا العام ولم تُصرف لهما قسيمة من قبل.',
  ],
  'remote-circle': ['يناسبني أي وقت آخر، وقد كتبت وقتًا واحدًا لأن النموذج لم يسأل عن غيره.'],
};

export const lateAppeal =
  'لم يتضح لي سبب الرفض، ودخلنا نقص بعد تقديم الطلب، وأرجو إعادة النظر ممن لم يشارك في القرار.';

export const replies = {
  text: [
    'أرسلت ما طلبتم، وجزاكم الله خيرًا.',
    'هذا ما لديّ، وإن احتجتم إلى غيره فأخبروني.',
    'نعم، وتجدون التفصيل في الرسالة نفسها.',
  ],
  askInTalk: [
    'متى حدث ذلك تقريبًا، وفي أي مكتب؟',
    'هل تذكر لنا رقم الطلب السابق إن وُجد؟',
    'أي الأيام يناسبك أن نتصل بك فيها؟',
  ],
  withdrawals: [
    'تيسّر الأمر ولله الحمد، ولم أعد بحاجة إلى الطلب.',
    'وجدت عملًا فأرجو أن يُعطى غيري.',
    'انتقلنا إلى مدينة أخرى.',
  ],
  escalation: 'لم يقتنع مقدّم الشكوى بالجواب، فتُحال إلى موظف آخر لينظر فيها من جديد.',
  reopened: 'عاد المتصل وذكر أن السؤال لم يُجب كاملًا.',
  screened:
    'قابلناه في المكتب واطّلعنا على هويته. له خبرة فيما عرضه، ويلتزم بمواعيده، وزكّاه إمام مسجد الحي.',
  declined:
    'نشكر لك مبادرتك. لا تتوفر الآن مهمة تناسب وقتك، وسنتصل بك أول ما تتاح، ولك أن تقدّم في أي وقت.',
  secondAnswer:
    'راجع طلبك شخص لم يتعامل معه من قبل، ونعتذر عما لقيت. عُدّل الإجراء، ويتصل بك مدير المكتب ليطمئن أن الأمر انتهى.',
} as const;

/** What an accepted request of each service brings; money in riyals, from a range. */
export type DemoAllocation = { plan: string; what: string } & (
  | { kind: 'money'; pay: 'transfer' | 'by_hand'; amount: [low: number, high: number] }
  | { kind: 'goods'; unit: string }
  | { kind: 'place' }
);

export const deliveries: Record<string, DemoAllocation> = {
  'family-support': {
    plan: 'مساعدة شهرية تُحوَّل أول كل شهر، وتُراجع في نهايتها.',
    what: 'مساعدة شهرية',
    kind: 'money',
    pay: 'transfer',
    amount: [600, 1800],
  },
  'orphan-student': {
    plan: 'كفالة شهرية تُحوَّل إلى حساب وليّ الطالب.',
    what: 'كفالة شهرية',
    kind: 'money',
    pay: 'transfer',
    amount: [400, 700],
  },
  'student-allowance': {
    plan: 'مكافأة الفصل مع دفعة الحلقة.',
    what: 'مكافأة فصلية',
    kind: 'money',
    pay: 'transfer',
    amount: [250, 600],
  },
  'student-transport': {
    plan: 'مقعد في حافلة الحلقات طوال الفصل.',
    what: 'مقعد في حافلة الحلقات للفصل',
    kind: 'place',
  },
  'school-bag': {
    plan: 'قسيمة من متجر متعاون.',
    what: 'قسيمة مشتريات',
    kind: 'money',
    pay: 'by_hand',
    amount: [150, 900],
  },
  'teacher-emergency': {
    plan: 'مبلغ مقطوع يُحوَّل إلى الحساب.',
    what: 'إعانة طارئة',
    kind: 'money',
    pay: 'transfer',
    amount: [1500, 5000],
  },
  'remote-circle': {
    plan: 'إلحاق بالحلقة وتسليم مصحف كبير الخط.',
    what: 'مصحف كبير الخط وبيانات الدخول إلى الحلقة',
    kind: 'goods',
    unit: 'مصحف',
  },
  'electricity-bill': {
    plan: 'سداد الفاتورة لدى الشركة مباشرة.',
    what: 'سداد فاتورة الكهرباء',
    kind: 'money',
    pay: 'by_hand',
    amount: [500, 2000],
  },
};

/** Where the demo's money goes when the form did not ask. */
export const demoIban = 'SA4420000001234567891234';
export const bounced = 'أعاد المصرف التحويل لأن الحساب غير نشط، ثم فعّله المستفيد.';
export const witnesses = ['سالم بن عايض الثبيتي', 'منيرة بنت فهد العتيبي'] as const;
/** A signature as a finger draws it. */
export const demoSignature: [number, number][][] = [
  [
    [120, 240],
    [200, 150],
    [260, 250],
    [340, 140],
    [430, 260],
    [560, 180],
    [700, 230],
  ],
  [
    [300, 300],
    [520, 310],
  ],
];

export interface DemoImprovement {
  title: Bilingual;
  /** what people said */
  said: Bilingual;
  /** null: still open */
  result: Bilingual | null;
  /** days from today at which it is due; negative: before */
  due: number;
  /** whose it is: what the address of one of the staff begins with */
  owner: string;
}

/** What was done about low scores (O5). */
export const improvements: DemoImprovement[] = [
  {
    title: t('مناوبة مكتوبة للاستقبال في كل فترة', 'A written reception rota for every shift'),
    said: t(
      'جئنا في الموعد فلم نجد أحدًا في الاستقبال، وانتظرنا طويلًا.',
      'We came on time, found nobody at the desk, and waited long.',
    ),
    result: t(
      'صار في كل فترة موظفان، ولم تصلنا شكوى من الانتظار في الأشهر الثلاثة التالية.',
      'Two officers are now on every shift; no complaint about waiting came in the next three months.',
    ),
    due: -260,
    owner: 'officer',
  },
  {
    title: t('رسالة واحدة بما ينقص الطلب', 'One message with everything that a request lacks'),
    said: t(
      'طُلب منا المستند نفسه أكثر من مرة.',
      'We were asked for the same paper more than once.',
    ),
    result: t(
      'لا يُطلب من المستفيد المستند مرتين: يجمع الموظف ما ينقص في رسالة واحدة قبل إرسالها.',
      'No one is asked for a paper twice: the officer gathers what is missing before writing.',
    ),
    due: -150,
    owner: 'officer2',
  },
  {
    title: t('سبب القرار بكلام واضح', 'Plain reasons for decisions'),
    said: t(
      'لم نفهم لماذا لم يُقبل الطلب.',
      'We did not understand why the request was not accepted.',
    ),
    result: t(
      'يُكتب السبب بما يعرف به المستفيد ماذا يصلح، ويراجعه أمين اللجنة قبل الردّ.',
      'Reasons say what could be changed, and the committee’s secretary reads each before the reply.',
    ),
    due: -48,
    owner: 'secretary',
  },
  {
    title: t('حافلة ثانية لخط القرى العليا', 'A second bus for the upper villages'),
    said: t(
      'الحافلة لا تتسع لأبنائنا، ويصل آخرهم متأخرًا.',
      'The bus has no room for all our children, and the last of them arrive late.',
    ),
    result: null,
    due: 40,
    owner: 'officer2',
  },
  {
    title: t('سرعة البتّ في فواتير الكهرباء', 'Quicker decisions on electricity bills'),
    said: t('قُطع التيار قبل أن يصلنا الردّ.', 'The power was cut before the reply came.'),
    result: null,
    due: 21,
    owner: 'delivery',
  },
];

/** The paper that stands for every paper which the demo's applicants attach. */
export const attachedPaper = {
  title: t('مستند للعرض فقط', 'A paper for the demo only'),
  summary: t(
    'هذا المستند مثال، وليس فيه بيانات أحد.',
    'This paper is an example and holds nobody’s data.',
  ),
};
