import { t, type Bilingual } from './types';

/** The privacy notice an applicant agrees to: purpose, data, recipients, term, rights, withdrawal. */
export const consent: { version: string; text: Bilingual } = {
  version: '2026-1',
  text: t(
    [
      'لماذا نطلب بياناتك: لندرس طلبك ونردّ عليك ونقدّم لك الخدمة، ولا نستعملها في غير ذلك.',
      'ما الذي نجمعه: ما تكتبه في الطلب وما ترفقه من مستندات، ونوع هويتك ورقمها وتاريخ انتهائها. لا نأخذ صورة من الهوية.',
      'من يطّلع عليها: موظف علاقات المستفيدين، والباحث الاجتماعي، وأعضاء لجنة البحث، ومسؤول التسليم، كلٌّ بقدر عمله، ويُسجَّل كل اطلاع. لا نرسلها إلى خارج المملكة، ولا نعطيها غيرنا إلا بطلبك أو بحكم النظام.',
      'كم نحتفظ بها: سنتين بعد انتهاء الطلب أو الخدمة ثم نتلفها، إلا سجلات الصرف المالية فتُحفظ عشر سنوات كما يوجب النظام.',
      'حقوقك: أن تطّلع على بياناتك، وأن تأخذ نسخة منها، وأن تصحّحها، وأن تطلب إتلافها. نجيبك خلال ثلاثين يومًا.',
      'سحب الموافقة: لك أن تسحبها متى شئت بالهاتف أو الموقع أو عند الموظف. وقد لا نستطيع بعدها إكمال طلب لم يُبتّ فيه، ولا يمس ذلك ما سبق من خدمة.',
      'للتواصل في شأن بياناتك: مسؤول حماية البيانات، privacy@alkitab.example. ولك أن تشتكي إلى الجهة المختصة بحماية البيانات الشخصية.',
    ].join('\n'),
    [
      'Why we ask: to study your request, reply to you and provide the service, and for nothing else.',
      'What we collect: what you write in the request, the papers you attach, and the type, number and expiry of your identity document. We take no copy of it.',
      'Who sees it: the beneficiary-relations officer, the social research officer, the research committee and the delivery officer, each as far as the work needs; every access is recorded. It does not leave the Kingdom and is given to no one else unless you ask or the law requires.',
      'How long: two years after the request or service ends, then it is destroyed, except payment records, which the law has us keep for ten years.',
      'Your rights: to see your data, have a copy, correct it and ask for its destruction. We answer within thirty days.',
      'Withdrawal: you may withdraw at any time by phone, on the website or at the office. We may then be unable to finish an undecided request; services already given are not affected.',
      'About your data: the data protection officer, privacy@alkitab.example. You may also complain to the authority for personal data protection.',
    ].join('\n'),
  ),
};
