/** Prepared answers: which officer is offered which, in whose language, and what editors may not publish. */
import type { AnswerTemplateView } from '../../src/plugins/beneficiary-crm/contracts/answers';
import { answers } from '../../src/plugins/beneficiary-crm/server/src/demo/content/answers';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { expectStatus, scenario, services } from '../support/scenario';

let t: TestCrm;
beforeAll(async () => {
  t = await bootCrm();
}, 180_000);
afterAll(() => t?.stop());

interface Documents {
  create(entry: object): Promise<{ documentId: string }>;
  update(entry: object): Promise<unknown>;
  publish(entry: object): Promise<unknown>;
  unpublish(entry: object): Promise<unknown>;
}
const templates = () =>
  t.strapi.documents('plugin::beneficiary-crm.answer-template' as never) as unknown as Documents;
const offered = async (query: string, who: 'relations_officer' | 'chair' = 'relations_officer') => {
  const staff = await t.loginAs(who);
  return expectStatus(await staff.get<AnswerTemplateView[]>(`/answer-templates?${query}`), 200);
};
const names = async (query: string) => (await offered(query)).map(({ name }) => name);
const written = (purpose: string, kind: string, locale: 'ar' | 'en' = 'ar') =>
  answers
    .filter((one) => one.purpose === purpose && (one.kinds as readonly string[]).includes(kind))
    .map(({ name }) => name[locale]);

describe('prepared answers', () => {
  it.each([
    ['answer', 'inquiry'],
    ['answer', 'complaint'],
    ['ask', 'assistance'],
    ['reject', 'volunteering'],
    ['defer', 'appeal'],
    ['accept', 'inquiry'],
  ])('are offered for what they are for: %s, %s', async (purpose, kind) => {
    expect(await names(`purpose=${purpose}&kind=${kind}`)).toEqual(written(purpose, kind));
    expect(await names(`purpose=${purpose}&kind=${kind}&locale=en`)).toEqual(
      written(purpose, kind, 'en'),
    );
  });

  it('bring both languages with their gaps', async () => {
    const [first] = await offered('purpose=ask&kind=assistance', 'chair');
    expect(first?.text.ar).toContain('{{service}}');
    expect(first?.text.en).toContain('{{service}}');
  });

  it('are not for everybody, nor for any question', async () => {
    const path = '/answer-templates?purpose=answer&kind=inquiry';
    expect((await (await t.loginAs('quality_officer')).get(path)).status).toBe(403);
    const officer = await t.loginAs('relations_officer');
    for (const query of ['', '?purpose=answer', '?purpose=praise&kind=inquiry', '?kind=inquiry'])
      expect((await officer.get(`/answer-templates${query}`)).status).toBe(422);
  });

  it('are seen when they are published, and not before', async () => {
    const data = {
      name: 'مواعيد الدوام',
      purpose: 'answer',
      forInquiry: true,
      position: 900,
      text: 'حياك الله {{applicantName}}. نستقبلكم في أوقات الدوام.',
    };
    const { documentId } = await templates().create({ data, locale: 'ar' });
    const query = 'purpose=answer&kind=inquiry';
    expect(await names(query)).not.toContain(data.name);
    await templates().publish({ documentId, locale: 'ar' });
    // Arabic stands in where there is no translation.
    const held = (await offered(`${query}&locale=en`)).find(({ name }) => name === data.name);
    expect(held?.text).toEqual({ ar: data.text, en: data.text });

    for (const [part, said] of [
      [{ text: 'رقم طلبك {{refrence}}' }, 'refrence'],
      [{ text: 'رقم طلبك {{reference}' }, 'قوس'],
      [{ text: data.text, forInquiry: false }, 'نوعًا واحدًا'],
      [{ forInquiry: true, name: answers[0]?.name.ar }, 'بالاسم نفسه'],
    ] as const) {
      await templates().update({ documentId, locale: 'ar', data: part });
      await expect(templates().publish({ documentId, locale: 'ar' })).rejects.toThrow(said);
    }
    const still = (await offered(query)).find(({ id }) => id === documentId);
    expect(still).toMatchObject({ name: data.name, text: { ar: data.text } });
    await templates().unpublish({ documentId, locale: 'ar' });
    expect(await names(query)).not.toContain(data.name);
  });
});

it('an applicant is written to in their own language, with the service as they know it', async () => {
  const s = scenario(t);
  const arabic = await s.submitted('assistance', services.direct);
  const english = await s.submitted('assistance', services.direct, {}, 'en');
  const inquiry = await s.submitted('inquiry', undefined, {}, 'en');
  const officer = await t.loginAs('relations_officer');
  const seen = await Promise.all(
    [arabic, english, inquiry].map(async ({ id }) => {
      const reply = await officer.get<{ writtenTo: { locale: string; service: string } }>(
        `/requests/${id}?locale=ar`,
      );
      return expectStatus(reply, 200).writtenTo;
    }),
  );
  expect(seen.map(({ locale }) => locale)).toEqual(['ar', 'en', 'en']);
  expect(seen[0]?.service).toMatch(/[\u0621-\u064A]/);
  expect(seen[1]?.service).toMatch(/^[\x20-\x7e’]+$/);
  expect(seen[2]?.service).toBe('Inquiry');
});

it('the committee words its reason for the applicant in the same way', async () => {
  const s = scenario(t);
  const item = await s.opened(await s.referred());
  expect(expectStatus(await item.read('chair'), 200).writtenTo).toEqual(
    (await item.request.read()).writtenTo,
  );
});
