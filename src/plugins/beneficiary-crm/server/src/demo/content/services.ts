import {
  t,
  type Bilingual,
  type ChecklistItem,
  type DocumentRequirement,
  type Field,
} from './types';

export type ServiceCategory = 'families' | 'students' | 'teachers' | 'learning';

export type DemoService = {
  slug: string;
  name: Bilingual;
  summary: Bilingual;
  whoFor: Bilingual;
  whatYouGet: Bilingual;
  steps: Bilingual[];
  needsStudy: boolean;
  needsCommittee: boolean;
  needsEnrolment: boolean;
  category: ServiceCategory;
  fields: Field[];
  documents: DocumentRequirement[];
  checklist?: ChecklistItem[];
  /** what its social study asks beside household, money and needs (S3) */
  study?: Field[];
};

export const serviceCategories: Record<ServiceCategory, Bilingual> = {
  families: t('الأسر', 'Families'),
  students: t('طلاب الحلقات', 'Students of the circles'),
  teachers: t('المعلمون والعاملون', 'Teachers and staff'),
  learning: t('التعلّم', 'Learning'),
};

const YOU_APPLY = t(
  'تجيب عن أسئلة قليلة من جوالك أو عند الموظف أو المندوب، ثم توقّع إقرارًا بصحة ما ذكرت.',
  'You answer a few questions on your phone, or with an officer or delegate, and sign that what you said is true.',
);
const WE_CHECK = t(
  'نراجع طلبك، وإن نقص شيء راسلناك به مرة واحدة واضحة.',
  'We check your request; if something is missing we write to you once, clearly.',
);
const WE_STUDY = t(
  'يتواصل معك الباحث الاجتماعي، وقد يزورك في بيتك بموعد تختاره أنت.',
  'The social research officer contacts you and may visit you at home, at a time you choose.',
);
const COMMITTEE_STUDIES = t(
  'تدرس لجنة البحث طلبك، ونردّ عليك بين موعدين نعلمك بهما: أسبوعان على الأقل وثلاثون يومًا على الأكثر.',
  'The research committee studies your request, and we reply between two dates that we tell you: at least two weeks, at most thirty days.',
);
const WE_REGISTER = t(
  'إن قُبل الطلب أكملنا تسجيلك، ثم بدأت الخدمة.',
  'If it is accepted we complete your registration, and the service starts.',
);
const NO_COMMITTEE = t(
  'لا تحتاج هذه الخدمة إلى لجنة، فنردّ عليك خلال أسبوعين من وصول طلبك.',
  'This service needs no committee: we reply within two weeks of receiving your request.',
);

const IDENTITY_SIGHTED: ChecklistItem = {
  key: 'identity_sighted',
  label: t(
    'اطّلعتُ على وثيقة الهوية وسجّلت نوعها وتاريخ انتهائها، ولم آخذ صورة منها',
    'I have seen the identity document, recorded its type and expiry, and taken no copy',
  ),
};
const DATA_MATCHES: ChecklistItem = {
  key: 'data_matches',
  label: t(
    'طابقتُ بيانات الطلب مع المستندات وهي سارية يوم التقديم',
    'I have matched the request with its documents, which are valid on the day of submission',
  ),
};
const DATES_TOLD: ChecklistItem = {
  key: 'dates_told',
  label: t(
    'أوضحتُ للمستفيد أن طلبه يُرفع للجنة البحث، وأخبرته بموعدي الردّ',
    'I have explained that the request goes to the research committee and told both reply dates',
  ),
};

const NEED_HINT = t(
  'اكتب بأسلوبك ما تحتاجه الآن. سطران أو ثلاثة تكفي، ولا حاجة إلى تفاصيل تؤذيك.',
  'Write in your own words what you need now. Two or three lines are enough; no detail that hurts you is needed.',
);

const circleField: Field = {
  key: 'circle_name',
  type: 'text',
  label: t('في أي حلقة يدرس الطالب؟', 'Which circle does the student attend?'),
  hint: t('مثال: حلقة جامع قيا، الفترة المسائية', 'For example: Qiya mosque circle, evening'),
  required: true,
  maxLength: 120,
};
const studentNameField: Field = {
  key: 'student_name',
  type: 'text',
  label: t('ما اسم الطالب أو الطالبة؟', 'What is the student’s name?'),
  hint: t('الاسم كما هو مسجّل في الحلقة', 'As registered in the circle'),
  required: true,
  maxLength: 120,
};

