import type { ActOutcome } from '../../administration/accounts/decide-act.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { sectionsOf } from './sections.ts';

type Applied = Extract<ActOutcome, { kind: 'applied' }>;

export interface HandedOverPage extends Page {
  readonly sections: Tabs;
  readonly text: string;
  /** Until when it opens, and what its holder does first. */
  readonly first: string | null;
  /** null: a link went by e-mail, and nobody here sees a password. */
  readonly password: string | null;
  readonly href: string;
}

/** What the administrator who approved is shown once: the one-time password to hand over, or where the link went. */
export function handedOverPage(view: View, outcome: Applied): HandedOverPage {
  const { t, formats } = view;
  const { account, password, until, mailedTo, mailed } = outcome;
  const { id, username } = account;
  return {
    title: t(password === null ? 'administration.people.linkTitle' : 'administration.users.passwordTitle'),
    frame: { crumbs: [{ label: t('administration.users.title'), href: '/admin/users' }] },
    sections: sectionsOf(view, 'users'),
    text:
      password === null
        ? t(mailed ? 'administration.people.linkSent' : 'administration.people.linkNotSent', {
            username,
            address: mailedTo ?? '',
          })
        : t('administration.users.passwordText', { username }),
    first:
      until && password !== null
        ? t('administration.users.passwordFirst', { until: formats.instant(until) })
        : null,
    password,
    href: `/admin/users/${id}`,
  };
}
