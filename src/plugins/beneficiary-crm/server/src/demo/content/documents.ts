import { t, type Bilingual } from './types';

export type DocumentSection = { heading: Bilingual; paragraphs: Bilingual[] };

export type DemoDocument = {
  slug: string;
  /** The officer's tool of the policy that this document is. */
  tool?: 'T1' | 'T2' | 'T3';
  title: Bilingual;
  summary: Bilingual;
  version: string;
  kind: 'bylaw' | 'guide' | 'form' | 'policy';
  /** Shown on the cover, for a text that is not the adopted one. */
  notice?: Bilingual;
  /** The text of documents we print ourselves; a form has none. */
  sections?: DocumentSection[];
};

const DEMO_COPY = t(
  'نسخة توضيحية لغرض العرض، وليست اللائحة المعتمدة.',
  'Demonstration copy; not the adopted text.',
);

const bylaw: DemoDocument = {
  slug: 'basic-bylaw',
  tool: 'T1',
  title: t('اللائحة الأساسية للجمعية', 'The association’s basic bylaw'),
  summary: t(
    'اسم الجمعية وأهدافها، والعضوية، والجمعية العمومية، ومجلس الإدارة، والموارد المالية.',
    'The association’s name and aims, membership, general assembly, board and finances.',
  ),
  version: '1.0',
  kind: 'bylaw',
  notice: DEMO_COPY,
  sections: [
    {
      heading: t('الاسم والمقر', 'Name and seat'),
      paragraphs: [
        t(
          'اسم الجمعية: الجمعية الخيرية (الكتاب) لتحفيظ القرآن الكريم بمركز قيا بني الحارث.',
          'The association is named Al-Kitab Charitable Society for Memorising the Holy Quran in Qiya Bani Al-Harith.',
        ),
        t(
          'مقرها مركز قيا بني الحارث بمحافظة الطائف، ونطاق خدماتها المركز وقراه.',
          'Its seat is Qiya Bani Al-Harith in Taif Governorate, and it serves the centre and its villages.',
        ),
      ],
    },
    {
      heading: t('الأهداف', 'Aims'),
      paragraphs: [
        t(
          'تعليم القرآن الكريم تلاوةً وحفظًا وتجويدًا للرجال والنساء والناشئة.',
          'To teach the recitation and memorisation of the Holy Quran to men, women and the young.',
        ),
        t('إعداد معلّمي الحلقات ومعلّماتها وتأهيلهم.', 'To train the teachers of the circles.'),
        t(
          'إعانة طلاب الحلقات وأسرهم والأسر المتعففة في نطاق الجمعية.',
          'To support students of the circles, their families and families in need within its area.',
        ),
      ],
    },
    {
      heading: t('العضوية', 'Membership'),
      paragraphs: [
        t(
          'العضوية عاملة أو منتسبة أو فخرية، وتُمنح بقرار من مجلس الإدارة.',
          'Membership is full, associate or honorary, and is granted by the board.',
        ),
        t(
          'تزول العضوية بالانسحاب أو الوفاة أو فقد شرط من شروطها أو بقرار مسبَّب بعد سماع العضو.',
          'It ends by withdrawal, death, loss of a condition, or a reasoned decision after the member is heard.',
        ),
      ],
    },
    {
      heading: t('الجمعية العمومية', 'General assembly'),
      paragraphs: [
        t(
          'تتكوّن من الأعضاء العاملين، وتجتمع مرة في السنة على الأقل.',
          'It consists of the full members and meets at least once a year.',
        ),
        t(
          'تنتخب مجلس الإدارة، وتقرّ الميزانية والحساب الختامي، وتعيّن المراجع الخارجي.',
          'It elects the board, approves the budget and final accounts, and appoints the external auditor.',
        ),
      ],
    },
    {
      heading: t('مجلس الإدارة', 'Board of directors'),
      paragraphs: [
        t(
          'يدير الجمعية مجلس منتخب لأربع سنوات، ويجتمع كل شهرين على الأقل.',
          'A board elected for four years runs the association and meets at least every two months.',
        ),
        t(
          'تصدر قراراته بأغلبية الحاضرين، ويتنحّى العضو عمّا له فيه مصلحة، ويُدوَّن ذلك في المحضر.',
          'It decides by a majority of those present; a member steps aside where he has an interest, and the minutes say so.',
        ),
        t(
          'يشكّل المجلس لجنة البحث، ويعتمد دليل سياسة الدعم ويراجعه كل سنة.',
          'The board forms the research committee, and adopts and yearly reviews the support guide.',
        ),
      ],
    },
    {
      heading: t('الموارد المالية', 'Finances'),
      paragraphs: [
        t(
          'موارد الجمعية: رسوم العضوية والتبرعات والزكوات والأوقاف والإعانات، وتُصرف فيما خُصّصت له.',
          'Its means are membership fees, donations, zakat, endowments and grants, each spent for its purpose.',
        ),
        t(
          'تُحفظ السجلات المالية عشر سنوات، وتُنشر القوائم المالية المدققة كل عام.',
          'Financial records are kept for ten years, and audited accounts are published yearly.',
        ),
      ],
    },
  ],
};

