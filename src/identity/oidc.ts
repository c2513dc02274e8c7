import * as client from 'openid-client';
import { latvianPersonalCode, latvianRegistrationNumber } from './personal-code.ts';
import { type Proof, ProofFailed } from './proof.ts';

/** A provider of identities that speaks OpenID Connect: authorization code with PKCE, state and nonce. */
export interface IdentityProvider {
  readonly id: ProviderId;
  readonly method: Proof['method'];
  /** Whether it answered when it was last asked. Asking again is begun by the way, so that nobody waits for it. */
  isReachable(): boolean;
  /** Where the browser is sent.
   *  @throws ProofFailed `unreachable` */
  wayTo(journey: { state: string; nonce: string; verifier: string }): Promise<URL>;
  /** What it states about who came back.
   *  @throws ProofFailed */
  proofFrom(
    answer: URLSearchParams,
    journey: { state: string; nonce: string; verifier: string },
  ): Promise<Proof>;
}

export type ProviderId = 'eid' | 'bank';

export interface ProviderSettings {
  readonly id: ProviderId;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds the personal code. */
  readonly codeClaim: string;
  /** The claim that names the legal person which the one who signs in may represent; absent: the provider states none. */
  readonly companyClaim?: string;
}

const METHODS: Readonly<Record<ProviderId, Proof['method']>> = { eid: 'portal-eid', bank: 'portal-bank' };

const SCOPE = 'openid profile email';
const TIMEOUT_SECONDS = 10;
/** A provider that did not answer is asked again after this long, at the next occasion. */
const ASKED_AGAIN_AFTER_MS = 15_000;
/** What a provider says of itself is read anew once a day. */
const KNOWN_FOR_MS = 24 * 60 * 60 * 1000;

/** `redirectUri` is made of the configured public address, never of what a request names. */
export function oidcProvider(settings: ProviderSettings, redirectUri: string): IdentityProvider {
  const discovered = discovery(settings);

  const configuration = (): Promise<client.Configuration> =>
    discovered.now().catch((error: unknown) => {
      throw new ProofFailed('unreachable', error);
    });

  return {
    id: settings.id,
    method: METHODS[settings.id],
    isReachable: discovered.isReachable,

    async wayTo({ state, nonce, verifier }) {
      return client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // On a machine that several people use the provider may still know the one before.
        prompt: 'login',
      });
    },

    async proofFrom(answer, { state, nonce, verifier }) {
      const config = await configuration();
      const url = new URL(redirectUri);
      url.search = answer.toString();
      const tokens = await client
        .authorizationCodeGrant(config, url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        })
        .catch((error: unknown) => {
          throw failureOf(error);
        });
      const stated = tokens.claims()!;
      const claims = await withUserInfo(config, tokens.access_token, stated, claimsAsked(settings));
      return proofOf(settings, claims);
    },
  };
}

/** In the way that the provider takes; where it names none, in that of the standard (RFC 8414). */
function authenticationBy(clientSecret: string): client.ClientAuth {
  const inHeader = client.ClientSecretBasic(clientSecret);
  const inBody = client.ClientSecretPost(clientSecret);
  return (server, ...request) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = taken.includes('client_secret_basic') ? inHeader : inBody;
    return way(server, ...request);
  };
}

interface Discovery {
  now(): Promise<client.Configuration>;
  isReachable(): boolean;
}

