import type { z } from 'zod';
import type { applicationSchema, draftSchema } from '../../workflows/application.ts';
import type { EventInput, EventType } from '../../workflows/events.ts';
import type { Status } from '../../workflows/status.ts';
import type { CaseView } from '../casework/show/shown.ts';
import type { IsoDay } from '../law/days.ts';
import type { Who } from './people.ts';

/** What an act finds when it is done. */
export interface Scene {
  /** The day of the act. */
  readonly today: IsoDay;
  /** The day so many days before the present; a negative number lies ahead. */
  on(ago: number): IsoDay;
  /** The case as the last act left it. */
  readonly theCase: CaseView;
  /** The id of the latest letter of a kind. */
  letter(notice: string): Promise<string>;
}

export interface Act {
  /** How many days before the present. */
  readonly ago: number;
  readonly who: Who;
  readonly type: EventType;
  readonly data: (scene: Scene) => object | Promise<object>;
  /** The second person of an act that needs one; without it the act waits for one. */
  readonly approvedBy?: Who;
}

type Told<Type extends EventType> =
  | EventInput<Type>
  | ((scene: Scene) => EventInput<Type> | Promise<EventInput<Type>>);

export function act<Type extends EventType>(
  ago: number,
  who: Who,
  type: Type,
  told: Told<Type>,
  approvedBy?: Who,
): Act {
  const data = typeof told === 'function' ? told : () => told;
  return { ago, who, type, data, ...(approvedBy ? { approvedBy } : {}) };
}

export type Application = z.input<typeof applicationSchema>;
type Draft = z.input<typeof draftSchema>;

/** One case: who applied for what and when, and what happened then, in order. */
export type Story = {
  /** What it shows. */
  readonly tells: string;
  /** Where the case stands at the present. */
  readonly status: Status;
  readonly by: 'customer' | 'company' | 'service';
  readonly ago: number;
  readonly acts?: readonly Act[];
} & ({ readonly applies: Application } | { readonly drafts: Draft });
