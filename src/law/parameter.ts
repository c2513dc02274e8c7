import { type Day, day, type IsoDay, isAfter } from './days.ts';
import { Refusal } from './refusal.ts';
import { say, type Words } from './words.ts';

/** `verified`: read in its source. `reported`: told elsewhere, never used in an offer before an administrator has
 *  confirmed it. `missing`: needed, and nobody has given it yet. */
export type FigureStatus = 'verified' | 'reported' | 'missing';

interface DatedValue<Value> {
  readonly value: Value;
  readonly source: string;
  readonly status: FigureStatus;
  readonly clause?: string;
}

export interface ParameterDefinition<Value> {
  readonly name: string;
  readonly label: Words;
  readonly unit: string;
  /** Values by the day on which they came into force; each holds to the day before the next. */
  readonly values: Readonly<Record<IsoDay, DatedValue<Value>>>;
}

export interface ValueInForce<Value> extends DatedValue<Value> {
  readonly name: string;
  readonly since: IsoDay;
}

export interface Parameter<Value> extends ParameterDefinition<Value> {
  /** The value in force on a day, or undefined where none is. */
  findInForce(on: Day): ValueInForce<Value> | undefined;
  /** @throws Refusal naming the figure and the day where no value is in force */
  inForce(on: Day): ValueInForce<Value>;
}

export const figureIsMissing = (name: string, label: Words, on: Day): Refusal =>
  new Refusal({
    code: 'figure.missing',
    kind: 'invalid',
    detail: say(
      `Nav apstiprināta lieluma „${label.lv}” (${name}) uz ${on}. Administrators to var ievadīt ar avotu un spēkā stāšanās dienu.`,
      `No confirmed value of “${label.en}” (${name}) is in force on ${on}. An administrator can enter one with its source and first day.`,
    ),
    errors: [{ field: name, message: say('trūkst spēkā esoša lieluma', 'no value is in force') }],
  });

export function parameter<Value>(definition: ParameterDefinition<Value>): Parameter<Value> {
  const editions = Object.entries(definition.values).sort(([a], [b]) => (a < b ? -1 : 1));
  const findInForce = (on: Day): ValueInForce<Value> | undefined => {
    const edition = editions.findLast(([since]) => !isAfter(day(since), on));
    if (!edition || edition[1].status === 'missing') return undefined;
    return { name: definition.name, since: edition[0], ...edition[1] };
  };
  return {
    ...definition,
    findInForce,
    inForce(on) {
      const found = findInForce(on);
      if (!found) throw figureIsMissing(definition.name, definition.label, on);
      return found;
    },
  };
}
