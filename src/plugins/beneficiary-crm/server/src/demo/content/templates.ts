import { t, type Bilingual } from './types';

export type TemplateKey =
  | 'received'
  | 'received_for_answer'
  | 'asked_for_more'
  | 'research_question_answered'
  | 'referred_to_committee'
  | 'reply_accepted'
  | 'reply_rejected'
  | 'reply_deferred'
  | 'appeal_accepted'
  | 'appeal_rejected'
  | 'appeal_deferred'
  | 'enrolled'
  | 'delivered'
  | 'evaluation_invitation'
  | 'evaluation_reminder'
  | 'declaration_code'
  | 'delivery_code'
  | 'closed_answered'
  | 'withdrawn'
  | 'marked_duplicate'
  | 'expired_reminder'
  | 'document_expiring'
  | 'appointment_booked'
  | 'appointment_moved'
  | 'appointment_cancelled'
  | 'appointment_reminder'
  | 'expired';

/** Everything a template may mention. Values arrive already formatted and bidi-isolated. */
export type TemplateVariable =
  | 'name'
  | 'reference'
  | 'service'
  | 'earliest'
  | 'latest'
  | 'reason'
  | 'nextSteps'
  | 'contact'
  | 'other'
  | 'other'
  | 'items'
  | 'dueBy'
  | 'meeting'
  | 'date'
  | 'time'
  | 'answer'
  | 'appealUntil'
  | 'decider'
  | 'first'
  | 'deliveryInfo'
  | 'link'
  | 'code'
  | 'minutes';

export type DemoTemplate = {
  key: TemplateKey;
  channel: 'email' | 'sms';
  subject: Bilingual;
  body: Bilingual;
  variables: TemplateVariable[];
};

type Variants = {
  key: TemplateKey;
  subject: Bilingual;
  email: { body: Bilingual; variables: TemplateVariable[] };
  sms: { body: Bilingual; variables: TemplateVariable[] };
};

const lines = (...parts: string[]): string => parts.join('\n\n');

