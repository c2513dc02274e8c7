import { type Day, day, earliestDayAfter, type IsoDay, isAfter, lastDayWithin } from './days.ts';
import { type Operator, SADALES_TIKLS } from './operator.ts';
import type { FigureStatus, ValueInForce } from './parameter.ts';
import { Refusal } from './refusal.ts';
import {
  SETTINGS,
  SETTINGS_IN_FORCE_SINCE,
  type SettingName,
  type SettingValue,
} from './settings/settings.ts';
import { DELIVERED_TERMS } from './terms/delivered.ts';
import {
  type EffectiveTerms,
  effectiveTerms,
  type PartOneOverrides,
  type TermsVersion,
  type UsedParameter,
} from './terms/terms.ts';
import { say } from './words.ts';
import { type CalendarRow, type WorkingDays, workingDays } from './working-days.ts';

/** A figure or setting that an administrator has entered; rows are added, never edited. */
export interface Edition {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly since: IsoDay;
  readonly source: string;
  readonly status: FigureStatus;
}

/** What an installation has entered beside the delivered law. */
export interface LawEntries {
  readonly operator?: Operator;
  readonly terms?: readonly TermsVersion[];
  readonly settings?: readonly Edition[];
  readonly figures?: readonly Edition[];
  readonly calendar?: readonly CalendarRow[];
}

/** The law as it stood at one moment: everything dated that a decision may rest on. Pure data; the same book and the
 *  same history give the same case. */
export interface LawBook {
  /** How many changes have been enacted beside the delivered law (`enacted-law.ts`); 0: none. */
  readonly revision: number;
  /** The same book as it stood at an earlier revision: what an event of that time was decided by. */
  asOf(revision: number): LawBook;
  readonly operator: Operator;
  readonly terms: readonly TermsVersion[];
  readonly workingDays: (on: Day) => WorkingDays;
  /** Rows of the figures that an administrator maintains, oldest first. */
  readonly figures: readonly Edition[];
  setting<Name extends SettingName>(name: Name, on: Day): SettingValue<Name>;
  usedSetting(name: SettingName, on: Day): UsedParameter;
  termsInForce(on: Day): TermsVersion;
  termsOf(version: string): TermsVersion;
  /** A version of Part II with what Part I of one contract agreed above it (II.1.6). */
  withPartOne(version: TermsVersion, partOne: PartOneOverrides | undefined): EffectiveTerms;
  enteredFigure(name: string, on: Day): ValueInForce<string> | undefined;
  /** "At least N days" after a trigger: N complete days lie between, or the bare difference of dates (OQ-DAY-2). */
  earliestAfter(trigger: Day, days: number): Day;
}

const inForce = <Row extends { readonly since: IsoDay }>(rows: readonly Row[], on: Day): Row | undefined =>
  rows.findLast((row) => !isAfter(day(row.since), on));

const byStart = (rows: readonly Edition[] = []): readonly Edition[] =>
  [...rows].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));

/** A book of these entries alone, all known from the start. */
export function lawBook(entries: LawEntries = {}): LawBook {
  const settings = Map.groupBy(byStart(entries.settings), (row) => row.name);
  const figures = byStart(entries.figures);
  const figuresByName = Map.groupBy(figures, (row) => row.name);
  const terms = [DELIVERED_TERMS, ...(entries.terms ?? [])].sort((a, b) =>
    Temporal.PlainDate.compare(a.effectiveOn, b.effectiveOn),
  );
  const editions = terms.map((version) => ({ from: day(version.effectiveOn), version }));
  const withNothingAgreed = new Map(terms.map((version) => [version, effectiveTerms(version)]));
  const calendars = [true, false].map((moved) => workingDays(entries.calendar ?? [], moved));

  const settingRow = (name: SettingName, on: Day) => inForce(settings.get(name) ?? [], on);
  const setting = <Name extends SettingName>(name: Name, on: Day): SettingValue<Name> =>
    (settingRow(name, on)?.value ?? SETTINGS[name].delivered) as SettingValue<Name>;

  const book: LawBook = {
    revision: 0,
    asOf: () => book,
    operator: entries.operator ?? SADALES_TIKLS,
    terms,
    figures,
    setting,
    usedSetting(name, on) {
      const row = settingRow(name, on);
      return {
        name,
        value: setting(name, on),
        clause: SETTINGS[name].clause,
        source: row ? `${row.source}, since ${row.since}` : `delivered, since ${SETTINGS_IN_FORCE_SINCE}`,
      };
    },
    earliestAfter: (trigger, days) =>
      setting('days.atLeast', trigger) === 'completeDays'
        ? earliestDayAfter(trigger, days)
        : lastDayWithin(trigger, days),
    workingDays: (on) => calendars[setting('calendar.movedWorkingDays', on) ? 0 : 1]!,
    termsInForce(on) {
      const found = editions.findLast(({ from }) => !isAfter(from, on));
      if (!found) throw noTerms(on.toString());
      return found.version;
    },
    termsOf(name) {
      const version = terms.find((one) => one.version === name);
      if (!version) throw noTerms(name);
      return version;
    },
    withPartOne: (version, partOne) =>
      partOne && Object.keys(partOne).length > 0
        ? effectiveTerms(version, partOne)
        : (withNothingAgreed.get(version) ?? effectiveTerms(version)),
    enteredFigure(name, on) {
      const row = inForce(figuresByName.get(name) ?? [], on);
      if (!row || row.status === 'missing') return undefined;
      return { ...row, value: String(row.value) };
    },
  };
  return book;
}

const noTerms = (what: string): Refusal =>
  new Refusal({
    code: 'terms.none-in-force',
    clause: 'II.1.7',
    detail: say(`Nav II daļas redakcijas: ${what}.`, `There is no version of Part II for ${what}.`),
  });
