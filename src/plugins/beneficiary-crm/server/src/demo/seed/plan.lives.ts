import type { CommitteePurpose, RequestAction } from '../../../../contracts/vocabulary';
import { riyadhDate } from '../../kernel/calendar.rules';
import { workflowPolicy } from '../../policy/workflow.policy';
import {
  appealMessages,
  askedPapers,
  bounced,
  committeeWords,
  deliveries,
  demoIban,
  demoSignature,
  directReasons,
  lateAppeal,
  replies,
  research,
  witnesses,
} from '../content/casework';
import type { DemoAllocation } from '../content/casework';
import { pick } from '../content/people';
import type { AssistanceStory, SimpleStory } from '../content/stories';
import { serviceOf, storyOf, volunteersFor } from './plan.applicants';
import { evaluationOf } from './plan.evaluation';
import { studyOf } from './plan.study';
import { atWork, day, hour, later, minute } from './plan.time';
import type { Deed, PlannedRequest, PlannedSession, StaffKey, Step, Who } from './plan.types';

/** How a request's life goes, and where it stands still. */
export interface Course {
  outcome: 'accept' | 'reject' | 'defer';
  /** the applicant is asked for more; `silent`: and never answers */
  asks?: 'answers' | 'silent';
  /** nothing happens after this */
  until?: RequestAction;
  /** withdrawn by the applicant before the check ends, or before the committee meets */
  withdraws?: 'checking' | 'committee';
  duplicateOf?: number;
  /** the instant at which it, or its appeal, goes to the committee */
  referAt?: Date;
  /** the first session had no quorum for it */
  noQuorum?: true;
  recusal?: true;
  urgent?: true;
  escalates?: true;
  reopens?: true;
  /** against a refusal; what the panel says of it, `submitted` while it has not met */
  appeals?: 'accept' | 'reject' | 'defer' | 'submitted' | 'withdrawn';
}

export interface Teller {
  random: () => number;
  now: Date;
  sessions: (PlannedSession & { items: number })[];
  steps: Step[];
  newAppeal(first: PlannedRequest, message: string): PlannedRequest;
}

/** One request's cursor in time. */
interface Life {
  request: PlannedRequest;
  course: Course;
  at: Date;
  over: boolean;
}

const benches = {
  requests: ['chair', 'deputy', 'secretary', 'member1', 'member2'],
  appeals: ['appeals-chair', 'appeals-deputy', 'appeals-secretary'],
} as const satisfies Record<CommitteePurpose, readonly StaffKey[]>;
const votes = {
  accept: ['accept', 'accept', 'accept', 'accept', 'reject'],
  reject: ['reject', 'reject', 'accept', 'reject', 'reject'],
  defer: ['defer', 'defer', 'defer', 'accept', 'defer'],
} as const;
const decided = { accept: 'accepted', reject: 'rejected', defer: 'deferred' } as const;
/** How the items of the open session stand: decided, closed, or with so many ballots. */
const outcomesOpen = {
  requests: ['decided', 'closed', 4, 2, 0, 1],
  appeals: [1],
} as const satisfies Record<CommitteePurpose, readonly ('decided' | 'closed' | number)[]>;

