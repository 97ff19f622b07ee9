/** What applicants are told, through a real mail server: each word at its event, once, and to nobody else. */
import type { MessageDetail, MessageList } from '../../src/plugins/beneficiary-crm/contracts/admin';
import { openFile } from '../../src/plugins/beneficiary-crm/server/src/registry';
import { bootCrm } from '../support/crm';
import type { TestCrm, Who } from '../support/crm';
import { idempotent } from '../support/http';
import { bodies, expectStatus, scenario, services } from '../support/scenario';
import type { Case } from '../support/scenario';
import { startSmtp } from '../support/smtp';
import type { Mail, TestSmtp } from '../support/smtp';

let smtp: TestSmtp;
let t: TestCrm;
let s: ReturnType<typeof scenario>;

beforeAll(async () => {
  smtp = await startSmtp();
  t = await bootCrm({ SMTP_URL: smtp.url, MAIL_FROM: 'association@example.org' });
  s = scenario(t);
}, 180_000);
afterAll(async () => {
  await t?.stop();
  await smtp?.stop();
});

const addressOf = (one: Case) => String(one.sent?.applicant.email);
const mailsOf = async (one: Case): Promise<Mail[]> => {
  await t.drain();
  return smtp.to(addressOf(one));
};
const templatesOf = async (one: Case): Promise<string[]> => {
  await t.drain();
  return t.crm
    .db('crm_messages')
    .where({ request_id: one.id })
    .orderBy('event_seq')
    .pluck('template');
};
const messageOf = (one: Case) =>
  t.crm
    .db('crm_messages')
    .where({ request_id: one.id })
    .first<{ id: string; status: string; error_code: string | null }>();
const failures = (one: Case) =>
  t.crm.db('crm_events').where({ request_id: one.id, type: 'message.failed' });

/** Jobs that wait for another attempt are due now. */
async function retry(): Promise<void> {
  await t.crm.db.raw(
    `update graphile_worker._private_jobs set run_at = now() - interval '1 second'`,
  );
  await t.crm.jobs.drain(t.crm);
}

describe('each event has its message', () => {
  it('the whole way of a request for assistance', async () => {
    const one = await s.checking(services.everything);
    await one.do('relations_officer', 'ask_applicant', {
      note: 'صورة واضحة من فضلك',
      items: [{ kind: 'document', key: 'lease' }],
    });
    const { upload } = expectStatus(await s.upload(), 201);
    const documents = [{ key: 'lease', upload }];
    expectStatus(await t.visitor.post('/requests/respond', { ...one.credentials, documents }), 200);
    await one.do('relations_officer', 'refer_to_research', bodies.refer_to_research);
    await one.do('researcher', 'write_study', bodies.write_study);
    await one.do('researcher', 'answer_research', bodies.answer_research);
    await one.checkEverything();
    await one.do('relations_officer', 'refer_to_committee');
    await s.replied('accepted', one);
    await one.do('relations_officer', 'enrol', bodies.enrol);
    await one.startDelivery();
    await one.do('delivery_officer', 'record_delivery', bodies.record_delivery);
    await one.do('delivery_officer', 'complete');
    expect(await templatesOf(one)).toEqual([
      'received',
      // What is owed is told while it is owed; answered within the same moment it is told no more.
      'referred_to_committee',
      'reply_accepted',
      'enrolled',
      'delivered',
      'evaluation_invitation',
    ]);
  });

  it.each([
    [
      'asked_for_more',
      async () => {
        const one = await s.checking();
        await one.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
        return one;
      },
    ],
    ['reply_rejected', async () => (await s.replied('rejected')).request],
    ['reply_deferred', async () => (await s.replied('deferred')).request],
    [
      'withdrawn',
      async () => {
        const one = await s.submitted('inquiry');
        expectStatus(await t.visitor.post('/requests/withdraw', one.credentials), 200);
        return one;
      },
    ],
    [
      'expired',
      async () => {
        const one = await s.checking();
        await one.do('relations_officer', 'ask_applicant', bodies.ask_applicant);
        await one.reminded();
        await t.advance(31);
        return one;
      },
    ],
    [
      'closed_answered',
      async () => {
        const one = await s.submitted('inquiry');
        await one.do('relations_officer', 'start');
        await one.do('relations_officer', 'answer', bodies.answer);
        return one;
      },
    ],
    [
      'closed_answered',
      async () => {
        const one = await s.submitted('volunteering');
        await one.do('relations_officer', 'start_screening');
        await one.do('relations_officer', 'decline_volunteer', bodies.decline_volunteer);
        return one;
      },
    ],
    ['received_for_answer', () => s.submitted('suggestion')],
    ['received_for_answer', () => s.submitted('assistance', services.direct)],
  ] as const)('%s', async (template, journey) => {
    const one = await journey();
    expect(await templatesOf(one)).toContain(template);
    const mails = await mailsOf(one);
    expect(mails.length).toBe((await templatesOf(one)).length);
    for (const { subject, text } of mails)
      expect(`${subject} ${text}`).not.toMatch(/[{}]|undefined|null|NaN/);
  });
});

