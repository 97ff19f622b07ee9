import { t, type Bilingual } from './types';

/** What the applicant signs (S4). A change of wording is a new version, never an edit. */
export const declaration: { version: string; plain: Bilingual; text: Bilingual } = {
  version: '2026-1',
  plain: t(
    'معنى هذا أن ما ذكرته صحيح بحسب علمك، وأنك أنت المسؤول عنه، وأنك ستخبرنا إن تغيّر. لا نطلب منك أن تعرف كل شيء: ما لا تعرفه قل إنك لا تعرفه.',
    'This means that what you told us is true as far as you know, that you answer for it, and that you will tell us if it changes. You need not know everything: say so where you do not know.',
  ),
  text: t(
    'أقرّ أنا مقدّم هذا الطلب بأن جميع البيانات الواردة فيه والمستندات المرفقة به صحيحة وسارية وقت تقديمه، وأنني مسؤول مسؤولية مباشرة عن صحتها، وأتعهد بإبلاغ الجمعية بما يطرأ عليها من تغيير مؤثر قبل صدور القرار أو أثناء تقديم الخدمة. وأعلم أن للجمعية التحقق منها لدى الجهات المختصة وفق الأنظمة، وأن تعمّد تقديم بيانات غير صحيحة قد يوقف الخدمة ويوجب ردّ ما صُرف بغير حق، مع بقاء حقي في بيان موقفي والتظلّم. وقد أُوضح لي أن طلبي يُرفع إلى لجنة البحث لدراسته والردّ عليه قبولًا أو رفضًا خلال مدة لا تقل عن أسبوعين، وأُعلمت بموعدي الردّ.',
    'I, the applicant, declare that all information in this request and the documents attached to it are true and valid at the time of submission, and that I am directly responsible for their truth. I undertake to inform the association of any material change before the decision or while the service is provided. I understand that the association may verify them with the competent bodies as the law allows, and that knowingly giving untrue information may stop the service and require what was wrongly paid to be returned, without prejudice to my right to be heard and to appeal. It has been explained to me that my request goes to the research committee, to be studied and answered with acceptance or rejection within a period of not less than two weeks, and I have been told both reply dates.',
  ),
};
