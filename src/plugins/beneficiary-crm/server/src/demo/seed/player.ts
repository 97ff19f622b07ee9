import { createHash } from 'node:crypto';
import type { RequestAction } from '../../../../contracts/vocabulary';
import { recordAttendance } from '../../committee/attendance.service';
import { castBallot } from '../../committee/ballot.service';
import { closeItem } from '../../committee/close.service';
import { issueDecision, releaseEarly } from '../../committee/decision.service';
import { changeMotion } from '../../committee/motion.service';
import { openItem } from '../../committee/opening.service';
import { planSession } from '../../committee/planning.service';
import { recuse } from '../../committee/recusal.service';
import type { Crm } from '../../kernel/crm';
import { hiddenAmong } from '../../kernel/hidden';
import { committeeWords } from '../content/casework';
import type { UnitOfWork } from '../../kernel/unit-of-work';
import { openMessage } from '../../messages/outbox.service';
import { bookAppointment, endAppointment } from '../../reception/appointments.service';
import { act, actingApplicant, actingSystem } from '../../requests';
import type { Acting, RequestRow } from '../../requests';
import {
  checklistKeys,
  documentsOf,
  findRequest,
  openAnswers,
} from '../../requests/request.repository';
import { newCredentials, submitRequest } from '../../requests/submit.service';
import { submitEvaluation } from '../../satisfaction';
import { currentLegalText } from '../../services/catalogue.service';
import { submitAppeal } from '../../requests/appeal.service';
import { withAllocation } from './allocations';
import type { PlannedRequest, Plan, StaffKey, Step, Who } from './plan.types';
import type { Stage } from './stage';

const locale = 'ar';

type ItemStep = Extract<Step, { request: number; session: number }>;
type RequestStep = Exclude<Extract<Step, { request: number }>, ItemStep>;