describe('a message', () => {
  it('says reference and both dates, in the language of the request, and never the code', async () => {
    const arabic = await s.submitted();
    const english = await s.submitted('assistance', services.committee, {}, 'en');
    const [inArabic] = await mailsOf(arabic);
    const [inEnglish] = await mailsOf(english);
    expect(inArabic).toMatchObject({ from: 'association@example.org', to: addressOf(arabic) });
    expect(inArabic?.headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'content-language': 'ar',
    });
    expect(inArabic?.html).toMatch(/<html lang="ar" dir="rtl">/);
    expect(inEnglish?.html).toMatch(/<html lang="en" dir="ltr">/);
    for (const date of Object.values(english.receipt.promise)) {
      const options = {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'Asia/Riyadh',
      } as const;
      expect(inEnglish?.text).toContain(new Date(date).toLocaleDateString('en-GB', options));
    }
    for (const [one, mail] of [
      [arabic, inArabic],
      [english, inEnglish],
    ] as const) {
      expect(mail?.subject).toContain(one.receipt.reference);
      expect(mail?.text).toContain(one.receipt.reference);
      const code = one.receipt.accessCode;
      expect(`${mail?.text}${mail?.html}${mail?.subject}`).not.toMatch(
        new RegExp(`${code}|${code.replaceAll('-', '')}`),
      );
    }
  });

  it('of a reply has the letter with it, and the others have nothing', async () => {
    const { request } = await s.replied('rejected');
    const mails = await mailsOf(request);
    const papers = mails.flatMap(({ attachments }) => attachments);
    expect(papers.map(({ name, type }) => [name, type])).toEqual([
      [`letter-${request.receipt.reference}.pdf`, 'application/pdf'],
    ]);
    expect(papers[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is not sent before its time: a held reply is told to nobody', async () => {
    const { request } = await s.decided('rejected');
    expect(await templatesOf(request)).toEqual(['received', 'referred_to_committee']);
    await t.advance(15);
    // Of one event, the reply and the invitation: in no order.
    expect((await templatesOf(request)).slice(2).sort()).toEqual([
      'evaluation_invitation',
      'reply_rejected',
    ]);
  });

  it('is sent once, however often its event is followed', async () => {
    const one = await s.submitted('inquiry');
    await mailsOf(one);
    const { seq } = await t.crm
      .db('crm_events')
      .where({ request_id: one.id })
      .orderBy('seq')
      .first<{ seq: string }>('seq');
    await t.crm.transaction(async ({ enqueue }) => {
      for (let time = 0; time < 3; time += 1) enqueue('follow_event', { seq: Number(seq) });
    });
    const message = await messageOf(one);
    await t.crm.transaction(async ({ enqueue }) =>
      enqueue('send_message', { message: message.id }),
    );
    expect(await mailsOf(one)).toHaveLength(1);
  });

  it('of what was refused is never written', async () => {
    const one = await s.submitted('inquiry');
    const before = (await mailsOf(one)).length;
    expect((await one.try('relations_officer', 'answer', bodies.answer)).status).toBe(409);
    expect(await mailsOf(one)).toHaveLength(before);
  });

  it('to who has no address is kept for a person to hand over', async () => {
    const one = await s.submitted('inquiry', undefined, { applicant: { email: undefined } });
    await t.drain();
    expect(await messageOf(one)).toMatchObject({
      transport: 'sms',
      status: 'kept',
      to_masked: expect.stringMatching(/^\*+\d{3}$/),
    });
  });
});

describe('a mail server', () => {
  it('that does not know the address: the failure is on record, and counted', async () => {
    smtp.fates.set('nobody@example.com', 'refused');
    const one = await s.submitted('inquiry', undefined, {
      applicant: { email: 'nobody@example.com' },
    });
    await t.drain();
    expect(await messageOf(one)).toMatchObject({
      status: 'permanent_failure',
      error_code: 'smtp_550',
    });
    expect(await failures(one)).toHaveLength(1);
    const home = await (
      await t.loginAs('relations_officer')
    ).get<{ failedMessages: number }>('/home');
    expect(home.data.failedMessages).toBeGreaterThan(0);
    await retry();
    expect(await failures(one)).toHaveLength(1);
    expect(t.log.join('\n')).not.toContain('nobody@');
  });

  it('whose mailbox is full is asked again, and the mail arrives once', async () => {
    smtp.fates.set('full@example.com', 'full');
    const one = await s.submitted('inquiry', undefined, {
      applicant: { email: 'full@example.com' },
    });
    await t.drain();
    expect(await messageOf(one)).toMatchObject({
      status: 'temporary_failure',
      error_code: 'smtp_452',
    });
    smtp.fates.delete('full@example.com');
    await retry();
    await retry();
    expect(await messageOf(one)).toMatchObject({ status: 'sent', attempts: 2 });
    expect(smtp.to('full@example.com')).toHaveLength(1);
  });

  it('whose line is cut in the middle: nobody knows, so it is not sent again blindly', async () => {
    smtp.fates.set('cut@example.com', 'cut off');
    const one = await s.submitted('inquiry', undefined, {
      applicant: { email: 'cut@example.com' },
    });
    await t.drain();
    expect(await messageOf(one)).toMatchObject({ status: 'unknown' });
    smtp.fates.delete('cut@example.com');
    await retry();
    expect(smtp.to('cut@example.com')).toEqual([]);
    expect(await failures(one)).toHaveLength(1);
  });
});

describe('the outbox', () => {
  it('is listed with masked addresses and without words', async () => {
    const officer = await t.loginAs('relations_officer');
    const reply = await officer.get<MessageList>('/messages?pageSize=100');
    const { rows, transportConfigured } = expectStatus(reply, 200);
    expect(transportConfigured).toBe(true);
    expect(rows.length).toBeGreaterThan(10);
    expect(reply.text).not.toMatch(/applicant\d+@|السلام عليكم/);
    for (const { to } of rows) expect(to).toMatch(/^.\*\*\*@example\.com$|^\*+\d{3}$/);
  });

  it('shows invitations to evaluate to those who hand them over, and to no officer', async () => {
    const inquiry = await s.submitted('inquiry');
    await inquiry.do('relations_officer', 'start');
    await inquiry.do('relations_officer', 'answer', bodies.answer);
    await t.drain();
    const seen = async (who: 'relations_officer' | 'quality_officer') =>
      expectStatus(
        await (await t.loginAs(who)).get<MessageList>('/messages?pageSize=100'),
        200,
      ).rows.map(({ template }) => template);
    expect(await seen('quality_officer')).toContain('evaluation_invitation');
    expect(await seen('relations_officer')).not.toContain('evaluation_invitation');
  });

  it('is opened by who hands messages over, and on record; not by the officers of the case', async () => {
    const kept = await t.crm
      .db('crm_messages')
      .where({ status: 'kept' })
      .first<{ id: string; request_id: string }>();
    expect((await (await t.loginAs('relations_officer')).get(`/messages/${kept.id}`)).status).toBe(
      403,
    );
    const quality = await t.loginAs('quality_officer');
    const { to, body } = expectStatus(
      await quality.get<MessageDetail>(`/messages/${kept.id}`),
      200,
    );
    expect(to).toMatch(/^\+9665\d{8}$/);
    expect(body.length).toBeGreaterThan(20);
    const [event] = await t.crm
      .db('crm_events')
      .where({ type: 'message.handed_over', subject_id: kept.id });
    expect(event).toMatchObject({ actor_id: String(quality.id), request_id: kept.request_id });
    const sent = await t.crm
      .db('crm_messages')
      .where({ status: 'sent' })
      .first<{ id: string }>('id');
    expect((await quality.get(`/messages/${sent.id}`)).status).toBe(404);
  });

  it('keeps words and addresses sealed, and no one-time link once it is sent', async () => {
    const { request } = await s.replied('rejected');
    const [mail] = (await mailsOf(request)).filter(({ text }) => text.includes('#t='));
    const token = /#t=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(token.length).toBeGreaterThan(40);
    const row = await t.crm
      .db('crm_messages')
      .where({ request_id: request.id, template: 'evaluation_invitation' })
      .first();
    const text = t.crm.vault.open(
      { table: 'crm_messages', field: 'body', id: row.id },
      row.body_sealed,
    );
    expect(text).toContain('#t=…');
    expect(JSON.stringify(row)).not.toContain(addressOf(request));
    const log = `${t.log.join('\n')}${JSON.stringify(await t.crm.db('crm_events'))}`;
    expect(log).not.toContain(token);
  });
});

describe('a letter that a person brings', () => {
  const brought = async (one: Case, who: Who, id: string | undefined) =>
    (await t.loginAs(who)).post(`/requests/${one.id}/messages/${id}/hand-over`);

  it('is ticked off by an officer of its request, once, on record, and waits no more', async () => {
    const one = await s.submitted('inquiry', undefined, { applicant: { email: undefined } });
    await t.drain();
    const [message] = (await one.read()).messages;
    expect(message).toMatchObject({ status: 'kept', handedOverAt: null, mayHandOver: true });
    const director = (await one.read('executive_director')).messages[0];
    expect(director?.mayHandOver).toBe(false);
    expect((await brought(one, 'executive_director', message?.id)).status).toBe(403);
    const officer = await t.loginAs('relations_officer');
    const waits = async () =>
      expectStatus(
        await officer.get<MessageList>('/messages?view=waiting&pageSize=100'),
        200,
      ).rows.some(({ id }) => id === message?.id);
    expect(await waits()).toBe(true);
    for (const who of ['relations_officer', 'officer2'] as const)
      expectStatus(await brought(one, who, message?.id), 200);
    expect(await waits()).toBe(false);
    expect((await one.read()).messages[0]).toMatchObject({
      handedOverAt: t.crm.now().toISOString(),
      mayHandOver: false,
    });
    const events = await t.crm
      .db('crm_events')
      .where({ type: 'message.handed_over', subject_id: message?.id });
    expect(events).toMatchObject([{ actor_id: String(officer.id), request_id: one.id }]);
  });

  it('is none that was sent, none of another request or branch, and no invitation to evaluate', async () => {
    const [sent, other] = [await s.submitted('inquiry'), await s.submitted('inquiry')];
    await t.drain();
    const [message] = (await sent.read()).messages;
    expect(message).toMatchObject({ status: 'sent', mayHandOver: false });
    expect((await brought(sent, 'relations_officer', message?.id)).status).toBe(404);
    await t.crm.db('crm_messages').where({ id: message?.id }).update({ status: 'kept' });
    for (const [one, who] of [
      [other, 'relations_officer'],
      [sent, 'delegate'],
    ] as const)
      expect((await brought(one, who, message?.id)).status).toBe(404);
    await t.crm
      .db('crm_messages')
      .where({ id: message?.id })
      .update({ template: 'evaluation_invitation' });
    expect((await brought(sent, 'relations_officer', message?.id)).status).toBe(404);
    expect((await brought(sent, 'relations_officer', 'none')).status).toBe(404);
  });
});

describe('to who has died', () => {
  it('nothing goes by itself: it is kept for a person, who decides what of it is still to be said', async () => {
    const one = await s.submitted('inquiry');
    await t.drain();
    const before = smtp.to(addressOf(one)).length;
    const { id } = await t.crm.transaction((unit) =>
      openFile(unit, { name: 'عوض بن سعد الثقفي', contacts: [] }, { path: 'desk', staffId: null }),
    );
    await t.crm.db('crm_requests').where({ id: one.id }).update({ beneficiary_id: id });
    await t.crm
      .db('crm_beneficiaries')
      .where({ id })
      .update({ status: 'deceased', status_reason: 'شهادة وفاة' });
    await one.do('relations_officer', 'start');
    await one.do('relations_officer', 'answer', bodies.answer);
    expect(await mailsOf(one)).toHaveLength(before);
    const held = await t.crm
      .db('crm_messages')
      .where({ request_id: one.id })
      .orderBy(['event_seq', 'template'])
      .select('template', 'status');
    expect(held.slice(1)).toEqual([
      { template: 'closed_answered', status: 'kept' },
      { template: 'evaluation_invitation', status: 'kept' },
    ]);
    await retry();
    expect(smtp.to(addressOf(one))).toHaveLength(before);
    // An officer of the case sees the letter, and not that there was an invitation.
    const officer = await t.loginAs('relations_officer');
    const waiting = await officer.get<MessageList>('/messages?view=waiting&pageSize=100');
    expect(
      waiting.data.rows.filter(({ reference }) => reference === one.receipt.reference),
    ).toHaveLength(1);
  });
});

describe('a message about an appointment', () => {
  const day = 86_400_000;
  /** so many days from the machine's own today, which the jobs go by */
  const riyadh = (days: number, time: string) =>
    new Date(`${new Date(Date.now() + days * day).toISOString().slice(0, 10)}T${time}:00+03:00`);

  it('that did not get through by day is not tried again at night', async () => {
    t.setNow(riyadh(30, '12:00'));
    const email = 'sleeper@example.com';
    const one = await s.submitted('inquiry', undefined, { applicant: { email } });
    await t.crm.jobs.drain(t.crm);
    smtp.mails.splice(0);
    smtp.fates.set(email, 'full');
    const officer = await t.loginAs('relations_officer');
    const researcher = await t.loginAs('researcher');
    expectStatus(
      await officer.post(
        '/appointments',
        {
          kind: 'call',
          request: one.id,
          staff: researcher.id,
          startsAt: riyadh(34, '10:00').toISOString(),
          minutes: 15,
          outsideHours: true,
          outsideReason: 'طلب ذلك لانشغاله في دوامه',
        },
        idempotent(),
      ),
      201,
    );
    await t.crm.jobs.drain(t.crm);
    const stands = () =>
      t.crm
        .db('crm_messages')
        .where({ request_id: one.id, template: 'appointment_booked' })
        .first<{ status: string; attempts: number }>('status', 'attempts');
    expect(await stands()).toEqual({ status: 'temporary_failure', attempts: 1 });

    smtp.fates.delete(email);
    t.setNow(riyadh(30, '22:30'));
    await retry();
    expect(await stands()).toEqual({ status: 'temporary_failure', attempts: 1 });
    expect(smtp.to(email)).toEqual([]);
    const { rows } = (await t.crm.db.raw(
      `select run_at from graphile_worker.jobs where task_identifier = 'send_message'`,
    )) as { rows: { run_at: Date }[] };
    expect(rows.map(({ run_at }) => run_at.toISOString())).toEqual([
      riyadh(31, '08:00').toISOString(),
    ]);

    t.setNow(riyadh(31, '08:05'));
    await retry();
    expect(await stands()).toEqual({ status: 'sent', attempts: 2 });
    expect(smtp.to(email)).toHaveLength(1);
  });
});
