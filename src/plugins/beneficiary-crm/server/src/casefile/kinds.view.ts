import type { RequestDetail } from '../../../contracts/admin';
import type { Crm } from '../kernel/crm';
import { notHidden } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import type { RequestRow } from '../requests';
import { screeningOf, screeningPlace } from '../requests/screening.repository';

type Kinds = Pick<RequestDetail, 'duplicateOf' | 'duplicates' | 'complaint' | 'screening' | 'led'>;

const reference = ({ id, reference: code }: { id: string; reference: string }) => ({
  id,
  reference: code,
});

/** What requests that ask for no service have beside the rest: whom a complaint is about, a screening, what came of it. */
export async function kindsView(
  crm: Crm,
  row: RequestRow,
  staff: Pick<Staff, 'id'>,
): Promise<Kinds> {
  const { db } = crm;
  const [into, from, screening, improvement] = await Promise.all([
    row.duplicate_of
      ? db('crm_requests')
          .where({ id: row.duplicate_of })
          .modify(notHidden(staff.id, 'id'))
          .first<{ id: string; reference: string }>('id', 'reference')
      : null,
    db('crm_requests')
      .where({ duplicate_of: row.id })
      .modify(notHidden(staff.id, 'id'))
      .orderBy('submitted_at')
      .select<{ id: string; reference: string; submitted_at: Date }[]>(
        'id',
        'reference',
        'submitted_at',
      ),
    row.kind === 'volunteering' ? screeningOf(db, row.id) : null,
    row.kind === 'complaint' || row.kind === 'suggestion'
      ? db('crm_improvements')
          .where({ request_id: row.id })
          .first<{ title_ar: string } | undefined>('title_ar')
      : undefined,
  ]);
  const names = await staffNames(
    crm,
    [row.about_staff_id, row.first_handler_id, screening?.screened_by].filter((id) => id != null),
  );
  return {
    duplicateOf: into ? reference(into) : null,
    duplicates: from.map((one) => ({
      ...reference(one),
      submittedAt: one.submitted_at.toISOString(),
    })),
    complaint:
      row.kind === 'complaint'
        ? {
            stage: row.stage,
            about:
              row.about_staff_id === null
                ? null
                : { id: row.about_staff_id, name: names.get(row.about_staff_id) ?? '—' },
            first: row.first_handler_id === null ? null : (names.get(row.first_handler_id) ?? '—'),
          }
        : null,
    screening: screening && {
      skills: screening.skills,
      days: screening.days,
      times: screening.times,
      identitySeen: screening.identity_seen,
      guardianAgreed: screening.guardian_agreed,
      notes: crm.vault.open(screeningPlace(row.id, screening.version), screening.notes_sealed),
      suitable: screening.suitable,
      by: names.get(screening.screened_by) ?? '—',
      at: screening.screened_at.toISOString(),
    },
    led: { faq: row.faq_id !== null, improvement: improvement?.title_ar ?? null },
  };
}
