/** An answer of a story; a date is told as days from the day of submission (negative: before). */
export type StoryAnswer = string | number | { days: number };

export type AssistanceStory = {
  key: string;
  kind: 'assistance';
  /** Slug of one of `services`. */
  service: string;
  /** By field key; yes_no fields hold 'yes' or 'no'. */
  answers: Record<string, StoryAnswer>;
  officerNote: string;
  /** What the officer asks for when the request is not complete. */
  askFor?: string;
  study?: { summary: string; recommendation: 'accept' | 'reject' | 'defer' };
  decision?: {
    accept: { reason: string; nextSteps: string };
    reject: { reason: string; nextSteps: string };
    defer: { reason: string; nextSteps: string };
  };
  deliveryNote: string;
};

export type SimpleStory = {
  key: string;
  kind: 'inquiry' | 'complaint' | 'suggestion' | 'volunteering' | 'appeal';
  message: string;
  answer: string;
  officerNote: string;
};

export type DemoStory = AssistanceStory | SimpleStory;

const FAMILY_DECISION: AssistanceStory['decision'] = {
  accept: {
    reason:
      'نصيب الفرد من دخل الأسرة بعد الإيجار دون الحد المذكور في دليل الدعم، والحاجة ثابتة بالدراسة.',
    nextSteps:
      'مساعدة شهرية لستة أشهر تُراجع بعدها. يتصل بك موظف التسليم خلال ثلاثة أيام عمل لاستكمال التسجيل.',
  },
  reject: {
    reason: 'نصيب الفرد من الدخل بعد الإيجار أعلى من الحد المذكور في دليل الدعم في هذه المدة.',
    nextSteps:
      'إن زاد الإيجار أو نقص الدخل فأخبرنا نعد النظر. وقد تناسبك خدمة الحقيبة المدرسية وفاتورة الكهرباء، ولا يلزم لهما هذا الحد.',
  },
  defer: {
    reason: 'لم يتضح للجنة مصدر الدخل بعد انقطاع العمل، ولم يكفِ ما في الملف للبتّ.',
    nextSteps:
      'يتواصل معك الباحث الاجتماعي خلال أسبوع ليستكمل ما ينقص، وليس عليك أن تأتي بشيء الآن.',
  },
};

const ORPHAN_DECISION: AssistanceStory['decision'] = {
  accept: {
    reason: 'ثبتت الولاية وحاجة الطالب، وهو منتظم في حلقته.',
    nextSteps: 'كفالة شهرية لسنة تُجدَّد. نستكمل التسجيل ثم يصلك أول مبلغ مع بداية الشهر القادم.',
  },
  reject: {
    reason:
      'الطالب مكفول من جهة أخرى بمبلغ يفي بما يقرره دليل الدعم، والدليل لا يجيز الجمع بين كفالتين.',
    nextSteps:
      'إن انتهت الكفالة الأخرى فقدّم مباشرة وسنستفيد من الدراسة نفسها. ويبقى للطالب حقه في النقل والمكافأة.',
  },
  defer: {
    reason: 'صك الولاية قيد الإصدار، ولا يصح الصرف قبل صدوره.',
    nextSteps: 'أرسل الصك متى صدر ولو بعد شهر، ولا حاجة إلى طلب جديد.',
  },
};

const TRANSPORT_DECISION: AssistanceStory['decision'] = {
  accept: {
    reason: 'المسافة أبعد من كيلومترين، وفي الحافلة مقعد على خط القرية.',
    nextSteps: 'يبدأ النقل من الأحد القادم، ويتصل بك المشرف ليتفق معك على الوقت ومكان الانتظار.',
  },
  reject: {
    reason: 'المسافة إلى الحلقة دون كيلومترين، والمقاعد لا تكفي لمن هم أبعد.',
    nextSteps:
      'سجّلناك في قائمة الانتظار، وإن خلا مقعد اتصلنا بك. وإن كان في المشي مشقة على الطالب فأخبرنا بها.',
  },
  defer: {
    reason: 'خط القرية ممتلئ، وتُدرس إضافة حافلة ثانية.',
    nextSteps: 'نردّ عليك قبل بداية الفصل القادم، ويُصرف بدل نقل إلى حين ذلك إن رغبت.',
  },
};

