import type { ContactRow, FileRow, IdentityRow } from '../../registry/person.types';
import { addDays, riyadhDate } from '../../kernel/calendar.rules';
import type { Crm } from '../../kernel/crm';
import type { UnitOfWork } from '../../kernel/unit-of-work';
import type { FileStatus } from '../../../../contracts/vocabulary';
import {
  addDocument,
  addMember,
  changeOf,
  changePerson,
  changeStatus,
  findMatches,
  giveConsent,
  joinHousehold,
  recordAuthority,
  recordSighting,
  withdrawConsent,
} from '../../registry';
import type { FileChange } from '../../registry/file.service';
import { currentLegalText } from '../../services';
import { categoriesOf, districts, familyOf, guardianOf } from '../content/families';
import type { FamilyMember } from '../content/families';
import type { DemoPerson } from '../content/people';
import type { Clock } from './moved';
import type { Timed } from './desk';
import type { Plan, StaffKey } from './plan.types';
import { atWork, day, later } from './plan.time';
import type { Stage } from './stage';

type Held = FileRow & { person: DemoPerson };

/** Of so many files, one each stands otherwise than active. */
const standings: readonly { status: FileStatus; reason: string }[] = [
  {
    status: 'paused',
    reason: 'سافرت الأسرة إلى منطقة أخرى مدة الصيف، وطلبت إيقاف الملف حتى تعود.',
  },
  { status: 'deceased', reason: 'بلّغ ابنه بوفاته رحمه الله، واطّلعنا على شهادة الوفاة.' },
  { status: 'archived', reason: 'انتقل للعمل في الرياض واستغنى عن خدمات الجمعية.' },
];

/** What is done to the files that the requests bring about. */
export interface Families {
  /** the visits that fall due until then, each once */
  due(until: Date): Promise<Timed[]>;
  /** who is away, has died or has moved by the end of the play */
  end(): Promise<void>;
}

/**
 * Fills the files: facts, families, papers, consents, and who acts for whom; each on a visit a few days after it
 * was opened, so that the chain of events tells everything in its order.
 */
export async function familiesOf(
  crm: Crm,
  clock: Clock,
  stage: Stage,
  plan: Plan,
  now: Date,
): Promise<Families> {
  const people = new Map(plan.requests.map(({ person }) => [person.fullName, person]));
  const notice = await currentLegalText(crm, 'consent');
  const fill = fillerOf(crm, stage, notice.version);
  const held: Held[] = [];
  let waiting: Timed[] = [];
  let last = '';

  async function visit(file: Held, at: number): Promise<void> {
    const told = clock.tells;
    clock.tells = false;
    await fill.facts(file, at);
    await fill.family(file);
    await fill.papers(file, at, now);
    await fill.consents(file, at);
    clock.tells = told;
  }

  async function expectVisits(): Promise<void> {
    const opened: FileRow[] = await crm
      .db<FileRow>('crm_beneficiaries')
      .where('file_number', '>', last)
      .orderBy('file_number');
    last = opened.at(-1)?.file_number ?? last;
    for (const row of opened) {
      const person = people.get(row.name);
      if (!person) continue;
      const file = { ...row, person };
      const at = held.push(file) - 1;
      // Never after now.
      const visited = atWork(later(file.created_at, (2 + (at % 9)) * day));
      waiting.push({ at: visited < now ? visited : now, take: () => visit(file, at) });
    }
  }

  return {
    async due(until) {
      await expectVisits();
      const due = waiting.filter(({ at }) => at <= until);
      waiting = waiting.filter(({ at }) => at > until);
      return due;
    },
    end: () => fill.endings(held),
  };
}

