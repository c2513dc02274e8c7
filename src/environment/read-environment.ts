import type { z } from 'zod';
import { type Environment, EnvironmentError } from './environment.ts';
import { providersIn } from './identity-providers.ts';
import { variables } from './variables.ts';

const DEMO_MODES = { '1': 'full', accounts: 'accounts', '0': 'none' } as const;

/** Values that may hold a password are named in a message only by what they lack. */
const MAY_HOLD_SECRETS: ReadonlySet<string> = new Set(['DATABASE_URL', 'OWNER_DATABASE_URL', 'SMTP_URL']);

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
  if (demo !== 'none' && env.ROLE !== 'worker' && !isLoopback(env.HOST) && env.DEMO_ON_NETWORK === '0') {
    problems.push(
      `HOST=${env.HOST} with demo mode requires DEMO_ON_NETWORK=1, found none: demo accounts have a known password and would be open to the whole network. Listen on 127.0.0.1, or set DEMO=0`,
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
  if (embedded && env.OWNER_DATABASE_URL !== undefined) {
    problems.push('OWNER_DATABASE_URL requires DATABASE_URL, found none: the product itself is no owner');
  }
  const identityProviders = providersIn(env, problems);
  if (problems.length > 0) throw new EnvironmentError(problems);

  return {
    production,
    host: env.HOST,
    port: env.PORT ?? 3000,
    portIsNamed: env.PORT !== undefined,
    metrics: env.METRICS_PORT === undefined ? null : { host: env.METRICS_HOST, port: env.METRICS_PORT },
    metricsForAll: env.METRICS_PUBLIC === '1' || (!production && env.METRICS_PORT === undefined),
    database:
      env.DATABASE_URL === undefined
        ? { kind: 'embedded' }
        : {
            kind: 'server',
            url: env.DATABASE_URL,
            ownerUrl: env.OWNER_DATABASE_URL ?? env.DATABASE_URL,
          },
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
    staff: {
      factorRequired: (env.STAFF_SECOND_FACTOR ?? (production ? 'required' : 'optional')) === 'required',
      idle: Temporal.Duration.from({ minutes: env.STAFF_IDLE_MINUTES ?? (production ? 30 : 120) }),
      factorFreshFor: Temporal.Duration.from({ minutes: env.STAFF_FACTOR_MINUTES }),
    },
    logLevel: env.LOG_LEVEL,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    identityProviders,
  };
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

/** Addresses that only this machine reaches. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
