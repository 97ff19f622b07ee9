import { duplicateIssue } from './duplicate.rules';
import type { Comparable } from './duplicate.rules';

const one: Comparable = {
  id: 'later',
  kind: 'assistance',
  submitted_at: new Date('2026-11-02'),
  ended_at: null,
  beneficiary_id: null,
  id_index: null,
  applicant_phone: '+966551234567',
};
const other: Comparable = { ...one, id: 'earlier', submitted_at: new Date('2026-11-01') };

describe('a request is followed in another', () => {
  it('that is earlier, open, of the same kind and the same person', () => {
    expect(duplicateIssue(one, other)).toBeNull();
  });

  it.each([
    ['itself', { id: 'later' }, 'not_found'],
    ['another kind', { kind: 'inquiry' }, 'duplicate.other_kind'],
    ['another phone', { applicant_phone: '+966551234568' }, 'duplicate.other_person'],
    ['what has ended', { ended_at: new Date() }, 'duplicate.ended'],
    ['a later one', { submitted_at: new Date('2026-11-03') }, 'duplicate.later'],
    ['one of the same moment', { submitted_at: one.submitted_at }, 'duplicate.later'],
  ] as const)('not in %s', (_what, change, issue) => {
    expect(duplicateIssue(one, { ...other, ...change })).toBe(issue);
  });

  it.each([
    ['one file, two phones', { beneficiary_id: 'f1' }, { beneficiary_id: 'f1' }, true],
    ['two files, one phone', { beneficiary_id: 'f1' }, { beneficiary_id: 'f2' }, false],
    ['one ID number, two phones', { id_index: 'n1' }, { id_index: 'n1' }, true],
    ['a mother and her son, one phone', { id_index: 'n1' }, { id_index: 'n2' }, false],
    ['a file here, none there, one phone', { beneficiary_id: 'f1' }, {}, true],
  ] as const)('%s', (name, mine, theirs, same) => {
    const phone = name.includes('two phones') ? '+966551234500' : one.applicant_phone;
    const issue = duplicateIssue(
      { ...one, ...mine },
      { ...other, ...theirs, applicant_phone: phone },
    );
    expect(issue).toBe(same ? null : 'duplicate.other_person');
  });
});
