import { randomUUID } from 'node:crypto';
import { actOf, type EventType } from '../../../../workflows/events.ts';
import type { ActionView, CaseView } from '../../../casework/show/shown.ts';
import { row, type SummaryRow } from '../../components/summary-list.ts';
import { isoDayOf } from '../../forms/day-text.ts';
import type { Field } from '../../forms/fields.ts';
import { type FormErrors, summaryOf } from '../../forms/form-errors.ts';
import type { Page } from '../../frame/page.ts';
import type { View } from '../../frame/view.ts';
import { addressOf } from '../case-details.ts';
import { UPLOADS_SCRIPT } from '../files/upload-form.ts';
import { fieldsOf } from './act-fields.ts';
import { filesField, purposeOf } from './act-files.ts';
import type { FieldSpec } from './field-spec.ts';

type Values = Readonly<Record<string, string | undefined>>;

interface Hidden {
  readonly name: string;
  readonly value: string;
}

/** Fields behind a heading; it stands open where something is filled in or wrong. */
interface FieldGroup {
  readonly title: string;
  readonly open: boolean;
  readonly fields: readonly Field[];
}

export interface ActPage extends Page {
  readonly action: string;
  readonly fields: readonly Field[];
  readonly groups: readonly FieldGroup[];
  readonly follows: string;
  readonly clause: string | null;
  readonly filesLater: string | null;
  readonly back: string;
  readonly hidden: readonly Hidden[];
}

export interface ConfirmPage extends Page {
  readonly action: string;
  readonly rows: readonly SummaryRow[];
  readonly consequences: readonly { readonly text: string; readonly clause: string | null }[];
  readonly hidden: readonly Hidden[];
  readonly button: string;
  readonly editable: boolean;
  /** Where files can be attached. */
  readonly files: Field | null;
  readonly back: string;
  readonly dangerous: boolean;
}

export interface ActShown {
  readonly found: CaseView;
  readonly act: ActionView;
  readonly type: EventType;
  readonly specs: readonly FieldSpec[];
  readonly values: Values;
  readonly name: string;
  /** What happens, and under which clause. */
  readonly follows: Follows;
}

interface Follows {
  readonly text: string;
  readonly clause: string | null;
}

const frameOf = (view: View, { found }: ActShown) => ({
  crumbs: [{ label: view.t('cases.one.heading', { number: found.number }), href: `/cases/${found.id}` }],
});

const where = ({ found, type }: ActShown): string => `/cases/${found.id}/acts/${type}`;

/** What the act asks for. */
export function actPage(view: View, shown: ActShown, errors: FormErrors | null): ActPage {
  const { found, specs, type, values, name, follows } = shown;
  const fields = fieldsOf(
    view,
    specs.filter(({ group }) => !group),
    values,
    errors,
  );
  const groups = groupsOf(view, shown, errors);
  const all = [...fields, ...groups.flatMap((group) => group.fields)];
  return {
    title: name,
    frame: { ...frameOf(view, shown), errors: errors && summaryOf(errors, all) },
    action: where(shown),
    fields,
    groups,
    follows: follows.text,
    clause: follows.clause,
    filesLater: purposeOf(view, type) ? view.t('files.act.later') : null,
    back: `/cases/${found.id}`,
    hidden: [{ name: 'step', value: 'check' }],
  };
}

function groupsOf(view: View, { specs, values }: ActShown, errors: FormErrors | null): readonly FieldGroup[] {
  const grouped = specs.filter((one) => one.group !== undefined);
  return [...Map.groupBy(grouped, (one) => one.group!)].map(([group, members]) => ({
    title: view.t(group),
    open: members.some(({ name }) => (values[name] ?? '') !== '' || errors?.of(name)),
    fields: fieldsOf(view, members, values, errors),
  }));
}

/** What follows, before anything happens. The key makes a second click answer like the first. */
export function confirmPage(
  view: View,
  shown: ActShown,
  more: readonly SummaryRow[] = [],
  errors: FormErrors | null = null,
): ConfirmPage {
  const { t } = view;
  const { found, type, specs, values, name, follows } = shown;
  const { joint, weight } = actOf(type);
  return {
    title: t('acts.checkTitle'),
    frame: { ...frameOf(view, shown), errors: errors?.summary ?? null, scripts: [UPLOADS_SCRIPT] },
    action: where(shown),
    rows: [
      row(t('acts.case'), found.number, { note: addressOf(found) }),
      ...specs.flatMap((spec) => rowOf(view, spec, values[spec.name] ?? '')),
      ...more,
    ],
    consequences: [follows, ...(joint ? [{ text: t('acts.bothSides'), clause: null }] : [])],
    hidden: [
      ...specs.flatMap((spec) => {
        const value = values[spec.name];
        return value ? [{ name: spec.name, value }] : [];
      }),
      { name: 'idempotencyKey', value: randomUUID() },
      { name: 'version', value: String(found.version) },
    ],
    button: name,
    editable: specs.length > 0,
    files: filesField(view, type, errors),
    back: `/cases/${found.id}`,
    dangerous: weight === 'ends',
  };
}

function rowOf(view: View, spec: FieldSpec, value: string): readonly SummaryRow[] {
  const label = view.t(spec.label);
  if (spec.kind === 'tick') return [row(label, view.t(value === '' ? 'acts.no' : 'acts.yes'))];
  if (value === '') return [];
  return [row(label, told(view, spec, value))];
}

function told(view: View, { kind, choices, inWords, suffix }: FieldSpec, value: string): string {
  if (kind === 'choice') return choices?.includes(value) ? (inWords?.(view, value) ?? value) : value;
  if (kind === 'day' || kind === 'moment') return dayText(view, value);
  if (kind === 'amount') return `${value} EUR`;
  return suffix ? `${value} ${suffix}` : value;
}

function dayText({ formats }: View, typed: string): string {
  const iso = isoDayOf(typed);
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? formats.shortDate(iso) : typed;
}
