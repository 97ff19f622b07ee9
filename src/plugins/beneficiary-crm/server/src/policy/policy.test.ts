import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  requestActions,
  requestKinds,
  requestStatuses,
  roles,
} from '../../../contracts/vocabulary';
import { judge, statusAfter } from '../requests/transitions.rules';
import type { ActingAs } from '../requests/transitions.rules';
import { clauseIds, clauses } from './clauses.policy';
import { guardNames, guards } from './guards.policy';
import type { RequestFacts } from './guards.policy';
import { permissions, rolePolicies } from './roles.policy';
import { transitions } from './transitions.policy';

const pluginRoot = path.resolve(__dirname, '../../..');
const repository = path.resolve(pluginRoot, '../../..');

/** The clauses of the policy as the board approved it. */
const approved = [
  ...['P1', 'P2', 'P3', 'G1', 'G2'],
  ...['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O6a', 'O6b', 'O6c', 'O6d', 'O6e'],
  ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'],
  ...['T1', 'T2', 'T3'],
  ...['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'],
];

describe('the clauses of the policy', () => {
  it('are all there, once each, in their order', () => {
    expect(clauses.map((clause) => clause.id)).toEqual(approved);
  });

  it.each(clauses.flatMap((clause) => clause.behind.map((behind) => [clause.id, behind] as const)))(
    '%s has something behind it: %o',
    (_id, behind) => {
      const file = behind.where.startsWith('/')
        ? path.join(repository, behind.where)
        : path.join(pluginRoot, behind.where);
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain(behind.name);
    },
  );

  it('stand in the README as they stand here (npm run policy:table)', () => {
    const readme = readFileSync(path.join(repository, 'README.md'), 'utf8');
    for (const { id, ar, en, behind } of clauses) {
      const row = readme.split('\n').find((line) => line.startsWith(`| ${id} `)) ?? '';
      for (const text of [ar, en, ...behind.map(({ does }) => does)]) expect(row).toContain(text);
    }
  });

  it('are what transitions and roles name', () => {
    for (const { clause } of [...transitions, ...Object.values(rolePolicies)]) {
      expect(clauseIds).toContain(clause);
    }
  });
});

describe('the table of transitions', () => {
  it('has one row at most for a kind, a status and an action', () => {
    const seen = new Set<string>();
    for (const row of transitions) {
      for (const kind of row.kinds) {
        for (const from of row.from) {
          const key = `${kind}|${from}|${row.action}`;
          expect(seen).not.toContain(key);
          seen.add(key);
        }
      }
    }
  });

  it('uses every action, guard and permission that it could', () => {
    expect(new Set(transitions.map((row) => row.action))).toEqual(new Set(requestActions));
    expect(new Set(transitions.flatMap((row) => row.guards))).toEqual(new Set(guardNames));
    const named = new Set<string>(Object.values(rolePolicies).flatMap((role) => role.permissions));
    expect(named).toEqual(new Set<string>(permissions));
    expect(Object.keys(rolePolicies)).toEqual([...roles]);
  });

  it('leads every kind from its submission to an end, and leaves no status without a way on but the last ones', () => {
    const last = [
      'completed',
      'withdrawn',
      'expired',
      'duplicate',
      'closed',
      'declined',
      'rejected',
      'accepted',
    ];
    for (const kind of requestKinds) {
      const rows = transitions.filter((row) => row.kinds.includes(kind));
      const next = (status: string): string[] =>
        rows
          .filter((row) => (row.from as readonly string[]).includes(status))
          .flatMap((row) => {
            if (row.to === 'outcome') return ['accepted', 'rejected', 'deferred'];
            if (row.to === 'resume' || row.to === 'same') return [];
            return [row.to];
          });
      const reached = new Set<string>(['submitted']);
      for (const status of reached) for (const to of next(status)) reached.add(to);
      for (const status of reached) {
        if (status !== 'awaiting_applicant' && next(status).length === 0)
          expect(last).toContain(status);
      }
      expect([...reached].some((status) => last.includes(status))).toBe(true);
    }
  });
});