const familySupport: DemoService = {
  slug: 'family-support',
  name: t('مساعدة أسرة متعففة', 'Support for a family in need'),
  summary: t(
    'مساعدة شهرية أو مقطوعة للأسرة التي لا يكفي دخلها حاجاتها الأساسية.',
    'Monthly or one-time support for a family whose income does not cover its basic needs.',
  ),
  whoFor: t(
    'هذه الخدمة لك إن كنت تسكن قيا بني الحارث أو قراها، ودخل أسرتك لا يكفي الطعام والسكن والدواء. لا يشترط أن يكون من أسرتك طالب في الحلقات.',
    'This service is for you if you live in Qiya Bani Al-Harith or its villages and your family’s income does not cover food, housing and medicine. No one in your family has to be a student of ours.',
  ),
  whatYouGet: t(
    'مبلغ شهري لمدة محددة أو مبلغ مقطوع، يُحوَّل إلى حسابك، أو بطاقة مشتريات بحسب ما تختاره ويقرّه القرار.',
    'A monthly amount for a set period or a one-time amount, paid to your account, or a shopping card, as you prefer and the decision provides.',
  ),
  steps: [YOU_APPLY, WE_CHECK, WE_STUDY, COMMITTEE_STUDIES, WE_REGISTER],
  needsStudy: true,
  needsCommittee: true,
  needsEnrolment: true,
  category: 'families',
  fields: [
    {
      key: 'household_size',
      type: 'number',
      label: t('كم عدد أفراد أسرتك الذين يسكنون معك؟', 'How many people live in your household?'),
      hint: t('احسب نفسك معهم', 'Count yourself too'),
      required: true,
      min: 1,
      max: 30,
    },
    {
      key: 'monthly_income',
      type: 'money',
      label: t('كم مجموع دخل الأسرة في الشهر؟', 'What is your family’s total monthly income?'),
      hint: t(
        'بالريال، من كل المصادر: راتب، تقاعد، ضمان، أو غيرها. اكتب 0 إن لم يكن هناك دخل.',
        'In riyals, from every source: salary, pension, social security or other. Write 0 if there is none.',
      ),
      required: true,
      min: 0,
      max: 100000,
    },
    {
      key: 'housing',
      type: 'choice',
      label: t('ما نوع سكنك؟', 'What kind of home do you live in?'),
      required: true,
      options: [
        { value: 'owned', label: t('ملك', 'Owned') },
        { value: 'rented', label: t('إيجار', 'Rented') },
        { value: 'with_relatives', label: t('مع الأقارب', 'With relatives') },
        { value: 'other', label: t('غير ذلك', 'Something else') },
      ],
    },
    {
      key: 'yearly_rent',
      type: 'money',
      label: t('كم الإيجار في السنة؟', 'How much is the rent each year?'),
      hint: t('بالريال', 'In riyals'),
      required: true,
      min: 0,
      max: 200000,
      showIf: { field: 'housing', equals: 'rented' },
    },
    {
      key: 'other_support',
      type: 'yes_no',
      label: t('هل تصلكم مساعدة من جهة أخرى؟', 'Do you receive support from elsewhere?'),
      hint: t(
        'لا يمنع ذلك قبول طلبك، وإنما يعيننا على معرفة ما ينقصك.',
        'It does not rule you out; it helps us to know what is missing.',
      ),
      required: true,
    },
    {
      key: 'need',
      type: 'textarea',
      label: t('ما أشدّ ما تحتاجه أسرتك الآن؟', 'What does your family need most right now?'),
      hint: NEED_HINT,
      required: true,
      maxLength: 1200,
    },
  ],
  documents: [
    {
      key: 'income_statement',
      label: t('ما يثبت الدخل', 'Proof of income'),
      hint: t(
        'تعريف بالراتب، أو كشف التقاعد أو الضمان، خلال آخر ثلاثة أشهر. إن لم يكن لك دخل فاطلب من الموظف نموذج إفادة بذلك.',
        'A salary, pension or social security statement from the last three months. If you have no income, ask the officer for a statement form.',
      ),
      required: true,
      maxAgeDays: 90,
    },
    {
      key: 'lease',
      label: t('عقد الإيجار', 'Lease'),
      hint: t('إن كنت مستأجرًا', 'If you rent your home'),
      required: false,
      maxAgeDays: 365,
    },
  ],
  checklist: [
    IDENTITY_SIGHTED,
    DATA_MATCHES,
    DATES_TOLD,
    {
      key: 'income_supported',
      label: t(
        'الدخل المذكور يوافق ما في كشف الدخل',
        'The stated income agrees with the income statement',
      ),
    },
  ],
  study: [
    {
      key: 'rooms',
      type: 'number',
      label: t('كم غرفة في السكن تصلح للنوم؟', 'How many rooms can be slept in?'),
      required: true,
      min: 0,
      max: 30,
    },
    {
      key: 'basics_missing',
      type: 'choice',
      label: t('ما أهم ما ينقص البيت من الأساسيات؟', 'Which basic thing does the home lack most?'),
      required: true,
      options: [
        { value: 'none', label: t('لا ينقصه شيء أساسي', 'Nothing basic') },
        { value: 'cooling', label: t('التكييف', 'Cooling') },
        { value: 'kitchen', label: t('أجهزة المطبخ', 'Kitchen appliances') },
        { value: 'beds', label: t('الفرش والأسرّة', 'Beds and bedding') },
        { value: 'water', label: t('الماء أو الصرف', 'Water or drainage') },
      ],
    },
    {
      key: 'able_to_work',
      type: 'yes_no',
      label: t(
        'هل في الأسرة من يقدر على العمل ولا يعمل؟',
        'Is there anyone able to work who does not?',
      ),
      required: true,
    },
    {
      key: 'work_hindrance',
      type: 'textarea',
      label: t('ما الذي يمنعه من العمل؟', 'What keeps them from working?'),
      hint: t(
        'رعاية صغار أو مسنّ، أو بُعد، أو مؤهل، أو غيرها',
        'Caring for others, distance, training or something else',
      ),
      required: true,
      maxLength: 500,
      showIf: { field: 'able_to_work', equals: 'yes' },
    },
    {
      key: 'other_charities',
      type: 'text',
      label: t(
        'ما الجهات التي تعين الأسرة الآن، وبمَ؟',
        'Who else helps the family now, and with what?',
      ),
      required: false,
      maxLength: 300,
    },
  ],
};

