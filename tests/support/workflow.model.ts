/**
 * The workflow as the policy tells it, kind by kind and status by status, written down a second time and in another
 * way than the product does: the test plays both side by side. It knows nothing of the product's table.
 */
import type {
  DecisionOutcome,
  RequestAction,
  RequestKind,
  RequestStatus,
  Role,
} from '../../src/plugins/beneficiary-crm/contracts/vocabulary';

const day = 86_400_000;

/** A role of the staff, or one who is none of the staff. */
export type Actor = Role | 'applicant' | 'system' | 'committee';

/** What the service asks for; without one nothing. */
export interface Needs {
  study: boolean;
  committee: boolean;
  enrolment: boolean;
  declares: boolean;
}

/** A request as the model knows it. Times are milliseconds. */
export interface Modelled {
  kind: RequestKind;
  needs: Needs;
  status: RequestStatus;
  checked: boolean;
  signed: boolean;
  /** `earlier`: it was written before the request was referred again */
  study: 'none' | 'earlier' | 'current';
  decision: DecisionOutcome | 'answered' | 'declined' | null;
  replied: boolean;
  /** from when a committee's reply may go out */
  earliest: number;
  released: boolean;
  resumes: RequestStatus;
  deadline: number;
  reminders: number;
  remindedAt: number;
  assignee: number | null;
  stage: 1 | 2;
  first: number | null;
  about: number | null;
  offered: boolean;
  improved: boolean;
  screened: 'missing' | 'suitable' | 'unsuitable';
  enrolled: boolean;
  /** of one allocation after the other: proposed, approved, given in full, ended */
  allocation: 'none' | 'proposed' | 'approved' | 'given' | 'ended';
}

export const fresh = (kind: RequestKind, needs: Needs): Modelled => ({
  kind,
  needs,
  status: 'submitted',
  checked: false,
  signed: needs.declares,
  study: 'none',
  decision: null,
  replied: false,
  earliest: 0,
  released: false,
  resumes: 'submitted',
  deadline: 0,
  reminders: 0,
  remindedAt: 0,
  assignee: null,
  stage: 1,
  first: null,
  about: null,
  offered: false,
  improved: false,
  screened: 'missing',
  enrolled: false,
  allocation: 'none',
});

/** Who acts, when, and what is said in the step. */
export interface Step {
  action: RequestAction;
  actor: Actor;
  /** the person of the staff, by number */
  person: number | null;
  now: number;
  /** the choice of a step that has one: an outcome, a yes or no, a person */
  choice: { outcome: DecisionOutcome; yes: boolean; person: number | null };
}

type Obstacle = (m: Modelled, step: Step) => boolean;
interface Move {
  by: readonly Actor[];
  /** by the name of the refusal: whether it stands in the way */
  unless?: Readonly<Record<string, Obstacle>>;
  then: (m: Modelled, step: Step) => Partial<Modelled>;
}
type Moves = Partial<Record<RequestAction, Move>>;

const officer = ['relations_officer'] as const;
const researcher = ['researcher'] as const;
const carrier = ['delivery_officer'] as const;
const director = ['executive_director'] as const;
const desk = ['applicant', 'relations_officer', 'delegate'] as const;
const to = (status: RequestStatus) => () => ({ status });
const stays = () => ({});

const undecided = { decision: null } as const;
/** Nobody has an answer any more, and one is owed. */
const unanswered = { decision: null, replied: false } as const;
const isAppealOrCommittee = (m: Modelled) => m.kind === 'appeal' || m.needs.committee;

// ── what stands in the way, named as the product names it ──────────────────

const complaintIsAboutMe = (m: Modelled, { person }: Step) =>
  m.about !== null && m.about === person;
const notReplied = (m: Modelled) => !m.replied;
const isReplied = (m: Modelled) => m.decision === null || m.replied;
const noDecision = (m: Modelled) => m.decision === null;
const heldBack = (m: Modelled, { now }: Step) =>
  isAppealOrCommittee(m) && !m.released && now < m.earliest;
const studyMissing = (m: Modelled) => m.needs.study && m.study !== 'current';
const unsigned = (m: Modelled) => m.needs.declares && !m.signed;

// ── steps that several statuses share ──────────────────────────────────────

/** What was promised and not given is free for others. */
const freed = ({ allocation }: Modelled): Modelled['allocation'] =>
  allocation === 'approved' || allocation === 'given' || allocation === 'ended' ? 'ended' : 'none';

const withdraw: Move = {
  by: desk,
  then: (m) => ({ status: 'withdrawn', ...undecided, allocation: freed(m) }),
};
/** While nobody was told of the decision, so that nothing gives it away. */
const withdrawUntold: Move = { ...withdraw, unless: { not_replied: isReplied } };

