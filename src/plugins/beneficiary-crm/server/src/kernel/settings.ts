import { clocks } from '../policy/clocks.policy';

/** What the machine's environment decides. Read once, checked at boot. */
export interface Settings {
  dataDir: string;
  publicUrl: string;
  fieldKey: Buffer;
  indexKey: Buffer;
  smtpConfigured: boolean;
  mailFrom: string | null;
  /** requests allowed in a minute, by budget and address */
  limits: Readonly<Record<'read' | 'write' | 'credentials' | 'upload', number>>;
  /** whether this instance runs jobs */
  runsJobs: boolean;
  clocks: typeof clocks;
}

type Environment = Readonly<Record<string, string | undefined>>;

function key(environment: Environment, name: string): Buffer {
  const value = environment[name];
  const bytes = value ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (bytes.length !== 32) {
    throw new Error(
      `${name} must be 32 bytes in base64. Make one with: openssl rand -base64 32\n` +
        `يجب أن تكون قيمة ${name} اثنين وثلاثين بايتًا بترميز base64. أنشئ قيمة بالأمر: openssl rand -base64 32`,
    );
  }
  return bytes;
}

const count = (environment: Environment, name: string, otherwise: number): number => {
  const value = Number(environment[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${name} must be a whole number above 0`);
  return value;
};

/** @throws Error when a secret is missing or unfit, naming it and how to make one */
export function readSettings(environment: Environment): Settings {
  return {
    dataDir: environment.DATA_DIR ?? '.data',
    publicUrl: (environment.PUBLIC_URL ?? `http://localhost:${environment.PORT ?? '1337'}`).replace(
      /\/$/,
      '',
    ),
    fieldKey: key(environment, 'CRM_FIELD_KEY'),
    indexKey: key(environment, 'CRM_INDEX_KEY'),
    smtpConfigured: Boolean(environment.SMTP_URL),
    mailFrom: environment.MAIL_FROM ?? null,
    limits: {
      read: count(environment, 'LIMIT_READ', 300),
      write: count(environment, 'LIMIT_WRITE', 30),
      credentials: count(environment, 'LIMIT_CREDENTIALS', 30),
      upload: count(environment, 'LIMIT_UPLOAD', 60),
    },
    runsJobs: environment.CRM_JOBS !== 'off',
    clocks,
  };
}
