import { maskAddress, routeTo } from './routing.rules';

describe('routeTo', () => {
  const both = { email: 'sara@example.com', phone: '+966551234567' };
  const phoneOnly = { ...both, email: null };

  it('sends an e-mail to who has one', () => {
    expect(routeTo(both, new Set(['email'] as const))).toEqual({
      transport: 'email',
      to: 'sara@example.com',
      status: 'created',
    });
  });

  it('keeps it where no mail server is configured', () => {
    expect(routeTo(both, new Set())?.status).toBe('kept');
  });

  it('keeps a text message for who has no e-mail, until a gateway is configured', () => {
    expect(routeTo(phoneOnly, new Set(['email'] as const))).toEqual({
      transport: 'sms',
      to: '+966551234567',
      status: 'kept',
    });
    expect(routeTo(phoneOnly, new Set(['email', 'sms'] as const))?.status).toBe('created');
  });
});

describe('the preferred way', () => {
  const both = { email: 'sara@example.com', phone: '+966551234567' };
  const all = new Set(['email', 'sms'] as const);

  it('is a text message where that was chosen', () => {
    expect(routeTo({ ...both, preferred: 'sms' }, all)?.transport).toBe('sms');
    expect(routeTo({ ...both, phone: null, preferred: 'sms' }, all)?.transport).toBe('email');
  });

  it('is WhatsApp where that was chosen and the association has it', () => {
    const chosen = { ...both, preferred: 'whatsapp' } as const;
    expect(routeTo(chosen, new Set(['email', 'sms', 'whatsapp'] as const))).toEqual({
      transport: 'whatsapp',
      to: both.phone,
      status: 'created',
    });
    expect(routeTo(chosen, all)?.transport).toBe('email');
    expect(routeTo({ ...chosen, email: null }, all)?.transport).toBe('sms');
  });

  it.each(['phone', 'letter', 'interview', 'delegate'] as const)(
    '%s: a letter is brought by a person, other messages are sent',
    (preferred) => {
      expect(routeTo({ ...both, preferred }, all, true)?.status).toBe('kept');
      expect(routeTo({ ...both, preferred }, all)?.status).toBe('created');
    },
  );
});

describe('maskAddress', () => {
  it.each([
    ['sara@example.com', 's***@example.com'],
    ['+966551234567', '**********567'],
    ['12', '12'],
  ])('shows of %s only %s', (to, shown) => {
    expect(maskAddress(to)).toBe(shown);
  });
});
