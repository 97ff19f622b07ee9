import { answersToSend } from './answers';

const question = (key: string, type: 'satisfaction5' | 'nps' | 'comment') => ({
  key,
  type,
  text: key,
  optional: true,
});

describe('answersToSend', () => {
  const questions = [
    question('ease', 'satisfaction5'),
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
});