/** Writes down the lives of requests; each function is the main road of one kind, with its bends. */
export function livesOf(teller: Teller) {
  const { random, now, sessions, steps } = teller;
  const between = (low: number, high: number) => low + (high - low) * random();
  const officerOf = ({ index }: PlannedRequest): StaffKey =>
    index % 3 === 0 ? 'officer2' : 'officer';

  const put = (life: Life, deed: Deed): void => {
    if (life.over) return;
    steps.push({ at: life.at, request: life.request.index, ...deed });
  };
  const act = (life: Life, action: RequestAction, by: Who, body?: Record<string, unknown>) => {
    put(life, { do: 'act', action, by, ...(body ? { body } : {}) });
    if (life.course.until === action) life.over = true;
  };
  const wait = (life: Life, low: number, high: number): void => {
    life.at = later(life.at, between(low, high) * day);
  };
  const waitForWork = (life: Life, low: number, high: number): void => {
    wait(life, low, high);
    life.at = atWork(life.at);
  };

  function begin(request: PlannedRequest, at: Date, course: Course): Life {
    const life: Life = {
      request,
      course,
      at: request.receivedBy === 'applicant' ? at : atWork(at),
      over: false,
    };
    // What an officer takes in today is taken in by now.
    if (life.at > now) life.at = at;
    put(life, { do: 'submit' });
    if (course.until === 'submit') life.over = true;
    return life;
  }

  function withdraw(life: Life): void {
    wait(life, 0.2, 1);
    act(life, 'withdraw', 'applicant', { reason: pick(random, replies.withdrawals) });
    life.over = true;
  }

  function ask(life: Life, by: StaffKey, note: string, paper: string | null): void {
    const item = paper ? { kind: 'document', key: paper } : { kind: 'text', key: 'text' };
    act(life, 'ask_applicant', by, { note, items: [item] });
    if (life.course.asks === 'silent') {
      let passed = 0;
      for (const before of workflowPolicy.reminderDaysBefore) {
        const days = workflowPolicy.answerDays - before + 0.01 - passed;
        wait(life, days, days);
        act(life, 'remind', 'system');
        passed += days;
      }
      const rest = workflowPolicy.answerDays - passed;
      wait(life, rest + 0.02, rest + 0.04);
      act(life, 'expire', 'system');
      life.over = true;
      return;
    }
    wait(life, 1, 5);
    const message = paper ? null : pick(random, replies.text);
    put(life, { do: 'respond', papers: paper ? [paper] : [], message });
    waitForWork(life, 0.1, 0.6);
  }

  /** The product sends a reply as soon as its clock lets it; then everyone is asked how it was. */
  function reply(life: Life, referredAt: Date | null): void {
    const earliest = referredAt
      ? later(referredAt, workflowPolicy.replyEarliestDays * day)
      : life.at;
    life.at = later(earliest > life.at ? earliest : life.at, minute);
    act(life, 'send_reply', 'system');
  }

  const asked = new Set<number>();

  function evaluate(life: Life, outcome: string): void {
    const { request, over } = life;
    const invitedAt = life.at;
    const recent = now.getTime() - invitedAt.getTime() < 10 * day;
    // Nobody is asked twice about one matter within weeks, as after an appeal that was granted.
    if (over || recent || asked.has(request.index)) return;
    asked.add(request.index);
    const handedOver = atWork(later(invitedAt, between(0.2, 1.2) * day));
    steps.push({ at: handedOver, request: request.index, do: 'hand_over' });
    if (random() > 0.78) return;
    const at = later(handedOver, between(0.1, 7) * day);
    const months = (now.getTime() - at.getTime()) / (30 * day);
    const what = request.service ?? request.kind;
    const answers = evaluationOf(random, what, outcome, months);
    steps.push({ at, request: request.index, do: 'evaluate', answers });
  }

  function study(life: Life, story: AssistanceStory, question: string, first: boolean): void {
    if (first) act(life, 'refer_to_research', officerOf(life.request), { question });
    waitForWork(life, 1.5, 5);
    const { outcome } = life.course;
    if (first || story.study) {
      const share = between(1.05, 1.6);
      const needs = pick(random, research.needs);
      const summary = story.study?.summary ?? pick(random, research.answers);
      const recommendation = decided[first ? outcome : 'accept'];
      act(
        life,
        'write_study',
        'researcher',
        studyOf(life.request, { share, needs, summary, recommendation }),
      );
    }
    life.at = later(life.at, 20 * minute);
    const answer = first ? pick(random, research.answers) : research.answeredAgain;
    act(life, 'answer_research', 'researcher', { answer });
  }

  /** From the agenda to the decision. @returns whether a decision was made */
  function vote(
    life: Life,
    outcome: Course['outcome'],
    reason: string,
    { quorum, referredAt } = { quorum: !life.course.noQuorum, referredAt: life.at },
  ): boolean {
    const purpose = life.request.kind === 'appeal' ? 'appeals' : 'requests';
    const members: readonly StaffKey[] = benches[purpose];
    const [chair = 'chair', , secretary = 'secretary'] = members;
    const session = sessions.find((one) => one.purpose === purpose && one.plannedAt > life.at);
    if (!session || life.over) return false;
    const { course } = life;
    if (course.withdraws === 'committee') {
      life.at = later(session.plannedAt, 4 * hour);
      session.items += 1;
      withdraw(life);
      return false;
    }
    const slot = session.items;
    session.items += 1;
    const held = session.index;
    const stage = session.open ? (outcomesOpen[purpose][slot] ?? 'pending') : 'decided';
    if (stage === 'pending') {
      life.over = true;
      return false;
    }
    life.at = later(session.heldAt, slot * 12 * minute);
    const given = deliveries[life.request.service ?? ''];
    // Of the sessions that are over what was allocated says how much.
    if (session.open && given?.kind === 'money') {
      const amount = Math.round((given.amount[0] + given.amount[1]) / 100) * 5_000;
      const conditions = slot % 2 === 0 ? { conditions: committeeWords.conditions } : {};
      put(life, { do: 'motion', session: held, by: chair, amount, ...conditions });
    }
    put(life, { do: 'open', session: held, by: chair });
    const absent = quorum ? null : 'member2';
    const conflicted = course.recusal ? 'member1' : null;
    if (absent) {
      put(life, { do: 'attendance', session: held, by: secretary, of: absent, state: 'absent' });
    }
    if (conflicted) {
      // Who declares a conflict stays in the room, and counts for the quorum.
      const present = { do: 'attendance', of: conflicted, state: 'present' } as const;
      put(life, { ...present, session: held, by: secretary });
      put(life, { do: 'recuse', session: held, by: conflicted, reason: committeeWords.recusal });
    }
    const voting = members.filter((member) => member !== absent && member !== conflicted);
    const cast = typeof stage === 'number' ? stage : voting.length;
    // Those who have not voted yet include the chair: the demo's account has something to do.
    const order = typeof stage === 'number' ? [...voting].reverse() : voting;
    const unanimous = random() < 0.6;
    for (const member of order.slice(0, cast)) {
      life.at = later(life.at, between(0.4, 1.6) * minute);
      const choice = unanimous ? outcome : (votes[outcome][members.indexOf(member)] ?? outcome);
      const words = choice !== outcome && random() < 0.5 ? committeeWords.reservation : null;
      put(life, {
        do: 'ballot',
        session: held,
        by: member,
        choice,
        ...(words ? { reservation: words } : {}),
      });
    }
    if (typeof stage === 'number') {
      life.over = true;
      return false;
    }
    life.at = later(life.at, minute);
    put(life, { do: 'close', session: held, by: chair });
    if (!quorum) return vote(life, outcome, reason, { quorum: true, referredAt });
    if (stage === 'closed') {
      life.over = true;
      return false;
    }
    life.at = later(life.at, 2 * minute);
    put(life, { do: 'decision', session: held, by: chair, reason });
    if (course.until === 'decide') life.over = true;
    const free = later(referredAt, workflowPolicy.replyEarliestDays * day);
    if (course.urgent && later(life.at, hour) < free) {
      life.at = later(life.at, hour);
      put(life, { do: 'release', session: held, by: chair, reason: committeeWords.urgent });
    }
    return true;
  }

  function appeal(first: Life): void {
    const { appeals } = first.course;
    if (!appeals || first.over) return;
    const messages = appealMessages[first.request.service ?? ''];
    const message = messages ? pick(random, messages) : lateAppeal;
    const request = teller.newAppeal(first.request, message);
    const life: Life = { request, course: { outcome: 'accept' }, at: first.at, over: false };
    wait(life, 1, 4);
    put(life, { do: 'appeal', of: first.request.index, message });
    if (appeals === 'submitted' || appeals === 'withdrawn') {
      first.over = true;
      return appeals === 'withdrawn' ? withdraw(life) : undefined;
    }
    waitForWork(life, 0.5, 1.5);
    const { referAt } = first.course;
    if (referAt && referAt > life.at) life.at = referAt;
    act(life, 'refer_to_panel', officerOf(request));
    const referredAt = life.at;
    if (!vote(life, appeals, committeeWords.appeal[appeals])) {
      first.over = true;
      return;
    }
    reply(life, referredAt);
    if (appeals !== 'defer') evaluate(life, decided[appeals]);
    // The answer goes out, and the first request moves on.
    if (appeals === 'accept' && !life.over) first.at = life.at;
    else first.over = true;
  }

  /** Proposed by one, approved by another, and handed over when it is due; one in some comes back first. */
  function provide(life: Life, given: DemoAllocation, times: number): void {
    const { index } = life.request;
    const riyals = given.kind === 'money' ? between(...given.amount) : 0;
    const amount = given.kind === 'money' ? Math.round(riyals / 50) * 5_000 : 1;
    const { plan, what } = given;
    const startsOn = riyadhDate(later(life.at, 2 * day));
    act(life, 'allocate', 'delivery', {
      kind: given.kind,
      what,
      ...(given.kind === 'money' ? { pay: given.pay } : {}),
      ...(given.kind === 'money' && given.pay === 'transfer' ? { iban: demoIban } : {}),
      ...(given.kind === 'goods' ? { unit: given.unit } : {}),
      amount,
      rhythm: times > 1 ? 'monthly' : 'once',
      times,
      startsOn,
    });
    life.at = atWork(later(life.at, 5 * hour));
    act(life, 'approve_allocation', 'director');
    life.at = atWork(later(life.at, 30 * minute));
    act(life, 'start_delivery', 'delivery', { plan });
    for (let time = 0; time < times; time += 1) {
      if (time === 0) waitForWork(life, 1, 4);
      else waitForWork(life, 28, 31);
      // The stream of chances stays as long as it was with an amount for each time.
      if (given.kind === 'money' && time > 0) between(...given.amount);
      const halves = given.kind === 'money' && index % 5 === 0 && amount % 2 === 0 ? 2 : 1;
      for (let half = 0; half < halves; half += 1) {
        if (half > 0) life.at = atWork(later(life.at, 2 * day));
        deliver(life, given, amount / halves);
      }
      if (given.kind !== 'money' || given.pay !== 'transfer' || time > 0 || index % 9 !== 4)
        continue;
      life.at = atWork(later(life.at, 2 * day));
      const back = { amount: amount / halves, returnedOn: riyadhDate(life.at), reason: bounced };
      act(life, 'return_delivery', 'delivery', back);
      life.at = atWork(later(life.at, 3 * day));
      deliver(life, given, amount / halves);
    }
  }

  function deliver(life: Life, given: DemoAllocation, amount: number): void {
    const { index } = life.request;
    const transferred = given.kind === 'money' && given.pay === 'transfer';
    const witness = witnesses[index % witnesses.length];
    act(life, 'record_delivery', 'delivery', {
      amount,
      deliveredOn: riyadhDate(life.at),
      receiver: { kind: 'beneficiary' },
      acknowledgement: transferred
        ? { way: 'bank_receipt' }
        : index % 2 === 0
          ? { way: 'signature', strokes: demoSignature }
          : { way: 'witnessed', witness },
    });
  }

  function serve(life: Life, service: ReturnType<typeof serviceOf>, story: AssistanceStory): void {
    const { person } = life.request;
    const given = deliveries[service.slug];
    if (!given) throw new RangeError(`nothing is delivered for ${service.slug}`);
    if (service.needsEnrolment) {
      waitForWork(life, 1, 4);
      const expires = riyadhDate(
        later(life.at, (story.key === 'family-elderly' ? -30 : 900) * day),
      );
      act(life, 'enrol', officerOf(life.request), {
        identityType: person.idType,
        identityNumber: person.idNumber,
        identityExpiresOn: expires,
        sightedHow: pick(random, ['in_person', 'home_visit', 'video', 'absher_shown'] as const),
        note: story.officerNote,
      });
    }
    waitForWork(life, 1, 3);
    provide(life, given, service.needsStudy ? 3 : 1);
    life.at = later(life.at, 30 * minute);
    act(life, 'complete', 'delivery');
    evaluate(life, 'completed');
  }

  function decideTwice(life: Life, story: AssistanceStory, referredAt: Date): Date | null {
    const reasons = story.decision;
    if (!reasons) throw new RangeError(`no reasons are written for ${story.key}`);
    const { outcome } = life.course;
    const words = ({ reason, nextSteps }: { reason: string; nextSteps: string }) =>
      `${reason}\n${nextSteps}`;
    if (!vote(life, outcome, words(reasons[outcome]))) return null;
    if (outcome !== 'defer') return referredAt;
    reply(life, referredAt);
    waitForWork(life, 1, 3);
    act(life, 'return_to_research', officerOf(life.request), { question: research.again });
    study(life, story, research.again, false);
    waitForWork(life, 0.5, 1.5);
    act(life, 'refer_to_committee', officerOf(life.request));
    const again = life.at;
    return vote(life, 'accept', words(reasons.accept)) ? again : null;
  }

  function assistance(request: PlannedRequest, at: Date, course: Course): void {
    const story = storyOf(request.story) as AssistanceStory;
    const service = serviceOf(story.service);
    const officer = officerOf(request);
    const life = begin(request, at, course);
    waitForWork(life, 0.2, 1);
    act(life, 'start_check', officer);
    if (course.duplicateOf !== undefined) {
      life.at = later(life.at, 10 * minute);
      put(life, { do: 'mark_duplicate', of: course.duplicateOf, by: officer });
      return;
    }
    if (course.withdraws === 'checking') return withdraw(life);
    life.at = later(life.at, between(10, 50) * minute);
    if (course.asks) {
      ask(
        life,
        officer,
        story.askFor ?? pick(random, replies.askInTalk),
        askedPapers[story.key] ?? null,
      );
    }
    if (service.needsStudy) study(life, story, pick(random, research.questions), true);
    waitForWork(life, 0.05, 0.4);
    put(life, { do: 'check', by: officer });
    life.at = later(life.at, 5 * minute);
    const direct = directReasons[service.slug];
    let referredAt: Date | null = null;
    const accepted = course.outcome !== 'reject';
    if (service.needsCommittee) {
      if (course.referAt && course.referAt > life.at) life.at = course.referAt;
      act(life, 'refer_to_committee', officer);
      referredAt = decideTwice(life, story, life.at);
      if (!referredAt) return;
    } else {
      const outcome = accepted ? 'accept' : 'reject';
      act(life, accepted ? 'accept_directly' : 'reject_directly', officer, {
        reason: direct?.[outcome] ?? story.officerNote,
      });
    }
    reply(life, course.urgent ? null : referredAt);
    if (accepted) return serve(life, service, story);
    evaluate(life, 'rejected');
    if (!course.appeals) return;
    appeal(life);
    serve(life, service, story);
  }

  function talk(request: PlannedRequest, at: Date, course: Course): void {
    const story = storyOf(request.story) as SimpleStory;
    const officer = officerOf(request);
    const second: StaffKey = officer === 'officer' ? 'officer2' : 'officer';
    const life = begin(request, at, course);
    if (course.withdraws) return withdraw(life);
    waitForWork(life, 0.1, 2);
    act(life, 'start', officer);
    if (course.duplicateOf !== undefined) {
      life.at = later(life.at, 10 * minute);
      put(life, { do: 'mark_duplicate', of: course.duplicateOf, by: officer });
      return;
    }
    life.at = later(life.at, between(5, 60) * minute);
    if (course.asks) ask(life, officer, pick(random, replies.askInTalk), null);
    waitForWork(life, 0.05, 3);
    act(life, 'answer', officer, { answer: story.answer });
    reply(life, null);
    if (course.reopens) {
      waitForWork(life, 0.5, 1.5);
      act(life, 'reopen', officer, { reason: replies.reopened });
      life.at = later(life.at, 40 * minute);
      act(life, 'answer', officer, { answer: story.answer });
      reply(life, null);
    }
    if (course.escalates) {
      waitForWork(life, 0.5, 2);
      act(life, 'escalate', officer, { reason: replies.escalation });
      waitForWork(life, 1, 4);
      act(life, 'answer', second, { answer: replies.secondAnswer });
      reply(life, null);
    }
    evaluate(life, 'answered');
    waitForWork(life, 2, 6);
    act(life, 'close', course.escalates ? second : officer);
  }

  function volunteering(request: PlannedRequest, at: Date, course: Course): void {
    const story = storyOf(request.story) as SimpleStory;
    const officer = officerOf(request);
    const life = begin(request, at, course);
    waitForWork(life, 0.2, 2);
    act(life, 'start_screening', officer);
    if (course.withdraws) return withdraw(life);
    waitForWork(life, 0.3, 1);
    if (course.asks) ask(life, officer, replies.askInTalk[2], null);
    waitForWork(life, 1, 4);
    const accepts = course.outcome !== 'reject';
    if (accepts) {
      act(life, 'screen', officer, {
        skills: [volunteersFor[request.story] ?? 'other'],
        days: ['sunday', 'tuesday'],
        times: ['evening'],
        identitySeen: true,
        notes: replies.screened,
        suitable: true,
      });
      waitForWork(life, 0.1, 0.5);
      act(life, 'accept_directly', officer, { reason: story.answer });
    } else act(life, 'decline_volunteer', officer, { reason: replies.declined });
    reply(life, null);
    evaluate(life, accepts ? 'accepted' : 'declined');
  }

  return (request: PlannedRequest, at: Date, course: Course): void => {
    if (request.kind === 'assistance') assistance(request, at, course);
    else if (request.kind === 'volunteering') volunteering(request, at, course);
    else talk(request, at, course);
  };
}