/** Finds out what the provider says of itself, at first use and after a failure: one that is down stops nothing. */
function discovery({ issuer, clientId, clientSecret }: ProviderSettings): Discovery {
  let known: { readonly config: client.Configuration; readonly atMs: number } | null = null;
  let failedAtMs: number | null = null;
  let asking: Promise<client.Configuration> | null = null;
  const insecure = new URL(issuer).protocol === 'http:';

  async function ask(): Promise<client.Configuration> {
    try {
      const config = await client.discovery(
        new URL(issuer),
        clientId,
        { client_secret: clientSecret },
        authenticationBy(clientSecret),
        { timeout: TIMEOUT_SECONDS, ...(insecure ? { execute: [client.allowInsecureRequests] } : {}) },
      );
      known = { config, atMs: performance.now() };
      failedAtMs = null;
      return config;
    } catch (error) {
      failedAtMs = performance.now();
      throw error;
    } finally {
      asking = null;
    }
  }

  const now = (): Promise<client.Configuration> => {
    if (known && performance.now() - known.atMs < KNOWN_FOR_MS) return Promise.resolve(known.config);
    asking ??= ask();
    return asking;
  };

  return {
    now,
    isReachable() {
      const isDue = failedAtMs === null || performance.now() - failedAtMs > ASKED_AGAIN_AFTER_MS;
      if (isDue) now().catch(() => undefined);
      return failedAtMs === null;
    },
  };
}

type Claims = Readonly<Record<string, unknown>>;

const claimsAsked = ({ codeClaim, companyClaim }: ProviderSettings): readonly string[] =>
  companyClaim === undefined ? [codeClaim] : [codeClaim, companyClaim];

/** Some providers put the personal code into the ID token, others tell it at their userinfo endpoint alone. */
async function withUserInfo(
  config: client.Configuration,
  accessToken: string,
  stated: Claims & { readonly sub: string },
  asked: readonly string[],
): Promise<Claims> {
  const isTold = asked.every((claim) => stated[claim] !== undefined);
  if (isTold || !config.serverMetadata().userinfo_endpoint) return stated;
  try {
    // What the token states stands above what is told beside it.
    return { ...(await client.fetchUserInfo(config, accessToken, stated.sub)), ...stated };
  } catch (error) {
    throw failureOf(error);
  }
}

function proofOf({ id, codeClaim, companyClaim }: ProviderSettings, claims: Claims): Proof {
  const personalCode = latvianPersonalCode(claims[codeClaim]);
  const name = nameIn(claims);
  if (personalCode === null || name === null) throw new ProofFailed('no-code');
  return {
    method: METHODS[id],
    issuer: String(claims.iss),
    subject: String(claims.sub),
    personalCode,
    name,
    email: emailIn(claims),
    ...(companyClaim === undefined ? {} : companyIn(claims, companyClaim)),
  };
}

/** The provider vouches for the right to represent with every sign-in anew (II.5.3); nothing stated is nobody represented. */
function companyIn(claims: Claims, companyClaim: string): Pick<Proof, 'company'> {
  const told = claims[companyClaim];
  if (told === undefined || told === null || told === '') return {};
  const code = latvianRegistrationNumber(told);
  if (code === null) throw new ProofFailed('no-company');
  const name = textOf(claims.organization_name).slice(0, LONGEST_NAME);
  return { company: { code, name: name === '' ? null : name } };
}

const LONGEST_NAME = 300;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';

function nameIn({ given_name, family_name, name }: Claims): string | null {
  const parts = [textOf(given_name), textOf(family_name)].filter((part) => part !== '');
  const whole = parts.length === 2 ? parts.join(' ') : textOf(name) || parts.join(' ');
  return whole === '' ? null : whole.slice(0, LONGEST_NAME);
}

function emailIn({ email, email_verified }: Claims): string | null {
  const address = textOf(email);
  return email_verified === true && /^[^\s@]{1,64}@[^\s@]{1,189}$/.test(address) ? address : null;
}

/** The person turned back, the provider cannot at present, or what came does not fit. */
function failureOf(error: unknown): ProofFailed {
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return new ProofFailed('cancelled', error);
    if (error.error === 'temporarily_unavailable' || error.error === 'server_error')
      return new ProofFailed('unreachable', error);
  }
  return new ProofFailed(isAboutTheWire(error) ? 'unreachable' : 'untrusted', error);
}

/** It did not answer, or answered that it is out of order. */
function isAboutTheWire(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  if ('code' in error && error.code === 'OAUTH_TIMEOUT') return true;
  return error.cause instanceof Response && error.cause.status >= 500;
}
