import { z } from 'zod';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

const urlWith = (...protocols: readonly string[]) => {
  const fits = (value: string): boolean => protocols.includes(URL.parse(value)?.protocol ?? '');
  return z.string().refine(fits, {
    params: { required: `a URL that begins with ${protocols.map((one) => `${one}//`).join(' or ')}` },
  });
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What browsers and passwords are sent to: over TLS, or on this machine while it is tried out. */
const webAddress = z.string().refine(
  (value) => {
    const url = URL.parse(value);
    const isPlain = url !== null && url.search === '' && url.hash === '' && url.username === '';
    return isPlain && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)));
  },
  { params: { required: 'an address that begins with https:// (or http:// on this machine)' } },
);

const wholeNumber = (least: number, most: number) => {
  const fits = (value: string): boolean =>
    /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most;
  return z
    .string()
    .refine(fits, { params: { required: `a whole number from ${least} to ${most}` } })
    .transform(Number);
};

/** Each variable with what may stand in it; what it requires is said in words where a value does not fit. */
export const variables = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().max(255).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).optional(),
  DATABASE_URL: urlWith('postgres:', 'postgresql:').optional(),
  OWNER_DATABASE_URL: urlWith('postgres:', 'postgresql:').optional(),
  DATA_DIR: z.string().default('./data'),
  SMTP_URL: urlWith('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.email({ error: 'an e-mail address' }).optional(),
  BOUNCE_DIR: z.string().optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  METRICS_HOST: z.string().max(255).default('127.0.0.1'),
  METRICS_PUBLIC: z.enum(['1', '0']).default('0'),
  DEMO: z.enum(['1', 'accounts', '0']).optional(),
  DEMO_ON_NETWORK: z.enum(['1', '0']).default('0'),
  CLOCK: z.enum(['system', 'virtual']).default('system'),
  CLOCK_START: z
    .string()
    .refine(isInstant, {
      params: { required: 'an instant like 2025-03-10T08:00:00Z or 2025-03-10T10:00:00+02:00' },
    })
    .transform((value) => Temporal.Instant.from(value))
    .optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  REQUESTS_PER_MINUTE: wholeNumber(1, 999_999).optional(),
  SIGN_INS_PER_MINUTE: wholeNumber(1, 999_999).optional(),
  STAFF_SECOND_FACTOR: z.enum(['required', 'optional']).optional(),
  STAFF_IDLE_MINUTES: wholeNumber(5, 720).optional(),
  STAFF_FACTOR_MINUTES: wholeNumber(1, 720).default(15),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  PUBLIC_URL: webAddress
    .refine((value) => URL.parse(value)?.pathname === '/', {
      params: { required: 'an address without a path' },
    })
    .optional(),
  OIDC_EID_ISSUER: webAddress.optional(),
  OIDC_EID_CLIENT_ID: z.string().optional(),
  OIDC_EID_CLIENT_SECRET: z.string().optional(),
  OIDC_EID_CODE_CLAIM: z.string().optional(),
  OIDC_EID_COMPANY_CLAIM: z.string().optional(),
  OIDC_BANK_ISSUER: webAddress.optional(),
  OIDC_BANK_CLIENT_ID: z.string().optional(),
  OIDC_BANK_CLIENT_SECRET: z.string().optional(),
  OIDC_BANK_CODE_CLAIM: z.string().optional(),
  OIDC_BANK_COMPANY_CLAIM: z.string().optional(),
});
export type Variables = z.output<typeof variables>;

function isInstant(value: string): boolean {
  if (!RFC_3339.test(value)) return false;
  try {
    Temporal.Instant.from(value);
    return true;
  } catch {
    return false;
  }
}