const orphanStudent: DemoService = {
  slug: 'orphan-student',
  name: t('كفالة طالب يتيم', 'Sponsorship of an orphaned student'),
  summary: t(
    'كفالة شهرية لطالب أو طالبة في الحلقات فقد والده أو والديه.',
    'Monthly sponsorship for a student of the circles who has lost a father or both parents.',
  ),
  whoFor: t(
    'هذه الخدمة لك إن كنت وليًّا أو حاضنًا لطفل يتيم دون الثامنة عشرة يدرس في إحدى حلقاتنا أو يرغب في الالتحاق بها.',
    'This service is for you if you are the guardian or carer of an orphaned child under eighteen who attends one of our circles, or would like to join.',
  ),
  whatYouGet: t(
    'كفالة شهرية تُجدَّد كل سنة، مع متابعة تعليمية، وهدية في العيدين.',
    'A monthly sponsorship renewed each year, with educational follow-up and a gift at the two Eids.',
  ),
  steps: [YOU_APPLY, WE_CHECK, WE_STUDY, COMMITTEE_STUDIES, WE_REGISTER],
  needsStudy: true,
  needsCommittee: true,
  needsEnrolment: true,
  category: 'students',
  fields: [
    studentNameField,
    {
      key: 'birth_date',
      type: 'date',
      label: t('ما تاريخ ميلاد الطالب أو الطالبة؟', 'What is the student’s date of birth?'),
      required: true,
    },
    {
      key: 'carer_relation',
      type: 'choice',
      label: t('ما صلتك بالطالب أو الطالبة؟', 'How are you related to the student?'),
      required: true,
      options: [
        { value: 'mother', label: t('الأم', 'Mother') },
        { value: 'grandparent', label: t('الجد أو الجدة', 'Grandparent') },
        { value: 'uncle_aunt', label: t('العم أو الخال أو العمة أو الخالة', 'Uncle or aunt') },
        { value: 'sibling', label: t('الأخ أو الأخت', 'Brother or sister') },
        { value: 'other', label: t('صلة أخرى', 'Other') },
      ],
    },
    {
      key: 'already_enrolled',
      type: 'yes_no',
      label: t(
        'هل هو ملتحق الآن بإحدى حلقاتنا؟',
        'Does the student already attend one of our circles?',
      ),
      required: true,
    },
    { ...circleField, showIf: { field: 'already_enrolled', equals: 'yes' } },
    {
      key: 'monthly_income',
      type: 'money',
      label: t(
        'كم دخل الأسرة التي ترعاه في الشهر؟',
        'What is the monthly income of the family that cares for the student?',
      ),
      hint: t('بالريال، من كل المصادر', 'In riyals, from every source'),
      required: true,
      min: 0,
      max: 100000,
    },
    {
      key: 'need',
      type: 'textarea',
      label: t('ما الذي يحتاجه ليواصل تعلّمه؟', 'What does the student need to go on learning?'),
      hint: NEED_HINT,
      required: true,
      maxLength: 1200,
    },
  ],
  documents: [
    {
      key: 'guardianship',
      label: t('ما يثبت الولاية أو الحضانة', 'Proof of guardianship or custody'),
      hint: t(
        'صك الولاية أو الحضانة الصادر من المحكمة',
        'The court’s guardianship or custody deed',
      ),
      required: true,
    },
    {
      key: 'income_statement',
      label: t('ما يثبت دخل الأسرة', 'Proof of the family’s income'),
      hint: t('خلال آخر ثلاثة أشهر', 'From the last three months'),
      required: true,
      maxAgeDays: 90,
    },
    {
      key: 'school_letter',
      label: t('تعريف من المدرسة', 'Letter from the school'),
      hint: t('إن كان في سن الدراسة', 'If of school age'),
      required: false,
      maxAgeDays: 180,
    },
  ],
  checklist: [
    IDENTITY_SIGHTED,
    DATA_MATCHES,
    DATES_TOLD,
    {
      key: 'guardian_verified',
      label: t(
        'تحققتُ من ولاية مقدّم الطلب على الطالب',
        'I have verified the applicant’s authority over the student',
      ),
    },
  ],
  study: [
    {
      key: 'father_died_on',
      type: 'date',
      label: t('متى توفي الأب، رحمه الله؟', 'When did the father die?'),
      hint: t(
        'إن عُرف التاريخ، ومن وثيقة اطّلعت عليها',
        'If the date is known, from a document that you have seen',
      ),
      required: false,
    },
    {
      key: 'lives_with',
      type: 'choice',
      label: t('مع من يعيش اليتيم؟', 'With whom does the child live?'),
      required: true,
      options: [
        { value: 'mother', label: t('مع أمه', 'With the mother') },
        { value: 'grandparents', label: t('مع جدّيه', 'With grandparents') },
        { value: 'relatives', label: t('مع أقارب آخرين', 'With other relatives') },
      ],
    },
    {
      key: 'school_state',
      type: 'choice',
      label: t('كيف انتظامه في المدرسة والحلقة؟', 'How regular is he or she at school and circle?'),
      required: true,
      options: [
        { value: 'regular', label: t('منتظم', 'Regular') },
        { value: 'irregular', label: t('يتغيّب كثيرًا', 'Often absent') },
        { value: 'left', label: t('انقطع', 'Has left') },
      ],
    },
    {
      key: 'absence_reason',
      type: 'textarea',
      label: t('ما سبب التغيّب أو الانقطاع؟', 'Why is that?'),
      required: true,
      maxLength: 500,
      showIf: { field: 'school_state', equals: 'irregular' },
    },
    {
      key: 'own_money',
      type: 'yes_no',
      label: t(
        'هل لليتيم مال أو ميراث باسمه؟',
        'Has the child money or an inheritance of his or her own?',
      ),
      required: true,
    },
  ],
};

