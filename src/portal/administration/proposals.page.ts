import { randomUUID } from 'node:crypto';
import type { Proposal } from '../../administration/proposal.ts';
import type { Empty, Tabs } from '../components/navigation-parts.ts';
import { type StatusTag, tag } from '../components/status-tag.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Table, table } from '../components/table.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { changeRows, type Present } from './change-text.ts';
import { summaryOf } from './proposal-parts.ts';
import { isAdministrator, sectionsOf } from './sections.ts';

export interface ProposalsPage extends Page {
  readonly sections: Tabs;
  readonly views: Tabs;
  readonly table: Table | null;
  readonly empty: Empty | null;
}

const STATES = ['pending', 'approved', 'declined'] as const;

const stateTag = ({ t }: View, state: Proposal['state']): StatusTag =>
  tag(
    t(`administration.proposals.states.${state}`),
    state === 'pending' ? 'operator' : state === 'approved' ? 'good' : 'nobody',
  );

const personAt = ({ t, formats }: View, by: string | null, at: string | null): string =>
  by && at ? t('administration.proposals.byAt', { by, at: formats.instant(at) }) : '–';

export function proposalsPage(
  view: View,
  proposals: readonly Proposal[],
  state: Proposal['state'] | null,
): ProposalsPage {
  const { t, formats } = view;
  return {
    title: t('administration.proposals.title'),
    frame: { lead: t('administration.proposals.lead'), wide: true },
    sections: sectionsOf(view, 'proposals'),
    views: {
      label: t('administration.proposals.views'),
      tabs: [null, ...STATES].map((one) => ({
        label: t(`administration.proposals.${one ?? 'all'}`),
        href: one ? `/admin/proposals?state=${one}` : '/admin/proposals',
        current: one === state,
        count: null,
      })),
    },
    table:
      proposals.length === 0
        ? null
        : table({
            columns: [
              { label: t('administration.proposals.what') },
              { label: t('administration.proposals.effective') },
              { label: t('administration.proposals.state') },
              { label: t('administration.proposals.proposed') },
              { label: t('administration.proposals.decided') },
            ],
            rows: proposals.map((one) => [
              {
                text: summaryOf(view, one),
                href: `/admin/proposals/${one.id}`,
                note: t(`administration.proposals.kinds.${one.kind}`),
              },
              one.effectiveOn
                ? formats.shortDate(one.effectiveOn)
                : t('administration.proposals.fromApproval'),
              { text: '', tag: stateTag(view, one.state) },
              personAt(view, one.proposedBy, one.proposedAt),
              personAt(view, one.decidedBy, one.decidedAt),
            ]),
          }),
    empty:
      proposals.length > 0
        ? null
        : {
            iconName: 'document',
            title: t('administration.proposals.empty'),
            text: t('administration.proposals.emptyText'),
            action: { label: t('administration.proposals.toFigures'), href: '/admin/figures' },
          },
  };
}

export interface ProposalPage extends Page {
  readonly sections: Tabs;
  readonly facts: SummaryList;
  readonly changes: Table;
  readonly impactHref: string;
  readonly decision: DecisionForm | null;
}

interface DecisionForm {
  readonly action: string;
  readonly title: string;
  readonly text: string | null;
  readonly fields: readonly Field[];
  /** Sent beside the fields where there is nothing to choose. */
  readonly decision: 'decline' | null;
  readonly button: string;
  readonly key: string;
}

export interface ProposalShown {
  readonly proposal: Proposal;
  readonly present: Present | null;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly errors: FormErrors | null;
}

export function proposalPage(view: View, { proposal, present, values, errors }: ProposalShown): ProposalPage {
  const { t, formats } = view;
  const rows = changeRows(view, proposal, present);
  return {
    title: t('administration.proposals.oneTitle', {
      what: t(`administration.proposals.kinds.${proposal.kind}`).toLocaleLowerCase(view.language),
    }),
    frame: {
      wide: true,
      crumbs: [{ label: t('administration.proposals.title'), href: '/admin/proposals' }],
      errors: errors?.summary ?? null,
    },
    sections: sectionsOf(view, 'proposals'),
    facts: summaryList(
      row(t('administration.proposals.state'), '', { tag: stateTag(view, proposal.state) }),
      row(
        t('administration.proposals.effective'),
        proposal.effectiveOn
          ? formats.shortDate(proposal.effectiveOn)
          : t('administration.proposals.fromApproval'),
      ),
      row(t('administration.source'), proposal.source),
      row(t('administration.proposals.proposed'), personAt(view, proposal.proposedBy, proposal.proposedAt)),
      proposal.decidedBy
        ? row(t('administration.proposals.decided'), personAt(view, proposal.decidedBy, proposal.decidedAt))
        : null,
      proposal.reasons ? row(t('administration.proposals.reasons'), proposal.reasons) : null,
    ),
    changes: table({
      columns: [
        { label: t('administration.proposals.what') },
        ...(present ? [{ label: t('administration.proposals.before') }] : []),
        { label: t('administration.proposals.after') },
      ],
      rows: rows.map(({ label, before, text, clause }) => [
        { text: label, note: clause },
        ...(present ? [before ?? '–'] : []),
        text,
      ]),
    }),
    impactHref: `/admin/proposals/${proposal.id}/impact`,
    decision:
      proposal.state === 'pending' && isAdministrator(view)
        ? decisionOf(view, proposal, values, errors)
        : null,
  };
}

function decisionOf(
  view: View,
  { id, proposedBy }: Proposal,
  values: ProposalShown['values'],
  errors: FormErrors | null,
): DecisionForm {
  const { t, caller } = view;
  const form = formFields(view, values, errors);
  const action = `/admin/proposals/${id}`;
  const own = proposedBy === caller?.username;
  if (own)
    return {
      action,
      title: t('administration.proposals.withdraw'),
      text: t('administration.proposals.own'),
      fields: [form.textArea('reasons', { label: t('administration.proposals.withdrawReasons'), rows: 3 })],
      decision: 'decline',
      button: t('administration.proposals.withdraw'),
      key: randomUUID(),
    };
  return {
    action,
    title: t('administration.proposals.decideTitle'),
    text: null,
    fields: [
      form.radios('decision', {
        label: t('administration.proposals.decision'),
        choices: [
          { value: 'apply', label: t('administration.proposals.approve') },
          { value: 'decline', label: t('administration.proposals.decline') },
        ],
      }),
      form.textArea('reasons', {
        label: t('administration.proposals.reasons'),
        hint: t('administration.proposals.reasonsHint'),
        optional: true,
        rows: 3,
        maxlength: 5000,
      }),
    ],
    decision: null,
    button: t('administration.proposals.decide'),
    key: randomUUID(),
  };
}
