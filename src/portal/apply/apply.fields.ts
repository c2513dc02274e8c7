import { type Draft, PURPOSES } from '../../../workflows/application.ts';
import type { Caller } from '../../casework/caller.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { Form } from '../forms/form-body.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { View } from '../frame/view.ts';

/** The steps of the guided application: their fields, and the fields as a draft. Fields bear the names of the draft. */
export const STEPS = ['customer', 'object', 'connection'] as const;
export type Step = (typeof STEPS)[number];

export const isStep = (text: unknown): text is Step => STEPS.some((one) => one === text);

export type Values = Readonly<Record<string, string | undefined>>;

const VOLTS = ['230', '400', '6000', '10000', '20000', '110000'] as const;

export function stepFields(
  view: View,
  step: Step,
  values: Values,
  errors: FormErrors | null,
): readonly Field[] {
  const { t, names } = view;
  const form = formFields(view, values, errors);
  const number = { inputmode: 'decimal', width: 'short', autocomplete: 'off' } as const;
  switch (step) {
    case 'customer':
      return [
        form.radios('customer.kind', {
          label: t('apply.customer.kind'),
          choices: (['natural', 'legal'] as const).map((value) => ({
            value,
            label: names.customerKind[value],
          })),
        }),
        form.input('customer.name', {
          label: t('apply.customer.name'),
          autocomplete: 'name',
          maxlength: 300,
        }),
        form.input('customer.personalCode', {
          label: t('apply.customer.personalCode'),
          hint: t('apply.customer.personalCodeHint'),
          width: 'medium',
          autocomplete: 'off',
          optional: true,
        }),
        form.input('customer.registrationNumber', {
          label: t('apply.customer.registrationNumber'),
          hint: t('apply.customer.registrationNumberHint'),
          width: 'medium',
          autocomplete: 'off',
          optional: true,
        }),
        form.input('customer.email', {
          label: t('apply.customer.email'),
          hint: t('apply.customer.emailHint'),
          type: 'email',
          autocomplete: 'email',
          optional: true,
        }),
        form.input('customer.phone', {
          label: t('apply.customer.phone'),
          type: 'tel',
          width: 'medium',
          autocomplete: 'tel',
          optional: true,
        }),
        form.input('customer.postalAddress', {
          label: t('apply.customer.postalAddress'),
          autocomplete: 'street-address',
          maxlength: 300,
          optional: true,
        }),
        form.tick('customer.household', {
          label: t('apply.customer.household'),
          hint: t('apply.customer.householdHint'),
          optional: true,
        }),
      ];
    case 'object':
      return [
        form.input('object.address', {
          label: t('apply.object.address'),
          hint: t('apply.object.addressHint'),
          maxlength: 300,
        }),
        form.input('object.cadastreNumber', {
          label: t('apply.object.cadastre'),
          width: 'medium',
          maxlength: 40,
          optional: true,
        }),
        form.input('object.installation', {
          label: t('apply.object.installation'),
          hint: t('apply.object.installationHint'),
          maxlength: 300,
          optional: true,
        }),
      ];
    case 'connection':
      return [
        form.radios('purpose', {
          label: t('apply.connection.purpose'),
          choices: PURPOSES.map((value) => ({ value, label: names.purpose[value] })),
        }),
        form.radios('connection.phases', {
          label: t('apply.connection.phases'),
          choices: [
            { value: '3', label: t('apply.connection.three') },
            { value: '1', label: t('apply.connection.one') },
          ],
        }),
        form.input('connection.ampere', {
          ...number,
          label: t('estimate.ampere'),
          hint: t('estimate.ampereHint'),
          suffix: 'A',
        }),
        form.select('connection.volt', {
          label: t('estimate.volt'),
          choices: VOLTS.map((value) => ({ value, label: t(`estimate.volts.v${value}`) })),
        }),
        form.input('connection.generationKw', {
          ...number,
          label: t('apply.connection.generation'),
          hint: t('apply.connection.generationHint'),
          suffix: 'kW',
          optional: true,
        }),
        form.tick('connection.temporary', { label: t('apply.connection.temporary'), optional: true }),
        form.tick('connection.replacesOldInstallation', {
          label: t('apply.connection.replaces'),
          optional: true,
        }),
        form.textArea('notes', { label: t('apply.connection.notes'), maxlength: 5000, optional: true }),
      ];
  }
}

/** What stands in the fields: what the draft holds, and before there is one, what is known of the caller. */
export function valuesOf(draft: Draft | null, caller: Caller, name: string | undefined): Values {
  const flat: Record<string, string> = {};
  const known = !draft && caller.roles.includes('customer') ? { kind: caller.kind, name } : {};
  const parts = {
    customer: { ...known, ...draft?.customer },
    object: draft?.object,
    connection: { volt: '400', ...draft?.connection },
  };
  for (const [part, fields] of Object.entries(parts)) {
    for (const [field, value] of Object.entries(fields ?? {})) {
      if (value !== undefined && value !== false)
        flat[`${part}.${field}`] = value === true ? 'yes' : String(value);
    }
  }
  if (flat['connection.generationKw'] === '0') delete flat['connection.generationKw'];
  return {
    ...flat,
    ...(draft?.purpose ? { purpose: draft.purpose } : {}),
    ...(draft?.notes ? { notes: draft.notes } : {}),
  };
}

const TEXTS: Readonly<Record<Step, readonly string[]>> = {
  customer: ['kind', 'name', 'personalCode', 'registrationNumber', 'email', 'phone', 'postalAddress'],
  object: ['address', 'cadastreNumber', 'installation'],
  connection: [],
};

/** One step as part of a draft; empty fields are left out. */
export function draftOf(
  step: Step,
  form: Pick<Form, 'text' | 'isTicked'>,
  language: View['language'],
): Record<string, unknown> {
  const part: Record<string, unknown> = Object.fromEntries(
    TEXTS[step]
      .map((name) => [name, form.text(`${step}.${name}`)] as const)
      .filter(([, value]) => value !== ''),
  );
  const decimal = (name: string): string =>
    form
      .text(name)
      .replace(/[\s\u00a0]/g, '')
      .replace(',', '.');
  switch (step) {
    case 'customer':
      return { customer: { ...part, household: form.isTicked('customer.household'), language } };
    case 'object':
      return { object: part };
    case 'connection': {
      const phases = form.text('connection.phases');
      const ampere = decimal('connection.ampere');
      const purpose = form.text('purpose');
      const notes = form.text('notes');
      return {
        connection: {
          ...(phases === '' ? {} : { phases: Number(phases) }),
          ...(ampere === '' ? {} : { ampere }),
          volt: decimal('connection.volt'),
          generationKw: decimal('connection.generationKw') || '0',
          temporary: form.isTicked('connection.temporary'),
          replacesOldInstallation: form.isTicked('connection.replacesOldInstallation'),
        },
        ...(purpose === '' ? {} : { purpose }),
        ...(notes === '' ? {} : { notes }),
      };
    }
  }
}
