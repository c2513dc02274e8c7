import type { Proposal } from '../../administration/proposal.ts';
import type { Operator } from '../../law/operator.ts';
import { FIGURES, isFigureName } from '../../law/parameters/index.ts';
import { SETTINGS, type SettingName } from '../../law/settings/settings.ts';
import { TERMS_CLAUSES, type TermsParameter, type TermsVersion } from '../../law/terms/terms.ts';
import type { CalendarRow } from '../../law/working-days.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { capital, figureValue, settingValue, valueIn } from './law-texts.ts';
import { OPERATOR_FIELDS, operatorValue } from './operator-fields.ts';

/** One thing that a proposal changes; `before` is null where there was nothing, or where it is not asked. */
export interface ChangedRow {
  readonly label: string;
  readonly before: string | null;
  readonly text: string;
  readonly clause: string | null;
}

/** The law of today that a proposal is compared with; null: only what is proposed is told. */
export interface Present {
  readonly figure: string | null;
  readonly setting: string | number | boolean | null;
  readonly terms: TermsVersion;
  readonly operator: Operator;
}

interface EditionChange {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly status: string;
}

export function changeRows(view: View, { kind, change }: Proposal, present: Present | null): ChangedRow[] {
  switch (kind) {
    case 'figure':
      return [figureRow(view, change as EditionChange, present)];
    case 'setting':
      return [settingRow(view, change as EditionChange, present)];
    case 'calendar':
      return (change as { rows: readonly CalendarRow[] }).rows.map((row) => calendarRow(view, row));
    case 'operator':
      return operatorRows(view, change as Operator, present);
    case 'terms':
      return termsRows(view, change as TermsVersion, present);
  }
}

function figureRow(view: View, { name, value, status }: EditionChange, present: Present | null): ChangedRow {
  const figure = isFigureName(name) ? FIGURES[name] : null;
  const told = figureValue(view, name, value);
  return {
    label: capital(view, figure?.label[view.language] ?? name),
    before: present?.figure == null ? null : figureValue(view, name, present.figure),
    text: status === 'verified' ? told : `${told} (${nameOf(view.names, 'figureStatus', status)})`,
    clause: view.clause(figure?.clause),
  };
}

function settingRow(view: View, { name, value }: EditionChange, present: Present | null): ChangedRow {
  const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name as SettingName] : null;
  return {
    label: capital(view, setting?.label[view.language] ?? name),
    before: present?.setting == null ? null : settingValue(view, present.setting),
    text: settingValue(view, value),
    clause: view.clause(setting?.clause),
  };
}

function calendarRow({ t, formats }: View, { on, kind, name, removed }: CalendarRow): ChangedRow {
  const what = t(`administration.calendar.${kind}`);
  return {
    label: formats.shortDate(on),
    before: null,
    text: `${removed ? `${t('administration.calendar.removed')}: ` : ''}${what} (${name})`,
    clause: null,
  };
}

const operatorRows = (view: View, after: Operator, present: Present | null): ChangedRow[] =>
  OPERATOR_FIELDS.flatMap((name) => {
    const before = present ? operatorValue(present.operator, name) : null;
    const text = operatorValue(after, name);
    if (before === text) return [];
    return [{ label: view.t(`administration.operator.labels.${name}`), before, text, clause: null }];
  });

function termsRows(view: View, after: TermsVersion, present: Present | null): ChangedRow[] {
  const { t, formats, clause } = view;
  const dates: ChangedRow[] = [
    { label: t('administration.terms.version'), before: null, text: after.version, clause: null },
    {
      label: t('administration.terms.publishedOn'),
      before: null,
      text: formats.shortDate(after.publishedOn),
      clause: clause('II.1.5'),
    },
    {
      label: t('administration.terms.ground'),
      before: null,
      text: t(`administration.terms.grounds.${after.ground}`),
      clause: clause('II.1.4'),
    },
    ...(after.exemption
      ? [
          {
            label: t('administration.terms.exemption'),
            before: null,
            text: t(`administration.terms.exemptions.${after.exemption}`),
            clause: clause('II.1.6'),
          },
        ]
      : []),
  ];
  const changed = (Object.keys(TERMS_CLAUSES) as TermsParameter[]).flatMap((name): ChangedRow[] => {
    const { label, unit, clause: under } = TERMS_CLAUSES[name];
    const before = present ? present.terms.parameters[name] : null;
    if (before === null || String(before) === String(after.parameters[name])) return [];
    return [
      {
        label: capital(view, label[view.language]),
        before: valueIn(view, unit, before),
        text: valueIn(view, unit, after.parameters[name]),
        clause: clause(under),
      },
    ];
  });
  return [...dates, ...changed];
}
