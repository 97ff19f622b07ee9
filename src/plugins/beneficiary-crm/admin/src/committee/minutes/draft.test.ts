import { writeMinutesBody } from '../../../../contracts/minutes';
import type { MinutesItem, MinutesView } from '../../../../contracts/minutes';
import { bodyOf, emptyDraft, isTouched, previewOf, shownIn } from './draft';

const item = (id: string, summary: string): MinutesItem => ({
  id,
  position: 1,
  reference: '',
  applicantName: '',
  serviceName: null,
  kind: 'assistance',
  status: 'decided',
  outcome: 'accepted',
  motion: null,
  result: [],
  votes: [],
  voided: [],
  missing: [],
  reservations: [],
  recusals: [],
  excluded: [],
  away: [],
  decision: null,
  summary,
});
const first = '00000000-0000-4000-8000-000000000001';
const second = '00000000-0000-4000-8000-000000000002';
const view = {
  edit: 4,
  opening: 'بسم الله',
  closing: '',
  items: [item(first, 'نوقش الدخل'), item(second, '')],
} as unknown as MinutesView;

test('what was typed stands over what somebody else has kept meanwhile, and nothing else does', () => {
  const draft = { ...emptyDraft, base: 3, summaries: { [second]: 'رأي' } };
  expect(shownIn(draft, view)).toEqual({
    opening: 'بسم الله',
    closing: '',
    summaries: { [first]: 'نوقش الدخل', [second]: 'رأي' },
  });
  expect(bodyOf(draft, view).expectedEdit).toBe(3);
  expect(bodyOf(emptyDraft, view).expectedEdit).toBe(4);
  expect(writeMinutesBody.safeParse(bodyOf(draft, view)).success).toBe(true);
});

test('what is typed and taken back is not touched', () => {
  expect(isTouched({ ...emptyDraft, opening: 'بسم الله' }, view)).toBe(false);
  expect(isTouched({ ...emptyDraft, opening: '' }, view)).toBe(true);
});

test('the preview holds what is typed, and the record of the rest as it is', () => {
  const shown = previewOf(
    { ...emptyDraft, closing: 'انتهت', summaries: { [first]: 'جديد' } },
    view,
  );
  expect([shown.closing, ...shown.items.map(({ summary }) => summary)]).toEqual([
    'انتهت',
    'جديد',
    '',
  ]);
});
