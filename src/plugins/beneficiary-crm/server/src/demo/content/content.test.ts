import { templateKeys } from '../../../../contracts/vocabulary';
import { parseIban } from '../../registry/identity.rules';
import * as content from './index';
import {
  channels,
  declaration,
  demoPeople,
  demoRequestStories,
  documents,
  faqs,
  services,
  staff,
  survey,
  templates,
  topics,
  branches,
  committee,
  panel,
  type AssistanceStory,
  type Bilingual,
  type Field,
} from './index';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isBilingual = (value: unknown): value is Bilingual =>
  isRecord(value) && 'ar' in value && 'en' in value;

/** Every bilingual text of the content, with the path that leads to it. */
function texts(value: unknown, path: string): { path: string; text: Bilingual }[] {
  if (isBilingual(value)) return [{ path, text: value }];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, place) => texts(item, `${path}[${place}]`));
  if (isRecord(value))
    return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}.${key}`));
  return [];
}

const duplicates = (list: string[]): string[] =>
  list.filter((item, place) => list.indexOf(item) !== place);
const placeholders = (message: string): string[] => [
  ...new Set([...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')),
];

describe('texts', () => {
  const all = texts({ ...content }, 'content');

  it('has every text in both languages', () => {
    expect(all.length).toBeGreaterThan(400);
    const wrong = all.filter(
      ({ text }) => !/[\u0621-\u064A]/.test(text.ar) || text.en.trim() === '',
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('leaves no Arabic letters in the English', () => {
    expect(
      all.filter(({ text }) => /[\u0621-\u064A]/.test(text.en)).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('slugs', () => {
  it.each([
    ['services', services],
    ['branches', branches],
    ['topics', topics],
    ['faqs', faqs],
    ['documents', documents],
    ['channels', channels],
  ])('are unique and plain: %s', (_name, list) => {
    const slugs = list.map(({ slug }: { slug: string }) => slug);
    expect(duplicates(slugs)).toEqual([]);
    expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
  });
});

describe('the policy behind the content', () => {
  it('has the eight channels C1 to C8', () => {
    expect(channels.map(({ clause }) => clause)).toEqual([
      'C1',
      'C2',
      'C3',
      'C4',
      'C5',
      'C6',
      'C7',
      'C8',
    ]);
  });

  it('has the three tools T1 to T3', () => {
    expect(documents.flatMap(({ tool }) => tool ?? []).sort()).toEqual(['T1', 'T2', 'T3']);
  });

  it('says in the declaration what S4 and S5 ask for', () => {
    expect(declaration.text.ar).toContain('مسؤول مسؤولية مباشرة');
    expect(declaration.text.ar).toContain('مدة لا تقل عن أسبوعين');
  });

  it('corrects at least six misconceptions, in known topics', () => {
    expect(faqs.length).toBeGreaterThanOrEqual(24);
    expect(faqs.filter(({ isMisconception }) => isMisconception).length).toBeGreaterThanOrEqual(6);
    const known = topics.map(({ slug }) => slug);
    expect(faqs.filter(({ topic }) => !known.includes(topic))).toEqual([]);
  });
});

describe('services', () => {
  it('begin with the one of the demo journey', () => {
    expect(services[0]).toMatchObject({
      slug: 'family-support',
      needsStudy: true,
      needsCommittee: true,
      needsEnrolment: true,
    });
    expect(services[0]?.fields).toHaveLength(6);
  });

  it('cover the three ways of deciding', () => {
    const count = (test: (service: (typeof services)[number]) => boolean) =>
      services.filter(test).length;
    expect(services.length).toBeGreaterThanOrEqual(7);
    expect(
      count((s) => s.needsStudy && s.needsCommittee && s.needsEnrolment),
    ).toBeGreaterThanOrEqual(2);
    expect(count((s) => s.needsCommittee && !s.needsStudy)).toBeGreaterThanOrEqual(1);
    expect(count((s) => !s.needsCommittee)).toBeGreaterThanOrEqual(1);
  });

  it('never ask for a copy of an identity document', () => {
    const keys = services.flatMap(({ documents: papers }) => papers.map(({ key }) => key));
    expect(keys.filter((key) => /identity|passport|iqama|\bid\b|_id\b/.test(key))).toEqual([]);
  });

  describe.each(services)('$slug', ({ fields, documents: papers }) => {
    it('has four to eight questions with plain unique keys', () => {
      const keys = [...fields, ...papers].map(({ key }) => key);
      expect(fields.length).toBeGreaterThanOrEqual(4);
      expect(fields.length).toBeLessThanOrEqual(8);
      expect(duplicates(keys)).toEqual([]);
      expect(keys.filter((key) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
    });

    it('gives options to choices only', () => {
      for (const { type, options } of fields) {
        expect(options !== undefined).toBe(type === 'choice');
        expect(duplicates((options ?? []).map(({ value }) => value))).toEqual([]);
      }
    });

    it('shows a question only by an earlier one, on a value that one can have', () => {
      fields.forEach(({ showIf }, place) => {
        if (!showIf) return;
        const earlier = fields.slice(0, place).find(({ key }) => key === showIf.field);
        const values =
          earlier?.type === 'yes_no' ? ['yes', 'no'] : earlier?.options?.map(({ value }) => value);
        expect(values).toContain(showIf.equals);
      });
    });
  });
});

describe('templates', () => {
  const names = templates.map(({ key, channel }) => `${key}/${channel}`);

  it('has each message as an e-mail and as a text message', () => {
    expect(duplicates(names)).toEqual([]);
    expect(templates).toHaveLength(2 * templateKeys.length);
  });

  it.each(templates)('$key/$channel uses exactly its variables', ({ subject, body, variables }) => {
    for (const language of ['ar', 'en'] as const) {
      expect(placeholders(body[language]).sort()).toEqual([...variables].sort());
      expect(variables).toEqual(expect.arrayContaining(placeholders(subject[language])));
    }
  });

  it.each(templates.filter(({ channel }) => channel === 'sms'))(
    '$key fits three segments of 67 characters',
    ({ body }) => {
      const long: Record<string, string> = {
        reference: '\u20667K3F-9Q2M-4TXC\u2069',
        other: '\u20667K3F-9Q2M-4TXD\u2069',
        first: '\u20667K3F-9Q2M-4TXD\u2069',
        earliest: '\u20662026-12-30\u2069',
        latest: '\u20662026-12-30\u2069',
        meeting: 'زيارتنا لك في بيتك',
        date: '\u206830 ديسمبر 2026\u2069',
        time: '\u206810:30 صباحًا\u2069',
        items: '\u2068رخصة الإقامة التي آخر أرقامها 008\u2069',
        dueBy: '\u20662026-12-30\u2069',
        contact: '\u2066+966500000100\u2069',
        code: '\u2066482913\u2069',
        minutes: '\u206610\u2069',
        link: `https://alkitab.example/#${'x'.repeat(53)}`,
      };
      for (const language of ['ar', 'en'] as const) {
        const filled = body[language].replace(/\{(\w+)\}/g, (_, key: string) => long[key] ?? '?');
        expect(filled).not.toContain('?');
        expect(filled.length).toBeLessThanOrEqual(3 * 67);
      }
    },
  );

  it('tells a rejected applicant why, what can be done, how to appeal and whom to talk to', () => {
    const rejection = templates.find((t) => t.key === 'reply_rejected' && t.channel === 'email');
    expect(rejection?.variables).toEqual(
      expect.arrayContaining(['reason', 'nextSteps', 'appealUntil', 'link', 'contact']),
    );
  });
});

