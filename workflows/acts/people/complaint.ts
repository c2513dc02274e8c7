import type { IsoDay } from '../../../src/law/days.ts';
import type { Complaint, Facts } from '../../facts.ts';

/** While one is unanswered its own time runs on; a later one is answered along with it (II.16.5). */
export function complaintOf(facts: Facts, today: IsoDay, isLateObjection: boolean): Complaint {
  const open = facts.complaint?.answeredOn === null ? facts.complaint : null;
  const lateObjection = isLateObjection || open?.lateObjection === true;
  return open
    ? { ...open, lateObjection }
    : { on: today, extraChecks: false, answeredOn: null, lateObjection };
}
