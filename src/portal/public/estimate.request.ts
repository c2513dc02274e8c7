import { isoDayOf } from '../forms/day-text.ts';
import type { Form } from '../forms/form-body.ts';

/** The form of the estimator as a request for a quote. Fields bear the names of the request; empty ones are left out.
 *  Numbers are taken as people write them: `1 234,5` is `1234.50`. */

const AMOUNTS = [
  'loadUnitPrice',
  'costs.design',
  'costs.construction',
  'costs.capacityMaintenance',
  'costs.connecting',
  'costs.attributable',
  'costs.actual',
] as const;
const NUMBERS = [
  'connection.ampere',
  'connection.volt',
  'connection.distanceM',
  'deferral.annualRate',
] as const;
const COUNTS = ['deferral.months', 'deferral.monthsFromSystemServiceContract'] as const;
const DAYS = ['concludedOn', 'technicalRules.issuedOn', 'technicalRules.validUntil'] as const;
const TEXTS = ['regime', 'edition'] as const;
const FLAGS = [
  'operatorOrganisesDesign',
  'supplyInterruptedOrLoadReduced',
  'connection.customerChoseContractor',
  'deferral.guaranteesProvided',
  'deferral.termsInContract',
] as const;

export const ESTIMATE_FIELDS: ReadonlySet<string> = new Set<string>([
  ...AMOUNTS,
  ...NUMBERS,
  ...COUNTS,
  ...DAYS,
  ...TEXTS,
  ...FLAGS,
]);

/** The home page asks for two things by short names. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  ampere: 'connection.ampere',
  volt: 'connection.volt',
  distanceM: 'connection.distanceM',
};

export type EstimateValues = Readonly<Record<string, string>>;

export function estimateValues(form: Form): EstimateValues {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(form.values)) {
    const field = SHORT_NAMES[name] ?? name;
    if (ESTIMATE_FIELDS.has(field) && value !== '') values[field] = value;
  }
  return values;
}

/** null: nothing was asked yet. */
export function quoteRequestOf(values: EstimateValues): Record<string, unknown> | null {
  if (values['connection.ampere'] === undefined && Object.keys(values).length === 0) return null;
  const request: Record<string, unknown> = {};
  const put = (names: readonly string[], read: (value: string) => unknown): void => {
    for (const name of names) {
      const value = values[name];
      if (value !== undefined) putAt(request, name.split('.'), read(value));
    }
  };
  put(NUMBERS, plainNumber);
  put(AMOUNTS, (value) => withCents(plainNumber(value)));
  put(COUNTS, (value) => (/^\d{1,6}$/.test(value) ? Number(value) : value));
  put(DAYS, isoDayOf);
  put(TEXTS, (value) => value);
  put(FLAGS, () => true);
  // Without months nobody asks for a deferral, whatever else of it was ticked.
  if (values['deferral.months'] === undefined) delete request.deferral;
  return request;
}

const plainNumber = (value: string): string => value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');

/** `2400` and `2400.5` are amounts as people write them; a third decimal stays, and is refused. */
function withCents(value: string): string {
  if (!/^\d+(\.\d?)?$/.test(value)) return value;
  const [euros, cents = ''] = value.split('.');
  return `${euros!.replace(/^0+(?=\d)/, '')}.${cents.padEnd(2, '0')}`;
}

function putAt(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const inner = (target[name] ?? {}) as Record<string, unknown>;
  target[name] = inner;
  putAt(inner, rest, value);
}