const studentAllowance: DemoService = {
  slug: 'student-allowance',
  name: t('مكافأة طالب الحلقات', 'Allowance for students of the circles'),
  summary: t(
    'مكافأة فصلية للطالب المواظب على حلقته.',
    'An allowance each term for the student who attends regularly.',
  ),
  whoFor: t(
    'هذه الخدمة لك إن كنت طالبًا أو وليّ أمر طالب في إحدى حلقاتنا، مضى على التحاقه فصل كامل، ونسبة حضوره 80٪ فأكثر.',
    'This service is for you if you, or a child of yours, has attended one of our circles for a full term with at least 80% attendance.',
  ),
  whatYouGet: t(
    'مكافأة في نهاية كل فصل، تُحوَّل إلى الحساب الذي تذكره.',
    'An allowance at the end of each term, paid to the account you name.',
  ),
  steps: [YOU_APPLY, WE_CHECK, NO_COMMITTEE, WE_REGISTER],
  needsStudy: false,
  needsCommittee: false,
  needsEnrolment: true,
  category: 'students',
  fields: [
    studentNameField,
    circleField,
    {
      key: 'parts_memorised',
      type: 'number',
      label: t(
        'كم جزءًا يحفظ من القرآن؟',
        'How many parts of the Quran does the student know by heart?',
      ),
      hint: t('من 0 إلى 30، وتقدير قريب يكفي', 'From 0 to 30; a close estimate is enough'),
      required: true,
      min: 0,
      max: 30,
    },
    {
      key: 'term',
      type: 'choice',
      label: t('عن أي فصل تطلب المكافأة؟', 'For which term is the allowance?'),
      required: true,
      options: [
        { value: 'first', label: t('الفصل الأول', 'First term') },
        { value: 'second', label: t('الفصل الثاني', 'Second term') },
        { value: 'summer', label: t('الدورة الصيفية', 'Summer course') },
      ],
    },
    {
      key: 'iban',
      type: 'iban',
      label: t(
        'ما رقم الآيبان الذي تُحوَّل إليه المكافأة؟',
        'To which IBAN should the allowance be paid?',
      ),
      hint: t(
        'يبدأ بـ SA ويتبعه 22 رقمًا، باسم الطالب أو وليّه',
        'SA followed by 22 digits, in the name of the student or guardian',
      ),
      required: true,
    },
  ],
  documents: [
    {
      key: 'attendance_letter',
      label: t('إفادة الحضور من معلّم الحلقة', 'Attendance letter from the circle’s teacher'),
      hint: t(
        'يسلّمها لك المعلّم، أو نطلبها منه إن فوّضتنا',
        'The teacher gives it to you, or we ask for it on your behalf',
      ),
      required: true,
      maxAgeDays: 120,
    },
  ],
  checklist: [IDENTITY_SIGHTED, DATA_MATCHES],
};

