import type { z } from 'zod';
import type { Act } from './acts/act.ts';
import { ACTS } from './chart/index.ts';
import type { Happening } from './happening.ts';

/** Everything that can happen to a case, as its acts tell it. */

type AnyAct = (typeof ACTS)[number];
export type EventType = AnyAct['type'];
type ActOf<Type extends EventType> = Extract<AnyAct, { readonly type: Type }>;

export type EventInput<Type extends EventType> = z.input<ActOf<Type>['data']>;
export type EventData<Type extends EventType> = z.output<ActOf<Type>['data']>;

/** An event as the chart sees it. */
export type CaseEvent<Type extends EventType = EventType> = {
  [T in Type]: Happening<T, EventData<T>>;
}[Type];

const byType = new Map<string, Act>(ACTS.map((one) => [one.type, one as unknown as Act]));

export const EVENT_TYPES: readonly EventType[] = ACTS.map(({ type }) => type);

/** The act of a type. */
export function actOf(type: EventType): Act {
  return byType.get(type)!;
}

/** Payloads by event type. Unknown fields are refused. */
export const EVENT_DATA = Object.fromEntries(ACTS.map(({ type, data }) => [type, data])) as {
  readonly [Type in EventType]: ActOf<Type>['data'];
};
