import type { z } from 'zod';
import { type Environment, EnvironmentError } from './environment.ts';
import { providersIn } from './identity-providers.ts';
import { variables } from './variables.ts';

const DEMO_MODES = { '1': 'full', accounts: 'accounts', '0': 'none' } as const;

/** Values that may hold a password are named in a message only by what they lack. */
const MAY_HOLD_SECRETS: ReadonlySet<string> = new Set(['DATABASE_URL', 'SMTP_URL']);

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
