import { fill, pieces, pluralForm } from './format';

const days = {
  zero: 'اليوم',
  one: 'يوم واحد',
  two: 'يومان',
  few: '{n} أيام',
  many: '{n} يوماً',
  other: '{n} يوم',
};

describe('pluralForm', () => {
  it.each([
    [0, 'اليوم'],
    [1, 'يوم واحد'],
    [2, 'يومان'],
    [3, '{n} أيام'],
    [10, '{n} أيام'],
    [11, '{n} يوماً'],
    [99, '{n} يوماً'],
    [100, '{n} يوم'],
    [103, '{n} أيام'],
    [111, '{n} يوماً'],
  ])('chooses the Arabic form for %d', (n, form) => {
    expect(pluralForm(days, n, 'ar')).toBe(form);
  });

  it('falls back on "other" where a language has no such form', () => {
    expect(pluralForm({ one: 'a day', other: '{n} days' }, 0, 'en')).toBe('{n} days');
  });
});

describe('pieces and fill', () => {
  it('cuts a text at its places', () => {
    expect(pieces('من {from} إلى {to}.')).toEqual([
      'من ',
      { place: 'from' },
      ' إلى ',
      { place: 'to' },
      '.',
    ]);
  });

  it('fills what is given and leaves nothing of what is not', () => {
    expect(fill('{n} من {total}', { n: 3, total: 9 })).toBe('3 من 9');
    expect(fill('أهلاً {name}', {})).toBe('أهلاً ');
  });
});