const TEACHER_DECISION: AssistanceStory['decision'] = {
  accept: {
    reason: 'الحاجة طارئة وثابتة، والمبلغ في حدود دليل الدعم.',
    nextSteps: 'يُحوَّل المبلغ إلى حسابك خلال ثلاثة أيام عمل.',
  },
  reject: {
    reason: 'ما ذُكر يغطيه التأمين، والإعانة الطارئة لما لا يغطيه غيرها.',
    nextSteps: 'إن رفض التأمين المطالبة أو بقي عليك فرق فأرسل لنا ما يثبت ذلك نعد النظر مباشرة.',
  },
  defer: {
    reason: 'لم تصل الفاتورة النهائية، والمبلغ المقدّر متفاوت.',
    nextSteps: 'أرسل الفاتورة أو عرض السعر متى تيسّر، وسنعرضه في أول جلسة.',
  },
};

const BILL_DECISION: AssistanceStory['decision'] = {
  accept: {
    reason: 'الفاتورة متعثرة ودخل الأسرة لا يحتملها، ولم يسبق السداد عنها هذا العام.',
    nextSteps: 'نسدد المبلغ لدى الشركة مباشرة ونرسل لك رقم عملية السداد.',
  },
  reject: {
    reason: 'سددنا عن الحساب نفسه فاتورة في هذا العام، والدليل يجيز واحدة في السنة.',
    nextSteps:
      'يمكننا أن نعينك على طلب تقسيط المبلغ من الشركة، اتصل بنا نقدّمه معك. ولك أن تطلب من جديد بعد تمام السنة.',
  },
  defer: {
    reason: 'رقم الحساب المذكور لا يطابق الفاتورة المرفقة.',
    nextSteps: 'نتحقق من الرقم مع الشركة، وإن احتجنا إليك اتصلنا بك.',
  },
};

const assistance = (story: Omit<AssistanceStory, 'kind'>): AssistanceStory => ({
  kind: 'assistance',
  ...story,
});

