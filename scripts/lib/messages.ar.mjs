// @ts-check
/** @type {typeof import('./messages.en.mjs').default} */
const messages = {
  'node.unsupported':
    'يلزم Node.js بإصدار {wanted}، والموجود {found}. ثبِّت إصدارًا مدعومًا (https://nodejs.org) ثم أعد تشغيل الأمر.',
  'install.working': 'يجري تثبيت الحزم (نحو دقيقتين في المرة الأولى)…',
  'install.offline':
    'تعذّر على npm الوصول إلى مستودع الحزم. تحقّق من الشبكة أو الخادم الوسيط ثم أعد تشغيل الأمر.',
  'install.failed': 'تعذّر على npm تثبيت الحزم (رمز الخروج {code}). آخر ما قاله:',
  'install.missing': 'الحزم غير مثبّتة. شغِّل: npm ci',
  'disk.full': 'امتلأ القرص. أخلِ بعض المساحة ثم أعد تشغيل الأمر.',
  'disk.low':
    'المساحة لا تكفي على قرص {directory}: المتاح {free} ميغابايت والمطلوب {needed} ميغابايت. أخلِ بعض المساحة ثم أعد تشغيل الأمر.',
  'port.invalid': 'قيمة PORT هي «{port}»، ويجب أن تكون عددًا من 1 إلى 65535.',
  'port.busy': 'المنفذ {port} يشغله برنامج آخر. أوقفه، أو اختر منفذًا غيره: PORT={other} {command}',
  'port.forbidden':
    'لا يحق لهذا المستخدم فتح المنفذ {port}. اختر منفذًا فوق 1023: PORT={other} {command}',
  'lock.taken':
    'البيانات في {directory} يستخدمها «{what}» (العملية {pid}). أوقفه أولًا، أو اختر مجلدًا آخر عبر DATA_DIR=…',
  'build.working': 'يجري البناء: {part}…',
  'build.done': 'تم البناء: {part} ({seconds} ث)',
  'build.fresh': 'لا حاجة إلى بناء؛ كل شيء محدَّث.',
  'build.absent': 'غير موجود بعد فلم يُبنَ: {part}',
  'build.failed': 'أخفق بناء «{part}». قال المترجم:',
  'build.unknown': 'لا يوجد جزء باسم «{part}». الأجزاء هي: {parts}',
  'build.missing': 'لم يُبنَ بعد: {parts}. شغِّل: npm run build',
  'postgres.starting': 'يجري تشغيل قاعدة البيانات المضمّنة PostgreSQL…',
  'postgres.adopted': 'ما زالت قاعدة بيانات مضمّنة من تشغيل سابق تعمل، وسيتواصل استخدامها.',
  'postgres.moved': 'لا يستطيع مستخدم قاعدة البيانات دخول هذا المجلد، فتُحفظ القاعدة في {directory}',
  'postgres.aside':
    'كلمة مرور القاعدة المضمّنة غير موجودة، فنُقلت ملفاتها إلى {directory} وتُنشأ قاعدة جديدة.',
  'postgres.platform':
    'لا تتوفر قاعدة PostgreSQL مضمّنة لنظام {platform}. ثبِّت PostgreSQL 14 أو أحدث واضبط DATABASE_URL.',
  'postgres.unmade': 'تعذّر إنشاء قاعدة البيانات المضمّنة. قالت:',
  'postgres.dead': 'لا تعمل قاعدة PostgreSQL المضمّنة. آخر ما في {log}:',
  'postgres.stuck':
    'قاعدة PostgreSQL المضمّنة (العملية {pid}) تعمل لكنها لا تقبل كلمة المرور المحفوظة. أوقفها ثم أعد تشغيل الأمر.',
  'postgres.embedded':
    'لم يُضبط DATABASE_URL، فتُستخدم قاعدة PostgreSQL المضمّنة وبياناتها في {directory}. لجمعية تعمل فعليًا اضبط DATABASE_URL وخذ نسخًا احتياطية.',
  'database.url-invalid':
    'قيمة DATABASE_URL ليست عنوانًا لقاعدة PostgreSQL. صيغته: postgres://user:password@host:5432/name',
  'database.unreachable':
    'لا توجد قاعدة PostgreSQL تجيب على {host}:{port} ({code}). تحقّق من DATABASE_URL ومن الخادم والجدار الناري.',
  'database.wrong-password':
    'رفضت قاعدة PostgreSQL على {host}:{port} المستخدم «{user}» (كلمة المرور أو ملف pg_hba.conf). صحِّح DATABASE_URL.',
  'database.missing':
    'لا توجد قاعدة بيانات باسم «{name}» على {host}:{port}. أنشئها: createdb --encoding=UTF8 --template=template0 {name}',
  'database.too-old':
    'إصدار PostgreSQL على الخادم {version}، والمطلوب 14 أو أحدث. حدِّثه أو اختر خادمًا آخر.',
  'database.encoding':
    'ترميز قاعدة البيانات «{name}» هو {encoding}، والعربية تحتاج UTF8. أنشئها من جديد: createdb --encoding=UTF8 --template=template0 {name}',
  'database.locale':
    'لا تعرف PostgreSQL الحروف العربية في قاعدة البيانات «{name}» (LC_CTYPE {locale})، فلن يجد البحث بالاسم شيئًا. أنشئها من جديد: createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 {name}',
  'database.extension-missing':
    'الامتداد pg_trgm غير متوفر على الخادم. ثبِّته (في دبيان: postgresql-contrib) ثم أعد تشغيل الأمر.',
  'database.extension-forbidden':
    'لا يحق للمستخدم «{user}» إنشاء الامتداد pg_trgm. على مدير القاعدة أن ينفّذ مرة واحدة في «{name}»: CREATE EXTENSION pg_trgm;',
  'database.schema-forbidden':
    'لا يحق للمستخدم «{user}» إنشاء الجداول في «{name}». على مدير القاعدة أن ينفّذ فيها: GRANT ALL ON SCHEMA public TO "{user}";',
  'database.refused': 'قالت قاعدة PostgreSQL على {host}:{port}: {reason}',
  'secrets.refused':
    'لا يصح التشغيل بهذه الحال:\n{list}\nأنشئ كل سر من جديد، مثلًا: openssl rand -base64 32\nثم ضعه في ‎.env أو في متغيرات البيئة. احفظ CRM_FIELD_KEY وCRM_INDEX_KEY مع النسخ الاحتياطية، فبدونهما لا تُقرأ البيانات الشخصية.',
  'secrets.missing': 'السر {name} غير مضبوط',
  'secrets.demo': 'السر {name} سر تجريبي',
  'secrets.length': 'السر {name} يجب أن يكون 32 بايتًا بصيغة base64',
  'app.starting': 'يجري تشغيل التطبيق…',
  'app.filling': 'يجري التشغيل وتعبئة جمعية نموذجية (في المرة الأولى فقط)…',
  'app.waiting': 'العمل جارٍ… {seconds} ث',
  'app.died': 'توقّف التطبيق (رمز الخروج {code}). آخر ما في سجله ({log}):',
  'app.slow': 'لم يُجب التطبيق خلال {seconds} ث. سجله: {log}',
  'app.stopping': 'يجري الإيقاف…',
  'app.stopped': 'تم الإيقاف، ولم يبقَ منه شيء يعمل.',
  'demo.ready': 'جاهز.',
  'demo.site': 'الموقع',
  'demo.admin': 'لوحة الإدارة',
  'demo.accounts': 'الحسابات التجريبية (حساب لكل دور)',
  'demo.administrator': 'مدير النظام',
  'demo.no-accounts': 'لم تُكتب حسابات تجريبية؛ أنشئ الحساب الأول من لوحة الإدارة.',
  'demo.stop': 'للإيقاف اضغط Ctrl-C. السجل: {log}',
  'seed.working': 'تجري تعبئة قاعدة البيانات بجمعية نموذجية…',
  'seed.done': 'عُبِّئت قاعدة البيانات.',
  'dev.ready': 'تُراقَب الملفات المصدرية. للإيقاف اضغط Ctrl-C.',
  'dev.ended': 'انتهى «{name}» (رمز الخروج {code})، فيُوقَف الباقي كذلك.',
  'types.ok': '{name}: الأنواع سليمة',
  'types.failed': '{name}: أخطاء في الأنواع',
  'bench.none': 'لا يوجد قياس أداء في tests/bench بعد.',
  'bench.running': 'قياس الأداء: {name}',
  'audit.ok': 'سلسلة الأحداث سليمة: عدد الأحداث {events}، ورأس السلسلة {head}',
  'audit.broken': 'انكسرت سلسلة الأحداث عند الحدث {seq}.',
  'audit.none': 'لا أحداث في قاعدة البيانات؛ لم يعمل التطبيق عليها بعد.',
  'audit.gap': 'الحدث صاحب هذا الرقم مفقود.',
  'audit.link': 'هذا الحدث لا يتصل بالحدث الذي قبله.',
  'audit.hash': 'غُيِّر هذا الحدث بعد تسجيله.',
  'audit.head': 'حُذفت أحداث من آخر السلسلة.',
  'test.chromium':
    'تحتاج اختبارات المتصفح إلى Chromium. ثبِّته (دبيان وأوبنتو: apt-get install chromium) أو اضبط CHROME_PATH على متصفح موجود.',
  'test.time': 'تجاوزت الاختبارات {minutes} دقيقة فأُنهيت.',
  'test.lint': 'أخفق فحص الشيفرة.',
};
export default messages;
