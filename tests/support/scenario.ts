import type { RequestDetail } from '../../src/plugins/beneficiary-crm/contracts/admin';
import type {
  AgendaItemDetail,
  BallotReceipt,
} from '../../src/plugins/beneficiary-crm/contracts/items';
import type { SessionDetail } from '../../src/plugins/beneficiary-crm/contracts/sessions';
import type {
  BallotChoice,
  CommitteePurpose,
  RequestAction,
  RequestKind,
  RequestStatus,
  Seat,
} from '../../src/plugins/beneficiary-crm/contracts/vocabulary';
import type {
  Answers,
  FormDefinition,
  FormField,
  SubmitBody,
  SubmitReceipt,
  TrackView,
} from '../../src/plugins/beneficiary-crm/contracts/website';
import { committeeUid } from '../../src/plugins/beneficiary-crm/server/src/committee/content-types';
import { roleCode } from '../../src/plugins/beneficiary-crm/server/src/kernel/roles';
import type { SignedIn, TestCrm, Who } from './crm';
import { clientOf, idempotent } from './http';
import type { Reply } from './http';
import { password } from './template';
import { smallPdf } from './pdf';

type SentBody = Omit<SubmitBody, 'answers' | 'documents'> & {
  answers: Answers;
  documents: { key: string; upload: string }[];
};

/** The services of the demo by what they ask for. */
export const services = {
  committee: 'teacher-emergency',
  direct: 'school-bag',
  everything: 'family-support',
} as const;

export function expectStatus<Data>(reply: Reply<Data>, status: number): Data {
  if (reply.status !== status)
    throw new Error(`${reply.status} instead of ${status}: ${reply.text}`);
  return reply.data;
}

const answerTo = (field: FormField): Answers[string] => {
  switch (field.type) {
    case 'choice':
      return field.options[0]?.value ?? '';
    case 'yes_no':
      return 'yes';
    case 'number':
      return field.min ?? 3;
    case 'money':
      return Math.max(field.min ?? 0, 2500);
    case 'date':
      return '2026-01-15';
    case 'iban':
      return 'SA0380000000608010167519';
    case 'phone':
      return '0551234567';
    default:
      return 'أسرة من ستة أفراد لا يكفي دخلها الإيجار';
  }
};

let people = 0;

/** Which allocation a step is about. */
const onAllocation: Readonly<Partial<Record<RequestAction, string>>> = {
  approve_allocation: 'proposed is not null',
  refuse_allocation: 'proposed is not null',
  end_allocation: 'ended_at is null',
  record_delivery: 'in_force is not null',
};

/** A case as its applicant and the staff have it in hand. */
export class Case {
  constructor(
    private readonly t: TestCrm,
    readonly id: string,
    readonly receipt: SubmitReceipt,
    readonly sent: SentBody | null,
  ) {}

  get credentials() {
    return { reference: this.receipt.reference, accessCode: this.receipt.accessCode };
  }

  /** What the applicant sees. */
  async track(): Promise<TrackView> {
    return expectStatus(
      await this.t.visitor.post<TrackView>('/requests/track', this.credentials),
      200,
    );
  }

  async read(who: Who = 'relations_officer'): Promise<RequestDetail> {
    const staff = await this.t.loginAs(who);
    return expectStatus(await staff.get<RequestDetail>(`/requests/${this.id}`), 200);
  }

  async row(): Promise<{ status: RequestStatus; version: number; kind: RequestKind }> {
    const row = await this.t.crm
      .db('crm_requests')
      .where({ id: this.id })
      .first<{ status: RequestStatus; version: number; kind: RequestKind }>(
        'status',
        'version',
        'kind',
      );
    return row;
  }

  /** Tries a step as one of the staff; the answer may be a refusal. */
  async try(
    who: Who | SignedIn,
    action: RequestAction,
    body: object = {},
  ): Promise<Reply<RequestDetail>> {
    const staff = typeof who === 'string' ? await this.t.loginAs(who) : who;
    const { version } = await this.row();
    return staff.post(`/requests/${this.id}/actions/${action}`, {
      expectedVersion: version,
      ...(action === 'write_study' ? { answers: await this.studyAnswers() } : {}),
      ...(await this.about(action)),
      ...body,
    });
  }

