import type { Role } from '../../../workflows/roles.ts';
import { say, type Words } from '../../law/words.ts';

/** Roles as refusals name them. */
const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  customer: say('klients', 'the customer'),
  service: say('klientu apkalpošana', 'customer service'),
  engineer: say('inženieris', 'the engineer'),
  finance: say('finanses', 'finance'),
  privacy: say('datu aizsardzība', 'data protection'),
  admin: say('administrators', 'the administrator'),
  clock: say('pulkstenis', 'the clock'),
};

export const namesOf = (roles: readonly Role[]): Words => ({
  lv: roles.map((role) => ROLE_WORDS[role].lv).join(', '),
  en: roles.map((role) => ROLE_WORDS[role].en).join(', '),
});
