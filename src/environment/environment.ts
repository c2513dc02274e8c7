import type { ProviderSettings } from '../identity/oidc.ts';
import type { StaffPolicy } from '../identity/staff-policy.ts';

/** What a process is told from outside: the variables that the README lists, checked once at start.
 *  A pure function of the given record; `main.ts` alone reads `process.env`. */
export interface Environment {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Whether `PORT` was named: a worker listens (for health and metrics) only when asked to. */
  readonly portIsNamed: boolean;
  /** Figures for monitoring, on a port of their own; null: none was named. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Whether `/metrics` is answered on the port of everybody. */
  readonly metricsForAll: boolean;
  /** `ownerUrl`: as the owner of the tables, for migrations alone; the same where nobody named another. */
  readonly database:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'server'; readonly url: string; readonly ownerUrl: string };
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
  readonly staff: StaffPolicy;
  readonly logLevel: string;
  /** Where browsers find the portal, without a slash at its end; null where nothing needs to know. */
  readonly publicUrl: string | null;
  /** Ways to sign in beside the password, in the order of the page. */
  readonly identityProviders: readonly ProviderSettings[];
}

/** `full`: accounts and cases; `accounts`: the accounts alone. */
type DemoMode = 'none' | 'accounts' | 'full';

/** Says of every variable that does not fit what was required and what was found. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment does not fit:\n  ${problems.join('\n  ')}`);
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}