  /** Answers to what the service asks of its social study, as the request froze it. */
  private async studyAnswers(): Promise<Answers> {
    const { form } = await this.t.crm
      .db('crm_requests')
      .where({ id: this.id })
      .first<{ form: { study: FormField[] } }>('form');
    const asked = form.study.filter(
      ({ required, showIf }) => required && (!showIf || showIf.equals === 'yes'),
    );
    return Object.fromEntries(asked.map((field) => [field.key, answerTo(field)]));
  }

  private first(table: string, which: string): Promise<{ id: string } | undefined> {
    return this.t.crm
      .db(table)
      .where({ request_id: this.id })
      .whereRaw(which)
      .first<{ id: string } | undefined>('id');
  }

  /** What of the case the step is about, where a test names nothing. */
  private async about(action: RequestAction): Promise<object> {
    const which = onAllocation[action];
    if (which !== undefined) {
      const allocation = await this.first('crm_allocations', which);
      return allocation ? { allocation: allocation.id } : {};
    }
    if (action !== 'return_delivery' && action !== 'correct_delivery') return {};
    const delivery = await this.first('crm_deliveries', `entry = 'delivery'`);
    return delivery ? { delivery: delivery.id } : {};
  }

  /** Proposed by one and approved by another: 800 riyals once, unless the test says otherwise. */
  async allocate(terms: object = {}): Promise<void> {
    await this.do('delivery_officer', 'allocate', { ...bodies.allocate, ...terms });
    await this.do('executive_director', 'approve_allocation');
  }

  /** The service begins, with something approved to give. */
  async startDelivery(terms: object = {}): Promise<void> {
    await this.allocate(terms);
    await this.do('delivery_officer', 'start_delivery', bodies.start_delivery);
  }

  async do(who: Who | SignedIn, action: RequestAction, body: object = {}): Promise<RequestDetail> {
    return expectStatus(await this.try(who, action, body), 200);
  }

  /** Every answer and paper found in order (S2), written down at once; the step itself has its own test. */
  async checkEverything(): Promise<void> {
    const officer = await this.t.loginAs('relations_officer');
    const checks = (await this.read()).checklist.map(({ key }) => ({
      request_id: this.id,
      key,
      state: 'ok',
      checked_by: officer.id,
      checked_at: this.t.crm.now(),
    }));
    await this.t.crm.db('crm_checks').insert(checks).onConflict(['request_id', 'key']).merge();
  }

  /** Both reminders of what is owed have gone out; that they do has its own test. */
  async reminded(): Promise<void> {
    await this.t.crm
      .db('crm_requests')
      .where({ id: this.id })
      .update({ reminders_sent: 2, reminded_at: this.t.crm.now() });
  }

  /** Puts the case before the branch of a delegate: no way of the website does. */
  async inBranch(branch: string): Promise<void> {
    await this.t.crm.db('crm_requests').where({ id: this.id }).update({ branch });
  }
}

/** An agenda item, in the hands of the committee. */
export class Item {
  constructor(
    private readonly t: TestCrm,
    readonly session: string,
    readonly id: string,
    readonly request: Case,
  ) {}

  get path() {
    return `/sessions/${this.session}/items/${this.id}`;
  }
  async step(
    who: Who | SignedIn,
    name: string,
    body: object = {},
  ): Promise<Reply<AgendaItemDetail>> {
    const member = typeof who === 'string' ? await this.t.loginAs(who) : who;
    return member.post(`${this.path}/${name}`, body);
  }
  async vote(
    who: Who | SignedIn,
    choice: BallotChoice,
    more: { key?: string; reservation?: string; missing?: string } = {},
  ): Promise<Reply<BallotReceipt>> {
    const member = typeof who === 'string' ? await this.t.loginAs(who) : who;
    const { key, ...said } = more;
    const body = { ...(choice === 'defer' ? { missing: 'إثبات حديث للدخل' } : {}), ...said };
    return member.post(`${this.path}/ballots`, { choice, ...body }, idempotent(key));
  }
  async read(who: Who | SignedIn): Promise<Reply<AgendaItemDetail>> {
    const member = typeof who === 'string' ? await this.t.loginAs(who) : who;
    return member.get(this.path);
  }
}

