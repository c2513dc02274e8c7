import type { Caller } from '../../casework/caller.ts';
import { type Notice, notice } from '../components/notice.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

/** A company that signed in by password before anybody confirmed who speaks for it: it reads its own data and no more. */
export const waitsForConfirmation = (caller: Caller | null): caller is Caller =>
  caller !== null &&
  caller.kind === 'legal' &&
  caller.method === 'portal-password' &&
  caller.level === 'P' &&
  !caller.actingFor;

/** What a company is told on its own pages while it waits; null for everybody else. */
export function confirmationAwaited(view: View): Notice | null {
  const { t, caller, clause, operator } = view;
  if (!waitsForConfirmation(caller)) return null;
  return notice(
    'warning',
    t('companies.own.title'),
    t('companies.own.why', { clause: clause('II.5.4.3') ?? '' }),
    t('companies.own.document', {
      username: caller.username,
      phone: operator.phone,
      email: operator.email,
    }),
    t('companies.own.provider'),
    t('companies.own.meanwhile'),
  );
}

export interface AwaitedPage extends Page {
  readonly awaited: Notice | null;
}

/** In place of the application, which is closed until then. */
export const awaitedPage = (view: View): AwaitedPage => ({
  title: view.t('apply.title'),
  awaited: confirmationAwaited(view),
});
