import type { EventType } from '../../../workflows/events.ts';
import type { Day } from '../../law/days.ts';
import type { LawBook } from '../../law/law-book.ts';
import { SETTINGS, type SettingName } from '../../law/settings/settings.ts';
import { ROLES, type Role } from '../caller.ts';

/** Roles of which a second person must approve an act (ledger 5.2); none where nobody must. */
export function approverRoles(type: EventType, law: LawBook, on: Day): readonly Role[] {
  if (type === 'offer.issued' || type === 'offer.revised')
    return law.setting('offer.financeApproval', on) ? ['finance'] : [];
  const name = `approval.${type}`;
  if (!(name in SETTINGS)) return [];
  const named = String(law.setting(name as SettingName, on)).split(',');
  return ROLES.filter((role) => named.includes(role));
}
