import type { StudyDesk } from '../../../../contracts/study';
import type { Locale } from '../../../../contracts/vocabulary';
import { riyadhDate } from '../../kernel/calendar.rules';
import type { Crm } from '../../kernel/crm';
import type { Staff } from '../../kernel/room';
import { visitsOf } from '../../reception';
import { ageAt, filesOfPerson, householdOf } from '../../registry';
import { fieldView } from '../../services';
import { findForStaff, knownTo } from '../access';
import type { ReferralRow, RequestRow } from '../request.types';
import { noticeToRead } from './consent.service';
import { readDraft } from './draft.service';
import { photographyHindrance, visitPapersOf } from './papers.service';
import { studiesOf } from './study.view';

type Household = NonNullable<StudyDesk['writing']>['household'];

/** The people of the registry's household, as far as the reader may know them; none without a file. */
async function householdFor(crm: Crm, request: RequestRow, staff: Staff): Promise<Household> {
  const { db } = crm;
  if (request.beneficiary_id === null) return [];
  const members = await householdOf(db, await filesOfPerson(db, request.beneficiary_id));
  const today = riyadhDate(crm.now());
  return members
    .filter(({ branch }) => staff.branch === null || branch === staff.branch)
    .map(({ id, name, relationship, birth_date, birth_year }) => ({
      key: id,
      name,
      relation: relationship,
      age: ageAt(today, { birthDate: birth_date, birthYear: birth_year }),
    }));
}

/** GET /requests/:id/study: the studies, what they rest on, and what is needed to write the next. */
export async function readStudyDesk(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<StudyDesk> {
  const { db } = crm;
  const request = await findForStaff(crm, id, staff);
  const open: Pick<ReferralRow, 'id' | 'study_id'> | undefined = await db('crm_referrals')
    .where({ request_id: request.id })
    .whereNull('answered_at')
    .first('id', 'study_id');
  const writes =
    staff.permissions.has('research.study') && open !== undefined && request.ended_at === null;
  const [studies, visits, papers, hindrance, draft, household] = await Promise.all([
    studiesOf(crm, db, request, locale),
    visitsOf(crm, request.id),
    visitPapersOf(crm, request.id),
    photographyHindrance(crm, request),
    writes ? readDraft(crm, request.id) : null,
    writes ? householdFor(crm, request, staff) : [],
  ]);
  return {
    studies,
    referral: open ? { id: open.id, answeredByStudy: open.study_id !== null } : null,
    visits,
    papers,
    photography: {
      allowed: hindrance === null,
      message: hindrance && crm.say(locale, hindrance),
      notice:
        writes && hindrance === 'error.photography_no_consent'
          ? await noticeToRead(crm, locale)
          : null,
    },
    writing: writes
      ? {
          questions: request.form.study.map((field) => fieldView(field, locale)),
          household,
          draft,
        }
      : null,
  };
}

/** What waits for social research, as far as this reader sees it: the home page's figures. */
export async function countResearch(
  { db }: Pick<Crm, 'db'>,
  { id, branch }: Pick<Staff, 'id' | 'branch'>,
): Promise<{ referrals: number; drafts: number }> {
  const inResearch = () =>
    db('crm_requests as r')
      .where('r.status', 'social_research')
      .modify(knownTo({ id, branch }, 'r'));
  const [referrals, drafts] = await Promise.all([
    inResearch().count<{ n: string }[]>('* as n'),
    inResearch()
      .join('crm_study_drafts as d', 'd.request_id', 'r.id')
      .where('d.saved_by', id)
      .count<{ n: string }[]>('* as n'),
  ]);
  return { referrals: Number(referrals[0]?.n ?? 0), drafts: Number(drafts[0]?.n ?? 0) };
}
