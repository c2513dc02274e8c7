import type { PasswordProblem } from '../../identity/password-rules.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../identity/passwords.ts';
import type { Translate } from '../messages/translate.ts';

/** What is wrong with a chosen password, and what would do. */
export function passwordAdvice(t: Translate, problem: PasswordProblem): string {
  switch (problem) {
    case 'short':
      return t('account.register.passwordShort', { length: SHORTEST_PASSWORD });
    case 'long':
      return t('account.register.passwordLong', { length: LONGEST_PASSWORD });
    case 'common':
      return t('account.register.passwordCommon');
  }
}
