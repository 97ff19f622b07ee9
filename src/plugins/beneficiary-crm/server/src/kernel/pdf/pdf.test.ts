import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { association, declaration, documents, services } from '../../demo/content';
import type { Bilingual } from '../../demo/content';
import { qrSvg } from '../qr';
import { pdfDate, renderPdf } from './pdf';
import type { Letterhead, PdfData, PdfLocale, PdfTemplate } from './pdf';

const day = (text: string, locale: PdfLocale) => pdfDate(new Date(`${text}T09:00:00Z`), locale);
const LONG_NAME =
  'عبدالرحمن بن عبدالمحسن بن عبدالعزيز بن إبراهيم بن عبدالله آل عبدالكريم الحارثي السفري';

/** One full example of each paper; the long name has to wrap. */
function examples(locale: PdfLocale): PdfData {
  const say = (text: Bilingual) => text[locale];
  const service = services[0];
  const guide = documents.find(({ tool }) => tool === 'T2');
  if (!service || !guide?.sections)
    throw new Error('the demo content has no first service or guide');
  const head: Letterhead & { reference: string; date: ReturnType<typeof day> } = {
    association: say(association.name),
    licence: association.licenceNumber,
    address: say(association.address),
    phone: association.phone,
    email: association.email,
    footer: say(association.letterFooter),
    reference: '7K3F-9Q2M-4TXC',
    date: day('2026-11-22', locale),
  };
  const figure = {
    name: LONG_NAME,
    value: '72.5%',
    range: '57.1% – 83.9%',
    n: '40',
    change: LONG_NAME,
    bar: { at: 72.5, low: 57.1, high: 83.9 },
  };
  return {
    receipt: {
      head,
      reference: '7K3F-9Q2M-4TXC',
      accessCode: 'M4T9-XQ2W-8C',
      applicant: LONG_NAME,
      service: say(service.name),
      submittedAt: day('2026-11-22', locale),
      earliest: day('2026-12-06', locale),
      latest: day('2026-12-22', locale),
      nextSteps: service.steps.slice(1).map(say),
      track: {
        how:
          locale === 'ar'
            ? 'من صفحة «متابعة طلبي» برقم الطلب ورمز المتابعة، أو اتصل بنا على +966500000100.'
            : 'On the “follow my request” page with the reference and the access code, or call us.',
        url: 'https://alkitab.example/track',
      },
      evaluate: {
        how:
          locale === 'ar'
            ? 'إذا انتهى طلبك فصوّر هذا الرمز بجوالك وقيّم خدمتنا.'
            : 'When your request is over, scan this code and evaluate our service.',
        svg: qrSvg('https://alkitab.example/evaluate?lang=ar#t=7K3F9Q2M4TXC'),
      },
      documents: service.documents.map(({ label }) => say(label)),
      declaration: {
        version: declaration.version,
        signer: LONG_NAME,
        signedAt: day('2026-11-22', locale),
        method: locale === 'ar' ? 'اسم مكتوب مع رمز أُرسل إلى الجوال' : 'Typed name with a code',
      },
    },
    letter: {
      head,
      to: LONG_NAME,
      service: say(service.name),
      by: 'committee',
      decision: 'rejected',
      reason:
        locale === 'ar'
          ? 'نصيب الفرد من الدخل بعد الإيجار 1450 ريالًا، وهو أعلى من الحد المذكور في دليل الدعم (1000 ريال) في هذه المدة.'
          : 'The share per person after rent is 1,450 riyals, above the limit of the support guide.',
      conditions:
        locale === 'ar'
          ? 'أن تقدّم الأسرة عقد إيجار ساريًا قبل الصرف.'
          : 'The family gives a lease in force before the payment.',
      nextSteps:
        locale === 'ar'
          ? 'إن زاد الإيجار أو نقص الدخل فأخبرنا نعد النظر.\nوقد تناسبك خدمة الحقيبة المدرسية، ولا يلزم لها هذا الحد.'
          : 'If the rent rises or the income falls, tell us.\nThe school bag service may suit you.',
      appeal: {
        until: day('2027-01-06', locale),
        url: 'https://alkitab.example/track',
        phone: association.phone,
        address: say(association.address),
      },
      contact: {
        name: locale === 'ar' ? 'ريم الحارثي، علاقات المستفيدين' : 'Beneficiary relations',
        phone: association.phone,
        hours: say(association.workingHours),
      },
      signature: {
        name: locale === 'ar' ? 'عبدالرحمن الحارثي' : 'Abdulrahman Al-Harthi',
        title: locale === 'ar' ? 'رئيس لجنة البحث' : 'Chair of the research committee',
      },
    },
    'request-form': {
      head: { ...head, reference: undefined, date: undefined },
      version: '2026-1',
      services: services.map(({ name }) => say(name)),
      householdRows: 8,
      documents: service.documents.map(({ label, hint, required }) => ({
        label: say(label),
        hint: say(hint),
        required,
      })),
      declaration: { text: say(declaration.text) },
    },
    document: {
      head: { ...head, reference: undefined, date: undefined },
      title: say(guide.title),
      version: guide.version,
      notice: guide.notice && say(guide.notice),
      summary: say(guide.summary),
      sections: guide.sections.map(({ heading, paragraphs }) => ({
        heading: say(heading),
        paragraphs: paragraphs.map(say),
      })),
    },
    declaration: {
      head,
      stands: false,
      text: say(declaration.text),
      version: declaration.version,
      answers: service.fields.map(({ label }) => ({ question: say(label), answer: '2400' })),
      signer: LONG_NAME,
      way: locale === 'ar' ? 'رُسم على الشاشة' : 'Drawn on screen',
      signedAt: day('2026-11-22', locale),
      time: '12:05',
      witness: 'ريم الحارثي',
      drawn:
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 400"><path d="M100 200L400 90L800 300" fill="none" stroke="#1d2b26" stroke-width="8"/></svg>',
      hash: 'a3'.repeat(32),
    },
    satisfaction: {
      head,
      title: locale === 'ar' ? 'تقرير رضا المستفيدين' : 'Report on satisfaction',
      period: '2026',
      filter: LONG_NAME,
      headline: [figure],
      responseRate: '41%',
      questions: { title: LONG_NAME, rows: [figure, { ...figure, bar: null, value: '—' }] },
      breakdowns: [{ title: LONG_NAME, rows: [figure] }],
      trend: { title: LONG_NAME, rows: [figure] },
      improvements: [
        { title: LONG_NAME, said: LONG_NAME, result: LONG_NAME, doneOn: '2026-10-01' },
      ],
      definitions: [{ title: LONG_NAME, text: LONG_NAME }],
    },
    minutes: {
      head,
      title: locale === 'ar' ? 'محضر جلسة لجنة البحث' : 'Minutes of the research committee',
      number: '3/1448',
      version: 1,
      draft: true,
      superseded: true,
      facts: [
        { label: locale === 'ar' ? 'الوقت' : 'Time', value: '19:30', ltr: true },
        { label: locale === 'ar' ? 'المكان' : 'Place', value: 'قاعة الاجتماعات' },
      ],
      preamble: 'ففي يوم الأربعاء اجتمعت اللجنة.',
      opening: 'قُرئ محضر الجلسة السابقة.',
      present: [{ name: LONG_NAME, seat: 'رئيس اللجنة' }],
      absent: [{ name: LONG_NAME, seat: 'عضو' }],
      apologies: [{ name: LONG_NAME, seat: 'عضو', reason: '' }],
      rules: 'يُعتمد الرأي إذا زاد من معه على نصف الحاضرين.',
      items: (['accepted', 'rejected', 'deferred', 'no_quorum', 'void'] as const).map(
        (tone, place) => ({
          number: place + 1,
          about: say(service.name),
          reference: '7K3F-9Q2M',
          applicant: LONG_NAME,
          presided: LONG_NAME,
          motion: 'المبلغ 800 ريال.',
          recusals: [`${LONG_NAME} (قرابة)`],
          excluded: [LONG_NAME],
          away: [LONG_NAME, LONG_NAME],
          summary: 'بحثت اللجنة حال الأسرة.',
          result: ['النصاب حضور الجميع، وقد حضر 5 من 5: اكتمل.'],
          votes: [{ name: LONG_NAME, choice: 'قبول' }],
          reservations: [{ name: LONG_NAME, text: 'أرى التأني.' }],
          voided: [`${LONG_NAME}: خرج من اللجنة.`],
          missing: ['عقد الإيجار'],
          decision: 'دخل الأسرة دون حد الكفاية.',
          outcome: 'قبول',
          tone,
        }),
      ),
      closing: 'اختُتمت الجلسة.',
      signatures: [
        { name: LONG_NAME, seat: 'رئيس اللجنة', without: 'دون البند 2' },
        {
          name: LONG_NAME,
          seat: 'عضو',
          without: '',
          signed: { date: day('2026-11-26', locale), time: '11:05' },
        },
      ],
      hash: 'a3'.repeat(32),
    },
    'case-file': {
      head,
      kind: locale === 'ar' ? 'طلب دعم' : 'Assistance',
      status: locale === 'ar' ? 'عند لجنة البحث' : 'With the committee',
      applicant: [
        { label: locale === 'ar' ? 'الاسم' : 'Name', value: LONG_NAME },
        { label: locale === 'ar' ? 'الجوال' : 'Mobile', value: '+966500000001', ltr: true },
        {
          label: locale === 'ar' ? 'البريد' : 'E-mail',
          value: 'person00001@example.com',
          ltr: true,
        },
        { label: locale === 'ar' ? 'القرية' : 'Village', value: 'القرى العليا' },
      ],
      answers: service.fields.map(({ label }, place) => ({
        question: say(label),
        answer: ['7', '2400', 'إيجار', '14000', 'لا', ''][place] ?? '',
      })),
      documents: service.documents.map(({ label }) => ({
        label: say(label),
        status: locale === 'ar' ? 'مقبول' : 'Accepted',
        validUntil: '2027-02-01',
      })),
      message: 'انقطع دخلنا منذ شهرين ولا نستطيع دفع الإيجار.',
      checks: [{ label: 'كشف الحساب', state: 'سليم', note: '' }],
      declaration: 'الإقرار قائم',
      referrals: [{ question: 'هل السكن ملك؟', answer: 'إيجار بعقد سنوي' }],
      studyFacts: [{ label: 'الدخل الشهري', value: '2,400 ريال' }],
      study:
        'أسرة من سبعة، كان عائلها يعمل في المقاولات وانقطع دخله.\nنصيب الفرد بعد الإيجار دون مئتي ريال.',
      timeline: Array.from({ length: 14 }, (_, place) => ({
        at: day(`2026-11-${String(place + 1).padStart(2, '0')}`, locale),
        what: locale === 'ar' ? 'أُحيل الطلب 7K3F-9Q2M-4TXC إلى لجنة البحث' : 'Referred',
        who: locale === 'ar' ? 'موظف العلاقات' : 'Officer',
      })),
      printedBy: locale === 'ar' ? 'مسؤول حماية البيانات' : 'Data protection officer',
    },
  };
}