const studentTransport: DemoService = {
  slug: 'student-transport',
  name: t('نقل طلاب الحلقات', 'Transport for students'),
  summary: t(
    'مقعد في حافلة الحلقات، أو بدل نقل لمن لا تصله الحافلة.',
    'A seat on the circles’ bus, or a transport allowance where the bus does not go.',
  ),
  whoFor: t(
    'هذه الخدمة لك إن كان بيتك يبعد عن الحلقة أكثر من كيلومترين، أو يشقّ على الطالب الوصول إليها.',
    'This service is for you if your home is more than two kilometres from the circle, or getting there is hard for the student.',
  ),
  whatYouGet: t(
    'مقعد ذهابًا وإيابًا طوال الفصل، أو بدل نقل شهري.',
    'A seat both ways for the term, or a monthly transport allowance.',
  ),
  steps: [YOU_APPLY, WE_CHECK, COMMITTEE_STUDIES, WE_REGISTER],
  needsStudy: false,
  needsCommittee: true,
  needsEnrolment: true,
  category: 'students',
  fields: [
    studentNameField,
    circleField,
    {
      key: 'pickup_place',
      type: 'text',
      label: t('من أين نأخذ الطالب؟', 'Where should we pick the student up?'),
      hint: t(
        'اسم القرية وأقرب معلم، ولا حاجة إلى موقع بيتك بدقة',
        'The village and the nearest landmark; your exact address is not needed',
      ),
      required: true,
      maxLength: 200,
    },
    {
      key: 'distance_km',
      type: 'number',
      label: t('كم تبعد الحلقة عن بيتك تقريبًا؟', 'How far is the circle from your home, roughly?'),
      hint: t('بالكيلومتر', 'In kilometres'),
      required: true,
      min: 0,
      max: 150,
    },
    {
      key: 'mobility_need',
      type: 'yes_no',
      label: t(
        'هل يحتاج الطالب إلى عون في الصعود والنزول؟',
        'Does the student need help to get on and off?',
      ),
      required: true,
    },
    {
      key: 'mobility_detail',
      type: 'textarea',
      label: t('كيف نعينه؟', 'How can we help?'),
      hint: t(
        'اذكر ما يلزم السائق والمشرف معرفته فقط',
        'Only what the driver and supervisor must know',
      ),
      required: true,
      maxLength: 400,
      showIf: { field: 'mobility_need', equals: 'yes' },
    },
  ],
  documents: [
    {
      key: 'attendance_letter',
      label: t('إفادة التحاق بالحلقة', 'Letter of attendance from the circle'),
      hint: t('من معلّم الحلقة أو إدارتها', 'From the circle’s teacher or office'),
      required: false,
      maxAgeDays: 180,
    },
  ],
  checklist: [DATA_MATCHES, DATES_TOLD],
};

