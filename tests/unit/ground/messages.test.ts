const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

test('every message is there in both languages, with the same places to fill', async () => {
  const { default: ar } = await import('../../../scripts/lib/messages.ar.mjs');
  const { default: en } = await import('../../../scripts/lib/messages.en.mjs');
  expect(Object.keys(ar)).toEqual(Object.keys(en));
  const places = (texts: Record<string, string>) =>
    Object.entries(texts).map(([key, text]) => [key, placesOf(text)]);
  expect(places(ar)).toEqual(places(en));
});

test('a full disk is explained without a stack trace; a defect keeps its own', async () => {
  const { explain, Stop } = await import('../../../scripts/lib/say.mjs');
  const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
  expect(explain(full)).toContain('The disk is full');
  expect(explain(new Stop('install.missing'))).not.toContain(' at ');
  expect(explain(new Error('defect'))).toContain('messages.test.ts');
});
