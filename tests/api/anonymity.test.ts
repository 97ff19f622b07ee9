/** Who answered what is known to nobody, whoever has the database; and what people write is read by one person first. */
import type { CommentList, CommentRow } from '../../src/plugins/beneficiary-crm/contracts/comments';
import type { ContactWish } from '../../src/plugins/beneficiary-crm/contracts/contact';
import { dump, holding, pairings, writtenBy } from '../support/attack';
import type { Held } from '../support/attack';
import { bootCrm } from '../support/crm';
import type { TestCrm } from '../support/crm';
import { idempotent, issuesOf } from '../support/http';
import { bodies, expectStatus, scenario } from '../support/scenario';

let t: TestCrm;

/** Somebody who was invited, and what they answered: no two the same, so that an answer tells whose it is. */
interface Person {
  invitation: string;
  token: string;
  answers: { overall: number; speed: number; clarity: number; comment: string };
}
const people: Person[] = [];
const kinds = ['inquiry', 'suggestion'] as const;
const inACrowd = 9;
const hour = 3_600_000;

const pool = () => t.crm.db('crm_answer_pool').first<{ sealed: string | null }>('sealed');
const release = () =>
  t.crm.rooms.find(({ name }) => name === 'satisfaction')?.jobs?.release_answers?.(t.crm, {});
/** An answer as its grades and as its comment: both are known again. */
const invitationOf = new Map<string, string>();
const gradesKey = (answers: Readonly<Record<string, unknown>>) =>
  [answers.overall, answers.speed, answers.clarity].join();

/** lengths of the sealed pool, as somebody who looks after each answer sees them */
const lengths = new Set<number | undefined>();

beforeAll(async () => {
  t = await bootCrm();
  const s = scenario(t);
  for (const kind of kinds) {
    for (let nth = 0; nth < inACrowd; nth += 1) {
      const one = await s.submitted(kind);
      await one.do('relations_officer', 'start');
      await one.do('relations_officer', 'answer', bodies.answer);
    }
  }
  await t.drain();
  const { rows } = (await t.crm.db.raw(
    `select i.id, m.id as message, m.body_sealed from crm_invitations i join crm_messages m on m.id = i.message_id`,
  )) as { rows: { id: string; message: string; body_sealed: string }[] };
  expect(rows).toHaveLength(kinds.length * inACrowd);
  rows.forEach(({ id, message, body_sealed }, nth) => {
    const place = { table: 'crm_messages', field: 'body', id: message };
    const token = /#t=([\w-]+)/.exec(t.crm.vault.open(place, body_sealed))?.[1] ?? '';
    const answers = {
      overall: 1 + (nth % 5),
      speed: 1 + (Math.floor(nth / 5) % 5),
      clarity: 1 + Math.floor(nth / 25),
      comment: `رأي ${'ر'.repeat(1 + nth * 40)}`,
    };
    people.push({ invitation: id, token, answers });
    invitationOf.set(gradesKey(answers), id);
    invitationOf.set(answers.comment, id);
  });
  // In an order that has nothing to do with that of the invitations, over two weeks.
  const order = [...people.keys()].sort((a, b) => ((a * 7) % 19) - ((b * 7) % 19));
  // Some at the same moment: none may be lost over another.
  while (order.length > 0) {
    t.setNow(new Date(t.crm.now().getTime() + 48 * hour));
    const replies = await Promise.all(
      order.splice(0, 4).map((nth) => {
        const { token, answers } = people[nth] as Person;
        return t.visitor.post('/evaluations', { token, answers });
      }),
    );
    for (const reply of replies) expectStatus(reply, 201);
    lengths.add((await pool()).sealed?.length);
  }
}, 180_000);
afterAll(() => t?.stop());

const ofInvitation = `concat_ws('|', survey_slug, survey_version,
  (select concat_ws('|', r.service_slug, r.channel, r.branch, r.kind) from crm_requests r where r.id = request_id), outcome)`;
const ofResponse = `concat_ws('|', survey_slug, survey_version, service_slug, channel, branch, kind, outcome)`;

