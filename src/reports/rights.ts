import type { Role } from '../../workflows/roles.ts';
import { type Caller, isStaff } from '../casework/caller.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

/** Who sees figures over all cases: those who work on cases, and the administrator; they hold nothing of a person. */
const FIGURES: readonly Role[] = ['service', 'engineer', 'finance', 'admin'];

const refused = (): Refusal =>
  new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say(
      'To redz darbinieki: klientu apkalpošana, inženieri, finanses un administratori.',
      'This is for staff: customer service, engineers, finance and administrators.',
    ),
  });

/** @throws Refusal `forbidden` */
export function assertStaff(caller: Caller): void {
  if (!isStaff(caller)) throw refused();
}

/** @throws Refusal `forbidden` */
export function assertSeesFigures(caller: Caller): void {
  if (!isStaff(caller) || !caller.roles.some((role) => FIGURES.includes(role))) throw refused();
}

/** Who needs to know the customer's name (readings.md#rights, II.8.1). The object of the application is no matter of data
 *  protection or administration either. */
export const seesNames = ({ roles }: Caller): boolean =>
  roles.some((role) => role === 'service' || role === 'engineer' || role === 'finance');