describe('the survey', () => {
  it('asks the seven items, the whole, the recommendation and for a comment', () => {
    expect(survey.questions.map(({ key }) => key).sort()).toEqual(Object.keys(survey.items).sort());
    expect(survey.questions.map(({ type }) => type).filter((type) => type === 'nps')).toHaveLength(
      1,
    );
    expect(survey.scale.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1]);
  });
});

describe('staff', () => {
  it('has an account for each role, a committee of five, a panel that shares none of them, and delegates of known branches', () => {
    const roles = staff.map(({ role }) => role);
    expect(new Set(roles).size).toBe(10);
    expect(roles.filter((role) => role === 'committee_member')).toHaveLength(8);
    expect(roles.filter((role) => role === 'relations_officer')).toHaveLength(2);
    expect(committee.seats.map(({ seat }) => seat)).toEqual([
      'chair',
      'deputy',
      'secretary',
      'member',
      'member',
    ]);
    const deciding = new Set(committee.seats.map(({ email }) => email));
    expect(panel.seats.filter(({ email }) => deciding.has(email))).toEqual([]);
    const known = branches.map(({ slug }) => slug);
    for (const { role, branch } of staff) if (role === 'delegate') expect(known).toContain(branch);
    expect(duplicates(staff.map(({ email }) => email))).toEqual([]);
  });
});