const schoolBag: DemoService = {
  slug: 'school-bag',
  name: t('الحقيبة المدرسية والكسوة الشتوية', 'School bag and winter clothes'),
  summary: t(
    'حقيبة بمستلزماتها في أول العام، وكسوة شتوية قبل البرد.',
    'A filled school bag at the start of the year, and winter clothes before the cold.',
  ),
  whoFor: t(
    'هذه الخدمة لك إن كان لك أبناء في المدرسة أو الحلقات ويثقل عليك تجهيزهم.',
    'This service is for you if you have children at school or in the circles and equipping them is a burden.',
  ),
  whatYouGet: t(
    'قسيمة باسمك تختار بها من متجر متعاون، فلا يعرف أحد أنها مساعدة.',
    'A voucher in your name to choose from a partner shop, so that no one knows it is aid.',
  ),
  steps: [YOU_APPLY, WE_CHECK, NO_COMMITTEE],
  needsStudy: false,
  needsCommittee: false,
  needsEnrolment: false,
  category: 'families',
  fields: [
    {
      key: 'children_count',
      type: 'number',
      label: t('كم عدد الأبناء الذين تطلب لهم؟', 'For how many children are you asking?'),
      required: true,
      min: 1,
      max: 15,
    },
    {
      key: 'kit',
      type: 'choice',
      label: t('ما الذي تحتاجه؟', 'What do you need?'),
      required: true,
      options: [
        { value: 'bag', label: t('الحقيبة المدرسية', 'School bags') },
        { value: 'winter', label: t('الكسوة الشتوية', 'Winter clothes') },
        { value: 'both', label: t('كلتاهما', 'Both') },
      ],
    },
    {
      key: 'stages',
      type: 'text',
      label: t('في أي صفوف يدرسون؟', 'Which grades are they in?'),
      hint: t('مثال: الثاني، والخامس، والأول متوسط', 'For example: second, fifth and seventh'),
      required: true,
      maxLength: 200,
    },
    {
      key: 'pickup_branch',
      type: 'choice',
      label: t('من أين تودّ استلام القسيمة؟', 'Where would you like to receive the voucher?'),
      required: true,
      options: [
        { value: 'sms', label: t('رمز يصلني على جوالي', 'A code sent to my phone') },
        { value: 'office', label: t('من المقر', 'From the office') },
        { value: 'delegate', label: t('من مندوب قريتي', 'From my village delegate') },
      ],
    },
  ],
  documents: [
    {
      key: 'school_letter',
      label: t(
        'تعريف من المدرسة أو إشعار من نظام نور',
        'School letter or a notice from the Noor school system',
      ),
      hint: t(
        'لطفل واحد على الأقل، من هذا العام الدراسي',
        'For at least one child, from this school year',
      ),
      required: false,
      maxAgeDays: 300,
    },
  ],
  checklist: [DATA_MATCHES],
};