const supportGuide: DemoDocument = {
  slug: 'support-guide',
  tool: 'T2',
  title: t('دليل سياسة الدعم للمستفيدين', 'Guide to the beneficiary support policy'),
  summary: t(
    'من ندعم، وبأي معايير، وكيف يُدرس الطلب، وحدود المبالغ، وكيف تتظلّم.',
    'Whom we support, by which criteria, how a request is studied, ranges of amounts, and how to appeal.',
  ),
  version: '2026-1',
  kind: 'guide',
  notice: t(
    'أرقام هذا الدليل توضيحية لغرض العرض.',
    'The figures in this guide are for demonstration.',
  ),
  sections: [
    {
      heading: t('من ندعم', 'Whom we support'),
      paragraphs: [
        t(
          'الأسر المتعففة التي تسكن مركز قيا بني الحارث وقراه، أيًّا كانت جنسيتها.',
          'Families in need who live in Qiya Bani Al-Harith and its villages, whatever their nationality.',
        ),
        t(
          'طلاب الحلقات وطالباتها، والأيتام منهم خاصة.',
          'Students of the circles, orphans above all.',
        ),
        t(
          'معلّمو الحلقات ومعلّماتها عند الحاجة الطارئة.',
          'Teachers of the circles in an emergency.',
        ),
      ],
    },
    {
      heading: t('معايير الاستحقاق', 'Criteria of eligibility'),
      paragraphs: [
        t(
          'نصيب الفرد: دخل الأسرة الشهري بعد خصم الإيجار، مقسومًا على عدد أفرادها. ما كان دون 1000 ريال للفرد فهو في نطاق الاستحقاق.',
          'Share per person: the family’s monthly income less rent, divided by its members. Below 1,000 riyals per person is within eligibility.',
        ),
        t(
          'تُقدَّم الحالات الأشد: من لا دخل له، ومن يعتمد في صحته على جهاز كهربائي، ومن هُدّد بفقد سكنه.',
          'The hardest come first: no income, someone whose health depends on an electrical device, or a home about to be lost.',
        ),
        t(
          'لا أثر للقرابة ولا التوصية ولا التطوع ولا تقييم الخدمة في القرار.',
          'Kinship, recommendation, volunteering and evaluations have no bearing on the decision.',
        ),
      ],
    },
    {
      heading: t('خطوات الطلب', 'Steps of a request'),
      paragraphs: [
        t(
          'تقدّم الطلب بأي قناة، ويطابق الموظف بياناته ويتأكد من صلاحيتها وقت التقديم.',
          'You apply by any channel; the officer matches the data and checks that it is valid on the day.',
        ),
        t(
          'تطّلع الجمعية على وثيقة هويتك ولا تأخذ صورة منها.',
          'We look at your identity document and take no copy.',
        ),
        t(
          'توقّع إقرارًا بصحة البيانات، وتُعطى رقم الطلب ورمز المتابعة وموعدي الردّ.',
          'You sign a declaration of truth, and receive a reference, an access code and both reply dates.',
        ),
        t(
          'يدرس الباحث الاجتماعي الحالة إن احتاجت الخدمة إلى ذلك، ثم تُرفع إلى لجنة البحث.',
          'The social research officer studies the case where the service asks for it; it then goes to the research committee.',
        ),
        t(
          'يصدر الردّ مكتوبًا مسبَّبًا في مدة لا تقل عن أسبوعين ولا تزيد على ثلاثين يومًا من رفعه، وتتوقف المدة ما دام المطلوب عندك.',
          'A written, reasoned reply comes no sooner than two weeks and no later than thirty days after referral; the clock stops while something is owed by you.',
        ),
      ],
    },
    {
      heading: t('حدود المبالغ', 'Ranges of amounts'),
      paragraphs: [
        t(
          'مساعدة الأسرة: من 300 إلى 1500 ريال شهريًّا، لمدة لا تتجاوز سنة قابلة للتجديد.',
          'Family support: 300 to 1,500 riyals a month, for up to a year, renewable.',
        ),
        t(
          'كفالة الطالب اليتيم: من 300 إلى 600 ريال شهريًّا.',
          'Orphaned student: 300 to 600 riyals a month.',
        ),
        t(
          'مكافأة طالب الحلقات: من 150 إلى 500 ريال في الفصل.',
          'Student allowance: 150 to 500 riyals a term.',
        ),
        t(
          'فاتورة الكهرباء: إلى 2000 ريال مرة في السنة. الإعانة الطارئة: إلى 5000 ريال.',
          'Electricity bill: up to 2,000 riyals once a year. Emergency aid: up to 5,000 riyals.',
        ),
      ],
    },
    {
      heading: t('التظلّم', 'Appeal'),
      paragraphs: [
        t(
          'لك أن تتظلّم خلال ثلاثين يومًا من وصول الردّ، كتابةً أو شفهيًّا.',
          'You may appeal within thirty days of the reply, in writing or in speech.',
        ),
        t(
          'ينظر في التظلّم من لم يشارك في القرار الأول، ويُردّ عليك كتابةً بسبب ما انتهى إليه.',
          'People who took no part in the first decision hear it, and reply in writing with their reason.',
        ),
      ],
    },
  ],
};

