import { LARGEST_FILE, troubleOf, troubleWith } from './upload';

const file = (name: string, type: string, size: number) => ({ name, type, size });

describe('troubleWith', () => {
  it('takes pictures and PDF, by type or by name', () => {
    expect(troubleWith(file('a.jpg', 'image/jpeg', 10))).toBeUndefined();
    expect(troubleWith(file('scan', 'application/pdf', LARGEST_FILE))).toBeUndefined();
    expect(troubleWith(file('A.PNG', '', 10))).toBeUndefined();
  });

  it('says what is wrong with the others', () => {
    expect(troubleWith(file('a.docx', 'application/msword', 10))).toBe('type');
    expect(troubleWith(file('a.pdf', 'application/pdf', 0))).toBe('empty');
    expect(troubleWith(file('a.pdf', 'application/pdf', LARGEST_FILE + 1))).toBe('big');
  });
});

describe('troubleOf', () => {
  it.each([
    [413, 'file.too_large', 'big'],
    [415, 'file.unsupported', 'type'],
    [422, 'file.empty', 'empty'],
    [422, 'file.protected', 'failed'],
    [500, '', 'failed'],
  ])('reads %d %s', (status, code, trouble) => expect(troubleOf(status, code)).toBe(trouble));
});