const assistanceStories: AssistanceStory[] = [
  assistance({
    key: 'family-lost-job',
    service: 'family-support',
    answers: {
      household_size: 7,
      monthly_income: 2400,
      housing: 'rented',
      yearly_rent: 14000,
      other_support: 'no',
      need: 'انتهى عقدي مع المقاول قبل أربعة أشهر وأنا أبحث عن عمل. عندنا خمسة أبناء أصغرهم في الثالثة، والإيجار حلّ موعده ولم أجمع إلا نصفه.',
    },
    officerNote:
      'طابقت كشف الدخل وعقد الإيجار. حضر بنفسه وكان متحرجًا من السؤال، فجلسنا في الغرفة الخاصة.',
    askFor: 'عقد الإيجار المرفق منتهٍ. هل يمكن إرسال العقد الساري أو إفادة من المؤجر؟',
    study: {
      summary:
        'أسرة من سبعة، كان عائلها يعمل في المقاولات وانقطع دخله، ولا يصلهم إلا دعم الأبناء. البيت نظيف ضيق، والأبناء منتظمون في الدراسة. نصيب الفرد بعد الإيجار دون مئتي ريال. والأب راغب في العمل ومعه رخصة نقل ثقيل.',
      recommendation: 'accept',
    },
    decision: FAMILY_DECISION,
    deliveryNote: 'حُوّلت دفعة الشهر، وتأكدت من وصولها باتصال.',
  }),
  assistance({
    key: 'family-widow',
    service: 'family-support',
    answers: {
      household_size: 5,
      monthly_income: 1850,
      housing: 'with_relatives',
      other_support: 'yes',
      need: 'توفي زوجي رحمه الله ونسكن الآن مع أخي وعياله في بيت واحد. يصلنا الضمان ولا يكفي الحليب والعلاج. أطلب عونًا إلى أن تتخرج ابنتي الكبرى.',
    },
    officerNote: 'طلبت أن تتصل بها باحثة، وأن يكون الاتصال ضحى. سُجّل ذلك.',
    study: {
      summary:
        'أم ترعى أربعة أبناء بعد وفاة العائل، تسكن غرفتين عند أخيها ودخله محدود. الضمان هو الدخل الوحيد. الابنة الكبرى في سنتها الجامعية الأخيرة. الحاجة في الغذاء والدواء، وتفضّل بطاقة المشتريات.',
      recommendation: 'accept',
    },
    decision: FAMILY_DECISION,
    deliveryNote: 'سُلّمت بطاقة المشتريات في ظرف مغلق، ووقّعت بالاستلام.',
  }),
  assistance({
    key: 'family-elderly',
    service: 'family-support',
    answers: {
      household_size: 2,
      monthly_income: 2100,
      housing: 'owned',
      other_support: 'no',
      need: 'أنا وزوجتي كبيران في السن وأبناؤنا بعيدون. البيت ملك لكن سقفه يخرّ في المطر، والدواء يأخذ أكثر الدخل.',
    },
    officerNote: 'قُدّم الطلب عن طريق المندوب في بيته. الهوية منتهية قبل شهر وقد حجز موعد التجديد.',
    askFor: 'نحتاج إلى كشف التقاعد لآخر ثلاثة أشهر، ويمكن للمندوب أن يستخرجه معك.',
    study: {
      summary:
        'زوجان مسنّان في بيت شعبي ملك، دخلهما تقاعد ثابت. الحاجة الأظهر ترميم السقف وليست إعانة شهرية، ويوصى بإحالتهما إلى جهة مختصة بالترميم مع مبلغ مقطوع للدواء.',
      recommendation: 'defer',
    },
    decision: FAMILY_DECISION,
    deliveryNote: 'صُرف المبلغ المقطوع، وأُحيل طلب الترميم إلى الجهة المختصة.',
  }),
  assistance({
    key: 'family-resident',
    service: 'family-support',
    answers: {
      household_size: 6,
      monthly_income: 3900,
      housing: 'rented',
      yearly_rent: 9000,
      other_support: 'no',
      need: 'أعمل حارسًا في مزرعة وراتبي لا يكفي بعد أن زاد الإيجار. ابني الأكبر يحفظ في حلقتكم وأخشى أن يترك الدراسة ليعمل.',
    },
    officerNote: 'مقيم، اطُّلع على هوية مقيم سارية. أفاد معلّم الحلقة بانتظام الابن.',
    study: {
      summary:
        'أسرة من ستة يعولها عامل بأجر، ملتزمون بالسداد وليس عليهم دين. نصيب الفرد بعد الإيجار قريب من الحد. وترك الابن للدراسة محتمل إن لم تُعن الأسرة.',
      recommendation: 'accept',
    },
    decision: FAMILY_DECISION,
    deliveryNote: 'حُوّلت الدفعة الأولى بعد استكمال التسجيل.',
  }),
  assistance({
    key: 'family-above-limit',
    service: 'family-support',
    answers: {
      household_size: 4,
      monthly_income: 9200,
      housing: 'rented',
      yearly_rent: 24000,
      other_support: 'no',
      need: 'عليّ قسط سيارة وقرض ولا يبقى من الراتب شيء آخر الشهر.',
    },
    officerNote: 'شرحتُ له معيار نصيب الفرد فرغب في رفع الطلب مع ذلك، وهذا حقه.',
    study: {
      summary:
        'دخل الأسرة ثابت وأعلى من الحد، والضيق من أقساط اختيارية. عُرضت عليه استشارة مالية مجانية فقبلها.',
      recommendation: 'reject',
    },
    decision: FAMILY_DECISION,
    deliveryNote: 'لم يُصرف شيء.',
  }),
  assistance({
    key: 'orphan-mother',
    service: 'orphan-student',
    answers: {
      student_name: 'ريان، الصف الرابع',
      birth_date: { days: -3700 },
      carer_relation: 'mother',
      already_enrolled: 'yes',
      circle_name: 'حلقة جامع قيا، المسائية',
      monthly_income: 2600,
      need: 'ابني يحب الحلقة ويحفظ أربعة أجزاء، ويحتاج إلى مصاريف النقل والدفاتر حتى لا ينقطع.',
    },
    officerNote: 'اطُّلع على صك الولاية. بيانات والده حساسة فلم أدوّن منها إلا ما يلزم.',
    study: {
      summary:
        'طالب متفوق في حلقته، ترعاه أمه مع أخوين. الولاية للأم بصك. الدخل محدود، والبيئة حسنة، وكفالته تعينه على الاستمرار.',
      recommendation: 'accept',
    },
    decision: ORPHAN_DECISION,
    deliveryNote: 'حُوّلت كفالة الشهر إلى حساب الولية.',
  }),
  assistance({
    key: 'orphan-grandparent',
    service: 'orphan-student',
    answers: {
      student_name: 'جوري، الصف الأول متوسط',
      birth_date: { days: -4800 },
      carer_relation: 'grandparent',
      already_enrolled: 'no',
      monthly_income: 3100,
      need: 'أنا جدها وأربّيها منذ كانت صغيرة. تريد دخول حلقة البنات ولا أقدر على توصيلها كل يوم.',
    },
    officerNote: 'صك الحضانة قيد الإصدار من المحكمة، وأرفق ما يثبت التقديم.',
    askFor: 'متى صدر صك الحضانة فأرسله لنا، ولا نحتاج إلى شيء غيره.',
    study: {
      summary:
        'طفلة ترعاها أسرة الجد رعاية حسنة، والصك تحت الإصدار. لا مانع من إلحاقها بالحلقة فورًا، ويُؤجَّل الصرف إلى صدور الصك.',
      recommendation: 'defer',
    },
    decision: ORPHAN_DECISION,
    deliveryNote: 'بدأت الكفالة بعد صدور الصك، ورُتّب النقل.',
  }),
  assistance({
    key: 'allowance-regular',
    service: 'student-allowance',
    answers: {
      student_name: 'معاذ',
      circle_name: 'حلقة القرى العليا، بعد العصر',
      parts_memorised: 12,
      term: 'first',
      iban: 'SA0380000000608010167519',
    },
    officerNote: 'نسبة الحضور 93٪ بإفادة المعلّم. الطلب مكتمل.',
    deliveryNote: 'صُرفت مكافأة الفصل مع دفعة الحلقة.',
  }),
  assistance({
    key: 'allowance-girl',
    service: 'student-allowance',
    answers: {
      student_name: 'شهد',
      circle_name: 'دار التحفيظ النسائية بالوادي',
      parts_memorised: 5,
      term: 'second',
      iban: 'SA4420000001234567891234',
    },
    officerNote: 'إفادة الحضور قديمة، طُلبت إفادة هذا الفصل من المعلّمة مباشرة.',
    askFor: 'إفادة الحضور لفصل سابق. سنطلبها من المعلّمة إن أذنتِ لنا.',
    deliveryNote: 'صُرفت المكافأة، وأُبلغت الولية برسالة.',
  }),
  assistance({
    key: 'transport-far-village',
    service: 'student-transport',
    answers: {
      student_name: 'أنس وأخوه زيد',
      circle_name: 'حلقة جامع قيا، المسائية',
      pickup_place: 'مدخل القرى العليا عند محطة الوقود',
      distance_km: 14,
      mobility_need: 'no',
    },
    officerNote: 'على خط الحافلة الثانية، وفيها مقعدان.',
    decision: TRANSPORT_DECISION,
    deliveryNote: 'بدأ النقل، وتسلّم المشرف رقم وليّ الأمر.',
  }),
  assistance({
    key: 'transport-wheelchair',
    service: 'student-transport',
    answers: {
      student_name: 'عبدالإله',
      circle_name: 'حلقة الوادي، الصباحية',
      pickup_place: 'قرى الوادي، بجوار الجامع',
      distance_km: 6,
      mobility_need: 'yes',
      mobility_detail:
        'يستعمل كرسيًّا متحركًا، ويحتاج إلى من يعينه عند الصعود. يجلس في المقعد الأمامي مرتاحًا.',
    },
    officerNote: 'تُراجع تهيئة الحافلة مع المشرف قبل العرض على اللجنة.',
    decision: TRANSPORT_DECISION,
    deliveryNote: 'رُكّب منحدر في الحافلة، وجُرّب مع الطالب ووالده.',
  }),
  assistance({
    key: 'bag-three-children',
    service: 'school-bag',
    answers: {
      children_count: 3,
      kit: 'both',
      stages: 'الأول، والثالث، والسادس',
      pickup_branch: 'sms',
    },
    officerNote: 'مسجّل من العام الماضي، والبيانات مطابقة.',
    deliveryNote: 'أُرسل رمز القسيمة، واستُعمل خلال يومين.',
  }),
  assistance({
    key: 'bag-winter',
    service: 'school-bag',
    answers: {
      children_count: 6,
      kit: 'winter',
      stages: 'من الروضة إلى الثاني متوسط',
      pickup_branch: 'delegate',
    },
    officerNote: 'القرى العليا أبرد، تُقدَّم القسيمة قبل نهاية الشهر.',
    askFor: 'كم مقاس كل واحد من الأبناء تقريبًا؟',
    deliveryNote: 'سلّم المندوب القسيمة في زيارة معتادة.',
  }),
  assistance({
    key: 'teacher-surgery',
    service: 'teacher-emergency',
    answers: {
      circle_name: 'حلقة القرى العليا، بعد العصر',
      emergency_kind: 'illness',
      happened_on: { days: -12 },
      amount_needed: 3500,
      need: 'أجريت لزوجتي عملية مستعجلة، وبقي عليّ فرق لم يغطّه التأمين، واستدنت لأسدد بعضه.',
    },
    officerNote: 'طلب الستر في الأمر. لم أطلب تقريرًا طبيًّا، وتكفي فاتورة الفرق.',
    askFor: 'فاتورة المبلغ المتبقي، وتكفي صورة واضحة منها.',
    decision: TEACHER_DECISION,
    deliveryNote: 'حُوّل المبلغ في اليوم التالي للقرار.',
  }),
  assistance({
    key: 'teacher-roof',
    service: 'teacher-emergency',
    answers: {
      circle_name: 'دار التحفيظ النسائية بالوادي',
      emergency_kind: 'home',
      happened_on: { days: -5 },
      amount_needed: 5000,
      need: 'دخل السيل إلى البيت وأتلف الفرش والثلاجة. نحن الآن عند أهلي ومعنا ثلاثة أطفال.',
    },
    officerNote: 'حاجة عاجلة. رُفعت إلى رئيس اللجنة للنظر في التعجيل.',
    decision: TEACHER_DECISION,
    deliveryNote: 'صُرف المبلغ بعد تعجيل الرد لحاجة ملحّة، والسبب مدوّن.',
  }),
  assistance({
    key: 'remote-beginner',
    service: 'remote-circle',
    answers: {
      level: 'beginner',
      time_of_day: 'morning',
      device: 'phone_call',
      call_number: '+966500012345',
      note: 'عمري ستون سنة ونظري ضعيف، وأحب أن أحفظ قصار السور قبل رمضان.',
    },
    officerNote: 'تُلحق بحلقة الضحى الهاتفية، ويُرسل لها مصحف كبير الخط.',
    deliveryNote: 'بدأت الحلقة، ووصلها المصحف مع المندوبة.',
  }),
  assistance({
    key: 'remote-memoriser',
    service: 'remote-circle',
    answers: { level: 'memorising', time_of_day: 'evening', device: 'smartphone' },
    officerNote: 'تحفظ عشرة أجزاء، تناسبها حلقة المراجعة بعد العشاء.',
    deliveryNote: 'انضمت إلى حلقة المراجعة.',
  }),
  assistance({
    key: 'bill-cut-off',
    service: 'electricity-bill',
    answers: {
      bill_account: '30045120077',
      amount_due: 1870,
      cut_off: 'yes',
      cut_off_date: { days: 6 },
      device_dependent: 'yes',
      need: 'والدتي على جهاز أكسجين في البيت ووصلنا إنذار بالفصل. مرّت ثلاثة أشهر لم أعمل فيها.',
    },
    officerNote: 'مستعجل: جهاز يعتمد على الكهرباء وموعد الفصل قريب. رُفع إلى رئيس اللجنة في يومه.',
    decision: BILL_DECISION,
    deliveryNote: 'سُددت الفاتورة لدى الشركة، وأُرسل رقم العملية.',
  }),
  assistance({
    key: 'bill-piled-up',
    service: 'electricity-bill',
    answers: {
      bill_account: '30045129912',
      amount_due: 940,
      cut_off: 'no',
      device_dependent: 'no',
      need: 'زادت الفاتورة في الصيف ولم أستطع سدادها مع إيجار البيت.',
    },
    officerNote: 'الفاتورة المرفقة غير واضحة، طُلبت صورة أوضح.',
    askFor: 'صورة أوضح للفاتورة يظهر فيها رقم الحساب والمبلغ.',
    decision: BILL_DECISION,
    deliveryNote: 'سُدد المبلغ كاملًا، وأُشعر برسالة.',
  }),
];