/** @returns what takes one step of the plan, with what the steps before it have brought about */
export function playerOf(crm: Crm, stage: Stage, plan: Plan): (step: Step) => Promise<void> {
  const { staffOf } = stage;
  /** ids and references of the requests that are in, by their place in the plan */
  const requests = new Map<number, { id: string; reference: string }>();
  const sessions = new Map<number, { id: string; items: ReadonlyMap<string, string> }>();
  const appointments = new Map<number, string>();
  /** one-time links that were read out to their applicants */
  const tokens = new Map<number, string>();

  const actingOf = (who: Who): Acting => {
    if (who === 'applicant') return actingApplicant;
    if (who === 'system') return actingSystem;
    const { id, permissions } = staffOf(who);
    return { as: { kind: 'staff', permissions }, actor: { kind: 'staff', id } };
  };
  const held = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value => {
    const value = map.get(key);
    if (value === undefined) throw new Error(`the plan knows nothing of ${String(key)} by now`);
    return value;
  };
  const rowOf = async (index: number): Promise<RequestRow> => {
    const { id, reference } = held(requests, index);
    const row = await findRequest(crm.db, { id });
    if (!row) throw new Error(`the request ${reference} is gone`);
    return row;
  };
  const doAct = async (
    index: number,
    action: RequestAction,
    who: Who,
    said?: Record<string, unknown>,
  ) => {
    const { id } = held(requests, index);
    const body = await withAllocation(crm, stage, id, action, said);
    await crm.transaction((unit) => act(unit, id, action, actingOf(who), { body, locale }));
  };
  const uploads = async (keys: readonly string[]) => {
    const documents: { key: string; upload: string }[] = [];
    for (const key of keys) documents.push({ key, upload: await stage.upload(crm, key) });
    return documents;
  };

  async function submit(request: PlannedRequest): Promise<void> {
    const { person, kind } = request;
    if (kind === 'appeal') throw new Error('an appeal is not submitted as a request');
    const [consent, declaration] = await Promise.all([
      currentLegalText(crm, 'consent'),
      currentLegalText(crm, 'declaration'),
    ]);
    const body = {
      kind,
      ...(request.service ? { service: request.service } : {}),
      applicant: {
        name: person.fullName,
        phone: person.mobile,
        city: person.city,
        preferredChannel: person.email ? ('email' as const) : ('phone' as const),
        ...(person.email ? { email: person.email } : {}),
        ...(request.givesIdentity ? { idType: person.idType, idNumber: person.idNumber } : {}),
      },
      answers: request.answers,
      documents: await uploads(request.papers),
      ...(kind === 'assistance'
        ? {
            declaration: {
              version: declaration.version,
              name: person.fullName,
              way: request.receivedBy === 'applicant' ? ('typed' as const) : ('paper' as const),
            },
          }
        : {}),
      consent: { version: consent.version },
    };
    const { channel, branch, locale: spoken } = request;
    const acting = actingOf(request.receivedBy);
    const credentials = newCredentials();
    const { id, reference } = await crm.transaction((unit) =>
      submitRequest(unit, { body, channel, branch, locale: spoken, acting }, credentials),
    );
    requests.set(request.index, { id, reference });
  }

  async function appeal(index: number, of: number, message: string): Promise<void> {
    const first = await rowOf(of);
    const { reference } = await crm.transaction((unit) =>
      submitAppeal(
        unit,
        first.id,
        { message, channel: 'website', locale: first.locale },
        actingApplicant,
        newCredentials(),
      ),
    );
    const row = await findRequest(crm.db, { reference });
    if (!row) throw new Error(`the appeal ${reference} is gone`);
    requests.set(index, { id: row.id, reference });
  }

  async function check(index: number, by: StaffKey): Promise<void> {
    const row = await rowOf(index);
    const documents = await documentsOf(crm.db, row.id);
    const keys = documents.map(({ key }) => key);
    const tick = (unit: UnitOfWork, action: 'check_item' | 'judge_document', body: object) =>
      act(unit, row.id, action, actingOf(by), { body, locale });
    await crm.transaction(async (unit) => {
      for (const { key, file_id: file } of documents)
        await tick(unit, 'judge_document', { key, file, state: 'accepted' });
      for (const key of checklistKeys(row, openAnswers(crm, row), keys))
        if (!key.startsWith('document.')) await tick(unit, 'check_item', { key, state: 'ok' });
    });
  }

  async function meet(step: Extract<Step, { do: 'plan_session' }>): Promise<void> {
    const id = await crm.transaction((unit) =>
      planSession(unit, staffOf(step.by), {
        heldOn: step.heldOn,
        purpose: step.purpose,
        form: 'room',
      }),
    );
    const items = await crm
      .db('crm_agenda_items')
      .where({ session_id: id })
      .select<{ id: string; request_id: string }[]>('id', 'request_id');
    sessions.set(step.session, {
      id,
      items: new Map(items.map((item) => [item.request_id, item.id])),
    });
  }

  /** Reads the kept invitation, as whoever rings the applicant up does. */
  async function handOver(index: number): Promise<void> {
    const { id } = held(requests, index);
    const invitation: { message_id: string } | undefined = await crm
      .db('crm_invitations')
      .where({ request_id: id })
      .where({ used: false })
      .whereNull('revoked_at')
      .whereNotNull('message_id')
      .first('message_id');
    // Nobody is asked too often, so not every end brings an invitation.
    if (!invitation) return;
    const { body } = await openMessage(crm, invitation.message_id, staffOf('quality'));
    const [, token] = /#t=([\w-]+)/.exec(body) ?? [];
    if (token) tokens.set(index, token);
  }

  async function evaluate(index: number, answers: Record<string, string | number>): Promise<void> {
    const token = tokens.get(index);
    if (token) await submitEvaluation(crm, token, answers);
  }

  async function book(step: Extract<Step, { do: 'book' }>): Promise<void> {
    const { kind, minutes, purpose } = step;
    const { id } = await bookAppointment(
      crm,
      { 'idempotency-key': `demo-${step.appointment}` },
      {
        kind,
        minutes,
        purpose,
        request: held(requests, step.request).id,
        staff: staffOf(step.with).id,
        startsAt: step.startsAt.toISOString(),
        outsideHours: false,
      },
      staffOf(step.by),
    );
    appointments.set(step.appointment, id);
  }

  async function endMeeting(step: Extract<Step, { do: 'end_appointment' }>): Promise<void> {
    const id = held(appointments, step.appointment);
    await endAppointment(crm, id, { expectedVersion: 1, ...step.end }, staffOf(step.by));
  }

  async function onItem(step: ItemStep): Promise<void> {
    const { id } = held(requests, step.request);
    const session = held(sessions, step.session);
    const item = held(session.items, id);
    const { by } = step;
    const on = { session: session.id, item, member: staffOf(by).id };
    const key = createHash('sha256').update(`${item}:${by}`).digest('hex');
    await crm.transaction(async (unit: UnitOfWork) => {
      switch (step.do) {
        case 'motion': {
          const { amount, conditions } = step;
          return changeMotion(unit, on, { amount, ...(conditions ? { conditions } : {}) }, locale);
        }
        case 'open':
          return openItem(unit, on, locale);
        case 'attendance': {
          const { state } = step;
          return recordAttendance(unit, on, { memberId: staffOf(step.of).id, state }, locale);
        }
        case 'recuse': {
          // A conflict that was declared in an earlier round stands.
          const { id } = held(requests, step.request);
          if ((await hiddenAmong(unit.trx, on.member, [id])).has(id)) return;
          return recuse(unit, on, { ground: 'relative', reason: step.reason }, locale);
        }
        case 'ballot': {
          const { choice, reservation } = step;
          const reserved = reservation ? { reservation } : {};
          const ballot =
            choice === 'defer'
              ? { choice, missing: committeeWords.missing, ...reserved }
              : { choice, ...reserved };
          await castBallot(unit, on, ballot, key, locale);
          return;
        }
        case 'close':
          await closeItem(unit, on, locale);
          return;
        case 'decision':
          return issueDecision(unit, on, step.reason, locale);
        case 'release':
          return releaseEarly(unit, on, step.reason, locale);
      }
    });
  }

  async function onRequest(step: RequestStep): Promise<void> {
    const { request: index } = step;
    switch (step.do) {
      case 'submit': {
        const request = plan.requests[index];
        if (!request) throw new Error(`the plan has no request ${index}`);
        return submit(request);
      }
      case 'appeal':
        return appeal(index, step.of, step.message);
      case 'act':
        return doAct(index, step.action, step.by, step.body);
      case 'check':
        return check(index, step.by);
      case 'respond': {
        const documents = await uploads(step.papers);
        const message = step.message ? { message: step.message } : {};
        return doAct(index, 'respond', 'applicant', { documents, ...message });
      }
      case 'mark_duplicate': {
        const { reference } = held(requests, step.of);
        return doAct(index, 'mark_duplicate', step.by, { of: reference });
      }
      case 'book':
        return book(step);
      case 'end_appointment':
        return endMeeting(step);
      case 'hand_over':
        return handOver(index);
      case 'evaluate':
        return evaluate(index, step.answers);
    }
  }

  return async (step) => {
    if (step.do === 'plan_session') return meet(step);
    return 'session' in step ? onItem(step) : onRequest(step);
  };
}
