import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real provider of identities on a port of its own (oidc-provider). Its sign-in page takes any password; who signs in is
 *  one of `people`. */
export interface RunningProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  stop(): Promise<void>;
}

type Person = Readonly<Record<string, unknown>>;

interface Options {
  /** Claims by the name that is typed at sign-in. */
  readonly people: Readonly<Record<string, Person>>;
  readonly redirectUri: string;
  readonly port?: number;
  /** Whether the ID token tells the claims; else the userinfo endpoint alone does. */
  readonly claimsInToken?: boolean;
  /** How it wants to be told the client's secret. */
  readonly secretIn?: 'client_secret_basic' | 'client_secret_post';
}

const CLIENT_ID = 'pieslegums';
const CLIENT_SECRET = 'a secret of the tests, long enough for anything';

export async function runProvider({
  people,
  redirectUri,
  port = 0,
  claimsInToken = false,
  secretIn = 'client_secret_basic',
}: Options): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clientAuthMethods: [secretIn],
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: secretIn,
      },
    ],
    claims: {
      openid: ['sub'],
      profile: [
        'name',
        'given_name',
        'family_name',
        'personal_code',
        'organization_identifier',
        'organization_name',
      ],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: !claimsInToken,
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['cookies of the tests'] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people[id] }),
    }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