const simple = (
  kind: SimpleStory['kind'],
  key: string,
  message: string,
  answer: string,
  officerNote: string,
): SimpleStory => ({ kind, key, message, answer, officerNote });

const simpleStories: SimpleStory[] = [
  simple(
    'inquiry',
    'inquiry-circle-near',
    'السلام عليكم، أسكن قرى الوادي، فما أقرب حلقة لابني وعمره سبع سنوات؟ وهل فيها نقل؟',
    'وعليكم السلام ورحمة الله. أقرب حلقة له حلقة جامع الوادي من الأحد إلى الأربعاء بعد العصر، ومعلّمها يعتني بالصغار. وفي الحافلة مقعد إن كان بيتك أبعد من كيلومترين، تطلبه من خدمة نقل الطلاب.',
    'أُجيب في اليوم نفسه.',
  ),
  simple(
    'inquiry',
    'inquiry-income-proof',
    'ليس عندي راتب ولا ضمان، فما الذي أرفقه في خانة إثبات الدخل؟',
    'يكفي نموذج إفادة بعدم وجود دخل، تجده في الموقع أو يعبّئه معك الموظف، وتوقّع عليه. ولا تحتاج إلى شهود.',
    'أُضيف السؤال إلى الأسئلة الشائعة.',
  ),
  simple(
    'inquiry',
    'inquiry-status',
    'قدّمت قبل ثلاثة أسابيع ولم يأتني خبر، هل رُفض طلبي؟',
    'لم يُرفض. طلبك عند لجنة البحث، وموعد الرد لم ينقضِ بعد، وقد أرسلنا الموعدين إلى جوالك مرة أخرى. وأصدرنا لك رمز متابعة جديدًا بعد التحقق منك.',
    'تُحقق من هويته باتصال قبل الجواب.',
  ),
  simple(
    'inquiry',
    'inquiry-sponsor',
    'هل يجوز أن أقدّم عن جارتي المسنّة؟ هي لا تعرف القراءة.',
    'نعم، بتفويض منها يسجّله المندوب شفهيًّا عندها. وإن شئت جاءها المندوب وقدّم معها، وهذا أيسر عليكما.',
    'حُدد موعد مع مندوبة الوادي.',
  ),
  simple(
    'complaint',
    'complaint-waiting',
    'جئت من القرى العليا وانتظرت أكثر من ساعة ثم قيل لي إن الموظف خرج. لو أخبرتموني لما قطعت الطريق.',
    'نعتذر إليك، والخطأ منّا. كان الموظف في زيارة ولم يُنب عنه أحد. صار في كل فترة موظفان، وصار بوسعك أن تحجز موعدًا قبل الحضور. وقد اتصل بك المندوب وأكمل طلبك من بيتك.',
    'فُتح إجراء تحسيني: مناوبة مكتوبة للاستقبال.',
  ),
  simple(
    'complaint',
    'complaint-tone',
    'سألني أحدهم أمام الناس عن دخلي وحاجتي، وهذا آذاني.',
    'لك الحق، وما كان ينبغي أن يحدث. لا يُسأل أحد عن ظروفه إلا على انفراد. راجعنا ذلك مع فريق الاستقبال وخصصنا غرفة للمقابلة، ويسعدنا أن نسمع منك إن رأيت غير ذلك.',
    'حُوّلت إلى شخص لا علاقة له بالواقعة.',
  ),
  simple(
    'complaint',
    'complaint-late-delivery',
    'قُبل طلبي منذ شهر ولم يصلني التحويل إلى الآن.',
    'راجعنا الأمر فوجدنا رقم الآيبان ناقصًا خانة، ولم نخبرك وهذا تقصير منّا. صُحّح اليوم وحُوّل المبلغ، وستصلك دفعة الشهر القادم في وقتها.',
    'أُضيف تحقق من الآيبان عند التسجيل.',
  ),
  simple(
    'suggestion',
    'suggestion-evening-hours',
    'ليتكم تفتحون ليلة في الأسبوع بعد العشاء، أكثرنا في العمل إلى المغرب.',
    'فكرة حسنة أخذنا بها: صار المقر يفتح مساء الثلاثاء إلى العاشرة على سبيل التجربة لثلاثة أشهر. جزاك الله خيرًا.',
    'إجراء تحسيني مفتوح، يُقاس بعدد المراجعين.',
  ),
  simple(
    'suggestion',
    'suggestion-voice',
    'كبار السن لا يقرؤون الرسائل. لو كان بدلها اتصال أو تسجيل صوتي.',
    'نشكرك. أضفنا إلى بيانات المستفيد «طريقة التواصل المفضلة»، ومن يختار الاتصال يتصل به المندوب بدل الرسالة.',
    'عُمل به من أول الشهر.',
  ),
  simple(
    'volunteering',
    'volunteering-driver',
    'معي سيارة كبيرة وأقدر أوصل الطلاب يومين في الأسبوع بعد العصر.',
    'بارك الله فيك. راجعنا طلبك ورخصتك، ونتفق معك على خط القرى العليا يومي الاثنين والأربعاء، ومعك مشرف.',
    'تحقق من الرخصة والتأمين، ولم تؤخذ صورة منهما.',
  ),
  simple(
    'volunteering',
    'volunteering-teacher',
    'أنا معلّمة متقاعدة وأودّ تدريس الكبيرات عن بُعد ثلاث مرات في الأسبوع.',
    'يسعدنا ذلك. اتفقنا على حلقة الضحى الهاتفية لمدة فصل، وتتواصل معك مشرفة الدار.',
    'قابلتها مشرفة الدار.',
  ),
  simple(
    'volunteering',
    'volunteering-accountant',
    'محاسب، وأستطيع أن أساعد في ترتيب ميزانيات الأسر التي تطلب ذلك.',
    'نشكرك. لا يطّلع المتطوع على ملفات المستفيدين، لكن يمكنك أن تقدّم لقاءً عامًّا في التخطيط المالي للأسرة، وقد حددنا موعده.',
    'أُسند إليه لقاء شهري مفتوح.',
  ),
  simple(
    'appeal',
    'appeal-income-changed',
    'رُفض طلبي لأن الدخل فوق الحد، لكن الكشف كان قبل أن ينقص راتبي، وأرفقت الكشف الجديد.',
    'نظر في تظلّمك من لم يشارك في القرار الأول، وتبيّن أن الكشف الجديد يغيّر الحكم، فأُعيد الطلب إلى اللجنة بموعد قريب.',
    'لجنة التظلّم: ثلاثة لم يحضروا الجلسة الأولى.',
  ),
  simple(
    'appeal',
    'appeal-distance',
    'قيل إن المسافة دون كيلومترين، وهذا على الخريطة، أما الطريق فيدور حول الوادي.',
    'ذهب المندوب فقاس الطريق فكان أربعة كيلومترات. قُبل التظلّم، ويبدأ النقل من الأحد.',
    'قيس الطريق بالسيارة لا بالخريطة.',
  ),
];