describe('an attacker with the whole database', () => {
  const rounds = 20;
  const totals = new Map<string, number>();
  let responses: Held[] = [];
  let comments: Held[] = [];

  const opened = ({ id, text_sealed }: Held) =>
    t.crm.vault.open({ table: 'crm_comments', field: 'text', id }, String(text_sealed));

  it('sees in the pool one text that is as long after every answer', async () => {
    expect([...lengths]).toHaveLength(1);
    expect(await t.crm.db('crm_responses')).toEqual([]);
    expect(
      await holding(
        t.crm.db,
        people.map(({ answers }) => answers.comment),
      ),
    ).toEqual([]);
  });

  it('pairs no more answers with invitations than chance does', async () => {
    t.setNow(new Date('2026-11-16T09:00:00Z'));
    const { sealed } = await pool();
    for (let round = 0; round < rounds; round += 1) {
      // The same answers leave again and again, so that luck is told from skill.
      for (const table of ['crm_responses', 'crm_comments']) await t.crm.db(table).delete();
      await t.crm.db('crm_answer_pool').update({ sealed });
      await release();
      const { db } = t.crm;
      const invitations = await dump(db, 'crm_invitations t', ofInvitation);
      responses = await dump(db, 'crm_responses t', ofResponse);
      comments = await dump(db, 'crm_comments t', `'all'`);
      const guesses = [
        ...pairings(responses, invitations, ({ answers }) =>
          String(invitationOf.get(gradesKey(answers as object as Record<string, unknown>))),
        ),
        ...pairings(
          comments,
          invitations.map((row) => ({ ...row, crowd: 'all' })),
          (comment) => String(invitationOf.get(opened(comment))),
        ).map(({ strategy, right }) => ({ strategy: `comments: ${strategy}`, right })),
      ];
      for (const { strategy, right } of guesses)
        totals.set(strategy, (totals.get(strategy) ?? 0) + right);
    }
    expect([responses.length, comments.length]).toEqual([people.length, people.length]);
    expect(new Set(responses.map(({ crowd }) => crowd)).size).toBe(kinds.length);
    expect(totals.size).toBeGreaterThan(50);
    // Whoever draws lots finds one in each crowd and round; more than six standard deviations above is no luck.
    const lots = rounds * kinds.length;
    const luck = lots + 6 * Math.sqrt(lots);
    expect([...totals].filter(([, right]) => right > luck)).toEqual([]);
  });

  it('pairs nearly all where answers are stored as they come', async () => {
    const { db } = t.crm;
    await db.raw(`create table naive_invitations as select * from crm_invitations order by random();
      create table naive_responses as select * from crm_responses with no data`);
    for (const { invitation, answers } of [...people].reverse()) {
      await db.transaction(async (trx) => {
        await trx('naive_invitations').where({ id: invitation }).update({ used: true });
        await trx.raw(
          `insert into naive_responses select * from crm_responses where answers ->> 'overall' = ? and answers ->> 'speed' = ?
             and answers ->> 'clarity' = ? limit 1`,
          [answers.overall, answers.speed, answers.clarity].map(String),
        );
      });
    }
    const guesses = pairings(
      await dump(db, 'naive_responses t', ofResponse),
      await dump(db, 'naive_invitations t', ofInvitation),
      ({ answers }) =>
        String(invitationOf.get(gradesKey(answers as object as Record<string, unknown>))),
    );
    const best = Math.max(...guesses.map(({ right }) => right));
    expect(best).toBe(people.length);
    await db.raw('drop table naive_invitations; drop table naive_responses');
  });

  it('finds nothing that was written together with an answer and leads to a person', async () => {
    const { db } = t.crm;
    const ofRelease = [...new Set([...responses, ...comments].map(({ xmin }) => xmin))];
    expect(ofRelease).toHaveLength(1);
    const about = /\.crm_(requests|invitations|messages|idempotency|limits|files|contact)/;
    expect((await writtenBy(db, ofRelease)).filter((name) => about.test(name))).toEqual([]);
    const spent = (await dump(db, 'crm_invitations t', `''`)).map(({ xmin }) => xmin);
    expect(new Set(spent).size).toBe(people.length);
    const together = await writtenBy(db, spent);
    expect(together).toContain('public.crm_events');
    expect(together.filter((name) => /responses|comments|counts/.test(name))).toEqual([]);
  });

  it('finds the id of an answer nowhere else, nor one of its words', async () => {
    const ids = [...responses, ...comments].map(({ id }) => id);
    expect(await holding(t.crm.db, ids)).toEqual(['public.crm_comments', 'public.crm_responses']);
    expect(
      await holding(
        t.crm.db,
        people.map(({ answers }) => answers.comment),
      ),
    ).toEqual([]);
    const said = t.log.join('\n');
    for (const { invitation, answers } of people)
      for (const word of [invitation, answers.comment]) expect(said).not.toContain(word);
  });

  it('learns of the time no more than the week in which all of them left', () => {
    const weeks = responses.map(({ week }) => String(week));
    expect(new Set(weeks)).toEqual(new Set(['2026-11-08']));
  });
});

