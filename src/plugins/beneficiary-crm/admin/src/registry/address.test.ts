import { changeFilesAddress, readFilesAddress } from './address';

test('what the address does not know is left out', () => {
  const address = new URLSearchParams('status=nonsense&category=orphans&page=-3&expiring=no&q=1');
  expect(readFilesAddress(address)).toEqual({
    status: '',
    category: 'orphans',
    branch: '',
    expiring: '',
    sort: '',
    page: 1,
  });
  expect(readFilesAddress(new URLSearchParams('status=paused&expiring=yes&page=4'))).toMatchObject({
    status: 'paused',
    expiring: 'yes',
    page: 4,
  });
});

test('another filter begins again at the first page; another page keeps the filters', () => {
  const search = new URLSearchParams('status=paused&page=3');
  expect(changeFilesAddress(search, { branch: 'qiya' }).toString()).toBe(
    'status=paused&branch=qiya',
  );
  expect(changeFilesAddress(search, { status: '' }).toString()).toBe('');
  expect(changeFilesAddress(search, { page: 4 }).toString()).toBe('status=paused&page=4');
});
