import { actOf, type EventType } from '../../../workflows/events.ts';
import type { Caller } from '../../casework/caller.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import type { Refusal } from '../../law/refusal.ts';
import { formFor } from '../cases/acts/form-of-act.ts';
import { bulkConfirmKey, bulkFollowsKey } from '../cases/acts/words-of-act.ts';
import { detailsOf } from '../cases/case-details.ts';
import type { Confirmation } from '../components/confirmation.ts';
import type { Empty } from '../components/navigation-parts.ts';
import { type Notice, notice } from '../components/notice.ts';
import { tag } from '../components/status-tag.ts';
import { type Table, table } from '../components/table.ts';
import { formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';

/** Before an act in many cases: in which it will be done, in which not and why, and what follows. */
export interface BulkPage extends Page {
  readonly will: Table | null;
  readonly willNot: Table | null;
  /** null: nothing is left to do. */
  readonly confirmation: Confirmation | null;
  /** Confirmed with the form, hidden in it. */
  readonly empty: Empty | null;
}

interface Asked {
  readonly act: EventType;
  readonly found: readonly CaseView[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors | null;
}

export function bulkPage(view: View, { act, found, values, errors }: Asked): BulkPage {
  const { t, names, clause } = view;
  const possible = found.filter((one) => isPossible(one, act));
  const others = found.filter((one) => !isPossible(one, act));
  const form = formFields(view, values, errors);
  const columns = [{ label: t('queue.bulk.case') }, { label: t('cases.queue.person') }];
  return {
    title: names.act[act],
    frame: {
      lead: t('queue.bulk.lead'),
      crumbs: [{ label: t('cases.nav.queue'), href: '/cases' }],
      errors: errors?.summary ?? null,
    },
    will:
      possible.length === 0
        ? null
        : table({
            caption: t('queue.bulk.will', { count: possible.length }),
            columns,
            rows: possible.map((one) => [numberOf(one), personOf(view, one)]),
          }),
    willNot:
      others.length === 0
        ? null
        : table({
            caption: t('queue.bulk.willNot', { count: others.length }),
            columns: [...columns, { label: t('queue.bulk.why') }],
            rows: others.map((one) => [
              numberOf(one),
              personOf(view, one),
              { text: whyNot(view, one, act), note: clause(actOf(act).clause) },
            ]),
          }),
    confirmation:
      possible.length === 0
        ? null
        : {
            title: t(bulkConfirmKey(act), { count: possible.length }),
            rows: [],
            consequences: [{ text: t(bulkFollowsKey(act)), clause: clause(actOf(act).clause) }],
            action: '/staff/bulk',
            hidden: [
              { name: 'act', value: act },
              { name: 'idempotencyKey', value: values.idempotencyKey || crypto.randomUUID() },
              ...possible.map(({ id }) => ({ name: 'case', value: id })),
            ],
            fields: needsReasons(act, view.caller)
              ? [
                  form.textArea('reasons', {
                    label: t('queue.bulk.reasons'),
                    hint: t('queue.bulk.reasonsHint'),
                    rows: 3,
                  }),
                ]
              : [],
            button: t(bulkConfirmKey(act), { count: possible.length }),
            back: '/cases',
            dangerous: false,
          },
    empty:
      found.length > 0
        ? null
        : {
            iconName: 'hand',
            title: t('queue.bulk.nothing'),
            text: t('queue.bulk.nothingText'),
            action: { label: t('queue.bulk.back'), href: '/cases' },
          },
  };
}

/** What is the same for every case asks for no more than its reasons. */
export const needsReasons = (act: EventType, caller: Caller | null): boolean =>
  formFor(act, caller).some(({ name, optional }) => name === 'reasons' && !optional);

const isPossible = ({ actions }: CaseView, act: EventType): boolean =>
  actions.some(({ type }) => type === act);

const numberOf = ({ id, number }: CaseView) => ({ text: number, href: `/cases/${id}` });

const personOf = ({ t }: View, one: CaseView): string =>
  detailsOf(one).application?.customer?.name ?? t('cases.queue.hidden');

function whyNot({ t, names, formats }: View, one: CaseView, act: EventType): string {
  const { annulment } = detailsOf(one).holds;
  return act === 'annulment.warned' && annulment
    ? t('queue.bulk.isHeld', { day: formats.shortDate(annulment.since) })
    : t('queue.bulk.notPossible', { status: nameOf(names, 'status', one.status) });
}

/** What came of it, case by case. */
export interface Outcome {
  readonly found: CaseView;
  readonly kind: 'done' | 'awaits-approval' | 'refused';
  readonly refusal: Refusal | null;
}

export interface BulkDonePage extends Page {
  readonly notice: Notice;
  readonly outcomes: Table;
}

export function bulkDonePage(view: View, act: EventType, outcomes: readonly Outcome[]): BulkDonePage {
  const { t, names, language, clause } = view;
  const done = outcomes.filter(({ kind }) => kind === 'done').length;
  const tags = {
    done: tag(t('queue.bulk.isDone'), 'good', 'check'),
    'awaits-approval': tag(t('queue.bulk.waits'), 'operator', 'clock'),
    refused: tag(t('queue.bulk.failed'), 'bad', 'warning'),
  };
  return {
    title: `${names.act[act]}: ${t('queue.bulk.done').toLowerCase()}`,
    frame: { crumbs: [{ label: t('cases.nav.queue'), href: '/cases' }] },
    notice: notice(
      done === outcomes.length && done > 0 ? 'good' : 'warning',
      t('queue.bulk.doneLead', { count: done, all: outcomes.length }),
    ),
    outcomes: table({
      columns: [
        { label: t('queue.bulk.case') },
        { label: t('cases.queue.person') },
        { label: t('queue.bulk.outcome') },
        { label: t('queue.bulk.note') },
      ],
      rows: outcomes.map(({ found, kind, refusal }) => [
        numberOf(found),
        personOf(view, found),
        { text: '', tag: tags[kind] },
        { text: refusal?.detail[language] ?? '', note: clause(refusal?.clause) },
      ]),
    }),
  };
}
