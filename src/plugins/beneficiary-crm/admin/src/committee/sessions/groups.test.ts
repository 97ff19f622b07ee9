import type { SessionSummary } from '../../../../contracts/sessions';
import { committeesOf, groupSessions } from './groups';

const session = (
  id: string,
  status: SessionSummary['status'],
  heldOn: string,
  part: Partial<SessionSummary> = {},
): SessionSummary => ({
  id,
  number: 1,
  ordinal: 1,
  hijriYear: 1448,
  form: 'room',
  status,
  committee: 'a',
  committeeName: 'لجنة البحث',
  purpose: 'requests',
  heldOn,
  dates: { gregorian: '', hijri: '' },
  time: null,
  place: null,
  closesAt: null,
  version: 1,
  minutes: null,
  items: 0,
  decided: 0,
  needsMyVote: 0,
  ...part,
});
const ids = (sessions: readonly SessionSummary[]) => sessions.map(({ id }) => id).join('');

test('what comes is read from the nearest on, what was from the latest back', () => {
  const { open, upcoming, past } = groupSessions(
    [
      session('a', 'closed', '2026-10-01'),
      session('b', 'planned', '2026-12-01'),
      session('c', 'planned', '2026-11-20', { time: '16:00' }),
      session('d', 'open', '2026-11-15'),
      session('e', 'cancelled', '2026-11-01'),
      session('f', 'planned', '2026-11-20', { time: '09:00' }),
      session('g', 'planned', '2026-10-15'),
    ],
    '2026-11-20',
  );
  expect([ids(open), ids(upcoming), ids(past)]).toEqual(['d', 'fcb', 'ega']);
});

test('every committee is named once', () => {
  const other = { committee: 'b', committeeName: 'لجنة التظلّم' };
  expect(
    committeesOf(
      [
        session('1', 'planned', '2026-11-01', other),
        session('2', 'planned', '2026-11-02'),
        session('3', 'closed', '2026-11-03', other),
      ],
      'ar',
    ),
  ).toEqual([
    { id: 'a', name: 'لجنة البحث' },
    { id: 'b', name: 'لجنة التظلّم' },
  ]);
});
