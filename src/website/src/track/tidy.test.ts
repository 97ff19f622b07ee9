import { tidyCode } from './tidy';

describe('tidyCode', () => {
  it.each(['7k2m-9qxf', ' 7K2M – 9QXF ', '7k2mـ9qxf', '7K2M—9QXF'])('reads %s', (typed) =>
    expect(tidyCode(typed)).toBe('7K2M-9QXF'),
  );
});