const requestForm: DemoDocument = {
  slug: 'support-request-form',
  tool: 'T3',
  title: t('نموذج طلب دعم مستفيد', 'Beneficiary support request form'),
  summary: t(
    'النموذج الورقي لمن يفضّل الكتابة بيده، يُسلَّم في المقر أو لمندوب القرية.',
    'The paper form for those who prefer to write by hand; hand it in at the office or to your delegate.',
  ),
  version: '2026-1',
  kind: 'form',
};

const privacyNotice: DemoDocument = {
  slug: 'privacy-notice',
  title: t('إشعار الخصوصية', 'Privacy notice'),
  summary: t(
    'لماذا نجمع بياناتك، ومن يطّلع عليها، وكم نحفظها، وما حقوقك.',
    'Why we collect your data, who sees it, how long we keep it, and your rights.',
  ),
  version: '2026-1',
  kind: 'policy',
  sections: [
    {
      heading: t('ما نجمعه وسببه', 'What we collect, and why'),
      paragraphs: [
        t(
          'نجمع ما يلزم لدراسة طلبك وتقديم الخدمة والرد عليك، ولا نستعمله في غير ذلك.',
          'We collect what is needed to study your request, provide the service and reply to you, and use it for nothing else.',
        ),
        t(
          'نطّلع على وثيقة هويتك ونسجّل نوعها ورقمها وتاريخ انتهائها، ولا نأخذ صورة منها.',
          'We look at your identity document and record its type, number and expiry. We take no copy.',
        ),
      ],
    },
    {
      heading: t('من يطّلع على بياناتك', 'Who sees your data'),
      paragraphs: [
        t(
          'من يحتاج إليها في عمله وبقدر حاجته، ويُسجَّل كل اطلاع. ولا تخرج من المملكة.',
          'Those whose work needs it, as far as it needs; every access is recorded. It does not leave the Kingdom.',
        ),
        t(
          'لا نفصح عنها لغيرنا إلا بطلبك أو بحكم النظام، ويُسجَّل كل إفصاح.',
          'We disclose it to no one else unless you ask or the law requires, and each disclosure is recorded.',
        ),
      ],
    },
    {
      heading: t('مدة الحفظ', 'How long we keep it'),
      paragraphs: [
        t(
          'سنتان بعد انتهاء الطلب أو الخدمة، وعشر سنوات لسجلات الصرف المالية، ثم تُتلف.',
          'Two years after the request or service ends, ten years for payment records; then it is destroyed.',
        ),
      ],
    },
    {
      heading: t('حقوقك', 'Your rights'),
      paragraphs: [
        t(
          'الاطلاع على بياناتك، والحصول على نسخة منها، وتصحيحها، وطلب إتلافها، وسحب موافقتك. نجيبك خلال ثلاثين يومًا.',
          'To see your data, have a copy, correct it, ask for its destruction, and withdraw consent. We answer within thirty days.',
        ),
        t(
          'للتواصل: مسؤول حماية البيانات، privacy@alkitab.example.',
          'Contact: the data protection officer, privacy@alkitab.example.',
        ),
      ],
    },
  ],
};

