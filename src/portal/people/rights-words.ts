import { SUB_USER_RIGHTS, type SubUserRight } from '../../../workflows/roles.ts';
import type { View } from '../frame/view.ts';

/** Rights that the main user chooses; seeing is always among them. */
export const CHOSEN_RIGHTS = ['pay', 'write', 'request'] as const satisfies readonly SubUserRight[];

export const rightsInWords = ({ t }: View, rights: readonly SubUserRight[]): readonly string[] =>
  SUB_USER_RIGHTS.filter((right) => rights.includes(right)).map((right) => t(`people.rights.${right}`));