const teacherAid: DemoService = {
  slug: 'teacher-emergency',
  name: t('إعانة طارئة لمعلّم أو معلّمة', 'Emergency aid for a teacher'),
  summary: t(
    'مبلغ مقطوع لمعلّمي الحلقات ومعلّماتها عند حاجة طارئة.',
    'A one-time amount for teachers of the circles in an emergency.',
  ),
  whoFor: t(
    'هذه الخدمة لك إن كنت معلّمًا أو معلّمة في إحدى حلقاتنا، ونزل بك أمر طارئ كمرض أو حادث أو تضرّر مسكن.',
    'This service is for you if you teach in one of our circles and have met an emergency such as illness, an accident or damage to your home.',
  ),
  whatYouGet: t(
    'مبلغ مقطوع بحسب الحالة، ويجوز التعجيل به عند الضرورة.',
    'A one-time amount according to the case, which may be released early in urgent need.',
  ),
  steps: [YOU_APPLY, WE_CHECK, COMMITTEE_STUDIES],
  needsStudy: false,
  needsCommittee: true,
  needsEnrolment: false,
  category: 'teachers',
  fields: [
    { ...circleField, label: t('في أي حلقة تعلّم؟', 'In which circle do you teach?') },
    {
      key: 'emergency_kind',
      type: 'choice',
      label: t('ما نوع الحاجة الطارئة؟', 'What kind of emergency is it?'),
      required: true,
      options: [
        { value: 'illness', label: t('مرض أو علاج', 'Illness or treatment') },
        { value: 'accident', label: t('حادث', 'Accident') },
        { value: 'home', label: t('ضرر في المسكن', 'Damage to the home') },
        { value: 'other', label: t('غير ذلك', 'Something else') },
      ],
    },
    {
      key: 'happened_on',
      type: 'date',
      label: t('متى حدث ذلك؟', 'When did it happen?'),
      required: true,
    },
    {
      key: 'amount_needed',
      type: 'money',
      label: t('كم تقدّر المبلغ الذي تحتاجه؟', 'How much do you think you need?'),
      hint: t('بالريال، وتقدير قريب يكفي', 'In riyals; a close estimate is enough'),
      required: true,
      min: 100,
      max: 50000,
    },
    {
      key: 'need',
      type: 'textarea',
      label: t('صف لنا الحاجة بإيجاز', 'Tell us briefly about the need'),
      hint: t(
        'لا نحتاج إلى تفاصيل طبية، يكفي ما يبيّن الحاجة.',
        'We need no medical details, only what shows the need.',
      ),
      required: true,
      maxLength: 1000,
    },
  ],
  documents: [
    {
      key: 'cost_proof',
      label: t('فاتورة أو عرض سعر', 'Invoice or quotation'),
      hint: t('إن وُجد', 'If you have one'),
      required: false,
      maxAgeDays: 60,
    },
  ],
  checklist: [IDENTITY_SIGHTED, DATA_MATCHES, DATES_TOLD],
};

const remoteCircle: DemoService = {
  slug: 'remote-circle',
  name: t('حلقة القرآن عن بُعد للنساء', 'Remote Quran circle for women'),
  summary: t(
    'حلقة تلاوة وحفظ عبر الهاتف أو الإنترنت مع معلّمة، من بيتك.',
    'Recitation and memorisation by phone or online with a woman teacher, from home.',
  ),
  whoFor: t(
    'هذه الخدمة لكِ إن كنتِ تودّين تعلّم القرآن ويتعذّر عليكِ الحضور إلى الدار. لا يشترط عمر ولا معرفة سابقة.',
    'This service is for you if you would like to learn the Quran and cannot come to the school. No age or earlier knowledge is required.',
  ),
  whatYouGet: t(
    'ثلاث حصص في الأسبوع مع معلّمة، ومصحف واضح الخط، وشريحة بيانات لمن تحتاجها.',
    'Three lessons a week with a teacher, a large-print mushaf, and a data SIM for those who need one.',
  ),
  steps: [YOU_APPLY, NO_COMMITTEE, WE_REGISTER],
  needsStudy: false,
  needsCommittee: false,
  needsEnrolment: true,
  category: 'learning',
  fields: [
    {
      key: 'level',
      type: 'choice',
      label: t('أين أنتِ من القراءة؟', 'How do you read today?'),
      hint: t(
        'لا بأس بأي مستوى، فالحلقة تبدأ من حيث أنتِ.',
        'Any level is fine; the circle starts where you are.',
      ),
      required: true,
      options: [
        { value: 'beginner', label: t('أبدأ من الحروف', 'I start with the letters') },
        { value: 'reading', label: t('أقرأ وأريد الإتقان', 'I read and want to improve') },
        { value: 'memorising', label: t('أحفظ وأريد المراجعة', 'I memorise and want to revise') },
      ],
    },
    {
      key: 'time_of_day',
      type: 'choice',
      label: t('ما الوقت الذي يناسبك؟', 'What time suits you?'),
      required: true,
      options: [
        { value: 'morning', label: t('الضحى', 'Mid-morning') },
        { value: 'afternoon', label: t('بعد العصر', 'Afternoon') },
        { value: 'evening', label: t('بعد العشاء', 'After the night prayer') },
      ],
    },
    {
      key: 'device',
      type: 'choice',
      label: t('بأي وسيلة تحضرين الحلقة؟', 'How will you attend?'),
      required: true,
      options: [
        { value: 'phone_call', label: t('مكالمة هاتفية', 'Phone call') },
        { value: 'smartphone', label: t('جوال متصل بالإنترنت', 'Phone with internet') },
        { value: 'computer', label: t('حاسوب', 'Computer') },
      ],
    },
    {
      key: 'call_number',
      type: 'phone',
      label: t('على أي رقم تتصل بكِ المعلّمة؟', 'Which number should the teacher call?'),
      required: true,
      showIf: { field: 'device', equals: 'phone_call' },
    },
    {
      key: 'note',
      type: 'textarea',
      label: t(
        'هل من شيء تحبّين أن تعرفه المعلّمة؟',
        'Is there anything you would like the teacher to know?',
      ),
      required: false,
      maxLength: 500,
    },
  ],
  documents: [],
  checklist: [DATA_MATCHES],
};

