const load = () => import('../../../scripts/lib/database-check.mjs');

const target = { host: 'db.example', port: '5432', user: 'crm', name: 'crm' };
const good = {
  version: 160003,
  encoding: 'UTF8',
  locale: 'C.UTF-8',
  knowsArabic: true,
  mayCreate: true,
};

test('an address is read without its password', async () => {
  const { targetOf } = await load();
  expect(targetOf('postgres://crm:s3cret@db.example/crm')).toEqual(target);
  expect(targetOf('postgresql://u%40x:p@[::1]:6000/%D8%A3')).toEqual({
    host: '::1',
    port: '6000',
    user: 'u@x',
    name: 'أ',
  });
});

test.each(['', 'mysql://a/b', 'localhost:5432/crm', 'postgres:///crm'])(
  '“%s” is no PostgreSQL address',
  async (url) => {
    const { targetOf } = await load();
    expect(() => targetOf(url)).toThrow('DATABASE_URL is not a PostgreSQL address');
  },
);

test.each([
  ['ECONNREFUSED', 'database.unreachable'],
  ['ENOTFOUND', 'database.unreachable'],
  ['ETIMEDOUT', 'database.unreachable'],
  ['28P01', 'database.wrong-password'],
  ['28000', 'database.wrong-password'],
  ['3D000', 'database.missing'],
  ['42501', 'database.extension-forbidden'],
  ['58P01', 'database.extension-missing'],
  ['0A000', 'database.extension-missing'],
  ['53300', 'database.refused'],
])('error %s is %s', async (code, key) => {
  const { problemOfError } = await load();
  expect(problemOfError({ code, message: 'says the server' }, target)[0]).toBe(key);
});

test('a connection that times out without a code is unreachable', async () => {
  const { problemOfError } = await load();
  const [key] = problemOfError({ message: 'timeout expired' }, target);
  expect(key).toBe('database.unreachable');
});

test.each([
  [{ version: 130012 }, 'database.too-old'],
  [{ encoding: 'SQL_ASCII' }, 'database.encoding'],
  [{ mayCreate: false }, 'database.schema-forbidden'],
  [{ knowsArabic: false, locale: 'C' }, 'database.locale'],
])('a server with %j is refused: %s', async (fact, key) => {
  const { problemOfFacts } = await load();
  expect(problemOfFacts(good, target)).toBeUndefined();
  expect(problemOfFacts({ ...good, ...fact }, target)?.[0]).toBe(key);
});

test('a message names server and database in both languages', async () => {
  const { Stop } = await import('../../../scripts/lib/say.mjs');
  const { message } = new Stop('database.missing', target);
  expect(message).toContain('There is no database “crm” at db.example:5432');
  expect(message).toContain('لا توجد قاعدة بيانات باسم «crm» على db.example:5432');
});
