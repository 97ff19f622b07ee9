import { clocks } from '../policy/clocks.policy';

/** A server that takes messages for phones, see `gateway.transport.ts`. */
export interface Gateway {
  url: string;
  token: string;
}

/** What the machine's environment decides. Read once, checked at boot. */
export interface Settings {
  dataDir: string;
  publicUrl: string;
  fieldKey: Buffer;
  indexKey: Buffer;
  smtpConfigured: boolean;
  /** where messages to phones go out; null where none is configured */
  gateways: Readonly<Record<'sms' | 'whatsapp', Gateway | null>>;
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

/** An address without its token, or one over which words could be read on the way, is a mistake and no gateway. */
function gateway(environment: Environment, name: string): Gateway | null {
  const url = environment[`${name}_URL`];
  const token = environment[`${name}_TOKEN`];
  if (!url && !token) return null;
  const parsed = URL.canParse(url ?? '') ? new URL(url ?? '') : null;
  const safe = parsed?.protocol === 'https:' || parsed?.hostname === '127.0.0.1';
  if (!url || !token || !safe) {
    throw new Error(
      `${name}_URL must be an https address, and ${name}_TOKEN its token: both, or neither\n` +
        `يجب أن تكون قيمة ${name}_URL عنوان https، وقيمة ${name}_TOKEN رمز الدخول إليه: كلتاهما معًا أو لا شيء منهما`,
    );
  }
  return { url, token };
}

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
    gateways: {
      sms: gateway(environment, 'SMS_GATEWAY'),
      whatsapp: gateway(environment, 'WHATSAPP_GATEWAY'),
    },
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
