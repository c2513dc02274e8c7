import type { LawBook } from '../../../src/law/law-book.ts';
import { SETTINGS, type SettingName } from '../../../src/law/settings/settings.ts';
import { daysOff, withCalendar } from '../../builders/index.ts';

/** A lifecycle case as it stands in `cases.json`: what is given, what must come out, and how the other readings differ. */
export interface LifecycleCase {
  readonly id: string;
  readonly kind: string;
  readonly certainty: string;
  readonly clause: string;
  readonly why: string;
  readonly input: { readonly holidays?: readonly string[] } & Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly alternatives?: readonly ({ readonly policy: string } & Readonly<Record<string, unknown>>)[];
}

type Outcome = Readonly<Record<string, unknown>>;

/** Tells the case through the chart and answers with what is expected of its kind; `expected` names days to be tried. */
export type Runner = (input: never, law: LawBook, expected: never) => Outcome;
export const runner = <Input, Expected = Outcome>(
  run: (input: Input, law: LawBook, expected: Expected) => Outcome,
): Runner => run as Runner;

/** Names of readings as the cases write them; the others are names of settings. */
const POLICIES: Readonly<Record<string, SettingName>> = {
  connectionClock: 'connectionClock.start',
  consumerWithdrawalRoll: 'days.consumerWithdrawalRoll',
  lateCure: 'payment.lateCure',
  noticeCounting: 'suspension.noticeCounting',
  warningEarliest: 'warning.earliest',
};

function settingOf(policy: string): Partial<Record<SettingName, string | number | boolean>> {
  const [name = '', value = ''] = policy.split('=');
  const setting = name in SETTINGS ? (name as SettingName) : POLICIES[name];
  if (!setting) throw new Error(`No setting is known for the policy ${policy}.`);
  const { choices } = SETTINGS[setting];
  const read = choices === 'boolean' ? value === 'true' : choices === 'days' ? Number(value) : value;
  return { [setting]: read };
}

/** The delivered law with the holidays of the case, or one reading of it turned the other way. */
export const lawFor = ({ input }: LifecycleCase, policy?: string): LawBook =>
  withCalendar(daysOff(input.holidays ?? []), policy === undefined ? {} : settingOf(policy));

/** What was expected, in the order of the expectation: the runner may know more. */
export const asExpected = (
  answer: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
): Record<string, unknown> => Object.fromEntries(Object.keys(expected).map((key) => [key, answer[key]]));

export const plusDays = (on: string, days: number): string =>
  Temporal.PlainDate.from(on).add({ days }).toString();
