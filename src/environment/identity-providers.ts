import type { ProviderSettings } from '../identity/oidc.ts';
import type { Variables } from './variables.ts';

/** Where a provider tells the personal code unless told otherwise. */
const USUAL_CODE_CLAIM = 'personal_code';

/** A provider is named whole or not at all, and needs to be told where it sends people back to. */
export function providersIn(env: Variables, problems: string[]): ProviderSettings[] {
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
