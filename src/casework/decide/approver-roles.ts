import { actOf, type EventType } from '../../../workflows/events.ts';
import { ROLES, type Role } from '../../../workflows/roles.ts';
import type { Moment } from '../happened.ts';
import { todayOf } from '../parts.ts';

/** Roles of which a second person must approve an act (readings.md#rights); none where nobody must. */
export function approverRoles(type: EventType, moment: Moment): readonly Role[] {
  const { approval } = actOf(type);
  if (approval === null) return [];
  const said = moment.law.setting(approval.setting, todayOf(moment));
  if (typeof said === 'boolean') return said ? (approval.roles ?? []) : [];
  const named = String(said).split(',');
  return ROLES.filter((role) => named.includes(role));
}
