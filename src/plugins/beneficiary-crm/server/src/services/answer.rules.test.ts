import { answers } from '../demo/content/answers';
import { answerFault, gapsOf } from './answer.rules';

const forInquiry = { forInquiry: true };

it.each([
  ['gap_unknown', { ...forInquiry, text: 'رقمك {{refrence}}' }],
  ['gap_unknown', { ...forInquiry, text: 'مرحبًا {{}}' }],
  ['gap_open', { ...forInquiry, text: 'رقمك {{reference}' }],
  ['gap_open', { ...forInquiry, text: 'رقمك {reference}' }],
  ['gap_open', { ...forInquiry, text: 'رقمك reference}}' }],
  ['no_kind', { text: 'رقمك {{reference}}' }],
])('a prepared answer is refused: %s', (code, draft) => {
  expect(answerFault(draft)?.code).toBe(code);
});

it('a prepared answer may be published with gaps that are filled, or none', () => {
  const text = 'الأستاذ {{ applicantName }}، طلبك {{reference}} لخدمة «{{service}}»';
  expect(answerFault({ ...forInquiry, text })).toBeNull();
  expect(gapsOf(text)).toEqual(['applicantName', 'reference', 'service']);
  expect(answerFault({ ...forInquiry, text: 'حياك الله' })).toBeNull();
});

it.each(answers)('of the demo may be published: $name.en', ({ text, kinds }) => {
  expect(kinds.length).toBeGreaterThan(0);
  for (const one of [text.ar, text.en])
    expect(answerFault({ ...forInquiry, text: one })).toBeNull();
  expect(gapsOf(text.ar).sort()).toEqual(gapsOf(text.en).sort());
});