function fillerOf(crm: Crm, stage: Stage, noticeVersion: string) {
  const by = (key: StaffKey) => stage.staffOf(key);
  const versionOf = async (id: string): Promise<number> =>
    (await crm.db('crm_beneficiaries').where({ id }).first<{ version: number }>('version')).version;
  const change = async (
    id: string,
    work: (unit: UnitOfWork, file: FileRow) => Promise<FileChange>,
    key: StaffKey = 'officer',
  ) => {
    const on = { id, expectedVersion: await versionOf(id), staff: by(key) };
    await changeOf(crm, on, work);
  };

  async function facts(file: Held, at: number): Promise<void> {
    const { person } = file;
    const contacts: ContactRow[] = await crm
      .db('crm_contact_points')
      .where({ beneficiary_id: file.id });
    const body = {
      expectedVersion: file.version,
      name: file.name,
      sex: person.gender,
      birthYear: person.birthYear,
      city: person.city,
      district: districts[at % districts.length],
      branch: person.branch,
      preferredChannel: file.preferred_channel ?? ('phone' as const),
      preferredTimes: at % 3 === 0 ? (['evening'] as const).slice() : [],
      contacts: contacts.map(({ kind, value, preferred }) => ({ kind, value, preferred })),
      categories: [...categoriesOf[person.category]],
    };
    await change(file.id, (unit, held) => changePerson(unit, held, body, by('officer'), []));
  }

  async function member(file: Held, one: FamilyMember): Promise<void> {
    const { name, sex, birthYear, relationship, dependant, idNumber } = one;
    const identity = idNumber ? { type: 'national_id' as const, number: idNumber } : null;
    // The officer looks at whom the entry resembles, and says that they are others.
    const alike = await findMatches(
      crm,
      crm.db,
      { name, birthYear, contacts: [], identity },
      by('officer'),
      'ar',
    );
    const body = {
      expectedVersion: await versionOf(file.id),
      name,
      sex,
      birthYear,
      relationship,
      dependant,
      ...(identity ? { identity } : {}),
      differentFrom: alike.matches.map((match) => match.file.id),
    };
    await crm.transaction((unit) => addMember(unit, file.id, body, by('officer'), 'ar'));
  }

  async function family(file: Held): Promise<void> {
    const members = familyOf(file.person);
    if (members.length === 0) return;
    const own = { expectedVersion: 1, relationship: 'head' as const, dependant: false };
    await change(file.id, (unit, held) => joinHousehold(unit, held, own, null));
    for (const one of members) await member(file, one);
    if (file.person.category === 'orphan_family') await guard(file);
  }

  /** The youngest is an orphan, for whom an uncle acts by a deed of the court. */
  async function guard(file: Held): Promise<void> {
    const child = await crm
      .db('crm_household_members as mine')
      .join('crm_household_members as m', 'm.household_id', 'mine.household_id')
      .join('crm_beneficiaries as b', 'b.id', 'm.beneficiary_id')
      .where('mine.beneficiary_id', file.id)
      .where('m.dependant', true)
      .orderBy('b.birth_year', 'desc')
      .first<{ id: string } | undefined>('b.id');
    if (!child) return;
    const deed = {
      expectedVersion: 1,
      holderName: guardianOf(file.person),
      kind: 'guardian' as const,
      relationship: 'other' as const,
      proof: 'guardianship_deed' as const,
      proofNumber: String(430_000_000 + file.person.index),
      issuedBy: 'محكمة الأحوال الشخصية بالطائف',
      how: 'in_person' as const,
    };
    await change(child.id, (unit, held) => recordAuthority(unit, held, deed, by('officer')));
  }

  async function papers(file: Held, at: number, now: Date): Promise<void> {
    const today = riyadhDate(now);
    if (at % 2 === 0) {
      const lease = {
        expectedVersion: 1,
        kind: 'lease' as const,
        upload: await stage.upload(crm, 'lease'),
        validUntil: addDays(today, at % 4 === 0 ? 12 + at : 200 + at),
      };
      await change(file.id, (unit, held) => addDocument(unit, held, lease, by('officer')));
    }
    if (at % 6 !== 1) return;
    const identity: IdentityRow | undefined = await crm
      .db<IdentityRow>('crm_identities')
      .where({ beneficiary_id: file.id })
      .first();
    if (!identity) return;
    const seen = {
      expectedVersion: await versionOf(file.id),
      type: identity.type,
      identity: identity.id,
      expiresOn: addDays(today, 18 + at),
      issuingPlace: 'الطائف',
      how: 'in_person' as const,
    };
    await crm.transaction((unit) => recordSighting(unit, file.id, seen, by('officer2'), 'ar'));
  }

  async function consents(file: Held, at: number): Promise<void> {
    if (at % 2 === 1) return;
    const given = {
      expectedVersion: 1,
      purpose: 'awareness' as const,
      noticeVersion,
      how: at % 4 === 0 ? ('on_screen' as const) : ('phone' as const),
    };
    await change(file.id, (unit, held) =>
      giveConsent(unit, held, given, by('officer'), noticeVersion),
    );
    if (at % 10 !== 4) return;
    const consent = await crm
      .db('crm_consents')
      .where({ beneficiary_id: file.id })
      .first<{ id: string }>('id');
    const taken = { expectedVersion: 1, how: 'phone' as const };
    await change(file.id, (unit, held) =>
      withdrawConsent(unit, held, consent.id, taken, by('officer2'), 'ar'),
    );
  }

  /** Who was served to the end: one of them is away, one has died, one has moved. */
  async function endings(held: readonly Held[]): Promise<void> {
    const open: string[] = await crm
      .db('crm_requests')
      .whereNull('ended_at')
      .whereNotNull('beneficiary_id')
      .distinct()
      .pluck('beneficiary_id');
    const served = held.filter(({ id, person }) => !open.includes(id) && person.gender === 'male');
    for (const [at, { status, reason }] of standings.entries()) {
      const file = served[at];
      if (!file) return;
      await change(file.id, (unit, row) =>
        changeStatus(unit, row, { expectedVersion: 1, status, reason }),
      );
    }
  }

  return { facts, family, papers, consents, endings };
}
