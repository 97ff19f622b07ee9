/** What of the code keeps a clause of the policy: a sentence, the file, and a name to find in it. */
export interface Behind {
  does: string;
  /** path from the plugin's folder, or from the repository's root when it starts with `/` */
  where: string;
  name: string;
}

export interface Clause {
  id: string;
  /** the association's own words; the authority */
  ar: string;
  en: string;
  behind: readonly [Behind, ...Behind[]];
}

const transitions = 'server/src/policy/transitions.policy.ts';

/**
 * The association's policy for its relations with beneficiaries (board meeting no. 107, 11/8/2021), clause by
 * clause, with what stands behind each. The README's table is made from it.
 */
export const clauses: readonly Clause[] = [
  {
    id: 'P1',
    ar: 'تضع الجمعية السياسات والإجراءات التي تنظم علاقتها بجميع الأطراف بما يكفل حقوق الجمعية وكافة هذه الأطراف.',
    en: 'Policies that regulate the society’s relations with all parties and guarantee their rights.',
    behind: [
      {
        does: 'Everything that happens is one event in a chain that can only grow',
        where: 'server/src/kernel/audit.ts',
        name: 'verifyChain',
      },
      { does: 'An applicant may withdraw at any time', where: transitions, name: 'withdraw' },
    ],
  },
  {
    id: 'P2',
    ar: 'تشكل أنظمة العمل والعقود المصدر الأساسي في تحديد الحقوق والواجبات وطريقة أدائها وتسوية الخلافات.',
    en: 'Regulations are the source of rights, duties and the settling of disputes.',
    behind: [
      {
        does: 'What is not in the table of transitions cannot happen',
        where: 'server/src/requests/transitions.rules.ts',
        name: 'judge',
      },
      {
        does: 'A rejection can be appealed, to a panel without the first members',
        where: 'server/src/requests/appeal.service.ts',
        name: 'submitAppeal',
      },
    ],
  },
  {
    id: 'P3',
    ar: 'وضع آلية لتنظيم العلاقة مع المستفيدين مع مراجعتها باستمرار والتعديل عليها وتعميمها.',
    en: 'A mechanism for the relation with beneficiaries, continuously reviewed, amended and circulated.',
    behind: [
      {
        does: 'Editors change services, texts and templates, and the website follows',
        where: 'server/src/services/content-types.ts',
        name: 'contentTypes',
      },
      {
        does: 'The times of work are changed in versions, each with who, when and why',
        where: 'server/src/services/workflow.service.ts',
        name: 'keepWorkflow',
      },
      {
        does: 'A running request keeps the version it began with',
        where: 'server/src/requests/request.types.ts',
        name: 'FrozenForm',
      },
    ],
  },
  {
    id: 'G1',
    ar: 'تقديم خدمة متميزة للمستفيدين بإتقان وسرعة وجودة عالية لإنجاز معاملاتهم ومتابعة متطلباتهم ومقترحاتهم.',
    en: 'Distinguished service with mastery, speed and quality; follow up requirements and suggestions.',
    behind: [
      {
        does: 'A queue with promises, and views of what is late and what waits',
        where: 'server/src/queue/list.service.ts',
        name: 'readQueue',
      },
      {
        does: 'Suggestions and complaints are answered, reopened and closed',
        where: transitions,
        name: 'suggestion',
      },
    ],
  },
  {
    id: 'G2',
    ar: 'والوصول إليهم بأسهل الطرق دون الحاجة إلى طلب المستفيد.',
    en: 'Reach them by the easiest ways, without the beneficiary needing to ask.',
    behind: [
      {
        does: 'Each step that concerns the applicant is told without being asked for',
        where: 'server/src/messages/index.ts',
        name: 'subscribers',
      },
    ],
  },
  {
    id: 'O1',
    ar: 'تقدير حاجة المستفيد وتسهيل الإجراءات وحصولهم على كافة الخدمات دون عناء ومشقة.',
    en: 'Ease procedures so that every category gets every service without hardship.',
    behind: [
      {
        does: 'Services say for whom they are, what to bring and how long it takes',
        where: 'server/src/services/services.routes.ts',
        name: '/services/:slug',
      },
      {
        does: 'Nobody is turned away for lack of an ID number',
        where: 'server/src/requests/applicant.rules.ts',
        name: 'readApplicant',
      },
      {
        does: 'The association names whom it serves: students, families, orphans, teachers, and others it adds',
        where: 'server/src/registry/content-types.ts',
        name: 'beneficiary-category',
      },
    ],
  },
  {
    id: 'O2',
    ar: 'تقديم الخدمات المتكاملة بأحدث الأساليب الإلكترونية في خدمة المستفيد.',
    en: 'Integrated services with the latest electronic methods.',
    behind: [
      {
        does: 'A request goes from the phone to the committee and back on one site',
        where: 'server/src/website/requests.routes.ts',
        name: '/requests',
      },
    ],
  },
  {
    id: 'O3',
    ar: 'تقديم المعلومات والإجابات بما يتناسب مع تساؤلات المستفيدين واستفساراتهم من خلال عدة قنوات.',
    en: 'Information and answers that suit their questions, through several channels.',
    behind: [
      {
        does: 'Questions are searched as people write Arabic',
        where: 'server/src/kernel/arabic.rules.ts',
        name: 'faqScore',
      },
      { does: 'An inquiry is answered in writing', where: transitions, name: "'answer'" },
      {
        does: 'What the desk cannot answer goes to those who can, until the visitor is told',
        where: 'server/src/reception/questions.service.ts',
        name: 'answer',
      },
    ],
  },
  {
    id: 'O4',
    ar: 'تقديم خدمة للمستفيد من موقعه حفاظاً لوقته وتقديراً لظروفه وسرعة إنجاز خدمته.',
    en: 'Serve the beneficiary from where they are.',
    behind: [
      {
        does: 'Missing papers are sent and answers given from the phone',
        where: 'server/src/requests/answering.ts',
        name: 'takeResponse',
      },
      {
        does: 'Home visits, and times outside working hours where a family is home only then',
        where: 'server/src/reception/appointments.service.ts',
        name: 'bookAppointment',
      },
      {
        does: 'A delegate serves the own branch',
        where: 'server/src/queue/list.sql.ts',
        name: 'visibleTo',
      },
      {
        does: 'Home visits and calls by appointment, outside working hours too where the family needs it',
        where: 'server/src/reception/appointments.service.ts',
        name: 'outsideHours',
      },
    ],
  },
  {
    id: 'O5',
    ar: 'التركيز على عملية قياس رضا المستفيد كوسيلة لرفع جودة الخدمة والتحسين المستمر.',
    en: 'Measure satisfaction, to raise the quality of the service continuously.',
    behind: [
      {
        does: 'CSAT with n and its Wilson interval',
        where: 'server/src/satisfaction/figures.rules.ts',
        name: 'csat',
      },
    ],
  },
  {
    id: 'O6',
    ar: 'زيادة ثقة وانتماء المستفيدين بالجمعية من خلال تبني أفضل المعايير والممارسات.',
    en: 'Raise trust and belonging through the best standards.',
    behind: [
      {
        does: 'The figures are published with definition, n and interval',
        where: 'server/src/satisfaction/index.ts',
        name: 'publicRoutes',
      },
    ],
  },
  {
    id: 'O6a',
    ar: 'تصحيح المفاهيم السائدة لدى المستفيد عن الخدمات المقدمة في الجمعية.',
    en: 'Correct common misconceptions about the services.',
    behind: [
      {
        does: 'Questions that correct a misconception are marked as such',
        where: '/src/api/faq/content-types/faq/schema.json',
        name: 'isMisconception',
      },
    ],
  },
  {
    id: 'O6b',
    ar: 'تكوين انطباعات وقناعات إيجابية جديدة نحو الجمعية وما تقدم من خدمات.',
    en: 'Form new positive impressions of the society and its services.',
    behind: [
      {
        does: 'A decision is told with respect: its reason, and what can be done',
        where: 'server/src/requests/letters.ts',
        name: 'renderLetter',
      },
    ],
  },
  {
    id: 'O6c',
    ar: 'نشر ثقافة تقييم الخدمة، والتأكيد على أن تقييم جودة الخدمة حق من حقوق المستفيد، حيث إنها أداة للتقويم والتطوير لا للعقاب والتشهير.',
    en: 'Evaluation is a right of the beneficiary, a tool for development, not for punishment.',
    behind: [
      {
        does: 'Everyone is invited, the rejected too',
        where: 'server/src/satisfaction/index.ts',
        name: 'subscribers',
      },
      {
        does: 'Slices that would give an answer away are withheld',
        where: 'server/src/satisfaction/disclosure.rules.ts',
        name: 'publishable',
      },
      {
        does: 'Answers are kept in crowds, so that nobody can tell whose they are',
        where: 'server/src/satisfaction/release.rules.ts',
        name: 'release',
      },
      {
        does: 'Comments are cleared of names before they are read',
        where: 'server/src/satisfaction/comments.service.ts',
        name: 'releaseComment',
      },
      {
        does: 'Officers of a request never see that it was evaluated',
        where: 'server/src/casefile/timeline.rules.ts',
        name: 'isEvaluation',
      },
    ],
  },
  {
    id: 'O6d',
    ar: 'نشر ثقافة جودة الخدمة بين جميع الأقسام التي تقدم خدماتها للمستفيدين الداخلي أو الخارجي.',
    en: 'Spread the culture of quality among all departments.',
    behind: [
      {
        does: 'Figures on the home page of officers and managers',
        where: 'server/src/home/index.ts',
        name: 'homeRoom',
      },
    ],
  },
  {
    id: 'O6e',
    ar: 'ابتكار مفاهيم وتقنيات إدارية للارتقاء بالخدمات ومحاولة القضاء على المعوقات من خلال تلمس آراء المستفيدين.',
    en: 'Remove obstacles, by seeking beneficiaries’ opinions.',
    behind: [
      { does: 'A complaint goes up to a second person', where: transitions, name: 'escalate' },
      {
        does: 'What was improved is published',
        where: 'server/src/satisfaction/satisfaction.migration.ts',
        name: 'crm_improvements',
      },
    ],
  },
  ...(
    [
      ['C1', 'المقابلة.', 'Interview', 'interview'],
      ['C2', 'الاتصالات الهاتفية.', 'Phone calls', 'phone'],
      ['C3', 'وسائل التواصل الاجتماعي.', 'Social media', 'social'],
      ['C4', 'الخطابات.', 'Letters', 'letter'],
      ['C5', 'خدمات طلب المساعدة.', 'The assistance-request service', 'assistance'],
      ['C6', 'خدمة التطوع.', 'The volunteering service', 'volunteering'],
      ['C7', 'الموقع الإلكتروني للجمعية.', 'The society’s website', 'website'],
      ['C8', 'مناديب المكاتب الفرعية.', 'Delegates of the branch offices', 'delegate'],
    ] as const
  ).map(([id, ar, en, slug]): Clause => ({
    id,
    ar,
    en,
    behind: [
      {
        does: 'Named on every request, counted, and explained on the website',
        where: 'contracts/vocabulary.ts',
        name: `'${slug}'`,
      },
    ],
  })),
  ...(
    [
      ['T1', 'اللائحة الأساسية للجمعية.', 'The society’s basic bylaw'],
      ['T2', 'دليل سياسة الدعم للمستفيدين.', 'The guide to the beneficiary support policy'],
      ['T3', 'طلب دعم مستفيد.', 'The beneficiary support request form'],
    ] as const
  ).map(([id, ar, en]): Clause => ({
    id,
    ar,
    en,
    behind: [
      {
        does: 'A document of the website with its version, as a printable PDF',
        where: 'server/src/demo/content/documents.ts',
        name: `'${id}'`,
      },
    ],
  })),
  {
    id: 'S1',
    ar: 'استقبال المستفيد بلباقة واحترام والإجابة على جميع الاستفسارات وإعطاء المراجع الوقت الكافي.',
    en: 'Receive them with respect, answer every inquiry, give enough time.',
    behind: [
      {
        does: 'Every inquiry is taken up and answered; no visitor’s time is a target',
        where: transitions,
        name: "'start'",
      },
      {
        does: 'A stranger is received by name, phone and what they come for; the list shows no waiting time',
        where: 'server/src/reception/visits.service.ts',
        name: 'visit',
      },
    ],
  },
  {
    id: 'S2',
    ar: 'التأكد من تقديم المراجع كافة المعلومات المطلوبة، وعلى الموظف مطابقة البيانات والتأكد من صلاحيتها وقت التقديم.',
    en: 'All the required information is there; the officer matches it and checks that it is valid at submission.',
    behind: [
      {
        does: 'Nothing incomplete is taken in',
        where: 'server/src/policy/guards.policy.ts',
        name: 'complete',
      },
      {
        does: 'Nothing goes to the committee with an open checklist',
        where: 'server/src/policy/guards.policy.ts',
        name: 'checklist_done',
      },
      {
        does: 'Each paper is accepted, rejected with a reason, or sighted, by what it was on the day of submission',
        where: 'server/src/requests/judgement.service.ts',
        name: 'judgeDocument',
      },
      {
        does: 'The data of the request stand beside those of the file, field by field',
        where: 'server/src/casefile/comparison.rules.ts',
        name: 'comparisonRows',
      },
      {
        does: 'All that is missing is asked for in one message, answered by its link, once',
        where: 'server/src/requests/answer-link.service.ts',
        name: 'answerByLink',
      },
      {
        does: 'An identity is sighted, not copied: what was seen, by whom, when and how, for good',
        where: 'server/src/registry/registry.service.ts',
        name: 'keepSighting',
      },
      {
        does: 'One file for each person, whichever road they come by',
        where: 'server/src/registry/matching.rules.ts',
        name: 'matchRules',
      },
    ],
  },
  {
    id: 'S3',
    ar: 'في حالة عدم وضوح الإجراءات للمستفيد فعلى الموظف إحالته لمسؤول البحث الاجتماعي للإجابة على تساؤلاته وإيضاح الجوانب التنظيمية.',
    en: 'Unclear procedures are referred to the social research officer, who answers and explains.',
    behind: [
      {
        does: 'A referral with a question, an answer and a social study',
        where: transitions,
        name: 'refer_to_research',
      },
      {
        does: 'An unclear procedure is passed from the desk to the researcher, without a request',
        where: 'server/src/reception/questions.rules.ts',
        name: 'researcher',
      },
    ],
  },
  {
    id: 'S4',
    ar: 'التأكد من صحة البيانات المقدمة من طالب الدعم والتوقيع عليها، وأنه مسؤول مسؤولية مباشرة عن صحة المعلومات.',
    en: 'The data is correct and signed, the applicant being responsible for its truth.',
    behind: [
      {
        does: 'The declaration is frozen with a hash of the answers it covers',
        where: 'server/src/requests/request.repository.ts',
        name: 'signedContentHash',
      },
      {
        does: 'A changed answer needs a new signature',
        where: 'server/src/policy/guards.policy.ts',
        name: 'declaration_stands',
      },
    ],
  },
  {
    id: 'S5',
    ar: 'التوضيح للمستفيد بأن طلبه سيرفع للجنة البحث لدراسة طلبه والرد عليه بشأن قبوله أو رفضه خلال مدة لا تقل عن أسبوعين.',
    en: 'The request goes up to the research committee, which replies within a period of not less than two weeks.',
    behind: [
      {
        does: 'A two-sided reply clock, paused while the applicant owes an answer',
        where: 'server/src/requests/clock.rules.ts',
        name: 'promisedDates',
      },
      {
        does: 'Votes are sealed, and counted by one pure function',
        where: 'server/src/committee/tally.rules.ts',
        name: 'tally',
      },
      {
        does: 'Minutes are frozen with a hash, and signed by each of those present for what they have read',
        where: 'server/src/committee/minutes.service.ts',
        name: 'signMinutes',
      },
      {
        does: 'The committee’s rules are said in plain words, with a vote that the count itself counts',
        where: 'server/src/committee/explain.rules.ts',
        name: 'explainRules',
      },
      {
        does: 'Where nobody can meet the committee votes by circulation, until a deadline that ends it',
        where: 'server/src/committee/circulation.service.ts',
        name: 'startCirculation',
      },
    ],
  },
  {
    id: 'S6',
    ar: 'استكمال التسجيل مع اكتمال إجراءات الطلبات.',
    en: 'Complete the registration once the procedures of the requests are complete.',
    behind: [
      {
        does: 'Enrolment opens or finds the person’s one file',
        where: 'server/src/registry/registry.service.ts',
        name: 'fileOf',
      },
      {
        does: 'What is still missing for an enrolment is named, and what must be there blocks it',
        where: 'server/src/delivery/enrolment.rules.ts',
        name: 'checkEnrolment',
      },
    ],
  },
  {
    id: 'S7',
    ar: 'تقديم الخدمة اللازمة.',
    en: 'Provide the service.',
    behind: [
      {
        does: 'Each delivery is recorded with who received it and how that is known',
        where: 'server/src/delivery/delivery.actions.ts',
        name: 'record_delivery',
      },
      {
        does: 'What is given was approved by a second person, within the budget and places of the service',
        where: 'server/src/delivery/limits.service.ts',
        name: 'refuseBeyondLimits',
      },
    ],
  },
];

export const clauseIds: ReadonlySet<string> = new Set(clauses.map((clause) => clause.id));
