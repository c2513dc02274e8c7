import { randomUUID } from 'node:crypto';
import type { EventType } from '../../../workflows/events.ts';
import { EVENT_DATA } from '../../../workflows/events.ts';
import { isStaff } from '../../casework/caller.ts';
import { isGiven } from '../../casework/show/authorities.ts';
import type { AuthoritiesOfCase, AuthorityView } from '../../casework/show/shown.ts';
import type { Confirmation } from '../components/confirmation.ts';
import type { Empty } from '../components/navigation-parts.ts';
import { type StatusTag, type Tone, tag } from '../components/status-tag.ts';
import { row, type SummaryRow } from '../components/summary-list.ts';
import { isoDayOf } from '../forms/day-text.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';

export interface RepresentativesPage extends Page {
  readonly empty: Empty | null;
  readonly authorities: readonly AuthorityCard[];
  readonly heading: string;
  readonly action: string;
  readonly fields: readonly Field[];
  /** Single acts, folded away below the bundles. */
  readonly singleActs: Field | null;
  /** Where service registers a paper with its document; null: the reader files by itself. */
  readonly actHref: string | null;
}

interface AuthorityCard {
  readonly agent: string;
  readonly tag: StatusTag;
  readonly scope: readonly string[];
  readonly rows: readonly SummaryRow[];
  readonly revokeHref: string | null;
}

const TONES: Readonly<Record<AuthorityView['state'], Tone>> = {
  effective: 'good',
  future: 'customer',
  ended: 'nobody',
  revoked: 'nobody',
};

/** What a customer may leave to a representative, in the order of the events. */
const GIVEN = (Object.keys(EVENT_DATA) as EventType[]).filter(
  (type) => isGiven(type) && type !== 'application.drafted',
);

type Values = Readonly<Record<string, string | undefined>>;

const addressOf = ({ caseId }: AuthoritiesOfCase): string => `/cases/${caseId}/representatives`;

const frameOf = ({ t }: View, found: AuthoritiesOfCase) => ({
  crumbs: [{ label: t('cases.one.heading', { number: found.caseNumber }), href: `/cases/${found.caseId}` }],
});

export function representativesPage(
  view: View,
  found: AuthoritiesOfCase,
  values: Values,
  errors: FormErrors | null,
): RepresentativesPage {
  const { t, caller } = view;
  const staff = caller !== null && isStaff(caller);
  return {
    title: t('people.representatives.title', { number: found.caseNumber }),
    frame: {
      ...frameOf(view, found),
      lead: t('people.representatives.lead'),
      errors: errors?.summary ?? null,
    },
    empty:
      found.items.length > 0
        ? null
        : {
            iconName: 'users',
            title: t('people.representatives.none'),
            text: t('people.representatives.noneText'),
            action: null,
          },
    authorities: found.items.map((one) => cardOf(view, found, one)),
    heading: t(staff ? 'people.representatives.filePaper' : 'people.representatives.file'),
    action: addressOf(found),
    fields: found.mayFile && !staff ? fieldsOf(view, values, errors) : [],
    singleActs: found.mayFile && !staff ? singleActsOf(view, values, errors) : null,
    actHref: found.mayFile && staff ? `/cases/${found.caseId}/acts/authority.filed` : null,
  };
}

function fieldsOf(view: View, values: Values, errors: FormErrors | null): readonly Field[] {
  const { t } = view;
  const form = formFields(view, values, errors);
  return [
    form.input('agent', {
      label: t('people.representatives.agentField'),
      hint: t('people.representatives.agentHint'),
      autocomplete: 'off',
      maxlength: 200,
    }),
    form.input('agentName', {
      label: t('people.representatives.agentNameField'),
      hint: t('people.representatives.agentNameHint'),
      autocomplete: 'off',
      optional: true,
      maxlength: 200,
    }),
    form.radios('bundle', {
      label: t('people.representatives.bundleField'),
      hint: t('people.representatives.unlikeSubUser'),
      choices: [
        {
          value: 'view-and-pay',
          label: t('people.representatives.bundles.view-and-pay'),
          hint: t('people.representatives.bundleHints.view-and-pay'),
        },
        {
          value: 'everything',
          label: t('people.representatives.bundles.everything'),
          hint: t('people.representatives.bundleHints.everything'),
        },
        {
          value: 'list',
          label: t('people.representatives.bundles.list'),
          hint: t('people.representatives.bundleHints.list'),
        },
      ],
    }),
    form.date('from', { label: t('people.representatives.fromField') }),
    form.date('until', {
      label: t('people.representatives.untilField'),
      hint: t('people.representatives.untilHint'),
      optional: true,
    }),
  ];
}

function singleActsOf(view: View, values: Values, errors: FormErrors | null): Field {
  const { t, names } = view;
  return formFields(view, values, errors).checkboxes('scope', {
    label: t('people.representatives.scopeField'),
    hint: t('people.representatives.scopeHint'),
    choices: GIVEN.map((type) => ({ value: type, label: nameOf(names, 'act', type) })),
  });
}

const BUNDLES = ['view-and-pay', 'everything', 'this-case'] as const;

function scopeInWords({ t, names }: View, scope: readonly string[]): readonly string[] {
  if (scope.includes('all')) return [t('people.representatives.all')];
  const bundles = BUNDLES.filter((one) => scope.includes(one));
  return bundles.length > 0
    ? bundles.map((one) => t(`people.representatives.bundles.${one}`))
    : scope.map((type) => nameOf(names, 'act', type));
}

