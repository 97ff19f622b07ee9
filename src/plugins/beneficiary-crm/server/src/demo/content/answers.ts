import type { AnswerPurpose } from '../../../../contracts/answers';
import type { RequestKind } from '../../../../contracts/vocabulary';
import { t } from './types';
import type { Bilingual } from './types';

/** Answers that officers begin from. What stands between double braces is filled in from the request. */
export interface DemoAnswer {
  name: Bilingual;
  purpose: AnswerPurpose;
  kinds: readonly RequestKind[];
  text: Bilingual;
}

const lines = (...parts: string[]): string => parts.join('\n\n');
const talk: readonly RequestKind[] = ['inquiry', 'complaint', 'suggestion'];

export const answers: readonly DemoAnswer[] = [
  {
    name: t('كيف تقدّم طلب دعم', 'How to apply for support'),
    purpose: 'answer',
    kinds: ['inquiry'],
    text: t(
      lines(
        'حياك الله {{applicantName}}، وشكرًا لسؤالك.',
        'تقدّم طلبك من موقعنا، أو في مقر الجمعية، أو عند مندوب مكتب الفرع الأقرب إليك. وتجد في صفحة كل خدمة من تُقدَّم له وما يلزم إحضاره.',
        'وإن شقّ عليك الحضور فأخبرنا نزرك في بيتك.',
      ),
      lines(
        'Welcome, {{applicantName}}, and thank you for asking.',
        'You can apply on our website, at our office, or with the delegate of the branch nearest to you. The page of each service says whom it is for and what to bring.',
        'If coming is hard for you, tell us and we will visit you at home.',
      ),
    ),
  },
  {
    name: t('متى يصل الرد', 'When the reply comes'),
    purpose: 'answer',
    kinds: ['inquiry'],
    text: t(
      lines(
        'حياك الله {{applicantName}}.',
        'تدرس لجنة البحث كل طلب على حدة، ولا يقل ذلك عن أسبوعين من إحالته إليها. وفي إيصالك موعدان: أقرب موعد للرد وآخره.',
        'ولك أن تتابع طلبك في أي وقت من صفحة «تابع طلبك» برقمه ورمز المتابعة.',
      ),
      lines(
        'Welcome, {{applicantName}}.',
        'The research committee studies each request by itself, which takes at least two weeks from its referral. Your receipt names two dates: the earliest and the latest for the reply.',
        'You can follow your request at any time under “Follow my request”, with its reference and the access code.',
      ),
    ),
  },
  {
    name: t('نظرنا في شكواك وأصلحنا الخطأ', 'Your complaint was right, and we have put it right'),
    purpose: 'answer',
    kinds: ['complaint'],
    text: t(
      lines(
        'الأخ الكريم/الأخت الكريمة {{applicantName}}، السلام عليكم ورحمة الله.',
        'نظرنا في شكواك ذات الرقم {{reference}}، ووجدنا أنك على حق، ونعتذر إليك عمّا كان.',
        'وهذا ما فعلناه حتى لا يتكرر: ',
        'وإن بقي في نفسك شيء فلك أن تطلب أن ينظر فيها شخص آخر.',
      ),
      lines(
        'Dear {{applicantName}}, peace be upon you.',
        'We have looked into your complaint {{reference}} and found that you are right. We apologise for what happened.',
        'This is what we have done so that it does not happen again: ',
        'If it does not satisfy you, you may ask that somebody else looks into it.',
      ),
    ),
  },
  {
    name: t('نظرنا في شكواك ولم نجد خطأ', 'We looked into your complaint and found no fault'),
    purpose: 'answer',
    kinds: ['complaint'],
    text: t(
      lines(
        'الأخ الكريم/الأخت الكريمة {{applicantName}}، السلام عليكم ورحمة الله.',
        'نظرنا في شكواك ذات الرقم {{reference}}، وسألنا من له صلة بها، وتبيّن لنا ما يأتي: ',
        'نقدّر لك أنك نبّهتنا. ولك أن تطلب أن ينظر في شكواك شخص آخر غير من أجابك.',
      ),
      lines(
        'Dear {{applicantName}}, peace be upon you.',
        'We have looked into your complaint {{reference}}, asked those concerned, and found the following: ',
        'We are grateful that you told us. You may ask that somebody other than who answered you looks into it.',
      ),
    ),
  },
  {
    name: t('سنأخذ بمقترحك', 'We will act on your suggestion'),
    purpose: 'answer',
    kinds: ['suggestion'],
    text: t(
      lines(
        'جزاك الله خيرًا {{applicantName}} على مقترحك.',
        'رأيناه نافعًا، ورفعناه إلى من يتولى تنفيذه، وسنخبرك بما يتم فيه.',
      ),
      lines(
        'May God reward you, {{applicantName}}, for your suggestion.',
        'We find it useful and have passed it to those who can carry it out. We will tell you what comes of it.',
      ),
    ),
  },
  {
    name: t('شكرًا، ولا نستطيع ذلك الآن', 'Thank you; we cannot do it now'),
    purpose: 'answer',
    kinds: ['suggestion', 'inquiry'],
    text: t(
      lines(
        'شكر الله لك {{applicantName}} حرصك على جمعيتك.',
        'لا نستطيع ذلك الآن، والسبب: ',
        'وسنحفظه عندنا حتى يتيسر.',
      ),
      lines(
        'Thank you, {{applicantName}}, for your care for the association.',
        'We cannot do this now, for this reason: ',
        'We will keep it until it becomes possible.',
      ),
    ),
  },
  {
    name: t('نحتاج إلى توضيح', 'We need something explained'),
    purpose: 'ask',
    kinds: [...talk, 'volunteering'],
    text: t(
      'حياك الله {{applicantName}}. وصلنا ما كتبت برقم {{reference}}، ونحتاج إلى مزيد من الإيضاح حتى نجيبك: ',
      'Welcome, {{applicantName}}. We have what you wrote under {{reference}}, and need something explained before we can answer: ',
    ),
  },
  {
    name: t('ينقص الطلب مستند', 'A paper is missing'),
    purpose: 'ask',
    kinds: ['assistance'],
    text: t(
      lines(
        'السلام عليكم {{applicantName}}. راجعنا طلبك لخدمة «{{service}}»، وبقي ما اخترناه لك في القائمة.',
        'صوّره بجوالك صورة واضحة وأرسله من صفحة المتابعة، أو أحضره إلى أقرب مكتب. وإن تعذّر عليك فأخبرنا نجد لك مخرجًا.',
      ),
      lines(
        'Peace be upon you, {{applicantName}}. We have looked through your request for “{{service}}”; what we chose in the list is still missing.',
        'Take a clear picture of it with your phone and send it from the page where you follow your request, or bring it to the nearest office. If you cannot get it, tell us and we will find a way.',
      ),
    ),
  },
  {
    name: t('جواب غير واضح في الطلب', 'An answer is not clear'),
    purpose: 'ask',
    kinds: ['assistance'],
    text: t(
      'السلام عليكم {{applicantName}}. لم يتضح لنا أحد أجوبتك في طلب «{{service}}»، فراجعه من فضلك وصحّحه إن لزم. ولأن الإقرار على ما كتبت، سنطلب منك توقيعه من جديد إن تغيّر الجواب.',
      'Peace be upon you, {{applicantName}}. One of your answers for “{{service}}” is not clear to us; please look at it again and correct it where needed. As you signed for what you wrote, we will ask you to sign anew if the answer changes.',
    ),
  },
  {
    name: t('استوفى الشروط', 'The conditions are met'),
    purpose: 'accept',
    kinds: ['assistance'],
    text: t(
      'راجعنا طلبك لخدمة «{{service}}» فوجدناه مستوفيًا لشروطها، والحمد لله. سنتواصل معك قريبًا لنتفق على ما يلي.',
      'We have looked through your request for “{{service}}” and found that it meets the conditions. We will be in touch soon to agree on what comes next.',
    ),
  },
  {
    name: t('نرحب بك متطوعًا', 'Welcome as a volunteer'),
    purpose: 'accept',
    kinds: ['volunteering'],
    text: t(
      'حياك الله {{applicantName}} بين إخوانك. يسعدنا تطوعك معنا، وسنتصل بك لنتفق على المهمة والوقت.',
      'Welcome among us, {{applicantName}}. We are glad that you volunteer, and will call you to agree on a task and a time.',
    ),
  },
  {
    name: t('لم يستوفِ شرطًا من شروط الخدمة', 'A condition of the service is not met'),
    purpose: 'reject',
    kinds: ['assistance', 'appeal'],
    text: t(
      lines(
        'نعتذر إليك عن قبول طلبك لخدمة «{{service}}»، لأن هذا الشرط لم يتحقق: ',
        'فإن تغيّر حالك فقدّم من جديد، والباب مفتوح. وقد تنفعك خدمات أخرى نقدّمها أو تقدّمها جهات نرشدك إليها.',
      ),
      lines(
        'We are sorry that your request for “{{service}}” cannot be accepted, since this condition is not met: ',
        'Should your situation change, please apply again; the door is open. Other services of ours, or of those to whom we can direct you, may help you.',
      ),
    ),
  },
  {
    name: t('اكتمل العدد هذا الموسم', 'All places are taken this season'),
    purpose: 'reject',
    kinds: ['assistance', 'volunteering'],
    text: t(
      'شكر الله لك {{applicantName}}. اكتمل العدد هذا الموسم، وسنحفظ رغبتك لنتواصل معك حين يُفتح باب جديد.',
      'Thank you, {{applicantName}}. All places are taken this season. We keep your wish and will be in touch when there is room again.',
    ),
  },
  {
    name: t('حتى تكتمل الدراسة', 'Until the study is complete'),
    purpose: 'defer',
    kinds: ['assistance', 'appeal'],
    text: t(
      'رأت اللجنة تأجيل النظر في طلبك لخدمة «{{service}}» حتى تكتمل دراسة الحالة. لا يلزمك شيء الآن، وسنتواصل معك إن احتجنا إلى معلومة أو زيارة.',
      'The committee puts off your request for “{{service}}” until the social study is complete. Nothing is needed from you now; we will be in touch if we need information or a visit.',
    ),
  },
];
