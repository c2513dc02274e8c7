import type { Page } from 'playwright-core';
import { accountScreens } from './screens/account.screens.ts';
import { actsScreens } from './screens/acts.screens.ts';
import { administrationScreens } from './screens/administration.screens.ts';
import { casesScreens } from './screens/cases.screens.ts';
import { filesScreens } from './screens/files.screens.ts';
import { lettersScreens } from './screens/letters.screens.ts';
import { paymentsScreens } from './screens/payments.screens.ts';
import { peopleScreens } from './screens/people.screens.ts';
import { publicScreens } from './screens/public.screens.ts';
import { workbenchScreens } from './screens/workbench.screens.ts';

/** A page worth looking at. Every area lists its own in `screens/`; screenshots, axe and the scales walk through all. */
export interface Screen {
  /** File name of the picture. */
  readonly name: string;
  readonly path: string | ((product: { call: Call }) => Promise<string>);
  /** A demo account, or the newcomer. */
  readonly as?: string;
  /** What is done on the page before one looks. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** The main ones are also pictured on a phone, in English and dark. */
  readonly main?: boolean;
  /** The status that is right for the page, 200 unless told. */
  readonly status?: number;
}

export type Call = (
  method: string,
  path: string,
  as: string | null,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>;

export const SCREENS: readonly Screen[] = [
  ...actsScreens,
  ...accountScreens,
  ...administrationScreens,
  ...casesScreens,
  ...paymentsScreens,
  ...peopleScreens,
  ...filesScreens,
  ...lettersScreens,
  ...publicScreens,
  ...workbenchScreens,
];
