import type { TopicSlug } from './topics';
import { t, type Bilingual } from './types';

export type DemoFaq = {
  slug: string;
  topic: TopicSlug;
  question: Bilingual;
  answer: Bilingual;
  isMisconception: boolean;
};

/** An ordinary question. */
const asked = (
  slug: string,
  topic: TopicSlug,
  question: Bilingual,
  answer: Bilingual,
): DemoFaq => ({ slug, topic, question, answer, isMisconception: false });

/** Something people believe that is not so (O6a). */
const believed = (
  slug: string,
  topic: TopicSlug,
  question: Bilingual,
  answer: Bilingual,
): DemoFaq => ({ slug, topic, question, answer, isMisconception: true });

export const faqs: DemoFaq[] = [
  asked(
    'how-to-apply',
    'applying',
    t('كيف أقدّم طلب مساعدة؟', 'How do I apply for support?'),
    t(
      'اختر الخدمة من الموقع وأجب عن أسئلتها، أو اتصل بنا، أو زرنا، أو كلّم مندوب قريتك. الطرق كلها سواء، والطلب واحد.',
      'Choose the service on the website and answer its questions, or call us, visit us, or speak to your village delegate. All ways are equal; the request is the same.',
    ),
  ),
  believed(
    'must-come-in-person',
    'applying',
    t('يجب أن أحضر بنفسي لتقديم الطلب.', 'I must come in person to apply.'),
    t(
      'لا. تقدّم من جوالك أو بالهاتف، أو يأتيك المندوب إلى بيتك إن تعذّر عليك الحضور. ونطّلع على هويتك مرة واحدة في الوقت والمكان اللذين يناسبانك.',
      'No. Apply from your phone or by a call, or the delegate comes to your home if you cannot come. We look at your identity document once, when and where it suits you.',
    ),
  ),
  believed(
    'needs-connections',
    'applying',
    t('لا بد من واسطة حتى يُقبل الطلب.', 'You need connections to be accepted.'),
    t(
      'لا. تدرس اللجنة الطلبات بمعايير منشورة في دليل الدعم، ويتنحّى أي عضو تربطه بك قرابة أو مصلحة، ويُكتب سبب القرار. والتوصية لا تقدّم طلبًا على طلب.',
      'No. The committee follows criteria published in the support guide, any member related to you steps aside, and the reason is written down. A recommendation moves no request ahead of another.',
    ),
  ),
  believed(
    'id-copy-required',
    'privacy',
    t('لا بد من صورة الهوية.', 'I must hand in a copy of my ID.'),
    t(
      'لا نأخذ صورة منها. يطّلع الموظف على الأصل، ويسجّل النوع والرقم وتاريخ الانتهاء، ويعيدها إليك في الحال. وإن طلب منك أحد صورة هويتك باسم الجمعية فأخبرنا.',
      'We take no copy. The officer looks at the original, records its type, number and expiry, and gives it back at once. If anyone asks for a copy in our name, tell us.',
    ),
  ),
  asked(
    'no-id',
    'applying',
    t('ليست عندي هوية سارية، فهل أقدّم؟', 'I have no valid identity document. May I apply?'),
    t(
      'نعم، قدّم طلبك بما عندك. يشرح لك الموظف ما يلزم لاحقًا ويعينك عليه، ولا يُردّ أحد من الاستقبال لعدم وجود رقم.',
      'Yes, apply with what you have. The officer explains what is needed later and helps you with it; no one is turned away at reception for lack of a number.',
    ),
  ),
  asked(
    'what-to-bring',
    'applying',
    t('ما المستندات المطلوبة؟', 'Which papers are needed?'),
    t(
      'لكل خدمة قائمة قصيرة في صفحتها. الغالب: ما يثبت الدخل خلال ثلاثة أشهر، وعقد الإيجار إن كنت مستأجرًا. وما كُتب أمامه «اختياري» لا يؤخّر طلبك.',
      'Each service lists a few on its page. Usually: proof of income from the last three months, and the lease if you rent. What is marked “optional” does not delay you.',
    ),
  ),
  asked(
    'apply-for-another',
    'applying',
    t('هل أقدّم نيابةً عن غيري؟', 'May I apply for someone else?'),
    t(
      'نعم إن كنت وليًّا أو وصيًّا أو مفوّضًا منه. نسأل عمّا يثبت ذلك ونحفظ حق صاحب الطلب في أن نكلّمه مباشرة.',
      'Yes, if you are a guardian or have their authority. We ask for proof of it, and keep the person’s right to be spoken to directly.',
    ),
  ),
  asked(
    'save-and-return',
    'applying',
    t('بدأت الطلب ولم أكمله، فهل يضيع؟', 'I started and did not finish. Is it lost?'),
    t(
      'يبقى ما كتبته محفوظًا على جهازك حتى تعود إليه. وإن لم يكن الجهاز لك فاختر «امسح ما كتبت» قبل أن تغادر.',
      'What you wrote stays on your device until you return. If the device is not yours, choose “erase what I wrote” before you leave.',
    ),
  ),
  asked(
    'fees',
    'applying',
    t('هل على الطلب رسوم؟', 'Is there a fee?'),
    t(
      'لا رسوم على أي خدمة، ولا يحق لأحد أن يأخذ منك مقابلًا. إن حدث ذلك فأخبرنا ولن يتأثر طلبك.',
      'No service has a fee and no one may take anything from you. If it happens, tell us; your request will not suffer.',
    ),
  ),
  asked(
    'how-long',
    'decision',
    t('متى يصلني الرد؟', 'When will I hear from you?'),
    t(
      'للطلبات التي تدرسها اللجنة موعدان نعلمك بهما: لا يصدر الرد قبل أسبوعين من رفع الطلب للجنة حتى يأخذ حقه من الدراسة، ولا يتأخر عن ثلاثين يومًا. وإن طلبنا منك شيئًا توقّف الحساب حتى تجيب.',
      'Requests that go to the committee have two dates that we tell you: not before two weeks after referral, so that it is properly studied, and not after thirty days. If we ask you for something, the clock stops until you answer.',
    ),
  ),
  asked(
    'urgent-need',
    'decision',
    t('حاجتي عاجلة، فهل أنتظر أسبوعين؟', 'My need is urgent. Must I wait two weeks?'),
    t(
      'أخبر الموظف بوجه الاستعجال. لرئيس اللجنة أن يعجّل الرد لحاجة ملحّة، ويُكتب سبب ذلك في الملف.',
      'Tell the officer why it is urgent. The committee’s chair may release the reply early for pressing need, and the reason is recorded.',
    ),
  ),
  believed(
    'rejection-is-final',
    'decision',
    t('الرفض نهائي.', 'A rejection is final.'),
    t(
      'لا. يصلك سبب القرار مكتوبًا، ولك أن تتظلّم خلال المدة المذكورة فيه، فينظر في تظلّمك أشخاص لم يشاركوا في القرار الأول. ولك أن تقدّم من جديد متى تغيّرت ظروفك.',
      'No. You receive the reason in writing and may appeal within the period it states; people who took no part in the first decision hear it. You may also apply again whenever your circumstances change.',
    ),
  ),
  believed(
    'silence-means-no',
    'decision',
    t('إذا لم يتصلوا بي فقد رُفض طلبي.', 'If nobody calls, I have been rejected.'),
    t(
      'لا. كل طلب يُردّ عليه كتابة قبولًا أو رفضًا أو تأجيلًا. إن مضى الموعد الذي أعلمناك به ولم يصلك شيء فالخطأ منّا، اتصل بنا.',
      'No. Every request gets a written reply: accepted, rejected or deferred. If the date we gave has passed without a word, the fault is ours: call us.',
    ),
  ),
  asked(
    'home-visit',
    'decision',
    t('لماذا الزيارة المنزلية؟ وهل لي أن أرفضها؟', 'Why a home visit? May I refuse?'),
    t(
      'ليفهم الباحث حاجتك كما هي. تكون بموعد تختاره، ومع باحثة إن شئتِ، ولا يُصوَّر فيها شيء. ولك أن تطلب لقاءً في المقر بدلًا منها.',
      'So that the officer understands your need as it is. You choose the time, may ask for a woman officer, and nothing is photographed. You may ask for a meeting at the office instead.',
    ),
  ),
  asked(
    'deferred-meaning',
    'decision',
    t('ما معنى أن طلبي «مؤجل»؟', 'What does “deferred” mean?'),
    t(
      'أن اللجنة لم تجد ما يكفي للبتّ فيه. نكتب لك ما ينقص ومن عليه أن يأتي به، وكثيرًا ما يكون علينا لا عليك.',
      'That the committee did not have enough to decide. We write what is missing and who is to bring it; often that is us, not you.',
    ),
  ),
  asked(
    'change-details',
    'decision',
    t(
      'تغيّرت ظروفي بعد التقديم، فماذا أفعل؟',
      'My circumstances changed after I applied. What now?',
    ),
    t(
      'أخبرنا بالتغيير ونحدّث الطلب، ثم توقّع إقرارًا جديدًا لأن الأول كان على الإجابات السابقة.',
      'Tell us and we update the request; you then sign a new declaration, since the first covered the earlier answers.',
    ),
  ),
  asked(
    'lost-code',
    'decision',
    t(
      'أضعت رمز المتابعة، فكيف أعرف حال طلبي؟',
      'I lost my access code. How do I follow my request?',
    ),
    t(
      'اتصل بنا أو زر المقر. نتحقق منك ثم نصدر رمزًا جديدًا ويبطل القديم. لا نعطي حال الطلب لغير صاحبه ولو عرف رقمه.',
      'Call or visit us. We check that it is you and issue a new code; the old one stops working. No one else is told, even if they know the reference.',
    ),
  ),
  asked(
    'who-sees-my-data',
    'privacy',
    t('من يطّلع على بياناتي؟', 'Who sees my data?'),
    t(
      'موظف الاستقبال والباحث المكلّف بطلبك وأعضاء اللجنة وقت دراسته، كلٌّ بقدر عمله. كل اطلاع يُسجَّل. ولا تُنشر أسماء المستفيدين ولا صورهم.',
      'The officer, the researcher in charge and the committee while it studies your request, each as far as the work needs. Every access is recorded. Names and pictures of beneficiaries are never published.',
    ),
  ),
  asked(
    'delete-my-data',
    'privacy',
    t(
      'هل أستطيع طلب نسخة من بياناتي أو إتلافها؟',
      'May I have a copy of my data, or have it destroyed?',
    ),
    t(
      'نعم، شفهيًّا أو كتابة. نجيبك خلال ثلاثين يومًا. ما يوجب النظام حفظه كسجلات الصرف نبقيه مدته ثم نتلفه، ونخبرك بذلك.',
      'Yes, in speech or writing. We answer within thirty days. What the law makes us keep, such as payment records, is kept for its term and then destroyed, and we tell you so.',
    ),
  ),
  believed(
    'neighbours-will-know',
    'privacy',
    t('إذا سجّلت عندكم سيعرف الناس.', 'If I register, people will know.'),
    t(
      'لا. نستقبلك على انفراد، والقسائم تُصرف كأي قسيمة شراء، والتحويل باسم لا يذكر المساعدة، ومندوب قريتك ملتزم كتابةً بالسرية.',
      'No. We receive you in private, vouchers look like any other, transfers do not mention aid, and your delegate is bound in writing to keep confidence.',
    ),
  ),
  believed(
    'bad-rating-stops-aid',
    'evaluation',
    t('التقييم السيئ يوقف المساعدة.', 'A bad evaluation stops the aid.'),
    t(
      'لا أثر للتقييم على أي طلب أو مساعدة. لا يرى من خدمك إجابتك، ونحن نتعلّم مما لم يعجبك أكثر مما نتعلّم من الثناء. التقييم حق لك.',
      'An evaluation has no effect on any request or aid. Those who served you do not see your answer, and we learn more from what displeased you than from praise. It is your right.',
    ),
  ),
  asked(
    'why-evaluate',
    'evaluation',
    t(
      'لماذا تدعونني إلى التقييم وقد رُفض طلبي؟',
      'Why am I invited to evaluate though I was rejected?',
    ),
    t(
      'لأن رأيك في التعامل ووضوح السبب لا يقل عن رأي من قُبل طلبه. لو سألنا المقبولين وحدهم لخدعنا أنفسنا.',
      'Because your view of how you were treated and how clear the reason was counts as much as anyone’s. Asking only the accepted would be deceiving ourselves.',
    ),
  ),
  asked(
    'how-to-complain',
    'evaluation',
    t('كيف أشتكي؟ ومن ينظر في شكواي؟', 'How do I complain, and who deals with it?'),
    t(
      'من صفحة «لديّ شكوى» أو بأي قناة. نقرّ باستلامها خلال خمسة أيام عمل ونجيب خلال عشرة، وإن لم ترضَ بالجواب نظر فيها شخص آخر.',
      'On the “I have a complaint” page or by any channel. We acknowledge it in five working days and answer in ten; if the answer does not satisfy you, a different person looks at it.',
    ),
  ),
  believed(
    'complaint-harms-me',
    'evaluation',
    t('الشكوى تضرّ صاحبها.', 'Complaining harms whoever complains.'),
    t(
      'لا. تُحفظ الشكوى منفصلة عن طلبك، ولا تراها اللجنة عند دراسته. ومن ضايقك بسببها خالف سياسة الجمعية.',
      'No. A complaint is kept apart from your request and the committee does not see it. Anyone who troubles you over it breaks our policy.',
    ),
  ),
  asked(
    'suggest',
    'evaluation',
    t('عندي فكرة تنفعكم، فلمن أقولها؟', 'I have an idea for you. Whom do I tell?'),
    t(
      'أرسلها من صفحة المقترحات. نقرؤها كلها، ونعلمك بما صنعنا بها، وننشر ما تحسّن بسبب آرائكم.',
      'Send it from the suggestions page. We read them all, tell you what became of yours, and publish what your views improved.',
    ),
  ),
  asked(
    'join-circle',
    'circles',
    t('كيف ألتحق أو أُلحق ابني بحلقة؟', 'How do I, or my child, join a circle?'),
    t(
      'كلّم معلّم أقرب حلقة أو راسلنا باستفسار نذكر لك فيه الحلقات القريبة وأوقاتها. الالتحاق مجاني في كل وقت من السنة.',
      'Speak to the teacher of the nearest circle, or send us an inquiry and we will list the circles near you. Joining is free at any time of year.',
    ),
  ),
  believed(
    'only-circle-students',
    'circles',
    t(
      'المساعدات لطلاب الحلقات وأهلهم فقط.',
      'Support is only for students of the circles and their families.',
    ),
    t(
      'لا. بعض الخدمات مخصص للطلاب، أما مساعدة الأسرة والكهرباء والحقيبة المدرسية فلكل من تنطبق عليه معاييرها في نطاق الجمعية.',
      'No. Some services are for students, but family support, electricity and school bags are for anyone in our area who meets their criteria.',
    ),
  ),
  asked(
    'volunteer',
    'circles',
    t('كيف أتطوع معكم؟', 'How do I volunteer?'),
    t(
      'املأ طلب التطوع واذكر ما تحسنه والوقت الذي تقدر عليه. نتحقق من المعلومات ثم نتفق معك على مهمة، ولا يطّلع المتطوع على ملفات المستفيدين.',
      'Fill in the volunteering form with what you do well and when. We check the details and agree on a task with you; volunteers do not see beneficiaries’ files.',
    ),
  ),
];
