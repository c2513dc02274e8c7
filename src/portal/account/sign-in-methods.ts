import type { IdentityProvider } from '../../identity/oidc.ts';
import type { Words } from '../../law/words.ts';
import type { IconName } from '../frame/icons.ts';

/** A way to sign in that is not the password: an identity provider behind a link (eID, internet bank). */
export interface SignInMethod {
  readonly id: string;
  readonly label: Words;
  readonly description: Words;
  readonly icon: IconName;
  /** Where the journey begins. A link and no form: the page's policy lets forms go nowhere but to us. `next` is a local
   *  path that was checked. */
  readonly begin: (next: string | null) => string;
  /** False while the provider does not answer; the page then says so. */
  readonly isReachable: () => boolean;
  /** Who is asked there, and sends people back to an address of its own. */
  readonly provider: IdentityProvider;
}