function periodOf({ t, formats }: View, { from, until }: { from: string; until: string | null }): string {
  return until
    ? t('people.representatives.until', { from: formats.shortDate(from), until: formats.shortDate(until) })
    : t('people.representatives.from', { day: formats.shortDate(from) });
}

/** A revocation is kept as a day or as an instant. */
const momentOf = ({ formats }: View, at: string): string =>
  at.length === 10 ? formats.shortDate(at) : formats.instant(at);

/** Whom the authority names, so that both sides know whom the code means. */
const namedOf = ({ agent, agentName }: AuthorityView): string =>
  [agentName, agent].filter((part) => part !== undefined).join(', ');

function cardOf(view: View, found: AuthoritiesOfCase, one: AuthorityView): AuthorityCard {
  const { t } = view;
  return {
    agent: namedOf(one),
    tag: tag(t(`people.representatives.states.${one.state}`), TONES[one.state]),
    scope: scopeInWords(view, one.scope),
    rows: [
      row(t('people.representatives.period'), periodOf(view, one)),
      row(t('people.representatives.received'), momentOf(view, one.receivedAt)),
      ...(one.revokedAt ? [row(t('people.representatives.revoked'), momentOf(view, one.revokedAt))] : []),
    ],
    revokeHref:
      one.revokedAt === null ? `${addressOf(found)}/revoke?agent=${encodeURIComponent(one.agent)}` : null,
  };
}

export interface ConfirmAuthorityPage extends Page {
  readonly confirmation: Confirmation;
}

export interface AuthorityGiven {
  readonly agent: string;
  /** As the principal knows it; '' where none was given. */
  readonly agentName: string;
  readonly scope: readonly string[];
  readonly from: string;
  readonly until: string | null;
}

const withClauses = (
  { t, clause }: View,
  said: readonly (readonly [
    'binds' | 'acts' | 'register' | 'paper' | 'revokes' | 'staysDone',
    string | null,
  ])[],
) => said.map(([key, under]) => ({ text: t(`people.representatives.${key}`), clause: clause(under) }));

/** What an authority brings about, before it is filed (II.5.3, II.6.2). */
export function confirmAuthorityPage(
  view: View,
  found: AuthoritiesOfCase,
  given: AuthorityGiven,
): ConfirmAuthorityPage {
  const { t, caller } = view;
  const staff = caller !== null && isStaff(caller);
  return {
    title: t('people.representatives.confirmFile'),
    frame: frameOf(view, found),
    confirmation: {
      title: [given.agentName, given.agent].filter((part) => part !== '').join(', '),
      rows: [
        row(t('people.representatives.scope'), scopeInWords(view, given.scope).join('; ')),
        row(t('people.representatives.period'), periodOf(view, given)),
      ],
      consequences: withClauses(view, [
        ['acts', 'II.6.2'],
        ['binds', 'II.5.3'],
        ['register', 'II.6.3'],
        ...(staff ? ([['paper', 'II.7.6']] as const) : []),
      ]),
      action: addressOf(found),
      hidden: [
        { name: 'step', value: 'confirm' },
        { name: 'agent', value: given.agent },
        ...(given.agentName ? [{ name: 'agentName', value: given.agentName }] : []),
        ...given.scope.map((value) => ({ name: 'scope', value })),
        { name: 'from', value: given.from },
        ...(given.until ? [{ name: 'until', value: given.until }] : []),
        { name: 'idempotencyKey', value: randomUUID() },
      ],
      fields: [],
      button: t(staff ? 'people.representatives.filePaper' : 'people.representatives.file'),
      back: addressOf(found),
      dangerous: false,
    },
  };
}

/** What taking it back brings about; service enters the day on which the paper came. */
export function confirmRevocationPage(
  view: View,
  found: AuthoritiesOfCase,
  agent: string,
  values: Values,
  errors: FormErrors | null,
): ConfirmAuthorityPage {
  const { t, caller } = view;
  const staff = caller !== null && isStaff(caller);
  const form = formFields(view, values, errors);
  return {
    title: t('people.representatives.confirmRevoke'),
    frame: { ...frameOf(view, found), errors: errors?.summary ?? null },
    confirmation: {
      title: agent,
      rows: found.items
        .filter((one) => one.agent === agent && one.revokedAt === null)
        .map((one) =>
          row(t('people.representatives.scope'), scopeInWords(view, one.scope).join('; '), {
            note: periodOf(view, one),
          }),
        ),
      consequences: withClauses(view, [
        ['revokes', 'II.5.3'],
        ['staysDone', 'II.6.2'],
      ]),
      action: `${addressOf(found)}/revoke`,
      hidden: [
        { name: 'agent', value: agent },
        { name: 'idempotencyKey', value: randomUUID() },
      ],
      fields: staff
        ? [
            form.date('receivedAt', {
              label: t('people.representatives.receivedAt'),
              hint: t('people.representatives.receivedHint'),
            }),
          ]
        : [],
      button: t('people.representatives.confirmRevoke'),
      back: addressOf(found),
      dangerous: true,
    },
  };
}

/** Days as they were typed, in ISO form. */
export const typedDays = (values: Values): { readonly from: string; readonly until: string | null } => ({
  from: isoDayOf(values.from ?? ''),
  until: values.until ? isoDayOf(values.until) : null,
});