const ask = (by: readonly Actor[], resumes: RequestStatus): Move => ({
  by,
  then: (m, { now }) => ({
    status: 'awaiting_applicant',
    resumes,
    deadline: now + 30 * day,
    reminders: 0,
    remindedAt: 0,
    ...(m.status === 'deferred' ? undecided : {}),
  }),
});

const sendReply: Move = {
  by: ['system'],
  unless: {
    decision_in_force: noDecision,
    not_replied: isReplied,
    reply_clock_allows: heldBack,
  },
  then: () => ({ replied: true }),
};
const releaseEarly: Move = {
  by: ['committee'],
  unless: {
    decision_in_force: noDecision,
    not_replied: isReplied,
    reply_held: (m, step) => !heldBack(m, step),
  },
  then: () => ({ released: true }),
};
const decide: Move = {
  by: ['committee'],
  then: (_m, { choice }) => ({ status: choice.outcome, decision: choice.outcome, replied: false }),
};
const refer: Move['then'] = (_m, { now }) => ({
  status: 'committee',
  earliest: now + 14 * day,
  released: false,
  ...unanswered,
});
const reopenTo = (status: RequestStatus): Move => ({
  by: ['relations_officer', 'delegate'],
  then: () => ({ status, ...unanswered }),
});
const dueReminders = (m: Modelled, now: number) =>
  [14, 3].filter((days) => now >= m.deadline - days * day).length;

const waiting: Moves = {
  respond: { by: desk, then: (m) => ({ status: m.resumes }) },
  withdraw,
  remind: {
    by: ['system'],
    unless: { reminder_due: (m, { now }) => dueReminders(m, now) <= m.reminders },
    then: (m, { now }) => ({ reminders: dueReminders(m, now), remindedAt: now }),
  },
  expire: {
    by: ['system'],
    unless: {
      answer_deadline_passed: (m, { now }) => now < m.deadline,
      reminded: (m, { now }) => m.reminders < 2 || now < m.remindedAt + day,
    },
    then: to('expired'),
  },
};
const duplicate: Moves = {
  unmark_duplicate: { by: officer, then: to('submitted') },
};
const markDuplicate: Move = { by: officer, then: to('duplicate') };

// ── assistance ─────────────────────────────────────────────────────────────

const referToResearch: Move['then'] = (m) => ({
  status: 'social_research',
  study: m.study === 'none' ? 'none' : 'earlier',
});

const giving: Moves = {
  allocate: {
    by: ['relations_officer', 'delivery_officer'],
    unless: { decision_in_force: noDecision },
    then: () => ({ allocation: 'proposed' }),
  },
  approve_allocation: {
    by: director,
    unless: { decision_in_force: noDecision },
    then: () => ({ allocation: 'approved' }),
  },
  end_allocation: {
    by: ['delivery_officer', 'executive_director'],
    then: (m) => ({ allocation: freed(m) }),
  },
  refuse_allocation: { by: director, then: () => ({ allocation: 'none' }) },
};