const volunteeringPolicy: DemoDocument = {
  slug: 'volunteering-policy',
  title: t('سياسة التطوع', 'Volunteering policy'),
  summary: t(
    'من يتطوع معنا، وما له، وما عليه.',
    'Who volunteers with us, what they may expect and what is expected of them.',
  ),
  version: '2026-1',
  kind: 'policy',
  sections: [
    {
      heading: t('من يتطوع', 'Who may volunteer'),
      paragraphs: [
        t(
          'كل من أتمّ الثامنة عشرة، ومن هو دونها بموافقة وليّه. وللمستفيد أن يتطوع كغيره.',
          'Anyone of eighteen or over, and younger people with a guardian’s consent. Beneficiaries may volunteer like anyone else.',
        ),
        t(
          'نراجع طلب التطوع ونتحقق من المعلومات، ونجيب خلال عشرة أيام عمل.',
          'We review the application, check the details and answer within ten working days.',
        ),
      ],
    },
    {
      heading: t('حقوق المتطوع', 'A volunteer’s rights'),
      paragraphs: [
        t(
          'مهمة واضحة وساعات متفق عليها، ومشرف يُرجع إليه، وشهادة بالساعات.',
          'A clear task and agreed hours, a supervisor to turn to, and a certificate of hours.',
        ),
      ],
    },
    {
      heading: t('واجبات المتطوع', 'A volunteer’s duties'),
      paragraphs: [
        t(
          'حفظ كرامة المستفيدين وأسرارهم، ولا يطّلع المتطوع على ملفاتهم ولا يصوّرهم.',
          'To keep beneficiaries’ dignity and confidence; volunteers see no files and take no pictures of them.',
        ),
        t(
          'لا يقبل المتطوع هدية ولا مقابلًا من مستفيد.',
          'A volunteer accepts no gift or payment from a beneficiary.',
        ),
      ],
    },
  ],
};

