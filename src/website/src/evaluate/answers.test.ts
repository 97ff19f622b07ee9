import type { SurveyQuestion } from '../api/types';
import { answersToSend, mayEnd, questionsAsked } from './answers';

const question = (
  key: string,
  type: SurveyQuestion['type'],
  askedIf: SurveyQuestion['askedIf'] = null,
): SurveyQuestion => ({ key, type, text: key, optional: true, options: [], askedIf });

describe('answersToSend', () => {
  const questions = [
    question('ease', 'satisfaction5'),
    question('why', 'choice', { key: 'ease', answers: [1, 2] }),
    question('dignity', 'satisfaction5'),
    question('speed', 'satisfaction5'),
    question('nps', 'nps'),
    question('comment', 'comment'),
  ];

  it('sends numbers, «does not apply» and words, and leaves out what was skipped', () => {
    const typed = { ease: '5', dignity: 'not_applicable', nps: '0', comment: ' ٥ من ٥ ' };
    expect(answersToSend(questions, typed)).toEqual({
      ease: 5,
      dignity: 'not_applicable',
      nps: 0,
      comment: '٥ من ٥',
    });
  });

  it('sends nothing that the survey does not ask', () => {
    expect(answersToSend(questions, { other: '3', comment: '  ' })).toEqual({});
  });

  it('asks what hangs on an earlier answer, and forgets it when that answer is changed', () => {
    const keys = (ease: string) => questionsAsked(questions, { ease }).map(({ key }) => key);
    expect(keys('2').slice(0, 2)).toEqual(['ease', 'why']);
    expect(keys('4').slice(0, 2)).toEqual(['ease', 'dignity']);
    expect(answersToSend(questions, { ease: '2', why: '3' })).toEqual({ ease: 2, why: 3 });
    expect(answersToSend(questions, { ease: '4', why: '3' })).toEqual({ ease: 4 });
  });
});

test('it may end when what has to be answered is answered, also what an answer calls for', () => {
  const required = (key: string, askedIf: SurveyQuestion['askedIf'] = null) => ({
    ...question(key, 'satisfaction5', askedIf),
    optional: false,
  });
  const questions = [
    required('overall'),
    required('why', { key: 'overall', answers: [1, 2] }),
    question('comment', 'comment'),
  ];
  expect(mayEnd(questions, {})).toBe(false);
  expect(mayEnd(questions, { comment: 'شكرًا' })).toBe(false);
  expect(mayEnd(questions, { overall: '5' })).toBe(true);
  expect(mayEnd(questions, { overall: '1' })).toBe(false);
  expect(mayEnd(questions, { overall: '1', why: '3' })).toBe(true);
});