const assistance: Partial<Record<RequestStatus, Moves>> = {
  submitted: {
    start_check: {
      by: officer,
      then: (_m, { person }) => ({ status: 'checking', assignee: person }),
    },
    withdraw,
    mark_duplicate: markDuplicate,
  },
  checking: {
    check_item: { by: officer, then: (_m, { choice }) => ({ checked: choice.yes }) },
    sign_declaration: {
      by: officer,
      unless: { declaration_needed: (m) => !m.needs.declares },
      then: () => ({ signed: true }),
    },
    ask_applicant: ask(['relations_officer', 'researcher'], 'checking'),
    refer_to_research: { by: officer, then: referToResearch },
    refer_to_committee: {
      by: officer,
      unless: {
        committee_needed: (m) => !m.needs.committee,
        checklist_done: (m) => !m.checked,
        declaration_stands: unsigned,
        study_present: studyMissing,
      },
      then: refer,
    },
    accept_directly: {
      by: officer,
      unless: {
        no_committee_needed: (m) => m.needs.committee,
        checklist_done: (m) => !m.checked,
        declaration_stands: unsigned,
        study_present: studyMissing,
      },
      then: () => ({ status: 'accepted', decision: 'accepted', replied: false }),
    },
    reject_directly: {
      by: officer,
      unless: { no_committee_needed: (m) => m.needs.committee },
      then: () => ({ status: 'rejected', decision: 'rejected', replied: false }),
    },
    mark_duplicate: markDuplicate,
    withdraw,
  },
  awaiting_applicant: waiting,
  social_research: {
    write_study: { by: researcher, then: () => ({ study: 'current' }) },
    confirm_study: {
      by: researcher,
      unless: { earlier_study: (m) => m.study !== 'earlier' },
      then: () => ({ study: 'current' }),
    },
    answer_research: {
      by: researcher,
      unless: { study_present: studyMissing },
      then: to('checking'),
    },
    ask_applicant: ask(['relations_officer', 'researcher'], 'social_research'),
    withdraw,
  },
  committee: { decide, withdraw },
  accepted: {
    send_reply: sendReply,
    release_early: releaseEarly,
    withdraw: withdrawUntold,
    enrol: {
      by: officer,
      unless: { decision_in_force: noDecision, replied: notReplied },
      then: () => ({ status: 'enrolled', enrolled: true }),
    },
    start_delivery: {
      by: carrier,
      unless: {
        decision_in_force: noDecision,
        replied: notReplied,
        enrolment_complete: (m) => m.needs.enrolment && !m.enrolled,
        allocation_approved: (m) => m.allocation !== 'approved' && m.allocation !== 'given',
      },
      then: to('in_delivery'),
    },
    ...giving,
  },
  rejected: {
    send_reply: sendReply,
    release_early: releaseEarly,
    withdraw: withdrawUntold,
    // No appeal is made in these plays, so none can have been granted or dismissed.
    replace_decision: { by: ['system'], unless: { appeal_granted: () => true }, then: stays },
    uphold_decision: { by: ['system'], unless: { appeal_dismissed: () => true }, then: stays },
  },
  deferred: {
    send_reply: sendReply,
    release_early: releaseEarly,
    ask_applicant: ask(['relations_officer', 'researcher'], 'checking'),
    return_to_research: {
      by: officer,
      then: (m, step) => ({ ...referToResearch(m, step), ...undecided }),
    },
    withdraw,
  },
  enrolled: {
    start_delivery: {
      by: carrier,
      unless: {
        decision_in_force: noDecision,
        replied: notReplied,
        allocation_approved: (m) => m.allocation !== 'approved' && m.allocation !== 'given',
      },
      then: to('in_delivery'),
    },
    ...giving,
  },
  in_delivery: {
    record_delivery: {
      by: carrier,
      unless: { decision_in_force: noDecision },
      then: () => ({ allocation: 'given' }),
    },
    complete: {
      by: carrier,
      unless: {
        something_delivered: (m) => m.allocation !== 'given' && m.allocation !== 'ended',
        allocations_settled: (m) => m.allocation === 'approved' || m.allocation === 'proposed',
      },
      then: to('completed'),
    },
    ...giving,
  },
  withdrawn: { reopen: reopenTo('checking') },
  expired: { reopen: reopenTo('checking') },
  duplicate,
};

// ── inquiry, complaint, suggestion ─────────────────────────────────────────

const reopenTalk = reopenTo('in_progress');
const escalated: Move['then'] = (m, { person }) => ({
  status: 'in_progress',
  stage: 2,
  first: m.assignee ?? person,
  assignee: null,
  ...unanswered,
});
const improve: Move = {
  by: officer,
  unless: { no_improvement_yet: (m) => m.improved },
  then: () => ({ improved: true }),
};
const offer: Move = {
  by: officer,
  unless: { not_offered_yet: (m) => m.offered },
  then: () => ({ offered: true }),
};
const nameStaff: Move = {
  by: officer,
  unless: { not_complained_about: complaintIsAboutMe },
  then: (m, { choice }) => ({
    about: choice.person,
    ...(choice.person !== null && m.assignee === choice.person ? { assignee: null } : {}),
  }),
};

const talk: Partial<Record<RequestStatus, Moves>> = {
  submitted: {
    start: {
      by: officer,
      unless: { not_complained_about: complaintIsAboutMe },
      then: (_m, { person }) => ({ status: 'in_progress', assignee: person }),
    },
    withdraw,
    mark_duplicate: markDuplicate,
  },
  in_progress: {
    ask_applicant: ask(officer, 'in_progress'),
    answer: {
      by: officer,
      unless: {
        another_person_at_stage_two: (m, { person }) => m.stage === 2 && m.first === person,
        not_complained_about: complaintIsAboutMe,
      },
      then: () => ({ status: 'answered', decision: 'answered', replied: false }),
    },
    mark_duplicate: markDuplicate,
    withdraw,
  },
  awaiting_applicant: waiting,
  answered: {
    send_reply: sendReply,
    withdraw: withdrawUntold,
    reopen: reopenTalk,
    close: {
      by: ['relations_officer', 'system'],
      unless: { replied: notReplied },
      then: to('closed'),
    },
  },
  closed: { reopen: reopenTalk },
  withdrawn: { reopen: reopenTalk },
  expired: { reopen: reopenTalk },
  duplicate,
};

const also = (more: Partial<Record<RequestStatus, Moves>>): Partial<Record<RequestStatus, Moves>> =>
  Object.fromEntries(
    [...new Set([...Object.keys(talk), ...Object.keys(more)])].map((status) => [
      status,
      { ...talk[status as RequestStatus], ...more[status as RequestStatus] },
    ]),
  );