/** What people write and what is written about them, enough to fill two years of requests. */
export const demoRequestStories: DemoStory[] = [...assistanceStories, ...simpleStories];

/** Free comments of evaluations; none names a person. */
export const evaluationComments: { positive: string[]; negative: string[] } = {
  positive: [
    'لم أحتج إلى الخروج من بيتي، جزاكم الله خيرًا.',
    'أعجبني أنكم أخبرتموني بموعد الرد ووفيتم به.',
    'عوملت باحترام ولم أشعر أني أسأل الناس.',
    'الموظفة شرحت لي خطوة خطوة حتى فهمت.',
    'رُفض طلبي لكن السبب كان واضحًا، ودلّوني على خدمة أخرى.',
    'القسيمة مثل أي قسيمة شراء، وهذا حفظ ماء الوجه.',
    'الزيارة كانت في الوقت الذي اخترته، ولم تطل.',
    'أول مرة يسألني أحد عن رأيي بعد الخدمة.',
  ],
  negative: [
    'طال الانتظار، وكنت أظن أن الأمر أسرع.',
    'الرسائل كثيرة ومتشابهة، ورسالة واحدة تكفي.',
    'لم أفهم لماذا طُلب مني الكشف مرتين.',
    'المبلغ لا يكفي مع الغلاء.',
    'الخط صغير في الموقع على جوالي القديم.',
    'اتصلت مرات ولم يردّ أحد وقت العصر.',
    'سبب القرار عام، ولم أعرف ماذا أصلح.',
    'المكتب بعيد وليس فيه موقف قريب.',
  ],
};
