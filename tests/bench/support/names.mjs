// @ts-check
/**
 * Names as Saudi registries hold them: given name, father, grandfather, family; some names in a third of all,
 * most in hardly any. Pools are in the order of how common the names are.
 */

/** Always the same run of numbers from one seed, so that two runs load the same people. @param {number} seed */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const men = (
  'محمد عبدالله أحمد عبدالرحمن عبدالعزيز علي خالد سعد فهد سلطان إبراهيم صالح سعود ناصر يوسف عمر فيصل تركي بندر ماجد ' +
  'حسن حسين سالم مشعل نايف سعيد سلمان عبدالمجيد عبدالإله راشد حمد حمود منصور مساعد بدر وليد طلال هاني عادل سامي ' +
  'ياسر أسامة عثمان مبارك عوض جابر مرزوق عايض عبدالكريم عبدالملك عبدالرحيم عبداللطيف عبدالوهاب عبدالهادي زيد زياد ' +
  'أنس معاذ معتز رائد رياض مازن أيمن أكرم باسم بسام حاتم حازم حامد حمزة خليل داود رامي رشيد زكريا سليمان سراج شاكر ' +
  'صلاح طارق طلحة ظافر عارف عاصم عامر عباس عدنان عزام عصام عماد غازي غالب فارس فايز فواز فؤاد قاسم كامل كريم لؤي مؤيد ' +
  'متعب محسن محمود مروان مسفر مسعود مصطفى مطلق معيض مقبل ممدوح مهند موسى ناجي نبيل نواف هادي هشام هيثم وائل ياسين ' +
  'يحيى يزيد يعقوب شافي ضيف_الله عيسى إسماعيل إسحاق أيوب بكر جمال جميل جاسم حبيب دخيل رابح ربيع رجب رمضان زهير شجاع ' +
  'شعيب صقر ضاري عبدالغني عبدالقادر عبدالحميد عبدالخالق عبدالرزاق عبدالسلام عبدالصمد عتيق عيد غانم فالح فرج فلاح لافي ' +
  'مانع مجاهد محيسن مذكر مفرح مناحي مهدي ميسرة نادر نافع نزار هلال وسيم'
)
  .split(' ')
  .map((name) => name.replace('_', ' '));

const women = (
  'نورة فاطمة سارة مها عائشة مريم هند منى أمل ريم لطيفة حصة منيرة موضي هيا العنود الجوهرة عبير هدى وفاء سميرة أسماء ' +
  'خديجة زينب نوف شيخة مشاعل أريج رنا دلال بدرية فوزية حنان إيمان ابتسام ليلى سلمى شهد رغد غادة لينا لمى جواهر مضاوي ' +
  'نوال سعاد سلوى عواطف عفاف بسمة رحمة زهراء صفية حليمة آمنة رقية حفصة جميلة كوثر ندى نجلاء نجود هيفاء وجدان وعد ' +
  'ياسمين رؤى ضحى شروق دانة جنى تالا لجين رهف روان ريما ميساء ميعاد منال ماجدة كريمة فريدة عزيزة طرفة صيتة شعاع سهام ' +
  'سحر رباب خلود حياة جوري ثريا بشرى أفنان آلاء أروى أحلام إلهام تهاني خولة دعاء رفعة زكية سمية شادن عهود غزيل فايزة ' +
  'قوت مزنة نفلا هاجر وسمية أم_كلثوم'
)
  .split(' ')
  .map((name) => name.replace('_', ' '));

const families = (
  'العتيبي القحطاني الغامدي الحربي الزهراني الشمري المطيري الدوسري الشهري العنزي الحارثي السبيعي الأحمدي العسيري ' +
  'المالكي الشهراني الجهني البقمي الرشيدي الخالدي الأسمري الثقفي العمري الصاعدي البلوي اليامي الحازمي السلمي الهذلي ' +
  'المري الهاجري العجمي الظفيري السهلي الفيفي الريثي النعمي الحكمي الجيزاني الشريف السيد العلي الحسن الحسين الأنصاري ' +
  'القرني البيشي الأحمري الأسلمي التميمي الخثعمي الدعجاني الذبياني الرويلي الزبيدي السلطان السعدون السويلم الشلوي ' +
  'الصيعري الطويرقي العبدلي العصيمي العمودي العيسى الغانم الفايز الفهيد القرشي القحيز اللحيدان المحمدي المسعودي المقاطي ' +
  'المنصور الموسى النجار النفيعي الهلالي الوادعي الوهيبي اليوسف باجابر بادغيش بارشيد باعشن باوزير بخاري تركستاني خوجة ' +
  'خياط داغستاني سندي شيخ صباغ عطار فقيه فلمبان قاري كابلي كردي مدني مكي ميمني هوساوي فلاته برناوي آل سعود آل الشيخ ' +
  'آل ثنيان أبو طالب أبو راس بن لادن بن صالح'
)
  .replace(/(آل|أبو|بن) /g, '$1_')
  .split(' ')
  .map((name) => name.replace('_', ' '));

const cities =
  'مكة المكرمة,جدة,الطائف,الرياض,المدينة المنورة,الدمام,أبها,خميس مشيط,جازان,نجران,تبوك,بريدة,حائل,الباحة,ينبع,رابغ,الليث,القنفذة'.split(
    ',',
  );

/** Families beyond the pool: nearly every one of them in a handful of people. @param {number} place */
function rareFamily(place) {
  const letters = 'بتثجحخدذرزسشصضطظعغفقكلمنهي';
  const pick = (/** @type {number} */ step) => letters[Math.floor(place / step) % letters.length];
  const ending = ['ي', 'اني', 'اوي', 'ان'][place % 4];
  return `ال${pick(1)}${place % 3 === 0 ? 'و' : ''}${pick(26)}${pick(676)}${ending}`;
}

/**
 * One of the pool, the first ones far more often.
 * @template T @param {readonly T[]} pool @param {number} chance 0…1 @param {number} [steep]
 * @returns {T}
 */
const skewed = (pool, chance, steep = 2.2) =>
  /** @type {T} */ (pool[Math.floor(pool.length * chance ** steep)]);

/** @param {() => number} next @returns {string} */
export const manName = (next) => (next() < 0.04 ? 'محمد' : skewed(men, next()));
/** @param {() => number} next @returns {string} */
export const womanName = (next) => skewed(women, next());
/** @param {() => number} next @returns {string} */
export const familyName = (next) =>
  next() < 0.06 ? rareFamily(Math.floor(next() * 40_000)) : skewed(families, next());
/** @param {() => number} next @returns {string} */
export const cityName = (next) => skewed(cities, next());

/** The same name as another clerk writes it: joined or apart, hamza and dots left out. @param {string} name @param {() => number} next */
export function asWritten(name, next) {
  const way = next();
  if (way < 0.12) return name.replace(/عبدال/g, 'عبد ال');
  if (way < 0.22) return name.replace(/[أإآ]/g, 'ا').replace(/ة(?= |$)/g, 'ه');
  if (way < 0.25) return name.replace(/ /g, () => (next() < 0.5 ? ' بن ' : ' '));
  return name;
}