export const reasonOfDecision = 'دخل الأسرة دون حد الكفاية كما بيّنت دراسة الحالة.';
const study = {
  members: [
    { key: 'm1', relation: 'head', age: 41, occupation: 'عامل' },
    { key: 'm2', relation: 'spouse', age: 36 },
    { key: 'm3', relation: 'son', age: 14, occupation: 'ثاني متوسط' },
    { key: 'm4', relation: 'daughter', age: 11 },
    { key: 'm5', relation: 'daughter', age: 7 },
    { key: 'm6', relation: 'mother', age: 70 },
  ],
  incomes: [
    { source: 'salary', member: 'm1', amount: 1900 },
    { source: 'citizen_account', amount: 600 },
  ],
  expenses: [
    { kind: 'rent', amount: 1500 },
    { kind: 'living', amount: 2700 },
  ],
  tenure: 'rented',
  housing: 'إيجار، ثلاث غرف',
  needs: [{ what: 'مساعدة شهرية', priority: 'urgent' }],
  summary: 'أسرة من ستة أفراد دخلها دون حد الكفاية',
  recommendation: 'accepted',
  grounds: 'نصيب الفرد بعد الإيجار دون الحد في دليل الدعم.',
};
const choiceFor = { accepted: 'accept', rejected: 'reject', deferred: 'defer' } as const;

/** Valid bodies of the staff's steps; what depends on the case is given by the caller. */
export const bodies: Readonly<Partial<Record<RequestAction, object>>> = {
  sign_declaration: { way: 'paper', name: 'أحمد بن عبدالله الحارثي' },
  ask_applicant: { note: 'فضلاً أخبرنا بالمزيد', items: [{ kind: 'text', key: 'text' }] },
  respond: { message: 'هذا ما طلبتم' },
  refer_to_research: { question: 'هل السكن ملك أم إيجار؟' },
  return_to_research: { question: 'هل تغيّر الدخل؟' },
  write_study: study,
  confirm_study: { reason: 'زرت الأسرة وما زال حالها كما في الدراسة' },
  answer_research: { answer: 'السكن إيجار بعقد سنوي' },
  accept_directly: { reason: reasonOfDecision },
  reject_directly: { reason: reasonOfDecision },
  enrol: {
    identityType: 'national_id',
    sightedHow: 'in_person',
    identityNumber: '1000000008',
    identityExpiresOn: '2030-01-01',
  },
  start_delivery: { plan: 'دفعة واحدة' },
  allocate: {
    kind: 'money',
    what: 'دفعة نوفمبر',
    pay: 'by_hand',
    amount: 80_000,
    rhythm: 'once',
    times: 1,
    startsOn: '2026-11-01',
  },
  refuse_allocation: { reason: 'المبلغ أكثر مما قررته اللجنة' },
  end_allocation: { reason: 'استغنى المستفيد عن الباقي' },
  record_delivery: {
    amount: 80_000,
    deliveredOn: '2026-11-01',
    receiver: { kind: 'beneficiary' },
    acknowledgement: { way: 'witnessed', witness: 'سالم بن عايض الثبيتي' },
  },
  return_delivery: { amount: 20_000, returnedOn: '2026-11-01', reason: 'أعاد المستفيد ما زاد' },
  correct_delivery: { amount: -10_000, reason: 'كُتب المبلغ خطأً' },
  answer: { answer: 'نعم، يمكنك ذلك في مقر الجمعية' },
  unmark_duplicate: { reason: 'كل طلب منهما لأمر مختلف' },
  offer_faq: {
    question: 'متى يبدأ التسجيل في الحلقات؟',
    answer: 'يبدأ التسجيل في الحلقات مطلع كل فصل دراسي، ويُعلن في الموقع.',
  },
  start_improvement: { title: 'تقصير مدة الرد في موسم الشتاء' },
  screen: {
    skills: ['teaching', 'events'],
    days: ['sunday', 'tuesday'],
    times: ['evening'],
    identitySeen: true,
    notes: 'درّس في حلقة ثلاث سنوات، وحسن الخلق',
    suitable: true,
  },
  reopen: { reason: 'لم يُجب السؤال كله' },
  escalate: { reason: 'لم يرض بالرد' },
  decline_volunteer: { reason: 'اكتمل العدد هذا الموسم' },
};

