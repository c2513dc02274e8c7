import { z } from 'zod';
import type { ProviderSettings } from './identity/oidc.ts';

/** What a process is told from outside: the variables that the README lists, checked once at start.
 *  A pure function of the given record; `main.ts` alone reads `process.env`. */
export interface Environment {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Whether `PORT` was named: a worker listens (for health and metrics) only when asked to. */
  readonly portIsNamed: boolean;
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'server'; readonly url: string };
  readonly dataDir: string;
  readonly smtpUrl: string | null;
  /** Sender of the letters, to whom they come back; null: the operator's address. */
  readonly mailFrom: string | null;
  /** Folder into which a mail server drops what came back; null: none is read. */
  readonly bounceDir: string | null;
  readonly role: 'all' | 'web' | 'worker';
  readonly demo: DemoMode;
  /** `start` is null where a virtual clock begins at the present. */
  readonly clock:
    | { readonly kind: 'system' }
    | { readonly kind: 'virtual'; readonly start: Temporal.Instant | null };
  /** Reverse proxies in front whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  /** How often one address may ask and sign in; null: as delivered. */
  readonly requestsPerMinute: number | null;
  readonly signInsPerMinute: number | null;
  readonly logLevel: string;
  /** Where browsers find the portal, without a slash at its end; null where nothing needs to know. */
  readonly publicUrl: string | null;
  /** Ways to sign in beside the password, in the order of the page. */
  readonly identityProviders: readonly ProviderSettings[];
}

/** `full`: accounts and cases; `accounts`: the accounts alone. */
export type DemoMode = 'none' | 'accounts' | 'full';

/** Says of every variable that does not fit what was required and what was found. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment does not fit:\n  ${problems.join('\n  ')}`);
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}

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

const variables = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().max(255).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).optional(),
  DATABASE_URL: urlWith('postgres:', 'postgresql:').optional(),
  DATA_DIR: z.string().default('./data'),
  SMTP_URL: urlWith('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.email({ error: 'an e-mail address' }).optional(),
  BOUNCE_DIR: z.string().optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  DEMO: z.enum(['1', 'accounts', '0']).optional(),
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
type Variables = z.output<typeof variables>;

const DEMO_MODES = { '1': 'full', accounts: 'accounts', '0': 'none' } as const;

/** Values that may hold a password are named in a message only by what they lack. */
const MAY_HOLD_SECRETS: ReadonlySet<string> = new Set(['DATABASE_URL', 'SMTP_URL']);

/** Where a provider tells the personal code unless told otherwise. */
const USUAL_CODE_CLAIM = 'personal_code';

export function readEnvironment(given: Readonly<Record<string, string | undefined>>): Environment {
  const named = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== ''),
  );
  const checked = variables.safeParse(named);
  if (!checked.success) {
    throw new EnvironmentError(checked.error.issues.map((issue) => sentence(issue, named)));
  }
  const env = checked.data;
  const production = env.NODE_ENV === 'production';
  const embedded = env.DATABASE_URL === undefined;
  const demo = DEMO_MODES[env.DEMO ?? (embedded && !production ? '1' : '0')];

  const problems: string[] = [];
  if (production && demo !== 'none') {
    problems.push(
      `DEMO is required to be 0 with NODE_ENV=production, found ${env.DEMO}: demo accounts have a known password`,
    );
  }
  if (env.CLOCK === 'virtual' && demo === 'none') {
    problems.push(
      'CLOCK=virtual requires demo mode (DEMO=1 or DEMO=accounts), found DEMO=0: a real contract runs on real time',
    );
  }
  if (env.ROLE !== 'all' && embedded) {
    problems.push(
      `ROLE=${env.ROLE} requires DATABASE_URL, found none: the embedded database serves a single process`,
    );
  }
  const identityProviders = providersIn(env, problems);
  if (problems.length > 0) throw new EnvironmentError(problems);

  return {
    production,
    host: env.HOST,
    port: env.PORT ?? 3000,
    portIsNamed: env.PORT !== undefined,
    database:
      env.DATABASE_URL === undefined ? { kind: 'embedded' } : { kind: 'server', url: env.DATABASE_URL },
    dataDir: env.DATA_DIR,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? null,
    bounceDir: env.BOUNCE_DIR ?? null,
    role: env.ROLE,
    demo,
    clock: env.CLOCK === 'virtual' ? { kind: 'virtual', start: env.CLOCK_START ?? null } : { kind: 'system' },
    trustedProxies: env.TRUST_PROXY,
    requestsPerMinute: env.REQUESTS_PER_MINUTE ?? null,
    signInsPerMinute: env.SIGN_INS_PER_MINUTE ?? null,
    logLevel: env.LOG_LEVEL,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    identityProviders,
  };
}

/** A provider is named whole or not at all, and needs to be told where it sends people back to. */
function providersIn(env: Variables, problems: string[]): ProviderSettings[] {
  const providers: ProviderSettings[] = [];
  for (const [id, prefix] of [
    ['eid', 'OIDC_EID'],
    ['bank', 'OIDC_BANK'],
  ] as const) {
    const issuer = env[`${prefix}_ISSUER`];
    const clientId = env[`${prefix}_CLIENT_ID`];
    const clientSecret = env[`${prefix}_CLIENT_SECRET`];
    const codeClaim = env[`${prefix}_CODE_CLAIM`] ?? USUAL_CODE_CLAIM;
    if (issuer === undefined && clientId === undefined && clientSecret === undefined) continue;
    if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
      problems.push(
        `Sign-in by ${id} requires ${prefix}_ISSUER, ${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET together, found some of them`,
      );
      continue;
    }
    if (env.PUBLIC_URL === undefined)
      problems.push(
        `${prefix}_ISSUER requires PUBLIC_URL, found none: the provider sends people back to an address that it knows`,
      );
    const companyClaim = env[`${prefix}_COMPANY_CLAIM`];
    providers.push({
      id,
      issuer,
      clientId,
      clientSecret,
      codeClaim,
      ...(companyClaim === undefined ? {} : { companyClaim }),
    });
  }
  return providers;
}

function isInstant(value: string): boolean {
  if (!RFC_3339.test(value)) return false;
  try {
    Temporal.Instant.from(value);
    return true;
  } catch {
    return false;
  }
}

function sentence(issue: z.core.$ZodIssue, found: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  const required =
    issue.code === 'invalid_value'
      ? issue.values.join(', ')
      : issue.code === 'custom'
        ? issue.params?.required
        : issue.message;
  return `${name} requires ${required}, found ${MAY_HOLD_SECRETS.has(name) ? 'something else' : JSON.stringify(found[name])}`;
}
