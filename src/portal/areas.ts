import { accountArea } from './account/account.area.ts';
import type { Area } from './area.ts';
import { casesArea } from './cases/cases.area.ts';
import { publicArea } from './public/public.area.ts';

/** Every area of the portal, in the order of the navigation. A new area is one line here. */
export const AREAS: readonly Area[] = [publicArea, accountArea, casesArea];