describe('a comment', () => {
  const list = async (state = 'waiting') =>
    expectStatus(
      await (
        await t.loginAs('quality_officer')
      ).get<CommentList>(`/satisfaction/comments?state=${state}&pageSize=100`),
      200,
    );
  const settle = async (id: string, how: 'release' | 'refuse', text?: string) =>
    (await t.loginAs('quality_officer')).post<CommentRow>(
      `/satisfaction/comments/${id}/${how}`,
      text === undefined ? {} : { text },
    );
  const row = (id: string) => t.crm.db('crm_comments').where({ id }).first();

  it('is read by the quality officer before anyone else', async () => {
    const { rows, total } = await list();
    expect([rows.length, total]).toEqual([people.length, people.length]);
    expect(rows.filter(({ low }) => low).length).toBe(
      people.filter(({ answers }) => answers.overall <= 2).length,
    );
    for (const who of ['relations_officer', 'executive_director', 'delegate'] as const)
      expect((await (await t.loginAs(who)).get('/satisfaction/comments')).status).toBe(403);
  });

  it('shows where a name or a number may stand, and is not released with the number', async () => {
    const [first] = (await list()).rows;
    const id = first?.id ?? '';
    const officer = await t.crm
      .db('admin_users')
      .where({ email: (await t.loginAs('relations_officer')).email })
      .first<{ firstname: string }>('firstname');
    const text = `شكرًا ${officer.firstname} على جوالي 0551234567`;
    const place = { table: 'crm_comments', field: 'text', id };
    await t.crm
      .db('crm_comments')
      .where({ id })
      .update({ text_sealed: t.crm.vault.seal(place, text) });
    const marks = (await list()).rows.find((one) => one.id === id)?.marks ?? [];
    expect(marks).toContain('0551234567');
    expect(marks.some((mark) => officer.firstname.includes(mark))).toBe(true);

    expect(issuesOf(await settle(id, 'release', text))).toEqual(['text: number_in_comment']);
    const released = expectStatus(await settle(id, 'release', 'شكرًا للموظف'), 200);
    expect(released).toMatchObject({ state: 'released', text: 'شكرًا للموظف', marks: [] });
    expect(t.crm.vault.open(place, (await row(id)).text_sealed)).toBe('شكرًا للموظف');
    expect((await list('released')).rows.map((one) => one.id)).toEqual([id]);
    const [event] = await t.crm.db('crm_events').where({ type: 'comment.released' });
    expect([event.subject_id, event.data]).toEqual([id, {}]);
  });

  it('is settled once, also when two settle it at the same moment', async () => {
    const [first] = (await list()).rows;
    const id = first?.id ?? '';
    const replies = await Promise.all([
      settle(id, 'release', 'نص'),
      settle(id, 'refuse'),
      settle(id, 'refuse'),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(replies.find(({ status }) => status === 409)?.error.details.code).toBe(
      'error.comment_settled',
    );
  });

  it('that is refused is destroyed', async () => {
    const [first] = (await list()).rows;
    const id = first?.id ?? '';
    expectStatus(await settle(id, 'refuse'), 200);
    expect(await row(id)).toMatchObject({ state: 'refused', text_sealed: null });
    expect((await settle('00000000-0000-4000-8000-000000000000', 'refuse')).status).toBe(404);
    expect((await settle('x', 'refuse')).status).toBe(404);
  });
});

describe('who wishes to be contacted', () => {
  const wish = { name: 'نورة', phone: '٠٥٥٧٦٥٤٣٢١', message: 'أود الحديث عن الخدمة' };
  const wishes = async (who: 'relations_officer' | 'delegate' = 'relations_officer') =>
    expectStatus(await (await t.loginAs(who)).get<ContactWish[]>('/contact-wishes'), 200);

  it('is known to the reception by what they said, once for a second click, and to nobody by an answer', async () => {
    const headers = idempotent();
    for (let click = 0; click < 2; click += 1)
      expectStatus(await t.visitor.post('/evaluations/contact', wish, headers), 201);
    const [first, ...others] = await wishes();
    expect(first).toMatchObject({ name: 'نورة', phone: '+966557654321', message: wish.message });
    expect(others).toEqual([]);
    expect(await wishes('delegate')).toEqual([]);
    expect((await (await t.loginAs('quality_officer')).get('/contact-wishes')).status).toBe(403);
    expect(await holding(t.crm.db, ['557654321', wish.message])).toEqual([]);
    const [stored] = await t.crm.db('crm_contact_wishes');
    expect(Object.keys(stored).sort()).toEqual(['id', 'sealed', 'wished_at']);
  });

  it('may keep the name, and not the number', async () => {
    const { phone, message } = wish;
    expect(
      issuesOf(
        await t.visitor.post('/evaluations/contact', { phone: '12', message }, idempotent()),
      ),
    ).toEqual(['phone: phone']);
    expect(
      issuesOf(await t.visitor.post('/evaluations/contact', { message }, idempotent())),
    ).toEqual(['phone: required']);
    expect(
      issuesOf(
        await t.visitor.post(
          '/evaluations/contact',
          { phone, message, token: people[0]?.token },
          idempotent(),
        ),
      ),
    ).toEqual(['token: unknown']);
  });

  it('is contacted once; what was said is kept, and the wish is gone', async () => {
    const officer = await t.loginAs('relations_officer');
    const [first] = await wishes();
    const path = `/contact-wishes/${first?.id ?? ''}/done`;
    const done = { note: 'تحدثنا عن الخدمة ووعدناها بالمتابعة' };
    expect((await (await t.loginAs('delegate')).post(path, done)).status).toBe(404);
    const replies = await Promise.all([officer.post(path, done), officer.post(path, done)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await wishes()).toEqual([]);
    const talks = await t.crm.db('crm_interactions').where({ direction: 'outgoing' });
    expect(talks).toMatchObject([{ name: 'نورة', phone: '+966557654321', reason: 'follow_up' }]);
  });
});