// ── all of them ────────────────────────────────────────────────────────────

const kinds: Readonly<Record<RequestKind, Partial<Record<RequestStatus, Moves>>>> = {
  assistance,
  inquiry: also({ answered: { offer_faq: offer }, closed: { offer_faq: offer } }),
  suggestion: also({
    in_progress: { start_improvement: improve },
    answered: { start_improvement: improve },
  }),
  complaint: also({
    submitted: { name_staff: nameStaff },
    in_progress: {
      name_staff: nameStaff,
      start_improvement: improve,
      escalate: { by: officer, unless: { first_stage: (m) => m.stage === 2 }, then: escalated },
    },
    answered: {
      start_improvement: improve,
      escalate: {
        by: ['applicant', 'relations_officer'],
        unless: { first_stage: (m) => m.stage === 2, replied: notReplied },
        then: escalated,
      },
    },
  }),
  volunteering: {
    submitted: {
      start_screening: {
        by: officer,
        then: (_m, { person }) => ({ status: 'screening', assignee: person }),
      },
      withdraw,
      mark_duplicate: markDuplicate,
    },
    screening: {
      screen: {
        by: officer,
        then: (_m, { choice }) => ({ screened: choice.yes ? 'suitable' : 'unsuitable' }),
      },
      ask_applicant: ask(officer, 'screening'),
      accept_directly: {
        by: officer,
        unless: { screened_suitable: (m) => m.screened !== 'suitable' },
        then: () => ({ status: 'accepted', decision: 'accepted', replied: false }),
      },
      decline_volunteer: {
        by: officer,
        then: () => ({ status: 'declined', decision: 'declined', replied: false }),
      },
      withdraw,
    },
    awaiting_applicant: waiting,
    accepted: { send_reply: sendReply, withdraw: withdrawUntold },
    declined: { send_reply: sendReply, withdraw: withdrawUntold },
    withdrawn: { reopen: reopenTo('screening') },
    expired: { reopen: reopenTo('screening') },
    duplicate,
  },
  appeal: {
    submitted: {
      refer_to_panel: { by: officer, then: refer },
      ask_applicant: ask(['relations_officer', 'researcher'], 'submitted'),
      refer_to_research: { by: officer, then: to('social_research') },
      withdraw,
      mark_duplicate: markDuplicate,
    },
    social_research: {
      answer_research: { by: researcher, then: to('submitted') },
      ask_applicant: ask(['relations_officer', 'researcher'], 'social_research'),
      withdraw,
    },
    awaiting_applicant: waiting,
    committee: { decide, withdraw },
    accepted: { send_reply: sendReply, release_early: releaseEarly, withdraw: withdrawUntold },
    rejected: { send_reply: sendReply, release_early: releaseEarly, withdraw: withdrawUntold },
    deferred: {
      send_reply: sendReply,
      release_early: releaseEarly,
      refer_to_panel: { by: officer, then: refer },
      return_to_research: {
        by: officer,
        then: () => ({ status: 'social_research', ...undecided }),
      },
      ask_applicant: ask(['relations_officer', 'researcher'], 'submitted'),
      withdraw,
    },
    duplicate,
  },
};

/** What comes of a step: the request as it is then, or why not, by the names of the refusals. */
export type Outcome = { ok: true; after: Modelled } | { ok: false; refusals: string[] };

export function play(m: Modelled, step: Step): Outcome {
  const move = kinds[m.kind][m.status]?.[step.action];
  if (!move) return { ok: false, refusals: ['not_in_this_status'] };
  if (!move.by.includes(step.actor)) return { ok: false, refusals: ['not_permitted'] };
  const refusals = Object.entries(move.unless ?? {})
    .filter(([, stands]) => stands(m, step))
    .map(([name]) => name);
  if (refusals.length > 0) return { ok: false, refusals: refusals.sort() };
  return { ok: true, after: { ...m, ...move.then(m, step) } };
}

/** Steps that would be heard now, for a play that gets somewhere. */
export const open = (m: Modelled): [RequestAction, Actor][] =>
  Object.entries(kinds[m.kind][m.status] ?? {}).flatMap(([action, move]) =>
    move.by.map((actor): [RequestAction, Actor] => [action as RequestAction, actor]),
  );

/** Every step that a kind may ever hear; those that follow from an appeal are heard where one is made. */
export const hearable = (kind: RequestKind): Set<RequestAction> =>
  new Set(
    Object.values(kinds[kind])
      .flatMap((moves) => Object.keys(moves) as RequestAction[])
      .filter((action) => action !== 'replace_decision' && action !== 'uphold_decision'),
  );
