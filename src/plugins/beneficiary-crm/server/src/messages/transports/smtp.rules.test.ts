import { smtpFailure } from './smtp.rules';

const failed = (more: object, message = 'no') => Object.assign(new Error(message), more);

describe('smtpFailure', () => {
  it.each([
    [
      'an unknown mailbox',
      { code: 'EENVELOPE', responseCode: 550 },
      'permanent_failure',
      'smtp_550',
    ],
    ['a refused message', { code: 'EMESSAGE', responseCode: 554 }, 'permanent_failure', 'smtp_554'],
    ['an address that is none', { code: 'EENVELOPE' }, 'permanent_failure', 'EENVELOPE'],
    ['a full mailbox', { code: 'EENVELOPE', responseCode: 452 }, 'temporary_failure', 'smtp_452'],
    ['our own wrong password', { code: 'EAUTH', responseCode: 535 }, 'temporary_failure', 'EAUTH'],
    [
      'a server that is down',
      { code: 'ESOCKET', syscall: 'connect' },
      'temporary_failure',
      'ESOCKET',
    ],
    ['a name that is not found', { code: 'EDNS' }, 'temporary_failure', 'EDNS'],
    ['a line cut in the session', { code: 'ECONNECTION' }, 'unknown', 'ECONNECTION'],
    ['a reset in the session', { code: 'ESOCKET', syscall: 'read' }, 'unknown', 'ESOCKET'],
  ])('%s', (_what, more, status, code) => {
    expect(smtpFailure(failed(more))).toMatchObject({ status, code });
  });

  it('tells a silence before the session from one within it', () => {
    const late = { code: 'ETIMEDOUT' };
    expect(smtpFailure(failed(late, 'Greeting never received')).status).toBe('temporary_failure');
    expect(smtpFailure(failed(late, 'Connection timeout')).status).toBe('temporary_failure');
    expect(smtpFailure(failed(late, 'Timeout')).status).toBe('unknown');
  });

  it('carries no address', () => {
    const refusal = failed(
      { code: 'EENVELOPE', responseCode: 550, response: '550 no sara@example.com' },
      'all recipients were rejected: sara@example.com',
    );
    const { message, code } = smtpFailure(refusal);
    expect(`${message} ${code}`).not.toContain('sara');
  });

  it('takes what is no error at all for a passing failure', () => {
    expect(smtpFailure('oops')).toMatchObject({ status: 'temporary_failure', code: 'ESEND' });
  });
});
