import type { SubUserRight } from '../../../workflows/roles.ts';
import { type Invitation, type Invited, newInvitationToken, type SubUser } from '../../identity/sub-users.ts';
import type { Confirmation } from '../components/confirmation.ts';
import { type Notice, notice } from '../components/notice.ts';
import { type StatusTag, type Tone, tag } from '../components/status-tag.ts';
import { row } from '../components/summary-list.ts';
import { type Field, formFields } from '../forms/fields.ts';
import { formErrors, type Wrong } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { CHOSEN_RIGHTS, rightsInWords } from './rights-words.ts';

export interface SubUsersPage extends Page {
  readonly people: readonly Person[];
  readonly fields: readonly Field[];
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly tag: StatusTag;
  readonly when: string;
  readonly rights: readonly string[];
  readonly revokeHref: string | null;
}

const TONES: Readonly<Record<SubUser['state'], Tone>> = {
  invited: 'customer',
  active: 'good',
  expired: 'nobody',
  revoked: 'nobody',
};

interface Filled {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly wrong: readonly Wrong[];
}

const NOTHING_FILLED: Filled = { values: { rights: 'pay' }, wrong: [] };

export function subUsersPage(
  view: View,
  people: readonly SubUser[],
  byMail: boolean,
  { values, wrong }: Filled = NOTHING_FILLED,
): SubUsersPage {
  const { t } = view;
  const errors = wrong.length > 0 ? formErrors(view, wrong) : null;
  const form = formFields(view, values, errors);
  return {
    title: t('people.title'),
    frame: { lead: t('people.lead'), errors: errors?.summary ?? null },
    people: people.map((one) => personOf(view, one)),
    fields: [
      form.input('name', { label: t('people.invite.name'), autocomplete: 'off', maxlength: 200 }),
      form.input('email', {
        label: t('people.invite.email'),
        hint: t(byMail ? 'people.invite.emailHint' : 'people.invite.emailHintByHand'),
        type: 'email',
        autocomplete: 'off',
        maxlength: 100,
      }),
      form.checkboxes('rights', {
        label: t('people.invite.rights'),
        hint: t('people.invite.rightsHint'),
        optional: true,
        choices: CHOSEN_RIGHTS.map((right) => ({
          value: right,
          label: t(`people.rights.${right}`),
          hint: t(`people.rightsHints.${right}`),
        })),
      }),
    ],
  };
}

function personOf(view: View, one: SubUser): Person {
  const { t } = view;
  const stands = one.state === 'invited' || one.state === 'active';
  return {
    id: one.id,
    name: one.name,
    email: one.email,
    tag: tag(t(`people.states.${one.state}`), TONES[one.state]),
    when: whenOf(view, one),
    rights: rightsInWords(view, one.rights),
    revokeHref: stands ? `/people/${one.id}/revoke` : null,
  };
}

function whenOf({ t, formats }: View, { state, expiresAt, takenUpAt, revokedAt }: SubUser): string {
  if (revokedAt) return t('people.revokedAt', { at: formats.instant(revokedAt) });
  if (takenUpAt) return t('people.since', { at: formats.instant(takenUpAt) });
  return state === 'invited' ? t('people.until', { at: formats.instant(expiresAt) }) : '';
}

export interface ConfirmedPage extends Page {
  readonly confirmation: Confirmation;
}

const crumbsOf = ({ t }: View) => [{ label: t('people.title'), href: '/people' }];

/** What it means to let somebody in, before it is done. */
export const confirmInvitePage = (view: View, invitation: Invitation): ConfirmedPage => {
  const { t } = view;
  return {
    title: t('people.confirmInvite.title'),
    frame: { crumbs: crumbsOf(view) },
    confirmation: {
      title: invitation.name,
      rows: [
        row(t('people.invite.email'), invitation.email),
        row(t('people.rightsHead'), rightsInWords(view, ['see', ...invitation.rights]).join('; ')),
      ],
      consequences: (['sees', 'acts', 'never', 'revoke'] as const).map((key) => ({
        text: t(`people.confirmInvite.${key}`),
        clause: null,
      })),
      action: '/people',
      hidden: [
        { name: 'step', value: 'confirm' },
        { name: 'name', value: invitation.name },
        { name: 'email', value: invitation.email },
        { name: 'token', value: newInvitationToken() },
        ...invitation.rights.map((right) => ({ name: 'rights', value: right })),
      ],
      fields: [],
      button: t('people.confirmInvite.button'),
      back: '/people',
      dangerous: false,
    },
  };
};

export interface InvitedPage extends Page {
  readonly notices: readonly Notice[];
  readonly link: string | null;
}

export interface Handed {
  readonly email: string;
  readonly link: string;
  readonly expiresAt: string;
  readonly by: 'mail' | 'hand' | 'hand-after-failure';
}

export function invitedPage(view: View, { email, link, expiresAt, by }: Handed): InvitedPage {
  const { t, formats } = view;
  const at = formats.instant(expiresAt);
  const said =
    by === 'mail'
      ? t('people.invited.sent', { email, at })
      : t(by === 'hand' ? 'people.invited.byHand' : 'people.invited.notSent', { at });
  return {
    title: t('people.invited.title'),
    frame: { crumbs: crumbsOf(view) },
    notices: [
      notice(by === 'hand-after-failure' ? 'warning' : 'good', null, said, t('people.invited.careful')),
    ],
    link: by === 'mail' ? null : link,
  };
}

export const revokePage = (view: View, one: SubUser): ConfirmedPage => {
  const { t } = view;
  return {
    title: t('people.revoke.title', { name: one.name }),
    frame: { crumbs: crumbsOf(view) },
    confirmation: {
      title: one.name,
      rows: [
        row(t('people.invite.email'), one.email),
        row(t('people.rightsHead'), rightsInWords(view, one.rights).join('; ')),
      ],
      consequences: [
        { text: t('people.revoke.ends'), clause: null },
        { text: t('people.revoke.stays'), clause: null },
      ],
      action: `/people/${one.id}/revoke`,
      hidden: [],
      fields: [],
      button: t('people.revoke.button'),
      back: '/people',
      dangerous: true,
    },
  };
};

export interface TakeUpPage extends Page {
  readonly rights: readonly string[];
  readonly until: string;
  /** null: nobody has signed in. */
  readonly as: string | null;
  readonly action: string;
  readonly signInHref: string;
}

export function takeUpPage(view: View, invited: Invited, token: string): TakeUpPage {
  const { t, formats, viewer, caller } = view;
  const path = `/invitations/${token}`;
  return {
    title: t('people.takeUp.title'),
    frame: { lead: t('people.takeUp.lead', { name: invited.principalName }) },
    rights: rightsInWords(view, invited.rights),
    until: t('people.takeUp.until', { at: formats.instant(invited.expiresAt) }),
    as: caller && viewer ? t('people.takeUp.as', { name: viewer.name }) : null,
    action: path,
    signInHref: `/sign-in?next=${encodeURIComponent(path)}`,
  };
}

export const isChosenRight = (text: string): text is SubUserRight =>
  (CHOSEN_RIGHTS as readonly string[]).includes(text);
