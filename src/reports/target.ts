import type { IsoDay } from '../law/days.ts';

/** The operator's own target before the legal last day. */
export const targetOf = (lastDay: IsoDay, daysBefore: number): IsoDay =>
  Temporal.PlainDate.from(lastDay).subtract({ days: daysBefore }).toString();