describe('people', () => {
  const people = demoPeople(500, 7);

  it('are the same for the same seed, and others for another', () => {
    expect(demoPeople(500, 7)).toEqual(people);
    expect(demoPeople(500, 8)).not.toEqual(people);
  });

  it('have valid, unique numbers', () => {
    const checksum = (id: string) =>
      [...id].reduce((sum, digit, place) => {
        const value = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
        return sum + (value > 9 ? value - 9 : value);
      }, 0) % 10;
    for (const { idNumber, mobile, idType } of people) {
      expect(idNumber).toMatch(idType === 'national_id' ? /^1\d{9}$/ : /^2\d{9}$/);
      expect(checksum(idNumber)).toBe(0);
      expect(mobile).toMatch(/^\+9665000\d{5}$/);
    }
    expect(duplicates(people.map(({ idNumber }) => idNumber))).toEqual([]);
    expect(duplicates(people.map(({ mobile }) => mobile))).toEqual([]);
  });

  it('have an e-mail in about a third of cases, and a known branch', () => {
    const withEmail = people.filter(({ email }) => email !== undefined).length;
    expect(withEmail / people.length).toBeGreaterThan(0.25);
    expect(withEmail / people.length).toBeLessThan(0.43);
    const known = branches.map(({ slug }) => slug);
    expect(people.filter(({ branch }) => !known.includes(branch))).toEqual([]);
  });

  it('refuse a count that the serial cannot hold', () => {
    expect(() => demoPeople(100_000, 1)).toThrow(RangeError);
  });
});

describe('stories', () => {
  const asked = demoRequestStories.filter(
    (story): story is AssistanceStory => story.kind === 'assistance',
  );

  /** A reason why the answer does not fit its field, or undefined. */
  function misfit(field: Field, answer: AssistanceStory['answers'][string] | undefined) {
    if (answer === undefined) return field.required ? 'missing' : undefined;
    const { type, min = -Infinity, max = Infinity, maxLength = Infinity, options } = field;
    if (type === 'number' || type === 'money')
      return typeof answer === 'number' && answer >= min && answer <= max ? undefined : 'number';
    if (type === 'date') return typeof answer === 'object' ? undefined : 'date';
    if (typeof answer !== 'string' || answer.length > maxLength) return 'text';
    if (type === 'choice')
      return options?.some(({ value }) => value === answer) ? undefined : 'choice';
    if (type === 'yes_no') return ['yes', 'no'].includes(answer) ? undefined : 'yes_no';
    if (type === 'iban') return parseIban(answer).ok ? undefined : 'iban';
    return undefined;
  }

  it('are at least 24, of every kind, and touch every service', () => {
    expect(demoRequestStories.length).toBeGreaterThanOrEqual(24);
    expect(duplicates(demoRequestStories.map(({ key }) => key))).toEqual([]);
    expect(new Set(demoRequestStories.map(({ kind }) => kind)).size).toBe(6);
    expect(new Set(asked.map(({ service }) => service))).toEqual(
      new Set(services.map(({ slug }) => slug)),
    );
  });

  it.each(asked)('$key answers its form', (story) => {
    const service = services.find(({ slug }) => slug === story.service);
    const fields = service?.fields ?? [];
    const shown = fields.filter(
      ({ showIf }) => !showIf || story.answers[showIf.field] === showIf.equals,
    );
    expect(fields.length).toBeGreaterThan(0);
    const unknown = Object.keys(story.answers).filter(
      (key) => !shown.some((field) => field.key === key),
    );
    expect(unknown).toEqual([]);
    const misfits = shown.filter((field) => misfit(field, story.answers[field.key]) !== undefined);
    expect(misfits.map(({ key }) => key)).toEqual([]);
    expect(story.study !== undefined).toBe(service?.needsStudy);
    expect(story.decision !== undefined).toBe(service?.needsCommittee);
  });
});