const locales: PdfLocale[] = ['ar', 'en'];
const papers: PdfTemplate[] = [
  'receipt',
  'letter',
  'request-form',
  'document',
  'case-file',
  'declaration',
  'minutes',
];
const cases = locales.flatMap((locale) => papers.map((paper) => ({ locale, paper })));
const render = (paper: PdfTemplate, locale: PdfLocale) =>
  renderPdf(paper, examples(locale)[paper], locale);

describe('renderPdf', () => {
  it.each(cases)('sets $paper in $locale, of a decent size', async ({ paper, locale }) => {
    const pdf = await render(paper, locale);
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(10_000);
    expect(pdf.length).toBeLessThan(150_000);
  });

  it('gives the same bytes for the same data', async () => {
    const [first, second] = [await render('receipt', 'ar'), await render('receipt', 'ar')];
    expect(first.equals(second)).toBe(true);
  });

  it('treats what people write as text, never as source', async () => {
    const hostile = '#panic("run") $x$ *b* {earliest} `raw` \\ "quoted" \u202e \n @ref <label>';
    const data = examples('ar');
    const receipt = { ...data.receipt, applicant: hostile, service: hostile, nextSteps: [hostile] };
    await expect(renderPdf('receipt', receipt, 'ar')).resolves.toBeInstanceOf(Buffer);
    const minutes = { ...data.minutes, opening: hostile, closing: hostile, title: hostile };
    await expect(renderPdf('minutes', minutes, 'ar')).resolves.toBeInstanceOf(Buffer);
    const letter = { ...data.letter, reason: hostile, to: hostile };
    await expect(renderPdf('letter', letter, 'ar')).resolves.toBeInstanceOf(Buffer);
  });

  it('sets a receipt without promise, code, documents and declaration', async () => {
    const { head, reference, applicant, service, submittedAt, track } = examples('ar').receipt;
    const least = {
      head,
      reference,
      applicant,
      service,
      submittedAt,
      track,
      nextSteps: [],
      documents: [],
    };
    const pdf = await renderPdf('receipt', least, 'ar');
    expect(pdf.length).toBeLessThan((await render('receipt', 'ar')).length);
  });

  it('says which paper failed', async () => {
    const { letter } = examples('ar');
    const wrong = { ...letter, decision: 'lost' as 'accepted' };
    await expect(renderPdf('letter', wrong, 'ar')).rejects.toThrow(/letter \(ar\)/);
  });
});

describe('pdfDate', () => {
  it('writes both calendars, by the day in Riyadh', () => {
    const ramadan = pdfDate(new Date('2026-02-17T21:30:00Z'), 'ar');
    expect(ramadan.gregorian).toBe('18 فبراير 2026');
    expect(ramadan.hijri).toMatch(/^1 رمضان 1447/);
  });
});

describe('texts', () => {
  const read = (locale: PdfLocale): unknown =>
    JSON.parse(readFileSync(join(__dirname, `../../../templates/texts.${locale}.json`), 'utf8'));

  /** Every text's path with its placeholders. */
  const shape = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value
      ? Object.entries(value).flatMap(([key, item]) => shape(item, `${path}.${key}`))
      : [`${path} ${[...String(value).matchAll(/\{\w+\}/g)].map(String).sort().join()}`];

  it('say the same things in both languages', () => {
    expect(shape(read('ar'), '')).toEqual(shape(read('en'), ''));
  });
});