const relationsPolicy: DemoDocument = {
  slug: 'relations-policy',
  title: t(
    'سياسة تنظيم العلاقة مع المستفيدين',
    'Policy for regulating the relationship with beneficiaries',
  ),
  summary: t(
    'كيف نستقبلك ونخدمك، وبأي القنوات، وبأي خطوات. أُقرّت في اجتماع مجلس الإدارة رقم (107).',
    'How we receive and serve you, through which channels and in which steps. Approved at board meeting no. 107.',
  ),
  version: '2021-08-11',
  kind: 'policy',
  sections: [
    {
      heading: t('تمهيد', 'Preamble'),
      paragraphs: [
        t(
          'تضع جمعية (الكتاب) الخيرية لتحفيظ القرآن الكريم في مركز قيا بني الحارث السياسات والإجراءات التي تنظم علاقتها بجميع الأطراف من مستفيدين وداعمين ومتطوعين وخلافه، بما يكفل حقوق الجمعية وكافة هذه الأطراف.',
          'The charitable society (Al-Kitab) for memorising the Holy Quran in Markaz Qiya Bani Al-Harith sets policies and procedures that regulate its relations with all parties (beneficiaries, supporters, volunteers and others) so that the rights of the society and of all of them are guaranteed.',
        ),
        t(
          'وتشكل أنظمة العمل والعقود المصدر الأساسي في تحديد حقوق وواجبات المتعاقدين وطريقة أدائها وتبعات التقصير في الأداء، وحدود المسؤولية وطريقة تسوية الخلافات التي قد تنشأ من جراء تنفيذ هذه العقود والخدمات بشكل يكفل حماية الأطراف ذات العلاقة مع الجمعية.',
          'Work regulations and contracts are the main source for the parties’ rights and duties, how they are performed, the consequences of failing to perform, the limits of liability, and how disputes arising from these contracts and services are settled, so that all parties are protected.',
        ),
        t(
          'وتركز الجمعية على صيغة العلاقات مع المستفيدين، وتضع لها أولوية من خلال وضع آلية لتنظيم هذه العلاقة، مع مراجعتها باستمرار والتعديل عليها وتعميمها بما يكفل حقوق المستفيد.',
          'The society gives priority to its relations with beneficiaries through a mechanism that regulates them, continuously reviewed, amended and circulated.',
        ),
      ],
    },
    {
      heading: t('الهدف العام', 'General objective'),
      paragraphs: [
        t(
          'تقديم خدمة متميزة للمستفيدين من كافة الشرائح بإتقان وسرعة وجودة عالية لإنجاز معاملاتهم ومتابعة متطلباتهم ومقترحاتهم، والعمل على مواصلة التطوير والتحسين التي تتم بالتعاون مع كافة الجهات للوصول إلى تحقيق الأهداف.',
          'Distinguished service to beneficiaries of every group, with mastery, speed and high quality: complete their transactions, follow up their requirements and suggestions, and keep developing and improving with all parties.',
        ),
        t(
          'والوصول إليهم بأسهل الطرق دون الحاجة إلى طلب المستفيد.',
          'Reach them by the easiest ways, without the beneficiary needing to ask.',
        ),
      ],
    },
    {
      heading: t('الأهداف التفصيلية', 'Detailed objectives'),
      paragraphs: [
        t(
          'تقدير حاجة المستفيد وكافة الفئات المستفيدة في الجمعية من خلال تسهيل الإجراءات وحصولهم على كافة الخدمات المطلوبة دون عناء ومشقة.',
          'Appreciate the needs of every category; ease procedures so that they get every service without hardship.',
        ),
        t(
          'تقديم الخدمات المتكاملة بأحدث الأساليب الإلكترونية في خدمة المستفيد.',
          'Integrated services with the latest electronic methods.',
        ),
        t(
          'تقديم المعلومات والإجابات بشكل ملائم بما يتناسب مع تساؤلات المستفيدين واستفساراتهم من خلال عدة قنوات.',
          'Information and answers that suit their questions, through several channels.',
        ),
        t(
          'تقديم خدمة للمستفيد من موقعه حفاظاً لوقته وتقديراً لظروفه وسرعة إنجاز خدمته.',
          'Serve the beneficiary from where they are, to save their time and respect their circumstances.',
        ),
        t(
          'التركيز على عملية قياس رضا المستفيد كوسيلة لرفع جودة الخدمة المقدمة والتحسين المستمر لإجراء تقديم الخدمة وأداء مقدم الخدمة.',
          'Measure satisfaction, as a means to raise the quality of the service, of the procedure and of the provider’s performance, continuously.',
        ),
        t(
          'زيادة ثقة وانتماء المستفيدين بالجمعية من خلال تبني أفضل المعايير والممارسات في تقديم الخدمة للمستفيد: تصحيح المفاهيم السائدة لديه عن الخدمات، وتكوين انطباعات إيجابية جديدة، ونشر ثقافة تقييم الخدمة والتأكيد على أنه حق من حقوق المستفيد وأداة للتقويم والتطوير لا للعقاب والتشهير، ونشر ثقافة الجودة بين جميع الأقسام، وابتكار مفاهيم وتقنيات إدارية للارتقاء بالخدمات من خلال تلمس آراء المستفيدين.',
          'Raise trust and belonging through the best standards: correct common misconceptions, form new positive impressions, spread the culture of evaluating the service as a right of the beneficiary and a tool for correction and development, not for punishment or defamation, spread the culture of quality among all departments, and find new concepts and techniques by seeking beneficiaries’ opinions.',
        ),
      ],
    },
    {
      heading: t(
        'القنوات المستخدمة للتواصل مع المستفيدين',
        'Channels of communication with beneficiaries',
      ),
      paragraphs: [
        t('المقابلة.', 'Interview.'),
        t('الاتصالات الهاتفية.', 'Phone calls.'),
        t('وسائل التواصل الاجتماعي.', 'Social media.'),
        t('الخطابات.', 'Letters.'),
        t('خدمات طلب المساعدة.', 'Assistance-request services.'),
        t('خدمة التطوع.', 'Volunteering service.'),
        t('الموقع الإلكتروني للجمعية.', 'The society’s website.'),
        t('مناديب المكاتب الفرعية.', 'Delegates of the branch offices.'),
      ],
    },
    {
      heading: t(
        'الأدوات المتاحة لموظف علاقات المستفيدين للتواصل مع المستفيدين',
        'Tools of the beneficiary-relations officer',
      ),
      paragraphs: [
        t('اللائحة الأساسية للجمعية.', 'The society’s basic bylaw.'),
        t('دليل سياسة الدعم للمستفيدين.', 'The guide to the beneficiary support policy.'),
        t('طلب دعم مستفيد.', 'The beneficiary support request form.'),
      ],
    },
    {
      heading: t(
        'خطوات التعامل مع المستفيد على مختلف المستويات لإنهاء معاملاته',
        'Steps of dealing with the beneficiary',
      ),
      paragraphs: [
        t(
          'استقبال المستفيد بلباقة واحترام والإجابة على جميع الاستفسارات وإعطاء المراجع الوقت الكافي.',
          'Receive the beneficiary politely and with respect, answer every inquiry, give the visitor enough time.',
        ),
        t(
          'التأكد من تقديم المراجع كافة المعلومات المطلوبة، وعلى الموظف مطابقة البيانات والتأكد من صلاحيتها وقت التقديم.',
          'Make sure that the visitor gives all the required information; the officer matches the data and checks that it is valid at the time of submission.',
        ),
        t(
          'في حالة عدم وضوح الإجراءات للمستفيد فعلى الموظف إحالته لمسؤول البحث الاجتماعي للإجابة على تساؤلاته وإيضاح الجوانب التنظيمية.',
          'If the procedures are unclear to the beneficiary, the officer refers them to the social research officer, who answers and explains.',
        ),
        t(
          'التأكد من صحة البيانات المقدمة من طالب الدعم والتوقيع عليها، وأنه مسؤول مسؤولية مباشرة عن صحة المعلومات.',
          'Make sure that the data given by the applicant is correct and signed, the applicant being directly responsible for its truth.',
        ),
        t(
          'التوضيح للمستفيد بأن طلبه سيرفع للجنة البحث لدراسة طلبه والرد عليه بشأن قبوله أو رفضه خلال مدة لا تقل عن أسبوعين.',
          'Explain that the request goes up to the research committee, which studies it and replies with acceptance or rejection within a period of not less than two weeks.',
        ),
        t(
          'استكمال التسجيل مع اكتمال إجراءات الطلبات.',
          'Complete the registration once the procedures of the requests are complete.',
        ),
        t('تقديم الخدمة اللازمة.', 'Provide the service.'),
      ],
    },
  ],
};

/** What the association publishes: the three tools of the officer, and its policies. */
export const documents: DemoDocument[] = [
  bylaw,
  supportGuide,
  requestForm,
  relationsPolicy,
  privacyNotice,
  volunteeringPolicy,
];
