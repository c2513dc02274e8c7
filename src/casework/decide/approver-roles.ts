import { actOf, type EventType } from '../../../workflows/events.ts';
import { ROLES, type Role } from '../../../workflows/roles.ts';
import type { Day } from '../../law/days.ts';
import type { LawBook } from '../../law/law-book.ts';

/** Roles of which a second person must approve an act (readings.md#rights); none where nobody must. */
export function approverRoles(type: EventType, law: LawBook, on: Day): readonly Role[] {
  const { approval } = actOf(type);
  if (approval === null) return [];
  const said = law.setting(approval.setting, on);
  if (typeof said === 'boolean') return said ? (approval.roles ?? []) : [];
  const named = String(said).split(',');
  return ROLES.filter((role) => named.includes(role));
}