const variants: Variants[] = [
  {
    key: 'received',
    subject: t('وصلنا طلبك {reference}', 'We have received your request {reference}'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'وصلنا طلبك لخدمة «{service}»، ورقمه {reference}.',
          'نراجعه الآن، وإن نقص شيء راسلناك. وبعد اكتماله يُرفع إلى لجنة البحث، ونعدك بالرد بين {earliest} و{latest}.',
          'لمتابعة طلبك: {link}',
          'احتفظ برقم الطلب ورمز المتابعة، ولا تعطهما أحدًا.',
        ),
        lines(
          'Peace be upon you, {name}',
          'We have received your request for “{service}”. Its reference is {reference}.',
          'We are checking it now and will write if anything is missing. It then goes to the research committee, and we promise a reply between {earliest} and {latest}.',
          'Follow your request: {link}',
          'Keep the reference and the access code, and give them to no one.',
        ),
      ),
      variables: ['name', 'service', 'reference', 'earliest', 'latest', 'link'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: وصلنا طلبك {reference}. نعدك بالرد بين {earliest} و{latest}. للمتابعة: {link}',
        'Al-Kitab: we have your request {reference}. We will reply between {earliest} and {latest}. Follow it: {link}',
      ),
      variables: ['reference', 'earliest', 'latest', 'link'],
    },
  },
  {
    key: 'received_for_answer',
    subject: t('وصلنا ما كتبت لنا {reference}', 'We have received what you wrote {reference}'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'وصلنا ما كتبت لنا ({service})، ورقمه {reference}.',
          'سيقرؤه موظف علاقات المستفيدين، ونعدك بالرد قبل {latest}. وإن احتجنا إلى توضيح راسلناك.',
          'للمتابعة: {link}',
          'احتفظ بالرقم ورمز المتابعة، ولا تعطهما أحدًا.',
        ),
        lines(
          'Peace be upon you, {name}',
          'We have received what you wrote to us ({service}). Its reference is {reference}.',
          'The beneficiary-relations officer will read it, and we promise a reply before {latest}. If we need anything explained, we will write to you.',
          'Follow it: {link}',
          'Keep the reference and the access code, and give them to no one.',
        ),
      ),
      variables: ['name', 'service', 'reference', 'latest', 'link'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: وصلنا ما كتبت لنا برقم {reference}. نعدك بالرد قبل {latest}. للمتابعة: {link}',
        'Al-Kitab: we have what you wrote, {reference}. We will reply before {latest}. Follow it: {link}',
      ),
      variables: ['reference', 'latest', 'link'],
    },
  },
  {
    key: 'asked_for_more',
    subject: t(
      'نحتاج منك شيئًا لإكمال طلبك {reference}',
      'We need something from you for your request {reference}',
    ),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'قرأنا طلبك {reference}، وينقصه ما يلي:',
          '{items}',
          'نرجو أن يصلنا ذلك قبل {dueBy}. مدة الرد متوقفة حتى يصلنا جوابك، ولا يضيع دورك.',
          'أرسله من هنا: {link}',
          'إن تعذّر عليك شيء منه فاتصل بنا على {contact} ونجد لك مخرجًا.',
        ),
        lines(
          'Peace be upon you, {name}',
          'We have read your request {reference}. This is missing:',
          '{items}',
          'Please send it before {dueBy}. The reply period is paused until you answer, and you keep your place.',
          'Send it here: {link}',
          'If any of it is hard to get, call us on {contact} and we will find a way.',
        ),
      ),
      variables: ['name', 'reference', 'items', 'dueBy', 'link', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: طلبك {reference} ينقصه شيء منك قبل {dueBy}. التفاصيل: {link}',
        'Al-Kitab: request {reference} needs something from you before {dueBy}. See: {link}',
      ),
      variables: ['reference', 'dueBy', 'link'],
    },
  },
  {
    key: 'research_question_answered',
    subject: t(
      'جواب سؤالك عن الطلب {reference}',
      'The answer to your question about your request {reference}',
    ),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'سألت عن إجراءات طلبك {reference}، وهذا جواب الباحث الاجتماعي:',
          '{answer}',
          'إن بقي شيء غير واضح فاتصل بنا على {contact}، وسيعطيك الباحث من الوقت ما يكفيك.',
        ),
        lines(
          'Peace be upon you, {name}',
          'You asked about the procedure of your request {reference}. The social research officer answers:',
          '{answer}',
          'If anything is still unclear, call us on {contact}; the officer will give you all the time you need.',
        ),
      ),
      variables: ['name', 'reference', 'answer', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: أجاب الباحث الاجتماعي عن سؤالك في الطلب {reference}. اقرأ الجواب: {link}',
        'Al-Kitab: your question on request {reference} has been answered. Read it: {link}',
      ),
      variables: ['reference', 'link'],
    },
  },
  {
    key: 'referred_to_committee',
    subject: t(
      'رُفع طلبك {reference} إلى لجنة البحث',
      'Your request {reference} is with the research committee',
    ),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'اكتمل طلبك {reference} لخدمة «{service}»، ورُفع إلى لجنة البحث لدراسته.',
          'نعدك بالرد قبولًا أو رفضًا بين {earliest} و{latest}. لا نردّ قبل الموعد الأول ليأخذ طلبك حقه من الدراسة، ولا نتأخر عن الثاني.',
          'إن كانت حاجتك لا تحتمل الانتظار فأخبرنا على {contact}.',
        ),
        lines(
          'Peace be upon you, {name}',
          'Your request {reference} for “{service}” is complete and is now with the research committee.',
          'We promise a reply, acceptance or rejection, between {earliest} and {latest}: not before the first, so that it is properly studied, and not after the second.',
          'If your need cannot wait, tell us on {contact}.',
        ),
      ),
      variables: ['name', 'reference', 'service', 'earliest', 'latest', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: رُفع طلبك {reference} إلى لجنة البحث، ونعدك بالرد بين {earliest} و{latest}.',
        'Al-Kitab: request {reference} is with the committee. We will reply between {earliest} and {latest}.',
      ),
      variables: ['reference', 'earliest', 'latest'],
    },
  },
  {
    key: 'reply_accepted',
    subject: t('قُبل طلبك {reference}', 'Your request {reference} is accepted'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'يسرّنا أن نخبرك بقبول طلبك {reference} لخدمة «{service}».',
          'سبب القرار: {reason}',
          'ما يأتي بعد هذا: {nextSteps}',
          'تابع طلبك من هنا: {link}',
          'للسؤال: {contact}',
        ),
        lines(
          'Peace be upon you, {name}',
          'We are glad to tell you that your request {reference} for “{service}” is accepted.',
          'The reason: {reason}',
          'What comes next: {nextSteps}',
          'Follow your request here: {link}',
          'Questions: {contact}',
        ),
      ),
      variables: ['name', 'reference', 'service', 'reason', 'nextSteps', 'link', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: يسرّنا قبول طلبك {reference}. تفاصيل القرار وما يأتي بعده: {link}',
        'Al-Kitab: we are glad to say request {reference} is accepted. Details and what comes next: {link}',
      ),
      variables: ['reference', 'link'],
    },
  },
  {
    key: 'reply_rejected',
    subject: t('الرد على طلبك {reference}', 'The reply to your request {reference}'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'شكرًا لثقتك بنا. درست {decider} طلبك {reference} لخدمة «{service}»، ولم تتمكن من قبوله هذه المرة.',
          'السبب: {reason}',
          'ما يمكن عمله: {nextSteps}',
          'القرار ليس نهائيًّا: لك أن تتظلّم حتى {appealUntil} من هنا: {link} وينظر في تظلّمك من لم يشارك في القرار الأول. ولك أن تقدّم من جديد متى تغيّرت ظروفك.',
          'إن أحببت أن تكلّم أحدًا في الأمر فاتصل على {contact}، وسنسمع منك.',
        ),
        lines(
          'Peace be upon you, {name}',
          'Thank you for trusting us. {decider} has studied your request {reference} for “{service}” and could not accept it this time.',
          'The reason: {reason}',
          'What can be done: {nextSteps}',
          'This is not final: you may appeal until {appealUntil} here: {link} People who took no part in the first decision will hear it. You may also apply again whenever your circumstances change.',
          'If you would like to talk to someone about it, call {contact}; we will listen.',
        ),
      ),
      variables: [
        'name',
        'reference',
        'service',
        'decider',
        'reason',
        'nextSteps',
        'appealUntil',
        'link',
        'contact',
      ],
    },
    sms: {
      body: t(
        'جمعية الكتاب: صدر الرد على طلبك {reference}. السبب وما يمكن عمله وحقك في التظلّم: {link}',
        'Al-Kitab: the reply to request {reference} is ready. The reason, what can be done and your right to appeal: {link}',
      ),
      variables: ['reference', 'link'],
    },
  },
  {
    key: 'reply_deferred',
    subject: t('تأجيل البتّ في طلبك {reference}', 'Your request {reference} is deferred'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'درست لجنة البحث طلبك {reference}، ورأت أن تؤجل البتّ فيه حتى تكتمل الصورة.',
          'السبب: {reason}',
          'ما يأتي بعد هذا: {nextSteps}',
          'موعد الرد الجديد: قبل {latest}. للمتابعة: {link}',
          'للسؤال: {contact}',
        ),
        lines(
          'Peace be upon you, {name}',
          'The research committee has studied your request {reference} and deferred it until the picture is complete.',
          'The reason: {reason}',
          'What comes next: {nextSteps}',
          'The new reply date: before {latest}. Follow it: {link}',
          'Questions: {contact}',
        ),
      ),
      variables: ['name', 'reference', 'reason', 'nextSteps', 'latest', 'link', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: أُجّل البتّ في طلبك {reference}، ونردّ عليك قبل {latest}. السبب: {link}',
        'Al-Kitab: request {reference} is deferred; we will reply before {latest}. Why: {link}',
      ),
      variables: ['reference', 'latest', 'link'],
    },
  },
  {
    key: 'appeal_accepted',
    subject: t('قُبل تظلّمك {reference}', 'Your appeal {reference} is granted'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'نظرت {decider} في تظلّمك {reference} من القرار في طلبك {first} لخدمة «{service}»، وقبلته.',
          'سبب القرار: {reason}',
          'ما يأتي بعد هذا: {nextSteps}',
          'للمتابعة: {link}',
          'للسؤال: {contact}',
        ),
        lines(
          'Peace be upon you, {name}',
          '{decider} has heard your appeal {reference} against the decision on your request {first} for “{service}”, and granted it.',
          'The reason: {reason}',
          'What comes next: {nextSteps}',
          'Follow it here: {link}',
          'Questions: {contact}',
        ),
      ),
      variables: [
        'name',
        'reference',
        'decider',
        'first',
        'service',
        'reason',
        'nextSteps',
        'link',
        'contact',
      ],
    },
    sms: {
      body: t(
        'جمعية الكتاب: قُبل تظلّمك {reference} وصار طلبك {first} مقبولًا. تفاصيل القرار: {link}',
        'Al-Kitab: appeal {reference} is granted, and request {first} is now accepted. Details: {link}',
      ),
      variables: ['reference', 'first', 'link'],
    },
  },
  {
    key: 'appeal_rejected',
    subject: t('الرد على تظلّمك {reference}', 'The reply to your appeal {reference}'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'نظرت {decider} في تظلّمك {reference} من القرار في طلبك {first} لخدمة «{service}»، وليس فيها أحد ممن اتخذ القرار الأول، فرأت أن يبقى القرار كما هو.',
          'السبب: {reason}',
          'ما يمكن عمله: {nextSteps}',
          'إن أحببت أن تكلّم أحدًا في الأمر فاتصل على {contact}، وسنسمع منك.',
        ),
        lines(
          'Peace be upon you, {name}',
          '{decider} has heard your appeal {reference} against the decision on your request {first} for “{service}”. None of its members took part in the first decision, and it found that the decision stands.',
          'The reason: {reason}',
          'What can be done: {nextSteps}',
          'If you would like to talk to someone about it, call {contact}; we will listen.',
        ),
      ),
      variables: [
        'name',
        'reference',
        'decider',
        'first',
        'service',
        'reason',
        'nextSteps',
        'contact',
      ],
    },
    sms: {
      body: t(
        'جمعية الكتاب: صدر الرد على تظلّمك {reference}. السبب وما يمكن عمله: {link}',
        'Al-Kitab: the reply to appeal {reference} is ready. The reason and what can be done: {link}',
      ),
      variables: ['reference', 'link'],
    },
  },
  {
    key: 'appeal_deferred',
    subject: t('تأجيل البتّ في تظلّمك {reference}', 'Your appeal {reference} is deferred'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'نظرت {decider} في تظلّمك {reference}، ورأت أن تؤجل البتّ فيه حتى تكتمل الصورة.',
          'السبب: {reason}',
          'ما يأتي بعد هذا: {nextSteps}',
          'للمتابعة: {link}',
          'للسؤال: {contact}',
        ),
        lines(
          'Peace be upon you, {name}',
          '{decider} has heard your appeal {reference} and deferred it until the picture is complete.',
          'The reason: {reason}',
          'What comes next: {nextSteps}',
          'Follow it: {link}',
          'Questions: {contact}',
        ),
      ),
      variables: ['name', 'reference', 'decider', 'reason', 'nextSteps', 'link', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: أُجّل البتّ في تظلّمك {reference}. السبب: {link}',
        'Al-Kitab: appeal {reference} is deferred. Why: {link}',
      ),
      variables: ['reference', 'link'],
    },
  },
  {
    key: 'enrolled',
    subject: t(
      'اكتمل تسجيلك في الخدمة {reference}',
      'You are registered for the service {reference}',
    ),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'اكتمل تسجيلك في خدمة «{service}» للطلب {reference}.',
          '{deliveryInfo}',
          'أخبرنا إن تغيّر رقمك أو ظروفك: {contact}',
        ),
        lines(
          'Peace be upon you, {name}',
          'Your registration for “{service}”, request {reference}, is complete.',
          '{deliveryInfo}',
          'Tell us if your number or circumstances change: {contact}',
        ),
      ),
      variables: ['name', 'service', 'reference', 'deliveryInfo', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: اكتمل تسجيلك للطلب {reference}. موعد الخدمة وطريقتها: {link}',
        'Al-Kitab: registration for request {reference} is complete. When and how: {link}',
      ),
      variables: ['reference', 'link'],
    },
  },
  {
    key: 'delivered',
    subject: t('قدّمنا لك الخدمة {reference}', 'Your service has been provided {reference}'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'سجّلنا تقديم خدمة «{service}» للطلب {reference}:',
          '{deliveryInfo}',
          'إن لم يصلك ذلك أو وصلك ناقصًا فأخبرنا على {contact}.',
        ),
        lines(
          'Peace be upon you, {name}',
          'We have recorded that “{service}”, request {reference}, was provided:',
          '{deliveryInfo}',
          'If you did not receive it, or not in full, tell us on {contact}.',
        ),
      ),
      variables: ['name', 'service', 'reference', 'deliveryInfo', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: سجّلنا تقديم خدمة الطلب {reference}. إن لم تصلك فأخبرنا: {contact}',
        'Al-Kitab: the service for request {reference} is recorded as given. If it did not reach you, tell us: {contact}',
      ),
      variables: ['reference', 'contact'],
    },
  },
  {
    key: 'evaluation_invitation',
    subject: t('رأيك في خدمتنا حق لك', 'Your view of our service is your right'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'نودّ أن نعرف كيف كانت تجربتك معنا، سواء قُبل طلبك أم لم يُقبل. أسئلة قصيرة لا تأخذ دقيقة، ولك أن تترك ما شئت منها.',
          'إجابتك لا تؤثر في أي مساعدة الآن ولا لاحقًا، ولا يراها الموظفون الذين خدموك.',
          'ابدأ من هنا: {link}',
          'الرابط لك وحدك ولمرة واحدة. وإن لم ترغب فلا بأس، ولن يسألك أحد عن السبب.',
        ),
        lines(
          'Peace be upon you, {name}',
          'We would like to know how your experience with us was, whether or not your request was accepted. Short questions, less than a minute; leave out any you like.',
          'Your answers do not affect any aid, now or later, and the officers who served you cannot see them.',
          'Begin here: {link}',
          'The link is yours alone and works once. If you would rather not, that is fine, and no one will ask why.',
        ),
      ),
      variables: ['name', 'link'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: قيّم خدمتنا، فهو حقك. إجابتك لا تؤثر في المساعدة ولا يراها من خدمك: {link}',
        'Al-Kitab: evaluate our service. Answers do not affect aid, and those who served you cannot see them: {link}',
      ),
      variables: ['link'],
    },
  },
  {
    key: 'evaluation_reminder',
    subject: t('رأيك ما زال يهمنا', 'Your view still matters to us'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'سألناك قبل أيام عن خدمتنا. إن أحببت أن تقول رأيك فهذا رابط جديد: {link}',
          'إجابتك لا تؤثر في أي مساعدة، ولا يراها الموظفون الذين خدموك، ولا يعرف أحد أنها إجابتك.',
          'لن نذكّرك بعد هذه الرسالة.',
        ),
        lines(
          'Peace be upon you, {name}',
          'A few days ago we asked you about our service. If you would like to say what you think, here is a new link: {link}',
          'Your answers affect no aid, the officers who served you cannot see them, and nobody can tell that they are yours.',
          'We will not remind you again.',
        ),
      ),
      variables: ['name', 'link'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: ما زال رأيك يهمنا، وهو لا يؤثر في المساعدة ولا يراه من خدمك. لن نذكّرك بعدها: {link}',
        'Al-Kitab: your view still matters; it affects no aid and those who served you cannot see it. Last reminder: {link}',
      ),
      variables: ['link'],
    },
  },
  {
    key: 'declaration_code',
    subject: t('رمز توقيع إقرارك', 'The code that signs your declaration'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله',
          'رمز توقيع إقرارك: {code}',
          'قرأ عليك موظف الجمعية الإقرار بصحة ما ذكرت في طلبك. فإن كنت موافقًا على ما سمعت فاقرأ عليه هذا الرمز، فهو بمنزلة توقيعك. ويصلح {minutes} دقائق.',
          'إن لم تكن تقدّم طلبًا الآن فلا تعطِ الرمز أحدًا، وأخبرنا على {contact}.',
        ),
        lines(
          'Peace be upon you',
          'The code that signs your declaration: {code}',
          'One of our staff has read to you the declaration that what your request says is true. If you agree with what you heard, read this code out: it stands for your signature. It is good for {minutes} minutes.',
          'If you are not making a request now, give the code to no one, and tell us on {contact}.',
        ),
      ),
      variables: ['code', 'minutes', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: رمز توقيع إقرارك {code}. لا تقرأه إلا على الموظف الذي قرأ عليك الإقرار. يصلح {minutes} دقائق.',
        'Al-Kitab: {code} signs your declaration. Read it only to the officer who read the declaration to you. Good for {minutes} minutes.',
      ),
      variables: ['code', 'minutes'],
    },
  },
  {
    key: 'delivery_code',
    subject: t('رمز تأكيد الاستلام', 'The code that confirms what you received'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله',
          'رمز تأكيد الاستلام: {code}',
          'إن تسلّمت ما أخبرك به موظف الجمعية فاقرأ عليه هذا الرمز، فهو بمنزلة توقيعك على الاستلام. ويصلح {minutes} دقائق.',
          'إن لم تتسلّم شيئًا فلا تعطِ الرمز أحدًا، وأخبرنا على {contact}.',
        ),
        lines(
          'Peace be upon you',
          'The code that confirms what you received: {code}',
          'If you received what our officer told you, read this code out: it stands for your signature. It is good for {minutes} minutes.',
          'If you received nothing, give the code to no one, and tell us on {contact}.',
        ),
      ),
      variables: ['code', 'minutes', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: رمز تأكيد الاستلام {code}. لا تقرأه إلا بعد أن تتسلّم. يصلح {minutes} دقائق.',
        'Al-Kitab: {code} confirms what you received. Read it out only once you have it. Good for {minutes} minutes.',
      ),
      variables: ['code', 'minutes'],
    },
  },
  {
    key: 'closed_answered',
    subject: t('جوابنا على ما كتبت لنا {reference}', 'Our answer to what you wrote {reference}'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'شكرًا لتواصلك معنا. هذا جوابنا على ما وصلنا منك برقم {reference}:',
          '{answer}',
          'إن لم يكفك الجواب فردّ علينا من هنا: {link} وينظر فيه شخص آخر.',
        ),
        lines(
          'Peace be upon you, {name}',
          'Thank you for writing to us. This is our answer to {reference}:',
          '{answer}',
          'If it does not satisfy you, reply here: {link} and a different person will look at it.',
        ),
      ),
      variables: ['name', 'reference', 'answer', 'link'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: أجبنا على {reference}. اقرأ الجواب، ولك الرد إن لم يكفك: {link}',
        'Al-Kitab: we have answered {reference}. Read it, and reply if it is not enough: {link}',
      ),
      variables: ['reference', 'link'],
    },
  },
  {
    key: 'marked_duplicate',
    subject: t(
      'طلبك {reference} يُتابَع في {other}',
      'Your request {reference} is followed in {other}',
    ),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'وصلنا منك طلبان في الأمر نفسه، فجمعناهما: نتابع طلبك {reference} في الطلب {other}، وموعد الرد هو موعد الأول منهما.',
          'لا يلزمك شيء. وإن كان كل منهما لأمر مختلف فأخبرنا على {contact} نُعِدهما طلبين.',
        ),
        lines(
          'Peace be upon you, {name}',
          'You sent us two requests about the same matter, so we put them together: {reference} is followed in {other}, and the promise of the first one stands.',
          'You need do nothing. If they are about different matters, tell us on {contact} and we will part them again.',
        ),
      ),
      variables: ['name', 'reference', 'other', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: نتابع طلبك {reference} في طلبك {other} فهما واحد. للاستفسار: {contact}',
        'Al-Kitab: request {reference} is followed in {other}, being about one matter. If not, call us: {contact}',
      ),
      variables: ['reference', 'other', 'contact'],
    },
  },
  {
    key: 'withdrawn',
    subject: t('سُحب طلبك {reference}', 'Your request {reference} is withdrawn'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'سحبنا طلبك {reference} كما طلبت، ولن يُنظر فيه.',
          'لا يؤثر ذلك في أي طلب قادم، ولك أن تقدّم متى شئت. وإن لم تكن أنت من سحبه فأخبرنا فورًا على {contact}.',
        ),
        lines(
          'Peace be upon you, {name}',
          'As you asked, your request {reference} is withdrawn and will not be studied.',
          'It affects no later request; apply again whenever you like. If it was not you who withdrew it, tell us at once on {contact}.',
        ),
      ),
      variables: ['name', 'reference', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: سُحب طلبك {reference} كما طلبت. إن لم تكن أنت من سحبه فاتصل بنا: {contact}',
        'Al-Kitab: request {reference} is withdrawn as you asked. If that was not you, call us: {contact}',
      ),
      variables: ['reference', 'contact'],
    },
  },
  {
    key: 'expired_reminder',
    subject: t(
      'ما زال طلبك {reference} ينتظر جوابك',
      'Your request {reference} is still waiting for you',
    ),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'ما زلنا ننتظر منك لإكمال طلبك {reference}:',
          '{items}',
          'إن لم يصلنا شيء قبل {dueBy} أُغلق الطلب تلقائيًّا، ولك أن تعيد تقديمه في أي وقت.',
          'أرسل ما عندك من هنا: {link} أو اتصل على {contact} إن احتجت إلى وقت أطول أو عون.',
        ),
        lines(
          'Peace be upon you, {name}',
          'We are still waiting for this to complete your request {reference}:',
          '{items}',
          'If nothing reaches us before {dueBy}, the request closes by itself; you may apply again at any time.',
          'Send what you have here: {link} or call {contact} if you need more time, or help.',
        ),
      ),
      variables: ['name', 'reference', 'items', 'dueBy', 'link', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: ننتظر جوابك في الطلب {reference} قبل {dueBy}. إن احتجت إلى وقت أو عون فأخبرنا: {link}',
        'Al-Kitab: request {reference} waits for you until {dueBy}. If you need time or help, tell us: {link}',
      ),
      variables: ['reference', 'dueBy', 'link'],
    },
  },
  {
    key: 'appointment_booked',
    subject: t('موعدك مع جمعية الكتاب', 'Your appointment with Al-Kitab'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'اتفقنا على {meeting} يوم {date} الساعة {time}.',
          'إن لم يناسبك الوقت أو احتجت إلى شيء فاتصل بنا على {contact} نغيّره لك.',
        ),
        lines(
          'Peace be upon you, {name}',
          'We have agreed on {meeting} on {date} at {time}.',
          'If the time does not suit you, or you need anything, call us on {contact} and we will change it.',
        ),
      ),
      variables: ['name', 'meeting', 'date', 'time', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: اتفقنا على {meeting} يوم {date} الساعة {time}. إن لم يناسبك فاتصل بنا: {contact}',
        'Al-Kitab: {meeting} is on {date} at {time}. If it does not suit you, call {contact}',
      ),
      variables: ['meeting', 'date', 'time', 'contact'],
    },
  },
  {
    key: 'appointment_moved',
    subject: t('تغيّر وقت موعدك', 'Your appointment has another time'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'تغيّر وقت {meeting}، وصار يوم {date} الساعة {time}. نعتذر عما سبّبه ذلك لك.',
          'إن لم يناسبك الوقت الجديد فاتصل بنا على {contact}.',
        ),
        lines(
          'Peace be upon you, {name}',
          'The time of {meeting} has changed: it is now on {date} at {time}. We are sorry for the trouble.',
          'If the new time does not suit you, call us on {contact}.',
        ),
      ),
      variables: ['name', 'meeting', 'date', 'time', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: تغيّر وقت {meeting} وصار يوم {date} الساعة {time}. إن لم يناسبك فاتصل بنا: {contact}',
        'Al-Kitab: {meeting} is now on {date} at {time}. If it does not suit you, call {contact}',
      ),
      variables: ['meeting', 'date', 'time', 'contact'],
    },
  },
  {
    key: 'appointment_cancelled',
    subject: t('أُلغي موعدك', 'Your appointment is called off'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'تقرّر إلغاء {meeting} يوم {date} الساعة {time}، ونعتذر إليك. لا يؤثر ذلك في طلبك ولا في خدمتك.',
          'لتحديد وقت آخر اتصل بنا على {contact}.',
        ),
        lines(
          'Peace be upon you, {name}',
          'Called off: {meeting} on {date} at {time}. We are sorry. It does not affect your request or what you receive.',
          'To agree on another time, call us on {contact}.',
        ),
      ),
      variables: ['name', 'meeting', 'date', 'time', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: تقرّر إلغاء {meeting} يوم {date} الساعة {time}. لتحديد وقت آخر اتصل بنا: {contact}',
        'Al-Kitab: called off: {meeting} on {date} at {time}. For another time, call {contact}',
      ),
      variables: ['meeting', 'date', 'time', 'contact'],
    },
  },
  {
    key: 'appointment_reminder',
    subject: t('تذكير بموعدك', 'A reminder of your appointment'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'نذكّرك بأن {meeting} يوم {date} الساعة {time}.',
          'إن طرأ ما يمنعك فأخبرنا على {contact} نختر لك وقتًا آخر.',
        ),
        lines(
          'Peace be upon you, {name}',
          'A reminder: {meeting} is on {date} at {time}.',
          'If something has come up, tell us on {contact} and we will find another time.',
        ),
      ),
      variables: ['name', 'meeting', 'date', 'time', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: نذكّرك بأن {meeting} يوم {date} الساعة {time}. إن طرأ عذر فأخبرنا: {contact}',
        'Al-Kitab: a reminder, {meeting} is on {date} at {time}. If something came up, call {contact}',
      ),
      variables: ['meeting', 'date', 'time', 'contact'],
    },
  },
  {
    key: 'document_expiring',
    subject: t('وثيقة تنتهي صلاحيتها قريبًا', 'A document expires soon'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'نذكّرك بأن صلاحية هذه الوثيقة تنتهي في {dueBy}: {items}.',
          'إذا جدّدتها فأطلعنا عليها عند زيارتك أو في اتصال مرئي، حتى لا يتأخر ما تطلبه منا. أما الهوية فنطّلع عليها ولا نحتفظ بصورتها، فلا ترسلها.',
          'إن احتجت إلى عون فاتصل بنا على {contact}.',
        ),
        lines(
          'Peace be upon you, {name}',
          'A reminder that this document expires on {dueBy}: {items}.',
          'Once it is renewed, show it to us when you visit or on a video call, so that nothing you ask of us is held up. We look at an identity and keep no image of it, so please do not send one.',
          'If you need help, call us on {contact}.',
        ),
      ),
      variables: ['name', 'items', 'dueBy', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: تنتهي صلاحية وثيقتك ({items}) في {dueBy}. أطلعنا عليها بعد تجديدها. للعون: {contact}',
        'Al-Kitab: your document ({items}) expires on {dueBy}. Show it to us once renewed. Help: {contact}',
      ),
      variables: ['items', 'dueBy', 'contact'],
    },
  },
  {
    key: 'expired',
    subject: t('أُغلق طلبك {reference}', 'Your request {reference} is closed'),
    email: {
      body: t(
        lines(
          'السلام عليكم ورحمة الله، {name}',
          'انتهت المهلة ولم يصلنا منك ما طلبناه لإكمال طلبك {reference}، فأُغلق.',
          'لا يؤثر ذلك في أي طلب قادم، ولك أن تقدّم من جديد متى شئت. وإن منعك عذر أو احتجت إلى عون فاتصل بنا على {contact}.',
        ),
        lines(
          'Peace be upon you, {name}',
          'The time ran out before what we asked for reached us, so your request {reference} is closed.',
          'It affects no later request; apply again whenever you like. If something kept you from it, or you need help, call us on {contact}.',
        ),
      ),
      variables: ['name', 'reference', 'contact'],
    },
    sms: {
      body: t(
        'جمعية الكتاب: انتهت مهلة إكمال طلبك {reference} فأُغلق، ولك أن تقدّم من جديد. للعون: {contact}',
        'Al-Kitab: time ran out and request {reference} is closed; you may apply again. Help: {contact}',
      ),
      variables: ['reference', 'contact'],
    },
  },
];

/** A text message shows no subject; it keeps a plain one for the list of messages. */
function withoutPlaceholders(text: Bilingual): Bilingual {
  const strip = (value: string) => value.replace(/\s*[«“]?\{\w+\}[»”]?/g, '').trim();
  return { ar: strip(text.ar), en: strip(text.en) };
}

/** The messages of the demo, each as an e-mail and as a text message. */
export const templates: DemoTemplate[] = variants.flatMap(({ key, subject, email, sms }) => [
  { key, channel: 'email', subject, ...email },
  { key, channel: 'sms', subject: withoutPlaceholders(subject), ...sms },
]);
