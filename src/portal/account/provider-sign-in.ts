import type { IdentityProvider, ProviderId, ProviderSettings } from '../../identity/oidc.ts';
import type { Words } from '../../law/words.ts';
import { say } from '../../law/words.ts';
import type { IconName } from '../frame/icons.ts';
import type { SignInMethod } from './sign-in-methods.ts';

interface Told {
  readonly label: Words;
  readonly description: Words;
  readonly icon: IconName;
}

const TOLD: Readonly<Record<ProviderId, Told>> = {
  eid: {
    label: say('eID karte vai mobilais paraksts', 'eID card or mobile signature'),
    description: say(
      'Ar valsts izsniegtu elektronisko identitāti',
      'With your state-issued electronic identity',
    ),
    icon: 'idCard',
  },
  bank: {
    label: say('Internetbanka', 'Internet bank'),
    description: say('Ar savas bankas piekļuvi', 'With the access to your bank'),
    icon: 'card',
  },
};

/** Where the provider sends people back to; to be registered with the provider. */
export const returnPath = (id: ProviderId): string => `/sign-in/${id}/return`;

export const providerSignIn = (provider: IdentityProvider): SignInMethod => ({
  id: provider.id,
  ...TOLD[provider.id],
  begin: (next) => `/sign-in/${provider.id}${next === null ? '' : `?next=${encodeURIComponent(next)}`}`,
  isReachable: provider.isReachable,
  provider,
});

interface SignInSettings {
  readonly publicUrl: string | null;
  readonly identityProviders: readonly ProviderSettings[];
}

/** The configured providers, in their order. What speaks their language is loaded where there is one. */
export async function openSignInMethods({
  publicUrl,
  identityProviders,
}: SignInSettings): Promise<readonly SignInMethod[]> {
  if (identityProviders.length === 0 || publicUrl === null) return [];
  const { oidcProvider } = await import('../../identity/oidc.ts');
  return identityProviders.map((settings) =>
    providerSignIn(oidcProvider(settings, publicUrl + returnPath(settings.id))),
  );
}