const electricityBill: DemoService = {
  slug: 'electricity-bill',
  name: t('سداد فاتورة الكهرباء', 'Help with an electricity bill'),
  summary: t(
    'سداد فاتورة متعثرة عن أسرة لا تقدر عليها، مباشرة لدى الشركة.',
    'Paying an overdue bill for a family that cannot, directly to the company.',
  ),
  whoFor: t(
    'هذه الخدمة لك إن تراكمت عليك فاتورة الكهرباء أو أُنذرت بفصل الخدمة ولا تستطيع السداد.',
    'This service is for you if your electricity bill has piled up, or you have been warned of disconnection, and you cannot pay.',
  ),
  whatYouGet: t(
    'سداد كامل أو جزئي لفاتورة واحدة في السنة، ولا يُسلَّم المبلغ نقدًا.',
    'Full or part payment of one bill a year; no cash is handed over.',
  ),
  steps: [YOU_APPLY, WE_CHECK, COMMITTEE_STUDIES],
  needsStudy: false,
  needsCommittee: true,
  needsEnrolment: false,
  category: 'families',
  fields: [
    {
      key: 'bill_account',
      type: 'text',
      label: t('ما رقم حساب الفاتورة؟', 'What is the bill’s account number?'),
      hint: t('تجده في أعلى الفاتورة', 'At the top of the bill'),
      required: true,
      maxLength: 20,
    },
    {
      key: 'amount_due',
      type: 'money',
      label: t('كم المبلغ المستحق؟', 'How much is due?'),
      hint: t('بالريال', 'In riyals'),
      required: true,
      min: 1,
      max: 30000,
    },
    {
      key: 'cut_off',
      type: 'yes_no',
      label: t(
        'هل فُصلت الكهرباء أو أُنذرتَ بفصلها؟',
        'Has the power been cut, or have you been warned?',
      ),
      required: true,
    },
    {
      key: 'cut_off_date',
      type: 'date',
      label: t(
        'ما تاريخ الفصل أو الموعد المذكور في الإنذار؟',
        'On what date was it cut, or will it be?',
      ),
      required: true,
      showIf: { field: 'cut_off', equals: 'yes' },
    },
    {
      key: 'device_dependent',
      type: 'yes_no',
      label: t(
        'هل في البيت من يعتمد على جهاز كهربائي لصحته؟',
        'Does anyone at home depend on an electrical device for health?',
      ),
      hint: t(
        'نسأل لنقدّم طلبك، ولا نسأل عن المرض.',
        'We ask so that we can hurry; we do not ask about the illness.',
      ),
      required: true,
    },
    {
      key: 'need',
      type: 'textarea',
      label: t('ما الذي حال دون السداد؟', 'What has kept you from paying?'),
      hint: NEED_HINT,
      required: false,
      maxLength: 800,
    },
  ],
  documents: [
    {
      key: 'bill',
      label: t('آخر فاتورة كهرباء', 'Latest electricity bill'),
      hint: t(
        'صورة واضحة يظهر فيها رقم الحساب والمبلغ',
        'A clear picture that shows the account number and the amount',
      ),
      required: true,
      maxAgeDays: 60,
    },
    {
      key: 'income_statement',
      label: t('ما يثبت الدخل', 'Proof of income'),
      hint: t('خلال آخر ثلاثة أشهر، إن وُجد', 'From the last three months, if you have it'),
      required: false,
      maxAgeDays: 90,
    },
  ],
  checklist: [DATA_MATCHES, DATES_TOLD],
};

/** What the association offers. The first is the one the demo's journey follows. */
export const services: DemoService[] = [
  familySupport,
  studentAllowance,
  orphanStudent,
  studentTransport,
  schoolBag,
  teacherAid,
  remoteCircle,
  electricityBill,
];
