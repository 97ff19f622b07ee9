import { judgeMatchBody } from '../../../../contracts/duplicates';
import type { Sex } from '../../../../contracts/vocabulary';
import type { Crm } from '../../kernel/crm';
import { openCheckedFile } from '../../registry';
import { judgeMatch } from '../../registry/matches.service';
import { writtenDown } from '../content/likeness';
import type { WrittenDown } from '../content/likeness';
import { filesAtDesk } from './desk';
import type { Timed } from './desk';
import { workdayAgo } from './plan.time';
import type { Stage } from './stage';

interface Known {
  id: string;
  name: string;
  phone: string;
}

/** Pairs of files that may be one person, and one pair that was merged; by the registry's own services. */
export function likenessesOf(crm: Crm, stage: Stage, now: Date): Timed[] {
  const taken = new Set<string>();

  /** Somebody of the desk's whose file the delegate of this branch may not see; for each who is written down another. */
  async function known(sex: Sex, branch: string | null): Promise<Known> {
    const person: Known | undefined = await filesAtDesk(crm.db)
      .join('crm_contact_points as c', 'c.beneficiary_id', 'f.id')
      .where('c.kind', 'mobile')
      .whereRaw('(f.name like ?) = ?', ['% بنت %', sex === 'female'])
      .whereRaw('f.branch is distinct from ?', [branch])
      .whereNotIn('f.id', [...taken])
      .orderBy('f.file_number')
      .first('f.id', 'f.name', 'c.value as phone');
    if (!person) throw new Error('nobody of the demo has a file by now');
    taken.add(person.id);
    return person;
  }

  return writtenDown.flatMap((one): Timed[] => {
    const steps: Timed[] = [];
    const delegate = stage.staffOf(one.by);
    const { branch } = delegate;
    let pair: { id: string; keep: string } | null = null;
    steps.push({
      at: workdayAgo(now, one.ago),
      async take() {
        // A phone is a mother's.
        const sex = one.shares === 'phone' ? 'female' : one.sex;
        const alike = one.shares ? await known(sex, branch) : null;
        const person = personOf(one, alike, branch);
        const entry = { path: 'delegate' as const, staffId: delegate.id };
        const opened = await crm.transaction((unit) =>
          openCheckedFile(unit, person, entry, [], delegate),
        );
        const match = await crm
          .db('crm_file_matches')
          .where({ left_id: opened.id })
          .orWhere({ right_id: opened.id })
          .first<{ id: string } | undefined>('id');
        if (match && alike) pair = { id: match.id, keep: alike.id };
      },
    });
    if (one.mergedAgo === undefined) return steps;
    steps.push({
      at: workdayAgo(now, one.mergedAgo),
      async take() {
        if (!pair) throw new Error('the demo has no pair to merge');
        const { id, keep } = pair;
        const body = judgeMatchBody.parse({ verdict: 'same', keep, take: [], note: one.note });
        await crm.transaction((unit) => judgeMatch(unit, id, body, stage.staffOf('officer')));
      },
    });
    return steps;
  });
}

const personOf = (
  { name, sex, birthYear, phone, shares }: WrittenDown,
  alike: Known | null,
  branch: string | null,
) => ({
  name: name ?? alike?.name.replaceAll(' بن ', ' ') ?? '',
  sex,
  birthYear: birthYear ?? null,
  branch,
  contacts: [
    {
      kind: 'mobile' as const,
      value: shares === 'phone' && alike ? alike.phone : phone,
      preferred: true,
    },
  ],
});