const facts: fc.Arbitrary<RequestFacts> = fc.record({
  kind: fc.constantFrom(...requestKinds),
  status: fc.constantFrom(...requestStatuses, 'new' as const),
  complete: fc.boolean(),
  checklistDone: fc.boolean(),
  declaration: fc.constantFrom('stands', 'broken', 'missing', 'not_needed'),
  needsStudy: fc.boolean(),
  needsCommittee: fc.boolean(),
  needsEnrolment: fc.boolean(),
  studyPresent: fc.boolean(),
  earlierStudy: fc.boolean(),
  promiseTold: fc.boolean(),
  decision: fc.option(
    fc.record({
      outcome: fc.constantFrom('accepted', 'rejected', 'deferred'),
      repliedAt: fc.option(fc.date({ noInvalidDate: true })),
    }),
  ),
  replyAllowed: fc.boolean(),
  appealUntil: fc.option(fc.date({ noInvalidDate: true })),
  appealed: fc.boolean(),
  appealAnswer: fc.option(fc.constantFrom('accepted', 'rejected', 'deferred')),
  panel: fc.constantFrom('sits', 'missing', 'no_chair', 'too_few', 'not_asked'),
  enrolled: fc.boolean(),
  deliveries: fc.nat(3),
  allocations: fc.record({ approved: fc.nat(2), unsettled: fc.nat(2), ended: fc.nat(2) }),
  answerDeadline: fc.option(fc.date({ noInvalidDate: true })),
  reminders: fc.record({
    due: fc.nat(3),
    sent: fc.nat(3),
    all: fc.nat(3),
    lastAt: fc.option(fc.date({ noInvalidDate: true })),
  }),
  aboutStaff: fc.option(fc.nat(3)),
  offeredAsFaq: fc.boolean(),
  improvementStarted: fc.boolean(),
  screening: fc.constantFrom('missing', 'suitable', 'unsuitable'),
  stage: fc.constantFrom(1, 2),
  firstStageHandler: fc.option(fc.nat(3)),
  actingStaff: fc.option(fc.nat(3)),
});
const acting: fc.Arbitrary<ActingAs> = fc.oneof(
  fc.constantFrom<ActingAs>({ kind: 'applicant' }, { kind: 'system' }, { kind: 'committee' }),
  fc
    .subarray([...permissions])
    .map((held): ActingAs => ({ kind: 'staff', permissions: new Set(held) })),
);

describe('judging an action', () => {
  const now = new Date('2026-11-22T09:00:00Z');

  it('allows what a row names for the person and every guard lets through, and nothing else', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...requestActions), acting, (known, action, as) => {
        const verdict = judge(known, action, as, now);
        const row = transitions.find(
          (one) =>
            one.action === action &&
            one.kinds.includes(known.kind) &&
            one.from.includes(known.status),
        );
        const named = row?.who.some((who) =>
          as.kind === 'staff' ? [...as.permissions].some((held) => held === who) : who === as.kind,
        );
        const held = row?.guards.every((guard) => guards[guard](known, now));
        expect(verdict.ok).toBe(Boolean(row && named && held));
        if (!verdict.ok) expect(verdict.refusals.length).toBeGreaterThan(0);
      }),
      { numRuns: 3_000 },
    );
  });

  it('names every guard that refuses at once', () => {
    const referral: RequestFacts = {
      kind: 'assistance',
      status: 'checking',
      complete: false,
      checklistDone: false,
      declaration: 'broken',
      needsStudy: true,
      needsCommittee: true,
      needsEnrolment: true,
      studyPresent: false,
      earlierStudy: false,
      promiseTold: true,
      decision: null,
      replyAllowed: false,
      appealUntil: null,
      appealed: false,
      appealAnswer: null,
      panel: 'not_asked',
      enrolled: false,
      deliveries: 0,
      allocations: { approved: 0, unsettled: 0, ended: 0 },
      answerDeadline: null,
      reminders: { due: 0, sent: 0, all: 2, lastAt: null },
      aboutStaff: null,
      offeredAsFaq: false,
      improvementStarted: false,
      screening: 'missing',
      stage: 1,
      firstStageHandler: null,
      actingStaff: 1,
    };
    const officer: ActingAs = { kind: 'staff', permissions: new Set(['requests.check']) };
    expect(judge(referral, 'refer_to_committee', officer, now)).toEqual({
      ok: false,
      refusals: ['complete', 'checklist_done', 'declaration_stands', 'study_present'],
    });
    expect(judge(referral, 'refer_to_committee', { kind: 'applicant' }, now)).toEqual({
      ok: false,
      refusals: ['not_permitted'],
    });
  });

  it('never moves to a status that the vocabulary does not know', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...transitions), (known, row) => {
        fc.pre(row.to !== 'outcome' || known.decision !== null);
        expect(requestStatuses).toContain(statusAfter(row, known, 'checking'));
      }),
    );
  });
});
