import { readSettings } from './settings';

const key = Buffer.alloc(32, 7).toString('base64');
const least = { CRM_FIELD_KEY: key, CRM_INDEX_KEY: key };

it.each(['CRM_FIELD_KEY', 'CRM_INDEX_KEY'])('no key has a default: %s', (name) => {
  for (const value of [undefined, '', 'short', Buffer.alloc(31).toString('base64')])
    expect(() => readSettings({ ...least, [name]: value })).toThrow(name);
});

describe.each(['SMS', 'WHATSAPP'] as const)('the gateway for %s', (name) => {
  const read = (url?: string, token?: string) =>
    readSettings({ ...least, [`${name}_GATEWAY_URL`]: url, [`${name}_GATEWAY_TOKEN`]: token })
      .gateways[name === 'SMS' ? 'sms' : 'whatsapp'];

  it('is called only where it is configured', () => {
    expect(read()).toBeNull();
    expect(read('https://gate.example/send', 'secret')).toEqual({
      url: 'https://gate.example/send',
      token: 'secret',
    });
  });

  it.each([
    ['https://gate.example/send', undefined],
    [undefined, 'secret'],
    ['http://gate.example/send', 'secret'],
    ['gate.example', 'secret'],
  ])('is refused half configured or unsafe: %s, %s', (url, token) => {
    expect(() => read(url, token)).toThrow(`${name}_GATEWAY_URL`);
  });
});
