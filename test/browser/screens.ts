import { accountScreens } from './screens/account.screens.ts';
import { actsScreens } from './screens/acts.screens.ts';
import { administrationScreens } from './screens/administration.screens.ts';
import { casesScreens } from './screens/cases.screens.ts';
import { companiesScreens } from './screens/companies.screens.ts';
import { filesScreens } from './screens/files.screens.ts';
import { lettersScreens } from './screens/letters.screens.ts';
import { paymentsScreens } from './screens/payments.screens.ts';
import { peopleScreens } from './screens/people.screens.ts';
import { publicScreens } from './screens/public.screens.ts';
import type { Screen } from './screens/screen.ts';
import { workbenchScreens } from './screens/workbench.screens.ts';

/** Every area lists its own in `screens/`; screenshots, axe and the scales walk through all. */
export const SCREENS: readonly Screen[] = [
  ...actsScreens,
  ...accountScreens,
  ...administrationScreens,
  ...casesScreens,
  ...companiesScreens,
  ...paymentsScreens,
  ...peopleScreens,
  ...filesScreens,
  ...lettersScreens,
  ...publicScreens,
  ...workbenchScreens,
];