/** Builds cases over HTTP, each from the first word to where a test begins. */
export function scenario(t: TestCrm) {
  const forms = new Map<string, FormDefinition>();

  async function upload(bytes: Buffer = smallPdf, name = 'income.pdf', type = 'application/pdf') {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
    return t.visitor.send<{ upload: string; mime: string; size: number }>('/uploads', {
      method: 'POST',
      body: form,
    });
  }

  /** A complete and valid request, ready to be sent. */
  async function body(
    kind: Exclude<RequestKind, 'appeal'> = 'assistance',
    service: string = services.committee,
    more: { applicant?: object } & Partial<Omit<SentBody, 'applicant'>> = {},
  ): Promise<SentBody> {
    const path = kind === 'assistance' ? `/services/${service}` : `/forms/${kind}`;
    const form = forms.get(path) ?? expectStatus(await t.visitor.get<FormDefinition>(path), 200);
    forms.set(path, form);
    const documents: SentBody['documents'] = [];
    for (const paper of form.requiredDocuments.filter(({ required }) => required))
      documents.push({ key: paper.key, upload: expectStatus(await upload(), 201).upload });
    people += 1;
    const name = 'أحمد بن عبد الله الحارثي';
    const { applicant, ...rest } = more;
    return {
      kind,
      ...(kind === 'assistance' ? { service } : {}),
      answers: Object.fromEntries(
        form.form.fields
          .filter((field) => !field.showIf)
          .map((field) => [field.key, answerTo(field)]),
      ),
      documents,
      ...(form.declaration ? { declaration: { version: form.declaration.version, name } } : {}),
      consent: { version: form.consent.version },
      applicant: {
        name,
        phone: `055${String(people).padStart(7, '0')}`,
        email: `applicant${people}@example.com`,
        city: 'قيا',
        ...applicant,
      },
      ...rest,
    };
  }

  const idOf = async (reference: string): Promise<string> =>
    (await t.crm.db('crm_requests').where({ reference }).first<{ id: string }>('id')).id;

  async function submitted(
    kind: Exclude<RequestKind, 'appeal'> = 'assistance',
    service: string = services.committee,
    more: { applicant?: object } & Partial<Omit<SentBody, 'applicant'>> = {},
    locale = 'ar',
  ): Promise<Case> {
    const sent = await body(kind, service, more);
    const receipt = expectStatus(
      await t.visitor.post<SubmitReceipt>(`/requests?locale=${locale}`, sent, idempotent()),
      201,
    );
    return new Case(t, await idOf(receipt.reference), receipt, sent);
  }

  async function checking(service: string = services.committee): Promise<Case> {
    const one = await submitted('assistance', service);
    await one.do('relations_officer', 'start_check');
    return one;
  }

  /** In check with everything found in order, the study written where one is asked for. */
  async function checked(service: string = services.committee): Promise<Case> {
    const one = await checking(service);
    if (service === services.everything) {
      await one.do('relations_officer', 'refer_to_research', bodies.refer_to_research);
      await one.do('researcher', 'write_study', study);
      await one.do('researcher', 'answer_research', bodies.answer_research);
    }
    await one.checkEverything();
    return one;
  }

  async function referred(service: string = services.committee): Promise<Case> {
    const one = await checked(service);
    await one.do('relations_officer', 'refer_to_committee');
    return one;
  }

  /** On the agenda of a new session. */
  async function onAgenda(one?: Case): Promise<Item> {
    const request = one ?? (await referred());
    const purpose = (await request.row()).kind === 'appeal' ? 'appeals' : 'requests';
    // Who rejected a request knows nothing of the appeal against it, and plans no session for it.
    const officer = await t.loginAs(purpose === 'appeals' ? 'officer2' : 'relations_officer');
    const session = expectStatus(
      await officer.post<SessionDetail>('/sessions', { heldOn: '2026-11-25', purpose }),
      201,
    );
    const item = await t.crm
      .db('crm_agenda_items')
      .where({ session_id: session.id, request_id: request.id })
      .first<{ id: string } | undefined>('id');
    if (!item) throw new Error('the request is not on the agenda');
    return new Item(t, session.id, item.id, request);
  }

  async function opened(one?: Case, chair: Who | SignedIn = 'chair'): Promise<Item> {
    const item = await onAgenda(one);
    expectStatus(await item.step(chair, 'open'), 200);
    return item;
  }

  const seated: Who[] = ['chair', 'deputy', 'secretary', 'member1', 'member2'];
  /** none of whom sits on the committee */
  const panel: Who[] = ['appeals-chair', 'appeals-deputy', 'appeals-secretary'];

  /** Voted and closed; the decision is still to be stated. */
  async function closed(
    outcome: keyof typeof choiceFor = 'accepted',
    one?: Case,
    voters: (Who | SignedIn)[] = seated,
  ): Promise<Item> {
    const chair = voters[0] ?? 'chair';
    const item = await opened(one, chair);
    for (const voter of voters) expectStatus(await item.vote(voter, choiceFor[outcome]), 201);
    expectStatus(await item.step(chair, 'close'), 200);
    return item;
  }

  async function decided(
    outcome: keyof typeof choiceFor = 'accepted',
    one?: Case,
    voters: (Who | SignedIn)[] = seated,
  ): Promise<Item> {
    const item = await closed(outcome, one, voters);
    expectStatus(
      await item.step(voters[0] ?? 'chair', 'decision', { reason: reasonOfDecision }),
      200,
    );
    return item;
  }

  /** Decided, and the reply let out by the chair. */
  async function replied(
    outcome: keyof typeof choiceFor = 'accepted',
    one?: Case,
    voters: (Who | SignedIn)[] = seated,
  ): Promise<Item> {
    const item = await decided(outcome, one, voters);
    const reason = 'الأسرة مهددة بالإخلاء هذا الأسبوع.';
    expectStatus(await item.step(voters[0] ?? 'chair', 'release', { reason }), 200);
    await t.drain();
    return item;
  }

  /** The service is given and the matter is complete. */
  async function completed(service: string = services.direct): Promise<Case> {
    const one = await checked(service);
    await one.do('relations_officer', 'accept_directly', bodies.accept_directly);
    await t.drain();
    await one.startDelivery();
    await one.do('delivery_officer', 'record_delivery', bodies.record_delivery);
    await one.do('delivery_officer', 'complete');
    return one;
  }

  async function appealed(first: Case): Promise<Case> {
    const receipt = expectStatus(
      await t.visitor.post<SubmitReceipt>('/requests/appeal', {
        ...first.credentials,
        message: 'أرجو النظر في طلبي مرة أخرى',
      }),
      201,
    );
    return new Case(t, await idOf(receipt.reference), receipt, null);
  }

  /** A new account with a role. */
  async function newStaff(role: Parameters<typeof roleCode>[0], name: string): Promise<SignedIn> {
    const roles = t.strapi.service('admin::role') as unknown as {
      findOne(where: object): Promise<{ id: number }>;
    };
    const users = t.strapi.service('admin::user') as unknown as {
      create(user: object): Promise<{ id: number }>;
    };
    const email = `${name}@alkitab.example`;
    const { id } = await users.create({
      firstname: name,
      lastname: 'الثبيتي',
      email,
      password,
      isActive: true,
      registrationToken: null,
      roles: [(await roles.findOne({ code: roleCode(role) })).id],
    });
    const reply = await clientOf(t.url).post<{ token: string }>('/admin/login', {
      email,
      password,
    });
    const authorization = `Bearer ${expectStatus(reply, 200).token}`;
    return { ...clientOf(`${t.url}/beneficiary-crm`, { authorization }), id, email };
  }

  /** Seats other people on a committee. */
  async function seat(
    members: { seat: Seat; member: number }[],
    purpose: CommitteePurpose = 'requests',
  ): Promise<void> {
    const documents = t.strapi.documents(committeeUid) as unknown as {
      findFirst(query: object): Promise<{ documentId: string }>;
      update(entry: object): Promise<unknown>;
    };
    const { documentId } = await documents.findFirst({ filters: { active: true, purpose } });
    await documents.update({ documentId, data: { seats: members } });
  }

  /** Puts a committee to work, or stops its work. */
  async function activate(purpose: CommitteePurpose, active: boolean): Promise<void> {
    const documents = t.strapi.documents(committeeUid) as unknown as {
      findFirst(query: object): Promise<{ documentId: string }>;
      update(entry: object): Promise<unknown>;
    };
    const { documentId } = await documents.findFirst({ filters: { purpose } });
    await documents.update({ documentId, data: { active } });
  }

  return {
    panel,
    activate,
    upload,
    body,
    submitted,
    checking,
    checked,
    referred,
    onAgenda,
    opened,
    closed,
    decided,
    replied,
    completed,
    appealed,
    newStaff,
    seat,
  };
}
